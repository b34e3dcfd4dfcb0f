/** Purges customers' data when its time is over: at the start and once a day, never while orders are being sent. */
import type { ErrorLog } from '../platform/remote.ts';
import type { Desk } from './desk.ts';

const dayMs = 86_400_000;

async function purge({ threads, settings }: { readonly threads: Desk['threads']; readonly settings: () => ReturnType<Desk['settings']> }): Promise<void> {
  const { retentionDays } = await settings();
  if (retentionDays === 0 || (await threads.runs.active()).length > 0) return;
  await threads.store.upkeep.purge(Date.now() - retentionDays * dayMs);
}

/** Answers a function that ends it. */
export function keepRetention(desk: Desk, log: ErrorLog): () => void {
  const act = (): void => void purge({ threads: desk.threads, settings: () => desk.settings() }).catch((error: unknown) => log('retention', error));
  act();
  const timer = setInterval(act, dayMs);
  return () => clearInterval(timer);
}
