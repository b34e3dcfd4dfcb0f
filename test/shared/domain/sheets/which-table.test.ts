/** Which part of a file becomes the batch's table: sheets, tables on one sheet, an orders' sheet with an items' sheet. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestTerminal, temporaryFolder } from '../../../support/terminal.ts';
import { sheetsBook, type SheetRow } from '../../../support/sheets-writer.ts';

const headings = [
  'Buyurtma raqami',
  'F.I.Sh.',
  'Telefon',
  'Manzil',
  'Viloyat',
  'Mahsulot ID',
  'Miqdor',
  'Narx',
  'Yetkazish sanasi',
];
const order = (id: number): (string | number)[] => [
  id,
  'Karimova Aziza',
  '+998901234567',
  'Navoiy 5',
  'Buxoro viloyati',
  17,
  1,
  50_000,
  '25.11.2030 14:00',
];
const orders: readonly SheetRow[] = [headings, order(700_001), order(700_002), order(700_003)];
const prices: readonly SheetRow[] = [
  ['Mahsulot', 'Narx'],
  ['Choynak', 50_000],
  ['Piyola', 9000],
];

interface Checked {
  readonly file: {
    readonly sheet: string;
    readonly headerRow: number;
    readonly tables?: readonly { readonly range: string; readonly rows: number }[];
    readonly range?: string | null;
    readonly pair?: { readonly orders: string; readonly items: string; readonly joined: boolean };
  };
  readonly rows: number;
  readonly mapping: readonly { readonly column: string; readonly heading: string; readonly field: string | null }[];
  readonly orders: { readonly total: number; readonly ready: number; readonly withErrors: number };
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly sheet?: string;
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
    readonly answers?: readonly unknown[];
  }[];
}

function written(name: string, bytes: Uint8Array | string): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

async function check(file: string, ...options: string[]): Promise<Checked> {
  return JSON.parse((await new TestTerminal().run('check', file, '--json', ...options)).output) as Checked;
}

const codes = ({ issues }: Checked): string[] => issues.map(({ code }) => code);
const issueOf = ({ issues }: Checked, code: string) => issues.find((issue) => issue.code === code);

describe('several sheets', () => {
  it('the one with known headings is preferred over the first, and said', async () => {
    const result = await check(
      written(
        'a.xlsx',
        sheetsBook({
          Izohlar: [
            ['Salom', 'Hamma', 'Bugun'],
            ['a', 'b', 'c'],
          ],
          Buyurtmalar: orders,
        }),
      ),
    );
    expect(result.file.sheet).toBe('Buyurtmalar');
    expect(result.orders).toMatchObject({ total: 3, ready: 3 });
    expect(issueOf(result, 'reading.preferredSheet')?.message).toMatch(/«Buyurtmalar».*«Izohlar»/);
    expect(issueOf(result, 'reading.otherSheets')?.message).toContain('«Izohlar» (2)');
  });

  it('a list of prices before the orders is no reason to read that', async () => {
    expect((await check(written('a.xlsx', sheetsBook({ Narxlar: prices, Buyurtmalar: orders })))).file.sheet).toBe(
      'Buyurtmalar',
    );
  });

  it('of two that are as good the first is read, and the other is named with its rows', async () => {
    const result = await check(written('a.xlsx', sheetsBook({ Dushanba: orders, Seshanba: orders })));
    expect(result.file.sheet).toBe('Dushanba');
    expect(codes(result)).not.toContain('reading.preferredSheet');
    expect(issueOf(result, 'reading.otherSheets')).toMatchObject({
      severity: 'notice',
      answers: [{ kind: 'setReading', reading: { sheet: 'Seshanba' } }],
    });
    expect(issueOf(result, 'reading.otherSheets')?.message).toContain('«Seshanba» (4)');
  });

  it('a sheet whose days have all passed, or that is old by its name, gives way to one with days to come', async () => {
    const passed = orders.map((row) =>
      (row ?? []).map((cell) => (cell === '25.11.2030 14:00' ? '25.11.2020 14:00' : cell)),
    );
    for (const sheets of [
      { '25.11': passed, '26.11': orders },
      { 'Eski roʻyxat': orders, Yangi: orders },
    ]) {
      const [earlier = '', current = ''] = Object.keys(sheets);
      const file = written('a.xlsx', sheetsBook(sheets));
      const result = await check(file);
      expect(result.file.sheet).toBe(current);
      expect(issueOf(result, 'reading.currentSheet')).toMatchObject({
        severity: 'notice',
        answers: [{ kind: 'setReading', reading: { sheet: earlier } }],
      });
      expect(issueOf(result, 'reading.otherSheets')?.message).toContain(`«${earlier}» (4)`);
      expect((await check(file, '--sheet', earlier)).file.sheet).toBe(earlier);
      // `read` takes the same one, and says so.
      const { output, remarks } = await new TestTerminal().run('read', file, '--lang', 'en');
      expect(output).toMatch(new RegExp(`«?${current}»?.* 4 rows`, 'u'));
      expect(remarks).toContain(`«${earlier}»`);
    }
    const both = await check(written('b.xlsx', sheetsBook({ One: passed, Two: passed })));
    expect(both.file.sheet).toBe('One');
  });

  it('the one that is asked for is read, whatever stands on it', async () => {
    const result = await check(
      written(
        'a.xlsx',
        sheetsBook({
          Izohlar: [
            ['Salom', 'Hamma'],
            ['a', 'b'],
          ],
          Buyurtmalar: orders,
        }),
      ),
      '--sheet',
      'Izohlar',
    );
    expect(result.file.sheet).toBe('Izohlar');
    expect(codes(result)).not.toContain('reading.preferredSheet');
  });

  it('`read` reads the same sheet as `check`', async () => {
    const file = written(
      'a.xlsx',
      sheetsBook({
        Izohlar: [
          ['Salom', 'Hamma', 'Bugun'],
          ['a', 'b', 'c'],
        ],
        Buyurtmalar: orders,
      }),
    );
    const { output } = await new TestTerminal().run('read', file, '--json');
    expect(JSON.parse(output.split('\n').at(-1) ?? '')).toEqual({
      sheets: [{ name: 'Buyurtmalar', rows: 4, cells: 36 }],
    });
  });
});

describe('several tables on one sheet', () => {
  const below: readonly SheetRow[] = [
    ['Buyurtmalar 24.11'],
    null,
    ...orders,
    null,
    ['Narxlar roʻyxati'],
    ['Mahsulot', 'Narx', 'Miqdor'],
    ['Choynak', 50_000, 5],
    ['Piyola', 9000, 7],
  ];

  it('the second below the first is not taken for orders, and is offered', async () => {
    const result = await check(written('a.xlsx', sheetsBook({ Kun: below })));
    expect(result).toMatchObject({
      rows: 3,
      orders: { total: 3, ready: 3 },
      file: {
        headerRow: 3,
        range: 'A1:I6',
        tables: [
          { range: 'A1:I6', rows: 3 },
          { range: 'A8:I11', rows: 2 },
        ],
      },
    });
    expect(issueOf(result, 'reading.otherTables')).toMatchObject({ severity: 'warning' });
    expect(issueOf(result, 'reading.otherTables')?.message).toMatch(/A1:I6.*A8:I11 \(2: Mahsulot, Narx, Miqdor\)/);
  });

  it('the one that is asked for is read, with its own row numbers', async () => {
    const file = written('a.xlsx', sheetsBook({ Kun: below }));
    const second = await check(file, '--table', 'A8:I11');
    expect(second).toMatchObject({ rows: 2, file: { headerRow: 9, range: 'A8:I11' } });
    expect(codes(second)).not.toContain('reading.otherTables');
    const whole = await check(file, '--table', 'all');
    expect(whole.rows).toBe(7);
    expect((await new TestTerminal().run('check', file, '--table', 'here')).remarks).toMatch(/«here» is no range/);
  });

  it('the orders below a smaller table are preferred', async () => {
    const result = await check(written('a.xlsx', sheetsBook({ Kun: [...prices, null, ...orders] })));
    expect(result).toMatchObject({ rows: 3, orders: { ready: 3 }, file: { range: 'A5:I8', headerRow: 5 } });
  });

  it('a table beside the first is not mixed with it', async () => {
    const beside = orders.map((row, index) => [
      ...(row ?? []),
      null,
      ...(index === 0 ? ['Buyurtma raqami', 'Telefon', 'Izoh'] : [index, '+998901112233', 'x']),
    ]);
    const result = await check(written('a.xlsx', sheetsBook({ Kun: beside })));
    expect(result).toMatchObject({
      rows: 3,
      orders: { total: 3, ready: 3 },
      file: { range: 'A1:I4', tables: [{ range: 'A1:I4' }, { range: 'K1:M4' }] },
    });
  });

  it('a list of prices beside the orders is not mixed with them', async () => {
    const beside = orders.map((row, index) => [
      ...(row ?? []),
      null,
      ...['Mahsulot kodi', 'Narx'].map((heading, column) =>
        index === 0 ? heading : index < 3 ? 100 * index + column : null,
      ),
    ]);
    expect(await check(written('a.xlsx', sheetsBook({ Kun: beside })))).toMatchObject({
      rows: 3,
      orders: { ready: 3 },
      file: { range: 'A1:I4', tables: [{}, { range: 'K1:L3' }] },
    });
  });

  it('a table right below the first, without an empty row between', async () => {
    const result = await check(
      written(
        'a.xlsx',
        sheetsBook({ Kun: [...orders, ['Mahsulot', 'Narx', 'Miqdor'], ['Choynak', 50_000, 5], ['Piyola', 9000, 7]] }),
      ),
    );
    expect(result).toMatchObject({
      rows: 3,
      orders: { total: 3, ready: 3 },
      file: { range: 'A1:I4', tables: [{ range: 'A1:I4' }, { range: 'A5:I7', rows: 2 }] },
    });
  });

  it('a right table that begins further down and is longer keeps its rows', async () => {
    const left = orders.map((row) => [...(row ?? []), null]);
    const right: SheetRow[] = [
      ['Qaytarilgan'],
      ['Buyurtma raqami', 'Telefon', 'Manzil'],
      [1, '+998901112233', 'x'],
      [2, '+998901112233', 'x'],
      [3, '+998901112233', 'x'],
    ];
    const rows = Array.from({ length: 6 }, (_, index) => [
      ...(left[index] ?? Array.from({ length: 10 }, () => null)),
      ...(right[index - 1] ?? []),
    ]);
    const result = await check(written('a.xlsx', sheetsBook({ Kun: rows })));
    expect(result).toMatchObject({
      rows: 3,
      file: {
        tables: [
          { range: 'A1:I4', rows: 3 },
          { range: 'K2:M6', rows: 3 },
        ],
      },
    });
  });

  it.each<[string, readonly SheetRow[]]>([
    [
      'an empty column inside a table',
      orders.map((row) => [...(row ?? []).slice(0, 4), null, ...(row ?? []).slice(4)]),
    ],
    ['an empty row between the days', [...orders.slice(0, 2), null, ...orders.slice(2)]],
    ['headings repeated below an empty row', [...orders, null, headings, order(700_004)]],
    [
      'a sum and a signature below',
      [
        ...orders,
        null,
        ['Jami', null, null, null, null, null, 3, 150_000],
        null,
        ['Topshirdi:', 'Aziza', 'Telefon:', '+998901234567'],
      ],
    ],
    [
      'facts of the sender above',
      [['Sana:', '24.11.2026', 'Telefon:', '+998712000000'], ['Manzil:', 'Toshkent, Navoiy 1'], null, ...orders],
    ],
    [
      'a second phone and a note behind an empty column',
      orders.map((row, index) => [
        ...(row ?? []),
        null,
        ...(index === 0 ? ['Telefon 2', 'Izoh'] : ['+998901112233', 'x']),
      ]),
    ],
  ])('%s makes no second table', async (_, rows) => {
    const result = await check(written('a.xlsx', sheetsBook({ Kun: rows })));
    expect(result.file.tables).toBeUndefined();
    expect(result.orders.ready).toBeGreaterThanOrEqual(3);
  });

  it('in a csv, too', async () => {
    const lines = below.map((row) => (row ?? []).join(';')).join('\n');
    expect(await check(written('a.csv', lines))).toMatchObject({
      rows: 3,
      orders: { total: 3, ready: 3 },
      file: { headerRow: 3, range: 'A1:I6' },
    });
  });
});

describe('the heading row', () => {
  it.each<[string, readonly SheetRow[], number]>([
    ['under a title', [['Buyurtmalar 24.11.2026'], ...orders], 2],
    ['under a logo’s empty rows and a title', [null, null, null, ['OOO Choynak'], null, ...orders], 6],
    ['in two rows', [['Buyurtma', null, 'Mijoz'], ...orders], 2],
    [
      'under three title lines',
      [['OOO Choynak'], ['Toshkent, Navoiy 1'], ['Buyurtmalar roʻyxati', null, null, '24.11.2026'], ...orders],
      4,
    ],
  ])('%s', async (_, rows, headerRow) => {
    const result = await check(written('a.xlsx', sheetsBook({ Kun: rows })));
    expect(result.orders).toMatchObject({ total: 3, ready: 3 });
    expect([headerRow, headerRow - 1]).toContain(result.file.headerRow);
  });
});

describe('a sheet of orders and a sheet of items', () => {
  const ordersSheet: SheetRow[] = [
    ['Kunlik buyurtmalar'],
    ['Buyurtma raqami', 'F.I.Sh.', 'Telefon', 'Manzil', 'Viloyat', 'Yetkazish sanasi'],
    ['#1001', 'Karimova Aziza', '+998901234567', 'Navoiy 5', 'Buxoro viloyati', '25.11.2030 14:00'],
    [1002, 'Usmanov Timur', '+998907654321', 'Registon 1', 'Samarqand viloyati', '25.11.2030 15:00'],
    [1003, 'Aliyev Vali', '123', 'Chilonzor 9', 'Toshkent shahri', '25.11.2030 16:00'],
  ];
  const itemsSheet: SheetRow[] = [
    ['Buyurtma raqami', 'Mahsulot ID', 'Miqdor', 'Narx'],
    [1001, 17, 1, 50_000],
    ['1001', 18, 2, 9000],
    [1002, 17, 1, 50_000],
    [1003, 19, 4, 7000],
  ];
  const book = (more: { readonly orders?: readonly SheetRow[]; readonly items?: readonly SheetRow[] } = {}): string =>
    written(
      'kun.xlsx',
      sheetsBook({
        Buyurtmalar: [...ordersSheet, ...(more.orders ?? [])],
        Mahsulotlar: [...itemsSheet, ...(more.items ?? [])],
      }),
    );
  const joined = ['--rule', 'joinSheets=on'];

  it('are offered as one table, and not joined silently', async () => {
    const result = await check(book());
    expect(result.file).toMatchObject({
      sheet: 'Buyurtmalar',
      pair: { orders: 'Buyurtmalar', items: 'Mahsulotlar', joined: false },
    });
    const question = issueOf(result, 'reading.joinQuestion');
    expect(question).toMatchObject({
      severity: 'error',
      answers: [
        { kind: 'setRules', rules: { joinSheets: 'on' } },
        { kind: 'setRules', rules: { joinSheets: 'off' } },
      ],
    });
    expect(question?.message).toMatch(/3 of 3 order numbers/);
    // What the items' sheet has is not asked for.
    expect(codes(result)).not.toContain('orders.missingField');
    expect(result.orders.ready).toBe(0);
  });

  it('are a pair, too, where the items repeat the customer’s name, under a number that no heading calls the order’s', async () => {
    const [headings = [], ...rows] = itemsSheet;
    const names = new Map(['1001', '1002', '1003'].map((id, at) => [id, ordersSheet[at + 2]?.[1] ?? null]));
    const items = [
      ['№', 'ID документа', 'Mijoz', ...(headings ?? []).slice(1)],
      ...rows.map((row, at) => [
        at + 1,
        row?.[0] ?? null,
        names.get(String(row?.[0])) ?? null,
        ...(row ?? []).slice(1),
      ]),
    ];
    const file = written('kun.xlsx', sheetsBook({ Buyurtmalar: ordersSheet, Mahsulotlar: items }));
    expect((await check(file)).file.pair).toMatchObject({ orders: 'Buyurtmalar', items: 'Mahsulotlar' });
    expect((await check(file, ...joined)).orders).toMatchObject({ total: 3, ready: 2 });
  });

  it('are one table on request: the items’ rows with the columns of their orders', async () => {
    const result = await check(book(), ...joined);
    expect(result).toMatchObject({
      rows: 4,
      file: { sheet: 'Mahsulotlar', pair: { joined: true } },
      orders: { total: 3, ready: 2, withErrors: 1 },
    });
    expect(result.mapping.map(({ column, field }) => [column, field])).toEqual([
      ['A', 'order_id'],
      ['B', 'client_product_id'],
      ['C', 'quantity'],
      ['D', 'price'],
      ['Buyurtmalar!B', 'full_name'],
      ['Buyurtmalar!C', 'phone'],
      ['Buyurtmalar!D', 'address'],
      ['Buyurtmalar!E', 'region'],
      ['Buyurtmalar!F', 'scheduled_at'],
    ]);
    expect(codes(result)).toContain('reading.sheetsJoined');
  });

  it('the place of what is wrong is the sheet, row and column that the file has it in', async () => {
    const { issues } = await check(book(), ...joined);
    expect(issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      { sheet: 'Buyurtmalar', row: 5, column: 'C' },
    ]);
    const { output } = await new TestTerminal().run('check', book(), ...joined);
    expect(output).toMatch(/sheet «Buyurtmalar» · row 5, column C/i);
  });

  it('sends what one sheet with everything would send', async () => {
    const payloads = path.join(temporaryFolder(), 'p.jsonl');
    const { readFileSync } = await import('node:fs');
    const alone = path.join(temporaryFolder(), 'alone.jsonl');
    const customer = (at: number): (string | number | null)[] => [...(ordersSheet[at] ?? [])].slice(1);
    const single: SheetRow[] = [
      [...(itemsSheet[0] ?? []), ...(ordersSheet[1] ?? []).slice(1)],
      [1001, 17, 1, 50_000, ...customer(2)],
      [1001, 18, 2, 9000, ...customer(2)],
      [1002, 17, 1, 50_000, ...customer(3)],
      [1003, 19, 4, 7000, ...customer(4)],
    ];
    await check(book(), ...joined, '--payloads', payloads);
    await check(written('b.xlsx', sheetsBook({ Hammasi: single })), '--payloads', alone);
    expect(readFileSync(payloads, 'utf8')).toBe(readFileSync(alone, 'utf8'));
    expect(readFileSync(payloads, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('says of orders without items and of items without an order where they stand', async () => {
    const result = await check(
      book({
        orders: [
          [1004, 'Olimov Bek', '+998901112233', 'Markaz 2', 'Xorazm viloyati', '25.11.2030 14:00'],
          ['Jami', null, 4],
        ],
        items: [
          [9999, 20, 1, 1000],
          [null, 21, 1, 1000],
        ],
      }),
      ...joined,
    );
    expect(issueOf(result, 'reading.ordersWithoutItems')).toMatchObject({
      severity: 'warning',
      message: expect.stringMatching(/1 order of sheet «Buyurtmalar» \(row 6\)/) as string,
    });
    expect(result.issues.filter(({ code }) => code === 'reading.itemWithoutOrder')).toMatchObject([
      { sheet: 'Mahsulotlar', row: 6 },
    ]);
  });

  it('an order that stands twice with different customers holds that order back', async () => {
    const again = await check(
      book({ orders: [[1002, 'Boshqa Odam', '+998901112233', 'Markaz 2', 'Xorazm viloyati', '25.11.2030 14:00']] }),
      ...joined,
    );
    expect(issueOf(again, 'reading.orderTwice')).toMatchObject({
      severity: 'error',
      sheet: 'Mahsulotlar',
      row: 4,
      message: expect.stringMatching(/rows 4, 6/) as string,
    });
    expect(again.orders.ready).toBe(1);
    const same = await check(book({ orders: [ordersSheet[3] ?? []] }), ...joined);
    expect(codes(same)).not.toContain('reading.orderTwice');
  });

  it.each<[string, Readonly<Record<string, readonly SheetRow[]>>]>([
    [
      'other order numbers',
      {
        Buyurtmalar: ordersSheet,
        Mahsulotlar: itemsSheet.map((row, index) => (index === 0 ? row : [5000 + index, ...(row ?? []).slice(1)])),
      },
    ],
    ['two sheets of whole orders', { Dushanba: orders, Seshanba: orders }],
    ['a list of products without order numbers', { Buyurtmalar: ordersSheet, Narxlar: prices }],
  ])('%s are not offered as one', async (_, sheets) => {
    expect((await check(written('a.xlsx', sheetsBook(sheets)))).file.pair).toBeUndefined();
  });
});
