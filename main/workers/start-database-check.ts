/** Starts the check of a whole database in a thread of its own. */
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

/** Milliseconds that the thread may take to begin. */
const beginsWithin = 10_000;

/** A {@link StartDatabaseCheck}. It blocks while it waits, as the check itself would. */
export const startDatabaseCheck: StartDatabaseCheck = (file) => {
  const state = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const flag = new Int32Array(state);
  const worker = new Worker(workerFile, { workerData: { file, state } satisfies DatabaseCheckData });
  worker.unref();
  // It tells by its number; that it could not even begin is seen there, too.
  worker.on('error', () => undefined);
  return () => {
    Atomics.wait(flag, 0, checkState.notBegun, beginsWithin);
    Atomics.wait(flag, 0, checkState.begun);
    const told = Atomics.load(flag, 0);
    return told === checkState.whole ? true : told === checkState.notWhole ? false : null;
  };
};
