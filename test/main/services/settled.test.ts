/** What was settled about a shop's files: it acts on the next file, is said, and can be taken back. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatTashkentTime } from '../../../shared/domain/values/dates/tashkent-time.ts';
import type { Fix } from '../../../shared/domain/model/issues.ts';
import { startServices, type Services } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const nowhere = 'https://wms.example';
const headings = 'Buyurtma raqami;F.I.Sh.;Telefon;Viloyat;Manzil;Yetkazish sanasi;Mahsulot ID;Soni;Narxi;Kuryer';

interface Row {
  readonly id: number;
  readonly region?: string;
  readonly courier?: string;
  readonly quantity?: string;
}

function fileOf(folder: string, name: string, rows: readonly Row[], heading = headings): string {
  const lines = rows.map(
    ({ id, region = 'Buxoro viloyati', courier = 'Sherzod', quantity = '1' }) =>
      `${id};Karimova Aziza;+998901234567;${region};Navoiy ko‘chasi ${id};31.12.2099 10:00;12;${quantity};5000;${courier}`,
  );
  const file = path.join(folder, name);
  writeFileSync(file, `${[heading, ...lines].join('\n')}\n`);
  return file;
}

async function opened(services: Services, file: string): Promise<string> {
  const [batchId = ''] = await services.files.addFile(file, nowhere);
  await services.batches.open(batchId, nowhere);
  return batchId;
}

async function regionSent(services: Services, batchId: string, key: string): Promise<string | undefined> {
  const { values } = await services.batches.order(batchId, key);
  return values.find(({ field }) => field === 'region')?.text;
}

const meaning: Fix = {
  kind: 'settle',
  thing: { kind: 'value', field: 'region', value: 'Sam-d', text: 'Samarqand viloyati' },
  settled: true,
};

describe('what a text means, settled for the shop', () => {
  it('acts at once, in the next file too, and is said with its rows', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    const first = await opened(services, fileOf(folder, 'a.csv', [{ id: 1, region: 'Sam-d' }, { id: 2 }]));
    const open = await opened(services, fileOf(folder, 'b.csv', [{ id: 3, region: 'sam d' }]));
    await services.batches.applyFix(first, meaning);
    expect(await regionSent(services, first, '1')).toBe('Samarqand viloyati');
    expect(await regionSent(services, open, '3')).toBe('Samarqand viloyati');
    const next = await opened(
      services,
      fileOf(folder, 'c.csv', [{ id: 4, region: 'SAM-D' }, { id: 5 }, { id: 6, region: 'Sam-d' }]),
    );
    const said = (await services.batches.causes(next)).filter(({ code }) => code === 'orders.settledValue');
    expect(said).toMatchObject([
      { severity: 'notice', params: { value: 'SAM-D', text: 'Samarqand viloyati' }, count: 1 },
      { params: { value: 'Sam-d' }, count: 1 },
    ]);
    expect((await services.batches.causes(next)).map(({ code }) => code)).not.toContain('orders.regionUnknown');
  });

  it('is taken back from its notice: the text is what it was', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    const batchId = await opened(services, fileOf(folder, 'a.csv', [{ id: 1, region: 'Sam-d' }]));
    await services.batches.applyFix(batchId, meaning);
    const { issues } = await services.batches.order(batchId, '1');
    const fix = issues.find(({ code }) => code === 'orders.settledValue')?.fix;
    if (!fix) throw new Error('It cannot be taken back.');
    await services.batches.applyFix(batchId, fix);
    expect(await regionSent(services, batchId, '1')).toBe('Sam-d');
    expect((await services.batches.causes(batchId)).map(({ code }) => code)).toContain('orders.regionUnknown');
  });

  it('holds against what the sheet says, for words of any checked field, and for numbers', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    await services.store.settled.settle('', [
      { kind: 'value', field: 'region', value: 'Buxoro viloyati', text: 'Navoiy viloyati' },
      { kind: 'value', field: 'quantity', value: 'bir quti', text: '6' },
      { kind: 'value', field: 'quantity', value: '100', text: '1' },
    ]);
    const batchId = await opened(
      services,
      fileOf(folder, 'a.csv', [
        { id: 1, quantity: 'bir quti' },
        { id: 2, quantity: '100' },
      ]),
    );
    const texts = await Promise.all(
      ['1', '2'].map(async (key) => {
        const { values, issues } = await services.batches.order(batchId, key);
        return [
          values.find(({ field }) => field === 'quantity')?.text,
          values.find(({ field }) => field === 'region')?.text,
          issues.filter(({ code }) => code === 'orders.settledValue').length,
        ];
      }),
    );
    expect(texts).toEqual([
      ['6', 'Navoiy viloyati', 2],
      ['1', 'Navoiy viloyati', 2],
    ]);
  });
});

describe('what is offered to be settled', () => {
  const offers = async (services: Services, batchId: string, key: string) =>
    (await services.batches.order(batchId, key)).settleOffers.map(({ row, column, fix }) => [
      row,
      column,
      fix.kind === 'settle' && fix.thing.kind === 'value' ? `${fix.thing.value} → ${fix.thing.text}` : fix.kind,
    ]);

  it('is a corrected text that was not understood, and what a suggestion says of all texts alike', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    const rows = [
      { id: 1, region: 'Sam-d' },
      { id: 2, region: 'Buxaro viloyati' },
      { id: 3, region: 'Buxaro viloyati', quantity: 'bir quti' },
      { id: 4 },
    ];
    const batchId = await opened(services, fileOf(folder, 'a.csv', rows));
    const cause = (await services.batches.causes(batchId)).find(({ code }) => code === 'orders.regionUnknownSuggested');
    expect(cause?.always).toMatchObject({ thing: { value: 'Buxaro viloyati', text: 'Buxoro viloyati' } });
    expect(await offers(services, batchId, '2')).toEqual([[3, 3, 'Buxaro viloyati → Buxoro viloyati']]);
    expect(await offers(services, batchId, '1')).toEqual([]);
    await services.batches.edit(batchId, [
      { row: 2, column: 3, text: 'Samarqand viloyati' },
      { row: 4, column: 7, text: '6' },
      { row: 5, column: 7, text: '3' },
      { row: 5, column: 1, text: 'Boshqa Ism' },
    ]);
    expect(await offers(services, batchId, '1')).toEqual([[2, 3, 'Sam-d → Samarqand viloyati']]);
    expect(await offers(services, batchId, '3')).toContainEqual([4, 7, 'bir quti → 6']);
    // Another quantity or name is this order's alone.
    expect(await offers(services, batchId, '4')).toEqual([]);
  });

  it('counts a word’s day from the day of the file', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    const file = path.join(folder, 'a.csv');
    writeFileSync(
      file,
      readFileSync(fileOf(folder, 'b.csv', [{ id: 1 }, { id: 2 }, { id: 3 }]), 'utf8').replace(
        '31.12.2099 10:00',
        'tezda',
      ),
    );
    const batchId = await opened(services, file);
    const tomorrow = formatTashkentTime(Date.now() + 86_400_000).slice(0, 10);
    await services.batches.edit(batchId, [{ row: 2, column: 5, text: `${tomorrow} 09:00` }]);
    expect(await offers(services, batchId, '1')).toEqual([[2, 5, 'tezda → ertaga 09:00']]);
  });
});

describe('rows that are left out by what a column holds', () => {
  const leaveOut = (settled: boolean): Fix => ({
    kind: 'settle',
    thing: { kind: 'rows', heading: 'Kuryer', value: 'samovyvoz' },
    settled,
  });

  it('in this file alone, and put back', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    const file = fileOf(folder, 'a.csv', [{ id: 1, courier: 'samovyvoz' }, { id: 2 }, { id: 3, courier: 'Samovyvoz' }]);
    const batchId = await opened(services, file);
    const where = { kind: 'leaveOutWhere', heading: 'Kuryer', column: 9, value: 'samovyvoz' } as const;
    const { counts } = await services.batches.applyFix(batchId, { ...where, out: true });
    expect(counts).toMatchObject({ leftOut: 2, ready: 1 });
    expect((await services.batches.applyFix(batchId, { ...where, out: false })).counts.leftOut).toBe(0);
    const next = await opened(services, fileOf(folder, 'b.csv', [{ id: 4, courier: 'samovyvoz' }]));
    expect((await services.batches.summary(next)).counts.leftOut).toBe(0);
  });

  it('always: the next file says on opening how many orders stay out, also after a restart; taken back they are in again', async () => {
    const folder = temporaryFolder();
    const before = startServices(folder);
    const first = await opened(before, fileOf(folder, 'a.csv', [{ id: 1, courier: 'samovyvoz' }, { id: 2 }]));
    expect((await before.batches.applyFix(first, leaveOut(true))).counts.leftOut).toBe(1);
    const rows = [{ id: 4, courier: 'samovyvoz' }, { id: 5 }, { id: 6, courier: 'SAMOVYVOZ' }];
    const next = await opened(before, fileOf(folder, 'b.csv', rows));
    await before.stop();
    const services = startServices(folder);
    const { counts, fileIssues } = await services.batches.open(next, nowhere);
    expect(counts).toMatchObject({ leftOut: 2, ready: 1 });
    const said = fileIssues.find(({ code }) => code === 'orders.settledRows');
    expect(said?.params).toMatchObject({ heading: 'Kuryer', value: 'samovyvoz', count: 2, rows: '2, 4' });
    const forget = said?.answers?.[1]?.fix;
    if (!forget) throw new Error('It cannot be taken back.');
    const after = await services.batches.applyFix(next, forget);
    expect(after.counts).toMatchObject({ leftOut: 0, ready: 3 });
    expect(after.fileIssues.map(({ code }) => code)).not.toContain('orders.settledRows');
    expect(await services.store.settled.get('')).toMatchObject({ rows: [] });
  });

  it('leaves no half of an order: rows below that leave the column blank go with it', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    const rows = [{ id: 1, courier: 'samovyvoz' }, { id: 1, courier: '' }, { id: 2 }];
    const batchId = await opened(services, fileOf(folder, 'a.csv', rows));
    expect((await services.batches.applyFix(batchId, leaveOut(true))).counts).toMatchObject({ leftOut: 1, ready: 1 });
  });
});

describe('what was answered for a single heading', () => {
  const odd = headings.replace('F.I.Sh.', 'Kimga ekan').replace('Narxi', 'Puli');

  it('decides in another list of the shop that has it, and is said', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    const first = await opened(services, fileOf(folder, 'a.csv', [{ id: 1 }], odd));
    await services.batches.setColumn(first, 1, 'full_name');
    await services.batches.setColumn(first, 8, 'price');
    const other = ['Raqam', 'Izohlar', 'Kimga ekan', 'Puli', 'Yana nimadir', 'Qaysi tomonga', 'Kim olib boradi'];
    const file = path.join(folder, 'other.csv');
    writeFileSync(file, `${other.join(';')}\n7;a;Karimova Aziza;5000;b;c;d\n8;a;Aliyev Vali;7000;b;c;d\n`);
    const next = await opened(services, file);
    const { columns } = await services.batches.columns(next);
    expect(columns.filter(({ reason }) => reason.code === 'orders.answered').map(({ field }) => field)).toEqual([
      'full_name',
      'price',
    ]);
    const { fileIssues } = await services.batches.summary(next);
    const said = fileIssues.filter(({ code }) => code === 'orders.headingAnswered');
    expect(said.map(({ params }) => params)).toEqual([
      { heading: 'Kimga ekan', field: 'full_name' },
      { heading: 'Puli', field: 'price' },
    ]);
    const fix = said[1]?.fix;
    if (!fix) throw new Error('It cannot be taken back.');
    await services.batches.applyFix(next, fix);
    expect((await services.batches.columns(next)).columns[3]?.reason.code).not.toBe('orders.answered');
    expect(await services.store.settled.get('')).toMatchObject({ headings: [{ heading: 'Kimga ekan' }] });
  });

  it('never outweighs the values', async () => {
    const folder = temporaryFolder();
    const services = startServices(folder);
    const first = await opened(services, fileOf(folder, 'a.csv', [{ id: 1 }], odd));
    await services.batches.setColumn(first, 8, 'price');
    const file = path.join(folder, 'other.csv');
    writeFileSync(file, 'Raqam;Puli\n7;naqd\n8;karta\n');
    const next = await opened(services, file);
    expect((await services.batches.columns(next)).columns[1]).toMatchObject({ field: null });
  });
});
