/**
 * Two shops on one server, whose orders have the same numbers and whose products the same names: whatever their files hold and
 * in which order they come, each order is created once, with its own shop's products; nothing of it is seen with one shop.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer, type PracticeServer } from '../../../../main/practice/practice-server.ts';
import { patience } from '../../../support/patience.ts';
import { readWorkbookFile } from '../../../support/read-written-files.ts';
import { startWms } from '../../../support/wms.ts';
import { TestTerminal, temporaryFolder } from '../../../support/terminal.ts';

interface Order {
  readonly id: number | string;
  readonly customer: string;
  readonly product: string;
  readonly quantity: number;
}

const names = ['Futbolka qora M', 'Choynak', 'Piyola'];
const headings = 'Buyurtma raqami;Mijoz;Telefon;Manzil;Viloyat;Yetkazish sanasi;Mahsulot nomi;Soni;Narxi';
const lineOf = ({ id, customer, product, quantity }: Order): string =>
  [id, customer, '+998901234501', 'Navoiy 5', 'Buxoro viloyati', '25.11.2027 14:00', product, quantity, 50_000].join(
    ';',
  );

class Office {
  readonly server: PracticeServer;
  readonly terminal: TestTerminal;
  readonly folder = temporaryFolder();

  constructor(server: PracticeServer) {
    this.server = server;
    this.terminal = new TestTerminal({ WMS_TOKEN: 'practice-x' });
  }

  static async open(): Promise<Office> {
    const server = await startPracticeServer();
    onTestFinished(() => server.stop());
    return new Office(server);
  }

  write(name: string, lines: readonly string[]): string {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, lines.join('\n'));
    return file;
  }

  orders(name: string, orders: readonly Order[]): string {
    return this.write(name, [headings, ...orders.map(lineOf)]);
  }

  run(...words: string[]): ReturnType<TestTerminal['run']> {
    return this.terminal.run(...words);
  }

  async addShop(shop: string, ids: readonly number[]): Promise<void> {
    await this.run('shops', 'add', shop);
    const file = this.write(`products ${shop}.csv`, [
      'Mahsulot nomi;ID',
      ...names.map((name, at) => `${name};${ids[at]}`),
    ]);
    const { status, remarks } = await this.run('products', 'import', file, '--shop', shop, '--url', this.server.url);
    if (status !== 0) throw new Error(remarks);
  }

  async send(file: string, ...more: readonly string[]) {
    const { output, remarks, status } = await this.run('send', file, '--url', this.server.url, '--json', ...more);
    const said = JSON.parse(output === '' ? '{}' : output) as {
      readonly orders?: Record<string, number>;
      readonly error?: { readonly code: string; readonly message: string };
    };
    return { ...said, remarks, status };
  }

  /** What the WMS has: one line an order, without its number. */
  created(): string[] {
    return this.server
      .ledger()
      .map(({ request }) => {
        const [item] = request.order_items;
        return [request.full_name, item?.client_product_id, item?.quantity].join('|');
      })
      .sort();
  }
}

const atlas = [101, 102, 103];
const bodom = [201, 202, 203];
const expected = (orders: readonly Order[], ids: readonly number[]): string[] =>
  orders.map(({ customer, product, quantity }) => [customer, ids[names.indexOf(product)], quantity].join('|'));

describe('two shops on one server', () => {
  it('have products of their own, and the number of another shop is no duplicate', async () => {
    const office = await Office.open();
    await office.addShop('Atlas', atlas);
    await office.addShop('Bodom', bodom);
    const [first, second] = [
      [{ id: 1001, customer: 'Karimova Aziza', product: 'Futbolka qora M', quantity: 2 }],
      [
        { id: 1001, customer: 'Yusupov Bekzod', product: 'Futbolka qora M', quantity: 1 },
        { id: 1002, customer: 'Rahimova Dilnoza', product: 'Choynak', quantity: 3 },
      ],
    ];
    const atlasFile = office.orders('atlas 24.11.csv', first);
    expect(await office.send(atlasFile)).toMatchObject({ status: 0, orders: { accepted: 1 } });
    const bodomFile = office.orders('bodom 24.11.csv', second);
    // The number that Atlas used is held, and said to be another shop's; the other order goes out.
    const sent = await office.send(bodomFile);
    expect(sent).toMatchObject({ status: 2, orders: { accepted: 1, withErrors: 1, duplicate: 0, alreadySent: 0 } });
    // Why it is held, and what to do, is said.
    expect((await office.run('send', bodomFile, '--url', office.server.url)).output).toMatch(
      /Row 2 · This number was used in the shop «Atlas» .+ \(--own-numbers START\)/u,
    );
    const report = path.join(office.folder, 'report.csv');
    const [batch] = JSON.parse((await office.run('batches', '--json')).output) as readonly { readonly batch: string }[];
    await office.run('report', String(batch?.batch), '-o', report);
    expect(readFileSync(report, 'utf8')).toContain('«Atlas»');
    const workbook = path.join(office.folder, 'report.xlsx');
    await office.run('report', String(batch?.batch), '-o', workbook);
    const [summary] = await readWorkbookFile(workbook);
    expect(summary?.rows.flat()).toContain('Bodom');
    // With numbers of our own all of it goes out; what was sent keeps its number.
    expect(await office.send(bodomFile, '--own-numbers', '700001')).toMatchObject({
      status: 0,
      orders: { accepted: 2 },
    });
    expect(office.created()).toEqual([...expected(first, atlas), ...expected(second, bodom)].sort());
    expect(office.server.ledger().map(({ orderId }) => orderId)).toEqual([1001, 1002, 700_001]);
  });

  it('are told by the file, and where that is unsure nothing goes out', async () => {
    const office = await Office.open();
    await office.addShop('Atlas', atlas);
    await office.addShop('Bodom', bodom);
    const order = { id: 7, customer: 'Karimova Aziza', product: 'Piyola', quantity: 1 };
    const unsure = office.orders('buyurtmalar.csv', [order]);
    expect(await office.send(unsure)).toMatchObject({
      status: 1,
      error: { code: 'shop.unsure', message: expect.stringContaining('--shop') as string },
    });
    expect(office.created()).toEqual([]);
    expect((await office.run('batches', '--json')).output).toBe('[]');
    expect(await office.send(unsure, '--shop', 'bodom')).toMatchObject({ status: 0 });
    const inFolder = office.orders(path.join('Atlas', 'buyurtmalar-2.csv'), [{ ...order, id: 8 }]);
    expect(await office.send(inFolder)).toMatchObject({ status: 0 });
    const both = office.orders('atlas va bodom.csv', [{ ...order, id: 9 }]);
    expect(await office.send(both)).toMatchObject({ error: { code: 'shop.unsure' } });
    expect(await office.send(both, '--shop', 'Chinor')).toMatchObject({ error: { code: 'shop.unknown' } });
    expect(office.created()).toEqual([...expected([order], bodom), ...expected([order], atlas)].sort());
  });

  it('send what both have in the same words as two orders, also without numbers', async () => {
    const office = await Office.open();
    await office.addShop('Atlas', atlas);
    await office.addShop('Bodom', atlas);
    const lines = [
      headings.split(';').slice(1).join(';'),
      lineOf({ id: 0, customer: 'Karimova Aziza', product: 'Piyola', quantity: 1 }).split(';').slice(1).join(';'),
    ];
    for (const shop of ['atlas', 'bodom', 'atlas', 'bodom'])
      expect(await office.send(office.write(`${shop}.csv`, lines), '--every-row', '5000')).toMatchObject({ status: 0 });
    expect(office.created()).toHaveLength(2);
  });

  it('are told of a product that only another shop knows, with its name, and take nothing by themselves', async () => {
    const office = await Office.open();
    await office.addShop('Atlas', atlas);
    await office.run('shops', 'add', 'Bodom');
    const file = office.orders('bodom 1.csv', [
      { id: 1, customer: 'Karimova Aziza', product: 'PIYOLA', quantity: 1 },
      { id: 2, customer: 'Yusupov Bekzod', product: 'PIYOLA', quantity: 1 },
      { id: 3, customer: 'Rahimova Dilnoza', product: 'Lagan', quantity: 1 },
    ]);
    const offer = {
      ...{ kind: 'name', key: 'PIYOLA', count: 2, row: 2 },
      offers: [{ shop: 'Atlas', productId: 103, variationId: null, price: null }],
    };
    const server = ['--url', office.server.url];
    const list = path.join(office.folder, 'unmapped.xlsx');
    const ways = [
      ['send', file, ...server],
      ['products', 'export-unmapped', file, ...server, '-o', list],
    ];
    for (const words of ways) {
      const { output, remarks } = await office.run(...words);
      expect(output + remarks).toContain('«PIYOLA» (2 rows, first 2): in «Atlas» it is product 103.');
      expect(output + remarks).not.toContain('«Lagan» (');
      const json = JSON.parse((await office.run(...words, '--json')).output) as { productsOfOtherShops?: unknown };
      expect(json.productsOfOtherShops).toEqual([offer]);
    }
    // `check` has the products of the server in the settings, else those of practice.
    const practised = office.write('practice.csv', ['Mahsulot nomi;ID', 'Piyola;7']);
    await office.run('products', 'import', practised, '--shop', 'Atlas');
    expect((await office.run('check', file)).remarks).toContain('in «Atlas» it is product 7.');
    const checked = JSON.parse((await office.run('check', file, '--json')).output) as object;
    expect(checked).toMatchObject({ productsOfOtherShops: [{ key: 'PIYOLA', offers: [{ productId: 7 }] }] });
    expect(office.created()).toEqual([]);
    // Its own shop's file says nothing of it.
    const own = office.orders('atlas 1.csv', [{ id: 4, customer: 'Karimova Aziza', product: 'Lagan', quantity: 1 }]);
    expect(await office.send(own)).not.toHaveProperty('productsOfOtherShops');
  });

  it('have what was there before the second one was added in a shop of its own', async () => {
    const office = await Office.open();
    const file = office.write('products.csv', ['Mahsulot nomi;ID', 'Piyola;17']);
    await office.run('products', 'import', file, '--url', office.server.url);
    expect(JSON.parse((await office.run('shops', 'list', '--json')).output)).toEqual([]);
    const order = { id: 1, customer: 'Karimova Aziza', product: 'Piyola', quantity: 1 };
    // With one shop nothing is asked and nothing is named.
    const sent = await office.send(office.orders('buyurtmalar.csv', [order]));
    expect(sent).toMatchObject({ status: 0 });
    expect((await office.run('shops', 'add', 'Bodom')).remarks).toContain('Main shop');
    expect((await office.run('shops', 'list')).output.split('\n')).toEqual(['Bodom', 'Main shop']);
    const list = (shop: string) => office.run('products', 'list', '--shop', shop, '--url', office.server.url);
    expect((await list('Main shop')).output).toContain('Piyola');
    expect((await list('Bodom')).output).not.toContain('Piyola');
    expect((await office.run('shops', 'add', 'BODOM')).status).toBe(1);
    // One that was removed comes back with what it had.
    await office.run('products', 'import', file, '--url', office.server.url, '--shop', 'Bodom');
    expect((await office.run('shops', 'remove', 'Bodom')).status).toBe(0);
    expect((await office.run('shops', 'remove', 'Main shop')).status).toBe(1);
    await office.run('shops', 'add', 'Bodom');
    expect((await list('Bodom')).output).toContain('Piyola');
  });

  it('pause after the first order that went to an account which is not the shop’s', async () => {
    const wms = await startWms();
    onTestFinished(() => wms.stop());
    const office = new Office(wms);
    await office.addShop('Atlas', atlas);
    await office.addShop('Bodom', bodom);
    const order = { customer: 'Karimova Aziza', product: 'Piyola', quantity: 1 };
    const day = (name: string, first: number) =>
      office.orders(
        name,
        [first, first + 1, first + 2].map((id) => ({ ...order, id })),
      );
    const send = async (key: string, file: string, ...more: string[]) => {
      const terminal = new TestTerminal({ WMS_TOKEN: key }, office.terminal.home);
      const { output, status } = await terminal.run('send', file, '--url', wms.url, '--json', ...more);
      return { ...(JSON.parse(output) as object), status };
    };
    // The first answer says which account is the shop's.
    expect(await send('practice-atlas@7', day('atlas 1.csv', 10))).toMatchObject({
      status: 0,
      orders: { accepted: 3 },
    });
    // Another shop's key by mistake: one order, and no more.
    expect(await send('practice-bodom@8', day('atlas 2.csv', 20))).toMatchObject({
      ended: 'paused',
      reason: { code: 'run.otherAccount', message: expect.stringContaining('7') as string },
      orders: { accepted: 1, ready: 2 },
    });
    // So it is where nothing was known of the shop's account, and the answer names another shop's.
    expect(await send('practice-atlas@7', day('bodom 0.csv', 40))).toMatchObject({
      ended: 'paused',
      reason: { code: 'run.accountOfOtherShop', message: expect.stringContaining('«Atlas»') as string },
      orders: { accepted: 1, ready: 2 },
    });
    expect(await send('practice-bodom@8', day('bodom 1.csv', 30), '--account', '7')).toMatchObject({
      reason: { code: 'run.otherAccount' },
      orders: { accepted: 1 },
    });
    // A person says that it is the right one.
    expect(await send('practice-bodom@8', day('bodom 1.csv', 30), '--account', '8')).toMatchObject({ status: 0 });
    const shops = JSON.parse((await office.run('shops', 'list', '--json')).output) as object;
    expect(shops).toMatchObject([
      { name: 'Atlas', account: 7 },
      { name: 'Bodom', account: 8 },
    ]);
  });

  it('keep apart whatever they send, in whichever order', { timeout: patience(300_000) }, async () => {
    const order = fc.record({
      id: fc.integer({ min: 1, max: 6 }),
      customer: fc.constantFrom('Karimova Aziza', 'Yusupov Bekzod', 'Rahimova Dilnoza'),
      product: fc.constantFrom(...names),
      quantity: fc.integer({ min: 1, max: 3 }),
    });
    const list = fc.uniqueArray(order, { selector: ({ id }) => id, minLength: 1, maxLength: 5 });
    const day = fc.record({
      atlas: list,
      bodom: list,
      order: fc.shuffledSubarray(['atlas', 'bodom'], { minLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(day, async (lists) => {
        const office = await Office.open();
        await office.addShop('Atlas', atlas);
        await office.addShop('Bodom', bodom);
        // Each shop's file comes twice: the second time nothing of it is new.
        for (const shop of [...lists.order, ...lists.order]) {
          const file = office.orders(`${shop}.csv`, lists[shop as 'atlas' | 'bodom']);
          expect(await office.send(file, '--own-numbers', shop === 'atlas' ? '70001' : '80001')).toMatchObject({
            status: 0,
          });
        }
        expect(office.created()).toEqual([...expected(lists.atlas, atlas), ...expected(lists.bodom, bodom)].sort());
      }),
      { numRuns: 6 },
    );
  });
});
