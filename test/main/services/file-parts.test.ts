/** Two sheets of one file, sent one after the other: list and reports show all that was sent of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { sentParts } from '../../../main/services/report-service.ts';
import { noChoices } from '../../../shared/domain/model/choices.ts';
import { zeroStateCounts } from '../../../shared/domain/model/order-states.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { patience } from '../../support/patience.ts';
import { startServices, type Services } from '../../support/services.ts';
import { sheetsBook, type SheetRow } from '../../support/sheets-writer.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const nowhere = 'https://wms.example';
const headings = [
  'Buyurtma raqami',
  'F.I.Sh.',
  'Telefon',
  'Manzil',
  'Viloyat',
  'Yetkazish sanasi',
  'Mahsulot ID',
  'Miqdor',
  'Narx',
];
const order = (id: number): SheetRow => [
  id,
  'Karimova Aziza',
  '+998901234567',
  'Navoiy 5',
  'Buxoro viloyati',
  '25.11.2030 14:00',
  17,
  1,
  50_000,
];
const daysOf = {
  '24.11': [headings, order(1001), order(1002), order(1003)],
  '25.11': [headings, order(2001), order(2002)],
};
const twoDays = sheetsBook(daysOf);

async function sendAll(services: Services, batchId: string, server: { url: string; identity: string }): Promise<void> {
  const rules = { ...defaultSendingRules, quietTime: 0 };
  await services.sending.start(
    batchId,
    { server: { url: server.url, identity: server.identity, practice: true }, accessKey: 'practice-x', rules },
    false,
  );
  await expect
    .poll(async () => (await services.sending.state(batchId)).status, { timeout: patience(20_000) })
    .toBe('finished');
}

function openedByWindow({ emittedEvents }: Services): string {
  const told = emittedEvents.findLast(({ name }) => name === 'batch.opened')?.data;
  return z.object({ batchId: z.string() }).parse(told).batchId;
}

it('a sheet that was sent stays as it was; another one becomes a line of its own, and each report names the other', async () => {
  const services = startServices(temporaryFolder());
  const wms = await startPracticeServer();
  onTestFinished(() => wms.stop());
  const file = path.join(temporaryFolder(), 'kunlar.xlsx');
  writeFileSync(file, twoDays);
  const [first = ''] = await services.files.addFile(file, nowhere);
  const read = await services.batches.open(first, nowhere);
  expect(read.file.sheet).toBe('24.11');
  // Nothing was sent yet: the same batch is read otherwise, and back.
  expect((await services.batches.setReading(first, { sheet: '25.11' })).counts.total).toBe(2);
  expect((await services.batches.setReading(first, { sheet: '24.11' })).counts.total).toBe(3);
  const lines = async (batchId: string) =>
    (await services.reports.summary(batchId, 'en')).map((line) =>
      'label' in line ? `${line.label}: ${line.text}` : '',
    );
  expect(await services.batches.sheetsBeside(first)).toEqual([
    { name: '25.11', rows: 3, more: false, isOwnFile: false },
  ]);
  await sendAll(services, first, wms);
  expect(await lines(first)).toContain('25.11: 3 rows');

  const kept = await services.batches.setReading(first, { sheet: '25.11' });
  expect(kept).toMatchObject({ batchId: first, file: { sheet: '24.11' }, counts: { accepted: 3 } });
  const second = openedByWindow(services);
  expect(second).not.toBe(first);
  const other = await services.batches.open(second, wms.identity);
  expect(other).toMatchObject({ file: { sheet: '25.11' }, counts: { total: 2, ready: 2 } });
  expect(await lines(first)).toContain('25.11: 3 rows; a file of its own, not sent yet');
  expect(await services.batches.sheetsBeside(second)).toEqual([]);
  await sendAll(services, second, wms);
  expect(wms.ledger()).toHaveLength(5);
  expect(await services.batches.sheetsBeside(first)).toEqual([]);

  // From either sheet to the other: what was opened before, never a third line.
  await services.batches.setReading(second, { sheet: '24.11' });
  expect(openedByWindow(services)).toBe(first);
  const list = await services.files.list();
  expect(list.map(({ part, counts }) => [part, counts?.accepted]).sort()).toEqual([
    ['24.11', 3],
    ['25.11', 2],
  ]);
  expect(await services.reports.otherParts(second)).toMatchObject([
    { batchId: first, part: '24.11', counts: { accepted: 3 } },
  ]);
  expect(await lines(first)).toContain('25.11: Done: 2');
  const report = path.join(temporaryFolder(), 'report.csv');
  await services.reports.write(second, report, 'en');
  expect(readFileSync(report, 'utf8')).toContain('2002');
});

it('all sheets of days become files of their own by one press: each once, none of another kind', async () => {
  const services = startServices(temporaryFolder());
  const file = path.join(temporaryFolder(), 'kunlar.xlsx');
  writeFileSync(
    file,
    sheetsBook({
      Izoh: [
        ['Narxlar', 'Soni'],
        ['Choynak', 2],
      ],
      ...daysOf,
      Narxlar: [
        ['Kod', 'Narx'],
        [17, 50_000],
      ],
    }),
  );
  const [first = ''] = await services.files.addFile(file, nowhere);
  const { file: read } = await services.batches.open(first, nowhere);
  expect(read.sheets.map(({ name, alike }) => [name, alike])).toEqual([
    ['Izoh', false],
    ['24.11', false],
    ['25.11', true],
    ['Narxlar', false],
  ]);
  await services.batches.openAlikeSheets(first);
  await services.batches.openAlikeSheets(first);
  const list = await services.files.list();
  expect(list.map(({ part }) => part).sort()).toEqual(['24.11', '25.11']);
  const second = list.find(({ part }) => part === '25.11')?.batchId ?? '';
  expect((await services.batches.open(second, nowhere)).counts).toMatchObject({ total: 2, ready: 2 });
  expect((await services.batches.open(first, nowhere)).counts).toMatchObject({ total: 3, ready: 3 });
});

it('a real report names the server of what went elsewhere, and leaves out what went to practice', () => {
  const real = (host: string) => ({ url: `https://${host}/`, identity: `https://${host}`, practice: false });
  const practice = { url: 'http://127.0.0.1:1/', identity: 'practice-1', practice: true };
  const part = (id: string, sheet: string | null, server: typeof practice | null) => ({
    id,
    server,
    fileName: 'kun.xlsx',
    choices: { ...noChoices, sheet },
    counts: zeroStateCounts(),
  });
  const parts = [
    part('a', '24.11', real('wms.example')),
    part('b', null, real('other.example')),
    part('c', null, practice),
    part('d', '25.11', null),
  ];
  const named = (own: typeof practice | null): string[] =>
    sentParts(parts, own).map(({ batchId, part: name }) => `${batchId} ${name}`);
  expect(named(real('wms.example'))).toEqual(['a 24.11', 'b https://other.example/']);
  expect(named(null)).toEqual(['a 24.11', 'b kun.xlsx']);
  expect(named({ ...practice, identity: 'practice-2' })).toEqual(['c kun.xlsx']);
});
