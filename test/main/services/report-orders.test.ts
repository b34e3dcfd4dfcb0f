/**
 * A ledger refilled from old reports: on a computer that knows nothing else, the orders of the report are known by their
 * numbers and by what their rows say, also under numbers of our own, and nothing is created twice.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Workbook } from 'exceljs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder, TestTerminal } from '../../support/terminal.ts';
import { startWms } from '../../support/wms.ts';

const headings = [
  'Buyurtma raqami',
  'Mijoz',
  'Telefon',
  'Manzil',
  'Viloyat',
  'Mahsulot ID',
  'Soni',
  'Narxi',
  'Yetkazish sanasi',
];
const rowsOf = (id: (at: number) => string | number, count: number, quantity = 1) =>
  Array.from({ length: count }, (_, at) => [
    id(at),
    `Mijoz ${String.fromCodePoint(65 + at)}`,
    901_000_000 + at,
    `Navoiy ${at}`,
    'Buxoro viloyati',
    17,
    quantity,
    50_000,
    '05.12.2030 14:00',
  ]);
const csvOf = (rows: readonly (readonly (string | number)[])[]) => rows.map((cells) => cells.join(';')).join('\n');

const kinds = [
  { kind: 'numbers of the shop’s', options: [], id: (at: number) => 1001 + at, numbered: true },
  { kind: 'our numbers by ids', options: ['--own-numbers', '5000'], id: (at: number) => `INSTA-${at}`, numbered: true },
  { kind: 'our numbers without ids', options: ['--every-row', '5000'], id: () => '', numbered: false },
] as const;

describe.each(kinds)('a report of orders under $kind', ({ options, id, numbered }) => {
  const file = (count: number, quantity?: number) =>
    [headings, ...rowsOf(id, count, quantity)].map((cells) => (numbered ? cells : cells.slice(1)));

  it.each(['csv', 'xlsx'])('makes its orders known on another computer (.%s)', async (extension) => {
    const server = await startWms({ uniqueIds: false, lookup: 'missing' });
    onTestFinished(() => server.stop());
    const folder = temporaryFolder();
    const write = (name: string, rows: ReturnType<typeof file>) => {
      const at = path.join(folder, name);
      writeFileSync(at, csvOf(rows));
      return at;
    };
    const send = async (terminal: TestTerminal, name: string, ...more: readonly string[]) => {
      const { output, remarks } = await terminal.run('send', name, '--url', server.url, ...options, ...more, '--json');
      if (!output.startsWith('{')) throw new Error(remarks);
      return (JSON.parse(output) as { orders: Record<string, number> }).orders;
    };
    const [first, second] = [
      new TestTerminal({ WMS_TOKEN: 'practice-x' }),
      new TestTerminal({ WMS_TOKEN: 'practice-x' }),
    ];
    const report = path.join(folder, `report.${extension}`);
    await send(first, write('kun.csv', file(4)), '--report', report);
    expect((await second.run('ledger', 'refill', report, '--url', server.url)).output).toMatch(/New here: 4/u);
    expect(await send(second, write('ertaga.csv', file(6)))).toMatchObject({ alreadySent: 4, accepted: 2 });
    expect(await send(second, write('indin.csv', file(4, 3)))).toMatchObject({ accepted: 0, duplicate: 4 });
    expect(server.ledger()).toHaveLength(6);
  });
});

it('takes days and numbers of a workbook for what they were', async () => {
  const server = await startWms({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  const folder = temporaryFolder();
  const file = path.join(folder, 'kun.xlsx');
  const book = new Workbook();
  const sheet = book.addWorksheet('Buyurtmalar');
  sheet.addRow(headings.slice(1));
  for (const cells of rowsOf(() => '', 3)) sheet.addRow([...cells.slice(1, -1), new Date(Date.UTC(2030, 11, 5, 14))]);
  sheet.getColumn(8).numFmt = 'dd.mm.yyyy hh:mm';
  await book.xlsx.writeFile(file);
  const [first, second] = [
    new TestTerminal({ WMS_TOKEN: 'practice-x' }),
    new TestTerminal({ WMS_TOKEN: 'practice-x' }),
  ];
  const words = ['send', file, '--url', server.url, '--every-row', '5000'];
  for (const extension of ['csv', 'xlsx']) {
    const report = path.join(folder, `report.${extension}`);
    await first.run(...words, '--report', report);
    expect(server.ledger()).toHaveLength(3);
    const fresh = extension === 'xlsx' ? second : new TestTerminal({ WMS_TOKEN: 'practice-x' });
    await fresh.run('ledger', 'refill', report, '--url', server.url);
    const { output } = await fresh.run(...words, '--json');
    expect(JSON.parse(output)).toMatchObject({ orders: { alreadySent: 3 } });
  }
  expect(server.ledger()).toHaveLength(3);
});
