/** The settings of profiles: listed by name; renamed, edited by experts, carried to another computer, removed. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent } from '../client/use-event.ts';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { ProfileLine } from './ProfileLine.tsx';
import { Section } from './Section.tsx';

export function ProfilesSection(): ReactNode {
  const { t, failureSentence } = useWords();
  const { show } = useNotices();
  const ofShop = useShopArgument();
  const { busy, run } = useAction();
  const { value: profiles, failure, reload } = useChannelQuery('profile.list', ofShop);
  useEvent('team.shared', () => void reload());
  const importFile = async (): Promise<void> => {
    const answer = await run('profile.import', ofShop);
    if (!answer.ok || answer.value.name === null) return;
    await reload();
    show({
      tone: 'done',
      text: t(answer.value.replaced ? 'settings.profiles.replaced' : 'settings.profiles.imported', {
        name: answer.value.name,
      }),
    });
  };
  return (
    <Section title={t('settings.profiles')} testId="settings-profiles">
      {failure && <Text size="sm">{failureSentence(failure)}</Text>}
      {profiles?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('settings.profiles.none')}
        </Text>
      )}
      {profiles && profiles.length > 0 && (
        <Stack gap="xs">
          {profiles.map((profile) => (
            <ProfileLine key={profile.id} profile={profile} onChanged={reload} />
          ))}
        </Stack>
      )}
      <Group gap="sm">
        <Button
          size="compact-md"
          variant="default"
          disabled={busy !== null}
          data-testid="profile-import"
          onClick={() => void importFile()}
        >
          {t('settings.profiles.import')}
        </Button>
        <Text size="xs" c="dimmed" style={{ flex: '1 1 200px' }}>
          {t('settings.profiles.import.about')}
        </Text>
      </Group>
    </Section>
  );
}
