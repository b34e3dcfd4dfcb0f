/** A hook for calls that change something: busy while one runs; its failure is shown as a bar until the next try. */
import { useCallback, useRef, useState } from 'react';
import type { ChannelResult, ChannelArgument, ChannelName } from '../../../shared/contract/channels.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../client/call.ts';
import { useNotices } from './notices.tsx';

export interface Action {
  /** The channel whose answer is awaited, or null. */
  readonly busy: ChannelName | null;
  readonly run: <N extends ChannelName>(name: N, argument: ChannelArgument<N>) => Promise<Result<ChannelResult<N>>>;
}

export function useAction(): Action {
  const { showFailure, dismiss } = useNotices();
  const lastFailure = useRef<number | null>(null);
  const [busy, setBusy] = useState<ChannelName | null>(null);
  const run = useCallback(
    async <N extends ChannelName>(name: N, argument: ChannelArgument<N>): Promise<Result<ChannelResult<N>>> => {
      if (lastFailure.current !== null) dismiss(lastFailure.current);
      setBusy(name);
      const answer = await call(name, argument);
      setBusy(null);
      lastFailure.current = answer.ok ? null : showFailure(answer.error);
      return answer;
    },
    [showFailure, dismiss],
  );
  return { busy, run };
}
