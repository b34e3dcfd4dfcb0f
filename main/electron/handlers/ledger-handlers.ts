/** Handles the calls about the ledger (showing, exporting, merging, refilling from old reports) and the names of servers. */
import { app, clipboard } from 'electron';
import path from 'node:path';
import { changesMessage } from '../../../shared/messages/change-sentences.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { parseServerAddress, serverIdentity } from '../../../shared/wms/addresses.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../router.ts';

type LedgerHandlers = Pick<Handlers, Extract<keyof Handlers, `ledger.${string}` | `servers.${string}`>>;

const ending = 'jsonl';

export function ledgerHandlers(context: AppContext): LedgerHandlers {
  const { ledger } = context.threads;
  return {
    'servers.listAnswers': () => ledger.serverAnswers(),
    'servers.answer': async ({ server, other, isSame }) => {
      await ledger.answerServers(server, other, isSame);
      return {};
    },
    'ledger.listServers': () => ledger.servers(),
    'ledger.countOrders': ({ server }) => ledger.counts(server),
    'ledger.listOrders': ({ server, text, from, count }) => ledger.page(server, text, from, count),
    'ledger.export': async () => {
      const t = await context.translator();
      const file = await context.chooseSavePath(path.join(app.getPath('documents'), t('dialog.ledgerName')), {
        name: t('dialog.ledger'),
        extensions: [ending],
      });
      if (file === null) return { fileName: null, count: 0 };
      return { count: await ledger.exportTo(file), fileName: path.basename(file) };
    },
    'ledger.merge': async () => {
      const file = await context.chooseFile({
        name: (await context.translator())('dialog.ledger'),
        extensions: [ending],
      });
      return file === null ? null : ledger.merge(file);
    },
    'ledger.listChanges': () => ledger.changes(),
    'ledger.copyChanges': async () => {
      const changes = await ledger.changes();
      await clipboard.writeText(changesMessage(await context.translator(), changes));
      return { count: changes.length };
    },
    'ledger.saveChanges': async () => {
      const t = await context.translator();
      const file = await context.chooseSavePath(path.join(app.getPath('documents'), t('changes.fileName')), {
        name: t('dialog.excel'),
        extensions: ['xlsx'],
      });
      if (file === null) return { fileName: null, count: 0 };
      return { count: await ledger.saveChanges(file, t.language), fileName: path.basename(file) };
    },
    'ledger.importReports': async () => {
      const files = await context.chooseFiles({
        name: (await context.translator())('dialog.reports'),
        extensions: ['xlsx', 'csv'],
      });
      // A report does not say where its orders went: the live server of the settings counts, even while practice is on.
      return files.length === 0
        ? null
        : ledger.refill(files, serverIdentity(valueOrThrow(parseServerAddress((await context.settings()).server))));
    },
  };
}
