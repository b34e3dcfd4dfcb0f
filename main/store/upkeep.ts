/** Purges expired customers' data from the store for good; the ledger stays. */
import fs from 'node:fs';
import type { Clock } from '../ports.ts';
import { type Database, isBusyError } from './database.ts';
import { expiredLeftovers, removeLeftovers } from './leftovers.ts';
import type { BatchStore } from './batch-stores.ts';
import type { StoreStatistics, Upkeep } from './store.ts';

/** As long as the clock must have gone on before what it showed is believed. */
const borneOutAfterMs = 20 * 3_600_000;

const expired = 'b.removed_at IS NULL AND b.opened_at < ?';
/** An order waits, or nobody knows yet what became of it: its content is needed. */
const isOpen = `EXISTS (SELECT 1 FROM revisions r WHERE r.batch_id = b.id AND r.latest = 1
  AND r.state IN ('waiting', 'sending', 'verifying', 'unknown', 'review'))`;
/** Orders were ready when it was last open, or are to be sent again. */
const isReady = `(coalesce(json_extract(b.counts, '$.ready'), 0) > 0
  OR EXISTS (SELECT 1 FROM revisions r WHERE r.batch_id = b.id AND r.latest = 1 AND r.state = 'ready'))`;

/**
 * Content that is deleted is overwritten in the database at once (secure_delete); the purge also shrinks it and empties
 * its log, so that neither a free page nor the WAL still holds a customer.
 */
export function openUpkeep(homeDir: string, database: Database, batches: BatchStore, clock: Clock): Upkeep {
  database.exec('PRAGMA secure_delete = ON');

  function emptyLog(shrink: boolean): void {
    try {
      if (shrink) database.exec('VACUUM');
      database.all('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // Another process is at work: the next purge does it.
      if (!isBusyError(error)) throw error;
    }
  }

  return {
    trustedNow: () =>
      database.transaction(() => {
        const now = clock.now();
        const row = database.get('SELECT latest, settled FROM clock_seen');
        const settled = row === undefined || row['settled'] === null ? null : Number(row['settled']);
        const latest = row === undefined ? now : Number(row['latest']);
        const keep = (at: number, borneOut: number | null): number | null => {
          database.run(
            'INSERT INTO clock_seen (id, latest, settled) VALUES (1, ?1, ?2) ON CONFLICT (id) DO UPDATE SET latest = ?1, settled = ?2',
            at,
            borneOut,
          );
          return borneOut;
        };
        if (row === undefined) return keep(now, null);
        // It was ahead before, or is behind now: what it showed since then counts for nothing.
        if (now < latest) return keep(now, settled === null ? null : Math.min(settled, now));
        return now - latest >= borneOutAfterMs ? keep(now, latest) : settled;
      }),
    expiredReady: (before) =>
      database
        .all(
          `SELECT id, file_name FROM batches b WHERE ${expired} AND NOT ${isOpen} AND ${isReady} ORDER BY opened_at`,
          before,
        )
        .map((row) => ({ id: String(row['id']), fileName: String(row['file_name']) })),
    async purge(before, agreed) {
      let purged = 0;
      const kept = agreed === undefined ? `(${isOpen} OR ${isReady})` : isOpen;
      for (const row of database.all(`SELECT id FROM batches b WHERE ${expired} AND NOT ${kept}`, before)) {
        const { ok } = await batches.remove(String(row['id']));
        if (ok) purged++;
      }
      // A file's name and headings may be a customer's.
      database.run('UPDATE watched_files SET path = NULL, reason = NULL WHERE path IS NOT NULL AND at < ?', before);
      const leftovers = expiredLeftovers(homeDir, database, before);
      removeLeftovers(leftovers);
      emptyLog(purged > 0 || leftovers.length > 0);
      return purged;
    },
    hasLeftovers: (before) => expiredLeftovers(homeDir, database, before).length > 0,
    statistics(): StoreStatistics {
      const count = (sql: string): number => Number(Object.values(database.get(sql) ?? {})[0] ?? 0);
      const states = database.all('SELECT state, count(*) AS n FROM revisions GROUP BY state ORDER BY state');
      return {
        schema: count('PRAGMA user_version'),
        bytes: fs.statSync(database.path).size,
        batches: count('SELECT count(*) FROM batches WHERE removed_at IS NULL'),
        removedBatches: count('SELECT count(*) FROM batches WHERE removed_at IS NOT NULL'),
        edits: count('SELECT count(*) FROM edits'),
        attempts: count('SELECT count(*) FROM attempts'),
        revisions: Object.fromEntries(states.map((row) => [String(row['state']), Number(row['n'])])),
      };
    },
  };
}
