/** Lists accepted orders that the WMS stored otherwise than they were sent, by field. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CauseView } from '../../shared/contract/views.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';

function Line({ cause: { cause, field, orderCount, params } }: { readonly cause: CauseView }): ReactNode {
  const { t, formatCount } = useWords();
  const { goToStep } = useNavigation();
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="baseline" data-testid="report-differs-line">
      <Text size="sm" fw={600} miw={40} ta="right">
        {formatCount(orderCount)}
      </Text>
      <Text size="sm" style={{ flex: 1 }}>
        {field ? t(`field.${field}`) : t('differs.items')}:{' '}
        {t('differs.example', { sent: params['sent'] ?? '', answered: params['answered'] ?? '' })}
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        style={{ flexShrink: 0 }}
        data-testid="report-differs-show"
        onClick={() => goToStep('check', 'all', cause)}
      >
        {t('report.showOrders')}
      </Button>
    </Group>
  );
}

export function WmsDifferences({ causes }: { readonly causes: readonly CauseView[] }): ReactNode {
  const { t } = useWords();
  const differing = causes.filter(({ code }) => code === 'sending.echo' || code === 'sending.echoItems');
  if (differing.length === 0) return null;
  return (
    <Paper withBorder p="md" bg="var(--surface)" data-testid="report-differs">
      <Title order={2} fz="md" mb={4} c={textColor('look-at-it')}>
        {t('differs.title')}
      </Title>
      <Text size="sm" mb={4}>
        {t('differs.about')}
      </Text>
      <Stack component="ul" gap={2} p={0} m={0} style={{ listStyle: 'none' }}>
        {differing.map((cause) => (
          <Line key={cause.cause} cause={cause} />
        ))}
      </Stack>
    </Paper>
  );
}
