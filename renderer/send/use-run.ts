/** A hook for the run of a batch: its state, kept up to date by events. */
import { useCallback, useEffect, useState } from 'react';
import type { RunView } from '../../shared/contract/views.ts';
import type { Failure, Result } from '../../shared/result.ts';
import { call } from '../client/call.ts';
import { useEvent, useEventGap } from '../client/use-event.ts';

export interface RunQuery {
  /** Null until the first answer. */
  readonly run: RunView | null;
  readonly failure: Failure | null;
  /** Applies the result of `send.start`, `send.pause` … at once. */
  readonly applyResult: (answer: Result<RunView>) => void;
  readonly reload: () => Promise<void>;
}

export function useRun(batchId: string): RunQuery {
  const [run, setRun] = useState<RunView | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const applyResult = useCallback((answer: Result<RunView>) => {
    if (answer.ok) setRun(answer.value);
    setFailure(answer.ok ? null : answer.error);
  }, []);
  const reload = useCallback(async () => applyResult(await call('run.getState', { batchId })), [applyResult, batchId]);
  useEffect(() => {
    setRun(null);
    void reload();
  }, [reload]);
  useEvent('run.changed', (changed) => {
    if (changed.batchId === batchId) setRun(changed);
  });
  useEventGap(() => void reload());
  return { run: run?.batchId === batchId ? run : null, failure, applyResult, reload };
}
