/** Where orders would go now, in one sentence, and the way to change it. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigation } from '../app/navigation.tsx';
import { useAnswer } from '../client/use-answer.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import classes from './StartScreen.module.css';

export function ServerSentence(): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  const { goToSettings } = useNavigation();
  const key = useAnswer('key.state', {});
  const noKey = !settings.practice && key.value?.present === false;
  const sentence = settings.practice ? t('start.server.practice') : t(noKey ? 'start.server.noKey' : 'start.server.live', { url: settings.server });
  return (
    <Group className={classes['server']} data-testid="server-sentence" justify="space-between" wrap="nowrap" bg={settings.practice ? tintColor('practice') : noKey ? tintColor('look-at-it') : 'var(--surface)'}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {sentence}
      </Text>
      <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} data-testid="set-up-server" onClick={goToSettings}>
        {settings.practice || noKey ? t('start.server.setUp') : t('start.server.change')}
      </Button>
    </Group>
  );
}
