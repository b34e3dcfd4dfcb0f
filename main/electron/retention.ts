/** Purges expired customers' data at the start and once a day, never while orders are being sent. */
import type { ErrorLog } from '../platform/remote.ts';
import type { AppContext } from './app-context.ts';

const dayMs = 86_400_000;

interface Settings {
  readonly settings: () => ReturnType<AppContext['settings']>;
}

async function purge({ threads, settings, events }: Pick<AppContext, 'threads' | 'events'> & Settings): Promise<void> {
  const { upkeep } = threads.store;
  const now = await upkeep.trustedNow();
  const { retentionDays } = await settings();
  if (retentionDays === 0 || now === null || (await threads.runs.activeBatchIds()).length > 0) return;
  const before = now - retentionDays * dayMs;
  await upkeep.purge(before);
  const names = (await upkeep.expiredReady(before)).map(({ fileName }) => fileName);
  // Removed where a person agrees: the notice has a button for it.
  if (names.length > 0)
    events.send('app.startupNotice', { code: 'store.expiredReady', params: { files: names.join(', ') } });
}

/** Removes the files past their time whose orders are ready, on a person's word; returns how many. */
export async function removeExpiredReady({
  threads,
  settings,
}: Pick<AppContext, 'threads'> & Settings): Promise<number> {
  const now = await threads.store.upkeep.trustedNow();
  const { retentionDays } = await settings();
  return retentionDays === 0 || now === null ? 0 : threads.store.upkeep.purge(now - retentionDays * dayMs, 'readyToo');
}

/** Starts the schedule once the page is there for what it has to say; returns the function that ends it. */
export function scheduleRetention(context: AppContext, loaded: Promise<void>, log: ErrorLog): () => void {
  const { threads, events } = context;
  const act = (): void =>
    void loaded
      .then(() => purge({ threads, events, settings: () => context.settings() }))
      .catch((error: unknown) => log('retention', error));
  act();
  const timer = setInterval(act, dayMs);
  return () => clearInterval(timer);
}
