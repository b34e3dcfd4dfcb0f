/** The counts of an earlier file at a glance: outcomes if it was sent, else what is ready or holds it back. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';
import { sentOrderCount } from '../app/state/steps.ts';
import { stateLook, textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { VerdictCounts } from './VerdictCounts.tsx';

/** States of a file that was never sent, in the order in which they matter. */
const waiting = ['ready', 'withErrors', 'duplicate', 'alreadySent', 'leftOut'] as const;

export function BatchCounts({ counts }: { readonly counts: StateCounts }): ReactNode {
  const { t } = useWords();
  if (sentOrderCount(counts) > 0) return <VerdictCounts counts={counts} />;
  return (
    <Group gap="sm" wrap="wrap" data-testid="not-sent-yet">
      <Text span size="xs" c="dimmed">
        {t('start.notSent', { count: counts.total })}
      </Text>
      {waiting
        .filter((state) => counts[state] > 0)
        .map((state) => {
          const { tone, mark } = stateLook(state);
          return (
            <Text key={state} span size="xs" c={textColor(tone)}>
              {mark} {t(`start.notSent.${state}`, { count: counts[state] })}
            </Text>
          );
        })}
    </Group>
  );
}
