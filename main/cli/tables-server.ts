/** Whose product table and order numbers a command uses. */
import { practiceTables } from '../services/open-batch.ts';
import { serverAt } from '../services/server-in-use.ts';
import type { Store } from '../store/store.ts';

/** Identity of the server at `url`, else of the one in the settings, else of the practice WMS. @throws FailureError of {@link serverAt} */
export async function tablesOf(url: string | undefined, store: Store): Promise<string> {
  const settings = store.settings.get();
  const address = url ?? (settings.practice ? undefined : settings.server);
  return address === undefined ? practiceTables : (await serverAt(address)).identity;
}
