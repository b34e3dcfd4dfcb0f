/** Purges expired customers' data at the start and once a day, never while orders are being sent. */
import type { ErrorLog } from '../platform/remote.ts';
import type { AppContext } from './app-context.ts';

const dayMs = 86_400_000;

async function purge({
  threads,
  settings,
}: {
  readonly threads: AppContext['threads'];
  readonly settings: () => ReturnType<AppContext['settings']>;
}): Promise<void> {
  const { retentionDays } = await settings();
  if (retentionDays === 0 || (await threads.runs.activeBatchIds()).length > 0) return;
  await threads.store.upkeep.purge(Date.now() - retentionDays * dayMs);
}

/** Starts the schedule; returns the function that ends it. */
export function scheduleRetention(context: AppContext, log: ErrorLog): () => void {
  const act = (): void =>
    void purge({ threads: context.threads, settings: () => context.settings() }).catch((error: unknown) =>
      log('retention', error),
    );
  act();
  const timer = setInterval(act, dayMs);
  return () => clearInterval(timer);
}
