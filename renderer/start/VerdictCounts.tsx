/** Small counts by verdict (✓ 210 ✕ 7 ? 3), each with mark, colour and word. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { verdictCounts, verdicts, type StateCounts } from '../../shared/domain/model/order-states.ts';
import { textColor, verdictLook } from '../theme/state-look.ts';
import { inSentence } from '../words/in-sentence.ts';
import { useWords } from '../words/words.ts';

export function VerdictCounts({ counts }: { readonly counts: StateCounts }): ReactNode {
  const { t, formatCount } = useWords();
  const byVerdict = verdictCounts(counts);
  return (
    <Group gap="sm" wrap="wrap">
      {verdicts
        .filter((verdict) => byVerdict[verdict] > 0)
        .map((verdict) => {
          const { tone, mark } = verdictLook(verdict);
          return (
            <Text key={verdict} span size="xs" c={textColor(tone)}>
              {mark} {formatCount(byVerdict[verdict])} {inSentence(t(`verdict.${verdict}`))}
            </Text>
          );
        })}
    </Group>
  );
}
