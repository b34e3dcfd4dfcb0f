/**
 * Finds rows of sums that have no word such as «total»: no order number, customer or product, and every amount is the
 * sum of the rows above, back to its sheet's headings or the previous sum. Decided on the file as read, so that an edit does not
 * change another row's kind.
 */
import { forEachIndex, type ProgressRange, type CooperativeTask } from '../../cooperative.ts';
import type { ColumnField } from '../model/fields.ts';
import type { Table } from '../table/table.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import { amountFields, customerFields, holdsNothing, productFields } from './note-rows.ts';
import type { FieldReaders } from '../checking/field-readers.ts';
import { isTotalText } from './total-words.ts';

/** A sum of a single row repeats it, and may as well be another item. */
const fewestRows = 2;
/** Digit grouping: any space, and a point or comma before exactly three digits. */
const grouping = /\s|[.,](?=\d{3}(?:\D|$))/g;
const amount = /^\d+(?:[.,]\d{1,2})?$/;

/** Sums by column. */
class ColumnSums {
  readonly #totals = new Map<number, number>();
  rows = 0;

  add(amounts: ReadonlyMap<number, number>): void {
    for (const [column, value] of amounts) this.#totals.set(column, (this.#totals.get(column) ?? 0) + value);
    this.rows++;
  }

  isOf(column: number, value: number): boolean {
    return this.rows >= fewestRows && Math.abs((this.#totals.get(column) ?? 0) - value) < 0.005;
  }
}

export class SumRows {
  readonly #table: Table;
  readonly #firstIndex: number;
  /** Columns of an order number, a customer or a product. */
  readonly #tellingColumns: readonly number[];
  readonly #amountColumns: readonly number[];
  /** Columns that are not sent: their numbers may be sums too. */
  readonly #otherColumns: readonly number[];
  readonly #isTelling: boolean;
  readonly #found = new Set<number>();

  constructor(table: Table, readers: FieldReaders, plan: ColumnPlan) {
    this.#table = table;
    this.#firstIndex = plan.firstDataIndex;
    const columnsOf = (fields: readonly ColumnField[]) => fields.flatMap((field) => [...readers[field].columns]);
    const [customers, products] = [columnsOf(customerFields), columnsOf(productFields)];
    this.#isTelling = products.length > 0 && customerFields.some((field) => readers[field].hasSource);
    this.#tellingColumns = [...columnsOf(['order_id']), ...customers, ...products];
    this.#amountColumns = columnsOf(amountFields);
    this.#otherColumns = plan.columns.filter(({ field }) => field === null).map(({ column }) => column);
  }

  /** Whether {@link findCooperatively} found the row to be one. */
  isSum(index: number): boolean {
    return this.#found.has(index);
  }

  /** Finds all sum rows in one pass: each depends on the rows above. */
  *findCooperatively([begin, end]: ProgressRange): CooperativeTask<void> {
    if (!this.#isTelling) return;
    let last = -1;
    const look = (index: number): void => {
      if (this.#tellsNothing(index)) last = index;
    };
    const middle = (begin + end) / 2;
    yield* forEachIndex(this.#firstIndex, this.#table.rowCount, look, [begin, middle]);
    // Nearly every file has none.
    yield* forEachIndex(this.#firstIndex, last + 1, this.#finder(), [middle, end]);
  }

  /** Returns a function to call for row after row; it records the sums. */
  #finder(): (index: number) => void {
    let whole = new ColumnSums();
    let part = new ColumnSums();
    const starts = new Set(this.#table.stacked.map(({ firstDataIndex }) => firstDataIndex));
    return (index) => {
      // A sheet's sums are of its own rows.
      if (starts.has(index)) [whole, part] = [new ColumnSums(), new ColumnSums()];
      const amounts = this.#amountsOf(index);
      const isSum =
        this.#tellsNothing(index) && (this.#isSumOf(index, amounts, whole) || this.#isSumOf(index, amounts, part));
      if (isSum) this.#found.add(index);
      if (isSum || this.#saysTotal(index)) {
        part = new ColumnSums();
        return;
      }
      whole.add(amounts);
      part.add(amounts);
    };
  }

  #tellsNothing(index: number): boolean {
    // A quick test, as it runs for every row, and nearly all have a number here.
    for (const column of this.#tellingColumns) {
      const position = this.#table.cellIndex(index, column);
      if (position < 0) continue;
      const held = this.#table.rawValueAt(position);
      if (held === 0) continue;
      if (typeof held === 'number' || !holdsNothing({ kind: this.#table.kindAt(position), text: held })) return false;
    }
    return true;
  }

  #amountsOf(index: number): ReadonlyMap<number, number> {
    const amounts = new Map<number, number>();
    for (const column of [...this.#amountColumns, ...this.#otherColumns]) {
      const position = this.#table.cellIndex(index, column);
      if (position < 0) continue;
      const held = this.#table.rawValueAt(position);
      const text = typeof held === 'number' ? '' : held.replace(grouping, '');
      const value = typeof held === 'number' ? held : amount.test(text) ? Number(text.replace(',', '.')) : 0;
      if (value > 0) amounts.set(column, value);
    }
    return amounts;
  }

  #isSumOf(index: number, amounts: ReadonlyMap<number, number>, sum: ColumnSums): boolean {
    const alike = [...amounts].filter(([column, value]) => sum.isOf(column, value)).map(([column]) => column);
    const isAll = this.#amountColumns.every(
      (column) => alike.includes(column) || (!amounts.has(column) && this.#isBlank(index, column)),
    );
    // A single match among several amounts may be chance.
    return isAll && alike.length > 0 && (alike.length > 1 || amounts.size === 1) && !this.#hasWords(index);
  }

  #isBlank(index: number, column: number): boolean {
    return holdsNothing(this.#table.cell(index, column));
  }

  #hasWords(index: number): boolean {
    let words = false;
    this.#table.forEachCell(index, (column, kind, text) => {
      words ||= kind === 'text' && /\p{L}/u.test(text) && !this.#otherColumns.includes(column);
    });
    return words;
  }

  #saysTotal(index: number): boolean {
    let total = false;
    this.#table.forEachCell(index, (_column, kind, text) => {
      total ||= kind === 'text' && isTotalText(text);
    });
    return total;
  }
}
