/** Sheets of days, shops or operators taken together as one batch, from a terminal: what is sent, said and reported. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer, type PracticeOptions } from '../../../../main/practice/practice-server.ts';
import { patience } from '../../../support/patience.ts';
import { sheetsBook, type SheetRow } from '../../../support/sheets-writer.ts';
import { startTerminal, terminalProgram, TestTerminal } from '../../../support/terminal.ts';

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
const order = (id: number, name = 'Karimova Aziza', phone = `+99890${1_000_000 + id}`): SheetRow => [
  id,
  name,
  phone,
  `Navoiy ${id}`,
  'Buxoro viloyati',
  '25.11.2030 14:00',
  17,
  1,
  50_000,
];
const prices: readonly SheetRow[] = [
  ['Kod', 'Narx'],
  [17, 50_000],
];

interface CheckedJson {
  readonly file: { readonly sheet: string; readonly together?: readonly string[] };
  readonly orders: Readonly<Record<string, number>>;
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly sheet?: string;
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
    readonly fix: unknown;
    readonly answers?: readonly unknown[];
  }[];
}

async function office(sheets: Readonly<Record<string, readonly SheetRow[]>>, wms: PracticeOptions = {}) {
  const server = await startPracticeServer(wms);
  onTestFinished(() => server.stop());
  const commands = new TestTerminal({ WMS_TOKEN: 'practice-test' });
  const file = path.join(commands.home, 'kunlar.xlsx');
  writeFileSync(file, sheetsBook(sheets));
  const json = async (...words: readonly string[]): Promise<CheckedJson> => {
    const { output, remarks } = await commands.run(...words, '--json', '--lang', 'en');
    if (!output.startsWith('{') || output.startsWith('{"error"')) throw new Error(remarks + output);
    return JSON.parse(output) as CheckedJson;
  };
  return {
    server,
    commands,
    file,
    check: (...options: readonly string[]) => json('check', file, ...options),
    send: (...options: readonly string[]) => json('send', file, '--url', server.url, ...options),
    /** The bodies of what would go out. */
    payloads: async (...options: readonly string[]) => {
      const to = path.join(commands.home, 'payloads.jsonl');
      await json('check', file, '--payloads', to, ...options);
      return readFileSync(to, 'utf8').split('\n').filter(Boolean);
    },
    sent: () => server.ledger().map(({ orderId }) => orderId),
  };
}

const days = {
  '01.12': [headings, order(1001), order(1002)],
  Narxlar: prices,
  '02.12': [headings, order(2001), order(2002, 'Rahimov Sardor', '12')],
};

describe('sheets that are named, or all that list the same', () => {
  it('are one batch: sent once, named in the list, the same file again goes on with it', async () => {
    const { send, sent, commands } = await office(days);
    expect(await send('--sheet', '02.12', '--sheet', '01.12')).toMatchObject({
      orders: { total: 4, accepted: 3, withErrors: 1 },
    });
    expect(sent()).toEqual([1001, 1002, 2001]);
    // The same file once more, all of it, and without a word: the batch is known.
    expect(await send('--sheet', 'all')).toMatchObject({ orders: { total: 4, accepted: 3 } });
    expect(await send()).toMatchObject({ orders: { total: 4, accepted: 3 } });
    // One sheet of them alone is a part of its own, of which everything went out.
    expect(await send('--sheet', '01.12')).toMatchObject({ orders: { total: 2, alreadySent: 2 } });
    expect(sent()).toHaveLength(3);
    const list = JSON.parse((await commands.run('batches', '--json')).output) as { orders: { total: number } }[];
    expect(list.map(({ orders }) => orders.total).toSorted()).toEqual([2, 4]);
  });

  it('name the sheet of every row: in problems, their answers, the report and its rows of failures', async () => {
    const { check, send, commands, file } = await office(days);
    const { file: read, issues } = await check('--sheet', 'all');
    expect(read).toMatchObject({ sheet: '01.12', together: ['01.12', '02.12'] });
    const phone = issues.find(({ code }) => code.startsWith('values.phone'));
    expect(phone).toMatchObject({ sheet: '02.12', row: 3, column: 'C' });
    const text = await commands.run('check', file, '--sheet', 'all', '--lang', 'en');
    expect(text.output).toContain('Sheet «02.12» · Row 3, column C');
    expect(text.output).toContain('sheet «01.12 + 02.12»');
    const report = path.join(commands.home, 'report.csv');
    await send('--sheet', 'all', '--report', report);
    const lines = readFileSync(report, 'utf8').split('\r\n');
    expect(lines.find((line) => line.includes('Rahimov'))).toContain('02.12!3');
    expect(lines.find((line) => line.includes('1002'))).toContain('01.12!3');
  });

  it('are a whole month of days, and sheets beyond what is looked into are named', async () => {
    const sheets = (count: number): Record<string, readonly SheetRow[]> =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at + 1}-kun`, [headings, order(5001 + at)]]));
    const month = await office(sheets(31));
    const { orders, issues } = await month.check('--sheet', 'all');
    expect(orders).toMatchObject({ total: 31, ready: 31 });
    expect(issues.map(({ code }) => code)).not.toContain('reading.unseenSheets');
    const year = await office(sheets(70));
    const one = (await year.check()).issues.find(({ code }) => code === 'reading.otherSheets');
    expect(one?.message).toMatch(/^Sheet «1-kun» was read\. .*\) … If you need/u);
    expect(one).not.toHaveProperty('answers');
    const unseen = (await year.check('--sheet', 'all')).issues.find(({ code }) => code === 'reading.unseenSheets');
    expect(unseen?.message).toMatch(/^\d sheets \(.*«70-kun»\) were not looked into/u);
  });

  it('say of the lines above the headings of a further sheet that they are not sent', async () => {
    const { check } = await office({
      '01.12': [headings, order(1)],
      '02.12': [['2-dekabr'], ['Kuryer: Anvar'], headings, order(2)],
    });
    const { orders, issues } = await check('--sheet', 'all');
    expect(orders).toMatchObject({ total: 2, ready: 2 });
    const titles = issues.filter(({ code }) => code === 'orders.titleRow');
    expect(titles).toMatchObject([
      { severity: 'notice', sheet: '02.12', row: 1 },
      { severity: 'notice', sheet: '02.12', row: 2 },
    ]);
  });

  it('are refused where one of them lists something else, by its name', async () => {
    const { commands, file } = await office(days);
    const refused = await commands.run('check', file, '--sheet', '01.12', '--sheet', 'Narxlar', '--lang', 'en');
    expect(refused.status).toBe(1);
    expect(refused.remarks).toContain('Sheet «Narxlar» lists something else than sheet «01.12»');
  });

  it('have their columns by headings, not by places', async () => {
    const moved = (cells: SheetRow): SheetRow => [cells![2]!, ...cells!.slice(0, 2), ...cells!.slice(3), 'izoh'];
    const { payloads } = await office({
      '01.12': [headings, order(1001)],
      '02.12': [moved(headings)!.with(headings.length, 'Izoh'), moved(order(2001))],
    });
    const [first, second] = await payloads('--sheet', 'all');
    expect(JSON.parse(first!)).toMatchObject({ order_id: 1001, phone: '+998901001001' });
    expect(JSON.parse(second!)).toMatchObject({ order_id: 2001, phone: '+998901002001' });
  });

  it('leave earlier sheets aside where all are asked for, and say so', async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const past = `${yesterday.slice(8, 10)}.${yesterday.slice(5, 7)} пятница`;
    const { check } = await office({
      Bugun: [headings, order(1001), order(1002)],
      Ertaga: [headings, order(2001), order(2002)],
      [past]: [headings, order(801)],
      'Eski (arxiv)': [headings, order(901)],
    });
    const { orders, issues } = await check('--sheet', 'all');
    expect(orders['total']).toBe(4);
    expect(issues.find(({ code }) => code === 'reading.otherSheets')?.message).toContain(
      `«${past}» (2), «Eski (arxiv)» (2)`,
    );
  });
});

it('goes on where it was stopped, with all its sheets and nothing twice', async () => {
  const { server, commands, file, sent } = await office({
    '01.12': [headings, ...Array.from({ length: 12 }, (_, at) => order(1001 + at))],
    '02.12': [headings, ...Array.from({ length: 12 }, (_, at) => order(2001 + at))],
  });
  const stop = new AbortController();
  const stopped = new TestTerminal({ WMS_TOKEN: 'practice-test' }, commands.home, null, stop.signal);
  const running = stopped.run('send', file, '--sheet', 'all', '--url', server.url, '--concurrency', '1', '--json');
  await expect.poll(() => server.ledger().length, { interval: 1, timeout: patience(20_000) }).toBeGreaterThan(1);
  stop.abort();
  await running;
  await commands.run('resume', '--url', server.url, '--json');
  expect(sent()).toHaveLength(24);
  expect(new Set(sent()).size).toBe(24);
});

it(
  'killed in the middle of sending, goes on with all its sheets: each order once, each row named by its sheet',
  async () => {
    const daysOf = (day: number): SheetRow[] =>
      Array.from({ length: 8 }, (_, at) => order(1000 * day + at, 'Karimova Aziza', at === 5 ? '12' : undefined));
    const book = Object.fromEntries([1, 2, 3].map((day) => [`0${day}.12`, [headings, ...daysOf(day)]]));
    // This WMS takes a number as often as it is sent: what is sent twice is there twice.
    const { server, commands, file, sent } = await office(book, { uniqueIds: false, latencyMs: 40 });
    const options = ['--url', server.url, '--concurrency', '2', '--quiet-time', '0', '--json'];
    const posts = (): number => server.requests().filter(({ path: asked }) => asked === '/v1/order/create').length;
    for (const [words, met] of [
      [['send', file, '--sheet', 'all'], 2],
      [['resume'], 12],
    ] as const) {
      const child = startTerminal(commands.home, [...terminalProgram, ...words, ...options], {
        WMS_TOKEN: 'practice-x',
      });
      await expect.poll(posts, { interval: 2, timeout: patience(60_000) }).toBeGreaterThan(met);
      child.kill();
      // What this process ends has the signal's name on every system.
      expect(await child.done).toMatchObject({ status: null, signal: 'SIGKILL' });
      expect(server.ledger().length).toBeLessThan(21);
    }
    const ended = JSON.parse((await commands.run('resume', ...options)).output) as { batch: string };
    expect(ended).toMatchObject({ orders: { total: 24, accepted: 21, withErrors: 3 } });
    const numbers = [1, 2, 3].flatMap((day) => [0, 1, 2, 3, 4, 6, 7].map((at) => 1000 * day + at));
    expect(sent().toSorted((a, b) => a - b)).toEqual(numbers);
    const report = path.join(commands.home, 'report.csv');
    await commands.run('report', ended.batch, '-o', report);
    expect(readFileSync(report, 'utf8').match(/0\d\.12!\d+/gu)).toEqual(
      [1, 2, 3].flatMap((day) => Array.from({ length: 8 }, (_, at) => `0${day}.12!${at + 2}`)),
    );
  },
  patience(120_000),
);

describe('orders without numbers', () => {
  const [, ...unnumbered] = headings;
  const [first, second, third, fourth] = [1001, 1002, 2001, 2002].map((id) => order(id)!.slice(1));
  const everyRow = ['--sheet', 'all', '--every-row', '700'];

  it('of a sheet that sums up the others never go out twice: it is named, and none of the list', async () => {
    const days = { '01.12': [unnumbered, first!, second!], '02.12': [unnumbered, third!] };
    const { server, commands, file, sent } = await office({
      ...days,
      Umumiy: [['Hammasi'], unnumbered, first!, third!, second!, ['Jami', null, null, null, null, null, 3]],
    });
    const to = ['--url', server.url];
    const { remarks } = await commands.run('send', file, ...everyRow, ...to, '--lang', 'en');
    expect(remarks).toContain('Sheet «Umumiy» has 3 rows that stand on the other sheets, too');
    expect(sent()).toEqual([]);
    await commands.run('send', file, '--sheet', '01.12', '--sheet', '02.12', ...everyRow.slice(2), ...to);
    expect(sent()).toHaveLength(3);
  });

  it('that stand on two sheets here and there are named', async () => {
    const { check } = await office({
      '01.12': [unnumbered, first!, second!, third!],
      '02.12': [unnumbered, fourth!, second!, order(2003)!.slice(1)],
    });
    const { issues, orders } = await check(...everyRow);
    expect(orders).toMatchObject({ total: 6, ready: 6 });
    expect(issues.find(({ code }) => code === 'reading.rowsOnSheets')?.message).toContain('rows 01.12!3 and 02.12!3');
  });
});

describe('orders on several sheets', () => {
  it('never go on from one sheet to the next', async () => {
    const item: SheetRow = [null, null, null, null, null, null, 18, 1, 9000];
    const { payloads, check } = await office({
      '01.12': [headings, order(1001), item],
      '02.12': [headings, item, order(2001)],
    });
    const bodies = (await payloads('--sheet', 'all')).map((body) => JSON.parse(body) as { order_items: unknown[] });
    expect(bodies.map(({ order_items: items }) => items.length)).toEqual([2, 1]);
    // The first row of the second sheet belongs to no order, and nothing goes out of it.
    expect((await check('--sheet', 'all')).orders).toMatchObject({ total: 3, ready: 2, withErrors: 1 });
  });

  it('are held where a number stands on two sheets, with both places and both ways out', async () => {
    const { check, send, sent } = await office({
      '01.12': [headings, order(1001), order(1002)],
      '02.12': [headings, order(2001), order(1002)],
    });
    const { issues } = await check('--sheet', 'all');
    expect(issues.find(({ code }) => code === 'orders.numberOnSheets')).toMatchObject({
      sheet: '02.12',
      row: 3,
      message: expect.stringContaining('01.12!3, 02.12!3') as string,
      answers: [
        { kind: 'leaveRowsOut', rows: ['01.12!3'] },
        { kind: 'giveNumber', rows: ['02.12!3'] },
        { kind: 'leaveRowsOut', rows: ['02.12!3'] },
      ],
    });
    expect(await send('--sheet', 'all')).toMatchObject({ orders: { accepted: 2, withErrors: 1 } });
    expect(sent()).toEqual([1001, 2001]);
  });

  it('of two customers under one number are held, too: numbers that begin anew are two orders', async () => {
    const { check } = await office({
      '01.12': [headings, order(1001), order(1002)],
      '02.12': [headings, order(1001, 'Rahimov Sardor', '+998911112233')!.with(3, 'Bobur 9'), order(2002)],
    });
    const { orders, issues } = await check('--sheet', 'all');
    expect(orders).toMatchObject({ total: 3, ready: 2, withErrors: 1 });
    expect(issues.find(({ code }) => code === 'orders.twoCustomers')?.message).toContain(
      'Row 02.12!2 has the same order number as row 01.12!2',
    );
  });

  it('of a sheet that says that they are cancelled, above its headings or by its name, are held', async () => {
    const { check } = await office({
      '01.12': [headings, order(1001)],
      '02.12': [['Bekor qilingan buyurtmalar'], headings, order(2001), order(2002)],
      Отмены: [headings, order(3001)],
      '03.12': [headings, order(4001)],
    });
    const { orders, issues } = await check('--sheet', 'all');
    expect(orders).toMatchObject({ total: 5, ready: 2, withErrors: 3 });
    const marked = issues.filter(({ code }) => code === 'orders.marked');
    expect(marked.map(({ sheet, row }) => `${sheet}!${row}`)).toEqual(['02.12!3', '02.12!4', 'Отмены!2']);
    expect((await check('--sheet', 'Отмены')).orders).toMatchObject({ total: 1, ready: 0 });
  });

  it('have the day of their own sheet', async () => {
    const days = [2, 3].map((ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10));
    const spelled = (day: string) => day.split('-').toReversed().join('.');
    const dayless = (cells: SheetRow): SheetRow => cells!.toSpliced(5, 1);
    const { payloads, check } = await office({
      [spelled(days[0]!)]: [dayless(headings), dayless(order(1001))],
      'Ikkinchi kun': [[`Yetkazish ${spelled(days[1]!)} 15:00`], dayless(headings), dayless(order(2001))],
      Dushanba: [dayless(headings), dayless(order(3001))],
    });
    const options = ['--sheet', 'all', '--rule', 'standingDays=on', '--rule', 'defaultTime=09:00'];
    const bodies = await payloads(...options);
    expect(bodies.map((body) => (JSON.parse(body) as { scheduled_at: string }).scheduled_at)).toEqual([
      `${days[0]}T04:00:00Z`,
      `${days[1]}T10:00:00Z`,
      // As in any file, what says no day among others that do goes out as new, and is counted in a warning.
      undefined,
    ]);
    expect((await check(...options)).issues.find(({ code }) => code === 'orders.undatedOrders')).toBeDefined();
  });
});

/** Other columns for the same orders, by headings; null: the row is the headings'. */
type Form = (cells: SheetRow, isHead: boolean) => SheetRow;
const forms: Readonly<Record<string, Form>> = {
  asUsual: (cells) => cells,
  inThousands: (cells, isHead) => cells!.with(8, isHead ? 'Narx, ming soʻm' : Number(cells![8]) / 1000),
  smallPrices: (cells, isHead) => cells!.with(8, isHead ? 'Narx' : Number(cells![8]) / 1000),
  sumsOff: (cells, isHead) => [...cells!, isHead ? 'Chegirma' : 5000],
  percentOff: (cells, isHead) => [...cells!, isHead ? 'Chegirma' : 10],
  inDollars: (cells, isHead) => cells!.with(8, isHead ? 'Narx ($)' : 5),
  nameApart: (cells, isHead) => cells!.toSpliced(1, 1, ...(isHead ? ['Ism', 'Familiya'] : ['Aziza', 'Karimova'])),
  hourApart: (cells, isHead) =>
    cells!.toSpliced(5, 1, ...(isHead ? ['Soat', 'Yetkazish sanasi'] : ['15:00', '25.11.2030'])),
  otherDay: (cells, isHead) => cells!.with(5, isHead ? 'Sana' : '20.11.2026'),
  withoutDay: (cells) => cells!.toSpliced(5, 1),
  courierFirst: (cells, isHead) => cells!.toSpliced(2, 0, isHead ? 'Kuryer telefoni' : '+998935556677'),
  phoneTwice: (cells, isHead) => cells!.toSpliced(3, 0, isHead ? 'Telefon' : '+998935556677'),
  wareIsId: (cells, isHead) => [...cells!.with(0, isHead ? 'ID' : cells![0]!).with(6, isHead ? 'ID' : 17)],
  wareFirst: (cells, isHead) =>
    [cells![6]!, ...cells!.toSpliced(6, 1)].with(0, isHead ? 'ID' : 17).with(1, isHead ? 'ID' : cells![0]!),
  twoWares: (cells, isHead) => [...cells!, ...(isHead ? ['Mahsulot ID', 'Miqdor', 'Narx'] : [18, 2, 9000])],
  sumBefore: (cells, isHead) => cells!.toSpliced(8, 0, isHead ? 'Summa' : 50_000),
};

it.each([
  ['in other units', 'asUsual', 'inThousands', 'Sheet «02.12» has «Narx, ming soʻm» where sheet «01.12» has «Narx»'],
  ['with the units first', 'inThousands', 'asUsual', 'Sheet «02.12» has «Narx» where sheet «01.12» has «Narx, ming'],
  ['with a name in two columns', 'asUsual', 'nameApart', 'of sheet «02.12» would not be read with the other sheets'],
  ['with the hour apart', 'hourApart', 'asUsual', 'of sheet «01.12» would not be read with the other sheets'],
  ['with two numbers called «ID»', 'wareIsId', 'wareFirst', 'Column «ID» of sheet «02.12» would not be read'],
  ['with prices in thousands', 'asUsual', 'smallPrices', 'On sheet «02.12» the prices look like thousands'],
  ['with discounts in per cent', 'sumsOff', 'percentOff', 'On sheet «02.12» the discounts look like per cent'],
  ['without a day', 'asUsual', 'withoutDay', 'Sheet «02.12» has no column of delivery dates'],
])('a sheet %s is none of the list, and says so', async (_name, one, other, sentence) => {
  const sheet = (form: string, ...rows: SheetRow[]): SheetRow[] =>
    [headings, ...rows].map((cells, at) => forms[form]!(cells, at === 0));
  const { commands, file } = await office({
    '01.12': sheet(one, order(1001), order(1002)),
    '02.12': sheet(other, order(2001), order(2002)),
  });
  const refused = await commands.run('check', file, '--sheet', 'all', '--lang', 'en');
  expect(refused.status).toBe(1);
  expect(refused.remarks).toContain(sentence);
});

it('sends the same bodies as the sheets one by one, whatever their columns and rows, or is no list', async () => {
  const customers = fc.record({
    name: fc.constantFrom('Karimova Aziza', 'Rahimov Sardor', 'Usmonova Lola'),
    items: fc.integer({ min: 1, max: 3 }),
    phone: fc.constantFrom('+998901234567', '911234567', '12'),
  });
  const sheet = fc.record({
    rows: fc.array(customers, { minLength: 1, maxLength: 4 }),
    titled: fc.boolean(),
    shift: fc.integer({ min: 0, max: headings.length - 1 }),
    form: fc.oneof(fc.constant('asUsual'), fc.constantFrom(...Object.keys(forms))),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 2, maxLength: 4 }), async (sheets) => {
      let id = 1000;
      const book = Object.fromEntries(
        sheets.map(({ rows, titled, shift, form }, day) => {
          const turned = (cells: SheetRow): SheetRow => [...cells!.slice(shift), ...cells!.slice(0, shift)];
          const orders = rows.flatMap(({ name, items, phone }) => {
            const number = ++id;
            return Array.from({ length: items }, (_, at) => order(number, name, phone)!.with(6, 17 + at));
          });
          return [
            `${day + 1}-kun`,
            [
              ...(titled ? [[`${day + 1}-kun buyurtmalari`]] : []),
              ...[headings, ...orders].map((cells, at) => turned(forms[form]!(cells, at === 0))),
            ],
          ];
        }),
      );
      const { payloads, check } = await office(book);
      const alone: string[] = [];
      for (const name of Object.keys(book)) alone.push(...(await payloads('--sheet', name)));
      const names = Object.keys(book).flatMap((name) => ['--sheet', name]);
      const together = await payloads(...names).catch((error: unknown) => String(error));
      if (typeof together === 'string') {
        expect(together).toMatch(/[Ss]heet «/u);
        return;
      }
      expect(alone.filter((body) => together.includes(body))).toEqual(together);
      // Only a question, be it about one of the sheets, holds orders that would go out alone.
      const { issues } = together.length === alone.length ? { issues: [] } : await check(...names);
      expect(issues.some(({ severity, row }) => severity === 'error' && row === null)).toBe(
        together.length < alone.length,
      );
    }),
    { numRuns: 12 },
  );
});
