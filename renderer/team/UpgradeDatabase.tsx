/** Brings the team's database to the app's version, for the person who has its owner's address: that is kept nowhere. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';

export function UpgradeDatabase(): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [isOpen, setOpen] = useState(false);
  const [url, setUrl] = useState('');
  const upgrade = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await run('team.upgrade', { url: url.trim() });
    if (!answer.ok) return;
    const { isChanged } = answer.value;
    show({ tone: 'done', text: (words) => words.t(isChanged ? 'cli.team.upgraded' : 'cli.team.upToDate') });
  };
  if (!isOpen)
    return (
      <Group>
        <Button variant="default" size="compact-md" data-testid="team-upgrade" onClick={() => setOpen(true)}>
          {t('team.upgrade')}
        </Button>
      </Group>
    );
  return (
    <form onSubmit={(event) => void upgrade(event)}>
      <Stack gap="xs">
        <Text size="sm">{t('team.upgrade.about')}</Text>
        <TextInput
          label={t('team.create.address')}
          placeholder="postgres://USER:PASSWORD@HOST:5432/DATABASE"
          autoComplete="off"
          spellCheck={false}
          value={url}
          data-testid="team-upgrade-address"
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button
            type="submit"
            size="compact-md"
            loading={busy !== null}
            disabled={url.trim() === ''}
            data-testid="team-upgrade-yes"
          >
            {t('team.upgrade.yes')}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => setOpen(false)}>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
