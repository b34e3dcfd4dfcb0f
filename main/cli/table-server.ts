/** Finds out whose product table and order numbers a command uses. */
import { anyPracticeServer } from '../../shared/wms/practice-server.ts';
import { resolveServer } from '../services/resolve-server.ts';
import type { Store } from '../store/store.ts';

/**
 * Identity of the server at `url`, else of the one in the settings, else of the practice WMS.
 * @throws FailureError of {@link resolveServer}
 */
export async function resolveTableServer(url: string | undefined, store: Store): Promise<string> {
  const settings = store.settings.get();
  const address = url ?? (settings.practice ? undefined : settings.server);
  return address === undefined ? anyPracticeServer : (await resolveServer(address)).identity;
}
