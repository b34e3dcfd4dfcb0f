/** The month from a terminal: its sums are those of the WMS, also when the customers' data is gone; a bill is compared with it. */
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PracticeServer } from '../../../../main/practice/practice-server.ts';
import { systemClock } from '../../../../main/ports.ts';
import { openStore } from '../../../../main/store/open-store.ts';
import { patience } from '../../../support/patience.ts';
import { readWorkbookFile } from '../../../support/read-written-files.ts';
import { TestTerminal } from '../../../support/terminal.ts';
import { startWms } from '../../../support/wms.ts';

interface Line {
  readonly id: number;
  readonly quantity: number;
  readonly price: number;
  readonly discount: number;
}

interface ShownMonth {
  readonly orders: number;
  readonly amount: number;
  readonly withoutAmount: number;
  readonly days: readonly { readonly day: string; readonly orders: number; readonly amount: number }[];
  readonly list: readonly {
    readonly orderId: number;
    readonly wmsId: number;
    readonly amount: number;
    readonly shop: string;
  }[];
  readonly bill: { readonly [K in 'both' | 'otherSum' | 'onlyOurs' | 'onlyTheirs']: readonly unknown[] } | null;
}

const headings = 'order_id;scheduled_at;full_name;phone;address;region;client_product_id;quantity;price;discount';
const rowOf = ({ id, quantity, price, discount }: Line): string =>
  `${id};25.11.2027 14:00;Karimova Aziza;+998901234501;Navoiy 5;Buxoro viloyati;7;${quantity};${price};${discount}`;

async function office() {
  const server = await startWms();
  onTestFinished(() => server.stop());
  const terminal = new TestTerminal({ WMS_TOKEN: 'practice-x', BODOM: 'practice-bodom@8' });
  const send = async (name: string, lines: readonly Line[], ...more: string[]): Promise<void> => {
    const file = path.join(terminal.home, name);
    writeFileSync(file, [headings, ...lines.map(rowOf)].join('\n'));
    const { status, remarks, output } = await terminal.run('send', file, '--url', server.url, ...more);
    if (status !== 0) throw new Error(remarks + output);
  };
  const month = async (...words: string[]): Promise<ShownMonth> => {
    const { output } = await terminal.run('month', '--json', ...words);
    return JSON.parse(output) as ShownMonth;
  };
  return { server, terminal, send, month };
}

/** What the WMS would bill: one sum an order. */
function sums(
  server: PracticeServer,
): readonly { readonly id: number; readonly wmsId: number; readonly amount: number }[] {
  return server.ledger().map(({ id, orderId, request }) => ({
    id: orderId,
    wmsId: id,
    amount: request.order_items.reduce((sum, item) => sum + item.final_price * item.quantity, 0),
  }));
}

const total = (list: readonly { readonly amount: number }[]): number =>
  list.reduce((sum, { amount }) => sum + amount, 0);

describe('the month', () => {
  it('has the sums of the WMS, whatever was sent', { timeout: patience(200_000) }, async () => {
    const line = fc
      .record({
        id: fc.integer({ min: 1, max: 500 }),
        quantity: fc.integer({ min: 1, max: 4 }),
        price: fc.integer({ min: 1, max: 90 }).map((price) => price * 1000),
        part: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ part, ...rest }) => ({ ...rest, discount: Math.floor((rest.price * part) / 10) }));
    const orders = fc.uniqueArray(line, { selector: ({ id }) => id, minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(orders, fc.nat(), async (lines, at) => {
        const { server, send, month, terminal } = await office();
        await send('orders.csv', lines);
        const shown = await month();
        const theirs = sums(server);
        expect(shown).toMatchObject({ orders: theirs.length, amount: total(theirs), withoutAmount: 0 });
        expect(shown.days.map(({ orders: count, amount }) => [count, amount])).toEqual([
          [theirs.length, total(theirs)],
        ]);
        expect(shown.list.map(({ orderId, wmsId, amount }) => [orderId, wmsId, amount]).toSorted()).toEqual(
          theirs.map(({ id, wmsId, amount }) => [id, wmsId, amount]).toSorted(),
        );
        // Their bill lacks one, has another sum for the next, and one that is nobody's.
        const missing = at % theirs.length;
        const changed = theirs.length > 1 ? (missing + 1) % theirs.length : -1;
        const billed = theirs.flatMap(({ wmsId, amount }, index) =>
          index === missing ? [] : [`${wmsId};${index === changed ? amount + 1000 : amount}`],
        );
        const bill = path.join(terminal.home, 'bill.csv');
        writeFileSync(bill, ['WMS ID;Jami summa', ...billed, '999999;5000'].join('\n'));
        const { bill: compared } = await month('--bill', bill);
        expect(Object.fromEntries(Object.entries(compared ?? {}).map(([kind, list]) => [kind, list.length]))).toEqual({
          both: Math.max(0, theirs.length - 2),
          otherSum: changed < 0 ? 0 : 1,
          onlyOurs: 1,
          onlyTheirs: 1,
        });
      }),
      { numRuns: 6 },
    );
  });

  it('is told by shop, and outlives the customers’ data', async () => {
    const { terminal, send, month } = await office();
    await terminal.run('shops', 'add', 'Atlas');
    await terminal.run('shops', 'add', 'Bodom');
    await send('atlas.csv', [{ id: 1, quantity: 2, price: 50_000, discount: 0 }]);
    await send('bodom.csv', [{ id: 2, quantity: 1, price: 70_000, discount: 10_000 }], '--token-env', 'BODOM');
    expect(await month('--shop', 'Atlas')).toMatchObject({ orders: 1, amount: 100_000, list: [{ shop: 'Atlas' }] });
    expect(await month('--shop', 'Bodom')).toMatchObject({ orders: 1, amount: 60_000 });
    expect(await month('--who', os.userInfo().username)).toMatchObject({ orders: 2 });
    expect(await month('--who', 'nobody of this name')).toMatchObject({ orders: 0 });
    const store = openStore(terminal.home, systemClock);
    if (!store.ok) throw new Error(store.error.code);
    await store.value.upkeep.purge(Date.now() + 1);
    store.value.close();
    const shown = await month();
    expect(shown).toMatchObject({ orders: 2, amount: 160_000, withoutAmount: 0 });
    expect(JSON.stringify(shown)).not.toContain('Karimova');
    const { output } = await terminal.run('month');
    expect(output).toContain('160');
  });

  it('is saved as a workbook, of the days that were asked for', async () => {
    const { terminal, send, month } = await office();
    await send('a.csv', [{ id: 1, quantity: 1, price: 50_000, discount: 0 }]);
    const file = path.join(terminal.home, 'month.xlsx');
    await month('-o', file);
    const workbook = await readWorkbookFile(file);
    expect(workbook.map(({ name }) => name)).toEqual(['By day', 'Orders']);
    expect(workbook[1]?.rows[1]?.[3]).toBe('50000');
    expect(await month('--from', '01.01.2020', '--to', '31.01.2020')).toMatchObject({ orders: 0, amount: 0 });
    const refused = await terminal.run('month', '--from', '31.02.2020', '--json');
    expect(JSON.parse(refused.output)).toMatchObject({ error: { code: 'month.day' } });
  });
});
