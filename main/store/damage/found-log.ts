/**
 * A log of commits that is found beside the database when nobody has the home in use: a process was killed, or the main file
 * was set back to a copy while the log stayed. SQLite puts the two together without a word, and what comes out may know of
 * fewer requests than there were. So the database is checked whole then, and compared with the witness from its beginning.
 */
import fs from 'node:fs';
import path from 'node:path';
import { removeFileSync } from '../../platform/files.ts';
import { isAnyProcessAlive } from '../process-presence.ts';

/** Beside the database until it was checked and compared: whoever closes it next folds the log in, and the trace is gone. */
function foundLogMarker(file: string): string {
  return `${file}.log-found`;
}

/** To be called before the database is opened. */
export function noteFoundLog(file: string): void {
  const log = fs.statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log === undefined || log.size === 0) return;
  if (!isAnyProcessAlive(path.join(path.dirname(file), 'processes'))) fs.writeFileSync(foundLogMarker(file), '');
}

export function hasFoundLog(file: string): boolean {
  return fs.existsSync(foundLogMarker(file));
}

/** The database was checked, and compared with the whole witness. */
export function forgetFoundLog(file: string): void {
  removeFileSync(foundLogMarker(file));
}
