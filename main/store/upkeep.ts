/** Purges expired customers' data from the store for good; the ledger stays. */
import fs from 'node:fs';
import { type Database, isBusyError } from './database.ts';
import { expiredLeftovers, removeLeftovers } from './leftovers.ts';
import type { BatchStore, StoreStatistics, Upkeep } from './store.ts';

/**
 * Content that is deleted is overwritten in the database at once (secure_delete); the purge also shrinks it and empties
 * its log, so that neither a free page nor the WAL still holds a customer.
 */
export function openUpkeep(homeDir: string, database: Database, batches: BatchStore): Upkeep {
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
    async purge(before) {
      let purged = 0;
      for (const row of database.all('SELECT id FROM batches WHERE removed_at IS NULL AND opened_at < ?', before)) {
        const { ok } = await batches.remove(String(row['id']));
        if (ok) purged++;
      }
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
