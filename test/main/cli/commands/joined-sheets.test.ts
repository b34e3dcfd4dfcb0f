/** Orders and items on two sheets, sent from a terminal as one table; what failed becomes a file of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../../main/practice/practice-server.ts';
import { startServices } from '../../../support/services.ts';
import { sheetsBook } from '../../../support/sheets-writer.ts';
import { TestTerminal, temporaryFolder } from '../../../support/terminal.ts';

const customer = (id: number, phone = '+998901234567') => [
  id,
  'Karimova Aziza',
  phone,
  'Navoiy 5',
  'Buxoro viloyati',
  '25.11.2027 14:00',
];
const book = sheetsBook({
  Buyurtmalar: [
    ['Buyurtma raqami', 'F.I.Sh.', 'Telefon', 'Manzil', 'Viloyat', 'Yetkazish sanasi'],
    customer(1001),
    customer(1002),
    customer(1003, '12'),
  ],
  Mahsulotlar: [
    ['Buyurtma raqami', 'Mahsulot ID', 'Miqdor', 'Narx'],
    [1001, 17, 1, 50_000],
    [1001, 18, 1, 9000],
    [1002, 17, 2, 50_000],
    [1003, 17, 1, 50_000],
    [1003, 18, 1, 9000],
  ],
});

it('every order goes once with all of its items, and the report has the columns of both sheets', async () => {
  const server = await startPracticeServer();
  onTestFinished(() => server.stop());
  const commands = new TestTerminal({ WMS_TOKEN: 'practice-test' });
  const file = path.join(commands.home, 'kun.xlsx');
  writeFileSync(file, book);
  const report = path.join(commands.home, 'report.csv');
  const ran = await commands.run(
    'send',
    file,
    '--rule',
    'joinSheets=on',
    '--url',
    server.url,
    '--report',
    report,
    '--json',
  );
  expect(ran.status).toBe(2);
  expect(
    server
      .ledger()
      .map(({ orderId, request }) => [orderId, request.order_items.length])
      .toSorted(),
  ).toEqual([
    [1001, 2],
    [1002, 1],
  ]);
  const lines = readFileSync(report, 'utf8');
  expect(lines).toMatch(/Mahsulot ID.*F\.I\.Sh\./u);
  expect(lines).toContain('Buxoro viloyati');
});

it('the failed orders alone open as a file in which nothing of them is missing', async () => {
  const services = startServices(temporaryFolder());
  const file = path.join(temporaryFolder(), 'kun.xlsx');
  writeFileSync(file, book);
  const [batchId = ''] = await services.files.addFile(file, 'https://wms.example');
  const asked = await services.batches.open(batchId, 'https://wms.example');
  const joined = await services.batches.setRules(batchId, { ...asked.choices.rules, joinSheets: 'on' });
  expect(joined.counts).toMatchObject({ total: 3, ready: 2, withErrors: 1 });
  const failed = await services.reports.createBatchOfFailed(batchId, 'en');
  const again = await services.batches.open(failed, 'https://wms.example');
  expect(again.counts).toMatchObject({ total: 1, ready: 0, withErrors: 1 });
  expect(again.file).toMatchObject({ pair: null });
});
