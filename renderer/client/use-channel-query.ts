/** A read-only call to main as a hook. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChannelResult, ChannelArgument, ChannelName } from '../../shared/contract/channels.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from './call.ts';

export interface ChannelQuery<N extends ChannelName> {
  /** The latest result; null until the first. It stays while the same call is repeated. */
  readonly value: ChannelResult<N> | null;
  readonly failure: Failure | null;
  readonly reload: () => Promise<void>;
}

/**
 * Calls when mounted, when the argument changes, at `reload`, and when `stamp` (what the result depends on, such as a
 * batch's version) changes. If results overtake one another, the later call's wins.
 */
export function useChannelQuery<N extends ChannelName>(
  name: N,
  argument: ChannelArgument<N>,
  stamp: unknown = null,
): ChannelQuery<N> {
  const asked = JSON.stringify(argument);
  const [state, setState] = useState<{
    readonly asked: string;
    readonly value: ChannelResult<N> | null;
    readonly failure: Failure | null;
  }>({ asked, value: null, failure: null });
  const latest = useRef<object | null>(null);
  const reload = useCallback(async () => {
    const question = { asked, stamp };
    latest.current = question;
    const answer = await call(name, JSON.parse(asked) as ChannelArgument<N>);
    if (latest.current !== question) return;
    setState((old) =>
      answer.ok
        ? { asked, value: answer.value, failure: null }
        : { asked, value: old.asked === asked ? old.value : null, failure: answer.error },
    );
  }, [name, asked, stamp]);
  useEffect(() => {
    void reload();
    return () => {
      latest.current = null;
    };
  }, [reload]);
  return { value: state.asked === asked ? state.value : null, failure: state.failure, reload };
}
