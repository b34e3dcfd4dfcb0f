/**
 * A shop without order numbers, day after day: files made of one growing list, in any order, under any name, with
 * corrections and orders that are meant twice, go through the terminal to a WMS that takes whatever it is sent and offers no
 * look-up. In the end it has exactly the list; what it has not is held, and said.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPracticeServer, type PracticeServer } from '../../../main/practice/practice-server.ts';
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

  it(
    'ends with exactly the list, whatever files come of it, or says what it holds back',
    { timeout: 90_000 },
    async () => {
      const day = fc.record({
        grow: fc.integer({ min: 0, max: 3 }),
        again: fc.array(fc.nat({ max: 30 }), { maxLength: 2 }),
        subset: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        seed: fc.nat(),
        rename: fc.boolean(),
        start: fc.integer({ min: 1, max: 50_000 }),
        columns: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7, maxLength: 7 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(day, { minLength: 2, maxLength: 4 }), async (days) => {
          const all = await office();
          const list: ListedOrder[] = [];
          let held = 0;
          for (const [at, { grow, again, subset, seed, rename, start, columns }] of days.entries()) {
            const before = list.length;
            for (let more = 0; more < grow; more++) list.push(order(list.length));
            // Meant twice: the same row once more, in the list from now on.
            for (const which of again) if (list.length > 0) list.push(list[which % list.length] as ListedOrder);
            // Whatever came before may be left away today; what is new is there.
            const rows = list.filter(
              (_, index) => index >= before || subset[index % subset.length] === true || grow === 0,
            );
            // A row that is meant twice stands there as often as it is meant, else nobody could know.
            const whole = list.filter((one) => rows.includes(one));
            const shuffled = whole
              .map((one, index) => ({ one, key: (index * 7919 + seed) % 9973 }))
              .toSorted((a, b) => a.key - b.key)
              .map(({ one }) => one);
            if (shuffled.length === 0) continue;
            const file = path.join(all.folder, rename ? `kun-${at}.csv` : 'kun.csv');
            write(file, shuffled, columns);
            const { orders: counts } = await send(all, file, '--every-row', String(start));
            held = counts['duplicate'] ?? 0;
            expect(counts['total']).toBe(shuffled.length);
          }
          expect(held).toBe(0);
          expect(created(all.server)).toEqual(list.map(lineOf).sort());
          await all.server.stop();
        }),
        { numRuns: 15 },
      );
    },
  );
});
