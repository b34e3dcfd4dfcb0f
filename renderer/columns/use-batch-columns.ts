/** A hook for a batch's columns and fields, and the changes to them. */
import { useCallback, useEffect, useRef } from 'react';
import type { BatchSummary, ColumnView, FieldView } from '../../shared/contract/views.ts';
import type { ColumnField, Field } from '../../shared/domain/model/fields.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useBatch } from '../client/use-batch.ts';
import type { ShownFix } from '../review/issue-words.ts';

export interface BatchColumns {
  /** Null until they are known. */
  readonly columns: readonly ColumnView[] | null;
  readonly fields: readonly FieldView[] | null;
  readonly setColumn: (column: number, field: ColumnField | null) => void;
  readonly setConstant: (field: Field, text: string | null) => void;
  readonly setRules: (rules: Rules) => void;
  readonly applyFix: (fix: ShownFix) => void;
}

export function useBatchColumns(batchId: string, { version }: BatchSummary): BatchColumns {
  const { applyResult } = useBatch(batchId);
  const { run } = useAction();
  const { value, reload } = useChannelQuery('batch.getColumns', { batchId });
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version) void reload();
    seen.current = version;
  }, [version, reload]);
  const setColumn = useCallback(
    (column: number, field: ColumnField | null) =>
      void run('batch.setColumn', { batchId, column, field }).then(applyResult),
    [run, applyResult, batchId],
  );
  const setConstant = useCallback(
    (field: Field, text: string | null) => void run('batch.setConstant', { batchId, field, text }).then(applyResult),
    [run, applyResult, batchId],
  );
  const setRules = useCallback(
    (rules: Rules) => void run('batch.setRules', { batchId, rules }).then(applyResult),
    [run, applyResult, batchId],
  );
  const applyFix = useCallback(
    (fix: ShownFix) => void run('batch.applyFix', { batchId, fix }).then(applyResult),
    [run, applyResult, batchId],
  );
  return { columns: value?.columns ?? null, fields: value?.fields ?? null, setColumn, setConstant, setRules, applyFix };
}
