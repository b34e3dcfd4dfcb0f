/** Opens the store of a home folder: order-importer.db, witness.log, files/, processes/. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { paramsSchema } from '../../shared/domain/model/issues.ts';
import type { SendingNotice } from '../../shared/domain/sending/run.ts';
import { failure, FailureError, success, type Result } from '../../shared/result.ts';
import type { Clock, HomeWitness, WitnessedBatch } from '../ports.ts';
import { removeFileSync, renameFileSync } from '../platform/files.ts';
import { ownFile, preparePrivateHome } from '../platform/private-home.ts';
import { systemFailure } from '../platform/system-failure.ts';
import { openAlikeOrderStore } from './alike-orders.ts';
import { openBatchStore } from './batches.ts';
import { openCustomers } from './customers.ts';
import { damageMarkerPath, Database, isCorruptionError } from './database.ts';
import { openEditStore } from './edits.ts';
import { openJournal } from './journal.ts';
import { openLedgerStore } from './ledger.ts';
import { createLedgerMerge } from './ledger-merge.ts';
import { openLedgerPages } from './ledger-pages.ts';
import { openLedgerShare } from './ledger-share.ts';
import { isOnNetworkDrive } from '../platform/network-drive.ts';
import { openOutcomeStore } from './outcomes.ts';
import { openIdentityStore } from './identities.ts';
import { openOrderNumberStore } from './order-numbers.ts';
import { openOrderSearch } from './order-search.ts';
import { openProcessPresence, type ProcessPresence } from './process-presence.ts';
import { openProductStore } from './products.ts';
import { openProfileStore } from './profiles.ts';
import { hasFoundLog, noteFoundLog } from './damage/found-log.ts';
import { createWholeCheck, isSound, type StartDatabaseCheck, type WholeCheck } from './damage/whole-check.ts';
import { restoreLostBatches, finishDatabaseRebuild, rebuildDatabase } from './damage/rebuild.ts';
import { migrate } from './schema.ts';
import { openSameServerStore } from './same-servers.ts';
import { openSentOrderStore } from './sent-orders.ts';
import { openSentChangeStore } from './sent-changes.ts';
import { openSettledStore } from './settled.ts';
import { openShopStore } from './shops.ts';
import { openTeamHome } from './team-home.ts';
import { openThingsHome } from './team-things/home.ts';
import { openSecretStore, openSettingsStore } from './settings.ts';
import type { Store } from './store.ts';
import { openUpkeep } from './upkeep.ts';
import { openWatchedFileStore } from './watched-files.ts';

/** File of notices that are still to be shown to the operator, once. */
const noticesName = 'notices.json';
const witnessName = 'witness.log';

const noWitness: HomeWitness = { read: () => null, batches: () => [], recordMerged: () => null };

/** How a store is opened. */
export interface StoreOptions {
  /** When the database is checked where a killed process left its log: at once, or by `checkFoundLog`. */
  readonly foundLog?: 'atOnce' | 'beforeSending';
  /** Lets that check run beside the rest; without it there is one thing after the other. */
  readonly startCheck?: StartDatabaseCheck | null;
}

/**
 * Opens the store, or creates it. Every call on it is synchronous except copying files: what it changed is on the disk when
 * it returns. A damaged database is set aside and rebuilt, and a notice says so.
 * @param witness what the witness gives back where the database is lost, and what is written down there
 * Fails with `store.newer`, `store.networkHome`, `store.damagedInUse`, `store.cannotOpen`, and those of {@link systemFailure}.
 */
export function openStore(
  homeDir: string,
  clock: Clock,
  witness: HomeWitness = noWitness,
  { foundLog = 'atOnce', startCheck = null }: StoreOptions = {},
): Result<Store> {
  try {
    preparePrivateHome(homeDir);
    if (isOnNetworkDrive(homeDir)) return failure('store.networkHome', { folder: homeDir });
    const witnessPath = path.join(homeDir, witnessName);
    const check = createWholeCheck((known) => witness.read(witnessPath, known), startCheck);
    const isCheckedNow = foundLog === 'atOnce';
    const database = openOrRebuild(homeDir, clock, () => witness.batches(witnessPath), check, isCheckedNow);
    return success(storeOver(homeDir, database, clock, check, isCheckedNow, witness));
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, error: error.failure };
    const known = systemFailure(error);
    if (known) return { ok: false, error: known };
    return failure('store.cannotOpen', {
      folder: homeDir,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

function openOrRebuild(
  homeDir: string,
  clock: Clock,
  witnessed: () => readonly WitnessedBatch[],
  check: WholeCheck,
  isCheckedNow: boolean,
): Database {
  const file = path.join(homeDir, 'order-importer.db');
  finishDatabaseRebuild(file);
  noteFoundLog(file);
  try {
    return openSound(file, check, isCheckedNow, (database) => {
      const files = restoreLostBatches(database, path.join(homeDir, 'files'), witnessed);
      if (files > 0) keepNotice(homeDir, { code: 'store.lost', params: { files }, batchId: null, orderIds: [] });
    });
  } catch (error) {
    if (!isCorruptionError(error)) throw error;
    const { database, folder, files, orders } = rebuildDatabase(homeDir, file, clock, witnessed);
    keepNotice(homeDir, { code: 'store.rebuilt', params: { folder, files, orders }, batchId: null, orderIds: [] });
    return database;
  }
}

const malformed = 'The database is malformed.';

/** @param made runs for a database that is new */
function openSound(
  file: string,
  check: WholeCheck,
  isCheckedNow: boolean,
  made: (database: Database) => void,
): Database {
  const database = new Database(file);
  try {
    const wasMarked = fs.existsSync(damageMarkerPath(file));
    if (wasMarked && !isSound(database)) throw new Error(malformed);
    if (migrate(database)) made(database);
    else if (hasFoundLog(file) && (isCheckedNow || wasMarked) && !check.passes(database)) throw new Error(malformed);
    if (wasMarked) removeFileSync(damageMarkerPath(file));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function keepNotice(homeDir: string, notice: SendingNotice): void {
  const file = path.join(homeDir, noticesName);
  // Whole or not at all: what is cut tells nobody of it.
  fs.writeFileSync(`${file}.partial`, JSON.stringify([...notices(homeDir), notice]), { mode: ownFile, flush: true });
  renameFileSync(`${file}.partial`, file);
}

function notices(homeDir: string): readonly SendingNotice[] {
  const file = path.join(homeDir, noticesName);
  if (!fs.existsSync(file)) return [];
  try {
    return z.array(noticeSchema).safeParse(JSON.parse(fs.readFileSync(file, 'utf8'))).data ?? [];
  } catch {
    // A disk that was full, or another hand: what cannot be told must not keep anyone from working.
    return [];
  }
}

const noticeSchema = z.object({
  code: z.string(),
  params: paramsSchema,
  batchId: z.string().nullable(),
  orderIds: z.array(z.int()),
});

/** @param isChecked whether the database was checked where a log was found */
function storeOver(
  homeDir: string,
  database: Database,
  clock: Clock,
  check: WholeCheck,
  isChecked: boolean,
  witness: HomeWitness,
): Store {
  let presence: ProcessPresence | undefined;
  const opened = identityOf(database.path);
  // Only a process that may send announces itself, and none may send from a database that was set aside in the meantime.
  const announced = () => {
    presence ??= openProcessPresence(path.join(homeDir, 'processes'));
    if (identityOf(database.path) !== opened) throw new FailureError('store.replaced');
    return presence;
  };
  const settings = openSettingsStore(database);
  let acting: { readonly operator: string | null } | null = null;
  const operator = (): string | null => (acting === null ? settings.get().operator : acting.operator);
  const ledger = openLedgerStore(database);
  const identities = openIdentityStore(database, homeDir, clock);
  const journal = openJournal(database, ledger, announced, clock, identities, operator);
  const witnessPath = path.join(homeDir, witnessName);
  const sameServers = openSameServerStore(database, clock);
  const sentChanges = openSentChangeStore(database);
  const shops = openShopStore(database);
  const customers = openCustomers(database);
  const batches = openBatchStore(database, path.join(homeDir, 'files'), shops, clock, customers.forget);
  const watched = openWatchedFileStore(database, homeDir, announced, clock);
  let isFoundLogChecked = isChecked;
  return {
    homeDir,
    takeNotices() {
      const taken = notices(homeDir);
      removeFileSync(path.join(homeDir, noticesName));
      return taken;
    },
    witnessPath,
    isFoundLogUnchecked: () => !isFoundLogChecked && hasFoundLog(database.path),
    checkFoundLog() {
      if (isFoundLogChecked || !hasFoundLog(database.path)) return;
      if (!check.passes(database)) {
        fs.writeFileSync(damageMarkerPath(database.path), '');
        throw new FailureError('store.damagedFound');
      }
      isFoundLogChecked = true;
    },
    takeWitnessReadAhead: check.takeWitnessReadAhead,
    operator,
    actAs: (name) => void (acting = { operator: name }),
    batches,
    edits: openEditStore(database, clock, sentChanges, operator),
    journal,
    outcomes: openOutcomeStore(database),
    ledger: {
      find: ledger.find,
      changesByOthers: ledger.changesByOthers,
      list: ledger.list,
      ...openLedgerPages(database),
      ...openLedgerShare(database, ledger, identities),
      ...createLedgerMerge(database, ledger, journal, identities, (pieces) => {
        const [from, known] = [journal.witnessPosition(), journal.knownAttempts('few')];
        const end = witness.recordMerged(witnessPath, from, known, pieces);
        if (end !== null) journal.setWitnessPosition(end.offset, end.hash);
      }),
    },
    shops,
    profiles: openProfileStore(database, clock),
    products: openProductStore(database),
    settled: openSettledStore(database, clock),
    orderNumbers: openOrderNumberStore(database, identities, shops, homeDir, clock),
    identities,
    alikeOrders: openAlikeOrderStore(database, clock),
    sentChanges,
    sameServers,
    sentOrders: openSentOrderStore(database, sentChanges),
    team: openTeamHome(
      database,
      ledger,
      journal,
      announced,
      openThingsHome(database, sameServers, operator, () => clock.now()),
      () => clock.now(),
    ),
    watched,
    settings,
    secrets: openSecretStore(database),
    search: openOrderSearch(database, sentChanges, customers),
    upkeep: openUpkeep(homeDir, database, batches, clock),
    close() {
      watched.release();
      database.close();
      presence?.close();
      presence = undefined;
    },
  };
}

/** Identity (device and inode) of the file under this name; '' where there is none. */
function identityOf(file: string): string {
  const found = fs.statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : '';
}
