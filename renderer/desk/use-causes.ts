/** The problems by cause, asked for anew whenever the batch has changed. */
import { useEffect, useRef, useState } from 'react';
import type { CauseView } from '../../shared/contract/views.ts';
import { call } from '../client/call.ts';

export function useCauses(batchId: string, version: number): readonly CauseView[] | null {
  const [causes, setCauses] = useState<readonly CauseView[] | null>(null);
  const turn = useRef(0);
  useEffect(() => {
    const mine = ++turn.current;
    void call('batch.causes', { batchId }).then((answer) => {
      if (answer.ok && mine === turn.current) setCauses(answer.value);
    });
  }, [batchId, version]);
  return causes;
}
