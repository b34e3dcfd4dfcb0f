/** A hook for the batch's causes, requested again whenever the batch has changed. */
import { useEffect, useState } from 'react';
import type { CauseView } from '../../../shared/contract/views.ts';
import { call } from '../../client/call.ts';

/** Null until the first answer; an old list stays until the new one has come. */
export function useCauses(batchId: string, version: number): readonly CauseView[] | null {
  const [state, setState] = useState<{ readonly version: number; readonly causes: readonly CauseView[] } | null>(null);
  useEffect(() => {
    void call('batch.listCauses', { batchId }).then((answer) => {
      if (answer.ok) setState((old) => (old && old.version > version ? old : { version, causes: answer.value }));
    });
  }, [batchId, version]);
  return state?.causes ?? null;
}
