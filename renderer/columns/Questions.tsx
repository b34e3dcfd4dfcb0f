/** What the app asks about the file as a whole: its guess, and the other answers, each one press away. */
import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { Field } from '../../shared/domain/fields.ts';
import type { Rules } from '../../shared/domain/rules.ts';
import { bySeverity, fixLabel, issueSentence, severityLooks, type ShownFix, type ShownIssue } from '../desk/issue-words.ts';
import { FixButton } from '../desk/panel/FixButton.tsx';
import { SeverityGlyph } from '../desk/panel/IssueCard.tsx';
import { tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import classes from './Columns.module.css';

interface QuestionsProps {
  readonly issues: BatchSummary['fileIssues'];
  readonly rules: Rules;
  readonly onFix: (fix: ShownFix) => void;
  readonly onConstant: (field: Field, text: string) => void;
  readonly onRules: (rules: Rules) => void;
}

/** Missing fields have a place of their own. */
const MISSING_FIELD = 'orders.missingField';

export function Questions({ issues, ...acts }: QuestionsProps): ReactNode {
  const { t } = useWords();
  const questions = bySeverity(issues).filter(({ code }) => code !== MISSING_FIELD);
  if (questions.length === 0) return null;
  return (
    <section data-testid="questions">
      <h3 className={classes.sideTitle}>{t('columns.questions')}</h3>
      <p className={classes.note}>{t('columns.questions.about')}</p>
      {questions.map((issue, at) => (
        <Question key={`${issue.code}-${at}`} issue={issue} {...acts} />
      ))}
    </section>
  );
}

function Question({ issue, rules, onFix, onConstant, onRules }: Omit<QuestionsProps, 'issues'> & { readonly issue: ShownIssue }): ReactNode {
  const words = useWords();
  const { t } = words;
  const { fix } = issue;
  return (
    <div className={classes.question} style={{ background: tintColor(severityLooks[issue.severity].tone) }} data-testid="question" data-code={issue.code}>
      <SeverityGlyph severity={issue.severity} />
      <div style={{ flex: 1, minWidth: 0 }}>
        {issueSentence(words, issue)}
        {fix ? (
          <div className={classes.answer}>
            <FixButton variant="default" testId="question-fix" onClick={() => onFix(fix)}>
              {fixLabel(words, fix)}
            </FixButton>
          </div>
        ) : null}
        {issue.code === 'orders.deliveryDateQuestion' ? (
          <>
            <OwnAnswer label={t('columns.question.date')} onAnswer={(text) => onConstant('scheduled_at', text)} />
            <div className={classes.answer}>
              <FixButton variant="default" testId="question-as-new" onClick={() => onRules({ ...rules, status: 1 })}>
                {t('columns.question.asNew')}
              </FixButton>
            </div>
          </>
        ) : null}
        {issue.code === 'orders.defaultTime' ? <OwnAnswer label={t('columns.question.time')} start={rules.defaultTime} pattern="([01]\d|2[0-3]):[0-5]\d" onAnswer={(text) => onRules({ ...rules, defaultTime: text })} /> : null}
      </div>
    </div>
  );
}

interface OwnAnswerProps {
  readonly label: string;
  readonly start?: string;
  readonly pattern?: string;
  readonly onAnswer: (text: string) => void;
}

function OwnAnswer({ label, start = '', pattern, onAnswer }: OwnAnswerProps): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState(start);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' && text.trim() !== start) onAnswer(text.trim());
  };
  return (
    <form onSubmit={submit}>
      <Group gap={6} mt={6} wrap="nowrap" align="flex-end">
        <TextInput size="xs" style={{ flex: 1 }} label={label} pattern={pattern} value={text} onChange={(event) => setText(event.currentTarget.value)} data-testid="question-text" />
        <Button size="xs" type="submit" variant="default" data-testid="question-set">
          {t('columns.question.set')}
        </Button>
      </Group>
    </form>
  );
}
