import { describe, expect, it } from 'vitest';
import { interpretColumns } from '../../../../shared/domain/columns/column-plan.ts';
import { noChoices, type Choices } from '../../../../shared/domain/model/choices.ts';
import {
  contradictedHeadings,
  contradictedNotices,
  withoutContradicted,
} from '../../../../shared/domain/settled/answered-headings.ts';
import { tableOf } from '../../../support/table.ts';

const table = tableOf([
  ['Buyurtma', 'Kod', 'Mijoz', 'Mahsulot ID'],
  ['22', 'CH-15', 'Aminov Rustam', '31'],
  ['23', 'PI-02', 'Bekova Oysha', '32'],
]);
const plan = interpretColumns(table, noChoices);
const answered: Choices = { ...noChoices, columns: [{ column: 1, field: 'client_product_id' }] };

describe('an earlier answer that the values speak against', () => {
  it('of a profile is not followed, and is said', () => {
    const { choices, contradicted } = withoutContradicted(answered, noChoices, table, plan, []);
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
    const found = contradictedHeadings(noChoices, [...answers, ...answers], table, plan, []);
    expect(contradictedNotices(found)).toHaveLength(1);
    expect(contradictedHeadings(answered, answers, table, plan, [])).toEqual([]);
  });

  it('stays where a person chose it in this file, or its texts have meanings of their own', () => {
    expect(withoutContradicted(answered, answered, table, plan, []).choices).toBe(answered);
    const meaning = { field: 'client_product_id' as const, value: 'ch-15', text: '31' };
    expect(withoutContradicted(answered, noChoices, table, plan, [meaning]).choices).toBe(answered);
  });
});
