/** The month as the window has it: each day's orders a part at a time, however many they are. */
import { expect, it } from 'vitest';
import type { MonthQuery } from '../../../shared/contract/month.ts';
import { sumUpMonth } from '../../../shared/domain/month/month.ts';
import type { SharedLedgerEntry } from '../../../shared/domain/sending/ledger-file.ts';
import { epochFromLocal, localFromEpoch } from '../../../shared/domain/values/dates/tashkent-time.ts';
import { startServices } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const server = 'https://wms.example';
const days = ['2026-11-03', '2026-11-04', '2026-12-01'];

/** Thousands of orders of three days, of two shops and two operators; every fiftieth without a sum. */
const entries = Array.from({ length: 3000 }, (_, index): SharedLedgerEntry => {
  const shop = index % 2 === 0 ? 'Atlas' : 'Bodom';
  return {
    server,
    orderId: 1001 + index,
    state: 'accepted',
    bodyHash: null,
    fileName: `${shop}.csv`,
    wmsId: 50_001 + index,
    // The last minute of the day and its first one are the same day in Tashkent.
    at: epochFromLocal(`${days[index % 3]}T${index % 7 === 0 ? '23:59:30' : '00:00:30'}`),
    keys: [],
    shop: { id: shop.toLowerCase(), name: shop },
    operator: index % 5 === 0 ? 'Malika' : 'Aziz',
    ...(index % 50 === 0 ? {} : { facts: { amount: 1000 + index, items: 1, deliveryDay: '2026-12-02' } }),
  };
});

it('has every order of a day once, page by page, as the day’s sum counts them', async () => {
  const services = startServices(temporaryFolder());
  await services.store.shops.add('Atlas', 'First');
  await services.store.shops.add('Bodom', 'First');
  await services.store.ledger.merge(entries);
  const november: MonthQuery = { from: '2026-11-01', to: '2026-11-30', shop: null, operator: null };
  for (const query of [november, { ...november, shop: 'bodom', operator: 'Malika' }]) {
    const month = await services.month.month(query);
    // As the terminal and the workbook sum up the list.
    const period = { from: epochFromLocal('2026-11-01T00:00:00'), to: epochFromLocal('2026-12-01T00:00:00') };
    const list = await services.store.sentOrders.list({ ...query, ...period });
    expect(month).toMatchObject(sumUpMonth(list, (at) => localFromEpoch(at).slice(0, 10)));
    expect(month.days.map(({ day }) => day)).toEqual(days.slice(0, 2));
    for (const { day, orders, amount } of month.days) {
      const shown = [];
      for (let start = 0; ; start += 100) {
        const page = await services.month.orders({ ...query, from: day, to: day, start, count: 100 });
        expect(page).toMatchObject({ total: orders, start });
        if (page.orders.length === 0) break;
        shown.push(...page.orders);
      }
      const expected = entries.filter(
        ({ shop, operator }, index) =>
          index % 3 === days.indexOf(day) &&
          (query.shop === null || shop?.id === query.shop) &&
          (query.operator === null || operator === query.operator),
      );
      expect(new Set(shown.map(({ orderId }) => orderId)).size).toBe(shown.length);
      expect(shown.map(({ orderId }) => orderId).toSorted((a, b) => a - b)).toEqual(
        expected.map(({ orderId }) => orderId),
      );
      expect(shown.every(({ wmsId, orderId }) => wmsId === orderId + 49_000)).toBe(true);
      expect(shown.reduce((sum, order) => sum + (order.amount ?? 0), 0)).toBe(amount);
      expect(shown.map(({ at }) => at)).toEqual(shown.map(({ at }) => at).toSorted((a, b) => a - b));
    }
  }
  expect(await services.month.orders({ ...november, shop: 'nobody', start: 0, count: 100 })).toEqual({
    total: 0,
    start: 0,
    orders: [],
  });
});
