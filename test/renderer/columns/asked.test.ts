import { describe, expect, it } from 'vitest';
import { answersGiven, isInForce, missingIn, sortAsked } from '../../../renderer/columns/asked.ts';
import { answersOf } from '../../../shared/domain/questions/answers.ts';
import { byRules, question } from '../../../shared/domain/questions/file-issue.ts';
import type { Issue } from '../../../shared/domain/model/issues.ts';
import { defaultRules } from '../../../shared/domain/model/rules.ts';

const toshkent = question('notice', 'orders.toshkentQuestion', { count: 2 }, 'region', [byRules('toshkentCity', { toshkentMeans: 'city' }), byRules('toshkentAsTyped', { toshkentMeans: 'asTyped' })]);
const split = question('error', 'orders.splitQuestion', {}, 'product_name', [byRules('splitItems', { splitItems: 'on' }), byRules('keepItems', { splitItems: 'off' })]);
const missing: Issue = { code: 'orders.missingField', severity: 'error', scope: 'file', field: 'quantity', params: { field: 'quantity' }, fix: { kind: 'setConstant', field: 'quantity', text: '1' } };
const added: Issue = { code: 'orders.headingsAdded', severity: 'notice', scope: 'file', params: {} };
const exchanged: Issue = { code: 'orders.columnsExchanged', severity: 'warning', scope: 'file', params: {}, fix: { kind: 'swapFields', first: 'price', second: 'discount' } };

describe('what is asked about a file', () => {
  it('stands in one of three parts, missing fields apart', () => {
    const { toAnswer, assumed, told } = sortAsked([missing, split, toshkent, exchanged, added]);
    expect([toAnswer, assumed, told].map((part) => part.map(({ code }) => code))).toEqual([['orders.splitQuestion'], ['orders.toshkentQuestion', 'orders.columnsExchanged'], ['orders.headingsAdded']]);
    expect(missingIn([missing, split])).toEqual([{ field: 'quantity', guess: '1' }]);
  });

  it('has its fix for an answer where there is no other', () => {
    expect(answersOf(exchanged)).toEqual([{ fix: exchanged.fix }]);
    expect(answersOf(toshkent)).toHaveLength(2);
    expect(answersOf(added)).toEqual([]);
  });

  it('says which answer the rules give already', () => {
    const own = byRules('ownNumbers', { orderNumbers: { kind: 'own', start: 7 } });
    expect(isInForce(own, { ...defaultRules, orderNumbers: { kind: 'own', start: 7 } })).toBe(true);
    expect(isInForce(own, { ...defaultRules, orderNumbers: { kind: 'own', start: 8 } })).toBe(false);
    expect(isInForce({ fix: missing.fix! }, defaultRules)).toBe(false);
  });
});

describe('what was answered', () => {
  it('is listed, but for what is still open to change in a question', () => {
    const rules = { ...defaultRules, toshkentMeans: 'city', splitItems: 'on', clock: 'localWithZ' } as const;
    expect(answersGiven(rules, [split]).map(({ choice, option }) => [choice.rule, option.key])).toEqual([['toshkentMeans', 'answer.toshkentCity']]);
    expect(answersGiven(defaultRules, [])).toEqual([]);
  });
});
