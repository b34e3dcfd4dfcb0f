/** Checks a whole database file beside the thread that waits for it (start-database-check.ts). */
import { workerData } from 'node:worker_threads';
import { Database } from '../store/database.ts';
import { isOfOnePiece } from '../store/damage/whole-check.ts';
import { checkState, type DatabaseCheckData } from './start-database-check.ts';

const { file, state } = workerData as DatabaseCheckData;
const flag = new Int32Array(state);

function tell(value: number): void {
  Atomics.store(flag, 0, value);
  Atomics.notify(flag, 0);
}

tell(checkState.begun);
try {
  const database = new Database(file);
  try {
    tell(isOfOnePiece(database) ? checkState.whole : checkState.notWhole);
  } finally {
    database.close();
  }
} catch {
  // Whoever waits checks it again, and says what is wrong.
  tell(checkState.failed);
}
