/** Handles the calls about today's files: what of each would be sent, sending them one after another, their reports. */
import { app } from 'electron';
import path from 'node:path';
import { toFailure, type ErrorLog } from '../../platform/remote.ts';
import { refuseMoreThanShown, SendQueue } from '../../services/send-queue.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type QueueHandlers = Pick<Handlers, Extract<keyof Handlers, `queue.${string}`>>;

/** The queue that sends with each file's own key. */
export function createSendQueue(context: AppContext, log: ErrorLog): SendQueue {
  return new SendQueue(
    async (shown) => {
      const { batches, queue, sending } = context.threads;
      const destination = await context.destinationOf(shown.batchId);
      refuseMoreThanShown(shown, await queue.file(shown.batchId, destination.server, true));
      await batches.open(shown.batchId, destination.server.identity);
      return sending.start(shown.batchId, destination, false);
    },
    (error) => toFailure(error, log),
    (state) => context.events.send('queue.changed', state),
  );
}

export function queueHandlers(context: AppContext, sendQueue: SendQueue): QueueHandlers {
  const { queue, reports } = context.threads;
  return {
    'queue.getFile': async ({ batchId }) => {
      const server = await context.serverInUse();
      const shop = (await context.threads.store.batches.get(batchId))?.shop ?? null;
      return queue.file(batchId, server, shop !== null && (await context.accessKeyFor(server, shop)) !== null);
    },
    'queue.getState': () => sendQueue.state(),
    'queue.send': ({ files }) => sendQueue.send(files),
    'queue.stop': () => sendQueue.stop(),
    'queue.saveReports': async ({ batchIds, byShop }) => {
      const t = await context.translator();
      const server = (await context.serverInUse()).identity;
      if (byShop) {
        const folder = await context.chooseFolder();
        return {
          fileNames: folder === null ? null : [...(await reports.writeByShop(batchIds, folder, server, t.language))],
        };
      }
      const name = reports.nameOfDay(null, t.language);
      const file = await context.chooseSavePath(path.join(app.getPath('documents'), await name), {
        name: t('dialog.excel'),
        extensions: ['xlsx'],
      });
      if (file === null) return { fileNames: null };
      await reports.writeOfDay(batchIds, file, server, t.language);
      return { fileNames: [path.basename(file)] };
    },
  };
}
