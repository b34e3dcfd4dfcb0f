/**
 * Holds the orders of a batch: the order book over the edited table, each order's send history, the totals. Checks only
 * the changed rows again where it can, everything where it must.
 */
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { Issue } from '../../shared/domain/model/issues.ts';
import type { LedgerEntry, OrderOutcome } from '../../shared/domain/model/ledger.ts';
import { interpretColumns, type ColumnPlan } from '../../shared/domain/columns/column-plan.ts';
import type { EditedTable } from '../../shared/domain/table/edited-table.ts';
import type { CountDelta } from '../../shared/domain/checking/file-statistics.ts';
import { listKindQuestion, type KnownBefore } from '../../shared/domain/questions/identity-questions.ts';
import { fileIssues } from '../../shared/domain/questions/file-issues.ts';
import { OrderBook, type OrderBookInput, type OrderBookListener } from '../../shared/domain/orders/order-book.ts';
import type { CheckedOrder } from '../../shared/domain/checking/order-check.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { orderKeyOf } from '../../shared/domain/orders/order-key.ts';
import { outcomeIssues } from '../../shared/domain/orders/outcome-issues.ts';
import { decideStateFromSendHistory, type Resemblance } from '../../shared/domain/orders/send-history-state.ts';
import { RowNumbers } from '../../shared/domain/orders/row-numbers.ts';
import { orderContentOf } from '../../shared/domain/identity/order-content.ts';
import { saysTheSame } from '../../shared/domain/identity/order-keys.ts';
import { requestKeys, type KeyMaker } from '../platform/order-keys.ts';
import type { NumberedOrder, RecognisedOrder, ResolvedOrder, UnnumberedOrder } from '../ports.ts';
import { OwnOrderNumbers } from '../../shared/domain/orders/own-order-numbers.ts';
import { ProductTable } from '../../shared/domain/products/product-table.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import {
  runToCompletion,
  forEachIndex,
  forEachItem,
  type ProgressRange,
  type CooperativeTask,
} from '../../shared/cooperative.ts';
import { encodeOrder } from '../platform/encode-order.ts';
import { readingIssuesByRow } from './reading-issues.ts';
import { RepeatedOrders } from './repeated-orders.ts';
import { OrderTally } from './tally.ts';

export interface BatchOrdersInput {
  readonly table: EditedTable;
  /** Changed in place by the edit history. */
  readonly leftOut: ReadonlySet<number>;
  readonly profile: Profile | null;
  readonly readingIssues: readonly Issue[];
  readonly products: ProductTable;
  /** Indices of rows that a person said to be new orders; changed in place by the edit history. */
  readonly asNew: ReadonlySet<number>;
  /** Makes the keys that orders are known by; null where nothing is known and nothing is kept. */
  readonly keyMaker: KeyMaker | null;
  readonly startNumber: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The share of progress of what follows on building the book: it takes only a moment. */
const afterwards: ProgressRange = [1, 1];

export class BatchOrders implements OrderBookListener {
  readonly input: BatchOrdersInput;
  readonly #ledger = new Map<number, LedgerEntry>();
  readonly #outcomes = new Map<number, OrderOutcome>();
  /** Ids whose send history was asked for, and those for which it still must be. */
  readonly #historyLoaded = new Set<number>();
  readonly #historyMissing = new Set<number>();
  /** Orders without a number, of which nobody was asked yet whether they are known. */
  readonly #unresolved = new Set<OrderEntry>();
  /** What was answered, by first row. */
  readonly #resolved = new Map<number, ResolvedOrder>();
  /** Rows whose orders got a number because a person said that they are new. */
  readonly #decided = new Set<number>();
  /** Accepted orders with another body than ours: whether they say the same is seen by their keys. */
  readonly #uncompared = new Set<number>();
  readonly #knownKeys = new Map<number, ReadonlySet<string>>();
  /** Orders with a number of their shop's that went out under one of ours, by the shop's. */
  readonly #recognised = new Map<number, RecognisedOrder>();
  /** Entries of known orders that orders without a number resemble, by number. */
  readonly #resembled = new Map<number, LedgerEntry>();
  #book: OrderBook;
  #tally = new OrderTally();
  #repeated: RepeatedOrders;
  #fileIssues: readonly Issue[] | null = null;
  /** Called for every order that was added or removed, with its state then. */
  onOrderChange: ((entry: OrderEntry, delta: CountDelta) => void) | null = null;

  /** Interprets the columns and reads all orders. */
  static *make(input: BatchOrdersInput, choices: Choices): CooperativeTask<BatchOrders> {
    const { table, profile, products, now, leftOut, startNumber } = input;
    const plan = interpretColumns(table.file, choices, profile);
    const book = yield* OrderBook.createCooperatively({
      table,
      plan,
      rules: choices.rules,
      products,
      ownNumbers: new OwnOrderNumbers(),
      rowNumbers: new RowNumbers(),
      startNumber,
      now,
      readingIssues: readingIssuesByRow(input.readingIssues, table),
      leftOut,
    });
    const orders = new BatchOrders(input, book);
    yield* orders.#countAll();
    return orders;
  }

  private constructor(input: BatchOrdersInput, book: OrderBook) {
    this.input = input;
    this.#book = book;
    this.#repeated = new RepeatedOrders(book);
  }

  get plan(): ColumnPlan {
    return this.#book.input.plan;
  }

  get book(): OrderBook {
    return this.#book;
  }

  get tally(): OrderTally {
    return this.#tally;
  }

  /** Issues of the file as a whole, from its reader and from the check. */
  get fileIssues(): readonly Issue[] {
    this.#fileIssues ??= [
      ...fileIssues(this.#book),
      ...listKindQuestion(this.#book.input.rules, this.#knownBefore()),
      ...this.input.readingIssues.filter((issue) => !this.#isOfRow(issue)),
    ];
    return this.#fileIssues;
  }

  /** Does the same again with these choices. */
  rebuild(choices: Choices): void {
    // Other columns and rules make other keys: all but the rows that have a number of their own are asked about again.
    for (const [row, { kind }] of this.#resolved) {
      if (kind === 'given') continue;
      this.#resolved.delete(row);
      this.#book.input.rowNumbers.remove(row);
    }
    runToCompletion(
      this.#rebuildBook({
        plan: interpretColumns(this.input.table.file, choices, this.input.profile),
        rules: choices.rules,
      }),
    );
  }

  /** Replaces the product table: everything is read again. */
  setProducts(products: ProductTable): void {
    runToCompletion(this.#rebuildBook({ products }));
  }

  /** Outside ids that have no number of our own yet (decision 11), in file order. */
  get unnumberedIds(): readonly string[] {
    return this.#book.input.ownNumbers.idsWithoutNumber;
  }

  /** @param takenBack ids whose numbers were only passing ones */
  *setOrderNumbersCooperatively(
    numbers: ReadonlyMap<string, number>,
    takenBack: Iterable<string>,
  ): CooperativeTask<void> {
    this.#book.input.ownNumbers.remove(takenBack);
    this.#book.input.ownNumbers.add(numbers);
    yield* this.#rebuildBook({});
  }

  /** Makes a change to the rows at `indices`; see OrderBook.change. */
  change(indices: readonly number[], apply: () => void): void {
    this.#fileIssues = null;
    const applyAndFollow = (): void => {
      apply();
      for (const index of indices) this.#followDecision(index);
    };
    if (!this.#book.applyChange(indices, applyAndFollow)) runToCompletion(this.#rebuildBook({}));
  }

  /** Ids of the batch whose send history was not asked for yet; from now on they count as asked for. */
  takeIdsWithoutHistory(): number[] {
    const ids = [...this.#historyMissing];
    for (const id of ids) this.#historyLoaded.add(id);
    this.#historyMissing.clear();
    return ids;
  }

  /** Orders without a number of which nobody was asked yet whether they are known; from now on they count as asked. */
  takeUnresolved(): UnnumberedOrder[] {
    const orders = [...this.#unresolved].map((entry) => ({
      row: this.#firstRowOf(entry),
      keys: this.#keysOf(entry),
      isNew: this.input.asNew.has(entry.startRowIndex ?? -1),
    }));
    this.#unresolved.clear();
    return orders.toSorted((a, b) => a.row - b.row);
  }

  /** @param ledger entries of the orders that some resemble */
  *setResolvedCooperatively(
    resolved: ReadonlyMap<number, ResolvedOrder>,
    ledger: ReadonlyMap<number, LedgerEntry>,
  ): CooperativeTask<void> {
    const { rowNumbers } = this.#book.input;
    for (const [row, order] of resolved) {
      this.#resolved.set(row, order);
      if (order.kind === 'given' || order.kind === 'same') rowNumbers.set(row, order.number);
      if (order.kind === 'given' && this.input.asNew.has(this.input.table.indexOfRow(row))) this.#decided.add(row);
      const entry = ledger.get(order.number);
      if (entry !== undefined) this.#resembled.set(order.number, entry);
    }
    yield* this.#rebuildBook({});
  }

  /** Numbers of accepted orders whose keys are needed to see whether an order of ours says the same. */
  takeUncompared(): number[] {
    const numbers = [...this.#uncompared];
    this.#uncompared.clear();
    return numbers;
  }

  /** The keys of accepted orders; those of ours that say the same become «already sent». */
  setKnownKeys(keys: ReadonlyMap<number, readonly string[]>): void {
    for (const [number, list] of keys) {
      this.#knownKeys.set(number, new Set(list));
      this.#updateStateOf(number);
    }
  }

  /** See Batch.unsentOrdersCooperatively. */
  *unsentOrdersCooperatively(ids: readonly number[]): CooperativeTask<NumberedOrder[]> {
    const { keyMaker } = this.input;
    const orders: NumberedOrder[] = [];
    if (keyMaker === null || this.#book.input.rules.orderNumbers.kind === 'everyRow') return orders;
    const add = (orderId: number): void => {
      const entry = this.#book.entryByKey(orderKeyOf(orderId));
      if (entry === undefined || this.#ledger.has(orderId) || this.#outcomes.has(orderId)) return;
      const numberKey = keyMaker.ofOutsideId(String(orderId));
      orders.push({ orderId, keys: this.contentKeysOf(entry), numberKey });
    };
    yield* forEachItem(ids, add, [0, 1]);
    return orders;
  }

  setRecognised(recognised: ReadonlyMap<number, RecognisedOrder>, ledger: ReadonlyMap<number, LedgerEntry>): void {
    this.#fileIssues = null;
    for (const [number, entry] of ledger) this.#resembled.set(number, entry);
    for (const [orderId, order] of recognised) {
      this.#recognised.set(orderId, order);
      this.#updateStateOf(orderId);
    }
  }

  /** By what the order is known (shared/domain/identity/), but for its request. */
  contentKeysOf(entry: OrderEntry): readonly string[] {
    const { keyMaker, table, leftOut } = this.input;
    if (keyMaker === null) return [];
    const { readers, input } = this.#book;
    return keyMaker.ofContent(orderContentOf({ table, plan: input.plan, readers, rules: input.rules }, entry, leftOut));
  }

  #keysOf(entry: OrderEntry): readonly string[] {
    const request = entry.leftOut || this.input.keyMaker === null ? null : this.#book.requestWithoutNumber(entry);
    return [...this.contentKeysOf(entry), ...(request === null ? [] : requestKeys(request))];
  }

  *setLedgerCooperatively(entries: readonly LedgerEntry[]): CooperativeTask<void> {
    this.#fileIssues = null;
    const learn = (entry: LedgerEntry): void => {
      this.#ledger.set(entry.orderId, entry);
      this.#historyLoaded.add(entry.orderId);
      this.#updateStateOf(entry.orderId);
    };
    yield* forEachItem(entries, learn, [0, 1]);
  }

  /** Returns the keys of the orders that changed. */
  *setOutcomesCooperatively(outcomes: readonly OrderOutcome[]): CooperativeTask<string[]> {
    const changed: string[] = [];
    const learn = (outcome: OrderOutcome): void => {
      this.#outcomes.set(outcome.orderId, outcome);
      if (this.#updateStateOf(outcome.orderId)) changed.push(orderKeyOf(outcome.orderId));
    };
    yield* forEachItem(outcomes, learn, afterwards);
    return changed;
  }

  /** Applies what the last check before sending found wrong with an order that had seemed ready. */
  replaceChecked(entry: OrderEntry, checked: CheckedOrder): void {
    this.orderRemoved(entry);
    entry.applyCheckResult(checked);
    this.orderAdded(entry);
  }

  outcomeOf(entry: OrderEntry): OrderOutcome | undefined {
    return entry.orderId === null ? undefined : this.#outcomes.get(entry.orderId);
  }

  /** The earlier sending of the order, under its number or the one under which it went out. */
  ledgerOf(entry: OrderEntry): LedgerEntry | undefined {
    return this.#ownLedgerOf(entry) ?? this.#resemblanceOf(entry)?.ledger;
  }

  #ownLedgerOf(entry: OrderEntry): LedgerEntry | undefined {
    return entry.orderId === null ? undefined : this.#ledger.get(entry.orderId);
  }

  /** The earlier sending of its number, or of the order that it resembles. */
  earlierOf(entry: OrderEntry): LedgerEntry | undefined {
    return this.#resemblanceOf(entry)?.ledger ?? this.ledgerOf(entry);
  }

  /** The id that the WMS gave the order: here, or where the very same order was sent from before; null where none is known. */
  wmsIdOf(entry: OrderEntry): number | null {
    const own = this.outcomeOf(entry)?.wmsId ?? null;
    return own === null && entry.state === 'alreadySent' ? (this.ledgerOf(entry)?.wmsId ?? null) : own;
  }

  orderAdded(entry: OrderEntry): void {
    if (entry.orderId !== null && !this.#historyLoaded.has(entry.orderId)) this.#historyMissing.add(entry.orderId);
    if (this.#needsNumber(entry)) this.#unresolved.add(entry);
    this.#updateState(entry);
    this.#repeated.add(entry, this.#tally);
    this.#tally.countOrder(entry, 1);
    this.onOrderChange?.(entry, 1);
  }

  orderRemoved(entry: OrderEntry): void {
    this.#unresolved.delete(entry);
    this.#tally.countOrder(entry, -1);
    this.#repeated.remove(entry, this.#tally);
    this.onOrderChange?.(entry, -1);
  }

  rowIssueChanged(issue: Issue, delta: CountDelta): void {
    this.#tally.countRowIssue(issue, delta);
  }

  *#rebuildBook(changed: Partial<OrderBookInput>): CooperativeTask<void> {
    this.#book = yield* OrderBook.createCooperatively({ ...this.#book.input, ...changed });
    yield* this.#countAll();
  }

  /** Counts the orders once the book is complete: deciding an order's state reads the book. */
  *#countAll(): CooperativeTask<void> {
    const book = this.#book;
    this.#tally = new OrderTally();
    this.#repeated = new RepeatedOrders(book);
    this.#fileIssues = null;
    yield* forEachItem(book.entries(), (entry) => this.orderAdded(entry), afterwards);
    const countRow = (index: number): void => {
      const issue = book.rowIssue(index);
      if (issue !== null) this.#tally.countRowIssue(issue, 1);
    };
    yield* forEachIndex(book.firstDataIndex, this.input.table.rowCount, countRow, afterwards);
    book.listener = this;
  }

  #updateStateOf(orderId: number): boolean {
    const entry = this.#book.entryByKey(orderKeyOf(orderId));
    if (entry === undefined) return false;
    this.orderRemoved(entry);
    this.orderAdded(entry);
    return true;
  }

  #updateState(entry: OrderEntry): void {
    const outcome = this.outcomeOf(entry);
    const ledger = this.#ownLedgerOf(entry);
    const row = this.input.table.rowNumber(entry.rows[0] ?? 0);
    const decided = decideStateFromSendHistory(entry, row, {
      ledger,
      outcome,
      bodyHash: () => this.#bodyHash(entry),
      saysWhatWasSent: () => this.#saysWhatWasSent(entry, ledger),
      resembles: this.#resemblanceOf(entry),
    });
    entry.state = decided.state;
    const reasons =
      outcome !== undefined && decided.state === outcome.state ? outcomeIssues(outcome, entry, this.#book) : [];
    entry.sendHistoryIssues = reasons.length === 0 ? decided.issues : [...decided.issues, ...reasons];
  }

  #knownBefore(): KnownBefore {
    let [same, similar] = [0, 0];
    for (const { kind, number } of this.#resolved.values()) {
      if (kind === 'changed') similar++;
      else if (kind === 'repeat' || (kind === 'same' && this.#ledger.has(number))) same++;
    }
    return { same, similar };
  }

  #firstRowOf(entry: OrderEntry): number {
    return this.input.table.rowNumber(entry.rows[0] ?? 0);
  }

  #needsNumber(entry: OrderEntry): boolean {
    if (this.#book.input.rules.orderNumbers.kind !== 'everyRow' || entry.orderId !== null) return false;
    return entry.startRowIndex !== null && this.#resolved.get(this.#firstRowOf(entry)) === undefined;
  }

  /** What a person decided of the row may have been decided, or taken back: the order is asked about anew. */
  #followDecision(index: number): void {
    const row = this.input.table.rowNumber(index);
    const isNew = this.input.asNew.has(index);
    const resolved = this.#resolved.get(row);
    const isHeld = resolved?.kind === 'repeat' || resolved?.kind === 'changed';
    if (isNew ? !isHeld : !this.#decided.has(row)) return;
    this.#resolved.delete(row);
    this.#decided.delete(row);
    this.#book.input.rowNumbers.remove(row);
  }

  #resemblanceOf(entry: OrderEntry): Resemblance | undefined {
    if (entry.orderId !== null) {
      const recognised = this.#recognised.get(entry.orderId);
      if (recognised === undefined || this.input.asNew.has(entry.rows[0] ?? -1)) return undefined;
      return { ...recognised, ledger: this.#resembled.get(recognised.number) };
    }
    if (entry.startRowIndex === null) return undefined;
    const resolved = this.#resolved.get(this.#firstRowOf(entry));
    if (resolved?.kind !== 'repeat' && resolved?.kind !== 'changed') return undefined;
    return { kind: resolved.kind, number: resolved.number, ledger: this.#resembled.get(resolved.number) };
  }

  #saysWhatWasSent(entry: OrderEntry, ledger: LedgerEntry | undefined): boolean {
    if (ledger === undefined || entry.orderId === null) return false;
    if (this.#resolved.get(this.#firstRowOf(entry))?.kind === 'same') return true;
    if (entry.sendable && this.#bodyHash(entry) === ledger.bodyHash) return true;
    const known = this.#knownKeys.get(entry.orderId);
    if (known !== undefined) return saysTheSame(this.contentKeysOf(entry), known);
    this.#uncompared.add(entry.orderId);
    return false;
  }

  #bodyHash(entry: OrderEntry): string | null {
    if (!entry.sendable) return null;
    const { request } = this.#book.inspect(entry);
    return request === null ? null : encodeOrder(request).hash;
  }

  #isOfRow(issue: Issue): boolean {
    return (
      issue.row !== undefined &&
      issue.scope !== 'file' &&
      this.input.table.file.indexOfRow(issue.row) >= this.#book.firstDataIndex
    );
  }
}
