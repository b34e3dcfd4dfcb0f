/** Lists the orders about to be sent that may be none: a note speaks of cancelling, a row is struck through (decision 39). */
import type { MayBeNone } from '../../../shared/contract/views.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from '../batch-orders.ts';

const signs: ReadonlySet<string> = new Set(['orders.noteMentions', 'orders.cellMentions', 'orders.struckRow']);
const mostShown = 50;

export function mayBeNone(orders: BatchOrders): MayBeNone {
  return signsOfOrders(orders, signs).shown;
}

/** The issues with these codes of the orders about to be sent: all of them, and as many as are shown. */
export function signsOfOrders(
  { tally }: BatchOrders,
  codes: ReadonlySet<string>,
): { readonly shown: MayBeNone; readonly all: MayBeNone['signs'] } {
  const orders = new Set<OrderEntry>();
  for (const { code, orders: entries } of tally.causes.values()) {
    if (!codes.has(code)) continue;
    for (const entry of entries.keys()) if (entry.state === 'ready' || entry.state === 'waiting') orders.add(entry);
  }
  const found = [...orders]
    .flatMap(({ key, issues }) =>
      issues
        .filter(({ code }) => codes.has(code))
        .map(({ row = 0, code, params }) => ({ row, orderKey: key, code, params })),
    )
    .sort((a, b) => a.row - b.row);
  return { shown: { count: orders.size, signs: found.slice(0, mostShown), total: found.length }, all: found };
}
