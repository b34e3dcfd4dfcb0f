/** Starts the check of a whole database in a thread of its own. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartDatabaseCheck } from '../store/damage/whole-check.ts';

/** main/workers/database-check.worker.ts, or what became of it in the build. */
const workerFile = path.join(import.meta.dirname, `database-check.worker${path.extname(import.meta.filename)}`);

/** What the thread says of its work in the shared number. */
export const checkState = { notBegun: 0, begun: 1, whole: 2, notWhole: 3, failed: 4 } as const;

export interface DatabaseCheckData {
  readonly file: string;
  readonly state: SharedArrayBuffer;
}

/** How long is waited for the thread. The runtime can end it without a word, and who blocks does not hear of that. */
export interface CheckLimits {
  /** Milliseconds that it may take to begin. */
  readonly begin: number;
  /** Milliseconds that it may take for a file of so many bytes. */
  readonly end: (size: number) => number;
}

/** For a disk that gives 1 MB in a second, and a computer that is busy. */
const usualLimits: CheckLimits = { begin: 10_000, end: (size) => 60_000 + size / 1000 };

/**
 * A {@link StartDatabaseCheck}. It blocks while it waits, as the check itself would.
 * @param entry the thread's program
 */
export function startDatabaseCheck(
  file: string,
  entry = workerFile,
  limits: CheckLimits = usualLimits,
): ReturnType<StartDatabaseCheck> {
  const state = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const flag = new Int32Array(state);
  const worker = new Worker(entry, { workerData: { file, state } satisfies DatabaseCheckData });
  worker.unref();
  // It tells by its number; that it could not even begin is seen there, too.
  worker.on('error', () => undefined);
  return () => {
    Atomics.wait(flag, 0, checkState.notBegun, limits.begin);
    Atomics.wait(flag, 0, checkState.begun, limits.end(statSync(file, { throwIfNoEntry: false })?.size ?? 0));
    const told = Atomics.load(flag, 0);
    if (told === checkState.whole || told === checkState.notWhole) return told === checkState.whole;
    // One that is only late must not go on beside whoever checks instead.
    void worker.terminate();
    return null;
  };
}
