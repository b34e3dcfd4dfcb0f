/**
 * A shop without order numbers, day after day: files made of one growing list, in any order, under any name, with
 * corrections and orders that are meant twice, go through the terminal to a WMS that takes whatever it is sent and offers no
 * look-up. In the end it has exactly the list; what it has not is held, and said.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startPracticeServer, type PracticeServer } from '../../../main/practice/practice-server.ts';
import { listStory, playList } from '../../support/list-model.ts';
import { patience } from '../../support/patience.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';

interface ListedOrder {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly product: number;
  readonly quantity: number;
}

const headings = ['Mijoz', 'Telefon', 'Manzil', 'Viloyat', 'Mahsulot ID', 'Soni', 'Narxi'];
const cellsOf = (order: ListedOrder): readonly (string | number)[] => [
  order.name,
  order.phone,
  order.address,
  'Buxoro viloyati',
  order.product,
  order.quantity,
  50_000,
];

/** What the WMS must have: one line an order. */
const lineOf = ({ name, phone, address, product, quantity }: ListedOrder): string =>
  [name, `+998${phone}`, address, product, quantity].join('|');

function created(server: PracticeServer): string[] {
  return server
    .ledger()
    .map(({ request }) =>
      [
        request.full_name,
        request.phone,
        request.address,
        request.order_items[0]?.client_product_id,
        request.order_items[0]?.quantity,
      ].join('|'),
    )
    .sort();
}

function write(file: string, orders: readonly ListedOrder[], columns: readonly number[] = headings.map((_, at) => at)) {
  const lines = [headings, ...orders.map(cellsOf)].map((cells) => columns.map((at) => cells[at]).join(';'));
  writeFileSync(file, lines.join('\n'));
}

async function office(): Promise<{ terminal: TestTerminal; server: PracticeServer; folder: string }> {
  const server = await startPracticeServer({ uniqueIds: false, lookup: 'missing' });
  onTestFinished(() => server.stop());
  return { terminal: new TestTerminal({ WMS_TOKEN: 'practice-x' }), server, folder: temporaryFolder() };
}

async function send(
  { terminal, server }: Pick<Awaited<ReturnType<typeof office>>, 'terminal' | 'server'>,
  file: string,
  ...more: readonly string[]
) {
  const options = ['--url', server.url, '--every-row', '5000', '--set', 'scheduled_at=tomorrow 14:00'];
  const { output, remarks, status } = await terminal.run('send', file, ...options, ...more, '--json');
  if (!output.startsWith('{')) throw new Error(remarks);
  const { orders } = JSON.parse(output) as { orders: Record<string, number> };
  return { orders, status };
}

const order = (at: number, quantity = 1): ListedOrder => ({
  name: `Mijoz ${String.fromCodePoint(65 + (at % 26))}${at}`,
  phone: `90${String(1_000_000 + at)}`,
  address: `Navoiy ${at}`,
  product: 17 + (at % 3),
  quantity,
});
const orders = (from: number, to: number): ListedOrder[] =>
  Array.from({ length: to - from }, (_, at) => order(from + at));

describe('orders without a number', () => {
  it('a list that grew at its top and end, was reordered, and came again: each order once', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, orders(0, 5));
    expect((await send(all, file)).orders).toMatchObject({ accepted: 5 });
    const grown = [...orders(5, 8), ...orders(0, 5).reverse(), ...orders(8, 10)];
    write(file, grown);
    expect((await send(all, file)).orders).toMatchObject({ accepted: 5, alreadySent: 5 });
    const other = path.join(all.folder, 'ertangi kun (2).csv');
    write(other, orders(0, 10), [6, 2, 1, 0, 4, 3, 5]);
    expect((await send(all, other)).orders).toMatchObject({ alreadySent: 10 });
    expect(created(all.server)).toEqual(orders(0, 10).map(lineOf).sort());
  });

  it('two equal rows are two orders, and stay two when the file comes again; a third is a third', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, [order(1), order(1), order(2)]);
    await send(all, file);
    write(file, [order(2), order(1), order(1), order(1)]);
    expect((await send(all, file)).orders).toMatchObject({ accepted: 1, alreadySent: 3 });
    expect(created(all.server)).toEqual([order(1), order(1), order(1), order(2)].map(lineOf).sort());
  });

  it('an order that was changed after it was sent is held, and so is nothing else', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, orders(0, 3));
    await send(all, file);
    write(file, [order(0), order(1, 4), order(2), order(3)]);
    const { orders: counts, status } = await send(all, file);
    expect(counts).toMatchObject({ alreadySent: 2, duplicate: 1, accepted: 1 });
    expect(status).not.toBe(0);
    expect(created(all.server)).toEqual(orders(0, 4).map(lineOf).sort());
  });

  it.each([
    ['en', 'Already sent: 1', 'Changed after sending: 1', 'For you to decide: 1', 'Changed after sending'],
    [
      'uz',
      'Avval yuborilgan: 1',
      'Yuborilgandan keyin oʻzgargan: 1',
      'Qaroringiz kerak: 1',
      'Yuborilgandan keyin oʻzgargan',
    ],
    ['ru', 'Уже отправлены: 1', 'Изменились после отправки: 1', 'Ждут вашего решения: 1', 'Изменился после отправки'],
  ])('the terminal and the report say the four things with when and from which file (%s)', async (lang, ...words) => {
    const [sent, changed, toDecide, one] = words;
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, orders(0, 3));
    await send(all, file);
    writeNumbered(file, [
      [901, { ...order(0), name: 'Boshqa Odam', phone: '991112233' }],
      [902, { ...order(1), name: 'Boshqa Ayol', phone: '991112244' }],
    ]);
    expect((await sendNumbered(all, file)).orders).toMatchObject({ accepted: 2 });
    const report = path.join(all.folder, 'hisobot.csv');
    writeNumbered(file, [
      [901, { ...order(0), name: 'Boshqa Odam', phone: '991112233' }],
      [902, { ...order(1, 4), name: 'Boshqa Ayol', phone: '991112244' }],
      [903, order(2)],
      [904, order(7)],
    ]);
    const { output } = await all.terminal.run(
      'send',
      file,
      '--url',
      all.server.url,
      '--set',
      'scheduled_at=tomorrow 14:00',
      '--rule',
      'listKind=newOnly',
      '--report',
      report,
      '--lang',
      lang,
    );
    expect(output).toMatch(new RegExp(`^${sent} \\(«kun.csv», [\\d.]+ [\\d:]+\\)$`, 'mu'));
    expect(output).toMatch(new RegExp(`^${changed} \\(«kun.csv», [\\d.]+ [\\d:]+\\)$`, 'mu'));
    expect(output).toMatch(new RegExp(`^${toDecide} \\(«kun.csv», [\\d.]+ [\\d:]+\\)$`, 'mu'));
    expect(readFileSync(report, 'utf8')).toContain(`;${one};`);
  });

  it('another start number, another mapping and another day do not make a sent order new', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, orders(0, 4));
    await send(all, file);
    const renamed = path.join(all.folder, 'boshqa.csv');
    write(renamed, [...orders(0, 4), order(9)]);
    const more = ['--every-row', '900000', '--set', 'scheduled_at=31.12.2026 10:00', '--rule', 'status=omit'];
    expect((await send(all, renamed, ...more)).orders).toMatchObject({ alreadySent: 4, accepted: 1 });
    expect(created(all.server)).toEqual([...orders(0, 4), order(9)].map(lineOf).sort());
  });
});

const runsOfStories = Number(process.env['LIST_STORIES'] ?? 12);

describe('a list as a shop keeps it (list-model.ts)', () => {
  it(
    'ends with exactly the list, whatever files come of it',
    { timeout: patience(60_000 * runsOfStories) },
    async () => {
      await fc.assert(
        fc.asyncProperty(listStory(false), async (story) => {
          expect(await playList(story, temporaryFolder(), temporaryFolder())).toEqual({
            tooMany: [],
            missing: [],
            held: 0,
          });
        }),
        { numRuns: runsOfStories },
      );
    },
  );

  it(
    'what it lacks after a new version of the keys is held',
    { timeout: patience(60_000 * runsOfStories) },
    async () => {
      await fc.assert(
        fc.asyncProperty(listStory(true), async (story) => {
          const { tooMany, missing, held } = await playList(story, temporaryFolder(), temporaryFolder());
          expect(tooMany).toEqual([]);
          expect(missing.length).toBeLessThanOrEqual(held);
        }),
        { numRuns: Math.ceil(runsOfStories / 2) },
      );
    },
  );
});

/** Lines with the shop's own numbers; `more`: further columns. */
function writeNumbered(
  file: string,
  numbered: readonly (readonly [id: number | string, order: ListedOrder, ...more: readonly (string | number)[]])[],
  more: readonly string[] = [],
) {
  const lines = numbered.map(([id, one, ...others]) => [id, ...cellsOf(one), ...others]);
  writeFileSync(file, [['Buyurtma raqami', ...headings, ...more], ...lines].map((cells) => cells.join(';')).join('\n'));
}

async function sendNumbered(
  { terminal, server }: Pick<Awaited<ReturnType<typeof office>>, 'terminal' | 'server'>,
  file: string,
  ...more: readonly string[]
) {
  const options = more.some((word) => word.startsWith('scheduled_at=')) ? [] : ['--set', 'scheduled_at=tomorrow 14:00'];
  const { output, remarks, status } = await terminal.run(
    'send',
    file,
    '--url',
    server.url,
    ...options,
    ...more,
    '--json',
  );
  if (!output.startsWith('{')) throw new Error(remarks);
  const { orders } = JSON.parse(output) as { orders: Record<string, number> };
  return { orders, status };
}

/** Makes it so many days later than it is, for the app and the WMS. */
function passDays(days: number) {
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: now + days * 86_400_000 });
  onTestFinished(() => void vi.useRealTimers());
}

describe('orders with a number, day after day', () => {
  const numbered = (from: number, to: number) =>
    orders(from, to).map((one, at): [number, ListedOrder] => [1001 + from + at, one]);

  it('«tomorrow 14:00» is another date on the next day, and no order is another by it', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    writeNumbered(file, numbered(0, 4));
    expect((await sendNumbered(all, file)).orders).toMatchObject({ accepted: 4 });
    passDays(1);
    writeNumbered(file, numbered(0, 6));
    const { orders: counts, status } = await sendNumbered(all, file);
    expect(counts).toMatchObject({ alreadySent: 4, accepted: 2 });
    expect(status).toBe(0);
  });

  it.each([
    ['another constant', ['--set', 'scheduled_at=31.12.2030 10:00']],
    ['another rule for the status', ['--rule', 'status=omit']],
    ['another constant for the country', ['--set', 'country=Oʻzbekiston']],
    ['money per line', ['--rule', 'discountPer=line']],
  ])('%s does not make a sent order another', async (_, more) => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    writeNumbered(file, numbered(0, 3));
    await sendNumbered(all, file);
    const other = path.join(all.folder, 'boshqa.csv');
    writeNumbered(other, numbered(0, 4));
    expect((await sendNumbered(all, other, ...more)).orders).toMatchObject({ alreadySent: 3, accepted: 1 });
  });

  it('another default time does not make a sent order another', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    const dated = (to: number) =>
      numbered(0, to).map(([id, one]): [number, ListedOrder, string] => [id, one, '03.12.2030']);
    writeNumbered(file, dated(3), ['Yetkazish sanasi']);
    const first = await sendNumbered(all, file, '--set', 'scheduled_at=31.12.2030 10:00');
    expect(first.orders).toMatchObject({ accepted: 3 });
    writeNumbered(file, dated(4), ['Yetkazish sanasi']);
    const again = ['--set', 'scheduled_at=31.12.2030 11:00', '--rule', 'defaultTime=18:30'];
    expect((await sendNumbered(all, file, ...again)).orders).toMatchObject({ alreadySent: 3, accepted: 1 });
  });

  it('another profile for the same columns does not make a sent order another', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    const profile = path.join(all.folder, 'profil.json');
    writeNumbered(file, numbered(0, 3));
    await sendNumbered(all, file);
    writeFileSync(
      profile,
      JSON.stringify({
        format: 'order-importer-profile',
        version: 1,
        name: 'Ikkinchi',
        columns: [],
        constants: { scheduled_at: '31.12.2030 10:00' },
        rules: { status: 1 },
      }),
    );
    const other = path.join(all.folder, 'boshqa.csv');
    writeNumbered(other, numbered(0, 3), ['Izoh']);
    const counts = (await sendNumbered(all, other, '--profile', profile)).orders;
    expect(counts).toMatchObject({ alreadySent: 3, accepted: 0 });
  });

  it('another quantity is another content', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    writeNumbered(file, numbered(0, 2));
    await sendNumbered(all, file);
    writeNumbered(file, [
      [1001, order(0)],
      [1002, order(1, 7)],
    ]);
    expect((await sendNumbered(all, file)).orders).toMatchObject({ alreadySent: 1, duplicate: 1 });
  });
});

describe('a number that the shop adds later', () => {
  it('is matched to the order that went out without it, and says our number', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, orders(0, 3));
    await send(all, file);
    const later = path.join(all.folder, 'ertaga.csv');
    writeNumbered(later, [
      [701, order(2)],
      [702, order(0)],
      [703, order(1)],
      [704, order(5)],
    ]);
    expect((await sendNumbered(all, later)).orders).toMatchObject({ alreadySent: 3, accepted: 1 });
    expect(created(all.server)).toEqual([...orders(0, 3), order(5)].map(lineOf).sort());
    await all.terminal.run('send', later, '--url', all.server.url, '--report', path.join(all.folder, 'hisobot.csv'));
    const said = readFileSync(path.join(all.folder, 'hisobot.csv'), 'utf8');
    expect(said).toContain('under our number 5002');
  });

  it('belongs to one order: the same customer’s next order, alike in everything, is a new one', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, [order(1)]);
    await send(all, file);
    writeNumbered(file, [[701, order(1)]]);
    expect((await sendNumbered(all, file)).orders).toMatchObject({ alreadySent: 1 });
    const later = path.join(all.folder, 'ertaga.csv');
    writeNumbered(later, [[702, order(1)]]);
    expect((await sendNumbered(all, later)).orders).toMatchObject({ accepted: 1 });
    writeNumbered(later, [
      [702, order(1)],
      [701, order(1)],
    ]);
    expect((await sendNumbered(all, later)).orders).toMatchObject({ alreadySent: 2 });
    expect(created(all.server)).toEqual([order(1), order(1)].map(lineOf).sort());
  });

  it('two equal orders are two, and a third is new', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, [order(1), order(1)]);
    await send(all, file);
    writeNumbered(
      file,
      [701, 702, 703].map((id) => [id, order(1)] as const),
    );
    expect((await sendNumbered(all, file)).orders).toMatchObject({ alreadySent: 2, accepted: 1 });
  });

  it('an order with other content is new, whatever number it has', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, [order(1)]);
    await send(all, file);
    writeNumbered(file, [[701, order(1, 5)]]);
    expect((await sendNumbered(all, file)).orders).toMatchObject({ accepted: 1 });
  });

  it('of a shop that sends only new orders it is held, and asked about', async () => {
    const all = await office();
    const file = path.join(all.folder, 'kun.csv');
    write(file, [order(1)]);
    await send(all, file);
    writeNumbered(file, [[701, order(1)]]);
    expect((await sendNumbered(all, file, '--rule', 'listKind=newOnly')).orders).toMatchObject({ duplicate: 1 });
  });
});
