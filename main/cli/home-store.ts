/** Opens the store of the home folder for a command. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { systemClock } from '../ports.ts';
import { homeWitness } from '../sending/witness.ts';
import { PinGuard } from '../services/pin-guard.ts';
import type { CommandContext } from './context.ts';
import { openStore } from '../store/open-store.ts';
import type { BatchRecord } from '../store/batch-stores.ts';
import type { Store } from '../store/store.ts';
import { startDatabaseCheck } from '../workers/start-database-check.ts';

const dayMs = 86_400_000;
const everyBatch = 100_000;

/** Purges expired customers' data, as the window does at its start; not while another process is sending. */
async function purgeExpired({ settings, batches, upkeep }: Store): Promise<void> {
  const { retentionDays } = settings.get();
  const now = upkeep.trustedNow();
  if (now === null) return;
  const before = now - retentionDays * dayMs;
  // Purging blocks every other process that has the database open, so it is skipped where nothing has expired.
  if (retentionDays === 0) return;
  if (!batches.list(everyBatch).some(({ openedAt }) => openedAt < before) && !upkeep.hasLeftovers(before)) return;
  const { sending = 0, verifying = 0 } = upkeep.statistics().revisions;
  if (sending + verifying === 0) await upkeep.purge(before);
}

/**
 * Demands the PIN that guards the home's settings, where it has one: from the variable ORDER_IMPORTER_PIN.
 * @throws FailureError `pin.needed`, and those of {@link PinGuard.enter}
 */
export async function demandPin({ secrets }: Store, { terminal }: Pick<CommandContext, 'terminal'>): Promise<void> {
  const pin = new PinGuard(secrets, systemClock);
  if (!(await pin.isSet())) return;
  const given = terminal.environment['ORDER_IMPORTER_PIN']?.trim() ?? '';
  if (given === '') throw new FailureError('pin.needed');
  await pin.enter(given);
}

/** Files past their time that only orders which are ready keep; none where everything is kept. */
export function expiredReadyFiles({ settings, upkeep }: Store): ReturnType<Store['upkeep']['expiredReady']> {
  const { retentionDays } = settings.get();
  const now = upkeep.trustedNow();
  return retentionDays === 0 || now === null ? [] : upkeep.expiredReady(now - retentionDays * dayMs);
}

/** Removes them on a person's word; returns how many. */
export async function removeExpiredReady({ settings, upkeep }: Store): Promise<number> {
  const now = upkeep.trustedNow();
  const { retentionDays } = settings.get();
  return retentionDays === 0 || now === null ? 0 : upkeep.purge(now - retentionDays * dayMs, 'readyToo');
}

/** Runs `act` with the home's store, which is created where there is none. @throws FailureError of {@link openStore} */
export async function withStore<T>(home: string, act: (store: Store) => Promise<T> | T): Promise<T> {
  const store = valueOrThrow(openStore(home, systemClock, homeWitness, { startCheck: startDatabaseCheck }));
  try {
    await purgeExpired(store);
    return await act(store);
  } finally {
    store.close();
  }
}

/**
 * Runs `act` with the home's store, or with null where there is none yet: a command that only reads creates no home. Where
 * the database is lost, the witness tells that there was one.
 */
export async function withExistingStore<T>(home: string, act: (store: Store | null) => Promise<T> | T): Promise<T> {
  const isThere = ['order-importer.db', 'witness.log'].some((name) => existsSync(path.join(home, name)));
  return isThere ? withStore(home, act) : act(null);
}

/** The batch with this id, or the only one whose id begins with it. @throws FailureError `cli.batch` */
export function findBatch(store: Store, name: string): BatchRecord {
  const exact = store.batches.get(name);
  if (exact) return exact;
  const [batch, another] = store.batches.list().filter(({ id }) => id.startsWith(name));
  if (!batch || another) throw new FailureError('cli.batch', { batch: name });
  return batch;
}
