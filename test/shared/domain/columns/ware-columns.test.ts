/** Wares that are columns: what is taken as a matrix of products, and what is not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueCodes, openRows, requestsOf } from '../../../support/batch.ts';
import { interpretedSheet } from '../../../support/interpreted-sheet.ts';

const customers = [
  ['№ заявки', 'Клиент', 'Телефон', 'Область', 'Адрес'],
  ['811', 'Маркет «Орзу»', '+998914072385', 'Бухарская область', 'г. Бухара, ул. Навои, 11'],
  ['812', 'Магазин «Умид»', '+998936815509', 'Бухарская область', 'г. Гиждуван, ул. Навои, 72'],
] as const;

/** Headings of the columns that are taken as wares, beside the customers' columns. */
function wares(...columns: readonly (readonly [heading: string, first: string, second: string])[]): string[] {
  const { plan } = interpretedSheet(customers.map((row, at) => [...row, ...columns.map((column) => column[at] ?? '')]));
  return plan.wares.map((column) => plan.columns[column]?.heading ?? '');
}

describe('wares that are columns', () => {
  it('are columns of pieces side by side under headings of no field', () => {
    expect(wares(['Чай чёрный 100 г', '24', '48'], ['Кофе 50 г', '12', ''], ['Сахар 1 кг', '40', '0'])).toEqual([
      'Чай чёрный 100 г',
      'Кофе 50 г',
      'Сахар 1 кг',
    ]);
    // No slip of another word.
    expect(wares(['Patir', '10', '20'], ['Tandir non', '5', ''])).toEqual(['Patir', 'Tandir non']);
    expect(wares(['Kuryer', '1', '2'], ['Ombor', '1', '1'])).toEqual([]);
    expect(wares(['Non, dona', '10', '20'], ['Somsa, dona', '5', ''])).toEqual(['Non, dona', 'Somsa, dona']);
  });

  it('are none under a heading of codes: «Код блюда в WMS | Порций»', () => {
    expect(wares(['Код блюда в WMS', '501', '502'], ['Порций', '6', '4'])).toEqual([]);
    expect(wares(['Код', '501', '502'], ['Ост', '6', '4'])).toEqual([]);
  });

  it('leave the sum of their pieces alone', () => {
    expect(wares(['Чай', '2', '4'], ['Кофе', '1', ''], ['Всего шт', '3', '4'])).toEqual(['Чай', 'Кофе']);
  });

  it('are none where a column tells product, quantity or price', () => {
    const pieces = [
      ['Рулон', '1', '2'],
      ['Короб', '3', '4'],
    ] as const;
    expect(wares(...pieces, ['Товар', 'Чай', 'Кофе'])).toEqual([]);
    expect(wares(...pieces, ['Количество', '2', '3'])).toEqual([]);
    expect(wares(...pieces, ['Ххх', '150000', '90000'])).toEqual([]);
  });

  it('are all that are ordered, whatever stands between them, and in spite of one that nobody ordered', () => {
    expect(wares(['Чай', '2', '4'], ['Кофе', '1', ''], ['Рис', '', ''], ['Мука', '3', '4'], ['Соль', '', '2'])).toEqual(
      ['Чай', 'Кофе', 'Мука', 'Соль'],
    );
    expect(
      wares(['Чай', '2', '4'], ['Кофе', '1', ''], ['Примечание', 'тихо', ''], ['Мука', '3', '4'], ['Соль', '', '2']),
    ).toEqual(['Чай', 'Кофе', 'Мука', 'Соль']);
  });

  it('are not one column alone, nor floors and entrances', () => {
    expect(wares(['Чай', '2', '4'])).toEqual([]);
    expect(wares(['Подъезд', '2', '4'], ['Этаж', '3', '5'])).toEqual([]);
  });

  it('stand wherever they stand, in any number', () => {
    const word = fc.constantFrom('Чай', 'Нон', 'Гуруч', 'Ёғ', 'Kofe', 'Shakar', 'Makaron', 'Рис');
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 400 }),
        (all, pieces) => {
          const long = all.map((name) => `${name} 500 г`);
          expect(wares(...long.map((name, at) => [name, String(pieces + at), ''] as const))).toEqual(long);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('wares that the product table knows', () => {
  const products = [
    { keyKind: 'name', key: 'Patir', productId: 1, variationId: null, price: 8000 },
    { keyKind: 'name', key: 'Tandir non', productId: 2, variationId: null, price: 4000 },
    { keyKind: 'name', key: "Go'shtli somsa", productId: 3, variationId: null, price: 12000 },
    { keyKind: 'code', key: 'PT-1', productId: 1, variationId: null, price: 8000 },
    { keyKind: 'code', key: 'TN-2', productId: 2, variationId: null, price: 4000 },
    { keyKind: 'code', key: 'GS-3', productId: 3, variationId: null, price: 12000 },
  ] as const;
  const customers = [
    ['Buyurtma №', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Yetkazish vaqti'],
    ['91', 'Xosiyat Rajabova', '+998901642738', 'Samarqand viloyati', 'Urgut, Navoiy 6', '25.11.2026 08:00'],
    ['92', '"Shirin" choyxonasi', '+998935170842', 'Samarqand viloyati', 'Jomboy, Bobur 1', '25.11.2026 09:00'],
  ] as const;
  const opened = (headings: readonly string[], first: readonly string[], second: readonly string[]) =>
    openRows(
      customers.map((row, at) => [...row, ...([headings, first, second][at] ?? [])]),
      { products },
    );
  const items = (batch: ReturnType<typeof opened>) =>
    requestsOf(batch).map(({ order_items: all }) =>
      all.map(({ client_product_id: id, quantity, price }) => `${id}: ${quantity} × ${price}`),
    );
  const right = [['1: 10 × 8000', '3: 20 × 12000'], ['2: 50 × 4000']];

  it.each([
    [['Patir', 'Tandir non', "Go'shtli somsa"]],
    [['Патир', 'Тандир нон', 'Гўштли сомса']],
    [['Patir, dona', 'Tandir non (шт)', "Go'shtli somsa (ta)"]],
    [['PT-1', 'TN-2', 'GS-3']],
  ])('are taken with its ids and prices: %j', (headings) => {
    expect(items(opened(headings, ['10', '', '20'], ['', '50', '']))).toEqual(right);
  });

  it('cost what their headings say', () => {
    const batch = opened(['Patir (9000)', 'Tandir non - 5 000', "Go'shtli somsa"], ['10', '', '20'], ['', '50', '']);
    expect(items(batch)).toEqual([['1: 10 × 9000', '3: 20 × 12000'], ['2: 50 × 5000']]);
  });

  it.each([
    ['Jami', '30', '50'],
    ['Jami dona', '30', '50'],
    ['Jami summa', '320000', '200000'],
  ])('stand before a sum of them: %s', (heading, first, second) => {
    const batch = opened(
      ['Patir', 'Tandir non', "Go'shtli somsa", heading],
      ['10', '', '20', first],
      ['', '50', '', second],
    );
    expect(items(batch)).toEqual(right);
    expect(issueCodes(batch)).not.toContain('orders.totalDiffers');
  });
});
