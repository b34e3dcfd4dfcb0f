/** The settings of the watched folder: which, how often it is looked into, and how it is just now. */
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { WatchState } from '../../shared/contract/watch.ts';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent } from '../client/use-event.ts';
import { useWords, type Words } from '../words/words.ts';
import { Section } from './Section.tsx';

/** Seconds between two looks that are offered; 0: as the folder needs it. */
const offered = [0, 5, 30, 300];

function statusOf({ t }: Words, { status, polledEvery }: WatchState): string {
  if (status === 'off') return '';
  if (status !== 'watching') return t(`watch.status.${status}`);
  return polledEvery === null ? t('watch.status.watching') : t('watch.status.polled', { seconds: polledEvery });
}

export function WatchSection(): ReactNode {
  const words = useWords();
  const { t, failureSentence } = words;
  const { value: state, reload } = useChannelQuery('watch.getState', {});
  const { busy, run } = useAction();
  useEvent('watch.changed', () => void reload());
  const act = async (channel: 'watch.choose' | 'watch.stop' | 'watch.takeThoseBefore'): Promise<void> => {
    await run(channel, {});
    await reload();
  };
  const setPolling = async (seconds: number): Promise<void> => {
    await run('watch.setPolling', { seconds });
    await reload();
  };
  if (state === null) return null;
  return (
    <Section title={t('watch.title')} testId="settings-watch">
      <Text size="sm" c="dimmed">
        {t('watch.about')} {t('watch.rules')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }} data-testid="watch-folder">
        {state.folder === null ? t('watch.none') : t('watch.folder', { folder: state.folder })}
      </Text>
      {state.folder !== null && (
        <Text size="sm" role="status" data-testid="watch-status" data-status={state.status}>
          {statusOf(words, state)}
        </Text>
      )}
      {state.waiting.map(({ fileName, code, params }) => (
        <Text key={fileName} size="sm" c="dimmed" data-testid="watch-waiting">
          {failureSentence({ code, params: { file: fileName, ...params } })}
        </Text>
      ))}
      {state.before > 0 && (
        <Group gap="xs" data-testid="watch-before">
          <Text size="sm">{t('watch.before', { count: state.before })}</Text>
          <Button
            variant="default"
            size="compact-md"
            disabled={busy !== null}
            data-testid="watch-take-before"
            onClick={() => void act('watch.takeThoseBefore')}
          >
            {t('watch.takeBefore')}
          </Button>
        </Group>
      )}
      {state.folder !== null && (
        <NativeSelect
          label={t('watch.polling')}
          styles={{ wrapper: { maxWidth: 320 } }}
          value={String(state.polling)}
          disabled={busy !== null}
          data-testid="watch-polling"
          data={[...new Set([...offered, state.polling])].map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? t('watch.polling.auto') : t('watch.polling.every', { seconds }),
          }))}
          onChange={(event) => void setPolling(Number(event.currentTarget.value))}
        />
      )}
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          disabled={busy !== null}
          data-testid="watch-choose"
          onClick={() => void act('watch.choose')}
        >
          {t('watch.choose')}
        </Button>
        {state.folder !== null && (
          <Button
            variant="subtle"
            size="compact-md"
            disabled={busy !== null}
            data-testid="watch-off"
            onClick={() => void act('watch.stop')}
          >
            {t('watch.off')}
          </Button>
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {t('watch.computers')}
      </Text>
    </Section>
  );
}
