/** All questions about the file in one place: to be answered, assumed, and answered already. */
import { CloseButton } from '@mantine/core';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { BatchSummary, ColumnView, FieldView } from '../../shared/contract/views.ts';
import { causeOf } from '../../shared/domain/model/causes.ts';
import type { ColumnField, Field } from '../../shared/domain/model/fields.ts';
import { defaultRules, type Rules } from '../../shared/domain/model/rules.ts';
import { Callout } from '../app/Callout.tsx';
import type { ShownFix, ShownIssue } from '../review/issue-words.ts';
import { useWords } from '../words/words.ts';
import { givenAnswers, missingFieldsIn, sortQuestions } from './file-questions.ts';
import { MissingFields } from './MissingFields.tsx';
import { Question } from './Question.tsx';
import classes from './Columns.module.css';

interface QuestionsProps {
  readonly issues: BatchSummary['fileIssues'];
  readonly columns: readonly ColumnView[];
  readonly fields: readonly FieldView[];
  readonly rules: Rules;
  /** Whether nobody knows yet whose orders these are: that is asked over the page. */
  readonly asksForShop: boolean;
  readonly onFix: (fix: ShownFix) => void;
  readonly onColumn: (column: number, field: ColumnField) => void;
  readonly onConstant: (field: Field, text: string) => void;
  readonly onRules: (rules: Rules) => void;
  /** The cause of the question that a link led to; null: none. */
  readonly ledTo: string | null;
}

export function Questions({
  issues,
  columns,
  fields,
  rules,
  asksForShop,
  onFix,
  onColumn,
  onConstant,
  onRules,
  ledTo,
}: QuestionsProps): ReactNode {
  const { t } = useWords();
  const { toAnswer, assumed, informational } = sortQuestions(issues);
  const missing = missingFieldsIn(issues);
  const count = toAnswer.length + missing.length;
  const heading = useHeldFocus(issues);
  const list = (shown: readonly ShownIssue[]): ReactNode =>
    shown.map((issue, at) => (
      <Question
        key={`${issue.code}-${issue.field ?? ''}-${at}`}
        issue={issue}
        isLedTo={ledTo !== null && causeOf(issue) === ledTo}
        columns={columns}
        fields={fields}
        rules={rules}
        onFix={onFix}
        onColumn={onColumn}
        onConstant={onConstant}
      />
    ));
  return (
    <section data-testid="questions">
      <h3 ref={heading} tabIndex={-1} className={classes.sideTitle} data-tone={count === 0 ? undefined : 'error'}>
        {count === 0 ? t('columns.questions') : `✕ ${t('columns.toAnswer', { count })}`}
      </h3>
      {count === 0 ? (
        asksForShop ? (
          <Callout tone="look-at-it">? {t('shop.ask')}</Callout>
        ) : (
          <Callout tone="done">✓ {t('columns.toAnswer.none')}</Callout>
        )
      ) : (
        <p className={classes.note}>{t('columns.toAnswer.about')}</p>
      )}
      {list(toAnswer)}
      <MissingFields
        columns={columns}
        fields={missing}
        ledTo={ledTo}
        onFix={onFix}
        onColumn={onColumn}
        onConstant={onConstant}
      />
      <QuestionGroup title={t('columns.assumed')} about={t('columns.assumed.about')} testId="assumed">
        {assumed.length === 0 ? null : list(assumed)}
      </QuestionGroup>
      <QuestionGroup title={t('columns.told')} testId="told">
        {informational.length === 0 ? null : list(informational)}
      </QuestionGroup>
      <Answered rules={rules} issues={issues} onRules={onRules} />
    </section>
  );
}

/** Moves the focus to the heading when the question that had it disappears. */
function useHeldFocus(issues: readonly unknown[]): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(issues);
  useEffect(() => {
    if (shown.current === issues) return;
    shown.current = issues;
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [issues]);
  return heading;
}

function QuestionGroup({
  title,
  about,
  testId,
  children,
}: {
  readonly title: string;
  readonly about?: string;
  readonly testId: string;
  readonly children: ReactNode;
}): ReactNode {
  if (children === null) return null;
  return (
    <div className={classes.part} data-testid={testId}>
      <h4 className={classes.partTitle}>{title}</h4>
      {about === undefined ? null : <p className={classes.note}>{about}</p>}
      {children}
    </div>
  );
}

function Answered({ rules, issues, onRules }: Pick<QuestionsProps, 'rules' | 'issues' | 'onRules'>): ReactNode {
  const { t } = useWords();
  const given = givenAnswers(rules, issues);
  return (
    <QuestionGroup title={t('columns.answered')} testId="answered">
      {given.length === 0 ? null : (
        <ul className={classes.constants}>
          {given.map(({ choice: { rule }, option }) => (
            <li key={rule} data-testid="answer-given" data-rule={rule}>
              <span className={classes.note}>{t(`rule.${rule}`)}</span>
              <span>{t(option.key)}</span>
              <CloseButton
                size="xs"
                aria-label={t('columns.answered.back', { answer: t(option.key) })}
                data-testid="answer-back"
                onClick={() => onRules({ ...rules, [rule]: defaultRules[rule] })}
              />
            </li>
          ))}
        </ul>
      )}
    </QuestionGroup>
  );
}
