/** What is said once more of the orders about to be sent. */
import type { SendPlan } from '../../../shared/contract/views.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { courierMoney } from './courier-money.ts';
import { mayBeNone } from './may-be-none.ts';
import { hasWarning } from './order-marks.ts';
import { newProducts } from './new-products.ts';
import { passedDeliveries } from './passed-deliveries.ts';

export type Reminders = Pick<SendPlan, 'mayBeNone' | 'courierMoney' | 'newProducts' | 'passed' | 'withWarnings'>;

function warnedCount({ book }: BatchOrders): number {
  let count = 0;
  for (const entry of book.entries()) if (entry.state === 'ready' && hasWarning(entry)) count++;
  return count;
}

/** @param openedAt @param now both ms since 1970-01-01Z */
export function remindersOf(orders: BatchOrders, openedAt: number, now: number): Reminders {
  return {
    mayBeNone: mayBeNone(orders),
    courierMoney: courierMoney(orders),
    newProducts: newProducts(orders),
    passed: passedDeliveries(orders, openedAt, now),
    withWarnings: warnedCount(orders),
  };
}
