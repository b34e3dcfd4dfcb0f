/** Handles an issue's answers, and values that a person types instead of the proposed one. */
import type { QuestionAnswer, Fix } from '../model/issues.ts';

/** All answers, the proposed one first; empty where nothing is proposed. */
export function answersOf({
  fix,
  answers,
}: {
  readonly fix?: Fix | undefined;
  readonly answers?: readonly QuestionAnswer[] | undefined;
}): readonly QuestionAnswer[] {
  return answers ?? (fix === undefined ? [] : [{ fix }]);
}

/** Initial text of the answer's input. */
export function initialInputText({ fix }: QuestionAnswer): string {
  if (fix.kind === 'setConstant' || fix.kind === 'setCells') return fix.text;
  if (fix.kind !== 'setRules') return '';
  const { defaultTime, orderNumbers } = fix.rules;
  if (defaultTime !== undefined) return defaultTime;
  return orderNumbers === undefined || orderNumbers.kind === 'fromColumn' ? '' : String(orderNumbers.start);
}

/** The answer's fix with the typed value; null where the text is not (yet) a valid value. */
export function fixFromInput({ fix, inputKind }: QuestionAnswer, text: string): Fix | null {
  const given = text.trim();
  if (given === '' || inputKind === undefined) return null;
  switch (inputKind) {
    case 'date':
      return fix.kind === 'setConstant' && given.length <= 255 ? { ...fix, text: given } : null;
    case 'text':
      return fix.kind === 'setCells' && given.length <= 32_767 ? { ...fix, text: given } : null;
    case 'time':
      return fix.kind === 'setRules' && /^([01]\d|2[0-3]):[0-5]\d$/.test(given)
        ? { ...fix, rules: { ...fix.rules, defaultTime: given } }
        : null;
    case 'number': {
      const start = /^[\d\s]{1,13}$/.test(given) ? Number(given.replace(/\s/g, '')) : 0;
      const numbers = fix.kind === 'setRules' ? fix.rules.orderNumbers : undefined;
      if (
        fix.kind !== 'setRules' ||
        numbers === undefined ||
        numbers.kind === 'fromColumn' ||
        start < 1 ||
        start > 2_147_483_647
      )
        return null;
      return { ...fix, rules: { ...fix.rules, orderNumbers: { ...numbers, start } } };
    }
  }
}
