import { describe, expect, it } from 'vitest';
import { issueCodes, openRows, requestsOf } from '../../../support/batch.ts';

const customer = ['Юнусова Барно', '901234567', 'Buxoro viloyati', 'ул. Навои 9', '25.11.2026 10:00'];
const head = ['Номер заказа', 'ID товара', 'Кол-во', 'Цена', 'Получатель', 'Телефон', 'Область', 'Адрес', 'Доставка'];
const itemsWith = (pieces: string, price = '') =>
  requestsOf(
    openRows([head, ['812', '', pieces, price, ...customer], ['', '45', '2', '60000'], ['', '46', '3', '30000']]),
  ).map(({ order_items: items }) => items.map((item) => [item.client_product_id, item.quantity]));

describe('a row that heads the items of its order', () => {
  it('is none of them, also where it says how many pieces they are together', () => {
    const both = [
      [
        [45, 2],
        [46, 3],
      ],
    ];
    expect([itemsWith(''), itemsWith('5')]).toEqual([both, both]);
  });

  it('is one whose product is missing where its pieces are others, or it has a price', () => {
    expect([itemsWith('6'), itemsWith('5', '1000')]).toEqual([[], []]);
  });
});

describe('a line of delivery among the wares of an order', () => {
  const named = head.map((heading) => (heading === 'ID товара' ? 'Товар' : heading));
  const key = { keyKind: 'name', variationId: null, price: null } as const;
  const tea = { ...key, key: 'Чай', productId: 31 };
  const delivery = { ...key, key: 'Доставка', productId: 900 };
  const open = (products: readonly (typeof tea)[], ...rows: readonly (readonly string[])[]) =>
    openRows([named, ...rows], { products: [...products] });
  const row = (ware: string, price: string) => ['812', ware, '1', price, ...customer];

  it('is no item: its sum is money that the courier would not take', () => {
    const batch = open([tea], row('Чай', '60000'), row('Услуга доставки', '25000'));
    expect(requestsOf(batch).map(({ order_items: items }) => items.map((item) => item.client_product_id))).toEqual([
      [31],
    ]);
    expect(issueCodes(batch)).toEqual(['orders.deliveryFee', 'orders.feeRow']);
    expect(issueCodes(open([tea], row('Чай', '60000'), row('Доставка', '0')))).toEqual(['orders.feeRow']);
  });

  it('is one where the shop’s table has it as a product, or nothing else is ordered', () => {
    const both = open([tea, delivery], row('Чай', '60000'), row('Доставка', '25000'));
    expect(requestsOf(both)[0]?.order_items).toHaveLength(2);
    expect(issueCodes(open([tea], row('Доставка', '25000')))).toContain('orders.productUnmapped');
  });
});
