/** Handles the calls about new versions of the app. */
import type { Handlers } from '../router.ts';
import type { Updates } from '../updates.ts';

export function updateHandlers(updates: Updates): Pick<Handlers, Extract<keyof Handlers, `updates.${string}`>> {
  return {
    'updates.getState': () => updates.state(),
    'updates.check': () => updates.check(),
  };
}
