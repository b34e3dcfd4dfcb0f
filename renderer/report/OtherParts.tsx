/** Of the same file: other sheets with orders of which nothing was sent, and parts with a report of their own. */
import { Button, Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { verdictCounts, verdicts } from '../../shared/domain/model/order-states.ts';
import type { ChannelResult } from '../../shared/contract/channels.ts';
import { sheetsBesideSentence } from '../../shared/messages/sheets-beside.ts';
import { Callout } from '../app/Callout.tsx';
import { useNavigation } from '../app/state/navigation.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';

export function OtherParts({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { value: parts } = useChannelQuery('report.listOtherParts', { batchId });
  const { value: sheets } = useChannelQuery('batch.listSheetsBeside', { batchId });
  return (
    <>
      {sheets && sheets.length > 0 && (
        <Callout tone="look-at-it" testId="report-sheets">
          {sheetsBesideSentence(t, sheets)}
        </Callout>
      )}
      {parts && parts.length > 0 && <SentParts parts={parts} />}
    </>
  );
}

function SentParts({ parts }: { readonly parts: ChannelResult<'report.listOtherParts'> }): ReactNode {
  const { t, formatCount } = useWords();
  const { openBatch } = useNavigation();
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
