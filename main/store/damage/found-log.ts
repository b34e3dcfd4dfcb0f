/**
 * A log of commits that is found beside the database when nobody has the home in use: a process was killed, or the main file
 * was set back to a copy while the log stayed. SQLite puts the two together without a word, and what comes out may know of
 * fewer requests than there were. So the database is checked whole then, and compared with the witness from its beginning.
 */
import fs from 'node:fs';
import path from 'node:path';
import { isCorruptionError, type Database } from '../database.ts';
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
  fs.rmSync(foundLogMarker(file), { force: true });
}

/** What may have made the order in the WMS. */
const mayHaveCreated = `('accepted', 'otherOrder', 'lost', 'serverTrouble', 'unreadable', 'interrupted', 'forgotten')`;

/**
 * Whether the database is of one piece: sound in itself, with as many rows as were counted when they were written (the
 * counts' page is in every commit's log), every attempt with its order, and no order behind its attempts.
 */
export function isOfOnePiece(database: Database): boolean {
  try {
    return isSound(database) && agreesWithItself(database);
  } catch (error) {
    if (isCorruptionError(error)) return false;
    throw error;
  }
}

function agreesWithItself(database: Database): boolean {
  for (const row of database.all('SELECT name, rows FROM row_counts')) {
    const found = database.get(`SELECT count(*) AS n FROM ${String(row['name'])}`)?.['n'];
    if (found !== row['rows']) return false;
  }
  const orphan = `SELECT 1 FROM attempts a WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.id = a.revision_id) LIMIT 1`;
  const behind = `SELECT 1 FROM revisions r WHERE r.state IN ('ready', 'waiting') AND r.ambiguous = 0
    AND EXISTS (SELECT 1 FROM attempts a WHERE a.revision_id = r.id AND coalesce(a.happened, 'lost') IN ${mayHaveCreated}) LIMIT 1`;
  return database.get(orphan) === undefined && database.get(behind) === undefined;
}

export function isSound(database: Database): boolean {
  return Object.values(database.get('PRAGMA quick_check(1)') ?? {})[0] === 'ok';
}
