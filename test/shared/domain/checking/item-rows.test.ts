import { describe, expect, it } from 'vitest';
import { openRows, requestsOf } from '../../../support/batch.ts';

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
