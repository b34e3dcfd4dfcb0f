/** A hook for the order of the active row, requested once the cursor rests. */
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OrderView } from '../../../shared/contract/views.ts';
import { call } from '../../client/call.ts';
import { useEvent } from '../../client/use-event.ts';

/** ms that the cursor must rest on a row: holding an arrow key down makes no requests. */
const REST = 60;

export interface ShownOrder {
  /** The latest order that has come; still the previous row's while the active row's is being loaded. */
  readonly order: OrderView | null;
  readonly reload: () => Promise<void>;
}

export function useOrder(batchId: string, orderKey: string | null, version: number): ShownOrder {
  const [settledKey] = useDebouncedValue(orderKey, REST);
  const [order, setOrder] = useState<OrderView | null>(null);
  const turn = useRef(0);
  const asked = useRef<string | null>(null);
  const reload = useCallback(async () => {
    const mine = ++turn.current;
    if (settledKey === null) return setOrder(null);
    const answer = await call('order.get', { batchId, orderKey: settledKey });
    if (mine === turn.current) setOrder(answer.ok ? answer.value : null);
  }, [batchId, settledKey]);
  useEffect(() => {
    const question = `${version} ${settledKey ?? ''}`;
    if (asked.current !== question) void reload();
    asked.current = question;
  }, [reload, settledKey, version]);
  useEvent('order.changed', (changed) => {
    if (changed.batchId === batchId && settledKey !== null && changed.orderKeys.includes(settledKey)) void reload();
  });
  return { order, reload };
}
