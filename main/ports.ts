/** The seams between the folders under main/, which know this file and shared/, and not one another. */
import type { Edit } from '../shared/domain/edits.ts';
import type { LedgerEntry, OrderOutcome } from '../shared/domain/ledger.ts';
import type { OrderRequest } from '../shared/wms/order-create.ts';


/** Time as the domain and the sending see it; tests bring their own. */
export interface Clock {
  /** Wall clock, milliseconds since 1970-01-01Z. */
  now(): number;
  /** Monotonic milliseconds; its zero means nothing. */
  monotonic(): number;
  /** Resolves after `ms`, or at once when the signal aborts (it never rejects). */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Where progress of a long act is told; `done` and `total` in the same unit (bytes while reading, rows while writing). */
export type Progress = (done: number, total: number) => void;

/** An order that is ready, as the engine hands it to a run. The run freezes `request` into the body of a revision. */
export interface SendableOrder {
  readonly orderKey: string;
  readonly orderId: number;
  /** Excel row of each item. */
  readonly rows: readonly number[];
  readonly request: OrderRequest;
}

/** Where a run takes its orders from: the engine, in its worker or in the same process. */
export interface OrderSource {
  /** Up to `limit` orders that are ready and were not taken yet in this run, in file order; none left: empty. */
  take(limit: number): Promise<readonly SendableOrder[]>;
}

/** What the engine needs to know of the past: other batches' ledger entries and this batch's outcomes. */
export interface Past {
  /** Entries of the batch's server for these order ids, other than this batch's own. */
  readonly ledger: ReadonlyMap<number, LedgerEntry>;
  readonly outcomes: ReadonlyMap<number, OrderOutcome>;
}

/** One step of the edit history as the store keeps it. */
export interface StoredEdit {
  readonly sequence: number;
  readonly edit: Edit;
  readonly undone: boolean;
  readonly at: number;
}
