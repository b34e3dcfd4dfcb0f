/** The `batches` command lists the files that were opened or sent, newest first. */
import { verdictCounts } from '../../../shared/domain/model/order-states.ts';
import { expiredReadyFiles, removeExpiredReady, withExistingStore } from '../home-store.ts';
import { exitStatus } from '../exit-status.ts';
import type { CommandContext } from '../context.ts';

export async function listBatches(
  { home, translate, terminal }: CommandContext,
  options: { readonly json?: boolean; readonly removeExpired?: boolean },
): Promise<number> {
  return withExistingStore(home, async (store) => {
    if (options.removeExpired === true) {
      terminal.print(translate('cli.batches.removed', { count: store ? await removeExpiredReady(store) : 0 }));
      return exitStatus.success;
    }
    const past = store ? expiredReadyFiles(store).map(({ fileName }) => fileName) : [];
    if (past.length > 0) terminal.printNotice(translate('cli.batches.expired', { files: past.join(', ') }));
    const list = store?.batches.list() ?? [];
    if (options.json) {
      terminal.print(
        JSON.stringify(
          list.map(({ id, fileName, createdAt, openedAt, server, counts, isNewArrival }) => ({
            batch: id,
            file: fileName,
            createdAt: new Date(createdAt).toISOString(),
            openedAt: new Date(openedAt).toISOString(),
            server: server?.url ?? null,
            practice: server?.practice ?? null,
            orders: counts,
            new: isNewArrival,
          })),
        ),
      );
      return exitStatus.success;
    }
    if (list.length === 0) terminal.print(translate('cli.batches.none'));
    for (const { id, fileName, counts, isNewArrival } of list) {
      const sums = counts ? verdictCounts(counts) : null;
      const words = sums
        ? translate('cli.batches.counts', {
            done: sums.done,
            notDone: sums.notDone,
            lookAtIt: sums.lookAtIt,
            open: sums.open,
            leftOut: sums.leftOut,
          })
        : '';
      const mark = isNewArrival ? `  (${translate('watch.new')})` : '';
      terminal.print(`${id}  ${fileName}${mark}  ${words}`.trimEnd());
    }
    return exitStatus.success;
  });
}
