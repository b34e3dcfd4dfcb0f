import { expect, it } from 'vitest';
import { ProductTable } from '../../../../shared/domain/products/product-table.ts';
import { productsBeside } from '../../../../shared/domain/products/products-beside.ts';
import { tableOf } from '../../../support/table.ts';

const sheet = (rows: readonly (readonly string[])[]) => ({
  ...{ sheetIndex: 1, rows: rows.length, hasMoreRows: false },
  table: tableOf(rows),
});
const prices = sheet([
  ['ID товара', 'Товар', 'Цена'],
  ['601', 'Утюг', '245000'],
  ['602', 'Чайник электр.', '180000'],
]);

it('offers what a list of products beside the orders says of a name', () => {
  const table = new ProductTable([], new ProductTable(productsBeside([prices])));
  expect(table.find('name', 'Утюг')).toBeUndefined();
  expect(table.nearest('name', 'утюг')).toMatchObject({ productId: 601, price: 245_000 });
});

it('takes no sheet of orders for such a list, nor one that could not be read', () => {
  const orders = sheet([
    ['№ заказа', 'Телефон', 'ID товара', 'Товар'],
    ['1', '+998901234567', '601', 'Утюг'],
  ]);
  expect(productsBeside([orders, { ...prices, table: null }])).toEqual([]);
});
