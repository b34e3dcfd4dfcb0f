/** Before sending, once more: the rows whose note or strike-through may mean that they are no orders. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SendPlan } from '../../shared/contract/views.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { Callout } from '../app/Callout.tsx';
import { useAction } from '../app/state/use-action.ts';
import { issueSentence } from '../review/issue-words.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly plan: SendPlan;
  readonly onLeftOut: () => void;
}

export function MayBeNone({ plan: { batchId, mayBeNone, earlierServer }, onLeftOut }: Props): ReactNode {
  const words = useWords();
  const { t, rowName } = words;
  const { goToStep } = useNavigation();
  const { busy, run } = useAction();
  if (mayBeNone.count === 0) return null;
  const leaveOut = async (orderKey: string): Promise<void> => {
    const answer = await run('batch.leaveOutOrders', { batchId, orderKeys: [orderKey], out: true });
    if (answer.ok) onLeftOut();
  };
  const hidden = mayBeNone.total - mayBeNone.signs.length;
  return (
    <Stack gap={6} data-testid="may-be-none">
      <Group gap="xs" wrap="nowrap">
        <div style={{ flex: 1 }}>
          <Callout tone="look-at-it">{t('plan.mayBeNone', { count: mayBeNone.count })}</Callout>
        </div>
        <Button size="compact-sm" variant="subtle" onClick={() => goToStep('check', 'warnings')}>
          {t('plan.held.show')}
        </Button>
      </Group>
      <Stack gap={4} mah={240} style={{ overflowY: 'auto' }} tabIndex={0} role="group">
        {mayBeNone.signs.map(({ row, orderKey, code, params }, at) => (
          <Group key={`${row} ${code} ${at}`} gap="xs" wrap="nowrap" data-testid="may-be-none-row">
            <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
              {t('place.row', { row: rowName(row) })}
            </Text>
            <Text size="sm" style={{ flex: 1 }}>
              {issueSentence(words, { code, params })}
            </Text>
            {earlierServer === null && (
              <Button
                size="compact-sm"
                variant="default"
                style={{ flexShrink: 0 }}
                disabled={busy !== null}
                onClick={() => void leaveOut(orderKey)}
              >
                {t('fix.leaveOut', { count: 1 })}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {hidden > 0 && <Text size="sm">{t('plan.mayBeNone.more', { count: hidden })}</Text>}
    </Stack>
  );
}
