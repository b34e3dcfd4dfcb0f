/** Long work with pauses, in which whatever else waits has its turn and the work can be stopped. */
import { FailureError } from '../../shared/result.ts';
import type { Steps } from '../../shared/steps.ts';

/** Milliseconds without a pause. */
const longest = 100;

/** @throws FailureError `reading.cancelled` where the signal says so */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new FailureError('reading.cancelled');
}

/** Lets what waits come through: a request to cancel, for one. @throws FailureError `reading.cancelled` */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(setImmediate);
  throwIfCancelled(signal);
}

/**
 * Does the work with pauses. @param told hears at every pause how much of it is done, from 0 to 1
 * @throws FailureError `reading.cancelled`: the work was given up where it stood
 */
export async function withPauses<T>(steps: Steps<T>, signal: AbortSignal | undefined, told?: (share: number) => void): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - began < longest) continue;
    told?.(value);
    await pause(signal);
    began = performance.now();
  }
}
