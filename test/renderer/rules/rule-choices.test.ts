import { describe, expect, it } from 'vitest';
import { askedRules, optionOf, technicalRules, withOption } from '../../../renderer/rules/rule-choices.ts';
import { defaultRules, rulesSchema } from '../../../shared/domain/rules.ts';

const choices = [...askedRules, ...technicalRules];

describe('the rules in words', () => {
  it('are all there; order numbers are answered, the country is a value for all rows', () => {
    const elsewhere = ['defaultTime', 'allowUnusualStatus', 'orderNumbers', 'country'];
    expect([...choices.map(({ rule }) => rule as string), ...elsewhere].toSorted()).toEqual(Object.keys(rulesSchema.shape).toSorted());
  });

  it('begin with what holds, and each option is a rule that can be kept', () => {
    for (const choice of choices) {
      expect(optionOf(choice, defaultRules)).toBeDefined();
      for (const { value } of choice.options) {
        const rules = withOption(defaultRules, choice, String(value));
        expect(rulesSchema.parse(rules)).toEqual({ ...defaultRules, [choice.rule]: value });
      }
      expect(withOption(defaultRules, choice, 'no such option')).toBe(defaultRules);
    }
  });
});
