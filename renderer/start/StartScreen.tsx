/** The first screen: open a file or try a sample; earlier files; where orders go. */
import { Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useOpening } from '../app/opening.tsx';
import { useAnswer } from '../client/use-answer.ts';
import { useEvent, useEventGap } from '../client/use-event.ts';
import { useWords } from '../words/words.ts';
import { DropArea } from './DropArea.tsx';
import { EarlierFiles } from './EarlierFiles.tsx';
import { ServerSentence } from './ServerSentence.tsx';
import classes from './StartScreen.module.css';

export function StartScreen(): ReactNode {
  const { t } = useWords();
  const info = useAnswer('app.info', {});
  const earlier = useAnswer('batches.list', {});
  const { busy } = useOpening();
  const reloadList = earlier.reload;
  const reload = (): void => void reloadList();
  // Several files opened at once stand in the list as soon as all are read.
  useEffect(() => {
    if (!busy) void reloadList();
  }, [busy, reloadList]);
  useEvent('batch.opened', reload);
  useEvent('batch.changed', reload);
  useEventGap(reload);
  return (
    <main className={classes['screen']} data-testid="start-screen">
      <DropArea samples={info.value?.samples ?? []} />
      <div className={classes['side']}>
        <ServerSentence />
        <Title order={2} fz="md">
          {t('start.earlier')}
        </Title>
        <EarlierFiles items={earlier.value} onRemoved={reload} />
      </div>
    </main>
  );
}
