/** Wires the review's hooks together: filter, rows, selection, panel, changes. */
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import type {
  BatchSummary,
  CauseView,
  ColumnView,
  SummaryWithPosition,
  OrderView,
  RowFilter,
  RowView,
} from '../../../shared/contract/views.ts';
import { useNotices } from '../../app/state/notices.tsx';
import { useBatch } from '../../client/use-batch.ts';
import type { GridColumn } from '../../grid/columns.ts';
import type { GridHandle } from '../../grid/Grid.tsx';
import type { RowWindows } from '../../grid/row-windows.ts';
import { cellSelection, type Selection } from '../../grid/selection.ts';
import { useWords } from '../../words/words.ts';
import { fixedSentence, type ShownFix } from '../issue-words.ts';
import type { CellPosition } from '../../../shared/domain/model/issues.ts';
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
  readonly filterControls: ReviewFilter;
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
  readonly goTo: (place: CellPosition) => Promise<boolean>;
  /** Narrows the rows to a cause and goes to its first cell; the same cause again removes it. */
  readonly chooseCause: (cause: CauseView) => void;
  readonly fix: (fix: ShownFix) => void;
  readonly fixAll: (cause: CauseView) => void;
  readonly leaveOut: (orderKey: string, out: boolean) => void;
  /** Adds an item row to the order and goes to its first item cell. */
  readonly addRow: (orderKey: string) => void;
  /** Folds or unfolds the order of the row at this index of the list. */
  readonly fold: (index: number, folded: boolean) => void;
  /** Goes to the cell that an undo or redo has changed. */
  readonly goToChangedCell: (moving: Promise<SummaryWithPosition | null>) => void;
  readonly isNarrow: boolean;
}

/** `grid` and `panelElement` belong to the screen, which hands them to its components. */
export function useReview(
  batchId: string,
  summary: BatchSummary,
  grid: RefObject<GridHandle | null>,
  panelElement: RefObject<HTMLElement | null>,
): Review {
  const words = useWords();
  const { show } = useNotices();
  const { applyResult } = useBatch(batchId);
  /** The cell to go to once the rows of another filter have loaded; null: stay at the active row. */
  const wanted = useRef<CellPosition | null>(null);
  const setPendingTarget = useCallback((place: CellPosition | null) => {
    wanted.current = place;
  }, []);
  const takePendingTarget = useCallback(() => {
    const { current: place } = wanted;
    wanted.current = null;
    return place;
  }, []);
  const [selection, setSelection] = useState<Selection | null>(null);
  const filterControls = useReviewFilter();
  const { filter, collapsed } = filterControls;
  const { columns, columnViews, resize } = useReviewColumns(batchId, summary);
  const rows = useReviewRows({
    batchId,
    filter,
    collapsed,
    columns,
    version: summary.version,
    selection,
    setSelection,
    grid,
    takePendingTarget,
  });
  const activeRow = useSyncExternalStore(rows.subscribe, () => (selection && rows.row(selection.active.index)) ?? null);
  const activeColumn = (selection && columns[selection.active.column]) ?? null;
  const { order, reload } = useOrder(batchId, activeRow?.orderKey ?? null, summary.version);
  const causes = useCauses(batchId, summary.version);
  const changes = useReviewChanges(batchId, rows, applyResult, summary.canRedo);
  const panel = usePanel(panelElement);
  const goTo = useGoTo({
    batchId,
    filter,
    collapsed,
    rows,
    fold: filterControls.fold,
    columns,
    grid,
    setPendingTarget,
    setSelection,
    showAll: filterControls.showAll,
  });
  const focusGrid = (): void => grid.current?.focus();

  const chooseCause = (cause: CauseView): void => {
    const chosen = filter.cause === cause.cause;
    const { row, column } = cause.firstPosition;
    setPendingTarget(chosen || row === null ? null : { row, column: column ?? -1 });
    filterControls.setCause(chosen ? null : cause.cause);
    focusGrid();
  };
  const fix = (wantedFix: ShownFix): void => {
    // The button disappears with its problem, and would take the focus with it.
    focusGrid();
    void changes.applyFix(wantedFix);
  };
  const fixAll = (cause: CauseView): void => {
    focusGrid();
    if (filter.cause === cause.cause) filterControls.setCause(null);
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
    while (first > 0 && !rows.row(first)?.isFirstOfOrder && rows.row(first - 1)?.orderKey === key) first--;
    const row = rows.row(first);
    if (key == null || !row?.group || row.group.collapsed === folded) return;
    // The order's other rows disappear: the selection moves to the row that stays.
    if (folded && selection && rows.row(selection.active.index)?.orderKey === key)
      setSelection(cellSelection(first, selection.active.column));
    filterControls.fold(key, folded);
  };
  const goToChangedCell = (moving: Promise<SummaryWithPosition | null>): void => {
    void moving.then(async (moved) => {
      if (!moved?.changedPosition) return;
      const { row, column } = moved.changedPosition;
      await rows.waitForVersion(moved.version);
      await goTo({ row, column: column ?? activeColumn?.column ?? 0 });
    });
  };
  const addRow = (orderKey: string): void => {
    focusGrid();
    goToChangedCell(changes.addRow(orderKey));
  };
  return {
    summary,
    filter,
    filterControls,
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
    goToChangedCell,
    isNarrow: useMediaQuery('(max-width: 1180px)') ?? false,
  };
}
