/** Products, order numbers and profiles from a terminal: what is looked up, what lasts, and what a check leaves alone. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer } from '../../../../main/practice/practice-server.ts';
import { readWorkbookFile } from '../../../support/read-written-files.ts';
import { TestTerminal } from '../../../support/terminal.ts';

const shop = [
  'Buyurtma ID;Mijoz;Telefon;Manzil;Mahsulotlar',
  'a81f22c0;Karimova Aziza;+998901234501;Toshkent, Chilonzor 5-12;Choynak x2',
  "b7711e9d;Yusupov Bekzod;+998901234502;Buxoro, Navoiy ko'chasi 3;Piyola x1, Lagan (x3)",
];
const products = ['Mahsulot nomi;ID;Narx', 'Choynak;17;150 000', 'Piyola;18;25000', 'Lagan;19;90000'];
const answers = [
  '--own-numbers',
  '261124001',
  '--rule',
  'splitItems=on',
  '--rule',
  'regionFromAddress=on',
  '--set',
  'scheduled_at=25.11.2027 14:00',
];

function files(commands: TestTerminal): { readonly orders: string; readonly table: string } {
  const written = (name: string, lines: readonly string[]) => {
    const file = path.join(commands.home, name);
    writeFileSync(file, lines.join('\n'));
    return file;
  };
  return { orders: written('shop.csv', shop), table: written('products.csv', products) };
}

interface Checked {
  readonly orders: { readonly total: number; readonly ready: number };
  readonly issues: readonly {
    readonly code: string;
    readonly fix: { readonly kind: string } | null;
    readonly answers?: readonly unknown[];
  }[];
}

describe('a check', () => {
  it('uses a sheet of products, numbers of our own and rules without keeping anything', async () => {
    const commands = new TestTerminal();
    const { orders, table } = files(commands);
    const before = readdirSync(commands.home);
    const payloads = path.join(commands.home, 'payloads.jsonl');
    const { status, output } = await commands.run(
      'check',
      orders,
      '--json',
      '--products',
      table,
      '--payloads',
      payloads,
      ...answers,
    );
    expect(status).toBe(0);
    expect((JSON.parse(output) as Checked).orders).toMatchObject({ total: 2, ready: 2 });
    const bodies = readFileSync(payloads, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(bodies).toMatchObject([
      {
        order_id: 261_124_001,
        region: 'Toshkent shahri',
        order_items: [{ client_product_id: 17, quantity: 2, price: 150_000 }],
      },
      {
        order_id: 261_124_002,
        region: 'Buxoro viloyati',
        order_items: [
          { client_product_id: 18, quantity: 1 },
          { client_product_id: 19, quantity: 3 },
        ],
      },
    ]);
    expect(readdirSync(commands.home)).toEqual([...before, 'payloads.jsonl'].toSorted());
  });

  it('asks everything about the file at once, each with its answers', async () => {
    const commands = new TestTerminal();
    const { output } = await commands.run('check', files(commands).orders, '--json');
    const questions = (JSON.parse(output) as Checked).issues.filter((issue) => issue.answers !== undefined);
    expect(questions.map(({ code }) => code).toSorted()).toEqual([
      'orders.deliveryDateQuestion',
      'orders.letteredIds',
      'orders.regionFromAddressQuestion',
      'orders.splitQuestion',
    ]);
    for (const { fix, answers: all } of questions) expect(all?.[0]).toEqual(fix);
  });

  it.each([
    [['--rule', 'nonsense=1'], 'cli.rule'],
    [['--rule', 'splitItems=perhaps'], 'cli.rule'],
    [['--rule', 'splitItems'], 'cli.assignment'],
    [['--own-numbers', '0'], 'cli.number'],
    [['--every-row', 'x'], 'cli.number'],
    [['--map', 'Mahsulotlar=product_nam'], 'cli.field'],
    [['--set', 'product_name=x'], 'cli.field'],
  ])('refuses %j with a sentence', async (options, code) => {
    const commands = new TestTerminal();
    const { status, output } = await commands.run('check', files(commands).orders, '--json', ...options);
    expect(status).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ error: { code } });
  });

  it('numbers every row from a start', async () => {
    const commands = new TestTerminal();
    const { output } = await commands.run('check', files(commands).orders, '--json', '--every-row', '900');
    expect((JSON.parse(output) as Checked).issues.map(({ code }) => code)).toContain('orders.everyRow');
  });
});

describe('the product table', () => {
  it('is filled from a sheet, listed, and used by the next check', async () => {
    const commands = new TestTerminal();
    const { orders, table } = files(commands);
    expect(JSON.parse((await commands.run('products', 'import', table, '--json')).output)).toEqual({
      added: 3,
      changed: 0,
      unchanged: 0,
      skipped: [],
    });
    expect(JSON.parse((await commands.run('products', 'import', table, '--json')).output)).toMatchObject({
      added: 0,
      unchanged: 3,
    });
    expect(JSON.parse((await commands.run('products', 'list', '--json')).output)).toHaveLength(3);
    const { output } = await commands.run('check', orders, '--json', ...answers);
    expect((JSON.parse(output) as Checked).orders.ready).toBe(2);
  });

  it('goes out as a sheet of what is not mapped, and comes back filled in', async () => {
    const commands = new TestTerminal();
    const { orders, table } = files(commands);
    const sheet = path.join(commands.home, 'to-map.xlsx');
    await commands.run('products', 'import', table);
    writeFileSync(orders, [...shop, 'c1;Olimov Anvar;+998901234503;Nukus;Kosa x2; Tovoq'].join('\n'));
    const { status } = await commands.run(
      'products',
      'export-unmapped',
      orders,
      '-o',
      sheet,
      '--lang',
      'ru',
      '--rule',
      'splitItems=on',
    );
    expect(status).toBe(0);
    const [{ rows } = { rows: [] }] = await readWorkbookFile(sheet);
    expect(rows[0]?.slice(0, 5)).toEqual(['Код товара', 'Название товара', 'Строк', 'ID товара', 'ID вариации']);
    expect(rows.slice(1).map((row) => row[1])).toEqual(['Kosa']);
    writeFileSync(table, ['Название товара;Строк;ID товара;Цена', 'Kosa;1;20;5000'].join('\n'));
    await commands.run('products', 'import', table);
    expect(
      (await commands.run('products', 'export-unmapped', orders, '-o', sheet, '--rule', 'splitItems=on')).remarks,
    ).toContain('already');
  });

  it('says what is wrong with a sheet', async () => {
    const commands = new TestTerminal();
    const { orders } = files(commands);
    const { status, remarks } = await commands.run('products', 'import', orders);
    expect(status).toBe(1);
    expect(remarks).toContain('Product ID');
  });
});

describe('numbers of our own', () => {
  it('last: the same order has the same number tomorrow, whatever came between', async () => {
    const practice = await startPracticeServer();
    onTestFinished(() => practice.stop());
    const commands = new TestTerminal({ WMS_TOKEN: 'practice-x' });
    const { orders, table } = files(commands);
    const send = (...words: string[]) =>
      commands.run('send', orders, '--url', practice.url, '--json', '--products', table, ...answers, ...words);
    expect(JSON.parse((await send()).output)).toMatchObject({ orders: { accepted: 2 } });
    expect(
      practice
        .ledger()
        .map(({ orderId }) => orderId)
        .toSorted(),
    ).toEqual([261_124_001, 261_124_002]);
    const [headings = '', first = '', second = ''] = shop;
    writeFileSync(
      orders,
      [headings, 'new-1;Olimov Anvar;+998901234503;Nukus, Berdax 1;Lagan', second, first].join('\n'),
    );
    expect(JSON.parse((await send()).output)).toMatchObject({ orders: { accepted: 1, alreadySent: 2 } });
    expect(
      practice
        .ledger()
        .map(({ orderId }) => orderId)
        .toSorted(),
    ).toEqual([261_124_001, 261_124_002, 261_124_003]);
  });
});

describe('profiles', () => {
  it('go from one computer to another as files', async () => {
    const [one, other] = [new TestTerminal(), new TestTerminal()];
    const file = path.join(one.home, 'team.json');
    writeFileSync(
      file,
      JSON.stringify({
        name: 'Jamoa',
        rules: { splitItems: 'on' },
        columns: [{ heading: 'Mahsulotlar', field: 'product_name' }],
      }),
    );
    expect((await one.run('profiles', 'import', file)).remarks).toContain('Jamoa');
    const exported = path.join(one.home, 'exported.json');
    expect((await one.run('profiles', 'export', 'Jamoa', '-o', exported)).status).toBe(0);
    expect((await other.run('profiles', 'import', exported)).status).toBe(0);
    expect((await other.run('profiles', 'import', exported)).remarks).toContain('replaced');
    expect(JSON.parse((await other.run('profiles', 'list', '--json')).output)).toMatchObject([
      { name: 'Jamoa', rules: { splitItems: 'on', clock: 'utc' } },
    ]);
    expect((await one.run('profiles', 'export', 'None', '-o', exported)).status).toBe(1);
  });

  it('that are no profile are refused with the place', async () => {
    const commands = new TestTerminal();
    const file = path.join(commands.home, 'broken.json');
    writeFileSync(file, JSON.stringify({ name: 'x', rules: { splitItems: 'perhaps' } }));
    const { status, remarks } = await commands.run('profiles', 'import', file);
    expect(status).toBe(1);
    expect(remarks).toContain('rules.splitItems');
  });

  it('hold beside what other options choose', async () => {
    const commands = new TestTerminal();
    const [file, profile] = [path.join(commands.home, 'a.csv'), path.join(commands.home, 'shop.json')];
    writeFileSync(file, 'order_id;full_name;Qqq;Www\n1;Karimova Aziza;17;+998901234501');
    writeFileSync(
      profile,
      JSON.stringify({
        name: 'Shop',
        columns: [
          { heading: 'Qqq', field: 'client_product_id' },
          { heading: 'Www', field: 'full_name' },
        ],
      }),
    );
    const { output } = await commands.run(
      'check',
      file,
      '--profile',
      profile,
      '--map',
      'Www=phone',
      '--set',
      'quantity=1',
      '--json',
    );
    const { mapping } = JSON.parse(output) as {
      readonly mapping: readonly { readonly heading: string; readonly field: string | null }[];
    };
    expect(mapping.map(({ heading, field }) => [heading, field])).toEqual([
      ['order_id', 'order_id'],
      ['full_name', 'full_name'],
      ['Qqq', 'client_product_id'],
      ['Www', 'phone'],
    ]);
  });
});
