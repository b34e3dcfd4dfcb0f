/**
 * Holds the orders of a batch: the order book over the edited table, each order's send history, the totals. Checks only
 * the changed rows again where it can, everything where it must.
 */
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { Issue } from '../../shared/domain/model/issues.ts';
import type { Settled } from '../../shared/domain/model/settled.ts';
import type { ShopName } from '../../shared/domain/model/shop.ts';
import type { LedgerEntry, OrderOutcome } from '../../shared/domain/model/ledger.ts';
import type { ColumnPlan } from '../../shared/domain/columns/column-plan.ts';
import { interpretWithHours } from '../../shared/domain/checking/standing-days.ts';
import type { CountDelta } from '../../shared/domain/checking/file-statistics.ts';
import { cancelledKey } from '../../shared/domain/identity/order-keys.ts';
import { listKindQuestion } from '../../shared/domain/questions/identity-questions.ts';
import { otherShopsQuestion } from '../../shared/domain/questions/order-number-questions.ts';
import { answeredHeadingNotices } from '../../shared/domain/settled/answered-headings.ts';
import { settledRowsNotices } from '../../shared/domain/settled/rows-by-value.ts';
import { fileIssues } from '../../shared/domain/questions/file-issues.ts';
import { OrderBook, type OrderBookInput, type OrderBookListener } from '../../shared/domain/orders/order-book.ts';
import type { CheckedOrder } from '../../shared/domain/checking/order-check.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { orderKeyOf } from '../../shared/domain/orders/order-key.ts';
import { outcomeIssues } from '../../shared/domain/orders/outcome-issues.ts';
import {
  decideStateFromSendHistory,
  otherShopOf,
  stateWithoutHistory,
} from '../../shared/domain/orders/send-history-state.ts';
import { RowNumbers } from '../../shared/domain/orders/row-numbers.ts';
import type { EarlierOrder, NumberedOrder, RecognisedOrder, ResolvedOrder, UnnumberedOrder } from '../ports.ts';
import { OwnOrderNumbers } from '../../shared/domain/orders/own-order-numbers.ts';
import { ProductTable } from '../../shared/domain/products/product-table.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { forEachIndex, forEachItem, runToCompletion } from '../../shared/cooperative.ts';
import type { CooperativeTask, ProgressRange } from '../../shared/cooperative.ts';
import { encodeOrder } from '../platform/encode-order.ts';
import type { BatchInput } from './batch-input.ts';
import { OrderMatches, type OrderMatchesInput } from './order-matches.ts';
import { readingIssuesByRow } from './reading-issues.ts';
import { RecentOrders } from './recent-orders.ts';
import { RepeatedOrders } from './repeated-orders.ts';
import { OrderTally } from './tally.ts';
import { unsentOrdersCooperatively } from './unsent-orders.ts';

type OfBook = 'products' | 'startNumber' | 'answeredElsewhere' | 'mostIssuesKept';

export interface BatchOrdersInput extends OrderMatchesInput, Pick<OrderBookInput, OfBook> {
  /** Id of the shop whose orders these are; null: nobody said. */
  readonly shop: string | null;
  readonly profile: Profile | null;
  readonly readingIssues: readonly Issue[];
  readonly settled: Settled;
  readonly acceptedProducts: ReadonlySet<number> | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The share of progress of what follows on building the book: it takes only a moment. */
const afterwards: ProgressRange = [1, 1];

const none: readonly Issue[] = [];

function planOf({ table, profile, now, settled, products }: BatchOrdersInput, choices: Choices): ColumnPlan {
  return interpretWithHours(table.file, choices, profile, now, settled.headings, products);
}

export class BatchOrders implements OrderBookListener {
  readonly input: BatchOrdersInput;
  readonly recentOrders = new RecentOrders();
  readonly #ledger = new Map<number, LedgerEntry>();
  readonly #outcomes = new Map<number, OrderOutcome>();
  /** Ids whose send history was asked for, and those for which it still must be. */
  readonly #historyLoaded = new Set<number>();
  readonly #historyMissing = new Set<number>();
  readonly #matches: OrderMatches;
  #book: OrderBook;
  #tally: OrderTally;
  #repeated: RepeatedOrders;
  #fileIssues: readonly Issue[] | null = null;
  /** Called for every order that was added (1), removed (-1), or may be sent because of another one's change (1). */
  onOrderChange: ((entry: OrderEntry, delta: CountDelta) => void) | null = null;

  /** Interprets the columns and reads all orders. */
  static *make(input: BatchOrdersInput, choices: Choices): CooperativeTask<BatchOrders> {
    const { table, products, now, leftOut, startNumber, answeredElsewhere, settled, mostIssuesKept } = input;
    const plan = planOf(input, choices);
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
      settled,
      acceptedProducts: input.acceptedProducts,
      ...(answeredElsewhere === undefined ? {} : { answeredElsewhere }),
      ...(mostIssuesKept === undefined ? {} : { mostIssuesKept }),
    });
    const orders = new BatchOrders(input, book);
    yield* orders.#countAll();
    return orders;
  }

  private constructor(input: BatchOrdersInput, book: OrderBook) {
    this.input = input;
    this.#book = book;
    this.#tally = new OrderTally(book.causes);
    this.#repeated = this.#repeatedOf(book);
    this.#matches = new OrderMatches(input, () => this.#book);
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
    // Of half a file, the orders without their items, nothing else is asked yet.
    const isHalf = this.input.readingIssues.some(
      ({ code }) => code === 'reading.joinQuestion' || code === 'reading.joinTables',
    );
    this.#fileIssues ??= [
      ...fileIssues(this.#book).filter(({ severity }) => !isHalf || severity !== 'error'),
      ...listKindQuestion(this.#book.input.rules, this.#matches.knownBefore(this.#ledger)),
      ...otherShopsQuestion(this.#book, this.#numbersOfOtherShops()),
      ...settledRowsNotices(this.#book, this.#book.input.settled?.rows ?? []),
      ...answeredHeadingNotices(this.plan),
      ...this.input.readingIssues.filter((issue) => !this.#isOfRow(issue)),
    ];
    return this.#fileIssues;
  }

  /** The shops that used numbers of orders of this batch, by order. */
  #numbersOfOtherShops(): ReadonlyMap<string, ShopName> {
    const used = new Map<string, ShopName>();
    for (const [orderId, ledger] of this.#ledger) {
      const shop = otherShopOf(ledger, this.input.shop);
      const entry = shop === null ? undefined : this.#book.entryByKey(orderKeyOf(orderId));
      if (shop !== null && entry?.state === 'withErrors') used.set(entry.key, shop);
    }
    return used;
  }

  /** Does the same again with these choices. */
  rebuild(choices: Choices): void {
    this.#matches.forgetKnown();
    runToCompletion(
      this.#rebuildBook({
        plan: planOf(this.input, choices),
        rules: choices.rules,
      }),
    );
  }

  /** Replaces the product table, or what was settled: everything is read again. The columns stay as they were decided. */
  setKnown({ products, settled }: Pick<BatchInput, 'products' | 'settled'>): void {
    const changed =
      products === undefined ? {} : { products: new ProductTable(products, this.book.input.products.beside) };
    runToCompletion(this.#rebuildBook(settled === undefined ? changed : { ...changed, settled }));
  }

  /** Outside ids that have no number of our own yet (decision 11), in file order. */
  get unnumberedIds(): readonly string[] {
    return this.#book.input.ownNumbers.idsWithoutNumber;
  }

  /** @param asked all ids that numbers were asked for; those that got none share another one's */
  *setOrderNumbersCooperatively(numbers: ReadonlyMap<string, number>, asked: readonly string[]): CooperativeTask<void> {
    const { ownNumbers } = this.#book.input;
    ownNumbers.remove(asked);
    ownNumbers.add(numbers);
    ownNumbers.refuse(asked.filter((id) => !numbers.has(id)));
    yield* this.#rebuildBook({});
  }

  /** Makes a change to the rows at `indices`; see OrderBook.change. */
  change(indices: readonly number[], apply: () => void): void {
    this.#fileIssues = null;
    const applyAndFollow = (): void => {
      apply();
      for (const index of indices) this.#matches.followDecision(index);
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

  takeUnresolved(): UnnumberedOrder[] {
    return this.#matches.takeUnresolved();
  }

  /** @param ledger entries of the orders that some resemble */
  *setResolvedCooperatively(
    resolved: ReadonlyMap<number, ResolvedOrder>,
    ledger: ReadonlyMap<number, LedgerEntry>,
  ): CooperativeTask<void> {
    this.#matches.setResolved(resolved, ledger);
    yield* this.#rebuildBook({});
  }

  takeUncompared(): number[] {
    return this.#matches.takeUncompared();
  }

  /** The keys of accepted orders; those of ours that say the same become «already sent». */
  setKnownKeys(keys: ReadonlyMap<number, readonly string[]>): void {
    this.#matches.setKnownKeys(keys);
    for (const number of keys.keys()) this.#updateStateOf(number);
  }

  /** See Batch.unsentOrdersCooperatively. */
  unsentOrdersCooperatively(ids: readonly number[]): CooperativeTask<NumberedOrder[]> {
    return unsentOrdersCooperatively(this, ids, (id) => this.#ledger.has(id) || this.#outcomes.has(id));
  }

  setRecentSignatures(signatures: readonly number[]): void {
    this.recentOrders.setSignatures(signatures);
    if (signatures.length > 0) for (const { signature } of this.#book.entries()) this.recentOrders.see(signature);
  }

  setEarlierOrders(earlier: ReadonlyMap<number, readonly EarlierOrder[]>): void {
    this.recentOrders.explain(earlier);
    for (const signature of earlier.keys()) this.#repeated.updateAlike(signature, this.#tally);
  }

  setRecognised(recognised: ReadonlyMap<number, RecognisedOrder>, ledger: ReadonlyMap<number, LedgerEntry>): void {
    this.#fileIssues = null;
    this.#matches.setRecognised(recognised, ledger);
    for (const orderId of recognised.keys()) this.#updateStateOf(orderId);
  }

  /** See {@link OrderMatches.contentKeysOf}. */
  contentKeysOf(entry: OrderEntry): readonly string[] {
    return this.#matches.contentKeysOf(entry);
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

  /** Of these orders another computer has nothing any more. */
  forgetLedger(orderIds: readonly number[]): void {
    this.#fileIssues = null;
    for (const orderId of orderIds) if (this.#ledger.delete(orderId)) this.#updateStateOf(orderId);
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

  /** Who had orders of this batch sent, by name. */
  senders(): readonly string[] {
    const names = [...this.#outcomes.values()].flatMap(({ sentBy }) => (sentBy ? [sentBy] : []));
    return [...new Set(names)].toSorted((a, b) => a.localeCompare(b));
  }

  /** The earlier sending of the order, under its number or the one under which it went out. */
  ledgerOf(entry: OrderEntry): LedgerEntry | undefined {
    return this.#ownLedgerOf(entry) ?? this.#matches.resemblanceOf(entry)?.ledger;
  }

  #ownLedgerOf(entry: OrderEntry): LedgerEntry | undefined {
    return entry.orderId === null ? undefined : this.#ledger.get(entry.orderId);
  }

  /** Whether it may be an order that was sent and of which nothing is left to know it by. */
  mayBeErased(entry: OrderEntry): boolean {
    return this.#matches.resemblanceOf(entry)?.kind === 'erased';
  }

  /** See {@link OrderMatches.erasedRows}. */
  get erasedRows(): readonly number[] | null {
    return this.#matches.erasedRows;
  }

  /** The earlier sending of its number, or of the order that it resembles. */
  earlierOf(entry: OrderEntry): LedgerEntry | undefined {
    return this.#matches.resemblanceOf(entry)?.ledger ?? this.ledgerOf(entry);
  }

  /** The id that the WMS gave the order: here, or where the very same order was sent from before; null where none is known. */
  wmsIdOf(entry: OrderEntry): number | null {
    const own = this.outcomeOf(entry)?.wmsId ?? null;
    return own === null && entry.state === 'alreadySent' ? (this.ledgerOf(entry)?.wmsId ?? null) : own;
  }

  orderAdded(entry: OrderEntry): void {
    if (entry.orderId !== null && !this.#historyLoaded.has(entry.orderId)) this.#historyMissing.add(entry.orderId);
    this.#matches.orderAdded(entry);
    this.#updateState(entry);
    this.#repeated.add(entry, this.#tally);
    this.#tally.countOrder(entry, 1);
    this.onOrderChange?.(entry, 1);
  }

  orderRemoved(entry: OrderEntry): void {
    this.#matches.orderRemoved(entry);
    this.#tally.countOrder(entry, -1);
    this.#repeated.remove(entry, this.#tally);
    this.onOrderChange?.(entry, -1);
  }

  rowIssueChanged(issue: Issue, delta: CountDelta): void {
    this.#tally.countRowIssue(issue, delta);
  }

  *#rebuildBook(changed: Partial<OrderBookInput>): CooperativeTask<void> {
    this.#book = yield* OrderBook.createCooperatively({ ...this.#book.givenInput, ...changed });
    yield* this.#countAll();
  }

  #repeatedOf(book: OrderBook): RepeatedOrders {
    return new RepeatedOrders(book, this.recentOrders, (entry) => this.onOrderChange?.(entry, 1));
  }

  /** Counts the orders once the book is complete: deciding an order's state reads the book. */
  *#countAll(): CooperativeTask<void> {
    const book = this.#book;
    this.#tally = new OrderTally(book.causes);
    this.#repeated = this.#repeatedOf(book);
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
    // Only cancelled orders that are not sent yet are asked about.
    const { cancelledOrderKeys, markedOrderKeys } = this.#book.statistics;
    if (cancelledOrderKeys.has(entry.key) || markedOrderKeys.has(entry.key)) this.#fileIssues = null;
    this.orderRemoved(entry);
    this.orderAdded(entry);
    return true;
  }

  #updateState(entry: OrderEntry): void {
    const outcome = this.outcomeOf(entry);
    const ledger = this.#ownLedgerOf(entry);
    const resembles = this.#matches.resemblanceOf(entry);
    // Nearly all orders of a new file.
    if (outcome === undefined && ledger === undefined && resembles === undefined) {
      entry.state = stateWithoutHistory(entry);
      entry.sendHistoryIssues = none;
      return;
    }
    const row = this.input.table.rowNumber(entry.rows[0] ?? 0);
    const decided = decideStateFromSendHistory(entry, row, {
      ledger,
      outcome,
      bodyHash: () => this.#bodyHash(entry),
      saysWhatWasSent: () => this.#saysWhatWasSent(entry, ledger),
      resembles,
      shop: this.input.shop,
      isCancelledSince: () => this.#isCancelledSince(entry),
    });
    entry.state = decided.state;
    const reasons =
      outcome !== undefined && decided.state === outcome.state ? outcomeIssues(outcome, entry, this.#book) : [];
    entry.sendHistoryIssues = reasons.length === 0 ? decided.issues : [...decided.issues, ...reasons];
  }

  #isCancelledSince(entry: OrderEntry): boolean {
    const { input, statistics } = this.#book;
    if (input.rules.cancelledOrders !== 'ask' || !statistics.cancelledOrderKeys.has(entry.key)) return false;
    return this.#matches.isNewsOf(entry, cancelledKey);
  }

  #saysWhatWasSent(entry: OrderEntry, ledger: LedgerEntry | undefined): boolean {
    if (ledger === undefined) return false;
    const hasSameBody = (): boolean => entry.sendable && this.#bodyHash(entry) === ledger.bodyHash;
    return this.#matches.saysWhatWasSent(entry, hasSameBody);
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
