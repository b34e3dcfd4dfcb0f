/** What the window asks of the workers: batches that last, choices that are remembered, sending that never mixes servers. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import type { PracticeServer } from '../../../main/practice/practice-server.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import type { RowFilter, RunView } from '../../../shared/contract/views.ts';
import { startServices } from '../../support/services.ts';
import type { Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const samples = path.resolve(import.meta.dirname, '../../../samples');
const everything: RowFilter = { show: 'all', cause: null, search: '' };
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

describe('a batch', () => {
  it('is one batch however often its file is opened, and goes by the file’s own name', async () => {
    const services = startServices(temporaryFolder());
    const first = await opened(services, 'orders-ru.csv');
    expect(await services.files.addFile(path.join(samples, 'orders-ru.csv'), nowhere)).toEqual([first]);
    const summary = await services.batches.summary(first);
    expect(summary.file).toMatchObject({ name: 'orders-ru.csv', sheet: 'orders-ru' });
    expect(await services.files.list()).toHaveLength(1);
  });

  it('comes back after a restart as it was: edits, left-out orders, undone steps', async () => {
    const home = temporaryFolder();
    const before = startServices(home);
    const batchId = await opened(before);
    await before.batches.edit(batchId, [{ row: 5, column: 3, text: '998901234567' }]);
    await before.batches.edit(batchId, [{ row: 9, column: 10, text: '2' }]);
    await before.batches.leaveOut(batchId, ['900013'], true);
    await before.batches.edit(batchId, [{ row: 4, column: 2, text: 'Boshqa Ism' }]);
    const undone = await before.batches.undo(batchId);
    const rows = await before.batches.rows(batchId, everything, 0, 100);
    await before.stop();

    const after = startServices(home);
    const again = await after.batches.open(batchId, nowhere);
    expect(again.counts).toEqual(undone.counts);
    expect(again).toMatchObject({ canUndo: true, canRedo: true });
    expect((await after.batches.rows(batchId, everything, 0, 100)).rows).toEqual(rows.rows);
    const redone = await after.batches.redo(batchId);
    expect(redone.canRedo).toBe(false);
    expect((await after.batches.rows(batchId, everything, 0, 1)).rows[0]?.cells[2]?.text).toBe('Boshqa Ism');
  });

  it('turns what is left out by what it is when its turn comes, however quickly one follows the other', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await opened(services);
    const turns = await Promise.all(
      [1, 2, 3].map(() => services.batches.leaveOut(batchId, ['900013', '900014'], 'toggle')),
    );
    expect(turns.map(({ counts }) => counts.leftOut)).toEqual([2, 0, 2]);
    const rows = await Promise.all([1, 2].map(() => services.batches.leaveOutRows(batchId, [5], 'toggle')));
    expect(rows.map(({ counts }) => counts.leftOut)).toEqual([3, 2]);
  });

  it('remembers what a column was chosen for, for the next file with these headings', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const shopify = await opened(services, 'orders-shopify.csv');
    const { columns } = await services.batches.columns(shopify);
    const sku = columns.find(({ heading }) => heading === 'Lineitem sku')?.column ?? -1;
    await services.batches.setColumn(shopify, sku, 'client_product_id');
    const ready = await services.batches.setConstant(shopify, 'scheduled_at', 'tomorrow 14:00');
    expect(ready.counts).toMatchObject({ total: 30, ready: 30 });

    const tomorrow = path.join(home, 'orders-shopify-25-11.csv');
    writeFileSync(tomorrow, readFileSync(path.join(samples, 'orders-shopify.csv'), 'utf8').replaceAll('#10', '#20'));
    const [next = ''] = await services.files.addFile(tomorrow, nowhere);
    const summary = await services.batches.open(next, nowhere);
    expect(summary.counts).toMatchObject({ total: 30, ready: 30 });
    expect(summary.profileName).toBe('orders shopify');
  });

  it('keeps a day that moves, and neither a date nor the customer of one order, for the next file', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await opened(services, 'orders-shopify.csv');
    const constants = async () => (await services.store.profiles.get('orders shopify'))?.constants;
    await services.batches.applyFix(batchId, { kind: 'setConstant', field: 'scheduled_at', text: 'ertaga 14:00' });
    expect(await constants()).toEqual({ scheduled_at: 'ertaga 14:00' });
    await services.batches.setConstant(batchId, 'region', 'Buxoro viloyati');
    // A marketplace's store room is the same every day.
    await services.batches.setConstant(batchId, 'full_name', 'Ombor');
    expect(await constants()).toEqual({ scheduled_at: 'ertaga 14:00', region: 'Buxoro viloyati', full_name: 'Ombor' });
    // A sheet that is one order has its own customer.
    await services.batches.setConstant(batchId, 'order_id', '15');
    expect(await constants()).toEqual({ scheduled_at: 'ertaga 14:00' });
    const { choices } = await services.batches.applyFix(batchId, {
      kind: 'setConstant',
      field: 'scheduled_at',
      text: '30.11.2027 14:00',
    });
    expect(choices.constants).toMatchObject({ scheduled_at: '30.11.2027 14:00', full_name: 'Ombor' });
    expect(await constants()).toEqual({});
  });

  it('has one profile: the operator’s name takes the place of the one that the app gave', async () => {
    const services = startServices(temporaryFolder());
    const names = async () => (await services.store.profiles.list()).map(({ name }) => name);
    const batchId = await opened(services, 'orders-shopify.csv');
    await services.batches.setConstant(batchId, 'scheduled_at', 'tomorrow 14:00');
    expect(await names()).toEqual(['orders shopify']);
    await services.batches.saveProfile(batchId, 'Instagram doʻkon');
    expect(await names()).toEqual(['Instagram doʻkon']);
    expect((await services.store.profiles.get('Instagram doʻkon'))?.constants).toEqual({
      scheduled_at: 'tomorrow 14:00',
    });
    expect((await services.batches.summary(batchId)).profileName).toBe('Instagram doʻkon');
    // A name that a person gave stays: the second is a profile of its own.
    await services.batches.saveProfile(batchId, 'Bozor');
    expect(await names()).toEqual(['Bozor', 'Instagram doʻkon']);
  });

  it('never writes over the profile of other headings, however alike the files’ names are', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const first = path.join(home, 'zakaz 1.csv');
    const second = path.join(home, 'zakaz 2.csv');
    copyFileSync(path.join(samples, 'orders-shopify.csv'), first);
    copyFileSync(path.join(samples, 'orders-ru.csv'), second);
    for (const file of [first, second]) {
      const [batchId = ''] = await services.files.addFile(file, nowhere);
      await services.batches.open(batchId, nowhere);
      await services.batches.setConstant(batchId, 'country', 'Uzbekistan');
    }
    expect((await services.store.profiles.list()).map(({ name, columns }) => [name, columns[0]?.heading])).toEqual([
      ['zakaz', 'Name'],
      ['zakaz 2', expect.not.stringMatching('Name')],
    ]);
  });

  it('refuses what it cannot do in coded words, and changes nothing', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await opened(services);
    const { version } = await services.batches.summary(batchId);
    await expect(services.batches.edit(batchId, [{ row: 999_999, column: 0, text: 'x' }])).rejects.toMatchObject({
      failure: { code: 'orders.editRow' },
    });
    await expect(services.batches.order(batchId, 'none')).rejects.toMatchObject({
      failure: { code: 'orders.noSuchOrder' },
    });
    await expect(services.batches.summary('gone')).rejects.toMatchObject({ failure: { code: 'batch.gone' } });
    await expect(services.files.addFile(path.join(samples, 'none.xlsx'), nowhere)).rejects.toMatchObject({
      failure: { code: 'reading.notFound', params: { file: 'none.xlsx' } },
    });
    expect((await services.batches.summary(batchId)).canUndo).toBe(false);
    expect((await services.batches.summary(batchId)).version).toBeGreaterThanOrEqual(version);
  });

  it('goes with its data when it is removed', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await opened(services);
    const stored = await services.store.batches.get(batchId);
    await services.files.remove(batchId);
    expect(await services.files.list()).toEqual([]);
    expect(() => readFileSync(stored?.path ?? '')).toThrow();
  });
});

describe('sending', () => {
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
