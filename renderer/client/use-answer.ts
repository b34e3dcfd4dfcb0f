/** The answer of a call that asks without changing anything, as a hook. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Argument, ChannelName } from '../../shared/contract/channels.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from './call.ts';

export interface ShownAnswer<N extends ChannelName> {
  /** The latest answer; null until the first. An old answer stays while a new one is asked for. */
  readonly value: Answer<N> | null;
  readonly failure: Failure | null;
  readonly reload: () => Promise<void>;
}

/** Asks when mounted, when the argument changes, and at `reload`; of two answers the later question's wins. */
export function useAnswer<N extends ChannelName>(name: N, argument: Argument<N>): ShownAnswer<N> {
  const asked = JSON.stringify(argument);
  const [state, setState] = useState<{ readonly asked: string; readonly value: Answer<N> | null; readonly failure: Failure | null }>({ asked, value: null, failure: null });
  const turn = useRef(0);
  const reload = useCallback(async () => {
    const mine = ++turn.current;
    const answer = await call(name, JSON.parse(asked) as Argument<N>);
    if (mine !== turn.current) return;
    setState((old) => (answer.ok ? { asked, value: answer.value, failure: null } : { asked, value: old.asked === asked ? old.value : null, failure: answer.error }));
  }, [name, asked]);
  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);
  return { value: state.asked === asked ? state.value : null, failure: state.failure, reload };
}
