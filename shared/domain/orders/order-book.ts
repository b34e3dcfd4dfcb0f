/**
 * Holds all orders of a table and keeps them up to date while cells change: a change classifies and regroups its rows
 * again and checks only the orders it touched. The result always equals that of a new book of the same table.
 */
import type { OrderRequest } from '../../wms/order-create.ts';
import { forEachIndex, forEachItem, type ProgressRange, type CooperativeTask } from '../../cooperative.ts';
import { changedCheckLevels } from '../model/checks.ts';
import type { ColumnField } from '../model/fields.ts';
import type { Issue } from '../model/issues.ts';
import { meaningsOf } from '../settled/meanings.ts';
import type { Settled } from '../model/settled.ts';
import type { ProductTable } from '../products/product-table.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Rules } from '../model/rules.ts';
import type { DateOrder, DateSurvey } from '../values/dates/date-survey.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import { readHeading } from '../columns/name-match.ts';
import { nameOfWare } from '../columns/ware-heading.ts';
import { findDoubts, watchedColumnsOf, type FileDoubts } from '../checking/file-doubts.ts';
import { statusColumnOf } from '../checking/delivery.ts';
import { itemRowsOf } from '../checking/item-rows.ts';
import { countsInCells, sureProductsOf } from '../checking/sure-items.ts';
import type { ListedProduct } from '../values/listed-products.ts';
import { findStandingDays, sureStandingDays, type StandingDays } from '../checking/standing-days.ts';
import { PlaceMatcher } from '../checking/delivery-address.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { FileStatistics, type CountDelta } from '../checking/file-statistics.ts';
import { checkOrder, type CheckContext, type CheckedOrder, type GroupedOrder } from '../checking/order-check.ts';
import { IssueCauses, nothingFound, type FoundIssues } from '../checking/issue-causes.ts';
import type { OrderEntry } from './order-entry.ts';
import { rulesOfSheet, type SheetRules } from './sheet-rules.ts';
import type { OwnOrderNumbers } from './own-order-numbers.ts';
import { moneyColumnsOf } from '../checking/courier-money.ts';
import { NoOrderSigns } from '../checking/no-order-signs.ts';
import { DateColumn, createFieldReaders, standInColumns, type FieldReaders } from '../checking/field-readers.ts';
import { orderRequestOf, validateOrderRequest } from '../checking/order-request.ts';
import type { RowNumbers } from './row-numbers.ts';
import { CancelledTitles } from '../rows/cancelled-title.ts';
import { RowGroups } from '../rows/row-groups.ts';
import { RowClassifier, type RowKind } from '../rows/row-kinds.ts';
import { issueOfRow } from '../rows/row-issues.ts';

/** Fields by folded heading. */
export type AnsweredHeadings = ReadonlyMap<string, ReadonlySet<ColumnField>>;

export interface OrderBookInput {
  readonly table: EditedTable;
  readonly plan: ColumnPlan;
  readonly rules: Rules;
  readonly products: ProductTable;
  /** Numbers of our own for outside ids; used only under the rule for them. */
  readonly ownNumbers: OwnOrderNumbers;
  /** Numbers of our own for rows without one; used only where the file has no order numbers. */
  readonly rowNumbers: RowNumbers;
  /** The first number of our own that is offered: today's, and free. */
  readonly startNumber: number;
  /** Milliseconds since 1970; fixed for the book's life, so that the same input gives the same result. */
  readonly now: number;
  /** Issues that the file's reader found in single rows, by row index. */
  readonly readingIssues: ReadonlyMap<number, readonly Issue[]>;
  /** Indices of the rows that a person left out. */
  readonly leftOut: ReadonlySet<number>;
  /** What other shops' files answered for headings: it only orders what is offered. */
  readonly answeredElsewhere?: AnsweredHeadings;
  /** Product ids that the server has accepted; null: too few to say what is new. */
  readonly acceptedProducts?: ReadonlySet<number> | null;
  /** What was settled about the shop's files; none: nothing. */
  readonly settled?: Settled;
  /** Issues that are kept in memory; the orders that are checked when there are more keep their causes alone. */
  readonly mostIssuesKept?: number;
}

/** An order read in full, with the request that would be sent; null where it cannot be sent. */
export interface InspectedOrder extends CheckedOrder {
  readonly request: OrderRequest | null;
}

/** Notified of every order that a change adds, removes, or checks again (removed, then added). */
export interface OrderBookListener {
  orderAdded(entry: OrderEntry): void;
  orderRemoved(entry: OrderEntry): void;
  /** An issue of a row outside the orders (a total, a repeated heading) was added or removed. */
  rowIssueChanged(issue: Issue, delta: CountDelta): void;
}

const noRows: readonly number[] = [];
const noIssues: readonly Issue[] = [];
/** Some 30 MB. */
const mostIssuesKept = 100_000;

/** Progress of creating a book: surveying its dates, finding sum rows, classifying rows, checking orders. */
const datesRange: ProgressRange = [0, 0.05];
const sumsRange: ProgressRange = [0.05, 0.1];
const rowsRange: ProgressRange = [0.1, 0.2];
const checkRange: ProgressRange = [0.2, 1];

export class OrderBook {
  /** With the rules in force. */
  readonly input: OrderBookInput;
  readonly sheetRules: SheetRules;
  readonly statistics = new FileStatistics();
  readonly causes = new IssueCauses();
  readonly readers: FieldReaders;
  readonly doubts: FileDoubts;
  readonly dateOrder: DateOrder;
  readonly areShortDaysDoubtful: boolean;
  /** Whether the cells of its products say how many, beyond doubt, and nothing else does. */
  readonly countsInCells: boolean;
  /** Days beside the rows that hold for them; null: none, or nobody said that they do. */
  readonly standingDays: StandingDays | null;
  listener: OrderBookListener | null = null;
  readonly #dates: DateColumn;
  readonly #context: CheckContext;
  /** For counting an order's causes without making its issues. */
  readonly #countingContext: CheckContext;
  #issuesKept = 0;
  /** For inspecting an order without counting it: has statistics of its own. */
  readonly #inspectionContext: CheckContext;
  readonly #classifier: RowClassifier;
  readonly #groups: RowGroups;
  readonly #cancelledTitles: CancelledTitles;

  /** Reads and checks all orders of the table. */
  static *createCooperatively(input: OrderBookInput): CooperativeTask<OrderBook> {
    const { table, plan } = input;
    const dates = new DateColumn(table, plan.mapping, input.now);
    if (dates.exists) yield* forEachIndex(plan.firstDataIndex, table.rowCount, (index) => dates.add(index), datesRange);
    const book = new OrderBook(input, dates);
    yield* book.#classifier.prepareCooperatively(sumsRange);
    yield* book.#buildCooperatively();
    return book;
  }

  /** Creates a book without orders; `dates` is surveyed already. */
  private constructor(input: OrderBookInput, dates: DateColumn) {
    const { table, plan, now, products, ownNumbers } = input;
    this.sheetRules = rulesOfSheet(input.rules, plan, table.file, input);
    const rules = this.sheetRules.inForce;
    this.input = { ...input, rules };
    this.#dates = dates;
    this.dateOrder = this.#decidedOrder();
    this.areShortDaysDoubtful = dates.areShortDaysDoubtful;
    this.doubts = findDoubts(table.file, plan, rules, now);
    this.countsInCells = countsInCells(rules, plan, table.file, products);
    this.standingDays =
      rules.standingDays === 'on'
        ? findStandingDays(table.file, plan, now)
        : sureStandingDays(rules, plan, table.file, now);
    const meanings = meaningsOf(input.settled?.values ?? [], now);
    const readersOf = (mapping: Mapping, ware?: string) =>
      createFieldReaders({
        ...(ware === undefined ? {} : { ware }),
        doubts: this.doubts,
        firstDataIndex: plan.firstDataIndex,
        table,
        mapping,
        rules,
        now,
        dateOrder: this.dateOrder,
        areShortDaysDoubtful: this.areShortDaysDoubtful,
        ownNumbers,
        standing: this.standingDays,
        meanings,
        standIns: standInColumns(plan),
      });
    this.readers = readersOf(plan.mapping);
    this.#classifier = new RowClassifier(table, this.readers, plan, rules.orderNumbers, input.rowNumbers);
    this.#groups = new RowGroups(table, this.#classifier, plan.firstDataIndex);
    this.#cancelledTitles = new CancelledTitles(table.file, plan);
    this.#context = {
      table,
      readers: this.readers,
      rules,
      checks: changedCheckLevels(rules.checks),
      causes: this.causes,
      keepsIssues: true,
      statusColumn: statusColumnOf(plan, this.readers),
      signs: new NoOrderSigns(
        plan,
        table,
        rules.status === 'column' || statusColumnOf(plan, this.readers) !== 'foreign',
        input.settled?.rows ?? [],
      ),
      statistics: this.statistics,
      places: new PlaceMatcher(),
      products,
      acceptedProducts: input.acceptedProducts ?? null,
      doubts: this.doubts,
      watched: watchedColumnsOf(plan),
      countsInCells: this.countsInCells,
      money: moneyColumnsOf(plan),
      hasRecipientsPhone: (plan.mapping.columns.phone ?? []).some(
        (column) => readHeading(plan.columns[column]?.heading ?? '').role === 'recipient',
      ),
      now,
      furtherItems: plan.itemGroups.map((group) =>
        readersOf({
          constants: plan.mapping.constants,
          columns: Object.fromEntries(Object.entries(group).map(([field, column]) => [field, [column]])),
        }),
      ),
      wares: plan.wares.map((column) => {
        const price = plan.warePrices.get(column);
        return readersOf(
          {
            constants: price === undefined ? plan.mapping.constants : { ...plan.mapping.constants, price },
            columns: { quantity: [column], product_name: [column] },
          },
          nameOfWare(plan.columns[column]?.heading ?? '', products),
        );
      }),
      readingIssues: input.readingIssues,
    };
    this.#countingContext = { ...this.#context, keepsIssues: false };
    this.#inspectionContext = { ...this.#context, statistics: new FileStatistics() };
  }

  /** What the book was made of: with the rules as they were made. */
  get givenInput(): OrderBookInput {
    return { ...this.input, rules: this.sheetRules.given };
  }

  /** The column of a status that nothing was taken from; null: there is none. */
  get unusedStatusColumn(): number | null {
    return this.#context.signs.columns.unused;
  }

  /** What the order's status cell says, where it calls the whole order cancelled or returned; else null. */
  cancelledStatusOf(entry: OrderEntry): string | null {
    if (!this.statistics.cancelledOrderKeys.has(entry.key)) return null;
    const { signs, table } = this.#context;
    for (const index of entry.rows)
      for (const column of signs.columns.statuses)
        if (signs.statusAt(index, column) === 'cancelled') return table.text(index, column);
    return null;
  }

  get firstDataIndex(): number {
    return this.input.plan.firstDataIndex;
  }

  rowKind(index: number): RowKind {
    return this.#groups.rowKind(index);
  }

  /** The row's order, or undefined where the row belongs to none. */
  entryOfRow(index: number): OrderEntry | undefined {
    return this.#groups.entryOfRow(index);
  }

  /** The order with the key (see OrderEntry.key), or undefined. */
  entryByKey(key: string): OrderEntry | undefined {
    return this.#groups.entryByKey(key);
  }

  get orderCount(): number {
    return this.#groups.orderCount;
  }

  /** All orders, sorted by their first rows. */
  entries(): readonly OrderEntry[] {
    return this.#groups.entries();
  }

  /** With numbers of our own: the first outside id and its number, as an example for a message. */
  firstOwnNumber(): { readonly id: string; readonly number: number } | null {
    for (const entry of this.entries())
      if (entry.orderId !== null) return { id: this.readers.order_id.text(entry.rows[0] ?? 0), number: entry.orderId };
    return null;
  }

  /** The request as it would be under another number; null where something else than the number is missing. */
  requestWithoutNumber(entry: OrderEntry): OrderRequest | null {
    const { parsedOrder } = checkOrder(this.#inspectionContext, this.#groupedOrderOf(entry), 1);
    const orderId = parsedOrder.orderId ?? { value: 1, index: null, origin: 'computed' as const };
    return orderRequestOf({ ...parsedOrder, orderId });
  }

  /** What the check found in the order. */
  issuesOf(entry: OrderEntry): readonly Issue[] {
    return entry.found.issues ?? this.inspect(entry).found.issues ?? noIssues;
  }

  /** Reads the order in full, to show or send it; changes no statistics. An order that is left out has no issues. */
  inspect(entry: OrderEntry): InspectedOrder {
    const place = this.#groupedOrderOf(entry);
    if (entry.leftOut) {
      const { parsedOrder, amount } = checkOrder(
        this.#inspectionContext,
        { ...place, rows: { active: entry.rows, leftOut: noRows } },
        1,
      );
      return { found: nothingFound, sendable: false, request: null, parsedOrder, amount };
    }
    const checked = checkOrder(this.#inspectionContext, place, 1);
    const request = checked.sendable ? orderRequestOf(checked.parsedOrder) : null;
    if (request === null) return { ...checked, request };
    const gate = validateOrderRequest(request, this.input.table.rowNumber(entry.rows[0] ?? 0));
    if ('request' in gate) return { ...checked, request };
    return { ...checked, sendable: false, request: null, found: this.#withIssue(checked.found, gate.refused) };
  }

  #withIssue(found: FoundIssues, error: Issue): FoundIssues {
    return {
      ...found,
      issues: [...(found.issues ?? noIssues), error],
      causes: [...found.causes, this.causes.ofIssue(error)],
      errors: found.errors + 1,
    };
  }

  /** The products that a row lists beyond doubt while nobody said whether such cells are split; null: it does not. */
  sureProducts(index: number): readonly ListedProduct[] | null {
    return sureProductsOf(this.#inspectionContext, index);
  }

  /** The row index of each of the order's items: a row that lists several products occurs as often. */
  itemRows(entry: OrderEntry): readonly number[] {
    const place = this.#groupedOrderOf(entry);
    const { statistics } = this;
    const isSplit = this.input.rules.splitItems === 'on' || statistics.cellsSplitSurely > 0;
    return isSplit || this.#context.furtherItems.length + this.#context.wares.length > 0
      ? checkOrder(this.#inspectionContext, place, 1).parsedOrder.lines.map(({ index }) => index)
      : itemRowsOf(this.#inspectionContext, place);
  }

  /** The issue of a row outside the orders, if any. */
  rowIssue(index: number): Issue | null {
    return issueOfRow(this.rowKind(index), this.input.table.rowNumber(index));
  }

  /**
   * Makes a change: `apply` changes cells or left-out marks of the rows at `indices`, adds these rows or deletes them.
   * `indices` are ascending and complete, with the rows that a merged cell covers. Returns false where the change also
   * alters the date order of a whole column, or the table has lines that head cancelled orders: the book is then out of
   * date, and a new one must be made.
   */
  applyChange(indices: readonly number[], apply: () => void): boolean {
    const touched = new Set<OrderEntry>();
    const touch = (entry: OrderEntry) => {
      if (touched.has(entry)) return;
      touched.add(entry);
      // A new order was not counted yet.
      if (entry.rows.length === 0) return;
      this.listener?.orderRemoved(entry);
      this.#check(entry, -1);
    };
    const above = [...this.#groups.ordersAbove(indices)].map((entry) => ({
      entry,
      parted: this.#separatedRowsOf(entry).join(),
    }));
    for (const index of indices) {
      const entry = this.entryOfRow(index);
      if (entry !== undefined) touch(entry);
      this.#notifyRowIssue(index, -1);
      if (index >= this.firstDataIndex) this.#dates.remove(index);
    }
    const headed = this.#groups.headCount;
    apply();
    this.#groups.growToTable();
    for (const index of indices) {
      if (index >= this.firstDataIndex) this.#dates.add(index);
      this.#groups.classify(index);
      this.#notifyRowIssue(index, 1);
    }
    if (this.#decidedOrder() !== this.dateOrder || this.#dates.areShortDaysDoubtful !== this.areShortDaysDoubtful)
      return false;
    // Which orders stand below such a line may have changed far down.
    if (headed > 0 || this.#groups.headCount > 0) return false;
    for (const index of indices) this.#groups.regroupFrom(index, touch);
    // A row's kind may also change which rows the order above is separated from.
    for (const { entry, parted } of above)
      if (entry.rows.length > 0 && this.#separatedRowsOf(entry).join() !== parted) touch(entry);
    for (const entry of touched) {
      if (entry.rows.length === 0) continue;
      this.#check(entry, 1);
      this.listener?.orderAdded(entry);
    }
    return true;
  }

  /** The survey of the delivery date's day-first or month-first order. */
  get dateSurvey(): DateSurvey {
    return this.#dates.survey;
  }

  #decidedOrder(): DateOrder {
    const { dateOrder } = this.input.rules;
    return dateOrder === 'auto' ? this.#dates.order : dateOrder;
  }

  *#buildCooperatively(): CooperativeTask<void> {
    const place = (index: number): void => {
      this.#groups.classify(index);
      this.#groups.assignOrder(index);
    };
    yield* forEachIndex(this.firstDataIndex, this.input.table.rowCount, place, rowsRange);
    yield* forEachItem(this.entries(), (entry) => this.#check(entry, 1), checkRange);
  }

  #notifyRowIssue(index: number, delta: CountDelta): void {
    if (!this.#groups.isBetweenOrders(index)) return;
    const issue = this.rowIssue(index);
    if (issue !== null) this.listener?.rowIssueChanged(issue, delta);
  }

  /** Rows that may be items of the order but are separated from it, without those that a person left out. */
  #separatedRowsOf(entry: OrderEntry): readonly number[] {
    const parted = this.#groups.separatedRowsOf(entry);
    return parted.length === 0 ? parted : parted.filter((index) => !this.input.leftOut.has(index));
  }

  #groupedOrderOf(entry: OrderEntry): GroupedOrder {
    const { leftOut } = this.input;
    const out = leftOut.size === 0 ? noRows : entry.rows.filter((index) => leftOut.has(index));
    const active = out.length === 0 ? entry.rows : entry.rows.filter((index) => !leftOut.has(index));
    const continuedRows = this.#groups.continuedRowsOf(active);
    const separatedRows = this.#separatedRowsOf(entry);
    const first = entry.rows[0] ?? 0;
    return {
      key: entry.key,
      orderId: entry.orderId,
      rows: { active, leftOut: out },
      continuedRows,
      separatedRows,
      head: this.#cancelledTitles.at(first) ?? this.#groups.headOf(first),
    };
  }

  #check(entry: OrderEntry, delta: CountDelta): void {
    if (delta < 0) {
      this.#issuesKept -= entry.found.issues?.length ?? 0;
      if (!entry.leftOut) checkOrder(this.#countingContext, this.#groupedOrderOf(entry), delta);
      return;
    }
    const place = this.#groupedOrderOf(entry);
    const isFull = this.#issuesKept >= (this.input.mostIssuesKept ?? mostIssuesKept);
    const context = isFull ? this.#countingContext : this.#context;
    entry.applyCheckResult(place.rows.active.length === 0 ? null : checkOrder(context, place, delta));
    this.#issuesKept += entry.found.issues?.length ?? 0;
  }
}
