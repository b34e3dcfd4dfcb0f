/** Checks a database whole: whether SQLite finds it sound, and whether its tables agree with one another. */
import type { KnownAttempts, WitnessContent } from '../../ports.ts';
import { isCorruptionError, type Database } from '../database.ts';
import { knownAttempts } from '../witness-comparison.ts';

/** What may have made the order in the WMS. */
const mayHaveCreated = `('accepted', 'otherOrder', 'lost', 'serverTrouble', 'unreadable', 'interrupted', 'forgotten')`;

/**
 * Begins SQLite's own check of a whole database file in another thread. The function that it returns waits for the answer:
 * whether the file is sound, or null where that thread could not tell.
 */
export type StartDatabaseCheck = (file: string) => () => boolean | null;

export interface WholeCheck {
  /**
   * Whether the database is of one piece: sound in itself, with as many rows as were counted when they were written (the
   * counts' page is in every commit's log), every attempt with its order, and no order behind its attempts.
   */
  isOfOnePiece(database: Database): boolean;
  /** The witness as it was read, from its beginning, while a database passed; once. */
  takeWitnessReadAhead(): WitnessContent | null;
}

/**
 * The check of a database that may be put together from two. SQLite's own part takes half of the time: the witness, which
 * has to be compared with the database next, is read beside it.
 * @param startCheck null: SQLite's part is done in this thread, at the end
 */
export function createWholeCheck(
  readWitness: (known: KnownAttempts) => WitnessContent | null,
  startCheck: StartDatabaseCheck | null,
): WholeCheck {
  let readAhead: WitnessContent | null = null;
  return {
    isOfOnePiece(database) {
      const soundElsewhere = startCheck?.(database.path);
      let agrees = false;
      try {
        agrees = agreesWithItself(database);
        if (agrees && soundElsewhere) readAhead = readIfPossible(() => readWitness(knownAttempts(database, 'all')));
      } catch (error) {
        if (!isCorruptionError(error)) throw error;
        agrees = false;
      } finally {
        // Waited for in any case: while that thread has the file open, Windows does not let it be set aside.
        agrees = (soundElsewhere?.() ?? isSound(database)) && agrees;
      }
      if (!agrees) readAhead = null;
      return agrees;
    },
    takeWitnessReadAhead() {
      const taken = readAhead;
      readAhead = null;
      return taken;
    },
  };
}

/** What cannot be read now is read again, and said, when sending is prepared; that the database is damaged is not hidden. */
function readIfPossible(read: () => WitnessContent | null): WitnessContent | null {
  try {
    return read();
  } catch (error) {
    if (isCorruptionError(error)) throw error;
    return null;
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
