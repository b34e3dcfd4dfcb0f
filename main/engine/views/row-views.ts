/** Builds the views of rows for the window's grid: what is sent where it can be read, marks, the order's band. */
import type { CellView, RowView } from '../../../shared/contract/views.ts';
import {
  isField,
  isOrderField,
  type ColumnField,
  type Field,
  type ItemField,
  type OrderField,
} from '../../../shared/domain/model/fields.ts';
import type { Severity } from '../../../shared/domain/model/issues.ts';
import { formatCell, formatFieldValue } from '../../../shared/domain/table/cell-display.ts';
import type { CheckedOrder } from '../../../shared/domain/checking/order-check.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import { itemValuesOf, orderValuesOf } from '../../../shared/domain/checking/order-values.ts';
import { isChangedAfterSending } from '../../../shared/domain/orders/send-history-state.ts';
import { isLocked } from '../edits/edit-check.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { allIssuesOf, marksOfRow, type RowMarks } from './order-marks.ts';

type Shown = Pick<CellView, 'text' | 'rawText' | 'origin'>;

/** Whether the column's value itself is sent: look-up keys are shown as the file holds them. */
function isSent(field: ColumnField | null): field is Field {
  return field !== null && isField(field);
}

/** Makes the views of rows that stand near each other: an order is read once for all of its rows. */
export class RowViewer {
  readonly #orders: BatchOrders;
  readonly #taken: ReadonlySet<string>;
  readonly #read = new Map<OrderEntry, CheckedOrder>();
  /** By column: its field, where the column alone feeds it. */
  readonly #fields: readonly (Field | null)[];

  constructor(orders: BatchOrders, taken: ReadonlySet<string>) {
    this.#orders = orders;
    this.#taken = taken;
    const { readers } = orders.book;
    this.#fields = orders.plan.columns.map(({ column, field }) =>
      isSent(field) && readers[field].columns.length === 1 && readers[field].column === column ? field : null,
    );
  }

  /**
   * `bandIndex`: 0 or 1, by order; `isFirstOfOrder`: in the list that is shown; `folds`: whether an order is collapsed.
   */
  view(
    index: number,
    bandIndex: number,
    isFirstOfOrder: boolean,
    folds: ((orderKey: string) => boolean) | null = null,
  ): RowView {
    const { book, input } = this.#orders;
    const entry = book.entryOfRow(index);
    const row = input.table.rowNumber(index);
    const rowIssue = entry === undefined ? book.rowIssue(index) : null;
    const marks =
      entry === undefined
        ? marksOfRow(rowIssue === null ? [] : [rowIssue], row)
        : marksOfRow(allIssuesOf(book, entry), row);
    const joinedRow = input.table.file.joined?.rows.get(row);
    return {
      row,
      ...(joinedRow === undefined ? {} : { joinedRow }),
      orderKey: entry?.key ?? null,
      orderId:
        entry === undefined
          ? ''
          : entry.orderId === null
            ? book.readers.order_id.text(entry.rows[0] ?? index)
            : entry.key,
      ...this.#shopId(index, entry),
      state: entry?.state ?? null,
      isFirstOfOrder,
      bandIndex,
      editable: entry === undefined || !isLocked(entry, this.#taken),
      leftOut: book.input.leftOut.has(index),
      ...(input.table.isAdded(index) ? { added: true } : {}),
      cells: this.#fields.map((field, column) => this.#cell(index, column, field, entry, marks)),
      ...(marks.row === undefined ? {} : { severity: marks.row }),
      ...(isFirstOfOrder && entry !== undefined && entry.rows.length > 1
        ? {
            group: { items: book.itemRows(entry).length, amount: entry.amount, collapsed: folds?.(entry.key) ?? false },
          }
        : {}),
      wmsId: entry === undefined ? null : this.#orders.wmsIdOf(entry),
      ...(entry !== undefined && isChangedAfterSending(entry) ? { changedAfterSending: true } : {}),
      ...(isFirstOfOrder ? this.#by(entry) : {}),
    };
  }

  /** Who of the team's other computers has the order. */
  #by(entry: OrderEntry | undefined): Pick<RowView, 'by'> {
    if (entry === undefined || (entry.state !== 'alreadySent' && entry.state !== 'duplicate')) return {};
    const earlier = this.#orders.earlierOf(entry);
    if (earlier?.by === undefined) return {};
    return {
      by: { name: earlier.by, at: earlier.at, isSending: earlier.state === 'sending' && earlier.isLeftBehind !== true },
    };
  }

  /** What the shop calls an order that goes out under a number of ours. */
  #shopId(index: number, entry: OrderEntry | undefined): Pick<RowView, 'shopId'> {
    const { book, input } = this.#orders;
    if (entry === undefined || book.input.rules.orderNumbers.kind !== 'own') return {};
    const [column] = book.readers.order_id.columns;
    if (column === undefined) return {};
    const held = formatCell(input.table.cell(index, column), input.table.file.date1904).trim();
    return held === '' || held === entry.key ? {} : { shopId: held };
  }

  #cell(index: number, column: number, field: Field | null, entry: OrderEntry | undefined, marks: RowMarks): CellView {
    const { table } = this.#orders.input;
    const cell = table.cell(index, column);
    const rawText = formatCell(cell, table.file.date1904);
    const shown: Shown =
      field === null || entry === undefined ? { text: rawText } : this.#value(index, field, entry, rawText);
    const severity: Severity | undefined = marks.cells.get(column);
    return {
      text: shown.text,
      ...(shown.text === rawText ? {} : { rawText }),
      ...(severity === undefined ? {} : { severity }),
      ...(table.isEdited(index, column) ? { edited: true } : {}),
      ...(shown.origin === undefined ? {} : { origin: shown.origin }),
    };
  }

  /** What the cell's field is in this row: its own value, or the one that the order or a computation gives. */
  #value(index: number, field: Field, entry: OrderEntry, held: string): Shown {
    const parsed = this.#orders.book.readers[field].read(index);
    if (parsed.kind === 'refusal') return { text: held };
    return isOrderField(field)
      ? this.#orderValue(index, field, entry, parsed)
      : this.#itemValue(index, field, entry, parsed);
  }

  #orderValue(
    index: number,
    field: OrderField,
    entry: OrderEntry,
    parsed: { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'blank' },
  ): Shown {
    if (parsed.kind === 'value' && field !== 'region' && field !== 'city')
      return { text: formatFieldValue(parsed.value) };
    const { parsedOrder } = this.#reading(entry);
    const value = orderValuesOf(parsedOrder)[field];
    if (parsed.kind === 'value') {
      // A name respelled by the profile is shown as it is sent; one that differs from the order's is shown as it is.
      const respelled = value?.origin === 'profile' && value.index === index;
      return { text: respelled ? String(value.value) : formatFieldValue(parsed.value) };
    }
    if (value === null || value.origin === 'profile') return { text: '' };
    if (value.origin === 'computed') return { text: String(value.value), origin: 'computed' };
    const text =
      field === 'scheduled_at' && parsedOrder.delivery.local !== null
        ? formatFieldValue({ local: parsedOrder.delivery.local })
        : String(value.value);
    return { text, origin: value.origin === 'constant' ? 'constant' : 'inherited' };
  }

  #itemValue(
    index: number,
    field: ItemField,
    entry: OrderEntry,
    parsed: { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'blank' },
  ): Shown {
    if (parsed.kind === 'value') return { text: formatFieldValue(parsed.value) };
    const [line, another] = this.#reading(entry).parsedOrder.lines.filter((one) => one.index === index);
    const value = line === undefined || another !== undefined ? null : itemValuesOf(line)[field];
    if (value === null || value.origin === 'cell') return { text: '' };
    return {
      text: String(value.value),
      origin: value.origin === 'constant' || value.origin === 'products' ? value.origin : 'computed',
    };
  }

  #reading(entry: OrderEntry): CheckedOrder {
    const known = this.#read.get(entry);
    if (known !== undefined) return known;
    const read = this.#orders.book.inspect(entry);
    this.#read.set(entry, read);
    return read;
  }
}
