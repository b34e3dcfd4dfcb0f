/** Holds a batch in memory: one file being worked on, from opening to report. Edits and choices are stored by its owner. */
import type { FacetView } from '../../shared/contract/facets.ts';
import type { CauseView, OrderView, RowFilter, RowWindow } from '../../shared/contract/views.ts';
import { noChoices, type Choices } from '../../shared/domain/model/choices.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import { cellPlacesOf, type CellPlaces } from '../../shared/domain/table/cell-places.ts';
import type { VersionWithEdits } from '../../shared/domain/versions/carry-over.ts';
import type { LedgerEntry, OrderOutcome } from '../../shared/domain/model/ledger.ts';
import { resolveConstants } from '../../shared/domain/columns/resolve-constants.ts';
import { EditedTable } from '../../shared/domain/table/edited-table.ts';
import { ProductTable } from '../../shared/domain/products/product-table.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import { nothingSettled } from '../../shared/domain/model/settled.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import { runToCompletion, type CooperativeTask } from '../../shared/cooperative.ts';
import type {
  EarlierOrder,
  NumberedOrder,
  RecognisedOrder,
  ResolvedOrder,
  SendableOrder,
  UnnumberedOrder,
} from '../ports.ts';
import { BatchEdits } from './edits/batch-edits.ts';
import type { BatchInput, BatchParts } from './batch-input.ts';
import { BatchOrders } from './batch-orders.ts';
import { BatchReport } from './batch-report.ts';
import { createBatchSummary, type BatchSummaryWithoutServer } from './views/batch-summary.ts';
import { causeViews, causeViewsCooperatively } from './views/cause-views.ts';
import { checkJson, type CheckJson } from './views/check-json.ts';
import { fileColumns, type FileColumns } from './views/column-views.ts';
import { comparableOrder, type ComparableOrder } from './earlier-sending.ts';
import { EditHistory, type NumberedEdit } from './edits/edit-history.ts';
import type { HistoryStepWithoutTime } from './views/history-views.ts';
import { wholeFilePart, type FilePart } from './file-part.ts';
import { orderView } from './views/order-views.ts';
import type { CellPosition } from '../../shared/domain/model/issues.ts';
import { remindersOf, type Reminders } from './views/reminders.ts';
import { nextProblem, type SearchDirection } from './rows/problem-search.ts';
import { foldTest } from './rows/row-order.ts';
import { ChangeProposals } from './edits/change-proposals.ts';
import { RowListCache } from './rows/row-lists.ts';
import { RowViewer } from './views/row-views.ts';
import { startNumberForDay } from '../../shared/domain/orders/own-order-numbers.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';
import { outsideGoodsKeys } from './outside-ids.ts';
import { RowIdentities } from './row-identities.ts';
import { SendableOrders } from './sendable-orders.ts';
import { unmappedProducts, type UnmappedProduct } from './unmapped-products.ts';

/** Of a batch without a home. */
const noOffice = 0;

export class Batch {
  readonly batchId: string;
  readonly fileName: string;
  readonly #file: SheetFile;
  readonly #part: FilePart;
  /** Id of the shop whose orders these are; null: nobody said, and nothing told. */
  readonly shop: string | null;
  readonly shopHints: NonNullable<BatchInput['shopHints']>;
  /** Where the cells that it reads stand in the file. */
  readonly cellPlaces: CellPlaces;
  readonly #profile: Profile | null;
  readonly #now: number;
  readonly #table: EditedTable;
  readonly #history: EditHistory;
  readonly #orders: BatchOrders;
  readonly #sendable: SendableOrders;
  readonly #lists: RowListCache;
  readonly #edits: BatchEdits;
  #choices: Choices;
  #version: number;

  /** Maps, groups and checks the file's rows, and restores the stored edits and outcomes. */
  static *make(input: BatchInput): CooperativeTask<Batch> {
    const choices = resolveConstants(input.choices ?? noChoices, input.now);
    const table = new EditedTable(input.file.table);
    const leftOut = new Set<number>();
    const asNew = new Set<number>();
    const history = new EditHistory(table, leftOut, asNew);
    history.restore(input.edits ?? []);
    const orders = yield* BatchOrders.make(
      {
        table,
        leftOut,
        asNew,
        keyMaker: input.keyMaker ?? null,
        shop: input.shop ?? null,
        profile: input.profile ?? null,
        readingIssues: [...input.file.issues, ...(input.profileIssues ?? [])],
        products: new ProductTable(input.products, new ProductTable(input.file.productsBeside)),
        startNumber: input.startNumber ?? startNumberForDay(localFromEpoch(input.now), noOffice),
        ...(input.answeredElsewhere === undefined ? {} : { answeredElsewhere: input.answeredElsewhere }),
        settled: input.settled ?? nothingSettled,
        acceptedProducts: input.acceptedProducts ?? null,
        ...(input.mostIssuesKept === undefined ? {} : { mostIssuesKept: input.mostIssuesKept }),
        now: input.now,
      },
      choices,
    );
    const batch = new Batch(input, { choices, table, history, orders });
    if (input.sendHistory !== undefined) {
      yield* orders.setLedgerCooperatively([...input.sendHistory.ledger.values()]);
      yield* orders.setOutcomesCooperatively([...input.sendHistory.outcomes.values()]);
    }
    return batch;
  }

  private constructor(input: BatchInput, { choices, table, history, orders }: BatchParts) {
    this.batchId = input.batchId;
    this.fileName = input.fileName;
    this.#file = input.file;
    this.#part = input.part ?? wholeFilePart(input.file);
    this.cellPlaces = input.cellPlaces ?? cellPlacesOf(input.file.table, 'sheet', input.file.delimiter);
    this.shop = input.shop ?? null;
    this.shopHints = input.shopHints ?? { likeliest: [], removedShop: null };
    this.#profile = input.profile ?? null;
    this.#now = input.now;
    this.#version = input.firstVersion ?? 1;
    this.#choices = choices;
    this.#table = table;
    this.#history = history;
    this.#orders = orders;
    this.#sendable = new SendableOrders(this.#orders);
    this.#lists = new RowListCache(this.#orders);
    this.#edits = new BatchEdits({
      table: this.#table,
      history: this.#history,
      orders: this.#orders,
      sendable: this.#sendable,
      change: (indices, apply) => {
        this.#orders.change(indices, apply);
        this.#changed();
      },
    });
  }

  get version(): number {
    return this.#version;
  }

  /** The choices in force; relative constants («tomorrow 14:00») are resolved to dates, and are stored so. */
  get choices(): Choices {
    return this.#choices;
  }

  /** The edits that were not undone, in order. */
  get edits(): readonly Edit[] {
    return this.#history.applied.map(({ edit }) => edit);
  }

  /** The file with its edits, for comparing it with another version of the file. */
  get editedVersion(): VersionWithEdits {
    return { table: this.#table, plan: this.#orders.plan, leftOut: this.#orders.input.leftOut };
  }

  /** First rows of orders that may be ones of which everything was erased; null: there never were any. */
  get erasedRows(): readonly number[] | null {
    return this.#orders.erasedRows;
  }

  /** Orders without a number of which nobody was asked yet whether they are known; from now on they count as asked. */
  takeUnresolved(): UnnumberedOrder[] {
    return this.#orders.takeUnresolved();
  }

  /** Takes what orders without a number are: see ResolvedOrder. @param ledger entries of the orders that some resemble */
  *setResolvedCooperatively(
    resolved: ReadonlyMap<number, ResolvedOrder>,
    ledger: ReadonlyMap<number, LedgerEntry>,
  ): CooperativeTask<void> {
    yield* this.#orders.setResolvedCooperatively(resolved, ledger);
    this.#sendable.rescan();
    this.#changed();
  }

  /** Numbers of accepted orders whose keys are needed to see whether orders of this batch say the same. */
  takeUncompared(): number[] {
    return this.#orders.takeUncompared();
  }

  /** Of these ids, the orders with a number of their shop's of which nothing was sent under it. */
  unsentOrdersCooperatively(ids: readonly number[]): CooperativeTask<NumberedOrder[]> {
    return this.#orders.unsentOrdersCooperatively(ids);
  }

  /** Takes which orders went out under numbers of our own, by their ids. @param ledger entries under those numbers */
  setRecognised(recognised: ReadonlyMap<number, RecognisedOrder>, ledger: ReadonlyMap<number, LedgerEntry>): void {
    this.#orders.setRecognised(recognised, ledger);
    this.#changed();
  }

  setKnownKeys(keys: ReadonlyMap<number, readonly string[]>): void {
    this.#orders.setKnownKeys(keys);
    this.#changed();
  }

  /** Whether it was never told what went out of other files in the last days. */
  get asksForRecentOrders(): boolean {
    return this.#orders.recentOrders.isUnknown;
  }

  /** Takes the signatures of what went out of other files (shared/domain/identity/repeat-signature.ts). */
  setRecentSignatures(signatures: readonly number[]): void {
    this.#orders.setRecentSignatures(signatures);
  }

  /** Signatures of orders of this batch that other files had, too, and of which nobody asked yet. */
  takeSignaturesSeenBefore(): number[] {
    return this.#orders.recentOrders.takeUnexplained();
  }

  /** Takes which orders these were, by signature. */
  setEarlierOrders(earlier: ReadonlyMap<number, readonly EarlierOrder[]>): void {
    this.#orders.setEarlierOrders(earlier);
    this.#changed();
  }

  /** Order ids whose send history was not asked for yet; from now on they count as asked for. */
  takeIdsWithoutHistory(): number[] {
    return this.#orders.takeIdsWithoutHistory();
  }

  /** Whose order a row is, and by what that is known. */
  get rowIdentities(): RowIdentities {
    return new RowIdentities(this.#orders);
  }

  /** Replaces the product table, or what was settled about the shop's files: every row is read again. */
  setKnown(known: Pick<BatchInput, 'products' | 'settled'>): void {
    this.#orders.setKnown(known);
    this.#sendable.rescan();
    this.#changed();
  }

  /** Outside ids that wait for a number of our own (rules.orderNumbers `own`), in file order. */
  get unnumberedIds(): readonly string[] {
    return this.#choices.rules.orderNumbers.kind === 'own' ? this.#orders.unnumberedIds : [];
  }

  /** See {@link outsideGoodsKeys}. */
  outsideGoodsKeys(ids: ReadonlySet<string>): ReadonlyMap<string, string> {
    return outsideGoodsKeys(this.#orders, ids);
  }

  /** @param takenBack ids whose numbers were only passing ones */
  *setOrderNumbersCooperatively(
    numbers: ReadonlyMap<string, number>,
    asked: readonly string[] = [],
  ): CooperativeTask<void> {
    yield* this.#orders.setOrderNumbersCooperatively(numbers, asked);
    this.#sendable.rescan();
    this.#changed();
  }

  /** Products that the product table does not know, each once with its rows counted, the commonest first. */
  unmappedProducts(): UnmappedProduct[] {
    return unmappedProducts(this.#orders);
  }

  /** Sets what other batches know of order ids. */
  setLedger(entries: Iterable<LedgerEntry>): void {
    runToCompletion(this.setLedgerCooperatively([...entries]));
  }

  /** Nobody else has these orders any more. */
  forgetLedger(orderIds: readonly number[]): void {
    this.#orders.forgetLedger(orderIds);
    this.#changed();
  }

  /** {@link setLedger} as a cooperative task. */
  *setLedgerCooperatively(entries: readonly LedgerEntry[]): CooperativeTask<void> {
    yield* this.#orders.setLedgerCooperatively(entries);
    this.#changed();
  }

  /** Sets outcomes from this batch's journal; returns the keys of the orders that changed. */
  setOutcomes(outcomes: readonly OrderOutcome[]): string[] {
    this.#sendable.releaseRefused(outcomes);
    const keys = runToCompletion(this.#orders.setOutcomesCooperatively(outcomes));
    this.#changed();
    return keys;
  }

  summary(): BatchSummaryWithoutServer {
    return createBatchSummary(this.#orders, {
      batchId: this.batchId,
      version: this.#version,
      fileName: this.fileName,
      file: this.#file,
      part: this.#part,
      choices: this.#choices,
      profileName: this.#profile?.name ?? null,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
    });
  }

  columns(): FileColumns {
    return fileColumns(this.#orders, this.#file.table, this.#choices.rules);
  }

  /** A window of the rows that pass the filter. */
  rows(filter: RowFilter, from: number, count: number): RowWindow {
    const list = this.#lists.list(filter);
    const viewer = new RowViewer(this.#orders, this.#sendable.taken);
    const rows = [];
    const folds = filter.collapsed ? foldTest(filter.collapsed) : null;
    for (let at = from; at < Math.min(list.length, from + count); at++)
      rows.push(viewer.view(list.rowIndexAt(at), list.bandAt(at), list.startsOrderAt(at), folds));
    return { version: this.#version, total: list.length, from, rows };
  }

  /** What the rows can be narrowed to, each value with its orders counted. */
  facets(filter: RowFilter): FacetView[] {
    return this.#lists.facets(filter);
  }

  /** Index of the row (as Excel shows it) in the filtered list; -1 where it does not pass. */
  indexOfRow(filter: RowFilter, row: number): number {
    return this.#lists.list(filter).positionOf(this.#table.indexOfRow(row));
  }

  nextProblem(from: CellPosition | null, direction: SearchDirection, cause: string | null = null): CellPosition | null {
    return nextProblem(this.#orders, from, direction, cause);
  }

  /** What is said once more of the orders about to be sent. `now`: ms since 1970-01-01Z. */
  reminders(now: number): Reminders {
    return remindersOf(this.#orders, this.#now, now);
  }

  causes(): CauseView[] {
    return causeViews(this.#orders);
  }

  /** {@link causes} as a cooperative task: it may take seconds the first time. Edits may come between two steps. */
  causesCooperatively(): CooperativeTask<CauseView[]> {
    return causeViewsCooperatively(this.#orders);
  }

  /** The order with this key. Fails with `orders.noSuchOrder`. */
  order(key: string): Result<OrderView> {
    const entry = this.#orders.book.entryByKey(key);
    return entry === undefined
      ? failure('orders.noSuchOrder', { order: key })
      : success(orderView(this.#orders, entry, this.#sendable.taken));
  }

  /** The order with this key as it is compared with what was sent of it; null where nothing was accepted before. */
  comparableOrder(key: string): ComparableOrder | null {
    const entry = this.#orders.book.entryByKey(key);
    return entry === undefined ? null : comparableOrder(this.#orders, entry);
  }

  /**
   * Applies a new edit; its owner stores it after that. Fails with `orders.editDone`, `orders.editUnderWay`,
   * `orders.editRow`, `orders.editColumn`: then nothing has changed.
   */
  applyEdit(edit: Edit): Result<NumberedEdit> {
    return this.#edits.apply(edit);
  }

  /** Undoes the last edit; null where there is none. Fails like {@link applyEdit}. */
  undo(): Result<NumberedEdit | null> {
    return this.#edits.undo();
  }

  /** Redoes the edit that was undone last; null where there is none. Fails like {@link applyEdit}. */
  redo(): Result<NumberedEdit | null> {
    return this.#edits.redo();
  }

  /**
   * Undoes or redoes up to the point where the edit with this number was the last (0: the file as it was); returns the
   * edits on the way, in order. Fails like {@link applyEdit}.
   */
  goTo(sequence: number): Result<readonly NumberedEdit[]> {
    return this.#edits.goTo(sequence);
  }

  /** The latest `limit` steps of the history, newest first, undone ones too. */
  history(limit: number): { readonly steps: readonly HistoryStepWithoutTime[]; readonly earlier: number } {
    return this.#edits.steps(limit);
  }

  /** Replaces the choices about the same sheet (columns, constants, rules, heading row): everything is read again. */
  setChoices(choices: Choices): void {
    this.#choices = resolveConstants(choices, this.#now);
    this.#orders.rebuild(this.#choices);
    this.#sendable.rescan();
    this.#changed();
  }

  /** The edits and choices that would carry out what a person asks for, as the batch is now. */
  get proposals(): ChangeProposals {
    return new ChangeProposals(this.#orders, this.#choices);
  }

  /** Up to `limit` orders that may be sent and were not taken yet, in file order. They cannot be edited until released. */
  take(limit: number): SendableOrder[] {
    return this.#sendable.take(limit);
  }

  /** The order with this number as it is now; null where it could not be sent. */
  currentOrder(orderId: number): SendableOrder | null {
    return this.#sendable.currentOrder(orderId);
  }

  /** Keys of the orders that a run has taken. */
  get taken(): ReadonlySet<string> {
    return this.#sendable.taken;
  }

  /** Marks orders as taken by a run, for a batch that replaces an earlier reading of the same file. */
  adoptTaken(orderKeys: Iterable<string>): void {
    this.#sendable.adoptTaken(orderKeys);
  }

  /** To be called when a run ends: what it took may be edited and taken again. */
  releaseTaken(): void {
    this.#sendable.releaseAll();
    this.#changed();
  }

  /** The exact bodies of the orders that are ready, in the order of their first rows. */
  payloads(): Generator<string> {
    return this.#sendable.payloads();
  }

  /** Headings as the file holds them, one per column. */
  headings(): string[] {
    return this.#orders.plan.columns.map(({ heading }) => heading);
  }

  /** Like {@link report}, but without what was sent: enough for a summary. */
  get summaryReport(): BatchReport {
    return new BatchReport(this.#orders, true);
  }

  /** The batch as a report sees it. */
  get report(): BatchReport {
    return new BatchReport(this.#orders);
  }

  /** What `check --json` prints, without the part about the file. */
  checkJson(translate: Translator): CheckJson {
    return checkJson(this.#orders, translate);
  }

  #changed(): void {
    this.#version++;
    this.#lists.invalidate();
  }
}
