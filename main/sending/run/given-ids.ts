/**
 * Watches for a WMS that gives one id to two orders: each answer proves its order, and yet the second may have taken the
 * place of the first.
 */
import type { RunReason } from '../../../shared/domain/sending/run.ts';

export class GivenIds {
  /** Ids of the run's orders by the WMS's. */
  readonly #orders = new Map<number, number>();
  #wasTold = false;

  /** @param tell pauses the run; returns whether a person is told of the reason */
  check(wmsId: number | null, orderId: number, tell: (reason: RunReason) => boolean): void {
    if (wmsId === null) return;
    const other = this.#orders.get(wmsId) ?? orderId;
    this.#orders.set(wmsId, orderId);
    // A person who lets the run go on knows it of all that follow.
    if (other !== orderId && !this.#wasTold)
      this.#wasTold = tell({ code: 'run.sameId', params: { wmsId, orderId, other } });
  }
}
