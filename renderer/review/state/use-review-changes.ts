/** The review's calls that change the batch; each result is its new summary, applied for every component that shows it. */
import { useEffect, useMemo, useRef } from 'react';
import type { BatchSummary, CauseView, SummaryWithPosition } from '../../../shared/contract/views.ts';
import type { ColumnField } from '../../../shared/domain/model/fields.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../client/call.ts';
import type { BatchQuery } from '../../client/use-batch.ts';
import type { CellEdit } from '../../grid/range-edits.ts';
import type { RowWindows } from '../../grid/row-windows.ts';
import { useNotices } from '../../app/state/notices.tsx';
import { useFailureBar } from '../../app/state/use-failure-bar.ts';
import { useWords } from '../../words/words.ts';
import { settledSentence, type ShownFix } from '../issue-words.ts';

export interface ReviewChanges {
  /** Resolves to whether it was done. */
  readonly edit: (cells: readonly CellEdit[]) => Promise<boolean>;
  readonly applyFix: (fix: ShownFix) => Promise<void>;
  /** Resolves to whether it was done. */
  readonly fixAll: (cause: CauseView) => Promise<boolean>;
  /** `toggle`: the opposite of the engine's state at that time, which may be newer than what the grid shows. */
  readonly leaveOut: (orderKeys: readonly string[], out: boolean | 'toggle') => Promise<void>;
  readonly leaveOutRows: (rows: readonly number[], out: boolean | 'toggle') => Promise<void>;
  /** Adds an item row to the order. */
  readonly addRow: (orderKey: string) => Promise<SummaryWithPosition | null>;
  readonly removeRows: (rows: readonly number[]) => Promise<void>;
  /** Both resolve to the batch and where it was changed; null: it failed. */
  readonly undo: () => Promise<SummaryWithPosition | null>;
  readonly redo: () => Promise<SummaryWithPosition | null>;
  /** Undoes or redoes until this step is the last; 0: the file as it was opened. */
  readonly goToHistoryStep: (sequence: number) => Promise<SummaryWithPosition | null>;
  /** Makes the steps again that were taken back before the latest change. */
  readonly bringBackSteps: () => Promise<void>;
  readonly setColumn: (column: number, field: ColumnField | null) => Promise<void>;
}

/** A change of more texts is not shown before the engine has answered. */
const MOST_AHEAD = 5_000;
/** More than the one step of a slip. */
const MANY = 2;

export function useReviewChanges(
  batchId: string,
  rows: RowWindows,
  applyResult: BatchQuery['applyResult'],
  canRedo: boolean,
): ReviewChanges {
  const { t } = useWords();
  const { show } = useNotices();
  const withFailureBar = useFailureBar();
  const redoable = useRef(canRedo);
  /** Steps that were taken back and lie ahead; of what was taken back before this screen was opened it is not known. */
  const stepsAhead = useRef(canRedo ? MANY : 0);
  useEffect(() => {
    redoable.current = canRedo;
  }, [canRedo]);
  return useMemo(() => {
    const take = async <S extends BatchSummary>(asked: Promise<Result<S>>): Promise<Result<S>> => {
      const answer = await withFailureBar(asked);
      if (answer.ok) applyResult(answer);
      return answer;
    };
    const bringBackSteps = async (): Promise<void> => void (await take(call('batch.bringBackSteps', { batchId })));
    /**
     * A change of the file. What was taken back before it is no longer ahead; the history offers it behind the change, and
     * so does a notice to whoever went back further than a slip that is put right.
     */
    const change = async <S extends BatchSummary>(asked: Promise<Result<S>>): Promise<Result<S>> => {
      const { current: couldRedo } = redoable;
      const { current: ahead } = stepsAhead;
      const answer = await take(asked);
      if (!answer.ok || answer.value.canRedo) return answer;
      stepsAhead.current = 0;
      if (couldRedo && ahead > 1)
        show({
          tone: 'info',
          text: ({ t: say }) => say('history.dropped'),
          action: { label: t('history.bringBack'), run: () => void bringBackSteps() },
        });
      return answer;
    };
    const move = async (asked: Promise<Result<SummaryWithPosition>>): Promise<SummaryWithPosition | null> => {
      const answer = await take(asked);
      return answer.ok ? answer.value : null;
    };
    return {
      async edit(cells) {
        const ahead = cells.length <= MOST_AHEAD ? cells : [];
        rows.showTyped(ahead);
        const asked = call('batch.editCells', { batchId, cells: [...cells] }).then((answer) => {
          rows.confirmTyped(ahead, answer.ok ? answer.value.version : null);
          return answer;
        });
        return (await change(asked)).ok;
      },
      async applyFix(fix) {
        const answer = await change(call('batch.applyFix', { batchId, fix }));
        if (answer.ok && fix.kind === 'settle')
          show({ tone: 'done', text: (words) => settledSentence(words, fix.thing, fix.settled) });
      },
      fixAll: async ({ cause }) => (await change(call('batch.applyFixToAll', { batchId, cause }))).ok,
      leaveOut: async (orderKeys, out) =>
        void (await change(call('batch.leaveOutOrders', { batchId, orderKeys: [...orderKeys], out }))),
      leaveOutRows: async (rows, out) =>
        void (await change(call('batch.leaveOutRows', { batchId, rows: [...rows], out }))),
      async addRow(orderKey) {
        const answer = await change(call('batch.addRow', { batchId, orderKey }));
        return answer.ok ? answer.value : null;
      },
      removeRows: async (removed) => void (await change(call('batch.removeRows', { batchId, rows: [...removed] }))),
      async undo() {
        const moved = await move(call('batch.undo', { batchId }));
        if (moved?.canRedo === true) stepsAhead.current += 1;
        return moved;
      },
      async redo() {
        const moved = await move(call('batch.redo', { batchId }));
        if (moved) stepsAhead.current = moved.canRedo ? Math.max(1, stepsAhead.current - 1) : 0;
        return moved;
      },
      async goToHistoryStep(sequence) {
        const moved = await move(call('batch.goToStep', { batchId, sequence }));
        if (moved) stepsAhead.current = moved.canRedo ? MANY : 0;
        return moved;
      },
      bringBackSteps,
      setColumn: async (column, field) => void (await take(call('batch.setColumn', { batchId, column, field }))),
    };
  }, [batchId, rows, applyResult, show, withFailureBar, t]);
}
