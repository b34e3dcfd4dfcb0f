/** Of the same file: other sheets or tables of which something was sent, each with a report of its own. */
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { verdictCounts, verdicts } from '../../shared/domain/model/order-states.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';

export function OtherParts({ batchId }: { readonly batchId: string }): ReactNode {
  const { t, formatCount } = useWords();
  const { openBatch } = useNavigation();
  const { value: parts } = useChannelQuery('report.listOtherParts', { batchId });
  if (!parts || parts.length === 0) return null;
  return (
    <Paper withBorder p="md" bg="var(--surface)" data-testid="report-parts">
      <Title order={2} fz="md" mb="xs">
        {t('reportFile.otherParts')}
      </Title>
      {parts.map(({ batchId: other, part, counts }) => (
        <Group key={other} gap="md" wrap="nowrap" data-testid="report-part">
          <Text size="sm" fw={600} truncate>
            {part}
          </Text>
          <Text size="sm" style={{ flex: 1 }}>
            {verdicts
              .filter((verdict) => verdictCounts(counts)[verdict] > 0)
              .map((verdict) => `${t(`verdict.${verdict}`)}: ${formatCount(verdictCounts(counts)[verdict])}`)
              .join(' · ')}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => void openBatch(other, 'report')}>
            {t('report.otherPart.open')}
          </Button>
        </Group>
      ))}
    </Paper>
  );
}
