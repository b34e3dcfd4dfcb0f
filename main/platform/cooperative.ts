/** Runs long work with pauses, in which other calls are answered and the work can be cancelled. */
import { FailureError } from '../../shared/result.ts';
import type { CooperativeTask } from '../../shared/cooperative.ts';

/** Milliseconds between two pauses, at most. */
const longest = 100;

/** @throws FailureError `reading.cancelled` where the signal was aborted */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new FailureError('reading.cancelled');
}

/** Lets waiting events be handled, such as a request to cancel. @throws FailureError `reading.cancelled` */
export async function yieldToEventLoop(signal: AbortSignal | undefined): Promise<void> {
  await new Promise(setImmediate);
  throwIfCancelled(signal);
}

/**
 * Runs the task with pauses.
 * @param onProgress gets the share that is done, from 0 to 1, at every pause
 * @throws FailureError `reading.cancelled`: the task was abandoned half done
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
