/**
 * The orders of a batch with everything that is known of them: the book over the edited table, the past of each order,
 * the totals. Makes changes small where it can, and reads everything again where it must.
 */
import { createHash } from 'node:crypto';
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { Issue } from '../../shared/domain/model/issues.ts';
import type { LedgerEntry, OrderOutcome } from '../../shared/domain/model/ledger.ts';
import { interpretColumns, type ColumnPlan } from '../../shared/domain/columns/column-plan.ts';
import type { EditedTable } from '../../shared/domain/table/edited-table.ts';
import type { Sign } from '../../shared/domain/checking/evidence.ts';
import { fileIssues } from '../../shared/domain/questions/file-issues.ts';
import { OrderBook, type BookInput, type BookListener } from '../../shared/domain/orders/order-book.ts';
import type { CheckedOrder } from '../../shared/domain/checking/order-check.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { outcomeIssues } from '../../shared/domain/orders/outcome-issues.ts';
import { judge } from '../../shared/domain/orders/past-state.ts';
import { OrderNumbers } from '../../shared/domain/orders/order-numbers.ts';
import { ProductTable } from '../../shared/domain/products/product-table.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { inOneGo, overIndices, overItems, type Part, type Steps } from '../../shared/steps.ts';
import { Tally } from './tally.ts';

export interface BatchOrdersInput {
  readonly table: EditedTable;
  /** Changed in place by the edit history. */
  readonly leftOut: ReadonlySet<number>;
  readonly profile: Profile | null;
  readonly readingIssues: readonly Issue[];
  readonly products: ProductTable;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What follows on making a book takes a moment. */
const afterwards: Part = [1, 1];

export class BatchOrders implements BookListener {
  readonly input: BatchOrdersInput;
  readonly #ledger = new Map<number, LedgerEntry>();
  readonly #outcomes = new Map<number, OrderOutcome>();
  /** Ids whose past was asked for, and those of which it still must be. */
  readonly #asked = new Set<number>();
  readonly #unasked = new Set<number>();
  #book: OrderBook;
  #tally = new Tally();
  #fileIssues: readonly Issue[] | null = null;
  /** Hears of every order that went or came, with its state; for what depends on it. */
  onOrder: ((entry: OrderEntry, sign: Sign) => void) | null = null;

  /** Reads the columns and all orders. */
  static *make(input: BatchOrdersInput, choices: Choices): Steps<BatchOrders> {
    const { table, profile, products, now, leftOut } = input;
    const plan = interpretColumns(table.file, choices, profile);
    const book = yield* OrderBook.make({ table, plan, rules: choices.rules, products, numbers: new OrderNumbers(), now, readingIssues: byRowIndex(input), leftOut });
    const orders = new BatchOrders(input, book);
    yield* orders.#countAll();
    return orders;
  }

  private constructor(input: BatchOrdersInput, book: OrderBook) {
    this.input = input;
    this.#book = book;
  }

  get plan(): ColumnPlan {
    return this.#book.input.plan;
  }

  get book(): OrderBook {
    return this.#book;
  }

  get tally(): Tally {
    return this.#tally;
  }

  /** What is said of the file as a whole, by its reader and by the check. */
  get fileIssues(): readonly Issue[] {
    this.#fileIssues ??= [...fileIssues(this.#book), ...this.input.readingIssues.filter((issue) => !this.#isOfRow(issue))];
    return this.#fileIssues;
  }

  /** Reads the columns and all orders anew. */
  rebuild(choices: Choices): void {
    inOneGo(this.#rebook({ plan: interpretColumns(this.input.table.file, choices, this.input.profile), rules: choices.rules }));
  }

  /** Another product table: everything is read again. */
  setProducts(products: ProductTable): void {
    inOneGo(this.#rebook({ products }));
  }

  /** Outside ids that have no number of our own yet (decision 11), in file order. */
  get unnumbered(): readonly string[] {
    return this.#book.input.numbers.missing;
  }

  *setOrderNumbers(numbers: ReadonlyMap<string, number>): Steps<void> {
    this.#book.input.numbers.add(numbers);
    yield* this.#rebook({});
  }

  /** Makes a change to the rows at `indices`; see OrderBook.change. */
  change(indices: readonly number[], apply: () => void): void {
    this.#fileIssues = null;
    if (!this.#book.change(indices, apply)) inOneGo(this.#rebook({}));
  }

  /** Ids in the batch whose past was not asked for yet; they count as asked for from now on. */
  takeUnaskedIds(): number[] {
    const ids = [...this.#unasked];
    for (const id of ids) this.#asked.add(id);
    this.#unasked.clear();
    return ids;
  }

  *setLedger(entries: readonly LedgerEntry[]): Steps<void> {
    const learn = (entry: LedgerEntry): void => {
      this.#ledger.set(entry.orderId, entry);
      this.#asked.add(entry.orderId);
      this.#judgeAgain(entry.orderId);
    };
    yield* overItems(entries, learn, [0, 1]);
  }

  /** Answers the keys of the orders that changed. */
  *setOutcomes(outcomes: readonly OrderOutcome[]): Steps<string[]> {
    const changed: string[] = [];
    const learn = (outcome: OrderOutcome): void => {
      this.#outcomes.set(outcome.orderId, outcome);
      if (this.#judgeAgain(outcome.orderId)) changed.push(String(outcome.orderId));
    };
    yield* overItems(outcomes, learn, afterwards);
    return changed;
  }

  /** Takes up what the last gate found wrong with an order that had seemed ready. */
  refuse(entry: OrderEntry, checked: CheckedOrder): void {
    this.gone(entry);
    entry.take(checked);
    this.came(entry);
  }

  outcomeOf(entry: OrderEntry): OrderOutcome | undefined {
    return entry.orderId === null ? undefined : this.#outcomes.get(entry.orderId);
  }

  ledgerOf(entry: OrderEntry): LedgerEntry | undefined {
    return entry.orderId === null ? undefined : this.#ledger.get(entry.orderId);
  }

  came(entry: OrderEntry): void {
    if (entry.orderId !== null && !this.#asked.has(entry.orderId)) this.#unasked.add(entry.orderId);
    this.#judge(entry);
    this.#tally.order(entry, 1);
    this.onOrder?.(entry, 1);
  }

  gone(entry: OrderEntry): void {
    this.#tally.order(entry, -1);
    this.onOrder?.(entry, -1);
  }

  rowIssue(issue: Issue, sign: Sign): void {
    this.#tally.row(issue, sign);
  }

  *#rebook(changed: Partial<BookInput>): Steps<void> {
    this.#book = yield* OrderBook.make({ ...this.#book.input, ...changed });
    yield* this.#countAll();
  }

  /** Counts what the book holds, once it stands: judging an order looks into it. */
  *#countAll(): Steps<void> {
    const book = this.#book;
    this.#tally = new Tally();
    this.#fileIssues = null;
    yield* overItems(book.entries(), (entry) => this.came(entry), afterwards);
    const countRow = (index: number): void => {
      const issue = book.rowIssue(index);
      if (issue !== null) this.#tally.row(issue, 1);
    };
    yield* overIndices(book.firstIndex, this.input.table.rowCount, countRow, afterwards);
    book.listener = this;
  }

  #judgeAgain(orderId: number): boolean {
    const entry = this.#book.entryOf(String(orderId));
    if (entry === undefined) return false;
    this.gone(entry);
    this.came(entry);
    return true;
  }

  #judge(entry: OrderEntry): void {
    const outcome = this.outcomeOf(entry);
    const ledger = this.ledgerOf(entry);
    const row = this.input.table.rowNumber(entry.rows[0] ?? 0);
    const judgement = judge(entry, row, { ledger, outcome, bodyHash: () => this.#bodyHash(entry) });
    entry.state = judgement.state;
    const reasons = outcome !== undefined && judgement.state === outcome.state ? outcomeIssues(outcome, entry, this.#book) : [];
    entry.pastIssues = reasons.length === 0 ? judgement.issues : [...judgement.issues, ...reasons];
  }

  #bodyHash(entry: OrderEntry): string | null {
    if (!entry.sendable) return null;
    const { request } = this.#book.inspect(entry);
    return request === null ? null : sha256(JSON.stringify(request));
  }

  #isOfRow(issue: Issue): boolean {
    return issue.row !== undefined && issue.scope !== 'file' && this.input.table.file.indexOfRow(issue.row) >= this.#book.firstIndex;
  }
}

function byRowIndex({ readingIssues, table }: BatchOrdersInput): ReadonlyMap<number, readonly Issue[]> {
  const byRow = new Map<number, Issue[]>();
  for (const issue of readingIssues) {
    const index = issue.row === undefined || issue.scope === 'file' ? -1 : table.file.indexOfRow(issue.row);
    if (index < 0) continue;
    const known = byRow.get(index);
    if (known) known.push(issue);
    else byRow.set(index, [issue]);
  }
  return byRow;
}
