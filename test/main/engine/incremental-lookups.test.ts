/** Edits under the rules that look things up: the same as the file read afresh, whatever was edited. */
import { runToCompletion } from '../../../shared/cooperative.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/domain/model/edits.ts';
import type { Product } from '../../../shared/domain/products/product.ts';
import type { Rules } from '../../../shared/domain/model/rules.ts';
import { rowFilterSchema } from '../../../shared/contract/views.ts';
import type { Batch } from '../../../main/engine/batch.ts';
import { checkOf, giveRowNumbers, openRows } from '../../support/batch.ts';

const headings = [
  'Buyurtma raqami',
  'Yetkazish sanasi',
  'Mijoz',
  'Telefon',
  'Manzil',
  'Viloyat',
  'SKU',
  'Mahsulot',
  'Soni',
  'Narxi',
  'Chegirma',
  'Holat',
];
const texts: readonly (readonly string[])[] = [
  ['A-1', 'b2', '700', '#700', '', 'Jami', '1.2E+07'],
  ['25.11.2026 14:00', '03/04/2026', '12/25/2026', '25/12/2026', '', '26.11.2026'],
  ['Karimova Aziza', 'Olimov Anvar', ''],
  ['+998901234567', '12', ''],
  ['Toshkent, Chilonzor 5', 'Navoiy koʻchasi 3', 'Toshkent', 'Buxoro, Olot', ''],
  ['Buxoro viloyati', 'Toshkent', '', '', 'Тошкентт'],
  ['CH-01', 'UNKNOWN', '', ''],
  ['Choynak', 'Choynak x2; Piyola', 'Piyolla', 'Kosa', 'Piyola (x3)', ''],
  ['1', '2', '', 'x'],
  ['1000', '333', '', '0'],
  ['10', '5%', '', '0', '200', '500'],
  ['Yangi', 'bekor', '5', 'оплачен', ''],
];
const products: readonly Product[] = [
  { keyKind: 'code', key: 'CH-01', productId: 31, variationId: 310, price: 150_000 },
  { keyKind: 'name', key: 'Choynak', productId: 31, variationId: null, price: null },
  { keyKind: 'name', key: 'Piyola', productId: 32, variationId: null, price: 25_000 },
];
const rowCount = 6;

const rules: fc.Arbitrary<Partial<Rules>> = fc.record({
  checks: fc.constantFrom({}, {
    regionUnknown: 'error',
    quantityLarge: 'off',
    sameProduct: 'error',
    phoneUnusual: 'off',
  } as const),
  splitItems: fc.constantFrom('ask', 'on', 'off'),
  regionFromAddress: fc.constantFrom('ask', 'on', 'off'),
  toshkentMeans: fc.constantFrom('ask', 'city', 'region', 'asTyped'),
  discountIs: fc.constantFrom('sum', 'percent'),
  discountPer: fc.constantFrom('unit', 'line'),
  dateOrder: fc.constantFrom('auto', 'dayFirst', 'monthFirst'),
  orderNumbers: fc.constantFrom<Rules['orderNumbers']>(
    { kind: 'fromColumn' },
    { kind: 'own', start: 900 },
    { kind: 'everyRow', start: 50 },
  ),
});
const cellText = (column: number) => fc.constantFrom(...(texts[column] ?? ['']));
const rows = fc.array(fc.tuple(...texts.map((_, column) => cellText(column))), {
  minLength: rowCount,
  maxLength: rowCount,
});
const cell = fc
  .record({ row: fc.integer({ min: 2, max: rowCount + 1 }), column: fc.nat({ max: texts.length - 1 }) })
  .chain(({ row, column }) => cellText(column).map((text) => ({ row, column, text })));
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells): Edit => ({ kind: 'cells', cells })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        rows: fc.array(fc.integer({ min: 2, max: rowCount + 1 }), { minLength: 1, maxLength: 3 }),
        out: fc.boolean(),
      })
      .map((leave): Edit => ({ kind: 'leaveOut', ...leave })),
  },
);

/** Every id that any row may hold has its number, whoever asks first. */
const numbers = new Map(['a-1', 'b2', '700'].map((id, at) => [id, 900 + at]));

function open(sheet: readonly (readonly string[])[], wanted: Partial<Rules>): Batch {
  const batch = openRows([headings, ...sheet], { rules: wanted, products });
  runToCompletion(batch.setOrderNumbersCooperatively(numbers));
  return batch;
}

function seen(batch: Batch) {
  const { version: _, canUndo: __, canRedo: ___, ...summary } = batch.summary();
  return {
    summary,
    payloads: [...batch.payloads()],
    causes: batch.causes(),
    rows: batch.rows(rowFilterSchema.parse({}), 0, 100).rows,
    check: checkOf(batch),
    unmapped: batch.unmappedProducts(),
  };
}

describe('editing under rules that look things up', () => {
  it('gives the same as applying the edits to the file afresh', () => {
    fc.assert(
      fc.property(rows, rules, fc.array(edit, { maxLength: 8 }), (sheet, wanted, edits) => {
        const batch = open(sheet, wanted);
        for (const one of edits) {
          const applied = batch.applyEdit(one);
          giveRowNumbers(batch);
          if (!applied.ok) throw new Error(applied.error.code);
        }
        const fresh = openRows([headings, ...sheet], {
          rules: wanted,
          products,
          input: { edits: batch.edits.map((one, at) => ({ sequence: at + 1, edit: one, undone: false, at: 0 })) },
        });
        runToCompletion(fresh.setOrderNumbersCooperatively(numbers));
        expect(seen(batch)).toEqual(seen(fresh));
        while (batch.summary().canUndo) batch.undo();
        expect(seen(batch)).toEqual(seen(open(sheet, wanted)));
      }),
      { numRuns: 150 },
    );
  });

  it('a product table that comes later gives the same as one that was there', () => {
    fc.assert(
      fc.property(rows, rules, (sheet, wanted) => {
        const late = openRows([headings, ...sheet], { rules: wanted });
        runToCompletion(late.setOrderNumbersCooperatively(numbers));
        late.setKnown({ products });
        expect(seen(late)).toEqual(seen(open(sheet, wanted)));
      }),
      { numRuns: 60 },
    );
  });

  it('every ready order is a request that the schema takes, and every other one says why not', () => {
    fc.assert(
      fc.property(rows, rules, (sheet, wanted) => {
        const batch = open(sheet, wanted);
        expect([...batch.payloads()]).toHaveLength(batch.summary().counts.ready);
        const fileError = batch.summary().fileIssues.some(({ severity }) => severity === 'error');
        for (const { orderKey } of batch.rows(rowFilterSchema.parse({ show: 'errors' }), 0, 100).rows) {
          const order = batch.order(orderKey ?? '');
          expect(fileError || (order.ok && order.value.issues.some(({ severity }) => severity === 'error'))).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
