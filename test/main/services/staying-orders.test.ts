/** Orders that a file says otherwise than they were sent: what differs, and that a decision is remembered and taken back. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import type { OrderView } from '../../../shared/contract/views.ts';
import { patience } from '../../support/patience.ts';
import { startServices, type Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

interface Line {
  readonly id?: number;
  readonly name?: string;
  readonly phone?: string;
  readonly quantity?: number;
  /** What the shop's column of a status says. */
  readonly status?: string;
}

const headings = ['Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot ID', 'Soni', 'Narxi', 'Yetkazish sanasi'];

function write(file: string, lines: readonly Line[]): string {
  const numbered = lines.some(({ id }) => id !== undefined);
  const withStatus = lines.some(({ status }) => status !== undefined);
  const rows = lines.map(({ id, name = 'Karimova Anora', phone = '901234567', quantity = 1, status }) => [
    ...(numbered ? [id ?? ''] : []),
    name,
    phone,
    `Navoiy ${name.length}`,
    'Buxoro viloyati',
    17,
    quantity,
    50_000,
    '14.06.2027 10:00',
    ...(withStatus ? [status ?? 'kuryerda'] : []),
  ]);
  const all = [[...(numbered ? ['Buyurtma raqami'] : []), ...headings, ...(withStatus ? ['Holati'] : [])], ...rows];
  writeFileSync(file, all.map((cells) => cells.join(';')).join('\n'));
  return file;
}

async function office() {
  const folder = temporaryFolder();
  const services = startServices(temporaryFolder());
  const server = await startPracticeServer({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const open = async (name: string, lines: readonly Line[]): Promise<string> => {
    const file = write(path.join(folder, name), lines);
    const [batchId = ''] = await services.files.addFile(file, server.identity);
    await services.batches.open(batchId, server.identity);
    return batchId;
  };
  const send = async (batchId: string): Promise<void> => {
    const destination = {
      server: { url: server.url, identity: server.identity, practice: true },
      accessKey: 'practice-x',
      rules: { ...defaultSendingRules, quietTime: 0 },
    };
    await services.sending.start(batchId, destination, false);
    await expect
      .poll(async () => (await services.sending.state(batchId)).status, { timeout: patience(15_000) })
      .toBe('finished');
  };
  return { services, server, open, send };
}

async function ordersOf({ batches }: Services, batchId: string): Promise<readonly OrderView[]> {
  const { rows } = await batches.rows(batchId, { show: 'all', cause: null, search: '' }, 0, 100);
  const keys = [...new Set(rows.flatMap(({ orderKey }) => orderKey ?? []))];
  return Promise.all(keys.map((key) => batches.order(batchId, key)));
}

describe('an order that a file says otherwise than it was sent', () => {
  it('a file without numbers is known again, though nobody was asked what its orders are', async () => {
    const { open, send, services, server } = await office();
    const lines = [{}, { name: 'Rahimov Sardor', phone: '932345602' }];
    await send(await open('kun-1.csv', lines));
    expect(server.ledger()).toHaveLength(2);
    const later = await open('kun-2.csv', [...lines, { name: 'Yusupova Malika', phone: '973456703' }]);
    expect((await services.batches.summary(later)).counts).toMatchObject({ alreadySent: 2, ready: 1, withErrors: 0 });
    await send(later);
    expect(server.ledger()).toHaveLength(3);
  });

  it.each([
    ['without a number', undefined, 'orders.changedAfterSending'],
    ['with a number', 700, 'orders.sentBefore'],
  ])('%s: says what differs, stays as it was, is noted, and is not asked about tomorrow', async (_, id, code) => {
    const numbered = id === undefined ? {} : { id };
    const { services, open, send, server } = await office();
    await send(await open('kun-1.csv', [numbered]));
    expect(server.ledger()).toHaveLength(1);
    const changed = await open('kun-2.csv', [{ ...numbered, quantity: 3, phone: '907654321', name: 'Karimova Anora' }]);
    const [order] = await ordersOf(services, changed);
    expect(order).toMatchObject({
      state: 'duplicate',
      earlierSending: {
        fileName: 'kun-1.csv',
        compared: true,
        changes: [
          { field: 'phone', product: null, before: '+998901234567', after: '+998907654321' },
          { field: 'quantity', product: '17', before: '1', after: '3' },
        ],
      },
    });
    const issue = order?.issues.find((one) => one.code === code);
    expect(issue?.fix?.kind).toBe('leaveAsSent');
    if (!issue?.fix) return;
    await services.batches.applyFix(changed, issue.fix);
    expect((await services.batches.summary(changed)).counts).toMatchObject({ leftOut: 1, duplicate: 0 });
    expect(await services.store.sentChanges.list()).toMatchObject([
      {
        orderId: id ?? expect.any(Number),
        wmsId: 1,
        fileName: 'kun-2.csv',
        compared: true,
        changes: [{ field: 'phone' }, {}],
      },
    ]);
    // Taken back, it is asked about again, also by another file; done again, it is not.
    await services.batches.undo(changed);
    expect(await services.store.sentChanges.list()).toEqual([]);
    const again = { ...numbered, quantity: 3, phone: '907654321' };
    expect((await services.batches.summary(await open('kun-3.csv', [again]))).counts).toMatchObject({ duplicate: 1 });
    await services.batches.redo(changed);
    expect(await services.store.sentChanges.list()).toHaveLength(1);
    expect((await services.batches.summary(await open('kun-4.csv', [again]))).counts).toMatchObject({
      alreadySent: 1,
      duplicate: 0,
    });
    await services.files.remove(changed);
    expect(await services.store.sentChanges.list()).toEqual([]);
    expect((await services.batches.summary(await open('kun-5.csv', [again]))).counts).toMatchObject({ alreadySent: 1 });
  });

  it('put back, or said to be a new one, is on the list no more', async () => {
    const { services, open, send } = await office();
    await send(await open('kun-1.csv', [{}]));
    const batchId = await open('kun-2.csv', [{ quantity: 3 }]);
    const [order] = await ordersOf(services, batchId);
    const orderKeys = [order?.key ?? ''];
    await services.batches.applyFix(batchId, { kind: 'leaveAsSent', orderKeys });
    await services.batches.leaveOut(batchId, orderKeys, false);
    expect(await services.store.sentChanges.list()).toEqual([]);
    await services.batches.applyFix(batchId, { kind: 'takeAsNew', orderKeys });
    expect((await services.batches.summary(batchId)).counts).toMatchObject({ ready: 1 });
  });

  it('says when, from which file and all that it says now, where what was sent was erased', async () => {
    const { services, open, send } = await office();
    const first = await open('kun-1.csv', [{ id: 700 }]);
    await send(first);
    await services.files.remove(first);
    const batchId = await open('kun-2.csv', [{ id: 700, quantity: 3 }]);
    const [order] = await ordersOf(services, batchId);
    expect(order?.earlierSending).toMatchObject({ fileName: 'kun-1.csv', compared: false, changes: [] });
    await services.batches.applyFix(batchId, { kind: 'leaveAsSent', orderKeys: [order?.key ?? ''] });
    const [kept] = await services.store.sentChanges.list();
    expect(kept).toMatchObject({ orderId: 700, compared: false });
    expect(kept?.changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['full_name', 'phone', 'client_product_id']),
    );
  });

  it('accepted before, does not ask to be repaired, whatever the check says of its cells now', async () => {
    const { services, open, send } = await office();
    const first = await open('kun-1.csv', [{ id: 700, phone: '12' }]);
    const phone = (await services.batches.columns(first)).columns.find(({ field }) => field === 'phone')?.column ?? -1;
    await services.batches.edit(first, [{ row: 2, column: phone, text: '901234567' }]);
    await send(first);
    const batchId = await open('kun-2.csv', [{ id: 700, phone: '12' }]);
    expect(await services.batches.summary(batchId)).toMatchObject({
      counts: { alreadySent: 1, withErrors: 0 },
      issues: { error: 0, warning: 0 },
    });
    const [order] = await ordersOf(services, batchId);
    expect(order?.issues.map(({ code }) => code)).toEqual(['orders.alreadySent']);
  });

  it.each([
    ['without a number', undefined],
    ['with a number', 700],
  ])('%s: one that was cancelled since is told, noted, and not told again', async (_, id) => {
    const numbered = id === undefined ? {} : { id };
    const { services, open, send } = await office();
    await send(await open('kun-1.csv', [{ ...numbered, status: 'kuryerda' }]));
    const cancelled = await open('kun-2.csv', [{ ...numbered, status: 'Bekor qilindi' }]);
    const [order] = await ordersOf(services, cancelled);
    expect(order).toMatchObject({ state: 'duplicate', changedAfterSending: true });
    expect(order?.issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'orders.cancelledAfterSending', fix: { kind: 'leaveAsSent' } },
    ]);
    expect(order?.earlierSending?.changes).toMatchObject([{ field: 'fulfillment_status', after: 'Bekor qilindi' }]);
    expect((await services.batches.summary(cancelled)).fileIssues.map(({ code }) => code)).not.toContain(
      'orders.cancelled',
    );
    await services.batches.applyFix(cancelled, { kind: 'leaveAsSent', orderKeys: [order?.key ?? ''] });
    expect(await services.store.sentChanges.list()).toMatchObject([
      { orderId: id ?? expect.any(Number), changes: [{ field: 'fulfillment_status', after: 'Bekor qilindi' }] },
    ]);
    const later = await open('kun-3.csv', [{ ...numbered, status: 'Bekor qilindi' }]);
    expect((await services.batches.summary(later)).counts).toMatchObject({ alreadySent: 1, duplicate: 0 });
  });

  it('one that a person sent although it was cancelled is no news', async () => {
    const { services, open, send } = await office();
    const first = await open('kun-1.csv', [{ id: 700, status: 'Bekor qilindi' }]);
    const { choices } = await services.batches.summary(first);
    await services.batches.setRules(first, { ...choices.rules, cancelledOrders: 'send' });
    await send(first);
    const later = await open('kun-2.csv', [{ id: 700, status: 'Bekor qilindi' }]);
    expect((await services.batches.summary(later)).counts).toMatchObject({ alreadySent: 1 });
  });
});
