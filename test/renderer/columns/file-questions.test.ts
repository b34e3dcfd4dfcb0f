import { describe, expect, it } from 'vitest';
import { givenAnswers, isInForce, missingFieldsIn, sortQuestions } from '../../../renderer/columns/file-questions.ts';
import { answersOf } from '../../../shared/domain/questions/question-answers.ts';
import { answerByRules, questionIssue } from '../../../shared/domain/questions/file-issue-builders.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import type { Issue } from '../../../shared/domain/model/issues.ts';
import { defaultRules } from '../../../shared/domain/model/rules.ts';

const toshkent = questionIssue('notice', 'orders.toshkentQuestion', { count: 2 }, 'region', [
  answerByRules('toshkentCity', { toshkentMeans: 'city' }),
  answerByRules('toshkentAsTyped', { toshkentMeans: 'asTyped' }),
]);
const split = questionIssue('error', 'orders.splitQuestion', {}, 'product_name', [
  answerByRules('splitItems', { splitItems: 'on' }),
  answerByRules('keepItems', { splitItems: 'off' }),
]);
const missing: Issue = {
  code: 'orders.missingField',
  severity: 'error',
  scope: 'file',
  field: 'quantity',
  params: { field: 'quantity' },
  fix: { kind: 'setConstant', field: 'quantity', text: '1' },
};
const added: Issue = { code: 'orders.headingsAdded', severity: 'notice', scope: 'file', params: {} };
const exchanged: Issue = {
  code: 'orders.columnsExchanged',
  severity: 'warning',
  scope: 'file',
  params: {},
  fix: { kind: 'swapFields', first: 'price', second: 'discount' },
};

describe('what is asked about a file', () => {
  it('stands in one of three parts, missing fields apart', () => {
    const { toAnswer, assumed, informational } = sortQuestions([missing, split, toshkent, exchanged, added]);
    expect([toAnswer, assumed, informational].map((part) => part.map(({ code }) => code))).toEqual([
      ['orders.splitQuestion'],
      ['orders.toshkentQuestion', 'orders.columnsExchanged'],
      ['orders.headingsAdded'],
    ]);
    const unseen: Issue = { code: 'reading.unseenSheets', severity: 'warning', scope: 'file', params: {} };
    expect(sortQuestions([added, unseen]).informational).toEqual([unseen, added]);
    expect(missingFieldsIn([missing, split])).toEqual([
      { field: 'quantity', guess: '1', cause: causeOf(missing), offered: [] },
    ]);
  });

  it('a missing field has the three columns that fit best', () => {
    const answers = [3, 4, 5, 6].map((column) => ({
      fix: { kind: 'setColumn', column, heading: `C${column}`, field: 'quantity' } as const,
    }));
    const [found] = missingFieldsIn([{ ...missing, fix: answers[0]?.fix, answers }]);
    expect(found?.offered.map(({ column }) => column)).toEqual([3, 4, 5]);
    expect(found?.guess).toBe('');
  });

  it('has its fix for an answer where there is no other', () => {
    expect(answersOf(exchanged)).toEqual([{ fix: exchanged.fix }]);
    expect(answersOf(toshkent)).toHaveLength(2);
    expect(answersOf(added)).toEqual([]);
  });

  it('says which answer the rules give already', () => {
    const own = answerByRules('ownNumbers', { orderNumbers: { kind: 'own', start: 7 } });
    expect(isInForce(own, { ...defaultRules, orderNumbers: { kind: 'own', start: 7 } }, 'x')).toBe(true);
    expect(isInForce(own, { ...defaultRules, orderNumbers: { kind: 'own', start: 8 } }, 'x')).toBe(false);
    expect(isInForce({ fix: missing.fix! }, defaultRules, 'x')).toBe(false);
    const together = { kind: 'setReading', answer: 'tablesTogether', params: {}, reading: { range: 'all' } } as const;
    expect(isInForce({ fix: together }, defaultRules, 'reading.tablesTogether')).toBe(true);
    expect(isInForce({ fix: together }, defaultRules, 'reading.otherTables')).toBe(false);
  });
});

describe('what was answered', () => {
  it('is listed, but for what is still open to change in a question', () => {
    const rules = { ...defaultRules, toshkentMeans: 'city', splitItems: 'on', clock: 'localWithZ' } as const;
    expect(givenAnswers(rules, [split]).map(({ choice, option }) => [choice.rule, option.key])).toEqual([
      ['toshkentMeans', 'answer.toshkentCity'],
    ]);
    expect(givenAnswers(defaultRules, [])).toEqual([]);
  });
});
