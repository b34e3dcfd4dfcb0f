/** The comparison with a bill: each order is paired once, by the WMS's id before the order number. */
import { expect, it } from 'vitest';
import { compareBill, sumUpMonth, type SentOrder } from '../../../../shared/domain/month/month.ts';

const sent = (orderId: number, more: Partial<SentOrder> = {}): SentOrder => ({
  orderId,
  wmsId: orderId + 1000,
  server: 'http://wms.example',
  at: 0,
  amount: 5000,
  items: 1,
  deliveryDay: null,
  shop: '',
  operator: null,
  fileName: 'a.csv',
  ...more,
});
const line = (row: number, orderId: number | null, wmsId: number | null, amount: number | null = 5000) => ({
  row,
  orderId,
  wmsId,
  amount,
});

it('pairs by id, then by number; what the bill has twice is theirs alone', () => {
  const orders = [sent(1), sent(2), sent(3), sent(4, { wmsId: null })];
  const compared = compareBill(orders, [
    line(2, null, 1001),
    line(3, 2, null, 6000),
    line(4, 4, null, null),
    line(5, 1, 1001),
    line(6, 9, null),
  ]);
  expect(compared.both.map(([{ orderId }, { row }]) => [orderId, row])).toEqual([
    [1, 2],
    [4, 4],
  ]);
  expect(compared.otherSum.map(([{ orderId }]) => orderId)).toEqual([2]);
  expect(compared.onlyOurs.map(({ orderId }) => orderId)).toEqual([3]);
  expect(compared.onlyTheirs.map(({ row }) => row)).toEqual([5, 6]);
});

it('sums up by day, and says of how many only the number is known', () => {
  const orders = [sent(1, { at: 1 }), sent(2, { at: 2, amount: null }), sent(3, { at: 1, amount: 2000 })];
  expect(sumUpMonth(orders, String)).toEqual({
    orders: 3,
    amount: 7000,
    withoutAmount: 1,
    days: [
      { day: '1', orders: 2, amount: 7000 },
      { day: '2', orders: 1, amount: 0 },
    ],
  });
});
