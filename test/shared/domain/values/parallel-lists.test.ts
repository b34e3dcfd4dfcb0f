/** Lists of products beside lists of their quantities. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parallelProducts } from '../../../../shared/domain/values/parallel-lists.ts';

describe('lists beside each other', () => {
  it.each([
    ['Чайник / Пиала', '1 / 6', '', ['Чайник × 1', 'Пиала × 6']],
    ['Чайник\nПиала', '1\n6', '150000\n25000', ['Чайник × 1 по 150000', 'Пиала × 6 по 25000']],
    ['Choynak; Piyola', '1 dona; 6 dona', '150 000; 25 000', ['Choynak × 1 по 150000', 'Piyola × 6 по 25000']],
    ['31 | 32', '2/4', '', ['31 × 2', '32 × 4']],
  ])('%j with %j', (names, quantities, prices, expected) => {
    const products = parallelProducts(names, quantities, prices) ?? [];
    expect(
      products.map(({ name, quantity, price }) => `${name} × ${quantity}${price === null ? '' : ` по ${price}`}`),
    ).toEqual(expected);
  });

  it.each([
    ['Чайник / Пиала', '7'],
    ['Чайник / Пиала', '1 / 2 / 3'],
    ['Чайник', '1 / 6'],
    ['Чайник / Пиала', '1 / много'],
    ['Чайник / Пиала', '0 / 6'],
  ])('%j with %j is none', (names, quantities) => expect(parallelProducts(names, quantities, '')).toBeNull());

  it('whatever parts them, keep each product with its quantity', () => {
    const mark = fc.constantFrom(' / ', '; ', '\n', ' | ', ' + ');
    const items = fc.array(
      fc.tuple(fc.constantFrom('Чайник', 'Пиала 6 л', 'Lagan-2', '31'), fc.integer({ min: 1, max: 900 })),
      {
        minLength: 2,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(items, mark, mark, (all, between, amongst) => {
        const read = parallelProducts(
          all.map(([name]) => name).join(between),
          all.map(([, count]) => count).join(amongst),
          '',
        );
        expect(read?.map(({ name, quantity }) => [name, quantity])).toEqual(all);
      }),
    );
  });
});
