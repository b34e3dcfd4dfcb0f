/** Sorts a file's issues for the Columns screen: to be answered, assumed, informational; and the answers given already. */
import { answersOf, withoutRepeatedAnswers } from '../../shared/domain/questions/question-answers.ts';
import { isField, type ColumnField, type Field } from '../../shared/domain/model/fields.ts';
import { causeOf } from '../../shared/domain/model/causes.ts';
import type { QuestionAnswer, Fix, Params, Severity } from '../../shared/domain/model/issues.ts';
import { defaultRules, type Rules } from '../../shared/domain/model/rules.ts';
import { askedRules, chosenOption, type RuleChoice, type RuleOption } from '../rules/rule-choices.ts';

export interface FileIssue {
  readonly code: string;
  readonly severity: Severity;
  readonly field?: ColumnField | undefined;
  readonly params: Params;
  readonly fix?: Fix | undefined;
  readonly answers?: readonly QuestionAnswer[] | undefined;
}

export interface FileQuestions<I> {
  /** Orders are held back until it is answered. */
  readonly toAnswer: readonly I[];
  /** The app continued with a guess that can be changed. */
  readonly assumed: readonly I[];
  /** Without an answer: what was noticed in the file, and how its export has changed. */
  readonly informational: readonly I[];
}

/** Missing fields have cards of their own. */
const missingField = 'orders.missingField';

export type ColumnFix = Extract<Fix, { readonly kind: 'setColumn' }>;

export interface MissingField {
  readonly field: Field;
  /** The value that is proposed for all rows. */
  readonly guess: string;
  /** Its key in the list of problems. */
  readonly cause: string;
  /** The columns whose values fit, the best first. */
  readonly offered: readonly ColumnFix[];
}

/** Required fields without a source and without a question, each with the columns that fit best, and the value for all rows. */
export function missingFieldsIn(issues: readonly FileIssue[]): readonly MissingField[] {
  return issues.flatMap((issue) => {
    const { code, field, fix } = issue;
    if (code !== missingField || field === undefined || !isField(field)) return [];
    const offered = answersOf(issue).flatMap((answer) => (answer.fix.kind === 'setColumn' ? [answer.fix] : []));
    const guess = fix?.kind === 'setConstant' ? fix.text : '';
    return [{ field, guess, cause: causeOf(issue), offered: offered.slice(0, mostOffered) }];
  });
}

/** Columns that are offered one by one; the others are in the list. */
const mostOffered = 3;

export function sortQuestions<I extends FileIssue>(issues: readonly I[]): FileQuestions<I> {
  const asked = issues.filter(({ code }) => code !== missingField);
  // Issues of reading come first: what seems to be missing may only not have been read.
  const isAboutReading = ({ code }: I): boolean => code.startsWith('reading.');
  const held = asked
    .filter(({ severity }) => severity === 'error')
    .toSorted((a, b) => Number(isAboutReading(b)) - Number(isAboutReading(a)));
  const shown = withoutRepeatedAnswers([...held, ...asked.filter(({ severity }) => severity !== 'error')]);
  const rest = shown.slice(held.length);
  const isOpen = (issue: I): boolean => answersOf(issue).length > 0;
  return {
    toAnswer: shown.slice(0, held.length),
    assumed: rest.filter(isOpen),
    // What may cost orders is read first.
    informational: rest
      .filter((issue) => !isOpen(issue))
      .toSorted((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning')),
  };
}

/** Whether the rules already are what the answer would make them. */
export function isInForce({ fix }: QuestionAnswer, rules: Rules, code: string): boolean {
  if (fix.kind === 'setReading') return code === `reading.${fix.answer}`;
  return (
    fix.kind === 'setRules' &&
    Object.entries(fix.rules).every(
      ([rule, value]) => JSON.stringify(value) === JSON.stringify(rules[rule as keyof Rules]),
    )
  );
}

export interface GivenAnswer {
  readonly choice: RuleChoice;
  readonly option: RuleOption;
}

/** Answers given earlier whose questions are no longer among the issues. */
export function givenAnswers(rules: Rules, issues: readonly FileIssue[]): readonly GivenAnswer[] {
  const open = new Set(
    issues.flatMap((issue) =>
      answersOf(issue).flatMap(({ fix }) => (fix.kind === 'setRules' ? Object.keys(fix.rules) : [])),
    ),
  );
  return askedRules.flatMap((choice) => {
    const option = chosenOption(choice, rules);
    return rules[choice.rule] === defaultRules[choice.rule] || open.has(choice.rule) || option === undefined
      ? []
      : [{ choice, option }];
  });
}
