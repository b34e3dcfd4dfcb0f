/** Sending, settling, reports and templates. */
import { app, clipboard, shell } from 'electron';
import path from 'node:path';
import { reportPage } from '../../../shared/domain/report/report-page.ts';
import { tashkentTime } from '../../../shared/domain/values/dates/tashkent-time.ts';
import { FailureError } from '../../../shared/result.ts';
import { standingOf } from '../../../shared/wms/lookup.ts';
import { replaceFile } from '../../reporting/file-replacement.ts';
import { viewOrder } from '../../sending/wms/client.ts';
import type { Desk } from '../desk.ts';
import { pdfOf } from '../pdf.ts';
import type { Handlers } from '../router.ts';

type SendingHandlers = Pick<Handlers, Extract<keyof Handlers, `send.${string}` | `report.${string}` | `template.${string}`>>;

export function sendingHandlers(desk: Desk): SendingHandlers {
  const { sending, reports } = desk.threads;
  /** The server in use and the operator's key for it. */
  const destination = async () => {
    const server = await desk.server();
    const token = await desk.keyFor(server);
    if (token === null) throw new FailureError('key.missing');
    return { server, token, rules: (await desk.settings()).sending };
  };
  const savedReports = new Map<string, string>();
  return {
    'send.plan': async ({ batchId }) => {
      const server = await desk.server();
      return sending.plan(batchId, server, (await desk.keyFor(server)) !== null, (await desk.settings()).sending);
    },
    'send.start': async ({ batchId, firstOnly }) => {
      // A batch that went to another server before stays as it was: its file goes on as the batch that the answer names.
      return sending.start(batchId, await destination(), firstOnly);
    },
    'send.pause': ({ batchId }) => sending.pause(batchId),
    'send.resume': ({ batchId }) => sending.resume(batchId),
    'send.stop': ({ batchId }) => sending.stop(batchId),
    'send.setConcurrency': ({ batchId, concurrency }) => sending.setConcurrency(batchId, concurrency),
    'send.state': ({ batchId }) => sending.state(batchId),
    'send.settle': async ({ batchId, orderKey, act, wmsId }) => (act === 'lookUp' ? sending.lookUp(batchId, orderKey, await destination()) : sending.settle(batchId, orderKey, act, wmsId)),
    'send.anyway': async ({ batchId, orderKey }) => sending.anyway(batchId, orderKey, await desk.server()),
    'send.again': async ({ batchId, orders }) => ({ count: await sending.again(batchId, orders) }),
    'send.view': async ({ batchId, orderKey }) => {
      const { server, wmsId } = await sending.whereabouts(batchId, orderKey);
      const token = await desk.keyFor(server);
      if (token === null) throw new FailureError('key.missing');
      const viewed = await viewOrder(server.url, wmsId, token, desk.way);
      if (!viewed.ok) throw new FailureError(viewed.error.code, viewed.error.params);
      return { wmsId, ...standingOf(viewed.value) };
    },
    'send.copyUnknown': async ({ batchId }) => {
      const t = await desk.translator();
      const unknown = await sending.unknownOrders(batchId);
      const batch = await desk.threads.store.batches.get(batchId);
      const lines = unknown.map(({ orderId, at }) => `${orderId} – ${tashkentTime(at)}`);
      await clipboard.writeText([t('copied.unknown', { server: batch?.server?.url ?? '', file: batch?.fileName ?? '' }), ...lines].join('\n'));
      return { count: unknown.length };
    },
    'report.save': async ({ batchId, format }) => {
      const t = await desk.translator();
      const name = await reports.name(batchId, format, t.language);
      const file = await desk.choosePlace(path.join(app.getPath('documents'), name), { name: t(format === 'xlsx' ? 'dialog.excel' : 'dialog.csv'), extensions: [format] });
      if (file === null) return { fileName: null };
      await reports.write(batchId, file, t.language);
      savedReports.set(batchId, file);
      return { fileName: path.basename(file) };
    },
    'report.regions': async ({ batchId }) => [...(await reports.regions(batchId, (await desk.settings()).language))],
    'report.sentBefore': ({ batchId }) => reports.sentBefore(batchId),
    'report.pdf': async ({ batchId }) => {
      const t = await desk.translator();
      const file = await desk.choosePlace(path.join(app.getPath('documents'), await reports.name(batchId, 'pdf', t.language)), { name: t('dialog.pdf'), extensions: ['pdf'] });
      if (file === null) return { fileName: null };
      const pdf = await pdfOf(reportPage(await reports.summary(batchId, t.language), t.language));
      await replaceFile(file, async (stream) => void stream.write(pdf));
      savedReports.set(batchId, file);
      return { fileName: path.basename(file) };
    },
    'report.copyText': async ({ batchId }) => {
      const { summaryText } = await import('../../../shared/domain/report/report-summary.ts');
      await clipboard.writeText(summaryText(await reports.summary(batchId, (await desk.settings()).language)));
      return {};
    },
    'report.show': ({ batchId }) => {
      const file = savedReports.get(batchId);
      if (file !== undefined) shell.showItemInFolder(file);
      return {};
    },
    'report.openFailed': async ({ batchId }) => reports.openFailed(batchId, (await desk.settings()).language),
    'template.save': async () => {
      const t = await desk.translator();
      const file = await desk.choosePlace(path.join(app.getPath('documents'), t('dialog.templateName')), { name: t('dialog.excel'), extensions: ['xlsx'] });
      if (file === null) return { fileName: null };
      const { writeTemplate } = await import('../../reporting/template.ts');
      await writeTemplate(file, t.language, Date.now());
      return { fileName: path.basename(file) };
    },
  };
}
