/** The ledger as the window has it: looked at, carried to another computer, filled from old reports. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { serverIdentity } from '../../../shared/wms/addresses.ts';
import { patience } from '../../support/patience.ts';
import { startServices, type Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';
import { accessKey, startWms } from '../../support/wms.ts';

function writeOrders(folder: string, ids: readonly number[]): string {
  const file = path.join(folder, 'orders.csv');
  const lines = ids.map((id) => `${id};14.06.2027 10:00;Karimova Anora;998901234567;Navoiy 1;Buxoro viloyati;7;1;5000`);
  writeFileSync(
    file,
    ['Buyurtma raqami;Yetkazish sanasi;F.I.Sh.;Telefon;Manzil;Viloyat;Mahsulot ID;Miqdor;Narx', ...lines].join('\n'),
  );
  return file;
}

async function openedOn(services: Services, file: string, server: string): Promise<string> {
  const [batchId = ''] = await services.files.addFile(file, server);
  await services.batches.open(batchId, server);
  return batchId;
}

async function sent(services: Services, batchId: string, url: string): Promise<void> {
  await services.sending.start(
    batchId,
    {
      server: { url, identity: serverIdentity(url), practice: false },
      accessKey,
      rules: { ...defaultSendingRules, lookup: false },
    },
    false,
  );
  await expect
    .poll(async () => (await services.sending.state(batchId)).status, { timeout: patience(20_000) })
    .toBe('finished');
}

it('lists what was sent by server, finds an order by its number or WMS id, and goes to another computer', async () => {
  const wms = await startWms({
    script: (orderId, attempt) => (orderId === 1002 && attempt === 1 ? 'lost-answer' : undefined),
  });
  onTestFinished(() => wms.stop());
  const server = serverIdentity(wms.url);
  const folder = temporaryFolder();
  const file = writeOrders(folder, [1001, 1002, 1003, 2001]);
  const first = startServices(temporaryFolder());
  const batchId = await openedOn(first, file, server);
  await sent(first, batchId, wms.url);
  expect(await first.ledger.servers()).toEqual([{ server, at: expect.any(Number) }]);
  expect(await first.ledger.counts(server)).toEqual({ accepted: 3, unknown: 1, taken: 0 });
  expect(await first.ledger.page(server, '', 0, 2)).toMatchObject({ total: 4, orders: [{}, {}] });
  expect((await first.ledger.page(server, '100', 0, 10)).orders.map(({ orderId }) => orderId).toSorted()).toEqual([
    1001, 1002, 1003,
  ]);
  const wmsId = wms.ledger().find(({ orderId }) => orderId === 2001)?.id;
  expect(await first.ledger.page(server, ` ${wmsId}`, 0, 10)).toMatchObject({
    orders: expect.arrayContaining([
      expect.objectContaining({ orderId: 2001, state: 'accepted', wmsId, fileName: 'orders.csv' }),
    ]),
  });
  expect(await first.ledger.page('http://other.example', '', 0, 10)).toEqual({ total: 0, orders: [] });

  const carried = path.join(folder, 'ledger.jsonl');
  expect(await first.ledger.exportTo(carried)).toBe(4);
  const second = startServices(temporaryFolder());
  const same = await openedOn(second, writeOrders(temporaryFolder(), [1001, 1002, 1003, 2001, 3001]), server);
  expect((await second.batches.summary(same)).counts).toMatchObject({ ready: 5 });
  const told = second.emittedEvents.length;
  expect(await second.ledger.merge(carried)).toEqual({ added: 4, known: 0, settled: 0, isProven: true });
  // The file that is open learns it at once.
  expect((await second.batches.summary(same)).counts).toMatchObject({ ready: 1, alreadySent: 3, duplicate: 1 });
  expect(second.emittedEvents.slice(told)).toContainEqual({
    name: 'batch.changed',
    data: expect.objectContaining({ batchId: same }),
  });
  expect(await second.ledger.servers()).toMatchObject([{ server }]);
  expect(await second.ledger.counts(server)).toMatchObject({ accepted: 3, unknown: 1 });
});

it('settles an open file’s order that an old report knows to be there, and refuses reports that are none as a whole', async () => {
  const wms = await startWms({
    script: (orderId, attempt) => (orderId === 1002 && attempt === 1 ? 'lost-answer' : undefined),
  });
  onTestFinished(() => wms.stop());
  const server = serverIdentity(wms.url);
  const folder = temporaryFolder();
  const services = startServices(temporaryFolder());
  const batchId = await openedOn(services, writeOrders(folder, [1001, 1002]), server);
  await sent(services, batchId, wms.url);
  expect((await services.batches.summary(batchId)).counts).toMatchObject({ accepted: 1, unknown: 1 });

  const elsewhere = startServices(temporaryFolder());
  const there = await openedOn(elsewhere, writeOrders(temporaryFolder(), [1002, 1005]), server);
  const other = await startWms();
  onTestFinished(() => other.stop());
  await sent(elsewhere, there, other.url);
  const report = path.join(folder, 'report.xlsx');
  await elsewhere.reports.write(there, report, 'uz');

  const noReport = path.join(folder, 'orders.csv');
  await expect(services.ledger.refill([report, noReport], server)).rejects.toMatchObject({
    failure: { code: 'ledger.noReport' },
  });
  expect((await services.batches.summary(batchId)).counts).toMatchObject({ unknown: 1 });
  expect(await services.ledger.refill([report], server)).toEqual({ added: 1, known: 0, settled: 1, isProven: true });
  expect((await services.batches.summary(batchId)).counts).toMatchObject({ accepted: 2, unknown: 0 });
});

it('an open file with numbers of ours learns that its orders went out elsewhere under others', async () => {
  const wms = await startWms();
  onTestFinished(() => wms.stop());
  const server = serverIdentity(wms.url);
  const folder = temporaryFolder();
  const opened = async (services: Services, start: number): Promise<string> => {
    const file = writeOrders(temporaryFolder(), [1001, 1002]);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^(?:\d+|Buyurtma raqami);/gmu, ''));
    const batchId = await openedOn(services, file, server);
    const { choices } = await services.batches.summary(batchId);
    await services.batches.setRules(batchId, { ...choices.rules, orderNumbers: { kind: 'everyRow', start } });
    return batchId;
  };
  const [here, elsewhere] = [startServices(temporaryFolder()), startServices(temporaryFolder())];
  const batchId = await opened(here, 5000);
  await sent(elsewhere, await opened(elsewhere, 7000), wms.url);
  await elsewhere.ledger.exportTo(path.join(folder, 'ledger.jsonl'));

  await here.ledger.merge(path.join(folder, 'ledger.jsonl'));
  expect((await here.batches.summary(batchId)).counts).toMatchObject({ ready: 0, alreadySent: 2 });
});
