/** Long work with pauses, in which whatever else waits has its turn and the work can be stopped. */
import { FailureError } from '../../shared/result.ts';
import type { CooperativeTask } from '../../shared/cooperative.ts';

/** Milliseconds without a pause. */
const longest = 100;

/** @throws FailureError `reading.cancelled` where the signal says so */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new FailureError('reading.cancelled');
}

/** Lets what waits come through: a request to cancel, for one. @throws FailureError `reading.cancelled` */
export async function yieldToEventLoop(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(setImmediate);
  throwIfCancelled(signal);
}

/**
 * Does the work with pauses. @param onProgress hears at every pause how much of it is done, from 0 to 1
 * @throws FailureError `reading.cancelled`: the work was given up where it stood
 */
export async function runCooperatively<T>(
  task: CooperativeTask<T>,
  signal: AbortSignal | undefined,
  onProgress?: (share: number) => void,
): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = task.next();
    if (done === true) return value;
    if (performance.now() - began < longest) continue;
    onProgress?.(value);
    await yieldToEventLoop(signal);
    began = performance.now();
  }
}
