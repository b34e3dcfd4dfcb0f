/** Lists orders whose numbers were sent before, with file and time, so that a person can decide. */
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SentBeforeGroup } from '../../shared/contract/sending.ts';
import { rowOfKey } from '../../shared/domain/orders/order-key.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { stateLook, textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly batchId: string;
  /** A change requests the list again. */
  readonly refreshKey: unknown;
}

/** What was accepted and has not changed is held because nobody knows whether it is meant again. */
function sentenceOf(changed: boolean, reason: SentBeforeGroup['reason']) {
  return reason === 'accepted' && !changed ? ('before.toDecide' as const) : (`before.${reason}` as const);
}

export function SentBeforeList({ batchId, refreshKey }: Props): ReactNode {
  const { t, formatCount, formatDateTime, rowName } = useWords();
  const { value: groups } = useChannelQuery('report.listSentBefore', { batchId }, refreshKey);
  if (!groups || groups.length === 0) return null;
  /** An order without a number is named by its row. */
  const nameOf = (key: string): string => {
    const row = rowOfKey(key);
    return row === null ? key : t('place.row', { row: rowName(row) });
  };
  return (
    <Paper withBorder p="md" bg="var(--surface)" data-testid="report-sent-before">
      <Title order={2} fz="md" mb="xs">
        {t('before.title')}
      </Title>
      <Stack component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
        {groups.map(({ state, changed, reason, fileName, at, by, orderCount, firstOrderIds }) => {
          const { tone, mark } = stateLook(state);
          return (
            <Group
              component="li"
              key={`${state} ${String(changed)} ${reason} ${fileName ?? ''} ${by ?? ''}`}
              gap="xs"
              wrap="nowrap"
              align="baseline"
              data-testid="sent-before"
              data-why={reason}
            >
              <Text fw={600} c={textColor(tone)} style={{ whiteSpace: 'nowrap' }}>
                {mark} {formatCount(orderCount)} · {t(changed ? 'states.changed' : `states.${state}`)}
              </Text>
              <div style={{ minWidth: 0 }}>
                <Text size="sm">
                  {fileName !== null && at !== null
                    ? t(state === 'alreadySent' ? 'before.same' : sentenceOf(changed, reason), {
                        file: fileName,
                        at: formatDateTime(at),
                      })
                    : t('before.refused')}
                  {by !== null && ` ${t('before.by', { by })}`}
                </Text>
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {firstOrderIds.map(nameOf).join(', ')}
                  {orderCount > firstOrderIds.length &&
                    ` ${t('lost.more', { count: orderCount - firstOrderIds.length })}`}
                </Text>
              </div>
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}
