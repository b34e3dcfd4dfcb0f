/** The line at the bottom: how many orders are ready, and the one button that goes on. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { sentOrderCount } from './state/steps.ts';
import { verdictCounts } from '../../shared/domain/model/order-states.ts';

interface Props {
  readonly children: ReactNode;
  /** Buttons, the filled one last. */
  readonly actions: ReactNode;
}

export function BottomLine({ children, actions }: Props): ReactNode {
  return (
    <Group
      component="footer"
      data-testid="bottom-line"
      justify="space-between"
      wrap="nowrap"
      gap="md"
      px="md"
      py={8}
      mih={52}
      bg="var(--surface)"
      style={{ borderTop: '1px solid var(--line)' }}
    >
      <div style={{ minWidth: 0 }}>{children}</div>
      <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
        {actions}
      </Group>
    </Group>
  );
}

/** «221 of 240 orders ready · 54 310 000 so'm». */
export function ReadySentence({ summary }: { readonly summary: BatchSummary }): ReactNode {
  const { t, formatCount, formatMoney } = useWords();
  const { ready, total } = summary.counts;
  const isThere = sentOrderCount(summary.counts) + summary.counts.alreadySent > 0;
  if (ready === 0)
    return (
      <Text data-testid="ready-sentence">
        {isThere
          ? t('bottom.noneLeft', { done: formatCount(verdictCounts(summary.counts).done) })
          : t('bottom.noneReady')}
      </Text>
    );
  return (
    <Text data-testid="ready-sentence">
      <b>{t('bottom.ready', { ready: formatCount(ready), total: formatCount(total) })}</b>
      {' · '}
      {formatMoney(summary.readyAmount)}
    </Text>
  );
}
