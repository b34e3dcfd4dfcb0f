/** What was said of addresses that may be one WMS, each to be taken back; nothing where nothing was said. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';

export function ServerNames(): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const { value: answers, reload } = useChannelQuery('servers.listAnswers', {});
  if (answers === null || answers.length === 0) return null;
  const takeBack = async (server: string, other: string): Promise<void> => {
    if ((await run('servers.answer', { server, other, isSame: null })).ok) await reload();
  };
  return (
    <Stack gap={6} data-testid="server-names">
      <Text size="sm" fw={600}>
        {t('settings.names')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('settings.names.about')}
      </Text>
      {answers.map(({ server, other, isSame }) => (
        <Group key={`${server} ${other}`} gap="sm" wrap="nowrap" data-testid="server-name">
          <Text size="sm" style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {t(isSame ? 'servers.same' : 'servers.other', { server, other })}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy !== null}
            data-testid="server-name-take-back"
            onClick={() => void takeBack(server, other)}
          >
            {t('settings.names.takeBack')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
