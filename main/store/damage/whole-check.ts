/** Checks a database whole: whether SQLite finds it sound, and whether its tables agree with one another. */
import type { KnownAttempts, WitnessContent } from '../../ports.ts';
import { isCorruptionError, type Database } from '../database.ts';
import { knownAttempts } from '../witness-comparison.ts';

/** What may have made the order in the WMS. */
const mayHaveCreated = `('accepted', 'otherOrder', 'lost', 'serverTrouble', 'unreadable', 'interrupted', 'forgotten')`;

/**
 * Begins {@link isOfOnePiece} for a database file in another thread. The function that it returns waits for the answer;
 * null where that thread could not tell.
 */
export type StartDatabaseCheck = (file: string) => () => boolean | null;

export interface WholeCheck {
  /** Whether the database is of one piece ({@link isOfOnePiece}). */
  passes(database: Database): boolean;
  /** The witness as it was read, from its beginning, while a database passed; once. */
  takeWitnessReadAhead(): WitnessContent | null;
}

/**
 * The check of a database that may be put together from two. It takes as long as reading the witness, which has to be
 * compared with the database next: the two are done side by side.
 * @param startCheck null: the check is made in this thread, and nothing is read ahead
 */
export function createWholeCheck(
  readWitness: (known: KnownAttempts) => WitnessContent | null,
  startCheck: StartDatabaseCheck | null,
): WholeCheck {
  let readAhead: WitnessContent | null = null;
  return {
    passes(database) {
      readAhead = null;
      if (startCheck === null) return isOfOnePiece(database);
      const answer = startCheck(database.path);
      const read = readIfPossible(() => readWitness(knownAttempts(database, 'all')));
      // Waited for in any case: while that thread has the file open, Windows does not let it be set aside.
      const passed = (answer() ?? isOfOnePiece(database)) && read !== 'damaged';
      if (passed) readAhead = read;
      return passed;
    },
    takeWitnessReadAhead() {
      const taken = readAhead;
      readAhead = null;
      return taken;
    },
  };
}

/** A witness that cannot be read now (null) is read again, and said, when sending is prepared. */
function readIfPossible(read: () => WitnessContent | null): WitnessContent | 'damaged' | null {
  try {
    return read();
  } catch (error) {
    return isCorruptionError(error) ? 'damaged' : null;
  }
}

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

/** Whether SQLite finds the whole database sound. */
export function isSound(database: Database): boolean {
  try {
    return Object.values(database.get('PRAGMA quick_check(1)') ?? {})[0] === 'ok';
  } catch (error) {
    if (isCorruptionError(error)) return false;
    throw error;
  }
}
