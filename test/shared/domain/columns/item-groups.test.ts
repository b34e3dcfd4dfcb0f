/** Items beside each other in a row (docs/domain.md, «Items in columns»). */
import { describe, expect, it } from 'vitest';
import { fileCodes, openRows, requestsOf } from '../../../support/batch.ts';

const customer = ['Buyurtma raqami', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Yetkazish sanasi'];
const person = (id: string) => [id, 'Karimova Aziza', '901234567', 'Buxoro viloyati', 'Navoiy 5', '26.11.2026 10:00'];

const itemsOf = (rows: readonly (readonly string[])[], products: Parameters<typeof openRows>[1] = {}) =>
  requestsOf(openRows(rows, products)).map(({ order_items: items }) =>
    items.map(({ client_product_id: id, quantity, price }) => [id, quantity, price]),
  );

describe('items in columns', () => {
  it('with equal headings', () => {
    const item = ['Mahsulot ID', 'Soni', 'Narxi'];
    const rows = [
      [...customer, ...item, ...item],
      [...person('501'), '11', '1', '90000', '12', '2', '35000'],
      [...person('502'), '13', '1', '150000'],
    ];
    expect(itemsOf(rows)).toEqual([
      [
        [11, 1, 90_000],
        [12, 2, 35_000],
      ],
      [[13, 1, 150_000]],
    ]);
    const batch = openRows(rows);
    expect(fileCodes(batch)).not.toContain('orders.twoColumns');
    const reasons = batch.columns().columns.map(({ reason }) => reason.code);
    expect([reasons[6], reasons[9], reasons[11]]).toEqual(['knownName', 'furtherItem', 'furtherItem']);
  });

  it('with numbered headings, by name', () => {
    const product = (key: string, productId: number) =>
      ({ keyKind: 'name', key, productId, variationId: null, price: null }) as const;
    const rows = [
      [...customer, 'Товар 1', 'Кол-во 1', 'Цена 1', 'Товар 2', 'Кол-во 2', 'Цена 2'],
      [...person('501'), 'Чайник', '1', '145000', 'Пиала', '6', '24000'],
    ];
    expect(itemsOf(rows, { products: [product('Чайник', 31), product('Пиала', 32)] })).toEqual([
      [
        [31, 1, 145_000],
        [32, 6, 24_000],
      ],
    ]);
  });

  it('amounts that repeat without their products are something else', () => {
    const rows = [
      [...customer, 'Mahsulot ID', 'Soni', 'Narxi', 'Soni'],
      [...person('501'), '11', '1', '90000', '7'],
    ];
    expect(itemsOf(rows)).toEqual([[[11, 1, 90_000]]]);
  });
});
