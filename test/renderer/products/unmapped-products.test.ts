import { describe, expect, it } from 'vitest';
import {
  productWithoutPrice,
  unmappedProductsIn,
  unmappedProductKey,
} from '../../../renderer/products/unmapped-products.ts';
import type { CauseView } from '../../../shared/contract/views.ts';

describe('products that are not in the table', () => {
  const cause = (code: string, value: string, count: number, fixAll: CauseView['fixAll'] = null): CauseView => ({
    cause: value,
    code,
    severity: 'error',
    field: 'product_name',
    params: { value, keyKind: 'name' },
    count,
    fixableCount: count,
    orderCount: count,
    state: null,
    resendableCount: 0,
    firstPosition: { row: 2, column: 1 },
    fixAll,
    always: null,
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

  it('a product without a price is the line of the table that it was found by', () => {
    const params = { value: 'A-1', keyKind: 'code', tableKeyKind: 'name', tableKey: 'Lagan', product: 33 };
    expect(productWithoutPrice({ code: 'orders.noTablePrice', params: { ...params, variation: '' } })).toEqual({
      keyKind: 'name',
      key: 'Lagan',
      productId: 33,
      variationId: null,
      price: null,
    });
    expect(productWithoutPrice({ code: 'orders.noTablePrice', params: { ...params, variation: 5 } })?.variationId).toBe(
      5,
    );
    expect(productWithoutPrice({ code: 'orders.productUnmapped', params })).toBeNull();
  });
});
