/** A hook for calls that change something: busy while one runs; its failure is shown as a bar until the next try. */
import { useCallback, useState } from 'react';
import type { ChannelResult, ChannelArgument, ChannelName } from '../../../shared/contract/channels.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../client/call.ts';
import { useFailureBar } from './use-failure-bar.ts';

export interface Action {
  /** The channel whose answer is awaited, or null. */
  readonly busy: ChannelName | null;
  readonly run: <N extends ChannelName>(name: N, argument: ChannelArgument<N>) => Promise<Result<ChannelResult<N>>>;
}

export function useAction(): Action {
  const withFailureBar = useFailureBar();
  const [busy, setBusy] = useState<ChannelName | null>(null);
  const run = useCallback(
    async <N extends ChannelName>(name: N, argument: ChannelArgument<N>): Promise<Result<ChannelResult<N>>> => {
      setBusy(name);
      const answer = await withFailureBar(call(name, argument));
      setBusy(null);
      return answer;
    },
    [withFailureBar],
  );
  return { busy, run };
}
