/** The review's state and acts, wired together: filter, rows, selection, panel, changes. */
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import type { BatchSummary, CauseView, ColumnView, MovedBatch, OrderView, RowFilter, RowView } from '../../../shared/contract/views.ts';
import { useNotices } from '../../app/state/notices.tsx';
import { useBatch } from '../../client/use-batch.ts';
import type { GridColumn } from '../../grid/columns.ts';
import type { GridHandle } from '../../grid/Grid.tsx';
import type { RowWindows } from '../../grid/row-windows.ts';
import { cellSelection, type Selection } from '../../grid/selection.ts';
import { useWords } from '../../words/words.ts';
import { fixedSentence, type ShownFix } from '../issue-words.ts';
import type { CellPlace } from '../panel/OrderValues.tsx';
import { useCauses } from './use-causes.ts';
import { useReviewChanges, type ReviewChanges } from './use-review-changes.ts';
import { useReviewColumns } from './use-review-columns.ts';
import { useReviewFilter, type ReviewFilter } from './use-review-filter.ts';
import { useReviewRows } from './use-review-rows.ts';
import { useGoTo } from './use-go-to.ts';
import { useOrder } from './use-order.ts';
import { usePanel, type PanelState } from './use-panel.ts';

export interface Review {
  readonly summary: BatchSummary;
  readonly filter: RowFilter;
  readonly filtering: ReviewFilter;
  readonly rows: RowWindows;
  readonly columns: readonly GridColumn[];
  readonly columnViews: readonly ColumnView[];
  readonly resize: (column: GridColumn, width: number | null) => void;
  readonly selection: Selection | null;
  readonly setSelection: (selection: Selection | null) => void;
  readonly activeRow: RowView | null;
  readonly activeColumn: GridColumn | null;
  readonly order: OrderView | null;
  readonly reloadOrder: () => void;
  readonly causes: readonly CauseView[] | null;
  readonly changes: ReviewChanges;
  readonly panel: PanelState;
  readonly focusGrid: () => void;
  readonly goTo: (place: CellPlace) => Promise<boolean>;
  /** Narrows the rows to a cause and goes to its first cell; the same cause again takes that back. */
  readonly chooseCause: (cause: CauseView) => void;
  readonly fix: (fix: ShownFix) => void;
  readonly fixAll: (cause: CauseView) => void;
  readonly leaveOut: (orderKey: string, out: boolean) => void;
  /** Adds an item row to the order and goes to its first item cell. */
  readonly addRow: (orderKey: string) => void;
  /** Folds the order of the row at this place in the list, or unfolds it. */
  readonly fold: (index: number, folded: boolean) => void;
  /** Goes to where a step back or forth has changed something. */
  readonly move: (moving: Promise<MovedBatch | null>) => void;
  readonly narrow: boolean;
}

/** `grid` and `panelElement` belong to the screen, which hands them to its components. */
export function useReview(batchId: string, summary: BatchSummary, grid: RefObject<GridHandle | null>, panelElement: RefObject<HTMLElement | null>): Review {
  const words = useWords();
  const { show } = useNotices();
  const { accept } = useBatch(batchId);
  /** Where to go once the rows of another filter are there; null: to the row that was active. */
  const wanted = useRef<CellPlace | null>(null);
  const want = useCallback((place: CellPlace | null) => {
    wanted.current = place;
  }, []);
  const takeWanted = useCallback(() => {
    const { current: place } = wanted;
    wanted.current = null;
    return place;
  }, []);
  const [selection, setSelection] = useState<Selection | null>(null);
  const filtering = useReviewFilter();
  const { filter, collapsed } = filtering;
  const { columns, columnViews, resize } = useReviewColumns(batchId, summary);
  const rows = useReviewRows({ batchId, filter, collapsed, columns, version: summary.version, selection, setSelection, grid, takeWanted });
  const activeRow = useSyncExternalStore(rows.subscribe, () => (selection && rows.row(selection.active.index)) ?? null);
  const activeColumn = (selection && columns[selection.active.column]) ?? null;
  const { order, reload } = useOrder(batchId, activeRow?.orderKey ?? null, summary.version);
  const causes = useCauses(batchId, summary.version);
  const changes = useReviewChanges(batchId, rows, accept);
  const panel = usePanel(panelElement);
  const goTo = useGoTo({ batchId, filter, collapsed, rows, fold: filtering.fold, columns, grid, want, setSelection, showAll: filtering.showAll });
  const focusGrid = (): void => grid.current?.focus();

  const chooseCause = (cause: CauseView): void => {
    const chosen = filter.cause === cause.cause;
    const { row, column } = cause.first;
    want(chosen || row === null ? null : { row, column: column ?? -1 });
    filtering.setCause(chosen ? null : cause.cause);
    focusGrid();
  };
  const fix = (wantedFix: ShownFix): void => {
    // The button goes with its problem: the focus must not go with it.
    focusGrid();
    void changes.applyFix(wantedFix);
  };
  const fixAll = (cause: CauseView): void => {
    focusGrid();
    if (filter.cause === cause.cause) filtering.setCause(null);
    void changes.fixAll(cause).then((done) => {
      const said = done ? fixedSentence(words, cause) : null;
      if (said !== null) show({ tone: 'done', text: said });
    });
  };
  const leaveOut = (orderKey: string, out: boolean): void => {
    focusGrid();
    void changes.leaveOut([orderKey], out);
  };
  const fold = (index: number, folded: boolean): void => {
    let first = index;
    const key = rows.row(index)?.orderKey;
    while (first > 0 && !rows.row(first)?.first && rows.row(first - 1)?.orderKey === key) first--;
    const row = rows.row(first);
    if (key == null || !row?.group || row.group.collapsed === folded) return;
    // Its other rows go: the place stays with the order.
    if (folded && selection && rows.row(selection.active.index)?.orderKey === key) setSelection(cellSelection(first, selection.active.column));
    filtering.fold(key, folded);
  };
  const move = (moving: Promise<MovedBatch | null>): void => {
    void moving.then(async (moved) => {
      if (!moved?.place) return;
      const { row, column } = moved.place;
      await rows.until(moved.version);
      await goTo({ row, column: column ?? activeColumn?.column ?? 0 });
    });
  };
  const addRow = (orderKey: string): void => {
    focusGrid();
    move(changes.addRow(orderKey));
  };
  return {
    summary,
    filter,
    filtering,
    rows,
    columns,
    columnViews,
    resize,
    selection,
    setSelection,
    activeRow,
    activeColumn,
    order,
    reloadOrder: () => void reload(),
    causes,
    changes,
    panel,
    focusGrid,
    goTo,
    chooseCause,
    fix,
    fixAll,
    leaveOut,
    addRow,
    fold,
    move,
    narrow: useMediaQuery('(max-width: 1180px)') ?? false,
  };
}
