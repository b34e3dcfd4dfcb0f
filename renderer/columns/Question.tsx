/** One question about the file with its answers, the proposed one first. */
import type { ReactNode } from 'react';
import type { ColumnView, FieldView } from '../../shared/contract/views.ts';
import { answersOf, fixFromInput, initialInputText } from '../../shared/domain/questions/question-answers.ts';
import type { ColumnField, Field } from '../../shared/domain/model/fields.ts';
import type { QuestionAnswer } from '../../shared/domain/model/issues.ts';
import type { Rules } from '../../shared/domain/model/rules.ts';
import { fixLabel, issueSentence, severityLooks, type ShownFix, type ShownIssue } from '../review/issue-words.ts';
import { FixButton } from '../review/panel/FixButton.tsx';
import { SeverityGlyph } from '../review/panel/IssueCard.tsx';
import { TypedAnswer } from '../review/panel/TypedAnswer.tsx';
import { tintColor } from '../theme/state-look.ts';
import { useLedTo } from '../app/state/use-focus.ts';
import { useWords } from '../words/words.ts';
import { isInForce } from './file-questions.ts';
import { DateAnswer } from './DateAnswer.tsx';
import { ColumnChoice, ConstantEntry } from './FieldSource.tsx';
import classes from './Columns.module.css';

interface QuestionProps {
  readonly issue: ShownIssue;
  /** A link led to it: it is brought into view, and its first control has the focus. */
  readonly isLedTo: boolean;
  readonly columns: readonly ColumnView[];
  readonly fields: readonly FieldView[];
  readonly rules: Rules;
  readonly onFix: (fix: ShownFix) => void;
  readonly onColumn: (column: number, field: ColumnField) => void;
  readonly onConstant: (field: Field, text: string) => void;
}

export function Question({
  issue,
  isLedTo,
  columns,
  fields,
  rules,
  onFix,
  onColumn,
  onConstant,
}: QuestionProps): ReactNode {
  const words = useWords();
  const element = useLedTo<HTMLDivElement>(isLedTo);
  const isOpen = issue.severity === 'error';
  // If the field has no source, any column may be the answer.
  const unfed = isOpen
    ? fields.find(
        ({ field, columns: feeding, constant }) => field === issue.field && feeding.length === 0 && constant === null,
      )
    : undefined;
  return (
    <div
      ref={element}
      tabIndex={-1}
      className={classes.question}
      style={{ background: tintColor(severityLooks[issue.severity].tone) }}
      data-testid="question"
      data-code={issue.code}
    >
      <SeverityGlyph severity={issue.severity} />
      <div style={{ flex: 1, minWidth: 0 }}>
        {issueSentence(words, issue)}
        {answersOf(issue).map((answer, at) => (
          <AnswerLine
            key={JSON.stringify(answer.fix)}
            answer={answer}
            code={issue.code}
            proposed={at === 0 && isOpen}
            rules={rules}
            onFix={onFix}
          />
        ))}
        {unfed === undefined ? null : (
          <>
            <div className={classes.answer}>
              <ColumnChoice field={unfed.field} columns={columns} onColumn={onColumn} />
            </div>
            {unfed.field === 'scheduled_at' ? null : (
              <ConstantEntry field={unfed.field} testId="missing" onConstant={onConstant} />
            )}
          </>
        )}
      </div>
    </div>
  );
}

interface AnswerLineProps {
  readonly answer: QuestionAnswer;
  /** The question's. */
  readonly code: string;
  readonly proposed: boolean;
  readonly rules: Rules;
  readonly onFix: (fix: ShownFix) => void;
}

function AnswerLine({ answer, code, proposed, rules, onFix }: AnswerLineProps): ReactNode {
  const words = useWords();
  const { fix, inputKind } = answer;
  if (inputKind === 'date') {
    return <DateAnswer proposed={proposed} onAnswer={(text) => give(fixFromInput(answer, text), onFix)} />;
  }
  if (inputKind !== undefined) {
    const key = fix.kind === 'setRules' ? `answer.${fix.answer}` : '';
    return (
      <TypedAnswer
        key={initialInputText(answer)}
        answer={answer}
        label={words.t.knows(key) ? words.t(key) : ''}
        proposed={proposed}
        onFix={onFix}
      />
    );
  }
  if (isInForce(answer, rules, code)) {
    return (
      <div className={classes.answer} data-testid="answer-in-force">
        ✓ {fixLabel(words, fix)}
      </div>
    );
  }
  return (
    <div className={classes.answer}>
      <FixButton variant={proposed ? 'light' : 'default'} testId="answer" onClick={() => onFix(fix)}>
        {fixLabel(words, fix)}
      </FixButton>
    </div>
  );
}

function give(fix: ShownFix | null, onFix: (fix: ShownFix) => void): void {
  if (fix !== null) onFix(fix);
}
