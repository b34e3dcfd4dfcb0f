/** What a row of the sheet is: part of an order, or something that authors put between the orders. */
import { isOrderField, orderFields, type ColumnField } from '../fields.ts';
import { fold } from '../values/fold.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { EditedTable } from './edited-table.ts';
import type { OrderNumbersRule } from '../rules.ts';
import type { Readers } from './readers.ts';
import { isTotalText } from './total-words.ts';

/**
 * - `above`: headings and what stands above them; `order`: has a readable order id
 * - `continued`: order-level cells all blank: another item of the order above (an added row has no order above it); `noId`: an order whose id cannot be read
 * - `total`, `heading`, `example`: sums, repeated headings, the template's example: left out with a notice
 * - `blank`: all cells cleared by edits
 */
export type RowKind = 'above' | 'order' | 'continued' | 'noId' | 'total' | 'heading' | 'example' | 'blank';

export const rowKinds = ['above', 'order', 'continued', 'noId', 'total', 'heading', 'example', 'blank'] as const satisfies readonly RowKind[];

export interface ClassifiedRow {
  readonly kind: RowKind;
  /** The order id, for kind `order`. */
  readonly orderId: number | null;
}

/** What the order id cell of the template's example row holds, in the template's languages. */
const exampleWords: ReadonlySet<string> = new Set(['NAMUNA', 'ПРИМЕР', 'EXAMPLE']);

const customerFields: readonly ColumnField[] = ['phone', 'full_name'];

export class RowClassifier {
  readonly #table: EditedTable;
  readonly #readers: Readers;
  readonly #firstDataIndex: number;
  /** Folded texts that a repeated heading row may hold, by column. */
  readonly #headings: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #itemColumns: readonly number[];
  /** The number of the first row where every row is an order; null otherwise. */
  readonly #start: number | null;

  constructor(table: EditedTable, readers: Readers, plan: ColumnPlan, numbers: OrderNumbersRule) {
    this.#table = table;
    this.#readers = readers;
    this.#firstDataIndex = plan.firstDataIndex;
    this.#headings = headingTexts(table, plan);
    this.#start = numbers.kind === 'everyRow' ? numbers.start : null;
    this.#itemColumns = plan.columns.filter(({ field }) => field !== null && !isOrderField(field)).map(({ column }) => column);
  }

  classify(index: number): ClassifiedRow {
    if (index < this.#firstDataIndex) return { kind: 'above', orderId: null };
    const reader = this.#readers.order_id;
    const id = reader.column === null ? null : reader.read(index);
    // Most rows end here.
    if (id?.kind === 'value') return { kind: 'order', orderId: id.value };
    const texts = this.#table.rowTexts(index);
    if (texts.every((text) => text.trim() === '')) return { kind: 'blank', orderId: null };
    if (reader.column !== null && exampleWords.has(reader.text(index).trim())) return { kind: 'example', orderId: null };
    if (this.#isHeading(texts)) return { kind: 'heading', orderId: null };
    if (this.#isTotal(index, texts)) return { kind: 'total', orderId: null };
    if (this.#start !== null) return { kind: 'order', orderId: this.#start + this.#table.rowNumber(index) - this.#table.rowNumber(this.#firstDataIndex) };
    if (id?.kind !== 'refusal' && reader.constant !== null) return { kind: 'order', orderId: reader.constant.value };
    return { kind: id?.kind === 'blank' && !this.#table.isAdded(index) && this.#isContinued(texts) ? 'continued' : 'noId', orderId: null };
  }

  #isHeading(texts: readonly string[]): boolean {
    let filled = 0;
    let alike = 0;
    texts.forEach((text, column) => {
      if (text.trim() === '') return;
      filled++;
      if (this.#headings.get(column)?.has(fold(text)) === true) alike++;
    });
    return alike >= 2 && alike >= filled * 0.8;
  }

  #isTotal(index: number, texts: readonly string[]): boolean {
    if (!texts.some(isTotalText)) return false;
    const readers = this.#readers;
    const id = readers.order_id.text(index);
    if (id.trim() !== '' && !isTotalText(id)) return false;
    // A customer's row is an order whatever word stands in it.
    return customerFields.every((field) => readers[field].column === null || isTotalOrBlank(readers[field].text(index)));
  }

  #isContinued(texts: readonly string[]): boolean {
    if (!this.#itemColumns.some((column) => (texts[column] ?? '').trim() !== '')) return false;
    return orderFields.every((field) => this.#readers[field].columns.every((column) => (texts[column] ?? '').trim() === ''));
  }
}

function isTotalOrBlank(text: string): boolean {
  return text.trim() === '' || isTotalText(text);
}

function headingTexts(table: EditedTable, plan: ColumnPlan): ReadonlyMap<number, ReadonlySet<string>> {
  const byColumn = new Map<number, Set<string>>();
  const add = (column: number, text: string) => {
    const folded = fold(text);
    if (folded === '') return;
    byColumn.set(column, (byColumn.get(column) ?? new Set()).add(folded));
  };
  for (const { column, heading } of plan.columns) add(column, heading);
  for (let index = plan.headerIndex ?? 0; index < plan.firstDataIndex; index++) {
    table.file.forEachCell(index, (column, _kind, text) => add(column, text));
  }
  return byColumn;
}
