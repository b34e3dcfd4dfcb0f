/** Acts on the active cell's problem wait for its order: keys may follow one another faster than it comes. */
import { useEffect, useRef } from 'react';
import type { Review } from './use-review.ts';

export type PendingOrderAction = 'applyFix' | 'openFix';

/** Does the act when the active row's order is there; another cell that has become the active one by then is left alone. */
export function useWhenOrderLoaded(
  { activeRow, activeColumn, order }: Review,
  run: (act: PendingOrderAction) => void,
): (act: PendingOrderAction) => void {
  const waiting = useRef<{ readonly act: PendingOrderAction; readonly place: string } | null>(null);
  const place = activeRow === null ? '' : `${activeRow.row} ${activeColumn?.column ?? ''}`;
  const isThere = activeRow !== null && (activeRow.orderKey === null || order?.key === activeRow.orderKey);
  useEffect(() => {
    const wanted = waiting.current;
    if (wanted === null || (wanted.place === place && !isThere)) return;
    waiting.current = null;
    if (wanted.place === place) run(wanted.act);
  });
  return (act) => {
    if (isThere) run(act);
    else if (activeRow !== null) waiting.current = { act, place };
  };
}
