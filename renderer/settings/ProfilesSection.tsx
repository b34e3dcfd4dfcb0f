/** Saved choices: what is kept under which name, and removing it. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Answer } from '../../shared/contract/channels.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../client/use-answer.ts';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';

type ProfileItem = Answer<'profiles.list'>[number];

function ProfileLine({ profile, onRemoved }: { readonly profile: ProfileItem; readonly onRemoved: () => void }): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const [sure, setSure] = useState(false);
  const remove = async (): Promise<void> => {
    const answer = await run('profile.remove', { id: profile.id });
    if (answer.ok) onRemoved();
  };
  const name = t('settings.profiles.remove', { name: profile.name });
  if (sure) {
    return <Confirm question={t('settings.profiles.sure', { name: profile.name })} yes={t('start.remove.yes')} no={t('start.remove.no')} busy={busy !== null} testId="profile-remove" onYes={() => void remove()} onNo={() => setSure(false)} />;
  }
  return (
    <Group justify="space-between" gap="xs" data-testid="profile">
      <Text size="sm">
        <b>{profile.name}</b> · {t('settings.profiles.headings', { count: profile.headings })}
      </Text>
      <Button size="compact-sm" variant="default" aria-label={name} data-testid="profile-remove" onClick={() => setSure(true)}>
        {t('start.remove.yes')}
      </Button>
    </Group>
  );
}

export function ProfilesSection(): ReactNode {
  const { t, say } = useWords();
  const { value: profiles, failure, reload } = useAnswer('profiles.list', {});
  return (
    <Section title={t('settings.profiles')} testId="settings-profiles">
      {failure && <Text size="sm">{say(failure)}</Text>}
      {profiles?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('settings.profiles.none')}
        </Text>
      )}
      {profiles && profiles.length > 0 && (
        <Stack gap="xs">
          {profiles.map((profile) => (
            <ProfileLine key={profile.id} profile={profile} onRemoved={() => void reload()} />
          ))}
        </Stack>
      )}
    </Section>
  );
}
