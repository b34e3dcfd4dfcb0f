/** The review's commands: what its keys and the grid's callbacks do. */
import type { RefObject } from 'react';
import type { RowView } from '../../../shared/contract/views.ts';
import { useNotices } from '../../app/state/notices.tsx';
import { call } from '../../client/call.ts';
import { cellViewOf, type GridColumn } from '../../grid/columns.ts';
import type { GridHost } from '../../grid/Grid.tsx';
import type { ScreenCommand } from '../../grid/keys.ts';
import { rangeOf } from '../../grid/selection.ts';
import { useWords } from '../../words/words.ts';
import { bySeverity } from '../issue-words.ts';
import type { Review } from './use-review.ts';
import { useWhenOrderLoaded } from './use-when-order-loaded.ts';

interface CommandsHost {
  readonly batchId: string;
  readonly review: Review;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly openHelp: () => void;
  readonly openReplace: () => void;
  readonly openFacets: () => void;
  readonly openColumnMenu: (column: number | null) => void;
}

export interface ReviewCommands {
  readonly runCommand: (command: ScreenCommand) => void;
  readonly gridHost: GridHost;
}

/** Most rows whose orders can be left out in one go. */
const MOST_ROWS = 10_000;

export function useReviewCommands({
  batchId,
  review,
  searchField,
  openHelp,
  openReplace,
  openFacets,
  openColumnMenu,
}: CommandsHost): ReviewCommands {
  const { t } = useWords();
  const { show } = useNotices();
  const { activeRow, activeColumn, filter, order, changes, panel, rows, selection } = review;

  const goToProblem = async (direction: 'next' | 'previous'): Promise<void> => {
    const from = activeRow ? { row: activeRow.row, column: activeColumn?.column ?? 0 } : null;
    const answer = await call('batch.findProblem', { batchId, from, direction, cause: filter.cause });
    const place = answer.ok ? answer.value.position : null;
    if (place) await review.goTo(place);
    else show({ tone: 'done', text: t('review.noMoreProblems') });
    review.focusGrid();
  };
  /** Applies the fix of the active cell's most severe issue that has one. */
  const applyFix = (): void => {
    if (!activeRow || !order?.editable) return;
    const ofCell = bySeverity(order.issues).filter(
      (issue) => issue.row === activeRow.row && issue.column === activeColumn?.column,
    );
    const fix = ofCell.find((issue) => issue.fix !== undefined)?.fix;
    if (fix) review.fix(fix);
    else panel.focus();
  };
  const withOrder = useWhenOrderLoaded(review, (act) => (act === 'applyFix' ? applyFix() : panel.focus()));
  const leaveOut = async (): Promise<void> => {
    if (!selection) return;
    const { top, bottom } = rangeOf(selection);
    const chosen = await rows.getRows(top, Math.min(bottom + 1, top + MOST_ROWS));
    const keys = new Map(
      (chosen ?? []).flatMap((row) => (row.orderKey === null ? [] : [[row.orderKey, row] as const])),
    );
    const locked = [...keys.values()].find((row) => !row.editable);
    if (locked) return tellLocked(locked);
    if (keys.size > 0) await changes.leaveOut([...keys.keys()], 'toggle');
  };
  const leaveOutRows = async (): Promise<void> => {
    if (!selection) return;
    const { top, bottom } = rangeOf(selection);
    const chosen = ((await rows.getRows(top, Math.min(bottom + 1, top + MOST_ROWS))) ?? []).filter(
      ({ orderKey }) => orderKey !== null,
    );
    // The rows of a folded order are hidden: unfold it first.
    const hidden = chosen.find((row) => !row.editable || row.group?.collapsed === true);
    if (hidden) return tellLocked(hidden);
    if (chosen.length > 0)
      await changes.leaveOutRows(
        chosen.map(({ row }) => row),
        'toggle',
      );
  };
  /** Deletes the selected rows if all of them were added; else leaves them out of their orders. */
  const removeRows = async (): Promise<void> => {
    if (!selection) return;
    const { top, bottom } = rangeOf(selection);
    const chosen = (await rows.getRows(top, Math.min(bottom + 1, top + MOST_ROWS))) ?? [];
    const locked = chosen.find((row) => !row.editable);
    if (locked) return tellLocked(locked);
    if (chosen.length > 0 && chosen.every(({ added }) => added)) await changes.removeRows(chosen.map(({ row }) => row));
    else await leaveOutRows();
  };
  const tellLocked = (row: RowView): void => {
    // The items of a folded order can only be edited in their own rows.
    if (row.group?.collapsed && row.editable && row.orderKey !== null)
      return review.filterControls.fold(row.orderKey, false);
    show({
      tone: 'warning',
      text: t('review.locked', { state: row.editable ? 'other' : (row.state ?? 'other'), order: row.orderId }),
    });
  };

  const runCommand = (wanted: ScreenCommand): void => {
    switch (wanted) {
      case 'undo':
        return review.goToChangedCell(changes.undo());
      case 'redo':
        return review.goToChangedCell(changes.redo());
      case 'nextProblem':
        return void goToProblem('next');
      case 'previousProblem':
        return void goToProblem('previous');
      case 'search':
        return searchField.current?.select();
      case 'replace':
        return openReplace();
      case 'help':
        return openHelp();
      case 'applyFix':
        return withOrder('applyFix');
      case 'openFix':
        return withOrder('openFix');
      case 'leaveOut':
        return void leaveOut();
      case 'leaveOutRows':
        return void leaveOutRows();
      case 'addRow':
        if (activeRow?.orderKey != null) review.goToChangedCell(changes.addRow(activeRow.orderKey));
        return;
      case 'removeRow':
        return void removeRows();
      case 'showOrder':
        return panel.show('order');
      case 'showProblems':
        return panel.show('problems');
      case 'facets':
        return openFacets();
      case 'sort':
        if (activeColumn?.column != null) review.filterControls.sortBy(activeColumn.column);
        return;
      case 'fold':
      case 'unfold':
        if (selection) review.fold(selection.active.index, wanted === 'fold');
        return;
      case 'foldAll':
        return review.filterControls.foldAll(!review.filterControls.collapsed.all);
      case 'showHistory':
        return panel.show('history');
      case 'otherRegion':
        return panel.focus();
    }
  };
  const gridHost: GridHost = {
    edit: changes.edit,
    onLocked: tellLocked,
    announce: (key, params) => {
      show({ tone: 'warning', text: t(key, params) });
    },
    runCommand,
    onEnter(row: RowView, column: GridColumn) {
      const { severity } = cellViewOf(row, column);
      if (severity !== 'error' && severity !== 'warning') return false;
      withOrder('openFix');
      return true;
    },
    onRowPress: (row, part) => {
      if (part === 'state') panel.show('order');
      if (part === 'fold' && row.orderKey !== null)
        review.filterControls.fold(row.orderKey, row.group?.collapsed !== true);
    },
    openColumnMenu: (column) => openColumnMenu(column.column),
  };
  return { runCommand, gridHost };
}
