import { describe, expect, it } from 'vitest';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { noChoices, type Choices } from '../../../../shared/domain/model/choices.ts';
import {
  contradictedHeadings,
  contradictedNotices,
  withAnsweredHeadings,
  withoutContradicted,
} from '../../../../shared/domain/settled/answered-headings.ts';
import type { Product } from '../../../../shared/domain/products/product.ts';
import { tableOf } from '../../../support/table.ts';

const table = tableOf([
  ['Buyurtma', 'Kod', 'Mijoz', 'Mahsulot ID'],
  ['22', 'CH-15', 'Aminov Rustam', '31'],
  ['23', 'PI-02', 'Bekova Oysha', '32'],
]);
const plan = interpretColumns(table, noChoices);
const nothing = { meanings: [], products: [] };
const answered: Choices = { ...noChoices, columns: [{ column: 1, field: 'client_product_id' }] };

describe('an earlier answer that the values speak against', () => {
  it('of a profile is not followed, and is said', () => {
    const { choices, contradicted } = withoutContradicted(answered, noChoices, table, plan, nothing);
    expect(choices.columns).toEqual([]);
    expect(contradictedNotices(contradicted)).toMatchObject([
      {
        code: 'orders.answerContradicted',
        severity: 'notice',
        params: { heading: 'Kod', field: 'client_product_id' },
        fix: { kind: 'setColumn', column: 1, field: 'client_product_id' },
      },
    ]);
  });

  it('of a single heading is said, too, once', () => {
    const answers = [{ heading: 'kod', field: 'client_product_id' as const }];
    const found = contradictedHeadings(noChoices, [...answers, ...answers], table, plan, nothing);
    expect(contradictedNotices(found)).toHaveLength(1);
    expect(contradictedHeadings(answered, answers, table, plan, nothing)).toEqual([]);
  });

  it('stays where a person chose it in this file, or its texts have meanings of their own', () => {
    expect(withoutContradicted(answered, answered, table, plan, nothing).choices).toBe(answered);
    const meaning = { field: 'client_product_id' as const, value: 'ch-15', text: '31' };
    expect(withoutContradicted(answered, noChoices, table, plan, { ...nothing, meanings: [meaning] }).choices).toBe(
      answered,
    );
  });

  describe('as ids, where the product table knows the numbers as codes', () => {
    const numbers = tableOf([
      ['Buyurtma', 'Kod', 'Mijoz'],
      ['22', '4410', 'Aminov Rustam'],
      ['23', '4417', 'Bekova Oysha'],
    ]);
    const its = interpretColumns(numbers, noChoices);
    const code = (key: string, productId: number): Product => ({
      keyKind: 'code',
      key,
      productId,
      variationId: null,
      price: null,
    });
    const answers = [{ heading: 'Kod', field: 'client_product_id' as const }];

    it('is not followed, and is said', () => {
      const products = [code('4410', 71), code('4417', 72)];
      const known = { meanings: [], products };
      expect(withAnsweredHeadings(noChoices, answers, numbers, its, products, 0).columns).toEqual([]);
      expect(contradictedHeadings(noChoices, answers, numbers, its, known)).toHaveLength(1);
      expect(withoutContradicted(answered, noChoices, numbers, its, known).choices.columns).toEqual([]);
    });

    it('is followed where a number is no code, or an id, too', () => {
      for (const products of [[code('4410', 71)], [code('4410', 71), code('4417', 4410)]])
        expect(withAnsweredHeadings(noChoices, answers, numbers, its, products, 0).columns).toHaveLength(1);
    });
  });
});
