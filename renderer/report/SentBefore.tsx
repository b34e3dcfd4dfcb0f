/** Orders whose numbers were sent before: from which file and when, so that a person can decide. */
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAnswer } from '../client/use-answer.ts';
import { stateLook, textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly batchId: string;
  /** Asked again when it changes. */
  readonly stamp: unknown;
}

export function SentBefore({ batchId, stamp }: Props): ReactNode {
  const { t, formatCount, formatDateTime } = useWords();
  const { value: groups } = useAnswer('report.sentBefore', { batchId }, stamp);
  if (!groups || groups.length === 0) return null;
  return (
    <Paper withBorder p="md" bg="var(--surface)" data-testid="report-sent-before">
      <Title order={2} fz="md" mb="xs">
        {t('before.title')}
      </Title>
      <Stack component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }}>
        {groups.map(({ state, why, fileName, at, orders, ids }) => {
          const { tone, mark } = stateLook(state);
          return (
            <Group component="li" key={`${state} ${why} ${fileName ?? ''}`} gap="xs" wrap="nowrap" align="baseline" data-testid="sent-before" data-why={why}>
              <Text fw={600} c={textColor(tone)} style={{ whiteSpace: 'nowrap' }}>
                {mark} {formatCount(orders)} · {t(`state.${state}`)}
              </Text>
              <div style={{ minWidth: 0 }}>
                <Text size="sm">{fileName !== null && at !== null ? t(state === 'alreadySent' ? 'before.same' : `before.${why}`, { file: fileName, at: formatDateTime(at) }) : t('before.refused')}</Text>
                <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {ids.join(', ')}
                  {orders > ids.length && ` ${t('lost.more', { count: orders - ids.length })}`}
                </Text>
              </div>
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}
