/** Handles the calls about the watched folder. */
import type { Handlers } from '../router.ts';
import type { Watching } from '../watching.ts';

type WatchHandlers = Pick<Handlers, Extract<keyof Handlers, `watch.${string}`>>;

export function watchHandlers(watching: Watching): WatchHandlers {
  return {
    'watch.getState': () => watching.state(),
    'watch.choose': () => watching.choose(),
    'watch.stop': () => watching.stop(),
    'watch.setPolling': ({ seconds }) => watching.setPolling(seconds),
    'watch.takeThoseBefore': () => watching.takeThoseBefore(),
    'watch.open': async ({ id }) => {
      await watching.open(id);
      return {};
    },
    'watch.dismiss': ({ id }) => watching.dismiss(id),
  };
}
