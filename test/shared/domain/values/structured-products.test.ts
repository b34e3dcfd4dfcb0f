import { describe, expect, it } from 'vitest';
import { listedProducts } from '../../../../shared/domain/values/listed-products.ts';
import { structuredProducts } from '../../../../shared/domain/values/structured-products.ts';

describe('products that a program wrote into a cell', () => {
  it.each<[string, unknown, ReturnType<typeof structuredProducts>]>([
    [
      'a list with names, quantities and prices',
      [
        { id: 31, name: 'Choynak', qty: 1, price: 150000 },
        { id: 32, name: 'Piyola', qty: '6', price: '25000.00' },
      ],
      [
        { name: 'Choynak', quantity: 1, price: 150000, id: 31 },
        { name: 'Piyola', quantity: 6, price: 25000, id: 32 },
      ],
    ],
    [
      'a line of an order, whose product has a number of its own, and a code',
      [{ id: 4801, product_id: 31, name: 'Choynak', sku: 'CH-1', quantity: 1 }],
      [{ name: 'Choynak', quantity: 1, price: null, code: 'CH-1', id: 31 }],
    ],
    [
      'a payment with its products, of which the sums are given',
      { orderid: '4801', products: [{ title: 'Чайник', Quantity: 2, amount: 300000 }], amount: 300000 },
      [{ name: 'Чайник', quantity: 2, price: 150000 }],
    ],
    ['a code where no name is given', [{ sku: 'CH-1', quantity: 3 }], [{ name: 'CH-1', quantity: 3, price: null }]],
    [
      'a sum that its pieces do not share',
      [{ name: 'Choynak', qty: 3, total: 100 }],
      [{ name: 'Choynak', quantity: 3, price: null }],
    ],
    ['a product without a quantity', [{ name: 'Choynak' }, { name: 'Piyola', qty: 2 }], null],
    ['something else', { name: 'Choynak', qty: 2 }, null],
  ])('%s', (_, cart, products) => {
    expect(structuredProducts(JSON.stringify(cart))).toEqual(products);
    if (products !== null) expect(listedProducts(JSON.stringify(cart))).toEqual(products);
  });

  it('reads products whose parts have names, one after the other', () => {
    const cart = 'name:Ceramic bowl|sku:CB-1|quantity:2|total:180000; name:Suzani|sku:SR-4|quantity:1|total:350000';
    const products = [
      { name: 'Ceramic bowl', quantity: 2, price: 90000, code: 'CB-1' },
      { name: 'Suzani', quantity: 1, price: 350000, code: 'SR-4' },
    ];
    expect(structuredProducts(cart)).toEqual(products);
    expect(listedProducts(cart)).toEqual(products);
    expect(structuredProducts('name:Bowl|sku:CB-1')).toBeNull();
    expect(structuredProducts('Choynak x2|Piyola x6')).toBeNull();
    expect(structuredProducts('31:2|32:1')).toBeNull();
  });

  it('is no JSON: brackets around products, a text that is cut', () => {
    expect(structuredProducts('[Choynak x2] [Piyola x6]')).toBeNull();
    expect(structuredProducts('[{"name":"Choynak","qty":2')).toBeNull();
  });
});
