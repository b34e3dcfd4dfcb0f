/** Handles the calls about sending, settling, reports and templates. */
import { app, clipboard, shell } from 'electron';
import path from 'node:path';
import { reportPageHtml } from '../../../shared/domain/report/report-page.ts';
import { formatTashkentTime } from '../../../shared/domain/values/dates/tashkent-time.ts';
import { FailureError, valueOrThrow } from '../../../shared/result.ts';
import { wmsOrderStatusOf } from '../../../shared/wms/lookup.ts';
import { replaceFile } from '../../reporting/file-replacement.ts';
import { fetchOrder } from '../../sending/wms/client.ts';
import type { AppContext } from '../app-context.ts';
import { renderPdf } from '../pdf.ts';
import type { Handlers } from '../router.ts';

type SendingHandlers = Pick<
  Handlers,
  Exclude<
    Extract<keyof Handlers, `run.${string}` | `order.${string}` | `report.${string}` | `template.${string}`>,
    'order.get' | 'order.search' | 'order.prepareSearch'
  >
>;

const reportKinds = { xlsx: 'dialog.excel', csv: 'dialog.csv', jsonl: 'dialog.requestLog' } as const;

export function sendingHandlers(context: AppContext): SendingHandlers {
  const { sending, reports } = context.threads;
  const destination = (batchId: string) => context.destinationOf(batchId);
  const savedReports = new Map<string, string>();
  return {
    'run.getPlan': async ({ batchId }) => {
      const server = await context.serverInUse();
      const shop = (await context.threads.store.batches.get(batchId))?.shop ?? null;
      return sending.plan(
        batchId,
        server,
        shop !== null && (await context.accessKeyFor(server, shop)) !== null,
        (await context.settings()).sending,
      );
    },
    'run.start': async ({ batchId, firstOnly }) => {
      // A batch that was sent to another server stays as it is: sending goes on with a copy, whose id is in the answer.
      return sending.start(batchId, await destination(batchId), firstOnly);
    },
    'run.pause': ({ batchId }) => sending.pause(batchId),
    'run.resume': ({ batchId }) => sending.resume(batchId),
    'run.stop': ({ batchId }) => sending.stop(batchId),
    'run.setConcurrency': ({ batchId, concurrency }) => sending.setConcurrency(batchId, concurrency),
    'run.getState': ({ batchId }) => sending.state(batchId),
    'run.markWitnessSeen': async () => {
      await context.threads.runs.markWitnessSeen();
      return {};
    },
    'order.settle': async ({ batchId, orderKey, act, wmsId }) =>
      act === 'lookUp'
        ? sending.lookUp(batchId, orderKey, await destination(batchId))
        : sending.settle(batchId, orderKey, act, wmsId),
    'order.sendAnyway': async ({ batchId, orderKey }) =>
      sending.sendAnyway(batchId, orderKey, await context.serverInUse()),
    'order.resend': async ({ batchId, orders }) => ({ count: await sending.resend(batchId, orders) }),
    'order.getWmsStatus': async ({ batchId, orderKey }) => {
      const { server, wmsId } = await sending.findAcceptedOrder(batchId, orderKey);
      const accessKey = await context.accessKeyFor(server, await context.shopOfBatch(batchId));
      if (accessKey === null) throw new FailureError('key.missing');
      const viewed = valueOrThrow(await fetchOrder(server.url, wmsId, accessKey, context.connectionOptions));
      return { wmsId, ...wmsOrderStatusOf(viewed) };
    },
    'order.copyUnknownIds': async ({ batchId }) => {
      const t = await context.translator();
      const unknown = await sending.unknownOrders(batchId);
      const batch = await context.threads.store.batches.get(batchId);
      const lines = unknown.map(({ orderId, at }) => `${orderId} – ${formatTashkentTime(at)}`);
      await clipboard.writeText(
        [t('copied.unknown', { server: batch?.server?.url ?? '', file: batch?.fileName ?? '' }), ...lines].join('\n'),
      );
      return { count: unknown.length };
    },
    'report.save': async ({ batchId, format }) => {
      const t = await context.translator();
      const name = await reports.defaultFileName(batchId, format, t.language);
      const file = await context.chooseSavePath(path.join(app.getPath('documents'), name), {
        name: t(reportKinds[format]),
        extensions: [format],
      });
      if (file === null) return { fileName: null };
      await reports.write(batchId, file, t.language);
      savedReports.set(batchId, file);
      return { fileName: path.basename(file) };
    },
    'report.getRegions': async ({ batchId }) => [
      ...(await reports.regions(batchId, (await context.settings()).language)),
    ],
    'report.listOtherParts': ({ batchId }) => reports.otherParts(batchId),
    'report.listSentBefore': ({ batchId }) => reports.sentBefore(batchId),
    'report.savePdf': async ({ batchId }) => {
      const t = await context.translator();
      const file = await context.chooseSavePath(
        path.join(app.getPath('documents'), await reports.defaultFileName(batchId, 'pdf', t.language)),
        { name: t('dialog.pdf'), extensions: ['pdf'] },
      );
      if (file === null) return { fileName: null };
      const pdf = await renderPdf(reportPageHtml(await reports.summary(batchId, t.language), t.language));
      await replaceFile(file, async (stream) => void stream.write(pdf));
      savedReports.set(batchId, file);
      return { fileName: path.basename(file) };
    },
    'report.copyText': async ({ batchId }) => {
      const { summaryText } = await import('../../../shared/domain/report/report-summary.ts');
      await clipboard.writeText(summaryText(await reports.summary(batchId, (await context.settings()).language)));
      return {};
    },
    'report.showInFolder': ({ batchId }) => {
      const file = savedReports.get(batchId);
      if (file !== undefined) shell.showItemInFolder(file);
      return {};
    },
    'report.openFailedRows': async ({ batchId }) =>
      reports.createBatchOfFailed(batchId, (await context.settings()).language),
    'template.save': async () => {
      const t = await context.translator();
      const file = await context.chooseSavePath(path.join(app.getPath('documents'), t('dialog.templateName')), {
        name: t('dialog.excel'),
        extensions: ['xlsx'],
      });
      if (file === null) return { fileName: null };
      const { writeTemplate } = await import('../../reporting/template.ts');
      await writeTemplate(file, t.language, Date.now());
      return { fileName: path.basename(file) };
    },
  };
}
