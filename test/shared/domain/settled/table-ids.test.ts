import { describe, expect, it } from 'vitest';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import type { Product } from '../../../../shared/domain/products/product.ts';
import {
  decideByProducts,
  knownWares,
  shopsOwnIds,
  shopsOwnIdsNotice,
  withoutShopsOwnIds,
} from '../../../../shared/domain/settled/table-ids.ts';
import { tableOf } from '../../../support/table.ts';

const table = tableOf([
  ['order_id', 'product_id', 'product_name', 'model', 'quantity', 'price'],
  ['7702', '310', 'Aravacha', 'AR-10', '1', '890000'],
  ['7703', '318', 'Shisha', 'SB-2', '3', '45000'],
]);
const plan = interpretColumns(table, noChoices);
const product = (keyKind: 'code' | 'name', key: string, productId: number): Product => ({
  ...{ keyKind, key, productId },
  ...{ variationId: null, price: null },
});
const known = [product('code', 'ar-10', 41), product('code', 'SB-2', 44)];

it('ids that the product table contradicts in every row are the shop’s own: its codes are looked up, and that is said', () => {
  const found = shopsOwnIds(noChoices, table, plan, known);
  expect(found).toMatchObject({ heading: 'product_id', known: { heading: 'model', kind: 'code' } });
  expect(withoutShopsOwnIds(noChoices, found!).columns).toEqual([
    { column: 1, field: null, by: 'productTable' },
    { column: 3, field: 'product_code', by: 'productTable' },
  ]);
  expect(shopsOwnIdsNotice(found!)).toMatchObject({
    ...{ code: 'orders.idsOfShop', severity: 'notice' },
    fix: { kind: 'setColumn', column: 1, field: 'client_product_id' },
  });
});

it('by names as well', () => {
  const byName = [product('name', 'Aravacha', 41), product('name', 'shisha', 44)];
  expect(shopsOwnIds(noChoices, table, plan, byName)).toMatchObject({
    known: { heading: 'product_name', kind: 'name' },
  });
});

it('not where one row agrees, one is not known, or a person chose the column', () => {
  expect(shopsOwnIds(noChoices, table, plan, [product('code', 'AR-10', 310), known[1]!])).toBeNull();
  expect(shopsOwnIds(noChoices, table, plan, known.slice(1))).toBeNull();
  expect(shopsOwnIds(noChoices, table, plan, [])).toBeNull();
  const chosen = { ...noChoices, columns: [{ column: 1, field: 'client_product_id' as const }] };
  expect(shopsOwnIds(chosen, table, plan, known)).toBeNull();
});

describe('wares under a heading that says nothing', () => {
  const told = (heading: string, wares: readonly string[], more: readonly Product[] = []) => {
    const sheet = tableOf([
      ['№', 'Mijoz', 'Telefon', heading, 'Soni', 'Narxi'],
      ...wares.map((ware, at) => [String(71 + at * 3), 'Karimov Anvar', '901234567', ware, '2', '45000']),
    ]);
    const judged = interpretColumns(sheet, noChoices);
    const wanted = [
      product('code', 'AR-10', 41),
      product('name', 'Choynak', 44),
      product('name', 'Piyola', 45),
      ...more,
    ];
    return { sheet, judged, found: knownWares(noChoices, sheet, judged, wanted), wanted };
  };

  it('are taken where the product table knows all of them, as codes or as names in either script', () => {
    expect(told('Belgi', ['AR-10', 'ar-10']).found).toMatchObject({ heading: 'Belgi', field: 'product_code' });
    expect(told('Idish', ['Choynak', 'Пиёла']).found).toMatchObject({ heading: 'Idish', field: 'product_name' });
  });

  it('are none where one is not known, where small numbers may count, or where a heading says the product', () => {
    expect(told('Idish', ['Choynak', 'Samovar']).found).toBeNull();
    expect(told('Qator', ['31', '32'], [product('code', '31', 51), product('code', '32', 52)]).found).toBeNull();
    expect(told('Mahsulot', ['Choynak', 'Piyola']).found).toBeNull();
  });

  it('say so as the column’s why, and not that a person chose them', () => {
    const { sheet, judged, wanted } = told('Idish', ['Choynak', 'Piyola']);
    const { choices, notices } = decideByProducts(noChoices, sheet, judged, wanted);
    expect(notices).toMatchObject([{ code: 'orders.waresKnown', severity: 'notice', params: { heading: 'Idish' } }]);
    expect(interpretColumns(sheet, choices).columns[3]).toMatchObject({
      field: 'product_name',
      reason: { code: 'orders.tableKnows' },
    });
  });

  it('and a column that was left aside names the one that the table knows', () => {
    const { choices } = decideByProducts(noChoices, table, plan, known);
    expect(interpretColumns(table, choices).columns[1]).toMatchObject({
      field: null,
      reason: { code: 'orders.ofShopItself', params: { other: 'model' } },
    });
  });
});
