import { describe, expect, it } from 'vitest';
import { pasteProducts } from '../../../renderer/products/paste-products.ts';
import { emptyTypedProduct } from '../../../renderer/products/product-entry.ts';

const lines = [undefined, { ...emptyTypedProduct, price: '5000' }, undefined];

describe('a pasted column of ids', () => {
  it('fills the line that it was pasted into, and those below', () => {
    expect(pasteProducts(lines, 1, 'productId', '17\r\n18\r\n')).toEqual({
      lines: [
        emptyTypedProduct,
        { productId: '17', variationId: '', price: '5000' },
        { productId: '18', variationId: '', price: '' },
      ],
      left: 0,
    });
  });

  it('of several columns fills the fields beside it; what lies beyond them or below the list is left and counted', () => {
    expect(pasteProducts(lines, 2, 'variationId', '3\t9000\t?\n4')).toEqual({
      lines: [emptyTypedProduct, lines[1], { productId: '', variationId: '3', price: '9000' }],
      left: 1,
    });
  });

  it('is none where it is a single cell', () => {
    expect(pasteProducts(lines, 0, 'productId', '17\n')).toBeNull();
  });
});
