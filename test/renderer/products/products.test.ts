import { describe, expect, it } from 'vitest';
import { parseTypedProduct, toTypedProduct } from '../../../renderer/products/product-entry.ts';
import { searchProducts } from '../../../renderer/products/product-search.ts';
import { unmappedProductsIn, unmappedProductKey } from '../../../renderer/products/unmapped-products.ts';
import type { CauseView } from '../../../shared/contract/views.ts';
import type { Product } from '../../../shared/domain/products/product.ts';

describe('a typed product', () => {
  it('is read as a sheet’s cells are', () => {
    expect(parseTypedProduct({ productId: ' 17 ', variationId: '', price: '150 000' })).toEqual({
      values: { productId: 17, variationId: null, price: 150_000 },
      errors: {},
    });
    expect(parseTypedProduct(toTypedProduct({ productId: 17, variationId: 3, price: null })).values).toEqual({
      productId: 17,
      variationId: 3,
      price: null,
    });
  });

  it('is none without an id, and says what cannot be read', () => {
    expect(parseTypedProduct({ productId: '', variationId: '3', price: '' })).toEqual({ values: null, errors: {} });
    const { values, errors } = parseTypedProduct({ productId: 'CH-01', variationId: '3', price: '5 $' });
    expect(values).toBeNull();
    expect([errors.productId?.code, errors.variationId, errors.price?.code]).toEqual([
      'values.productId.letters',
      undefined,
      'values.otherCurrency',
    ]);
  });
});

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

describe('products that are not in the table', () => {
  const cause = (code: string, value: string, count: number, fixAll: CauseView['fixAll'] = null): CauseView => ({
    cause: value,
    code,
    severity: 'error',
    field: 'product_name',
    params: { value, keyKind: 'name' },
    count,
    orderCount: count,
    state: null,
    resendableCount: 0,
    firstPosition: { row: 2, column: 1 },
    fixAll,
  });
  const near = {
    kind: 'setProduct',
    keyKind: 'name',
    key: 'Piyolla',
    productId: 32,
    variationId: null,
    price: null,
    like: 'Piyola',
  } as const;

  it('come out of the list of problems, the commonest first, with what they resemble', () => {
    const unmapped = unmappedProductsIn([
      cause('orders.productUnmappedSuggested', 'Piyolla', 2, near),
      cause('orders.blank', '', 9),
      cause('orders.productUnmapped', 'Kosa', 5),
    ]);
    expect(unmapped.map(({ key, count, suggestion: resembled }) => [key, count, resembled?.productId])).toEqual([
      ['Kosa', 5, undefined],
      ['Piyolla', 2, 32],
    ]);
  });

  it('are told from other problems', () => {
    expect(unmappedProductKey({ code: 'orders.productUnmapped', params: { value: 'A-1', keyKind: 'code' } })).toEqual({
      keyKind: 'code',
      key: 'A-1',
    });
    expect(unmappedProductKey({ code: 'orders.noTablePrice', params: { value: 'A-1' } })).toBeNull();
  });
});
