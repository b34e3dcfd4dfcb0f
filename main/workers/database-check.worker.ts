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
  let isWhole: boolean;
  try {
    isWhole = isOfOnePiece(database);
  } finally {
    database.close();
  }
  // Told only now: whoever hears of damage moves the file, which Windows forbids while it is open here.
  tell(isWhole ? checkState.whole : checkState.notWhole);
} catch {
  // Whoever waits checks it again, and says what is wrong.
  tell(checkState.failed);
}
