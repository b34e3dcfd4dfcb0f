/** Lists the questions about the file that hold back an order without an error of its own. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary, OrderView } from '../../../shared/contract/views.ts';
import { useNavigation } from '../../app/state/navigation.tsx';
import { Callout } from '../../app/Callout.tsx';
import { missingFieldsIn, sortQuestions } from '../../columns/file-questions.ts';
import { useWords } from '../../words/words.ts';

export function PendingQuestions({
  order,
  fileIssues,
}: {
  readonly order: OrderView;
  readonly fileIssues: BatchSummary['fileIssues'];
}): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const count = sortQuestions(fileIssues).toAnswer.length + missingFieldsIn(fileIssues).length;
  if (order.state !== 'withErrors' || count === 0) return null;
  return (
    <Callout tone="not-done" testId="awaited-answers">
      {t('order.awaitsAnswers', { count })}{' '}
      <Anchor component="button" size="sm" fw={600} onClick={() => goToStep('columns')}>
        {t('order.toAnswers')}
      </Anchor>
    </Callout>
  );
}
