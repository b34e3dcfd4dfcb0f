/** Groups orders whose numbers were sent before by the earlier file: a person decides about them after a run. */
import type { SentBeforeGroup } from '../../shared/contract/sending.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import { isChangedAfterSending } from '../../shared/domain/orders/send-history-state.ts';
import type { BatchOrders } from './batch-orders.ts';

/** Order numbers listed per group. */
const mostIds = 20;

/** The earlier sending of an order, as far as it is known. */
function earlierOf(orders: BatchOrders, entry: OrderEntry): Pick<SentBeforeGroup, 'reason' | 'fileName' | 'at' | 'by'> {
  // The answer of the WMS counts before the ledger's entry of another file.
  const ledger = orders.outcomeOf(entry)?.state === entry.state ? undefined : orders.earlierOf(entry);
  return ledger === undefined
    ? { reason: 'refused', fileName: null, at: null, by: null }
    : { reason: ledger.state, fileName: ledger.fileName, at: ledger.at, by: ledger.by ?? null };
}

export function sentBefore(orders: BatchOrders): SentBeforeGroup[] {
  const groups = new Map<string, SentBeforeGroup>();
  for (const entry of orders.book.entries()) {
    if (entry.state !== 'duplicate' && entry.state !== 'alreadySent') continue;
    const earlier = earlierOf(orders, entry);
    const changed = isChangedAfterSending(entry);
    const group = JSON.stringify([entry.state, changed, earlier.reason, earlier.fileName, earlier.by]);
    const known = groups.get(group) ?? { state: entry.state, changed, ...earlier, orderCount: 0, firstOrderIds: [] };
    const at = known.at === null || earlier.at === null ? earlier.at : Math.max(known.at, earlier.at);
    groups.set(group, {
      ...known,
      at,
      orderCount: known.orderCount + 1,
      firstOrderIds: known.firstOrderIds.length < mostIds ? [...known.firstOrderIds, entry.key] : known.firstOrderIds,
    });
  }
  const rank = ({ state, changed }: SentBeforeGroup): number => (changed ? 0 : state === 'duplicate' ? 1 : 2);
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || b.orderCount - a.orderCount);
}
