/** Holds what is kept in memory per order: little, as there may be half a million. Values are read again when needed. */
import type { Issue } from '../model/issues.ts';
import type { OrderState } from '../model/order-states.ts';
import { repeatSignature } from '../identity/repeat-signature.ts';
import { nothingFound, type FoundIssues } from '../checking/issue-causes.ts';
import type { CheckedOrder } from '../checking/order-check.ts';

const none: readonly Issue[] = [];
const fewRows = 8;

export class OrderEntry {
  /** Identifies the order within its batch (order-key.ts). */
  readonly key: string;
  readonly orderId: number | null;
  /** Indices of all its rows, ascending, including those left out. */
  rows: number[] = [];
  /** Whether all its rows were left out. */
  leftOut = false;
  /** What the check found; nothing where the order is left out. */
  found: FoundIssues = nothingFound;
  /** Whether a request can be made from it. */
  sendable = false;
  /** Total in so'm; 0 where not known. */
  amount = 0;
  /**
   * For whom, what and for which day: equal where it seems to be the same order; 0: not known. No integer before the first
   * check, or V8 makes room for a small one and lays out all orders anew when they are checked.
   */
  signature = Number.NaN;
  /** That the same order seems to stand in the file under another number, too; set by the engine. */
  repeatIssues: readonly Issue[] = none;
  /** Includes the send history, see `decideStateFromSendHistory`; set by the engine. */
  state: OrderState = 'withErrors';
  /** Issues from the send history: an earlier sending, a refusal by the server. */
  sendHistoryIssues: readonly Issue[] = none;

  /** Index of the row that began an order without a readable id. */
  readonly startRowIndex: number | null;

  constructor(key: string, orderId: number | null, begun: number | null = null) {
    this.key = key;
    this.orderId = orderId;
    this.startRowIndex = begun;
  }

  /** Stores the result of a check; null: all rows are left out. */
  applyCheckResult(checked: CheckedOrder | null): void {
    this.leftOut = checked === null;
    this.found = checked?.found ?? nothingFound;
    this.sendable = checked !== null && checked.sendable;
    this.amount = checked?.amount ?? 0;
    this.signature = checked === null ? 0 : repeatSignature(checked.parsedOrder);
  }

  /** Adds a row below all others. Short lists are copied: a pushed array reserves room for sixteen more, and most orders are short. */
  append(index: number): void {
    if (this.rows.length < fewRows) this.rows = [...this.rows, index];
    else this.rows.push(index);
  }

  insert(index: number): void {
    const { rows } = this;
    const last = rows.at(-1);
    if (last === undefined || last < index) {
      rows.push(index);
      return;
    }
    rows.splice(this.#find(index), 0, index);
  }

  remove(index: number): void {
    const at = this.#find(index);
    if (this.rows[at] === index) this.rows.splice(at, 1);
  }

  /** Position in `rows` of the first row at or below `index`. */
  #find(index: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
