import { expect, it } from 'vitest';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { noChoices } from '../../../../shared/domain/model/choices.ts';
import type { Product } from '../../../../shared/domain/products/product.ts';
import { shopsOwnIds, shopsOwnIdsNotice, withoutShopsOwnIds } from '../../../../shared/domain/settled/table-ids.ts';
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
    { column: 1, field: null },
    { column: 3, field: 'product_code' },
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
