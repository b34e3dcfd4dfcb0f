/** Starts the workers' services over a real store, with real message ports, in one process, until the test ends. */
import { onTestFinished } from 'vitest';
import type { Remote } from '../../main/platform/remote.ts';
import type { Store } from '../../main/store/store.ts';
import { wireServices, type Services } from './wire-services.ts';

export type { Services } from './wire-services.ts';

/**
 * Starts the services over `home`, as the app's workers do.
 * @param between wraps the store that the services get, for instance to make it fail
 */
export function startServices(
  home: string,
  between: (store: Remote<Store>) => Remote<Store> = (store) => store,
): Services {
  const services = wireServices(home, { between });
  onTestFinished(services.stop);
  return services;
}
