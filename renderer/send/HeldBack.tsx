/** Lists the orders held back from sending, by reason; each line links to its orders. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';
import type { SheetBeside } from '../../shared/domain/model/sheets-beside.ts';
import { sheetsBesideSentence } from '../../shared/messages/sheets-beside.ts';
import { useNavigation, type ShowFilter } from '../app/state/navigation.tsx';
import { stateLook, textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { ResendOrders } from './ResendOrders.tsx';

const held = [
  ['withErrors', 'errors'],
  ['rejected', 'notDone'],
  ['duplicate', 'toDecide'],
  ['unknown', 'lookAtIt'],
  ['review', 'lookAtIt'],
  ['leftOut', 'leftOut'],
  ['alreadySent', 'done'],
] as const satisfies readonly (readonly [keyof StateCounts, ShowFilter])[];

interface HeldBackProps {
  readonly batchId: string;
  readonly counts: StateCounts;
  /** How many of the duplicates were accepted before with other content. */
  readonly changed: number;
  readonly sheets: readonly SheetBeside[];
}

export function HeldBack({ batchId, counts, changed, sheets }: HeldBackProps): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const lines = held
    .map(([state, show]) => [state, show, state === 'duplicate' ? counts.duplicate - changed : counts[state]] as const)
    .filter(([, , count]) => count > 0);
  return (
    <Stack gap={4} data-testid="held-back">
      <Title order={2} fz="md">
        {t('plan.held')}
      </Title>
      {lines.length === 0 && changed === 0 && sheets.length === 0 && <Text size="sm">{t('plan.held.none')}</Text>}
      {sheets.length > 0 && (
        <Group gap="xs" wrap="wrap" data-testid="held-sheets">
          <Text span c={textColor('look-at-it')} fw={700} w={16} ta="center" aria-hidden>
            ?
          </Text>
          <Text size="sm" style={{ flex: 1 }}>
            {sheetsBesideSentence(t, sheets)}
          </Text>
          <Button size="compact-sm" variant="subtle" style={{ flexShrink: 0 }} onClick={() => goToStep('file')}>
            {t('sheets.beside.choose')}
          </Button>
        </Group>
      )}
      {changed > 0 && (
        <Group gap="xs" wrap="wrap" data-testid="held-changed">
          <Text span c={textColor(stateLook('duplicate').tone)} fw={700} w={16} ta="center" aria-hidden>
            {stateLook('duplicate').mark}
          </Text>
          <Text size="sm" style={{ flex: 1 }}>
            {t('plan.held.changed', { count: changed })}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            style={{ flexShrink: 0 }}
            onClick={() => goToStep('check', 'changed')}
          >
            {t('plan.held.show')}
          </Button>
        </Group>
      )}
      {lines.map(([state, show, count]) => {
        const { tone, mark } = stateLook(state);
        return (
          <Group key={state} gap="xs" wrap="wrap" data-testid={`held-${state}`}>
            <Text span c={textColor(tone)} fw={700} w={16} ta="center" aria-hidden>
              {mark}
            </Text>
            <Text size="sm" style={{ flex: 1 }}>
              {t(`plan.held.${state}`, { count })}
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
