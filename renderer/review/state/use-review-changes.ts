/** Everything that the review changes: each answer is the batch's new summary, for every component that shows it. */
import { useMemo } from 'react';
import type { BatchSummary, CauseView, MovedBatch } from '../../../shared/contract/views.ts';
import type { ColumnField } from '../../../shared/domain/model/fields.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../client/call.ts';
import type { ShownBatch } from '../../client/use-batch.ts';
import type { CellText } from '../../grid/range-edits.ts';
import type { RowWindows } from '../../grid/row-windows.ts';
import { useNotices } from '../../app/state/notices.tsx';
import type { ShownFix } from '../issue-words.ts';

export interface ReviewChanges {
  readonly edit: (cells: readonly CellText[]) => Promise<void>;
  readonly applyFix: (fix: ShownFix) => Promise<void>;
  /** Answers whether it was done. */
  readonly fixAll: (cause: CauseView) => Promise<boolean>;
  /** `turned`: as it is when the engine comes to it, which is later than what the grid shows. */
  readonly leaveOut: (orderKeys: readonly string[], out: boolean | 'turned') => Promise<void>;
  readonly leaveOutRows: (rows: readonly number[], out: boolean | 'turned') => Promise<void>;
  /** Adds an item row to the order. */
  readonly addRow: (orderKey: string) => Promise<MovedBatch | null>;
  readonly removeRows: (rows: readonly number[]) => Promise<void>;
  /** Each answers the batch and where it was changed; null where it failed. */
  readonly undo: () => Promise<MovedBatch | null>;
  readonly redo: () => Promise<MovedBatch | null>;
  /** To the point of the history where this step was the last; 0: the file as it was opened. */
  readonly goTo: (sequence: number) => Promise<MovedBatch | null>;
  readonly setColumn: (column: number, field: ColumnField | null) => Promise<void>;
}

/** More texts than this are not shown ahead of the engine's answer. */
const MOST_AHEAD = 5_000;

export function useReviewChanges(batchId: string, rows: RowWindows, accept: ShownBatch['accept']): ReviewChanges {
  const { fail } = useNotices();
  return useMemo(() => {
    const take = async <S extends BatchSummary>(asked: Promise<Result<S>>): Promise<Result<S>> => {
      const answer = await asked;
      if (answer.ok) accept(answer);
      else fail(answer.error);
      return answer;
    };
    const move = async (asked: Promise<Result<MovedBatch>>): Promise<MovedBatch | null> => {
      const answer = await take(asked);
      return answer.ok ? answer.value : null;
    };
    return {
      async edit(cells) {
        const ahead = cells.length <= MOST_AHEAD ? cells : [];
        rows.type(ahead);
        const answer = await call('batch.edit', { batchId, cells: [...cells] });
        rows.settle(ahead, answer.ok ? answer.value.version : null);
        await take(Promise.resolve(answer));
      },
      applyFix: async (fix) => void (await take(call('batch.applyFix', { batchId, fix }))),
      fixAll: async ({ cause }) => (await take(call('batch.fixAll', { batchId, cause }))).ok,
      leaveOut: async (orderKeys, out) => void (await take(call('batch.leaveOut', { batchId, orderKeys: [...orderKeys], out }))),
      leaveOutRows: async (rows, out) => void (await take(call('batch.leaveOutRows', { batchId, rows: [...rows], out }))),
      addRow: (orderKey) => move(call('batch.addRow', { batchId, orderKey })),
      removeRows: async (removed) => void (await take(call('batch.removeRows', { batchId, rows: [...removed] }))),
      undo: () => move(call('batch.undo', { batchId })),
      redo: () => move(call('batch.redo', { batchId })),
      goTo: (sequence) => move(call('batch.goTo', { batchId, sequence })),
      setColumn: async (column, field) => void (await take(call('batch.setColumn', { batchId, column, field }))),
    };
  }, [batchId, rows, accept, fail]);
}
