/** Keeps how far the witness was compared with the database, and where the witness itself was found broken. */
import { TextSet } from '../platform/text-set.ts';
import type { Clock, Journal, KnownAttempts } from '../ports.ts';
import { forgetFoundLog, hasFoundLog } from './damage/found-log.ts';
import type { Database } from './database.ts';

type WitnessComparison = Pick<
  Journal,
  | 'hasAttempt'
  | 'knownAttempts'
  | 'witnessPosition'
  | 'setWitnessPosition'
  | 'forgetFoundLog'
  | 'addWitnessBreaks'
  | 'unseenBreaks'
  | 'markBreaksSeen'
>;

function hasAttempt(database: Database, id: string): boolean {
  return database.get('SELECT 1 FROM attempts WHERE id = ?', id) !== undefined;
}

/** The ids of all attempts: from the witness's beginning on it is quicker to know them all at once. */
function attemptIds(database: Database): TextSet {
  const ids = new TextSet();
  // One text is read in a tenth of the time of a million rows.
  const all = String(database.get('SELECT group_concat(id) AS ids FROM attempts')?.['ids'] ?? '');
  for (let from = 0, to = all.indexOf(','); from < all.length; from = to + 1, to = all.indexOf(',', from)) {
    if (to < 0) to = all.length;
    ids.add(all.slice(from, to));
  }
  return ids;
}

/** See {@link Journal.knownAttempts}. */
export function knownAttempts(database: Database, asked: 'few' | 'all'): KnownAttempts {
  const ids = asked === 'all' ? attemptIds(database) : null;
  return {
    has: (id) => ids?.has(id) ?? hasAttempt(database, id),
    hasLike: ({ batchId, orderId, startedAt }) =>
      database.get(
        `SELECT 1 FROM revisions r JOIN attempts a ON a.revision_id = r.id
         WHERE r.batch_id = ? AND r.order_id = ? AND a.started_at = ? LIMIT 1`,
        batchId,
        orderId,
        startedAt,
      ) !== undefined,
  };
}

export function openWitnessComparison(database: Database, clock: Clock): WitnessComparison {
  return {
    hasAttempt: (attemptId) => hasAttempt(database, attemptId),
    knownAttempts: (asked) => knownAttempts(database, asked),
    witnessPosition() {
      if (hasFoundLog(database.path)) return null;
      const row = database.get('SELECT offset, hash FROM witnessed');
      return row ? { offset: Number(row['offset']), hash: String(row['hash']) } : null;
    },
    setWitnessPosition(offset, hash) {
      database.run(
        'INSERT INTO witnessed (id, offset, hash) VALUES (1, ?1, ?2) ON CONFLICT (id) DO UPDATE SET offset = ?1, hash = ?2',
        offset,
        hash,
      );
    },
    forgetFoundLog: () => forgetFoundLog(database.path),
    addWitnessBreaks(names) {
      for (const name of names)
        database.run(
          'INSERT INTO witness_breaks (name, found_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
          name,
          clock.now(),
        );
    },
    unseenBreaks: () =>
      Number(database.get('SELECT count(*) AS n FROM witness_breaks WHERE seen_at IS NULL')?.['n'] ?? 0),
    markBreaksSeen: () => void database.run('UPDATE witness_breaks SET seen_at = ? WHERE seen_at IS NULL', clock.now()),
  };
}
