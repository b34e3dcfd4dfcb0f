/** Lists the orders held back from sending, by reason; each line links to its orders. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';
import { useNavigation, type ShowFilter } from '../app/state/navigation.tsx';
import { stateLook, textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { ResendOrders } from './ResendOrders.tsx';

const held = [
  ['withErrors', 'errors'],
  ['rejected', 'notDone'],
  ['duplicate', 'notDone'],
  ['unknown', 'lookAtIt'],
  ['review', 'lookAtIt'],
  ['leftOut', 'leftOut'],
  ['alreadySent', 'done'],
] as const satisfies readonly (readonly [keyof StateCounts, ShowFilter])[];

export function HeldBack({ batchId, counts }: { readonly batchId: string; readonly counts: StateCounts }): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const lines = held.filter(([state]) => counts[state] > 0);
  return (
    <Stack gap={4} data-testid="held-back">
      <Title order={2} fz="md">
        {t('plan.held')}
      </Title>
      {lines.length === 0 && <Text size="sm">{t('plan.held.none')}</Text>}
      {lines.map(([state, show]) => {
        const { tone, mark } = stateLook(state);
        return (
          <Group key={state} gap="xs" wrap="wrap" data-testid={`held-${state}`}>
            <Text span c={textColor(tone)} fw={700} w={16} ta="center" aria-hidden>
              {mark}
            </Text>
            <Text size="sm" style={{ flex: 1 }}>
              {t(`plan.held.${state}`, { count: counts[state] })}
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              style={{ flexShrink: 0 }}
              onClick={() => goToStep('check', show)}
            >
              {t('plan.held.show')}
            </Button>
            {state === 'rejected' && (
              <ResendOrders batchId={batchId} orders={{ cause: null }} count={counts.rejected} />
            )}
          </Group>
        );
      })}
    </Stack>
  );
}
