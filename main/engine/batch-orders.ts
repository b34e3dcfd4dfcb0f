/**
 * The orders of a batch with everything that is known of them: the book over the edited table, the past of each order,
 * the totals. Makes changes small where it can, and reads everything again where it must.
 */
import { createHash } from 'node:crypto';
import type { Choices } from '../../shared/domain/choices.ts';
import type { Issue } from '../../shared/domain/issues.ts';
import type { LedgerEntry, OrderOutcome } from '../../shared/domain/ledger.ts';
import { interpretColumns, type ColumnPlan } from '../../shared/domain/orders/column-plan.ts';
import type { EditedTable } from '../../shared/domain/orders/edited-table.ts';
import type { Sign } from '../../shared/domain/orders/evidence.ts';
import { fileIssues } from '../../shared/domain/orders/file-issues.ts';
import { OrderBook, type BookListener } from '../../shared/domain/orders/order-book.ts';
import type { CheckedOrder } from '../../shared/domain/orders/order-check.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { outcomeIssues } from '../../shared/domain/orders/outcome-issues.ts';
import { judge } from '../../shared/domain/orders/past-state.ts';
import { OrderNumbers } from '../../shared/domain/orders/order-numbers.ts';
import { ProductTable } from '../../shared/domain/products/product-table.ts';
import type { Profile } from '../../shared/domain/profile.ts';
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

export class BatchOrders implements BookListener {
  readonly input: BatchOrdersInput;
  readonly #ledger = new Map<number, LedgerEntry>();
  readonly #outcomes = new Map<number, OrderOutcome>();
  /** Ids whose past was asked for, and those of which it still must be. */
  readonly #asked = new Set<number>();
  readonly #unasked = new Set<number>();
  readonly #rowReadingIssues: ReadonlyMap<number, readonly Issue[]>;
  readonly #numbers = new OrderNumbers();
  #products: ProductTable;
  #plan: ColumnPlan;
  #book: OrderBook;
  #tally = new Tally();
  #building = true;
  #fileIssues: readonly Issue[] | null = null;
  /** Hears of every order that went or came, with its state; for what depends on it. */
  onOrder: ((entry: OrderEntry, sign: Sign) => void) | null = null;

  constructor(input: BatchOrdersInput, choices: Choices) {
    this.input = input;
    this.#products = input.products;
    this.#rowReadingIssues = byRowIndex(input);
    this.#plan = interpretColumns(input.table.file, choices, input.profile);
    this.#book = this.#newBook(choices);
    this.#building = false;
    this.#countAll();
  }

  get plan(): ColumnPlan {
    return this.#plan;
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
    this.#plan = interpretColumns(this.input.table.file, choices, this.input.profile);
    this.#rebook(choices);
  }

  /** Another product table: everything is read again. */
  setProducts(products: ProductTable, choices: Choices): void {
    this.#products = products;
    this.#rebook(choices);
  }

  /** Outside ids that have no number of our own yet (decision 11), in file order. */
  get unnumbered(): readonly string[] {
    return this.#numbers.missing;
  }

  setOrderNumbers(numbers: ReadonlyMap<string, number>, choices: Choices): void {
    this.#numbers.add(numbers);
    this.#rebook(choices);
  }

  /** Makes a change to the rows at `indices`; see OrderBook.change. */
  change(indices: readonly number[], choices: Choices, apply: () => void): void {
    this.#fileIssues = null;
    if (!this.#book.change(indices, apply)) this.#rebook(choices);
  }

  /** Ids in the batch whose past was not asked for yet; they count as asked for from now on. */
  takeUnaskedIds(): number[] {
    const ids = [...this.#unasked];
    for (const id of ids) this.#asked.add(id);
    this.#unasked.clear();
    return ids;
  }

  setLedger(entries: Iterable<LedgerEntry>): void {
    for (const entry of entries) {
      this.#ledger.set(entry.orderId, entry);
      this.#asked.add(entry.orderId);
      this.#judgeAgain(entry.orderId);
    }
  }

  setOutcomes(outcomes: Iterable<OrderOutcome>): string[] {
    const changed: string[] = [];
    for (const outcome of outcomes) {
      this.#outcomes.set(outcome.orderId, outcome);
      if (this.#judgeAgain(outcome.orderId)) changed.push(String(outcome.orderId));
    }
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
    if (this.#building) return;
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
    if (!this.#building) this.#tally.row(issue, sign);
  }

  #newBook(choices: Choices): OrderBook {
    return new OrderBook({ table: this.input.table, plan: this.#plan, rules: choices.rules, products: this.#products, numbers: this.#numbers, now: this.input.now, readingIssues: this.#rowReadingIssues, leftOut: this.input.leftOut }, this);
  }

  #rebook(choices: Choices): void {
    this.#building = true;
    this.#book = this.#newBook(choices);
    this.#building = false;
    this.#tally = new Tally();
    this.#fileIssues = null;
    this.#countAll();
  }

  /** The book tells of its orders while it is made; they are counted when it stands, as judging one looks into it. */
  #countAll(): void {
    for (const entry of this.#book.entries()) this.came(entry);
    const { rowCount } = this.input.table;
    for (let index = this.#book.firstIndex; index < rowCount; index++) {
      const issue = this.#book.rowIssue(index);
      if (issue !== null) this.#tally.row(issue, 1);
    }
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
