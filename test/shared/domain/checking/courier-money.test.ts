/** Money that the WMS has no field for: what is pointed out, with its sum, and what is not. */
import { describe, expect, it } from 'vitest';
import { openRows, testNow } from '../../../support/batch.ts';

const headings = [
  'order_id',
  'scheduled_at',
  'full_name',
  'phone',
  'address',
  'region',
  'client_product_id',
  'quantity',
  'price',
];
const order = (id: number) => [
  id,
  '25.11.2027 14:00',
  'Karimova Aziza',
  `+99890123450${id}`,
  'Navoiy 5',
  'Buxoro viloyati',
  7,
  1,
  50_000,
];

function opened(heading: string, ...cells: readonly (string | number)[]) {
  return openRows([[...headings, heading], ...cells.map((cell, at) => [...order(at + 1), cell])]);
}

const found = (heading: string, ...cells: readonly (string | number)[]) =>
  opened(heading, ...cells)
    .reminders(testNow)
    .courierMoney.signs.map(({ row, code, params }) => [row, code, params['sum'] ?? params['value']]);

describe('money that is not sent', () => {
  it('is a filled prepayment, with its sum', () => {
    expect(found('Oldindan to‘lov', '20 000', '', 0)).toEqual([[2, 'orders.prepaid', 20_000]]);
    expect(found('Предоплата', 15_000)).toEqual([[2, 'orders.prepaid', 15_000]]);
    expect(opened('Предоплата', 15_000, '5 000').reminders(testNow).courierMoney).toMatchObject({
      count: 2,
      prepaid: 20_000,
      fees: 0,
    });
  });

  it('is «paid», and a delivery fee', () => {
    expect(found('To‘lov holati', 'toʻlangan', 'toʻlanmagan', 'naqd')).toEqual([
      [2, 'orders.paidAlready', 'toʻlangan'],
    ]);
    expect(found('Payment Status', 'paid', 'unpaid')).toEqual([[2, 'orders.paidAlready', 'paid']]);
    expect(opened('Yetkazish narxi', 30_000).reminders(testNow).courierMoney).toMatchObject({ count: 1, fees: 30_000 });
  });

  it('is what a note says of it', () => {
    expect(found('Izoh', 'Pul olinmasin!', 'eshik yonida', 'Бесплатная доставка').map(([row]) => row)).toEqual([2, 4]);
  });

  it('is not what is still to be paid, nor a way of paying', () => {
    for (const [heading, cell] of [
      ['Qarz', 20_000],
      ['To‘lov turi', 'karta'],
      ['Наложенный платеж', 50_000],
    ] as const)
      expect(found(heading, cell)).toEqual([]);
  });

  it('holds nothing back', () => {
    expect(opened('Предоплата', 15_000).summary().counts.ready).toBe(1);
  });
});
