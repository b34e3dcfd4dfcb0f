/** What was not taken from the watched folder: a line each with the reason, to be opened nevertheless or hidden. */
import { Button, CloseButton, Group, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent } from '../client/use-event.ts';
import { useWords } from '../words/words.ts';
import classes from './StartScreen.module.css';

export function LeftFiles(): ReactNode {
  const { t, failureSentence } = useWords();
  const { value: state, reload } = useChannelQuery('watch.getState', {});
  const { busy, run } = useAction();
  const title = useId();
  useEvent('watch.changed', () => void reload());
  const act = async (channel: 'watch.open' | 'watch.dismiss', id: number): Promise<void> => {
    await run(channel, { id });
    await reload();
  };
  if (!state || state.left.length === 0) return null;
  return (
    <section aria-labelledby={title}>
      <Title order={3} fz="sm" mb={6} id={title}>
        {t('watch.left')}
      </Title>
      <ul className={classes['left']} data-testid="watch-left">
        {state.left.map(({ id, fileName, code, params }) => (
          <li key={id} className={classes['item']} data-testid="watch-left-file">
            <Group px="md" py={6} gap="xs" wrap="nowrap" justify="space-between">
              <Text size="xs">{failureSentence({ code, params: { file: fileName, ...params } })}</Text>
              <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={busy !== null}
                  data-testid="watch-open"
                  onClick={() => void act('watch.open', id)}
                >
                  {t('watch.open')}
                </Button>
                <CloseButton
                  size="sm"
                  aria-label={t('watch.hideFile', { name: fileName })}
                  disabled={busy !== null}
                  data-testid="watch-dismiss"
                  onClick={() => void act('watch.dismiss', id)}
                />
              </Group>
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
