/** Classifies a row of the sheet: part of an order, or something written between the orders. */
import type { ProgressRange, CooperativeTask } from '../../cooperative.ts';
import { isOrderField, orderFields, type ColumnField } from '../model/fields.ts';
import { isColumnNumbers } from '../columns/heading-row.ts';
import { fold } from '../values/fold.ts';
import { parseOrderId } from '../values/order-id.ts';
import type { Parsed } from '../values/parsed.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { areCustomersBelow } from './customers-below.ts';
import { customerFields, NoteRows, productFields } from './note-rows.ts';
import type { OrderNumbersRule } from '../model/rules.ts';
import type { RowNumbers } from '../orders/row-numbers.ts';
import { exampleMarks } from '../report/template-example.ts';
import type { FieldReaders } from '../checking/field-readers.ts';
import { SumRows } from './sum-rows.ts';
import { isTotalText } from './total-words.ts';

/**
 * - `above`: headings and what is above them
 * - `order`: has a readable order id
 * - `continued`: order-level cells all blank: another item of the order above (an added row has no order above it)
 * - `noId`: an order whose id cannot be read
 * - `total`, `heading`, `example`, `note`: sums, repeated headings, the template's example, rows that hold no order: left
 *   out with a notice
 * - `unsentHead`: seems to head a list of orders that are not to be sent: left out with a warning
 * - `freshHead`: heads a list of new orders: left out with a notice
 * - `title`: stands above the headings of a further sheet that is read with the first: left out with a notice
 * - `blank`: all cells cleared by edits
 */
export type RowKind =
  | 'above'
  | 'order'
  | 'continued'
  | 'noId'
  | 'total'
  | 'heading'
  | 'example'
  | 'note'
  | 'unsentHead'
  | 'freshHead'
  | 'title'
  | 'blank';

export const rowKinds = [
  'above',
  'order',
  'continued',
  'noId',
  'total',
  'heading',
  'example',
  'note',
  'unsentHead',
  'freshHead',
  'title',
  'blank',
] as const satisfies readonly RowKind[];

export interface ClassifiedRow {
  readonly kind: RowKind;
  /** The order id, for kind `order`. */
  readonly orderId: number | null;
}

/** Content of the example row's order id cell, in the template's languages. */
const exampleWords: ReadonlySet<string> = new Set(Object.values(exampleMarks));

/** Customer fields: blank in a row of sums. */
const personFields: readonly ColumnField[] = ['phone', 'full_name'];

/** Fields that words alone never fill. */
const digitFields = [
  'order_id',
  'phone',
  'scheduled_at',
  'client_product_id',
  'quantity',
  'price',
] as const satisfies readonly ColumnField[];
/** Rows below the headings that may explain them, and how many columns they then explain. */
const explainingRows = 2;
const fewestExplained = 3;
const shortestPhone = 7;

export class RowClassifier {
  readonly #table: EditedTable;
  readonly #readers: FieldReaders;
  readonly #firstDataIndex: number;
  /** Folded texts of a repeated heading row, by column. */
  readonly #headings: ReadonlyMap<number, ReadonlySet<string>>;
  readonly #itemColumns: readonly number[];
  /** Columns of a customer or a product. */
  readonly #tellingColumns: readonly number[];
  /** The numbers of rows where the file has no order numbers; null otherwise. */
  readonly #rowNumbers: RowNumbers | null;
  /** Whether outside ids get numbers of our own. */
  readonly #isOwn: boolean;
  /** The order id that a row of column numbers would have; null where the headings have no such row. */
  readonly #columnNumbersId: number | null;
  /** Whether each order's customer stands in a row below its number. */
  readonly #areCustomersBelow: boolean;
  readonly #notes: NoteRows;
  readonly #sums: SumRows;

  constructor(
    table: EditedTable,
    readers: FieldReaders,
    plan: ColumnPlan,
    numbers: OrderNumbersRule,
    rowNumbers: RowNumbers,
  ) {
    this.#table = table;
    this.#readers = readers;
    this.#firstDataIndex = plan.firstDataIndex;
    this.#headings = headingTexts(table, plan);
    this.#rowNumbers = numbers.kind === 'everyRow' ? rowNumbers : null;
    this.#tellingColumns = [...customerFields, ...productFields].flatMap((field) => [...readers[field].columns]);
    this.#isOwn = numbers.kind === 'own';
    this.#columnNumbersId = this.#readNumberedId(plan);
    this.#areCustomersBelow = areCustomersBelow(table.file, readers, plan.firstDataIndex);
    this.#notes = new NoteRows(table, readers, plan);
    this.#sums = new SumRows(table.file, readers, plan);
    this.#itemColumns = plan.columns
      .filter(({ field }) => field !== null && !isOrderField(field))
      .map(({ column }) => column);
  }

  /** Finds sum rows, which need the whole table; must run before the first row is classified. */
  prepareCooperatively(part: ProgressRange): CooperativeTask<void> {
    return this.#sums.findCooperatively(part);
  }

  classify(index: number): ClassifiedRow {
    if (index < this.#firstDataIndex) return { kind: 'above', orderId: null };
    if (this.#isTitle(index)) return { kind: 'title', orderId: null };
    // With numbers of our own every id read is given one: rows between the orders must be sorted out first.
    const early = this.#isOwn && !this.#isPlain(index) ? null : this.#readId(index);
    // Most rows end here.
    if (early?.kind === 'value') {
      if (early.value === this.#columnNumbersId && this.#isHeading(this.#table.rowTexts(index)))
        return { kind: 'heading', orderId: null };
      return this.#isCount(index) ? { kind: 'total', orderId: null } : { kind: 'order', orderId: early.value };
    }
    const texts = this.#table.rowTexts(index);
    const between = this.#kindBetween(index, texts);
    if (between !== null) return { kind: between, orderId: null };
    if (this.#rowNumbers !== null) {
      if (!this.#table.isAdded(index) && this.#isContinued(index, texts)) return { kind: 'continued', orderId: null };
      const number = this.#rowNumbers.numberOf(this.#table.rowNumber(index));
      return number === null ? { kind: 'noId', orderId: null } : { kind: 'order', orderId: number };
    }
    const id = early ?? this.#readId(index);
    if (id?.kind === 'value') return { kind: 'order', orderId: id.value };
    const { constant } = this.#readers.order_id;
    if (id?.kind !== 'refusal' && constant !== null) return { kind: 'order', orderId: constant.value };
    return {
      kind:
        id?.kind === 'blank' && !this.#table.isAdded(index) && this.#isContinued(index, texts) ? 'continued' : 'noId',
      orderId: null,
    };
  }

  /** Whether the row stands above the headings of a further sheet that is read with the first. */
  #isTitle(index: number): boolean {
    return this.#table.file.stacked.some(
      ({ firstIndex, firstDataIndex }) => firstIndex <= index && index < firstDataIndex,
    );
  }

  #readNumberedId({ firstDataIndex }: ColumnPlan): number | null {
    const above = firstDataIndex - 1;
    const { column } = this.#readers.order_id;
    const texts: string[] = [];
    if (above >= 0) this.#table.file.forEachCell(above, (_column, _kind, text) => texts.push(text));
    const id = column !== null && isColumnNumbers(texts) ? parseOrderId(this.#table.file.cell(above, column)) : null;
    return id?.kind === 'value' ? id.value : null;
  }

  #readId(index: number): Parsed<number> | null {
    const reader = this.#readers.order_id;
    return reader.column === null ? null : reader.read(index);
  }

  /** Whether the order id needs no number of our own. */
  #isPlain(index: number): boolean {
    return parseOrderId(this.#readers.order_id.cell(index)).kind === 'value';
  }

  /** The kind of a row between the orders; null: it may belong to an order. */
  #kindBetween(index: number, texts: readonly string[]): RowKind | null {
    if (texts.every((text) => text.trim() === '')) return 'blank';
    const reader = this.#readers.order_id;
    if (reader.column !== null && exampleWords.has(reader.text(index).trim())) return 'example';
    if (this.#isHeading(texts) || this.#isExplanation(index)) return 'heading';
    if (this.#isTotal(index, texts)) return 'total';
    const head = this.#notes.headAt(index, texts);
    if (head !== null) return head;
    if (this.#notes.isNote(index, texts)) return 'note';
    return !this.#table.isRowEdited(index) && this.#sums.isSum(index) ? 'total' : null;
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

  /** Whether the row, right below the headings, says of them what is typed there: «шт», «сум», «дд.мм.гггг», «+998…». */
  #isExplanation(index: number): boolean {
    if (index >= this.#firstDataIndex + explainingRows) return false;
    const filled = digitFields.filter((field) => this.#readers[field].text(index).trim() !== '');
    // Of a phone the beginning may stand there.
    const isWords = (field: (typeof digitFields)[number]): boolean => {
      const digits = this.#readers[field].text(index).replace(/\D/gu, '').length;
      return digits === 0 || (field === 'phone' && digits < shortestPhone);
    };
    return filled.length >= fewestExplained && filled.every(isWords);
  }

  #isTotal(index: number, texts: readonly string[]): boolean {
    const readers = this.#readers;
    const id = readers.order_id.text(index).trim();
    // A note or a name may contain such a word too: an item remains an item.
    if (id === '' ? this.#notes.isItem(index) : !isTotalText(id)) return false;
    if (!texts.some(isTotalText)) return false;
    // A row with a customer is an order, whatever words it contains.
    return personFields.every((field) => readers[field].column === null || isTotalOrBlank(readers[field].text(index)));
  }

  /** Whether what looks like an order id is a count of orders: beside a word for sums, without customer and product. */
  #isCount(index: number): boolean {
    const { column } = this.#readers.order_id;
    // A value typed by a person is an order id.
    if (
      column === null ||
      this.#tellingColumns.length === 0 ||
      this.#table.isEdited(index, column) ||
      this.#tellingColumns.some((telling) => this.#table.rawValue(index, telling) !== '')
    )
      return false;
    return this.#table.rowTexts(index).some((text, at) => at !== column && isTotalText(text));
  }

  /** Whether the row is a further item of the order above: no cell of an order, or its name alone again. */
  #isContinued(index: number, texts: readonly string[]): boolean {
    if (!this.#itemColumns.some((column) => (texts[column] ?? '').trim() !== '')) return false;
    const filled = orderFields.filter((field) =>
      this.#readers[field].columns.some((column) => (texts[column] ?? '').trim() !== ''),
    );
    if (filled.length === 0 || this.#areCustomersBelow) return true;
    if (filled.length > 1 || filled[0] !== 'full_name' || index <= this.#firstDataIndex) return false;
    const { full_name: name, phone, address } = this.#readers;
    return phone.columns.length + address.columns.length > 0 && fold(name.text(index)) === fold(name.text(index - 1));
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
