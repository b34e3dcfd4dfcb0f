/** Sheets taken together in the window: what stays of corrections, what was sent, and what is known after a restart. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../main/practice/practice-server.ts';
import { defaultSendingRules } from '../../../shared/domain/model/profile.ts';
import { rowInTable } from '../../../shared/domain/model/sheet-rows.ts';
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
const order = (id: number, phone = `+99890${1_000_000 + id}`): SheetRow => [
  ...[id, 'Karimova Aziza', phone, `Navoiy ${id}`, 'Buxoro viloyati', '25.11.2030 14:00'],
  ...[17, 1, 50_000],
];
const daysOf = {
  Dushanba: [headings, order(1001, '12')],
  Seshanba: [headings, order(2001), order(2002, '13')],
  Chorshanba: [headings, order(3001)],
};
const days = Object.keys(daysOf);

async function opened(home = temporaryFolder()) {
  const services = startServices(home);
  const file = path.join(temporaryFolder(), 'hafta.xlsx');
  writeFileSync(file, sheetsBook(daysOf));
  const [batchId = ''] = await services.files.addFile(file, nowhere);
  await services.batches.open(batchId, nowhere);
  return { services, batchId, home };
}

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

const phoneOf = (row: number, text: string) => [{ row, column: 2, text }];

const phoneOfOrder = (id: number): string => `+99890${1_000_000 + id}`;
const textsOf = async ({ batches }: Services, batchId: string, column = 2): Promise<readonly (string | undefined)[]> =>
  (await batches.rows(batchId, { show: 'all', cause: null, search: '' }, 0, 20)).rows.map(
    ({ cells }) => cells[column]?.text,
  );
const asideOf = async ({ batches }: Services, batchId: string) =>
  (await batches.summary(batchId)).fileIssues.flatMap(({ code, severity, params }) =>
    code === 'reading.correctionsAside' ? [[severity, params?.['count'], params?.['sheets']]] : [],
  );

it('a correction stays with its cell, whatever sheets are read with it, and no other cell ever gets it', async () => {
  const { services, batchId, home } = await opened();
  const { batches } = services;
  const [monday, tuesday] = ['+998901112233', '+998901112244'];
  await batches.edit(batchId, phoneOf(2, monday));
  const joined = await batches.setReading(batchId, { together: days });
  expect(joined).toMatchObject({ file: { together: days }, counts: { total: 4, ready: 3, withErrors: 1 } });
  // Only a row of the first sheet can be chosen for the headings.
  expect((await batches.columns(batchId)).top.map(({ row }) => row)).toEqual([1, 2]);
  await batches.edit(batchId, phoneOf(rowInTable(1, 3), tuesday));
  expect((await batches.history(batchId)).steps).toHaveLength(2);
  // Without Monday, whose correction waits, Tuesday's rows are the first ones.
  const fewer = await batches.setReading(batchId, { together: days.slice(1) });
  expect(fewer).toMatchObject({ counts: { total: 3, ready: 3 }, canUndo: true, canRedo: false });
  expect(await asideOf(services, batchId)).toEqual([['warning', 1, days.join(' + ')]]);
  expect(await textsOf(services, batchId)).toEqual([phoneOfOrder(2001), tuesday, phoneOfOrder(3001)]);
  expect((await batches.history(batchId)).steps).toHaveLength(1);
  // What was taken back is of Tuesday, and is not to be done again on Wednesday.
  await batches.undo(batchId);
  expect(await batches.setReading(batchId, { sheet: 'Chorshanba' })).toMatchObject({ canUndo: false, canRedo: false });
  await expect(batches.redo(batchId)).resolves.toMatchObject({ canUndo: false });
  await batches.goTo(batchId, 2);
  await batches.edit(batchId, phoneOf(2, '+998901112255'));
  expect((await batches.history(batchId)).overtakenStepCount).toBe(0);
  await batches.bringBackSteps(batchId);
  expect(await textsOf(services, batchId)).toEqual(['+998901112255']);
  await services.stop();
  // Each is back once its sheet is, after a restart, too.
  const again = startServices(home);
  await again.batches.open(batchId, nowhere);
  expect(await again.batches.setReading(batchId, { sheet: 'Dushanba' })).toMatchObject({ canUndo: true });
  expect(await textsOf(again, batchId)).toEqual([monday]);
  expect(await asideOf(again, batchId)).toEqual([['notice', 1, 'Chorshanba']]);
  await again.batches.setReading(batchId, { together: days });
  expect(await textsOf(again, batchId)).toEqual([monday, phoneOfOrder(2001), '13', '+998901112255']);
  expect(await asideOf(again, batchId)).toEqual([]);
});

it('a change of rows of several sheets counts where all of them are read', async () => {
  const { services, batchId } = await opened();
  const { batches } = services;
  await batches.setReading(batchId, { together: days });
  await batches.leaveOutRows(batchId, [2, rowInTable(2, 2)], true);
  await batches.addRow(batchId, '2001');
  expect(await batches.setReading(batchId, { together: ['Dushanba', 'Chorshanba'] })).toMatchObject({
    counts: { total: 2, leftOut: 2 },
  });
  expect(await asideOf(services, batchId)).toEqual([['warning', 1, days.join(' + ')]]);
  expect(await batches.setReading(batchId, { sheet: 'Chorshanba' })).toMatchObject({
    counts: { total: 1, leftOut: 0 },
  });
  expect(await batches.setReading(batchId, { together: days })).toMatchObject({ counts: { total: 4, leftOut: 2 } });
  expect((await batches.history(batchId)).steps).toHaveLength(2);
});

it('a column names the sheet of the value that it cannot read', async () => {
  const { services, batchId } = await opened();
  await services.batches.setReading(batchId, { together: days.slice(1) });
  const { columns } = await services.batches.columns(batchId);
  const refusals = columns[2]?.samples.flatMap(({ refusal }) => refusal?.row ?? []);
  expect(refusals).toEqual([3]);
  await services.batches.setReading(batchId, { together: ['Chorshanba', 'Dushanba', 'Seshanba'] });
  const all = (await services.batches.columns(batchId)).columns[2];
  // Dushanba's and Seshanba's, as the sheets stand in the file.
  expect(all?.samples.flatMap(({ refusal }) => refusal?.row ?? [])).toEqual([2, rowInTable(1, 3)]);
});

it('after a restart the batch is the same sheets with its corrections, and what was sent is known', async () => {
  const wms = await startPracticeServer();
  onTestFinished(() => wms.stop());
  const { services, batchId, home } = await opened();
  await services.batches.setReading(batchId, { together: days });
  await services.batches.edit(batchId, phoneOf(rowInTable(1, 3), '+998901112244'));
  await sendAll(services, batchId, wms);
  await services.stop();
  const again = startServices(home);
  const summary = await again.batches.open(batchId, wms.identity);
  expect(summary).toMatchObject({ file: { together: days }, counts: { total: 4, accepted: 3, withErrors: 1 } });
  // The shop's sheet of failures says on which sheet the row stands.
  const report = path.join(temporaryFolder(), 'hisobot.csv');
  await again.reports.write(batchId, report, 'uz');
  const lines = readFileSync(report, 'utf8').split('\r\n');
  expect(lines.find((line) => line.includes('2002'))).toContain('Seshanba!3');
  const failed = await again.batches.open(await again.reports.createBatchOfFailed(batchId, 'uz'), wms.identity);
  expect(failed.counts).toMatchObject({ total: 1, withErrors: 1 });
  // Another choice of sheets is a part of its own, and this one stays as it was sent.
  await again.batches.setReading(batchId, { sheet: 'Seshanba' });
  expect((await again.files.list()).map(({ part }) => part)).toContain(days.join(' + '));
  expect((await again.batches.open(batchId, wms.identity)).counts).toMatchObject({ accepted: 3 });
  expect(wms.ledger().map(({ orderId }) => orderId)).toEqual([2001, 2002, 3001]);
});
