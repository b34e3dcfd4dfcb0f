/** Handles the calls about what was settled for a shop's files: shown, and taken back. */
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type SettledHandlers = Pick<Handlers, Extract<keyof Handlers, `settled.${string}`>>;

export function settledHandlers(context: AppContext): SettledHandlers {
  const { batches, store } = context.threads;
  return {
    'settled.get': async ({ shop }) => store.settled.get(await context.shopOf(shop)),
    'settled.takeBack': async ({ shop, thing }) => batches.changeSettled(await context.shopOf(shop), thing, false),
  };
}
