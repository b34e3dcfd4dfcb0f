/** A hook for the review's rows under a filter: they are refreshed without the active row jumping. */
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import type { CollapsedOrders } from '../../../shared/contract/facets.ts';
import type { RowFilter, RowWindow } from '../../../shared/contract/views.ts';
import { call } from '../../client/call.ts';
import { useEvent, useEventGap } from '../../client/use-event.ts';
import type { GridHandle } from '../../grid/Grid.tsx';
import { RowWindows } from '../../grid/row-windows.ts';
import { cellSelection, type GridPosition, type Selection } from '../../grid/selection.ts';
import type { GridColumn } from '../../grid/columns.ts';
import { useFailureBar } from '../../app/state/use-failure-bar.ts';
import type { CellPosition } from '../../../shared/domain/model/issues.ts';
import { columnPosition } from './use-go-to.ts';

/** Least time between two refreshes while orders change all the time, in ms. */
const PAUSE = 300;

interface ReviewRowsHost {
  readonly batchId: string;
  readonly filter: RowFilter;
  readonly collapsed: CollapsedOrders;
  readonly columns: readonly GridColumn[];
  readonly version: number;
  readonly selection: Selection | null;
  readonly setSelection: (change: (old: Selection | null) => Selection | null) => void;
  readonly grid: RefObject<GridHandle | null>;
  /** Takes the cell to go to after a change of filter (once); null: stay at the active row. */
  readonly takePendingTarget: () => CellPosition | null;
}

export function useReviewRows({
  batchId,
  filter,
  collapsed,
  columns,
  version,
  selection,
  setSelection,
  grid,
  takePendingTarget,
}: ReviewRowsHost): RowWindows {
  const withFailureBar = useFailureBar();
  const ask = useCallback(
    async (under: RowFilter, from: number, count: number): Promise<RowWindow | null> => {
      const answer = await withFailureBar(call('batch.getRows', { batchId, filter: under, from, count }));
      return answer.ok ? answer.value : null;
    },
    [batchId, withFailureBar],
  );
  const rows = useMemo(() => new RowWindows((from, count) => ask(filter, from, count)), [ask, filter]);
  // Folding keeps the loaded rows: only later requests change.
  useLayoutEffect(() => {
    rows.setFetch((from, count) => ask({ ...filter, collapsed }, from, count));
  }, [rows, ask, filter, collapsed]);
  const indexOf = useCallback(
    async (row: number): Promise<number> => {
      const answer = await call('batch.findRow', { batchId, filter: { ...filter, collapsed }, row });
      return answer.ok ? answer.value.index : -1;
    },
    [batchId, filter, collapsed],
  );
  /** Excel's number of the active row, to find it again under another filter. */
  const activeRow = useRef<number | null>(null);
  const remember = useCallback((shown: RowWindows, chosen: Selection | null) => {
    const row = chosen && shown.row(chosen.active.index);
    if (row) activeRow.current = row.row;
    else if (!chosen) activeRow.current = null;
  }, []);

  const latest = useRef(selection);
  useLayoutEffect(() => {
    latest.current = selection;
  }, [selection]);
  const refresh = useEffectEvent(async () => {
    let selectionShift = 0;
    const shift = async (): Promise<number> => {
      const { current: selection } = latest;
      const { first, end } = rows.visible;
      const active = selection && rows.row(selection.active.index);
      const found = active ? await indexOf(active.row) : -1;
      selectionShift = selection && found >= 0 ? found - selection.active.index : 0;
      if (selection && found >= 0 && selection.active.index >= first && selection.active.index < end)
        return selectionShift;
      const top = rows.row(first);
      const topFound = top ? await indexOf(top.row) : -1;
      return topFound < 0 ? 0 : topFound - first;
    };
    await rows.refresh(shift, (viewShift) => {
      if (viewShift !== 0) grid.current?.shiftRows(viewShift);
      if (selectionShift === 0) return;
      setSelection(
        (old) =>
          old && {
            anchor: { ...old.anchor, index: old.anchor.index + selectionShift },
            active: { ...old.active, index: old.active.index + selectionShift },
          },
      );
    });
  });

  const seen = useRef<{
    readonly rows: RowWindows;
    readonly version: number;
    readonly collapsed: CollapsedOrders;
  } | null>(null);
  useEffect(() => {
    // New RowWindows load by themselves; only a newer version of the batch, or a change of folding, needs a refresh.
    if (seen.current?.rows === rows && (seen.current.version !== version || seen.current.collapsed !== collapsed))
      void refresh();
    seen.current = { rows, version, collapsed };
  }, [rows, version, collapsed]);

  const timer = useRef<number | null>(null);
  const refreshSoon = (): void => {
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      void refresh();
    }, PAUSE);
  };
  useEffect(
    () => () => {
      if (timer.current !== null) window.clearTimeout(timer.current);
      timer.current = null;
    },
    [],
  );
  useEvent('order.changed', (changed) => {
    if (changed.batchId === batchId) refreshSoon();
  });
  useEventGap(refreshSoon);

  useEffect(() => rows.subscribe(() => remember(rows, latest.current)), [rows, remember]);
  useEffect(() => remember(rows, selection), [rows, selection, remember]);
  /** The cell to scroll to once the list has its length. */
  const arriving = useRef<GridPosition | null>(null);
  const arrive = useEffectEvent(() => {
    if (!arriving.current || rows.total === null) return;
    const { current: place } = arriving;
    arriving.current = null;
    // The grid must have rendered the list's new length first.
    requestAnimationFrame(() => grid.current?.reveal(place));
  });
  useEffect(() => rows.subscribe(() => arrive()), [rows]);
  const placed = useRef(rows);
  const findPlace = useEffectEvent(async () => {
    const place = takePendingTarget();
    const row = place?.row ?? activeRow.current;
    const column = place ? columnPosition(columns, place.column) : (selection?.active.column ?? 0);
    const index = row === null ? -1 : await indexOf(row);
    setSelection(() => (index < 0 ? null : cellSelection(index, column)));
    arriving.current = index < 0 ? { index: 0, column: 0 } : { index, column };
    arrive();
  });
  useEffect(() => {
    // Another filter: stay at the same row if it passes, else start from the top.
    if (placed.current !== rows) void findPlace();
    placed.current = rows;
  }, [rows]);
  return rows;
}
