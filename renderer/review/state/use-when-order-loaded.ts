/** Defers commands about the active cell's issues until its order has loaded: keys may be faster. */
import { useEffect, useRef } from 'react';
import type { Review } from './use-review.ts';

export type PendingOrderAction = 'applyFix' | 'openFix';

/** Runs the command once the active row's order has loaded, unless another cell has become active by then. */
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
