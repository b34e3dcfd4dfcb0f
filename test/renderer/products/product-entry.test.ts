import { describe, expect, it } from 'vitest';
import { changedProducts, parseTypedProduct, toTypedProduct } from '../../../renderer/products/product-entry.ts';

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

it('tells which products their lines change: by value, not by how it is typed', () => {
  const product = (key: string, productId: number) => ({
    keyKind: 'name' as const,
    key,
    productId,
    variationId: null,
    price: 150_000,
  });
  const products = [product('Choynak', 17), product('Piyola', 18), product('Lagan', 19)];
  const lines = products.map(toTypedProduct);
  expect(changedProducts(products, lines)).toEqual([]);
  const typed = [
    { ...toTypedProduct(product('Choynak', 17)), price: '150 000' },
    { productId: '20', variationId: '3', price: '' },
    { productId: 'L-1', variationId: '', price: '' },
  ];
  expect(changedProducts(products, typed)).toEqual([
    { before: products[1], after: { ...products[1], productId: 20, variationId: 3, price: null } },
  ]);
});
