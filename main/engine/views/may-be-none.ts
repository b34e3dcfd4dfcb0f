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
  { book, tally }: BatchOrders,
  codes: ReadonlySet<string>,
): { readonly shown: MayBeNone; readonly all: MayBeNone['signs'] } {
  const isAny = [...tally.causes.all()].some(({ code }) => codes.has(code));
  const isMeant = ({ state, found: { causes } }: OrderEntry): boolean =>
    (state === 'ready' || state === 'waiting') && causes.some(({ code }) => codes.has(code));
  const orders = isAny ? book.entries().filter(isMeant) : [];
  const found = orders
    .flatMap((entry) =>
      book
        .issuesOf(entry)
        .filter(({ code }) => codes.has(code))
        .map(({ row = 0, code, params }) => ({ row, orderKey: entry.key, code, params })),
    )
    .sort((a, b) => a.row - b.row);
  return { shown: { count: orders.length, signs: found.slice(0, mostShown), total: found.length }, all: found };
}
