/** A hook for the orders of a batch whose answer was lost. */
import { useCallback, useEffect, useState } from 'react';
import type { RowView } from '../../shared/contract/views.ts';
import { call } from '../client/call.ts';

export interface UnknownOrder {
  readonly orderKey: string;
  readonly orderId: string;
  /** Its first row, as Excel shows it. */
  readonly row: number;
}

/** As many as a person would settle by hand; the copied list for the WMS's support has all. */
const MOST = 100;
const WINDOW = 500;

function lostOf(rows: readonly RowView[], seen: Set<string>): readonly UnknownOrder[] {
  const found: UnknownOrder[] = [];
  for (const { state, orderKey, orderId, row } of rows) {
    if (state !== 'unknown' || orderKey === null || seen.has(orderKey)) continue;
    seen.add(orderKey);
    found.push({ orderKey, orderId, row });
  }
  return found;
}

async function findLost(batchId: string, count: number): Promise<readonly UnknownOrder[]> {
  const seen = new Set<string>();
  const found: UnknownOrder[] = [];
  for (let from = 0; found.length < Math.min(count, MOST); from += WINDOW) {
    const answer = await call('batch.getRows', { batchId, filter: { show: 'lookAtIt' }, from, count: WINDOW });
    if (!answer.ok) break;
    found.push(...lostOf(answer.value.rows, seen));
    if (from + WINDOW >= answer.value.total) break;
  }
  return found.slice(0, MOST);
}

/** Requests them again whenever `count`, the number of such orders, changes. Null until the first result. */
export function useUnknownOrders(
  batchId: string,
  count: number,
): { readonly orders: readonly UnknownOrder[] | null; readonly reload: () => Promise<void> } {
  const [orders, setOrders] = useState<readonly UnknownOrder[] | null>(null);
  const reload = useCallback(async () => setOrders(await findLost(batchId, count)), [batchId, count]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { orders, reload };
}
