/** What an order without an error of its own waits for: answers about the whole file. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary, OrderView } from '../../../shared/contract/views.ts';
import { useNavigation } from '../../app/state/navigation.tsx';
import { Remark } from '../../app/Remark.tsx';
import { missingIn, sortAsked } from '../../columns/asked.ts';
import { useWords } from '../../words/words.ts';

export function AwaitedAnswers({ order, fileIssues }: { readonly order: OrderView; readonly fileIssues: BatchSummary['fileIssues'] }): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const count = sortAsked(fileIssues).toAnswer.length + missingIn(fileIssues).length;
  if (order.state !== 'withErrors' || count === 0) return null;
  return (
    <Remark tone="not-done" testId="awaited-answers">
      {t('order.awaitsAnswers', { count })}{' '}
      <Anchor component="button" size="sm" fw={600} onClick={() => goToStep('columns')}>
        {t('order.toAnswers')}
      </Anchor>
    </Remark>
  );
}
