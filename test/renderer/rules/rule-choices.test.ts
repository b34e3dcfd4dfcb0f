import { describe, expect, it } from 'vitest';
import {
  askedRules,
  chosenOption,
  technicalRules,
  withCheck,
  withOption,
} from '../../../renderer/rules/rule-choices.ts';
import { defaultRules, rulesSchema } from '../../../shared/domain/model/rules.ts';

const choices = [...askedRules, ...technicalRules];

describe('the rules in words', () => {
  it('are all there; order numbers are answered, the country is a value for all rows, checks have a list of their own', () => {
    const elsewhere = ['defaultTime', 'allowUnusualStatus', 'orderNumbers', 'country', 'checks', 'goingStatuses'];
    expect([...choices.map(({ rule }) => rule as string), ...elsewhere].toSorted()).toEqual(
      Object.keys(rulesSchema.shape).toSorted(),
    );
  });

  it('begin with what holds, and each option is a rule that can be kept', () => {
    for (const choice of choices) {
      expect(chosenOption(choice, defaultRules)).toBeDefined();
      for (const { value } of choice.options) {
        const rules = withOption(defaultRules, choice, String(value));
        expect(rulesSchema.parse(rules)).toEqual({ ...defaultRules, [choice.rule]: value });
      }
      expect(withOption(defaultRules, choice, 'no such option')).toBe(defaultRules);
    }
  });
});

describe('checks', () => {
  it('are named where they are no mere warnings', () => {
    const silent = withCheck(defaultRules, 'priceZero', 'off');
    expect(silent.checks).toEqual({ priceZero: 'off' });
    expect(withCheck(silent, 'datePast', 'error').checks).toEqual({ priceZero: 'off', datePast: 'error' });
    expect(withCheck(silent, 'priceZero', 'warning').checks).toEqual({});
  });
});
