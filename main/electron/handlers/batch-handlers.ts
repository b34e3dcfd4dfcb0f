/** Handles the calls about batches: opening files, columns, rows, edits. Most go to the engine as they are. */
import { dialog } from 'electron';
import { formatTashkentTime } from '../../../shared/domain/values/dates/tashkent-time.ts';
import { FailureError } from '../../../shared/result.ts';
import type { AppContext } from '../app-context.ts';
import { removeExpiredReady } from '../retention.ts';
import type { Handlers } from '../router.ts';
import { sampleFile, sampleNames } from '../samples.ts';

type BatchHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `batch.${string}` | `file.${string}` | 'order.get' | 'order.search' | 'order.prepareSearch'>
>;

/** The time as a part of a file's name, `24.11.2026 09-30-05`: with seconds, because the next paste is another file. */
function pastedAt(now: number): string {
  return `${formatTashkentTime(now)}:${String(new Date(now).getUTCSeconds()).padStart(2, '0')}`.replaceAll(':', '-');
}

export function batchHandlers(context: AppContext): BatchHandlers {
  const { batches, earlierVersions, files, store } = context.threads;
  return {
    'batch.list': () => files.list(),
    'order.search': async ({ text }) => [...(await store.search.find(text))],
    'order.prepareSearch': async () => {
      while (await store.search.prepare());
      return {};
    },
    'file.choose': async () => {
      const t = await context.translator();
      const options = {
        properties: ['openFile', 'multiSelections'] as ('openFile' | 'multiSelections')[],
        filters: [
          {
            name: t('dialog.spreadsheets'),
            extensions: ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'xls', 'ods', 'xlsb', 'zip', 'json', 'html'],
          },
          { name: t('dialog.allFiles'), extensions: ['*'] },
        ],
      };
      const window = context.window();
      const { canceled, filePaths } = window
        ? await dialog.showOpenDialog(window, options)
        : await dialog.showOpenDialog(options);
      return canceled ? [] : [...(await context.openPaths(filePaths))];
    },
    'file.openSample': async ({ name }) => {
      if (!(await sampleNames()).includes(name)) throw new FailureError('call.argument', { call: 'file.openSample' });
      const [batchId] = await files.addFile(sampleFile(name), (await context.serverInUse()).identity);
      if (batchId === undefined) throw new FailureError('call.argument', { call: 'file.openSample' });
      return batchId;
    },
    'file.cancelReading': async ({ batchId }) => {
      await files.cancelReading(batchId);
      return {};
    },
    'file.paste': async ({ text }) =>
      files.addPasted(text, (await context.translator())('dialog.pastedName', { when: pastedAt(Date.now()) })),
    'batch.open': async ({ batchId }) => batches.open(batchId, (await context.serverInUse()).identity),
    'batch.close': async ({ batchId }) => {
      await batches.close(batchId);
      return {};
    },
    'batch.learnFromOthers': async ({ batchId, isWatching }) => {
      await batches.learnFromOthers(batchId, isWatching);
      return {};
    },
    'batch.remove': async ({ batchId }) => {
      await files.remove(batchId);
      return {};
    },
    'batch.removeExpired': async () => ({
      count: await removeExpiredReady({ threads: context.threads, settings: () => context.settings() }),
    }),
    'batch.getSummary': ({ batchId }) => batches.summary(batchId),
    'batch.setShop': ({ batchId, shop }) => batches.setShop(batchId, shop),
    'batch.getColumns': ({ batchId }) => batches.columns(batchId),
    'batch.setColumn': ({ batchId, column, field }) => batches.setColumn(batchId, column, field),
    'batch.setConstant': ({ batchId, field, text }) => batches.setConstant(batchId, field, text),
    'batch.setRules': ({ batchId, rules }) => batches.setRules(batchId, rules),
    'batch.setReadingOptions': ({ batchId, ...reading }) => batches.setReading(batchId, reading),
    'batch.openAlikeSheets': ({ batchId }) => batches.openAlikeSheets(batchId),
    'batch.getRows': ({ batchId, filter, from, count }) => batches.rows(batchId, filter, from, count),
    'batch.getFacets': async ({ batchId, filter }) => [...(await batches.facets(batchId, filter))],
    'batch.findRow': async ({ batchId, filter, row }) => ({ index: await batches.indexOfRow(batchId, filter, row) }),
    'batch.findProblem': async ({ batchId, from, direction, cause }) => ({
      position: await batches.nextProblem(batchId, from, direction, cause),
    }),
    'batch.listCauses': async ({ batchId }) => [...(await batches.causes(batchId))],
    'order.get': ({ batchId, orderKey }) => batches.order(batchId, orderKey),
    'batch.listSheetsBeside': async ({ batchId }) => [...(await batches.sheetsBeside(batchId))],
    'batch.editCells': ({ batchId, cells }) => batches.edit(batchId, cells),
    'batch.leaveOutOrders': ({ batchId, orderKeys, out }) => batches.leaveOut(batchId, orderKeys, out),
    'batch.leaveOutRows': ({ batchId, rows, out }) => batches.leaveOutRows(batchId, rows, out),
    'batch.addRow': ({ batchId, orderKey }) => batches.addRow(batchId, orderKey),
    'batch.removeRows': ({ batchId, rows }) => batches.removeRows(batchId, rows),
    'batch.applyFix': ({ batchId, fix }) => batches.applyFix(batchId, fix),
    'batch.applyFixToAll': ({ batchId, cause }) => batches.fixAll(batchId, cause),
    'batch.undo': ({ batchId }) => batches.undo(batchId),
    'batch.redo': ({ batchId }) => batches.redo(batchId),
    'batch.goToStep': ({ batchId, sequence }) => batches.goTo(batchId, sequence),
    'batch.getEarlierVersion': ({ batchId }) => earlierVersions.version(batchId),
    'batch.decideCarryOver': ({ batchId, carry }) => earlierVersions.resolveCarryOverOffer(batchId, carry),
    'batch.bringBackSteps': ({ batchId }) => batches.bringBackSteps(batchId),
    'batch.getHistory': ({ batchId }) => batches.history(batchId),
  };
}
