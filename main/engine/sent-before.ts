/** Orders whose numbers were sent before, grouped by the earlier file: what a person has to decide about after a run. */
import type { SentBefore } from '../../shared/contract/sending.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from './batch-orders.ts';

/** Numbers that are named. */
const mostIds = 20;

/** Null where nothing is known of an earlier sending. */
function earlierOf(orders: BatchOrders, entry: OrderEntry): Pick<SentBefore, 'why' | 'fileName' | 'at'> {
  // What the WMS itself said of the order comes before what another file's order says of it.
  const ledger = orders.outcomeOf(entry)?.state === entry.state ? undefined : orders.ledgerOf(entry);
  return ledger === undefined ? { why: 'refused', fileName: null, at: null } : { why: ledger.state, fileName: ledger.fileName, at: ledger.at };
}

export function sentBefore(orders: BatchOrders): SentBefore[] {
  const groups = new Map<string, SentBefore>();
  for (const entry of orders.book.entries()) {
    if (entry.state !== 'duplicate' && entry.state !== 'alreadySent') continue;
    const earlier = earlierOf(orders, entry);
    const group = JSON.stringify([entry.state, earlier.why, earlier.fileName]);
    const known = groups.get(group) ?? { state: entry.state, ...earlier, orders: 0, ids: [] };
    const at = known.at === null || earlier.at === null ? earlier.at : Math.max(known.at, earlier.at);
    groups.set(group, { ...known, at, orders: known.orders + 1, ids: known.ids.length < mostIds ? [...known.ids, entry.key] : known.ids });
  }
  const rank = ({ state }: SentBefore): number => (state === 'duplicate' ? 0 : 1);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.orders - a.orders);
}
