/**
 * All orders of a table, kept up to date while cells change: a change re-reads its rows, regroups them, and checks only
 * the orders that it touched. The result is always what a new book of the same table would hold.
 */
import type { OrderRequest } from '../../wms/order-create.ts';
import { overIndices, overItems, type Part, type Steps } from '../../steps.ts';
import { changedChecks } from '../model/checks.ts';
import type { Issue } from '../model/issues.ts';
import type { ProductTable } from '../products/product-table.ts';
import type { Rules } from '../model/rules.ts';
import type { DateOrder, DateSurvey } from '../values/dates/date-survey.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import { PlaceMatcher } from '../checking/destination.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { Evidence, type Sign } from '../checking/evidence.ts';
import { checkOrder, itemRowsOf, type CheckContext, type CheckedOrder, type OrderPlace } from '../checking/order-check.ts';
import type { OrderEntry } from './order-entry.ts';
import type { OrderNumbers } from './order-numbers.ts';
import { DateColumn, makeReaders, type Readers } from '../checking/readers.ts';
import { requestOf, throughGate } from '../checking/request.ts';
import { RowGroups } from '../rows/row-groups.ts';
import { RowClassifier, type RowKind } from '../rows/row-kinds.ts';
import { issueOfRow } from '../rows/row-issues.ts';

export interface BookInput {
  readonly table: EditedTable;
  readonly plan: ColumnPlan;
  readonly rules: Rules;
  readonly products: ProductTable;
  /** Numbers of our own for outside ids; asked only under the rule for them. */
  readonly numbers: OrderNumbers;
  /** Milliseconds since 1970; fixed for the book's life, so that the same input gives the same answer. */
  readonly now: number;
  /** What the reader of the file said of single rows, by row index. */
  readonly readingIssues: ReadonlyMap<number, readonly Issue[]>;
  /** Indices of the rows that a person left out. */
  readonly leftOut: ReadonlySet<number>;
}

/** An order read in full, with the request that would be sent; null where it cannot be. */
export interface InspectedOrder extends CheckedOrder {
  readonly request: OrderRequest | null;
}

/** Hears of every order that a change brings, takes away, or checks anew (gone, then come). */
export interface BookListener {
  came(entry: OrderEntry): void;
  gone(entry: OrderEntry): void;
  /** A row outside the orders (a total, a repeated heading) and what is to be said of it. */
  rowIssue(issue: Issue, sign: Sign): void;
}

const noRows: readonly number[] = [];

/** How long the parts of making a book take, in all of it: the dates of its column, the sums between the rows, what each row is, the check of each order. */
const datesPart: Part = [0, 0.05];
const sumsPart: Part = [0.05, 0.1];
const rowsPart: Part = [0.1, 0.2];
const checkPart: Part = [0.2, 1];

function statusColumnOf({ columns }: ColumnPlan, { fulfillment_status: { column } }: Readers): CheckContext['statusColumn'] {
  const reason = column === null ? undefined : columns[column]?.reason.code;
  if (reason === 'orders.chosen') return 'chosen';
  return reason === 'ownName' ? 'ours' : 'foreign';
}

export class OrderBook {
  readonly input: BookInput;
  readonly evidence = new Evidence();
  readonly readers: Readers;
  readonly dateOrder: DateOrder;
  listener: BookListener | null = null;
  readonly #dates: DateColumn;
  readonly #context: CheckContext;
  /** For looking at an order: what it shows is counted apart. */
  readonly #looking: CheckContext;
  readonly #classifier: RowClassifier;
  readonly #groups: RowGroups;

  /** Reads and checks all orders of the table. */
  static *make(input: BookInput): Steps<OrderBook> {
    const { table, plan } = input;
    const dates = new DateColumn(table, plan.mapping);
    if (dates.present) yield* overIndices(plan.firstDataIndex, table.rowCount, (index) => dates.add(index), datesPart);
    const book = new OrderBook(input, dates);
    yield* book.#classifier.prepare(sumsPart);
    yield* book.#build();
    return book;
  }

  /** With its dates surveyed, and no orders yet. */
  private constructor(input: BookInput, dates: DateColumn) {
    const { table, plan, rules, now, products, numbers } = input;
    this.input = input;
    this.#dates = dates;
    this.dateOrder = this.#decidedOrder();
    this.readers = makeReaders({ table, mapping: plan.mapping, rules, now, dateOrder: this.dateOrder, numbers });
    this.#classifier = new RowClassifier(table, this.readers, plan, rules.orderNumbers);
    this.#groups = new RowGroups(table, this.#classifier, plan.firstDataIndex);
    this.#context = {
      table,
      readers: this.readers,
      rules,
      checks: changedChecks(rules.checks),
      statusColumn: statusColumnOf(plan, this.readers),
      evidence: this.evidence,
      places: new PlaceMatcher(),
      products,
      readingIssues: input.readingIssues,
    };
    this.#looking = { ...this.#context, evidence: new Evidence() };
  }

  get firstIndex(): number {
    return this.input.plan.firstDataIndex;
  }

  kind(index: number): RowKind {
    return this.#groups.kind(index);
  }

  /** The order of the row, or undefined where the row is none of an order's. */
  entryAt(index: number): OrderEntry | undefined {
    return this.#groups.entryAt(index);
  }

  /** The order with the key (see OrderEntry.key), or undefined. */
  entryOf(key: string): OrderEntry | undefined {
    return this.#groups.entryOf(key);
  }

  get orderCount(): number {
    return this.#groups.orderCount;
  }

  /** The orders in the order of their first rows. */
  entries(): readonly OrderEntry[] {
    return this.#groups.entries();
  }

  /** Under numbers of our own: the first outside id that has one, for a sentence. */
  firstOwnNumber(): { readonly id: string; readonly number: number } | null {
    for (const entry of this.entries()) if (entry.orderId !== null) return { id: this.readers.order_id.text(entry.rows[0] ?? 0), number: entry.orderId };
    return null;
  }

  /** Reads the order in full, for looking at it or sending it; counts nothing. An order that is left out has no issues. */
  inspect(entry: OrderEntry): InspectedOrder {
    const place = this.#placeOf(entry);
    if (entry.leftOut) {
      const { reading, amount } = checkOrder(this.#looking, { ...place, rows: { active: entry.rows, leftOut: noRows } }, 1);
      return { issues: [], sendable: false, request: null, reading, amount };
    }
    const checked = checkOrder(this.#looking, place, 1);
    const request = checked.sendable ? requestOf(checked.reading) : null;
    if (request === null) return { ...checked, request };
    const gate = throughGate(request, this.input.table.rowNumber(entry.rows[0] ?? 0));
    if ('request' in gate) return { ...checked, request };
    return { ...checked, sendable: false, request: null, issues: [...checked.issues, gate.refused] };
  }

  /** Indices of the rows that give the order its items, item by item: a row that lists several stands there as often. */
  itemRows(entry: OrderEntry): readonly number[] {
    const place = this.#placeOf(entry);
    return this.input.rules.splitItems === 'on' ? checkOrder(this.#looking, place, 1).reading.lines.map(({ index }) => index) : itemRowsOf(this.#looking, place);
  }

  /** What is to be said of a row outside the orders. */
  rowIssue(index: number): Issue | null {
    return issueOfRow(this.kind(index), this.input.table.rowNumber(index));
  }

  /**
   * Makes a change: `apply` changes cells or left-out marks of the rows at `indices`, adds these rows or takes them away (all of them, ascending, with those
   * that a merged cell covers). False where the change also changes how a whole column is read: the book is then out of
   * date, and a new one must be made.
   */
  change(indices: readonly number[], apply: () => void): boolean {
    const touched = new Set<OrderEntry>();
    const touch = (entry: OrderEntry) => {
      if (touched.has(entry)) return;
      touched.add(entry);
      // One that has just begun was not counted yet.
      if (entry.rows.length === 0) return;
      this.listener?.gone(entry);
      this.#check(entry, -1);
    };
    const above = [...this.#groups.ordersAbove(indices)].map((entry) => ({ entry, parted: this.#partedFrom(entry).join() }));
    for (const index of indices) {
      const entry = this.entryAt(index);
      if (entry !== undefined) touch(entry);
      this.#sayRow(index, -1);
      if (index >= this.firstIndex) this.#dates.remove(index);
    }
    apply();
    this.#groups.grow();
    for (const index of indices) {
      if (index >= this.firstIndex) this.#dates.add(index);
      this.#groups.classify(index);
      this.#sayRow(index, 1);
    }
    if (this.#decidedOrder() !== this.dateOrder) return false;
    for (const index of indices) this.#groups.regroupFrom(index, touch);
    // What a row is may matter to the order above it, too.
    for (const { entry, parted } of above) if (entry.rows.length > 0 && this.#partedFrom(entry).join() !== parted) touch(entry);
    for (const entry of touched) {
      if (entry.rows.length === 0) continue;
      this.#check(entry, 1);
      this.listener?.came(entry);
    }
    return true;
  }

  /** What the cells of the delivery date show about their order. */
  get dateSurvey(): DateSurvey {
    return this.#dates.survey;
  }

  #decidedOrder(): DateOrder {
    const { dateOrder } = this.input.rules;
    return dateOrder === 'auto' ? this.#dates.order : dateOrder;
  }

  *#build(): Steps<void> {
    const place = (index: number): void => {
      this.#groups.classify(index);
      this.#groups.place(index);
    };
    yield* overIndices(this.firstIndex, this.input.table.rowCount, place, rowsPart);
    yield* overItems(this.entries(), (entry) => this.#check(entry, 1), checkPart);
  }

  #sayRow(index: number, sign: Sign): void {
    if (!this.#groups.isBetween(index)) return;
    const issue = this.rowIssue(index);
    if (issue !== null) this.listener?.rowIssue(issue, sign);
  }

  /** Rows that may be items of the order, but for what stands between; not those that a person left out. */
  #partedFrom(entry: OrderEntry): readonly number[] {
    const parted = this.#groups.partedFrom(entry);
    return parted.length === 0 ? parted : parted.filter((index) => !this.input.leftOut.has(index));
  }

  #placeOf(entry: OrderEntry): OrderPlace {
    const { leftOut } = this.input;
    const out = leftOut.size === 0 ? noRows : entry.rows.filter((index) => leftOut.has(index));
    const active = out.length === 0 ? entry.rows : entry.rows.filter((index) => !leftOut.has(index));
    const continued = active.some((index) => this.#groups.isContinued(index)) ? active.filter((index) => this.#groups.isContinued(index)) : noRows;
    const parted = this.#partedFrom(entry);
    return { key: entry.key, orderId: entry.orderId, rows: { active, leftOut: out }, continued, parted };
  }

  #check(entry: OrderEntry, sign: Sign): void {
    if (sign < 0) {
      if (!entry.leftOut) checkOrder(this.#context, this.#placeOf(entry), sign);
      return;
    }
    const place = this.#placeOf(entry);
    entry.take(place.rows.active.length === 0 ? null : checkOrder(this.#context, place, sign));
  }
}
