/** Sending as the window’s services do it: the plan, the run, what is sent again. */
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import type { PracticeServer } from '../../../main/practice/practice-server.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import type { RunView } from '../../../shared/contract/views.ts';
import type { Remote } from '../../../main/platform/remote.ts';
import type { Store } from '../../../main/store/store.ts';
import { FailureError } from '../../../shared/result.ts';
import { startServices } from '../../support/services.ts';
import { wireServices } from '../../support/wire-services.ts';
import type { Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const samples = path.resolve(import.meta.dirname, '../../../samples');

const nowhere = 'https://wms.example';

async function opened(services: Services, name = 'orders-mistakes.xlsx'): Promise<string> {
  const [batchId = ''] = await services.files.addFile(path.join(samples, name), nowhere);
  await services.batches.open(batchId, nowhere);
  return batchId;
}

async function practice(): Promise<PracticeServer> {
  const server = await startPracticeServer();
  onTestFinished(() => server.stop());
  return server;
}

const destinationOf = ({ url, identity }: PracticeServer) => ({
  server: { url, identity, practice: true },
  accessKey: 'practice-x',
  rules: { ...defaultSendingRules, quietTime: 0 },
});

async function untilOver(services: Services, batchId: string): Promise<RunView> {
  for (;;) {
    const run = await services.sending.state(batchId);
    if (['finished', 'stopped', 'paused'].includes(run.status)) return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The store, whose list of files cannot be written. */
function withoutCounts(store: Remote<Store>): Remote<Store> {
  const part = (of: object, overrides: object): object =>
    new Proxy(() => undefined, {
      get: (_target, name) => Reflect.get(overrides, name) ?? Reflect.get(of, name),
    });
  const setCounts = () => Promise.reject(new FailureError('store.busy'));
  return part(store, { batches: part(store.batches, { setCounts }) }) as Remote<Store>;
}

describe('sending', () => {
  it('tells that a run is over also where the counts of its file cannot be stored', async () => {
    const home = temporaryFolder();
    const first = startServices(home);
    const server = await practice();
    const batchId = await opened(first, 'orders-uz.xlsx');
    await first.stop();
    const services = wireServices(home, { between: withoutCounts });
    await services.batches.open(batchId, nowhere).catch(() => undefined);
    await services.sending.start(batchId, destinationOf(server), false);
    await untilOver(services, batchId);
    const told = () =>
      services.emittedEvents.some(
        ({ name, data }) => name === 'run.changed' && (data as RunView).status === 'finished',
      );
    await expect.poll(told).toBe(true);
    // The failure itself is logged.
    await expect(services.stop()).rejects.toThrow();
    const [listed] = await startServices(home).files.list();
    expect(listed?.counts).toMatchObject({ total: 120, accepted: 120, ready: 0 });
  });

  it('sends one first, then the rest; every order once; locks what was sent', async () => {
    const services = startServices(temporaryFolder());
    const server = await practice();
    const batchId = await opened(services, 'orders-uz.xlsx');
    expect(await services.sending.plan(batchId, destinationOf(server).server, true, defaultSendingRules)).toMatchObject(
      { ready: 120, earlierServer: null },
    );
    await services.sending.start(batchId, destinationOf(server), true);
    await untilOver(services, batchId);
    expect(server.ledger()).toHaveLength(1);
    await services.sending.resume(batchId);
    const run = await untilOver(services, batchId);
    expect(run.status).toBe('finished');
    expect(run.counts).toMatchObject({ total: 120, accepted: 120 });
    expect(new Set(server.ledger().map(({ orderId }) => orderId)).size).toBe(120);
    expect(server.ledger()).toHaveLength(120);
    await expect(services.batches.edit(batchId, [{ row: 2, column: 2, text: 'Boshqa' }])).rejects.toMatchObject({
      failure: { code: 'orders.editDone' },
    });
    const order = await services.batches.order(batchId, '700001');
    expect(order).toMatchObject({ state: 'accepted', editable: false });
    expect(order.attempts).toHaveLength(1);
    expect(services.emittedEvents.some(({ name }) => name === 'order.changed')).toBe(true);
  });

  it('names once more, before, whose note speaks of cancelling; until they are left out', async () => {
    const services = startServices(temporaryFolder());
    const { server } = destinationOf(await practice());
    const batchId = await opened(services, 'orders-uz.xlsx');
    const { columns } = await services.batches.columns(batchId);
    const note = columns.find(({ heading }) => heading === 'Izoh')?.column ?? -1;
    await services.batches.edit(batchId, [{ row: 2, column: note, text: 'возврат старого' }]);
    const plan = () => services.sending.plan(batchId, server, true, defaultSendingRules);
    expect(await plan()).toMatchObject({
      ready: 120,
      mayBeNone: {
        count: 1,
        total: 1,
        signs: [{ row: 2, orderKey: '700001', code: 'orders.noteMentions', params: { value: 'возврат старого' } }],
      },
    });
    await services.batches.leaveOut(batchId, ['700001'], true);
    expect(await plan()).toMatchObject({ ready: 119, mayBeNone: { count: 0, signs: [] } });
  });

  it('goes on as a new batch where the server is another one; the old one stays as it was', async () => {
    const services = startServices(temporaryFolder());
    const first = await practice();
    const second = await practice();
    const batchId = await opened(services, 'orders-ru.csv');
    await services.sending.start(batchId, destinationOf(first), false);
    await untilOver(services, batchId);
    expect(await services.sending.plan(batchId, destinationOf(second).server, true, defaultSendingRules)).toMatchObject(
      { ready: 60, earlierServer: { url: first.url } },
    );
    const moved = await services.sending.start(batchId, destinationOf(second), false);
    expect(moved.batchId).not.toBe(batchId);
    await untilOver(services, moved.batchId);
    expect(first.ledger()).toHaveLength(60);
    expect(second.ledger()).toHaveLength(60);
    expect((await services.batches.summary(batchId)).counts.accepted).toBe(60);
  });

  it('opens the failed rows as a file of their own, and reports', async () => {
    const services = startServices(temporaryFolder());
    const server = await practice();
    const batchId = await opened(services);
    await services.sending.start(batchId, destinationOf(server), false);
    await untilOver(services, batchId);
    const before = await services.batches.summary(batchId);
    const failed = await services.reports.createBatchOfFailed(batchId, 'en');
    const summary = await services.batches.open(failed, server.identity);
    expect(summary.counts.total).toBe(before.counts.withErrors);
    expect(summary.counts.alreadySent).toBe(0);
    const report = path.join(temporaryFolder(), 'report.csv');
    await services.reports.write(batchId, report, 'ru');
    expect(readFileSync(report, 'utf8')).toContain('900001');
    expect(await services.reports.defaultFileName(batchId, 'xlsx', 'uz')).toMatch(/MASHQ/u);
  });

  it('keeps of the failed rows where they stood and why, and logs requests and answers without customers', async () => {
    const services = startServices(temporaryFolder());
    const server = await startPracticeServer({
      script: (orderId) => (orderId === 700_009 ? '500-errors' : undefined),
      seed: 3,
    });
    onTestFinished(() => server.stop());
    const batchId = await opened(services, 'orders-uz.xlsx');
    await services.sending.start(batchId, destinationOf(server), false);
    await untilOver(services, batchId);
    const { rows, issues } = await services.batches.order(batchId, '700009');
    const refusal = issues.find(({ code, field }) => code.startsWith('wms.') && field !== undefined)!;
    const failed = await services.reports.createBatchOfFailed(batchId, 'en');
    const summary = await services.batches.open(failed, server.identity);
    expect(summary.fileIssues).toContainEqual(expect.objectContaining({ code: 'report.failures' }));
    expect(summary.fileIssues.map(({ code }) => code)).not.toContain('orders.headingsAdded');
    expect(summary.counts.total).toBe(1);
    const { columns } = await services.batches.columns(failed);
    const [row, field, reason] = columns.slice(-3);
    expect([row, field, reason].map((column) => column?.heading)).toEqual([
      'WMS: row in the file',
      'WMS: column',
      'WMS: reason',
    ]);
    expect(columns.slice(-3).every((column) => column.field === null && column.chosen)).toBe(true);
    const window = await services.batches.rows(failed, { show: 'all', cause: null, search: '' }, 0, 10);
    const first = window.rows[0]!.cells.slice(-3).map(({ text }) => text);
    expect(rows.map(String)).toContain(first[0]);
    const wrong = window.rows.flatMap(({ cells }) => cells.at(-2)?.text || []);
    expect(wrong.join()).toContain(translatorFor('en')(`field.${refusal.field!}`));
    // A sheet of failures of these again has the rows of the first file, and one of each column.
    const again = await services.reports.createBatchOfFailed(failed, 'en').catch(() => null);
    expect(again).toBeNull();

    const log = path.join(temporaryFolder(), 'requests.jsonl');
    await services.reports.write(batchId, log, 'uz');
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(120);
    const refused = lines.map((line) => JSON.parse(line)).find(({ orderId }) => orderId === 700_009);
    expect(refused).toMatchObject({ method: 'POST', status: 500, request: { order_id: 700_009, full_name: '•••' } });
    expect(refused.answer).toContain(refusal.params['message']);
    const { values } = await services.batches.order(batchId, '700001');
    for (const { field: name, text } of values)
      if (['full_name', 'phone', 'address'].includes(name)) expect(lines.join()).not.toContain(text);
  });

  it('counts the same refusal over many orders as one cause, and has them all sent again at once', async () => {
    const services = startServices(temporaryFolder());
    const refused = ['700003', '700009', '700011'];
    const server = await startPracticeServer({
      script: (orderId, attempt) => (attempt === 1 && refused.includes(String(orderId)) ? '500-errors' : undefined),
      seed: 3,
    });
    onTestFinished(() => server.stop());
    const batchId = await opened(services, 'orders-uz.xlsx');
    await services.sending.start(batchId, destinationOf(server), false);
    await untilOver(services, batchId);
    expect((await services.batches.summary(batchId)).counts).toMatchObject({ accepted: 117, rejected: 3 });
    const causes = (await services.batches.causes(batchId)).filter(({ code }) => code.startsWith('wms.'));
    expect(causes.length).toBeGreaterThan(0);
    expect(causes.reduce((sum, { orderCount }) => sum + orderCount, 0)).toBe(3);
    expect(
      causes.every(({ state, resendableCount, orderCount }) => state === 'rejected' && resendableCount === orderCount),
    ).toBe(true);
    // What was accepted, or never sent, is not among them.
    expect(await services.sending.resend(batchId, { orderKeys: [...refused, '700003', '700001', '999999'] })).toBe(3);
    expect((await services.batches.summary(batchId)).counts).toMatchObject({ accepted: 117, ready: 3 });
    expect(await services.sending.findAcceptedOrder(batchId, '700005')).toMatchObject({
      server: { identity: server.identity },
      wmsId: expect.any(Number),
    });
    await expect(services.sending.findAcceptedOrder(batchId, '700003')).rejects.toMatchObject({
      failure: { code: 'sending.notAccepted' },
    });
    await services.sending.start(batchId, destinationOf(server), false);
    await untilOver(services, batchId);
    expect((await services.batches.summary(batchId)).counts).toMatchObject({ accepted: 120 });
    expect(server.ledger()).toHaveLength(120);
  });

  it('has the orders of one refusal sent again, and leaves those of another', async () => {
    const services = startServices(temporaryFolder());
    const unclear = [700_004, 700_005];
    const refused = [700_003, 700_009, 700_011];
    const server = await startPracticeServer({
      script: (orderId, attempt) =>
        attempt > 1
          ? undefined
          : unclear.includes(orderId)
            ? '409'
            : refused.includes(orderId)
              ? '500-errors'
              : undefined,
      seed: 3,
    });
    onTestFinished(() => server.stop());
    const batchId = await opened(services, 'orders-uz.xlsx');
    await services.sending.start(batchId, destinationOf(server), false);
    await untilOver(services, batchId);
    expect((await services.batches.summary(batchId)).counts).toMatchObject({ accepted: 115, rejected: 3, review: 2 });
    const causes = await services.batches.causes(batchId);
    const cause = causes.find(({ code }) => code === 'sending.unclear');
    expect(cause).toMatchObject({ state: 'review', orderCount: 2, resendableCount: 2 });
    expect(await services.sending.resend(batchId, { cause: cause?.cause ?? '' })).toBe(2);
    expect((await services.batches.summary(batchId)).counts).toMatchObject({
      accepted: 115,
      rejected: 3,
      review: 0,
      ready: 2,
    });
    expect(await services.sending.resend(batchId, { cause: null })).toBe(3);
    // Each is a revision of its own: what was answered to the one before stays with the order.
    await services.sending.start(batchId, destinationOf(server), false);
    await untilOver(services, batchId);
    expect((await services.batches.summary(batchId)).counts).toMatchObject({ accepted: 120 });
    expect((await services.batches.order(batchId, '700004')).attempts.map(({ outcome }) => outcome)).toEqual([
      'unclear',
      'accepted',
    ]);
    expect(await services.sending.resend(batchId, { cause: null })).toBe(0);
    expect(server.ledger()).toHaveLength(120);
  });

  it('tells from which file and when orders were sent before', async () => {
    const services = startServices(temporaryFolder());
    const server = await practice();
    const first = await opened(services, 'orders-uz.xlsx');
    await services.sending.start(first, destinationOf(server), false);
    await untilOver(services, first);
    const [second = ''] = await services.files.addFile(path.join(samples, 'orders-uz.xlsx'), nowhere);
    const { counts } = await services.batches.open(second, server.identity);
    expect(counts).toMatchObject({ alreadySent: 120 });
    const [changed] = (await services.batches.rows(second, { show: 'all', cause: null, search: '' }, 0, 1)).rows;
    const phone = (await services.batches.columns(second)).columns.find(({ field }) => field === 'phone')?.column ?? -1;
    const { rows } = await services.batches.order(second, changed?.orderKey ?? '');
    await services.batches.edit(
      second,
      rows.map((row) => ({ row, column: phone, text: '+998901112233' })),
    );
    const groups = await services.reports.sentBefore(second);
    expect(groups).toMatchObject([
      {
        state: 'duplicate',
        reason: 'accepted',
        fileName: 'orders-uz.xlsx',
        orderCount: 1,
        firstOrderIds: [changed?.orderKey],
      },
      { state: 'alreadySent', reason: 'accepted', fileName: 'orders-uz.xlsx', orderCount: 119 },
    ]);
    expect(groups[1]?.firstOrderIds).toHaveLength(20);
    expect(Date.now() - (groups[0]?.at ?? 0)).toBeLessThan(600_000);
  });

  it('sends an order a second time from another file, where a person wants it; not while its fate is open there', async () => {
    const services = startServices(temporaryFolder());
    const server = await startPracticeServer({
      uniqueIds: false,
      lookup: 'missing',
      script: (orderId, attempt) => (orderId === 700_002 && attempt === 1 ? 'lost-answer' : undefined),
    });
    onTestFinished(() => server.stop());
    const inUse = { url: server.url, identity: server.identity, practice: true };
    const first = await opened(services, 'orders-uz.xlsx');
    await services.sending.start(first, destinationOf(server), false);
    await untilOver(services, first);
    expect((await services.batches.summary(first)).counts).toMatchObject({ accepted: 119, unknown: 1 });
    const [second = ''] = await services.files.addFile(path.join(samples, 'orders-uz.xlsx'), server.identity);
    expect(second).not.toBe(first);
    await services.batches.open(second, server.identity);
    expect((await services.batches.summary(second)).counts).toMatchObject({ alreadySent: 119, duplicate: 1, ready: 0 });
    await expect(services.sending.sendAnyway(second, '700002', inUse)).rejects.toMatchObject({
      failure: { code: 'sending.settleThere', params: { fileName: 'orders-uz.xlsx' } },
    });
    expect(await services.sending.sendAnyway(second, '700001', inUse)).toMatchObject({ state: 'ready' });
    await expect(services.sending.sendAnyway(second, '700001', inUse)).rejects.toMatchObject({
      failure: { code: 'sending.cannotSettle' },
    });
    expect((await services.batches.summary(second)).counts).toMatchObject({ alreadySent: 118, ready: 1 });
    // It lasts: the file opened anew knows it.
    await services.batches.close(second);
    await services.batches.open(second, server.identity);
    expect((await services.batches.summary(second)).counts).toMatchObject({ ready: 1 });
    await services.sending.start(second, destinationOf(server), false);
    await untilOver(services, second);
    expect((await services.batches.summary(second)).counts).toMatchObject({
      accepted: 1,
      alreadySent: 118,
      duplicate: 1,
    });
    expect(server.ledger().filter(({ orderId }) => orderId === 700_001)).toHaveLength(2);
    expect(server.ledger()).toHaveLength(121);
  });

  it('says that there is nothing to send', async () => {
    const services = startServices(temporaryFolder());
    const server = await practice();
    const empty = path.join(temporaryFolder(), 'none.csv');
    copyFileSync(path.join(samples, 'orders-shopify.csv'), empty);
    const [batchId = ''] = await services.files.addFile(empty, nowhere);
    await services.batches.open(batchId, server.identity);
    await expect(services.sending.start(batchId, destinationOf(server), false)).rejects.toMatchObject({
      failure: { code: 'run.nothing' },
    });
  });
});
