/** Opens the store of a home folder: order-importer.db, witness.log, files/, processes/. */
import fs from 'node:fs';
import path from 'node:path';
import { failure, FailureError, success, type Result } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import { openBatches } from './batches.ts';
import { Database } from './database.ts';
import { openEdits } from './edits.ts';
import { openJournal } from './journal.ts';
import { openLedger } from './ledger.ts';
import { openOutcomes } from './outcomes.ts';
import { openOrderSearch } from './order-search.ts';
import { openPresence, type Presence } from './presence.ts';
import { openProfiles } from './profiles.ts';
import { migrate } from './schema.ts';
import { openSecrets, openSettings } from './settings.ts';
import type { Store } from './store.ts';
import { openUpkeep } from './upkeep.ts';

/**
 * Opens the store, or makes it. Every call on it is synchronous but for the copying of files: what it changed is on the
 * disk when it returns. Errors of the disk are thrown.
 * @returns a failure `store.newer`, `store.damaged` or `store.cannotOpen`, whose sentences say what to do
 */
export function openStore(homeDir: string, clock: Clock): Result<Store> {
  let database: Database | undefined;
  try {
    fs.mkdirSync(homeDir, { recursive: true });
    database = new Database(path.join(homeDir, 'order-importer.db'));
    migrate(database);
    return success(storeOver(homeDir, database, clock));
  } catch (error) {
    database?.close();
    if (error instanceof FailureError) return { ok: false, error: error.failure };
    const message = error instanceof Error ? error.message : String(error);
    return /malformed|not a database|corrupt/i.test(message) ? failure('store.damaged', { folder: homeDir }) : failure('store.cannotOpen', { folder: homeDir, message });
  }
}

function storeOver(homeDir: string, database: Database, clock: Clock): Store {
  let presence: Presence | undefined;
  // Only a process that sends announces itself.
  const announced = () => (presence ??= openPresence(path.join(homeDir, 'processes')));
  const ledger = openLedger(database);
  const batches = openBatches(database, path.join(homeDir, 'files'), clock);
  return {
    homeDir,
    witnessPath: path.join(homeDir, 'witness.log'),
    batches,
    edits: openEdits(database, clock),
    journal: openJournal(database, ledger, announced, clock),
    outcomes: openOutcomes(database),
    ledger,
    profiles: openProfiles(database, clock),
    settings: openSettings(database),
    secrets: openSecrets(database),
    search: openOrderSearch(database),
    upkeep: openUpkeep(homeDir, database, batches),
    close() {
      database.close();
      presence?.close();
      presence = undefined;
    },
  };
}
