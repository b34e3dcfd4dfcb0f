import { describe, expect, it } from 'vitest';
import { searchProducts } from '../../../renderer/products/product-search.ts';
import type { Product } from '../../../shared/domain/products/product.ts';

describe('the search', () => {
  const products: readonly Product[] = [
    { keyKind: 'code', key: 'CH-01', productId: 31, variationId: 310, price: null },
    { keyKind: 'name', key: 'Doʻppi', productId: 42, variationId: null, price: null },
  ];

  it.each([
    ['ch-0', ['CH-01']],
    ["do'p", ['Doʻppi']],
    ['42', ['Doʻppi']],
    ['310', ['CH-01']],
    ['', ['CH-01', 'Doʻppi']],
    ['yoʻq', []],
  ])('%j', (text, keys) => {
    expect(searchProducts(products, text).map(({ key }) => key)).toEqual(keys);
  });
});
