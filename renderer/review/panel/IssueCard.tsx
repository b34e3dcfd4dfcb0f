/** Shows one issue: its sentence, its fixes as buttons, and for an unknown product the form to say which it is. */
import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CauseView } from '../../../shared/contract/views.ts';
import { answersOf } from '../../../shared/domain/questions/question-answers.ts';
import type { QuestionAnswer } from '../../../shared/domain/model/issues.ts';
import { ProductAnswer } from '../../products/ProductAnswer.tsx';
import { PriceAnswer } from '../../products/PriceAnswer.tsx';
import { TableLink } from '../../products/TableLink.tsx';
import { leadsToTable, productWithoutPrice, unmappedProductKey } from '../../products/unmapped-products.ts';
import { useWords, type Words } from '../../words/words.ts';
import { tintColor } from '../../theme/state-look.ts';
import { fixLabel, issueSentence, severityLooks, type ShownFix, type ShownIssue } from '../issue-words.ts';
import { FixButton } from './FixButton.tsx';
import { TypedAnswer } from './TypedAnswer.tsx';
import classes from '../Review.module.css';

interface IssueCardProps {
  readonly issue: ShownIssue;
  /** The cause that this issue belongs to, if it can be fixed as a whole. */
  readonly cause: CauseView | null;
  readonly locked: boolean;
  readonly onFix: (fix: ShownFix) => void;
  readonly onFixAll: (cause: CauseView) => void;
}

export function IssueCard({ issue, cause, locked, onFix, onFixAll }: IssueCardProps): ReactNode {
  const words = useWords();
  const look = severityLooks[issue.severity];
  const answers = answersOf(issue);
  const unmapped = unmappedProductKey(issue);
  const priceless = productWithoutPrice(issue);
  const forAll = fixForAll(words, cause, answers);
  return (
    <div
      className={classes.issue}
      style={{ background: tintColor(look.tone) }}
      data-testid="issue"
      data-code={issue.code}
    >
      <SeverityGlyph severity={issue.severity} />
      <div>
        <div>{issueSentence(words, issue)}</div>
        {locked || (answers.length === 0 && !cause?.fixAll) ? null : (
          <Group gap={6} mt={6}>
            {answers.map((answer, at) => (
              <OneAnswer key={JSON.stringify(answer)} answer={answer} first={at === 0} onFix={onFix} />
            ))}
            {cause === null || forAll === null ? null : (
              <FixButton variant="default" testId="fix-all" onClick={() => onFixAll(cause)}>
                {forAll}
              </FixButton>
            )}
          </Group>
        )}
        {locked || unmapped === null ? null : (
          <ProductAnswer
            key={unmapped.key}
            product={unmapped}
            count={cause?.count ?? 1}
            onProduct={(product) => onFix({ kind: 'setProduct', ...product, like: null })}
          />
        )}
        {locked || priceless === null ? null : (
          <PriceAnswer
            key={priceless.key}
            product={priceless}
            count={cause?.count ?? 1}
            onProduct={(product) => onFix({ kind: 'setProduct', ...product, like: null })}
          />
        )}
        {locked || !leadsToTable(issue) ? null : <TableLink />}
      </div>
    </div>
  );
}

/** What the button says that settles the whole cause; null: there is none, or an answer does just that already. */
function fixForAll(words: Words, cause: CauseView | null, answers: readonly QuestionAnswer[]): string | null {
  const { fixAll = null, fixableCount: count = 0 } = cause ?? {};
  if (fixAll === null || count < 2) return null;
  if (fixAll.kind === 'setText' || fixAll.kind === 'each') return words.t('fix.all', { count });
  const isOffered = answers.some(({ fix }) => JSON.stringify(fix) === JSON.stringify(fixAll));
  return isOffered ? null : fixLabel(words, fixAll);
}

function OneAnswer({
  answer,
  first,
  onFix,
}: {
  readonly answer: QuestionAnswer;
  readonly first: boolean;
  readonly onFix: (fix: ShownFix) => void;
}): ReactNode {
  const words = useWords();
  if (answer.inputKind === 'text')
    return <TypedAnswer answer={answer} label={words.t('fix.typeOne')} proposed={false} onFix={onFix} />;
  return (
    <FixButton
      variant={first && !takesBack(answer.fix) ? 'filled' : 'default'}
      testId={first ? 'fix' : 'other-fix'}
      onClick={() => onFix(answer.fix)}
    >
      {fixLabel(words, answer.fix)}
    </FixButton>
  );
}

/** Taking back what is settled is no next step. */
const takesBack = (fix: ShownFix): boolean => fix.kind === 'settle' && !fix.settled;

export function SeverityGlyph({ severity }: { readonly severity: ShownIssue['severity'] }): ReactNode {
  const { t } = useWords();
  const { glyph, tone } = severityLooks[severity];
  return (
    <span
      className={classes.glyph}
      style={{ background: `var(--${tone}-text)` }}
      role="img"
      aria-label={t(`severity.${severity}`)}
    >
      <span aria-hidden>{glyph}</span>
    </span>
  );
}
