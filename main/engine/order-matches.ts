/**
 * Keeps which orders of a batch were found to be known from before, by what they say instead of by their number
 * (docs/domain.md, «Orders without a number»): what was answered, and what a person decided of it.
 */
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import { orderContentOf } from '../../shared/domain/identity/order-content.ts';
import { keyOfKind, saysTheSame } from '../../shared/domain/identity/order-keys.ts';
import type { OrderBook } from '../../shared/domain/orders/order-book.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { Resemblance } from '../../shared/domain/orders/send-history-state.ts';
import type { EditedTable } from '../../shared/domain/table/edited-table.ts';
import type { KnownBefore } from '../../shared/domain/questions/identity-questions.ts';
import type { KeyMaker } from '../platform/order-keys.ts';
import type { RecognisedOrder, ResolvedOrder, UnnumberedOrder } from '../ports.ts';

export interface OrderMatchesInput {
  readonly table: EditedTable;
  /** Indices of rows that a person left out; changed in place by the edit history. */
  readonly leftOut: ReadonlySet<number>;
  /** Indices of rows that a person said to be new orders; changed in place by the edit history. */
  readonly asNew: ReadonlySet<number>;
  /** Makes the keys that orders are known by; null where nothing is known and nothing is kept. */
  readonly keyMaker: KeyMaker | null;
}

export class OrderMatches {
  readonly #input: OrderMatchesInput;
  readonly #currentBook: () => OrderBook;
  /** Orders without a number, of which nobody was asked yet whether they are known. */
  readonly #unresolved = new Set<OrderEntry>();
  /** Whether an order was ever held because what it may be was erased. */
  #hadErased = false;
  /** What was answered, by first row. */
  readonly #resolved = new Map<number, ResolvedOrder>();
  /** Rows whose orders got a number because a person said that they are new. */
  readonly #decided = new Set<number>();
  /** Accepted orders with another body than ours: whether they say the same is seen by their keys. */
  readonly #uncompared = new Set<number>();
  readonly #knownKeys = new Map<number, ReadonlySet<string>>();
  /** Orders with a number of their shop's that went out under one of ours, by the shop's. */
  readonly #recognised = new Map<number, RecognisedOrder>();
  /** Entries of known orders that others resemble, by number. */
  readonly #resembled = new Map<number, LedgerEntry>();

  /** @param currentBook the order book may be replaced as a whole */
  constructor(input: OrderMatchesInput, currentBook: () => OrderBook) {
    this.#input = input;
    this.#currentBook = currentBook;
  }

  /** How many orders of the file are known, for the question whether it is a growing list. */
  knownBefore(ledger: ReadonlyMap<number, LedgerEntry>): KnownBefore {
    let [same, similar, erased] = [0, 0, 0];
    for (const { kind, number } of this.#resolved.values()) {
      if (kind === 'erased') erased++;
      else if (kind === 'changed') similar++;
      else if (kind === 'repeat' || (kind === 'same' && ledger.has(number))) same++;
    }
    return { same, similar, erased };
  }

  /**
   * First rows of the orders that may be ones of which everything was erased, and that nobody said to be new; null: there
   * never were any.
   */
  get erasedRows(): readonly number[] | null {
    if (!this.#hadErased) return null;
    return [...this.#resolved].flatMap(([row, { kind }]) => (kind === 'erased' ? [row] : []));
  }

  /** Other columns and rules make other keys: all but the rows that have a number of their own are asked about again. */
  forgetKnown(): void {
    for (const [row, { kind }] of this.#resolved) {
      if (kind === 'given') continue;
      this.#resolved.delete(row);
      this.#currentBook().input.rowNumbers.remove(row);
    }
  }

  /** The order is to be asked about, if it lacks a number that is not the file's to give. */
  orderAdded(entry: OrderEntry): void {
    if (this.#needsNumber(entry)) this.#unresolved.add(entry);
  }

  orderRemoved(entry: OrderEntry): void {
    this.#unresolved.delete(entry);
  }

  /** See Batch.takeUnresolved. */
  takeUnresolved(): UnnumberedOrder[] {
    const orders = [...this.#unresolved].map((entry) => ({
      row: this.#firstRowOf(entry),
      keys: this.#keysOf(entry),
      isNew: this.#input.asNew.has(entry.startRowIndex ?? -1),
    }));
    this.#unresolved.clear();
    return orders.toSorted((a, b) => a.row - b.row);
  }

  /**
   * Keeps what was answered, and gives the numbers to the rows; the book must be built again afterwards.
   *
   * @param ledger entries of the orders that some resemble
   */
  setResolved(resolved: ReadonlyMap<number, ResolvedOrder>, ledger: ReadonlyMap<number, LedgerEntry>): void {
    const { rowNumbers } = this.#currentBook().input;
    for (const [row, order] of resolved) {
      this.#resolved.set(row, order);
      if (order.kind === 'erased') this.#hadErased = true;
      if (order.kind === 'given' || order.kind === 'same') rowNumbers.set(row, order.number);
      if (order.kind === 'given' && this.#input.asNew.has(this.#input.table.indexOfRow(row))) this.#decided.add(row);
      const entry = ledger.get(order.number);
      if (entry !== undefined) this.#resembled.set(order.number, entry);
    }
  }

  setRecognised(recognised: ReadonlyMap<number, RecognisedOrder>, ledger: ReadonlyMap<number, LedgerEntry>): void {
    for (const [number, entry] of ledger) this.#resembled.set(number, entry);
    for (const [orderId, order] of recognised) this.#recognised.set(orderId, order);
  }

  /** Numbers of accepted orders whose keys are needed to see whether an order of ours says the same. */
  takeUncompared(): number[] {
    const numbers = [...this.#uncompared];
    this.#uncompared.clear();
    return numbers;
  }

  setKnownKeys(keys: ReadonlyMap<number, readonly string[]>): void {
    for (const [number, list] of keys) this.#knownKeys.set(number, new Set(list));
  }

  /** What a person decided of the row may have been decided, or taken back: the order is asked about anew. */
  followDecision(index: number): void {
    const row = this.#input.table.rowNumber(index);
    const isNew = this.#input.asNew.has(index);
    const resolved = this.#resolved.get(row);
    if (isNew ? !isHeld(resolved) : !this.#decided.has(row)) return;
    this.#resolved.delete(row);
    this.#decided.delete(row);
    this.#currentBook().input.rowNumbers.remove(row);
  }

  /** The order from before that this one may be, as long as nobody said that it is new. */
  resemblanceOf(entry: OrderEntry): Resemblance | undefined {
    if (entry.orderId !== null) {
      const recognised = this.#recognised.get(entry.orderId);
      if (recognised === undefined || this.#input.asNew.has(entry.rows[0] ?? -1)) return undefined;
      return { ...recognised, ledger: this.#resembled.get(recognised.number) };
    }
    if (entry.startRowIndex === null) return undefined;
    const resolved = this.#resolved.get(this.#firstRowOf(entry));
    if (!isHeld(resolved)) return undefined;
    return { kind: resolved.kind, number: resolved.number, ledger: this.#resembled.get(resolved.number) };
  }

  /**
   * Whether the order says what was accepted under its number; false, too, until its keys are known.
   *
   * @param hasSameBody whether its body is the one that was sent
   */
  saysWhatWasSent(entry: OrderEntry, hasSameBody: () => boolean): boolean {
    if (entry.orderId === null) return false;
    if (hasSameBody()) return true;
    const isCorrected = this.#isCorrected(entry);
    if (!isCorrected && this.#resolved.get(this.#firstRowOf(entry))?.kind === 'same') return true;
    const known = this.#knownKeys.get(entry.orderId);
    if (known !== undefined) {
      const keys = this.contentKeysOf(entry);
      const inFile = keyOfKind(keys, 'file');
      // Who corrects an order means what it says now, whatever its cells were.
      return saysTheSame(isCorrected ? keys.filter((key) => key !== inFile) : keys, known);
    }
    this.#uncompared.add(entry.orderId);
    return false;
  }

  /** Whether the order under its number is not known by this key yet; false, too, until its keys are known. */
  isNewsOf({ orderId }: OrderEntry, key: string): boolean {
    if (orderId === null) return false;
    const known = this.#knownKeys.get(orderId);
    if (known === undefined) this.#uncompared.add(orderId);
    return known?.has(key) === false;
  }

  /** By what the order is known (shared/domain/identity/), but for its request. */
  contentKeysOf(entry: OrderEntry): readonly string[] {
    const { keyMaker, table, leftOut } = this.#input;
    if (keyMaker === null) return [];
    const { readers, input } = this.#currentBook();
    return keyMaker.ofContent(orderContentOf({ table, plan: input.plan, readers, rules: input.rules }, entry, leftOut));
  }

  #keysOf(entry: OrderEntry): readonly string[] {
    const isAsked = !entry.leftOut && this.#input.keyMaker !== null;
    const request = isAsked ? this.#currentBook().requestWithoutNumber(entry) : null;
    const ofRequest = request === null ? [] : (this.#input.keyMaker?.ofRequest(request) ?? []);
    return [...this.contentKeysOf(entry), ...ofRequest];
  }

  #isCorrected({ rows, leftOut }: OrderEntry): boolean {
    const { table, leftOut: leftOutRows } = this.#input;
    return rows.some((row) => table.isAdded(row) || table.isRowEdited(row) || (!leftOut && leftOutRows.has(row)));
  }

  #firstRowOf(entry: OrderEntry): number {
    return this.#input.table.rowNumber(entry.rows[0] ?? 0);
  }

  #needsNumber(entry: OrderEntry): boolean {
    if (this.#currentBook().input.rules.orderNumbers.kind !== 'everyRow' || entry.orderId !== null) return false;
    return entry.startRowIndex !== null && this.#resolved.get(this.#firstRowOf(entry)) === undefined;
  }
}

type HeldOrder = ResolvedOrder & { readonly kind: 'repeat' | 'changed' | 'erased' };

/** Whether the order has no number until a person decides. */
function isHeld(order: ResolvedOrder | undefined): order is HeldOrder {
  return order?.kind === 'repeat' || order?.kind === 'changed' || order?.kind === 'erased';
}
