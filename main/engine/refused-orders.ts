/** Finds the orders that the WMS refused and that may be sent again unchanged once something was put right on its side. */
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { mayBeCorrected } from '../../shared/domain/sending/reduce-revision.ts';
import type { BatchOrders } from './batch-orders.ts';
import { ordersWithCause } from './views/order-marks.ts';

/** Whether the WMS refused it, and it may go out again as it is. */
export function mayBeResent(orders: BatchOrders, entry: OrderEntry): boolean {
  return entry.state === 'rejected' || isUnclear(orders, entry);
}

function isUnclear(orders: BatchOrders, entry: OrderEntry): boolean {
  const outcome = orders.outcomeOf(entry);
  return entry.state === 'review' && outcome !== undefined && mayBeCorrected(outcome);
}

/** Their keys; `cause` null: all that are rejected, whatever the WMS said. */
export function refusedOrderKeys(orders: BatchOrders, cause: string | null): string[] {
  const keys: string[] = [];
  if (cause === null) {
    for (const entry of orders.book.entries()) if (entry.state === 'rejected') keys.push(entry.key);
    return keys;
  }
  for (const entry of ordersWithCause(orders, orders.tally.causes.withKey(cause)))
    if (mayBeResent(orders, entry)) keys.push(entry.key);
  return keys;
}
