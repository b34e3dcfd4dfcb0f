/** The first screen: open a file or try a sample, earlier files, the server in use. */
import { Button, Group, Title } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useNavigation } from '../app/state/navigation.tsx';
import { filesOfToday } from '../queue/queue-files.ts';
import { useFileOpener } from '../app/state/file-opener.tsx';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent, useEventGap } from '../client/use-event.ts';
import { useWords } from '../words/words.ts';
import { DropArea } from './DropArea.tsx';
import { EarlierFileList } from './EarlierFileList.tsx';
import { LeftFiles } from './LeftFiles.tsx';
import { FoundOrders, SearchInput } from './Search.tsx';
import { ServerSentence } from './ServerSentence.tsx';
import classes from './StartScreen.module.css';

export function StartScreen(): ReactNode {
  const { t } = useWords();
  const info = useChannelQuery('app.getInfo', {});
  const earlier = useChannelQuery('batch.list', {});
  const { busy } = useFileOpener();
  const reloadList = earlier.reload;
  const { goToQueue } = useNavigation();
  const [text, setText] = useState('');
  const [now] = useState(Date.now);
  const today = filesOfToday(earlier.value ?? [], now);
  const wanted = text.trim().toLowerCase();
  const files = earlier.value?.filter(({ fileName }) => fileName.toLowerCase().includes(wanted)) ?? null;
  const hasFiles = earlier.value !== null && earlier.value.length > 0;
  const reload = (): void => void reloadList();
  // Several files opened at once appear in the list as soon as all are read.
  useEffect(() => {
    if (!busy) void reloadList();
  }, [busy, reloadList]);
  useEvent('batch.opened', reload);
  useEvent('batch.changed', reload);
  useEvent('watch.changed', reload);
  useEventGap(reload);
  return (
    <main className={classes['screen']} data-testid="start-screen">
      <DropArea samples={info.value?.samples ?? []} />
      <div className={classes['side']}>
        <ServerSentence />
        <Group justify="space-between" wrap="nowrap" gap="md">
          <Title order={2} fz="md" style={{ flexShrink: 0 }}>
            {t('start.earlier')}
          </Title>
          {hasFiles && (
            <div style={{ flex: '0 1 340px' }}>
              <SearchInput text={text} onText={setText} />
            </div>
          )}
        </Group>
        {today.length > 1 && (
          <Button
            variant="light"
            style={{ alignSelf: 'flex-start' }}
            data-testid="go-to-queue"
            onClick={() => goToQueue()}
          >
            {t('queue.open', { count: today.length })}
          </Button>
        )}
        <FoundOrders text={text} />
        {wanted === '' && <LeftFiles />}
        <EarlierFileList items={files} searched={wanted !== ''} onRemoved={reload} />
      </div>
    </main>
  );
}
