/** Says in one sentence where orders would go now, with a link to change it. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigation } from '../app/state/navigation.tsx';
import { useServer } from '../app/state/use-server.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import classes from './StartScreen.module.css';

export function ServerSentence(): ReactNode {
  const { t } = useWords();
  const { url, practice, inside } = useServer();
  const { goToSettings } = useNavigation();
  const key = useChannelQuery('accessKey.getState', {});
  const noKey = !practice && key.value?.present === false;
  const sentence = inside
    ? t('start.server.practice')
    : t(practice ? 'start.server.practiceElsewhere' : noKey ? 'start.server.noKey' : 'start.server.live', { url });
  return (
    <Group
      className={classes['server']}
      data-testid="server-sentence"
      justify="space-between"
      wrap="nowrap"
      bg={practice ? tintColor('practice') : noKey ? tintColor('look-at-it') : 'var(--surface)'}
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {sentence}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        style={{ flexShrink: 0 }}
        data-testid="set-up-server"
        onClick={goToSettings}
      >
        {practice || noKey ? t('start.server.setUp') : t('start.server.change')}
      </Button>
    </Group>
  );
}
