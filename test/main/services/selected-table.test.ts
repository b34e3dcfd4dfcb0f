/** The part of a file that a batch is of: chosen in the window, remembered, and the same after a restart. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BatchSummary, RowFilter } from '../../../shared/contract/views.ts';
import { startServices, type Services } from '../../support/services.ts';
import { sheetsBook, type SheetRow } from '../../support/sheets-writer.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const nowhere = 'https://wms.example';
const everything: RowFilter = { show: 'all', cause: null, search: '' };

const orderHeadings = ['Buyurtma raqami', 'F.I.Sh.', 'Telefon', 'Manzil', 'Viloyat', 'Yetkazish sanasi'];
const customer = (id: number): SheetRow => [
  id,
  'Karimova Aziza',
  '+998901234567',
  'Navoiy 5',
  'Buxoro viloyati',
  '25.11.2030 14:00',
];
const itemHeadings = ['Buyurtma raqami', 'Mahsulot ID', 'Miqdor', 'Narx'];
const twoSheets = (first: number): Buffer =>
  sheetsBook({
    Buyurtmalar: [orderHeadings, customer(first), customer(first + 1), customer(first + 2)],
    Mahsulotlar: [
      itemHeadings,
      [first, 17, 1, 50_000],
      [first, 18, 1, 9000],
      [first + 1, 17, 2, 50_000],
      [first + 2, 19, 1, 7000],
    ],
    Izoh: [
      ['Bu yerda', 'izohlar'],
      ['1', '2'],
    ],
  });

async function opened(services: Services, name: string, bytes: Uint8Array): Promise<BatchSummary> {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  const [batchId = ''] = await services.files.addFile(file, nowhere);
  return services.batches.open(batchId, nowhere);
}

const answersOf = ({ fileIssues }: BatchSummary, code: string) =>
  fileIssues.find((issue) => issue.code === code)?.answers ?? [];
const codes = ({ fileIssues }: BatchSummary): string[] => fileIssues.map(({ code }) => code);

async function answer(services: Services, summary: BatchSummary, code: string, at: number): Promise<BatchSummary> {
  const given = answersOf(summary, code)[at];
  if (!given) throw new Error(`no answer ${at} to ${code}`);
  return services.batches.applyFix(summary.batchId, given.fix);
}

describe('an orders’ sheet and an items’ sheet', () => {
  it('are joined by one answer; edits and left-out rows of the joined table last over a restart', async () => {
    const home = temporaryFolder();
    const before = startServices(home);
    const asked = await opened(before, 'kun-24-11.xlsx', twoSheets(1001));
    expect(asked.file).toMatchObject({
      sheet: 'Buyurtmalar',
      pair: { orders: 'Buyurtmalar', items: 'Mahsulotlar', joined: false },
      sheets: [{ rows: 4 }, { rows: 5 }, { rows: 2 }],
    });
    const joined = await answer(before, asked, 'reading.joinQuestion', 0);
    expect(joined.file).toMatchObject({ sheet: 'Mahsulotlar', pair: { joined: true }, rows: 4, columns: 9 });
    expect(joined.counts).toMatchObject({ total: 3, ready: 3 });
    expect(codes(joined)).toContain('reading.sheetsJoined');
    // The name stands in the first row of the order's items, behind the items' own columns.
    const edited = await before.batches.edit(joined.batchId, [
      { row: 2, column: 4, text: 'Boshqa Ism' },
      { row: 5, column: 5, text: '' },
    ]);
    expect(edited.counts).toMatchObject({ ready: 2, withErrors: 1 });
    const rows = await before.batches.rows(joined.batchId, everything, 0, 10);
    expect(rows.rows[1]?.cells[4]).toMatchObject({ text: 'Boshqa Ism', origin: 'inherited' });
    await before.stop();

    const after = startServices(home);
    const again = await after.batches.open(joined.batchId, nowhere);
    expect(again.counts).toEqual(edited.counts);
    expect((await after.batches.rows(joined.batchId, everything, 0, 10)).rows).toEqual(rows.rows);
    expect((await after.batches.undo(joined.batchId)).counts).toMatchObject({ ready: 3 });
  });

  it('the answer holds for the next file with these headings, and so does «no»', async () => {
    const services = startServices(temporaryFolder());
    await answer(services, await opened(services, 'kun-24-11.xlsx', twoSheets(1001)), 'reading.joinQuestion', 0);
    const next = await opened(services, 'kun-25-11.xlsx', twoSheets(2001));
    expect(next.file).toMatchObject({ sheet: 'Mahsulotlar', pair: { joined: true } });
    expect(next.counts).toMatchObject({ total: 3, ready: 3 });

    const others = startServices(temporaryFolder());
    const alone = await answer(
      others,
      await opened(others, 'kun-24-11.xlsx', twoSheets(1001)),
      'reading.joinQuestion',
      1,
    );
    expect(alone.file).toMatchObject({ sheet: 'Buyurtmalar', pair: { joined: false } });
    expect(codes(alone)).not.toContain('reading.joinQuestion');
    const later = await opened(others, 'kun-25-11.xlsx', twoSheets(2001));
    expect(later.file).toMatchObject({ sheet: 'Buyurtmalar', pair: { joined: false } });
    expect(codes(later)).not.toContain('reading.joinQuestion');
  });

  it('the report keeps the columns of both sheets', async () => {
    const services = startServices(temporaryFolder());
    const joined = await answer(
      services,
      await opened(services, 'kun.xlsx', twoSheets(1001)),
      'reading.joinQuestion',
      0,
    );
    const report = path.join(temporaryFolder(), 'report.csv');
    await services.reports.write(joined.batchId, report, 'en');
    const { readFileSync } = await import('node:fs');
    const [first = ''] = readFileSync(report, 'utf8')
      .split(/\r?\n/u)
      .filter((line) => line.includes('Buyurtma raqami'));
    expect(first.replaceAll('"', '')).toMatch(
      /^\ufeff?Buyurtma raqami;Mahsulot ID;Miqdor;Narx;F\.I\.Sh\.;Telefon;Manzil;Viloyat;Yetkazish sanasi;/u,
    );
  });

  it('a sheet that is chosen is read alone, and its corrections are not those of another', async () => {
    const services = startServices(temporaryFolder());
    const joined = await answer(
      services,
      await opened(services, 'kun.xlsx', twoSheets(1001)),
      'reading.joinQuestion',
      0,
    );
    await services.batches.edit(joined.batchId, [{ row: 2, column: 1, text: '99' }]);
    const alone = await services.batches.setReading(joined.batchId, { sheet: 'Buyurtmalar' });
    expect(alone.file).toMatchObject({ sheet: 'Buyurtmalar', pair: { joined: false } });
    expect(alone.choices.rules.joinSheets).toBe('off');
    expect((await services.batches.rows(joined.batchId, everything, 0, 1)).rows[0]?.cells[1]).toEqual({
      text: 'Karimova Aziza',
    });
    const back = await services.batches.setRules(joined.batchId, { ...alone.choices.rules, joinSheets: 'on' });
    expect(back.file).toMatchObject({ sheet: 'Mahsulotlar', pair: { joined: true } });
  });
});

describe('several tables on one sheet', () => {
  const rows: SheetRow[] = [
    orderHeadings,
    customer(1),
    customer(2),
    null,
    itemHeadings,
    [11, 17, 1, 50_000],
    [12, 18, 1, 9000],
  ];

  it('the other is one answer away, and stays chosen', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const asked = await opened(services, 'kun.xlsx', sheetsBook({ Kun: rows }));
    expect(asked.file).toMatchObject({
      range: 'A1:F3',
      rows: 2,
      tables: [
        { range: 'A1:F3', rows: 2 },
        { range: 'A5:F7', rows: 2 },
      ],
    });
    const other = await answer(services, asked, 'reading.otherTables', 1);
    expect(other.file).toMatchObject({ range: 'A5:F7', headerRow: 5, rows: 2 });
    expect(codes(other)).not.toContain('reading.otherTables');
    await services.stop();
    const again = await startServices(home).batches.open(asked.batchId, nowhere);
    expect(again.file).toMatchObject({ range: 'A5:F7', headerRow: 5 });
  });

  it('of orders and of their items are joined by one answer, or read apart by the other; both last', async () => {
    const home = temporaryFolder();
    const services = startServices(home);
    const [first = [], ...others] = rows.slice(0, 3);
    const items: SheetRow[] = [itemHeadings, [1, 17, 1, 50_000], [1, 18, 1, 9000], [2, 19, 2, 7000]];
    const sheet = sheetsBook({ Kun: [first, ...others, null, ...items] });
    const asked = await opened(services, 'kun-24-11.xlsx', sheet);
    expect(codes(asked)).not.toContain('orders.missingField');
    const joined = await answer(services, asked, 'reading.joinTables', 0);
    expect(joined.file).toMatchObject({ range: null, rows: 3 });
    expect(joined.counts).toMatchObject({ total: 2, ready: 2 });
    await services.stop();
    const after = startServices(home);
    expect((await after.batches.open(asked.batchId, nowhere)).counts).toMatchObject({ total: 2, ready: 2 });
    // The next day's file is joined by itself; then each table can be read alone.
    const next = await opened(
      after,
      'kun-25-11.xlsx',
      sheetsBook({ Kun: [first, customer(3), null, itemHeadings, [3, 17, 1, 50_000]] }),
    );
    expect(next.counts).toMatchObject({ total: 1, ready: 1 });
    const apart = await answer(after, next, 'reading.tablesJoined', 1);
    expect(codes(apart)).toContain('reading.otherTables');
    expect(apart.file).toMatchObject({ rows: 1, tables: [{}, {}] });
  });

  it('the whole sheet can be read as one', async () => {
    const services = startServices(temporaryFolder());
    const asked = await opened(services, 'kun.xlsx', sheetsBook({ Kun: rows }));
    const whole = await answer(services, asked, 'reading.otherTables', 2);
    expect(whole.file).toMatchObject({ range: null, rows: 5, tables: [{}, {}] });
  });
});

it('tables of one list are read together; each alone is one answer away', async () => {
  const headings = [...orderHeadings, 'Mahsulot ID', 'Miqdor', 'Narx'];
  type Cells = NonNullable<SheetRow>;
  const order = (id: number): Cells => [...(customer(id) ?? []), 17, 1, 50_000];
  const turned = (row: Cells): Cells => [row[0] ?? null, row[2] ?? null, row[1] ?? null, ...row.slice(3)];
  const rows: SheetRow[] = [headings, order(1), null, turned(headings), turned(order(2))];
  const services = startServices(temporaryFolder());
  const together = await opened(services, 'kun.xlsx', sheetsBook({ Kun: rows }));
  expect(together.file).toMatchObject({ range: 'together', rows: 2 });
  expect(together.counts).toMatchObject({ ready: 2 });
  const alone = await answer(services, together, 'reading.tablesTogether', 2);
  expect(alone.file).toMatchObject({ range: 'A4:I5', rows: 1 });
  const again = await services.batches.setReading(together.batchId, { range: 'together' });
  expect(again.file).toMatchObject({ range: 'together', rows: 2 });
});

it('a chat’s export becomes an order for each message that is one; the others are named', async () => {
  const said = (id: number, text: string) => ({ id, type: 'message', date: '2030-11-24T09:12:00', from: 'Aziz', text });
  const order = (number: number) =>
    `Buyurtma №${number}\nIsm: Karimova Aziza\nTel: 90 123 45 61\nManzil: Buxoro viloyati, Kogon sh., Bobur 9\n` +
    'Mahsulot ID: 17\nSoni: 1\nNarxi: 50000\nYetkazish vaqti: 25.11.2030 14:00';
  const messages = [said(1, order(101)), said(2, 'Assalomu alaykum'), said(3, order(102))];
  const services = startServices(temporaryFolder());
  const chat = Buffer.from(JSON.stringify({ name: 'Kun', type: 'personal_chat', id: 7, messages }));
  const batch = await opened(services, 'result.json', chat);
  expect(batch.counts).toMatchObject({ ready: 2, withErrors: 0 });
  expect(codes(batch)).toEqual(
    expect.arrayContaining(['reading.messages', 'reading.messagesLeft', 'orders.cellsCameApart']),
  );
});

describe('cells that are taken apart', () => {
  it('are sent as they were corrected, also after a restart; what has no place is refused with where it belongs', async () => {
    const home = temporaryFolder();
    const before = startServices(home);
    const headings = [
      'Buyurtma raqami',
      'Mijoz',
      'Viloyat',
      'Manzil',
      'Yetkazish sanasi',
      'Mahsulot ID',
      'Miqdor',
      'Narx',
    ];
    const row = (id: number, who: string): SheetRow => [
      ...[id, who, 'Buxoro viloyati', 'Navoiy 5'],
      ...['25.11.2030 14:00', 17, 1, 50_000],
    ];
    const { batchId } = await opened(
      before,
      'kun.xlsx',
      sheetsBook({
        Kun: [
          headings,
          row(1001, 'Karimova Aziza, 90 123 45 61'),
          row(1002, 'Rahimov Sardor, 93 234 56 62'),
          row(1003, 'Sobirova Nodira, 97 345 67 63'),
        ],
      }),
    );
    await before.batches.edit(batchId, [{ row: 3, column: 1, text: 'Rahimova Sarvinoz, 90 777 66 55' }]);
    await expect(before.batches.edit(batchId, [{ row: 4, column: 1, text: '90 777 66 55' }])).rejects.toMatchObject({
      failure: { code: 'orders.editApart', params: { row: 4, column: 'B' } },
    });
    await before.store.close();

    const after = startServices(home);
    await after.batches.open(batchId, nowhere);
    const texts = async () =>
      (await after.batches.rows(batchId, everything, 1, 1)).rows[0]?.cells.map(({ text }) => text).slice(-2);
    expect(await texts()).toEqual(['Rahimova Sarvinoz', '+998907776655']);
    await after.batches.undo(batchId);
    expect(await texts()).toEqual(['Rahimov Sardor', '+998932345662']);
  });
});

it('a sheet that is read instead of one of earlier days is said again after a restart, until a person chooses', async () => {
  const headings = [...orderHeadings, ...itemHeadings.slice(1)];
  const row = (id: number, day: string): SheetRow => [...(customer(id) ?? []).slice(0, -1), day, 17, 1, 50_000];
  const home = temporaryFolder();
  const before = startServices(home);
  const read = await opened(
    before,
    'kunlar.xlsx',
    sheetsBook({
      '25.11': [headings, row(1, '25.11.2020 14:00')],
      '26.11': [headings, row(2, '26.11.2040 14:00'), row(3, '26.11.2040 14:00')],
    }),
  );
  expect(read.file.sheet).toBe('26.11');
  expect(codes(read)).toEqual(expect.arrayContaining(['reading.currentSheet', 'reading.otherSheets']));
  await before.stop();

  const after = startServices(home);
  const again = await after.batches.open(read.batchId, nowhere);
  expect(again.fileIssues.filter(({ code }) => code.startsWith('reading.'))).toEqual(
    read.fileIssues.filter(({ code }) => code.startsWith('reading.')),
  );
  expect((await after.batches.setReading(read.batchId, { sheet: '25.11' })).file.sheet).toBe('25.11');
  const chosen = await after.batches.setReading(read.batchId, { sheet: '26.11' });
  expect(codes(chosen)).not.toContain('reading.currentSheet');
});
