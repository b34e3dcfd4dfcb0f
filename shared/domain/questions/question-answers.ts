/** Handles an issue's answers, and values that a person types instead of the proposed one. */
import type { QuestionAnswer, Fix, Severity } from '../model/issues.ts';

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

/**
 * Issues that stand below each other, with each answer once: what one above offers, too, is not offered again. An error
 * never loses its last answer.
 */
export function withoutRepeatedAnswers<
  I extends {
    readonly severity: Severity;
    readonly fix?: Fix | undefined;
    readonly answers?: readonly QuestionAnswer[] | undefined;
  },
>(issues: readonly I[]): readonly I[] {
  const offered = new Set<string>();
  return issues.map((issue) => {
    const all = answersOf(issue);
    const kept = all.filter((answer) => !offered.has(JSON.stringify(answer)));
    for (const answer of all) offered.add(JSON.stringify(answer));
    if (kept.length === all.length || (kept.length === 0 && issue.severity === 'error')) return issue;
    return { ...issue, fix: kept[0]?.fix, answers: kept };
  });
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
