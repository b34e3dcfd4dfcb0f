/** Names the products of orders about to be sent that their WMS has never accepted. */
import type { SendPlan } from '../../../shared/contract/views.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { signsOfOrders } from './may-be-none.ts';

const code: ReadonlySet<string> = new Set(['orders.productNeverAccepted']);
const mostShown = 10;

export function newProducts(orders: BatchOrders): SendPlan['newProducts'] {
  const { shown, all } = signsOfOrders(orders, code);
  const [ids, rows] = [new Set(all.map(({ params }) => Number(params['value']))), new Set(all.map(({ row }) => row))];
  return {
    count: shown.count,
    ids: [...ids].slice(0, mostShown),
    rows: [...rows].slice(0, mostShown),
    isMore: ids.size > mostShown || rows.size > mostShown,
  };
}
