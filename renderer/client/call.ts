/** Typed calls to main. Main checks arguments and results against the contract, so nothing is checked again here. */
import type { ChannelResult, ChannelArgument, ChannelName } from '../../shared/contract/channels.ts';
import { failure, type Result } from '../../shared/result.ts';
import { bridge } from './bridge.ts';

/** Calls a channel; never rejects. Fails with what the channel fails with, and with `unexpected` if main cannot be reached. */
export async function call<N extends ChannelName>(
  name: N,
  argument: ChannelArgument<N>,
): Promise<Result<ChannelResult<N>>> {
  try {
    return (await bridge().call(name, argument)) as Result<ChannelResult<N>>;
  } catch {
    return failure('unexpected', { code: name });
  }
}

/** Opens dropped or pasted files; returns the ids of their batches. Fails as {@link call} does. */
export async function openFiles(files: readonly File[]): Promise<Result<readonly string[]>> {
  try {
    return (await bridge().openFiles(files)) as Result<readonly string[]>;
  } catch {
    return failure('unexpected', { code: 'openFiles' });
  }
}
