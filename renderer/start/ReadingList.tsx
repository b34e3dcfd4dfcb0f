/** Lists the files being read: stage and progress in words, with a button to stop each. */
import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useFileOpener, type ReadingProgress } from '../app/state/file-opener.tsx';
import { useWords, type Words } from '../words/words.ts';

interface OneReadingProps {
  readonly reading: ReadingProgress;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

/** The progress of the stage in words: each stage has a bar of its own, so that none stands still. */
function stateOf({ t }: Words, stage: ReadingProgress['stage'], percent: number): string {
  if (stage === 'reading') return percent > 0 ? t('start.reading.percent', { percent }) : t('start.reading.begin');
  return stage === 'checking' ? t('start.reading.checking', { percent }) : t('start.reading.comparing', { percent });
}

function OneReading({ reading, stopping, onStop }: OneReadingProps): ReactNode {
  const words = useWords();
  const { t } = words;
  const percent = reading.total > 0 ? Math.min(100, Math.floor((reading.done / reading.total) * 100)) : 0;
  const title = t('start.reading', { name: reading.fileName });
  const state = stopping ? t('start.reading.stopping') : stateOf(words, reading.stage, percent);
  return (
    <Group data-testid="reading" gap="sm" wrap="nowrap" align="center">
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" fw={600} truncate>
          {title}
        </Text>
        <Progress value={percent} aria-label={title} my={4} transitionDuration={150} />
        <Text size="xs" c="dimmed">
          {state}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        style={{ flexShrink: 0 }}
        disabled={stopping}
        aria-label={t('start.reading.stop.file', { name: reading.fileName })}
        data-testid="reading-stop"
        onClick={onStop}
      >
        {t('start.reading.stop')}
      </Button>
    </Group>
  );
}

/** Escape stops all reading, unless something else handles the key. */
export function ReadingList(): ReactNode {
  const { filesInProgress, cancelReading } = useFileOpener();
  const [stopped, setStopped] = useState<ReadonlySet<string>>(new Set());
  const isReading = filesInProgress.length > 0;
  const stop = (batchIds: readonly string[]): void => {
    setStopped((before) => new Set([...before, ...batchIds]));
    for (const batchId of batchIds) cancelReading(batchId);
  };
  useEffect(() => {
    if (!isReading) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) stop(filesInProgress.map(({ batchId }) => batchId));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  if (!isReading) return null;
  return (
    <Stack gap="sm" w="100%" maw={480} role="status">
      {filesInProgress.map((one) => (
        <OneReading
          key={one.batchId}
          reading={one}
          stopping={stopped.has(one.batchId)}
          onStop={() => stop([one.batchId])}
        />
      ))}
    </Stack>
  );
}
