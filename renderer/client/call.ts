/** Typed calls to main. Main checks arguments and results against the contract, so nothing is checked again here. */
import type { ChannelResult, ChannelArgument, ChannelName } from '../../shared/contract/channels.ts';
import { failure, type Result } from '../../shared/result.ts';
import { bridge } from './bridge.ts';

/** Asks a person for the PIN; resolves to whether the right one was given. */
type PinAsker = () => Promise<boolean>;
let askPin: PinAsker | null = null;

/** From now on calls that the PIN guards ask this way; null: they fail with `pin.needed`. */
export function setPinAsker(asker: PinAsker | null): void {
  askPin = asker;
}

/**
 * Calls a channel; never rejects. Fails with what the channel fails with, and with `unexpected` if main cannot be reached.
 * Where a PIN guards the call it is asked for, and the call made once more.
 */
export async function call<N extends ChannelName>(
  name: N,
  argument: ChannelArgument<N>,
): Promise<Result<ChannelResult<N>>> {
  try {
    const send = async () => (await bridge().call(name, argument)) as Result<ChannelResult<N>>;
    const answer = await send();
    const isGuarded = !answer.ok && answer.error.code === 'pin.needed';
    return isGuarded && (await askPin?.()) === true ? await send() : answer;
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
