/** The report's three large numbers: done, not done, look at it; with the finer states in small under each; then what was left out by choice. */
import { Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { verdictCounts, type StateCounts } from '../../shared/domain/model/order-states.ts';
import { countsOfWords, statesWithVerdict } from '../app/state/verdict-counts.ts';
import { textColor, tintColor, verdictLook } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';

const large = ['done', 'notDone', 'lookAtIt'] as const;

interface Props {
  readonly counts: StateCounts;
  /** How many of the duplicates are in the WMS with other content. */
  readonly changed: number;
}

export function VerdictCards({ counts, changed }: Props): ReactNode {
  const { t, formatCount } = useWords();
  const sums = verdictCounts(counts);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={3} spacing="md">
        {large.map((verdict) => {
          const { tone, mark } = verdictLook(verdict);
          return (
            <Paper key={verdict} p="md" bg={tintColor(tone)} data-testid={`report-${verdict}`}>
              <Text c={textColor(tone)} fw={600}>
                {mark} {t(`verdict.${verdict}`)}
              </Text>
              <Text fz={40} lh={1.2} fw={600} c={textColor(tone)} data-testid={`report-${verdict}-count`}>
                {formatCount(sums[verdict])}
              </Text>
              {statesWithVerdict(verdict, counts)
                .flatMap((state) => countsOfWords(state, counts, changed))
                .map(([word, count]) => (
                  <Text key={word} size="sm">
                    {t(`states.${word}`)}: {formatCount(count)}
                  </Text>
                ))}
            </Paper>
          );
        })}
      </SimpleGrid>
      {sums.leftOut > 0 && (
        <Text size="sm" c={textColor(verdictLook('leftOut').tone)} data-testid="report-leftOut">
          {verdictLook('leftOut').mark} {t('verdict.leftOut')}: {formatCount(sums.leftOut)}
        </Text>
      )}
    </Stack>
  );
}
