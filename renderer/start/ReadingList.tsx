/** What is being read, how far it is, in words. */
import { Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOpening, type Reading } from '../app/opening.tsx';
import { useWords } from '../words/words.ts';

function OneReading({ reading }: { readonly reading: Reading }): ReactNode {
  const { t } = useWords();
  const percent = reading.total > 0 ? Math.min(100, Math.floor((reading.done / reading.total) * 100)) : 0;
  const title = t('start.reading', { name: reading.fileName });
  return (
    <div data-testid="reading">
      <Text size="sm" fw={600} truncate>
        {title}
      </Text>
      <Progress value={percent} aria-label={title} my={4} transitionDuration={150} />
      <Text size="xs" c="dimmed">
        {percent === 100 ? t('start.reading.checking') : percent > 0 ? t('start.reading.percent', { percent }) : t('start.reading.begin')}
      </Text>
    </div>
  );
}

export function ReadingList(): ReactNode {
  const { reading } = useOpening();
  if (reading.length === 0) return null;
  return (
    <Stack gap="sm" w="100%" maw={420} role="status">
      {reading.map((one) => (
        <OneReading key={one.batchId} reading={one} />
      ))}
    </Stack>
  );
}
