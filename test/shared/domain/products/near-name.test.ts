import { describe, expect, it } from 'vitest';
import { nameDistance, wordsOfName } from '../../../../shared/domain/products/near-name.ts';
import { ProductTable } from '../../../../shared/domain/products/product-table.ts';

const distance = (one: string, other: string): number | null => nameDistance(wordsOfName(one), wordsOfName(other));

describe('a name that may mean a product of another name', () => {
  it.each([
    ['чайник 1,5 л', 'Choynak 1.5L', 0],
    ['Чайник', 'Choynak 1.5L', 1],
    ['Ляган большой', 'Lagan katta', 0],
    ['набор пиал', 'Piyola to‘plami', 0],
    ['Teapot', 'Чойнак', 0],
    ['наволочки', 'Наволочка', 0],
    ['qora futbolka', 'Футболка черная XL', 1],
    ['полотенце махровое 70х140', 'Sochiq maxroviy 70x140', 0],
  ])('«%s» and «%s»', (one, other, expected) => {
    expect(distance(one, other)).toBe(expected);
  });

  it.each([
    ['чайник 1 л', 'Choynak 1.5L'],
    ['Чайник', 'Чай'],
    ['большой', 'Lagan katta'],
    ['Красная футболка', 'Futbolka qora'],
    ['Сковорода 24 см', 'Сковорода 28 см'],
    ['Kurtka 42', 'Kurtka'],
    ['', 'Choynak'],
  ])('not «%s» and «%s»', (one, other) => {
    expect(distance(one, other)).toBeNull();
  });
});

describe('the product table', () => {
  const table = new ProductTable(
    [
      ['Choynak 1.5L', 31],
      ['Choynak 1L', 34],
      ['Пиёла катта', 32],
      ['Lagan', 33],
      ['Lagan katta', 35],
    ].map(([key, productId]) => ({
      keyKind: 'name' as const,
      key: String(key),
      productId: Number(productId),
      variationId: null,
      price: null,
    })),
  );

  it.each([
    ['чайник 1.5 литра', 31],
    ['чайник 1,0 л', 34],
    ['Пиала', 32],
    ['Ляган', 33],
    ['большой ляган', 35],
    ['чайник', undefined],
    ['самовар', undefined],
  ])('offers for «%s» the one product that it may mean', (key, productId) => {
    expect(table.nearest('name', key)?.productId).toBe(productId);
  });

  it('finds none of them by itself', () => {
    expect(table.find('name', 'чайник 1.5 литра')).toBeUndefined();
  });
});
