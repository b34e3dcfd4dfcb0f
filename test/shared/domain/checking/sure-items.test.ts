import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../../shared/domain/model/rules.ts';
import type { Product } from '../../../../shared/domain/products/product.ts';
import { fileCodes, issueCodes, openRows, requestsOf } from '../../../support/batch.ts';

const customer = ['Buyurtma raqami', 'Mijoz', 'Telefon', 'Viloyat', 'Manzil', 'Yetkazish vaqti'];
const name = (key: string, productId: number, price: number | null): Product => ({
  keyKind: 'name',
  key,
  productId,
  variationId: null,
  price,
});
const table: readonly Product[] = [
  name('Choynak', 31, 150_000),
  name('Piyola', 32, 25_000),
  name('Gantel 3 kg', 33, 85_000),
  name('Choy + shakar toʻplami', 34, 70_000),
  name('Choy', 35, 30_000),
  name('Qoshiq 6 dona', 36, 60_000),
  name('Lagan', 37, null),
  { keyKind: 'code', key: 'CH-1', productId: 31, variationId: null, price: 150_000 },
];

/** A sheet with these columns behind the usual ones. */
function sheet(
  more: readonly string[],
  rows: readonly (readonly string[])[],
  rules: Partial<Rules> = {},
  products = table,
) {
  return openRows(
    [
      [...customer, ...more],
      ...rows.map((row, at) => [
        `${701 + at}`,
        'Karimova Aziza',
        `+99890123070${at}`,
        'Buxoro viloyati',
        `Navoiy ${at + 1}`,
        '25.11.2026 10:00',
        ...row,
      ]),
    ],
    { products, rules },
  );
}
const inCells = (...cells: readonly string[]) =>
  sheet(
    ['Mahsulotlar'],
    cells.map((cell) => [cell]),
  );
const items = (batch: ReturnType<typeof sheet>) =>
  requestsOf(batch).map(({ order_items: all }) =>
    all.map(({ client_product_id: id, quantity, price }) => [id, quantity, price]),
  );
const asked = (batch: ReturnType<typeof sheet>) =>
  batch.summary().fileIssues.find(({ code }) => code === 'orders.splitQuestion');

describe('wares in one cell that are split without a question', () => {
  it('are known to the product table, each with its pieces', () => {
    const batch = inCells('Choynak x2; Piyola x6', 'Gantel 3 kg - 2 dona', 'Piyola 1 dona + Choynak 1 dona');
    expect(items(batch)).toEqual([
      [
        [31, 2, 150_000],
        [32, 6, 25_000],
      ],
      [[33, 2, 85_000]],
      [
        [32, 1, 25_000],
        [31, 1, 150_000],
      ],
    ]);
    expect(fileCodes(batch).filter((code) => /split|items|missing/iu.test(code))).toEqual(['orders.itemsKnown']);
    const notice = batch.summary().fileIssues.find(({ code }) => code === 'orders.itemsKnown');
    expect(notice).toMatchObject({
      severity: 'notice',
      params: { count: 3, example: 'Choynak x2; Piyola x6', parts: 'Choynak × 2 + Piyola × 6' },
    });
    expect(notice?.answers).toHaveLength(2);
  });

  it('may be one, also without a count where other cells count', () => {
    expect(items(inCells('Choynak x2; Piyola x6', 'Gantel 3 kg', 'CH-1'))).toEqual([
      [
        [31, 2, 150_000],
        [32, 6, 25_000],
      ],
      [[33, 1, 85_000]],
      [[31, 1, 150_000]],
    ]);
  });

  it('stand in a cart of a program, or beside their quantities', () => {
    const cart = inCells('[{"id":9,"name":"Choynak","qty":1,"price":140000},{"id":8,"name":"Piyola","qty":6}]');
    expect(items(cart)).toEqual([
      [
        [31, 1, 140_000],
        [32, 6, 25_000],
      ],
    ]);
    const beside = sheet(
      ['Mahsulotlar', 'Soni'],
      [
        ['Choynak / Piyola', '1 / 6'],
        ['Lagan', '1'],
      ],
    );
    expect(asked(beside)).toBeUndefined();
    expect(items(beside)).toEqual([
      [
        [31, 1, 150_000],
        [32, 6, 25_000],
      ],
    ]);
  });

  it('agree with the row’s own pieces and sum', () => {
    const batch = sheet(['Mahsulotlar', 'Soni', 'Narxi'], [['Choynak x2; Piyola x6', '8', '450000']]);
    expect(asked(batch)).toBeUndefined();
    expect(items(batch)).toEqual([
      [
        [31, 2, 150_000],
        [32, 6, 25_000],
      ],
    ]);
  });

  it('are one where the product table knows the whole cell, whatever stands in it', () => {
    const rules: Partial<Rules>[] = [{}, { splitItems: 'on' }];
    for (const rule of rules) {
      const batch = sheet(
        ['Mahsulotlar'],
        [['Choynak x2; Piyola x1'], ['Qoshiq 6 dona'], ['Choy + shakar toʻplami x2']],
        rule,
      );
      expect(items(batch).slice(1)).toEqual([[[36, 1, 60_000]], [[34, 2, 70_000]]]);
    }
  });

  it('of which one is unknown leave only that one open', () => {
    const batch = inCells('Choynak x2; Piyola x6', 'Choynak x1; Vaza x2');
    expect(asked(batch)).toBeUndefined();
    expect(issueCodes(batch)).toEqual(['orders.productUnmapped']);
    expect(batch.causes()[0]?.params).toMatchObject({ value: 'Vaza' });
    expect(items(batch)).toHaveLength(1);
  });

  it('add up to the row’s sum, though the product table knows none: only the wares are asked about', () => {
    const cell = 'Vaza 2 x 40 000; Krem 1 x 20 000';
    const batch = sheet(['Mahsulotlar', 'Jami summa'], [[cell, '100000']]);
    expect(asked(batch)).toBeUndefined();
    const unmapped = batch.causes().filter(({ code }) => code === 'orders.productUnmapped');
    expect(unmapped.map(({ params }) => params?.['value']).toSorted()).toEqual(['Krem', 'Vaza']);
    expect(fileCodes(batch)).not.toContain('orders.missingField');
    expect(asked(sheet(['Mahsulotlar', 'Jami summa'], [[cell, '120000']]))).toBeDefined();
  });

  it('without a price leave only that open', () => {
    const batch = inCells('Lagan x2; Piyola x6');
    expect(asked(batch)).toBeUndefined();
    expect(issueCodes(batch)).toEqual(['orders.noTablePrice']);
  });

  it('are left as they are where a person said so', () => {
    const off = sheet(['Mahsulotlar'], [['Choynak x2; Piyola x6']], { splitItems: 'off' });
    expect(items(off)).toEqual([]);
    expect(fileCodes(off)).not.toContain('orders.itemsKnown');
  });

  it('are split anew where a cell is typed', () => {
    const batch = inCells('Choynak x2; Piyola x6', 'Krem va Piyola 3 ta');
    expect(asked(batch)?.params).toMatchObject({ count: 1, example: 'Krem va Piyola 3 ta' });
    batch.applyEdit({ kind: 'cells', cells: [{ row: 3, column: 6, text: 'Choynak x3; Piyola x3' }] });
    expect(asked(batch)).toBeUndefined();
    expect(items(batch)).toHaveLength(2);
  });
});

describe('wares in one cell that are asked about as before', () => {
  const only = (cell: string, ...more: readonly (readonly [heading: string, text: string])[]) =>
    sheet(['Mahsulotlar', ...more.map(([heading]) => heading)], [[cell, ...more.map(([, text]) => text)]]);

  it.each([
    ['none is known', 'Vaza x2; Krem x1'],
    ['one has no count', 'Choynak, Piyola 3 ta'],
    ['«va» between one count', 'Choynak va Piyola 3 ta'],
    ['one or the other', 'Choynak x2 yoki Piyola x2'],
    ['a ware beside something else', 'Choynak x2; sovgʻaga oʻrab bering'],
  ])('%s', (_, cell) => {
    const batch = only(cell);
    expect(asked(batch)?.params).toMatchObject({ count: 1 });
    expect(items(batch)).toEqual([]);
  });

  it('a count that is not the row’s', () => {
    expect(asked(only('Choynak x2; Piyola x6', ['Soni', '3']))?.params).toMatchObject({ count: 1 });
    expect(asked(only('Choynak x2', ['Soni', '1']))?.params).toMatchObject({ count: 1 });
  });

  it('a sum that is not theirs', () => {
    expect(asked(only('Choynak x2; Piyola x6', ['Narxi', '400000']))?.params).toMatchObject({ count: 1 });
    // Where only a total says so, they are split, and the total is what is said.
    const total = only('Choynak x2; Piyola x6', ['Jami summa', '400000']);
    expect(asked(total)).toBeUndefined();
    expect(issueCodes(total)).toContain('orders.totalDiffers');
  });

  it('without a product table', () => {
    expect(asked(sheet(['Mahsulotlar'], [['Choynak x2; Piyola x6']], {}, []))?.params).toMatchObject({ count: 1 });
  });

  it('only the cells that are not sure', () => {
    const batch = inCells('Choynak x2; Piyola x6', 'Choynak va Piyola 3 ta');
    expect(asked(batch)?.params).toMatchObject({ count: 1, example: 'Choynak va Piyola 3 ta' });
    expect(items(batch)).toHaveLength(1);
    expect(fileCodes(batch)).toContain('orders.itemsKnown');
  });
});
