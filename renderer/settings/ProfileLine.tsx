/** One profile in the list, with its menu: rename, save to a file, remove. */
import { Button, Group, Menu, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ChannelResult } from '../../shared/contract/channels.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useFocusOnOpen } from '../app/state/use-focus.ts';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { ProfileDetails } from './ProfileDetails.tsx';

type ProfileItem = ChannelResult<'profile.list'>[number];

interface ProfileLineProps {
  readonly profile: ProfileItem;
  readonly onChanged: () => Promise<void>;
}

export function ProfileLine({ profile, onChanged }: ProfileLineProps): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const ofShop = useShopArgument();
  const { busy, run } = useAction();
  const [act, setAct] = useState<'rename' | 'remove' | 'details' | null>(null);
  const { id, name } = profile;
  const remove = async (): Promise<void> => {
    const answer = await run('profile.remove', { ...ofShop, id });
    if (answer.ok) await onChanged();
  };
  const exportFile = async (): Promise<void> => {
    const answer = await run('profile.export', { ...ofShop, id });
    if (answer.ok && answer.value.fileName !== null)
      show({ tone: 'done', text: t('settings.profiles.exported', { name: answer.value.fileName }) });
  };
  const rename = async (to: string): Promise<void> => {
    const answer = await run('profile.rename', { ...ofShop, id, name: to });
    if (!answer.ok) return;
    setAct(null);
    await onChanged();
  };
  if (act === 'remove') {
    return (
      <Confirm
        question={t('settings.profiles.sure', { name })}
        yes={t('start.remove.yes')}
        no={t('start.remove.no')}
        busy={busy !== null}
        testId="profile-remove"
        onYes={() => void remove()}
        onNo={() => setAct(null)}
      />
    );
  }
  if (act === 'rename')
    return <Rename name={name} busy={busy !== null} onRename={(to) => void rename(to)} onClose={() => setAct(null)} />;
  return (
    <div data-testid="profile" data-name={name}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <b>{name}</b> · {t('settings.profiles.headings', { count: profile.columns.length })}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={act === 'details'}
            aria-label={t('settings.profiles.details', { name })}
            data-testid="profile-details"
            onClick={() => setAct(act === 'details' ? null : 'details')}
          >
            {t('settings.profiles.details.short')} {act === 'details' ? '▴' : '▾'}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('settings.profiles.acts', { name })}
                data-testid="profile-acts"
              >
                …
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item data-testid="profile-rename" onClick={() => setAct('rename')}>
                {t('settings.profiles.rename')}
              </Menu.Item>
              <Menu.Item data-testid="profile-export" onClick={() => void exportFile()}>
                {t('settings.profiles.export')}
              </Menu.Item>
              <Menu.Item data-testid="profile-remove" onClick={() => setAct('remove')}>
                {t('settings.profiles.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Group>
      {act === 'details' && <ProfileDetails profile={profile} onChanged={onChanged} />}
    </div>
  );
}

interface RenameProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

function Rename({ name, busy, onRename, onClose }: RenameProps): ReactNode {
  const { t } = useWords();
  const [text, setText] = useState(name);
  const field = useFocusOnOpen<HTMLInputElement>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onRename(text.trim());
  };
  return (
    <form onSubmit={submit}>
      <Group gap={6} wrap="nowrap" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
        <TextInput
          ref={field}
          size="xs"
          style={{ flex: 1 }}
          maxLength={100}
          aria-label={t('settings.profiles.newName', { name })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="profile-name"
        />
        <Button
          size="xs"
          type="submit"
          variant="light"
          disabled={busy || text.trim() === ''}
          data-testid="profile-name-save"
        >
          {t('settings.profiles.rename')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </form>
  );
}
