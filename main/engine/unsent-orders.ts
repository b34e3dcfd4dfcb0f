/** Finds the orders of which nothing was sent under their number, with the keys that they are known by. */
import type { CooperativeTask } from '../../shared/cooperative.ts';
import { forEachItem } from '../../shared/cooperative.ts';
import { orderKeyOf } from '../../shared/domain/orders/order-key.ts';
import type { NumberedOrder } from '../ports.ts';
import type { BatchOrders } from './batch-orders.ts';

/** See Batch.unsentOrdersCooperatively. @param wasSent whether something was sent under the number */
export function* unsentOrdersCooperatively(
  orders: BatchOrders,
  ids: readonly number[],
  wasSent: (orderId: number) => boolean,
): CooperativeTask<NumberedOrder[]> {
  const { book, input } = orders;
  const { keyMaker } = input;
  const found: NumberedOrder[] = [];
  if (keyMaker === null || book.input.rules.orderNumbers.kind === 'everyRow') return found;
  const add = (orderId: number): void => {
    const entry = book.entryByKey(orderKeyOf(orderId));
    if (entry === undefined || wasSent(orderId)) return;
    const numberKey = keyMaker.ofOutsideId(String(orderId));
    const request = entry.sendable ? book.inspect(entry).request : null;
    const ofRequest = request === null ? [] : keyMaker.ofRequest(request);
    found.push({ orderId, keys: [...orders.contentKeysOf(entry), ...ofRequest], numberKey });
  };
  yield* forEachItem(ids, add, [0, 1]);
  return found;
}
