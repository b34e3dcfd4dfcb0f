/** Hands the orders of a batch to a run, each once, in file order, and locks those that the run has taken. */
import type { OrderOutcome } from '../../shared/domain/model/ledger.ts';
import type { CheckedOrder } from '../../shared/domain/checking/order-check.ts';
import { cancelledKey } from '../../shared/domain/identity/order-keys.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { orderKeyOf } from '../../shared/domain/orders/order-key.ts';
import type { OrderRequest } from '../../shared/wms/order-create.ts';
import { encodeOrder } from '../platform/encode-order.ts';
import type { SendableOrder } from '../ports.ts';
import type { BatchOrders } from './batch-orders.ts';
import { outsideIdKeys, outsideIdOf } from './outside-ids.ts';
import { isLocked } from './edits/edit-check.ts';

function maySend(entry: OrderEntry): boolean {
  return entry.sendable && !entry.leftOut && (entry.state === 'ready' || entry.state === 'waiting');
}

export class SendableOrders {
  readonly #orders: BatchOrders;
  readonly #taken = new Set<string>();
  /** No order that can still be taken begins above this row index. */
  #from = 0;
  #touchedLocked: OrderEntry | null = null;

  constructor(orders: BatchOrders) {
    this.#orders = orders;
    orders.onOrderChange = (entry, delta) => {
      if (delta > 0) this.#from = Math.min(this.#from, entry.rows[0] ?? 0);
      else if (this.#touchedLocked === null && isLocked(entry, this.#taken)) this.#touchedLocked = entry;
    };
  }

  /** Keys of the orders that a run has. */
  get taken(): ReadonlySet<string> {
    return this.#taken;
  }

  adoptTaken(orderKeys: Iterable<string>): void {
    for (const key of orderKeys) this.#taken.add(key);
  }

  take(limit: number): SendableOrder[] {
    const orders: SendableOrder[] = [];
    const { book, input } = this.#orders;
    let index = Math.max(this.#from, book.firstDataIndex);
    for (; index < input.table.rowCount && orders.length < limit; index++) {
      const entry = book.entryOfRow(index);
      if (
        entry === undefined ||
        entry.rows[0] !== index ||
        entry.orderId === null ||
        this.#taken.has(entry.key) ||
        !maySend(entry)
      )
        continue;
      const checked = book.inspect(entry);
      const { request } = checked;
      if (request === null) {
        this.#orders.replaceChecked(entry, checked);
        continue;
      }
      this.#taken.add(entry.key);
      orders.push(this.#sendable(entry, entry.orderId, checked, request));
    }
    this.#from = index;
    return orders;
  }

  /** The order with this number as it is now, whatever became of it; null where it could not be sent. */
  currentOrder(orderId: number): SendableOrder | null {
    const entry = this.#orders.book.entryByKey(orderKeyOf(orderId));
    if (entry === undefined) return null;
    const checked = this.#orders.book.inspect(entry);
    return checked.request === null ? null : this.#sendable(entry, orderId, checked, checked.request);
  }

  #sendable(
    entry: OrderEntry,
    orderId: number,
    { parsedOrder, amount }: CheckedOrder,
    request: OrderRequest,
  ): SendableOrder {
    const { book, input } = this.#orders;
    const { keyMaker } = input;
    const outsideId = outsideIdOf(book, entry);
    return {
      orderKey: entry.key,
      orderId,
      rows: parsedOrder.lines.map((line) => input.table.rowNumber(line.index)),
      request,
      // What has a request has every price.
      amount: amount ?? 0,
      ...(input.shop === null ? {} : { shop: input.shop }),
      ...(book.input.rules.orderNumbers.kind === 'everyRow' ? { isUnnumbered: true } : {}),
      ...(outsideId === null ? {} : { outsideId }),
      keys: [
        ...this.#orders.contentKeysOf(entry),
        // Who sends it all the same knows.
        ...(book.cancelledStatusOf(entry) === null ? [] : [cancelledKey]),
        ...(keyMaker === null || outsideId === null ? [] : outsideIdKeys(outsideId, request, keyMaker)),
      ],
    };
  }

  /** Unlocks refused orders: a person may correct them during the run, and then they can be taken again. */
  releaseRefused(outcomes: Iterable<OrderOutcome>): void {
    for (const { orderId, state } of outcomes) {
      if (state === 'rejected' || state === 'duplicate' || state === 'review') this.#taken.delete(orderKeyOf(orderId));
    }
  }

  releaseAll(): void {
    this.#taken.clear();
    this.#from = 0;
  }

  /** Makes the next {@link take} search from the top again. */
  rescan(): void {
    this.#from = 0;
  }

  *payloads(): Generator<string> {
    for (const entry of this.#orders.book.entries()) {
      const request: OrderRequest | null = entry.state === 'ready' ? this.#orders.book.inspect(entry).request : null;
      if (request !== null) yield encodeOrder(request).body;
    }
  }

  /** Runs `act` and returns a locked order that it touched; null where there was none. */
  findTouchedLocked(act: () => void): OrderEntry | null {
    this.#touchedLocked = null;
    act();
    return this.#touchedLocked;
  }
}
