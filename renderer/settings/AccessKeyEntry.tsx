/** The form to get an access key: by login, or pasted. Used in the settings and wherever a run waits for a key. */
import { Button, Group, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { AccessKeyState } from '../../shared/contract/settings.ts';
import type { Result } from '../../shared/result.ts';
import { noteKeyChange } from '../app/state/server-contact.ts';
import { useAction } from '../app/state/use-action.ts';
import { useFocusOnOpen } from '../app/state/use-focus.ts';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';

interface Props {
  /** Called once main has the key. */
  readonly onAccessKey: (state: AccessKeyState) => void;
  /** The entry is the next step of the screen: it takes the focus, and its button is the filled one. */
  readonly next?: boolean;
  /** What has to be done before: the address beside it is saved. False: not now. */
  readonly before?: () => Promise<boolean>;
}

export function AccessKeyEntry({ onAccessKey, next = false, before }: Props): ReactNode {
  const { t } = useWords();
  const ofShop = useShopArgument();
  const [way, setWay] = useState<'login' | 'paste'>('login');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [key, setKey] = useState('');
  const { busy, run } = useAction();
  const first = useFocusOnOpen<HTMLInputElement>(next);
  const ready = way === 'login' ? login !== '' && password !== '' : key.trim() !== '';

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || busy || (before !== undefined && !(await before()))) return;
    const answer: Result<AccessKeyState> =
      way === 'login'
        ? await run('accessKey.logIn', { ...ofShop, login, password })
        : await run('accessKey.set', { ...ofShop, key });
    if (!answer.ok) return;
    setPassword('');
    setKey('');
    noteKeyChange();
    onAccessKey(answer.value);
  };
  return (
    <form onSubmit={(event) => void submit(event)} data-testid="key-entry" aria-label={t('key.title')}>
      <Stack gap="xs">
        <Group align="flex-end" gap="xs" wrap="wrap">
          <SegmentedControl
            size="sm"
            aria-label={t('key.way')}
            value={way}
            onChange={(value) => setWay(value === 'paste' ? 'paste' : 'login')}
            data={[
              { value: 'login', label: t('key.byLogin') },
              { value: 'paste', label: t('key.byPaste') },
            ]}
          />
          <Group align="flex-end" gap="xs" wrap="nowrap">
            {way === 'login' ? (
              <>
                <TextInput
                  label={t('key.login')}
                  w={180}
                  ref={first}
                  autoComplete="off"
                  spellCheck={false}
                  value={login}
                  data-testid="key-login"
                  onChange={(event) => setLogin(event.currentTarget.value)}
                />
                <PasswordInput
                  label={t('key.password')}
                  autoComplete="off"
                  w={180}
                  value={password}
                  data-testid="key-password"
                  onChange={(event) => setPassword(event.currentTarget.value)}
                />
              </>
            ) : (
              <PasswordInput
                label={t('key.paste')}
                autoComplete="off"
                w={300}
                value={key}
                data-testid="key-paste"
                onChange={(event) => setKey(event.currentTarget.value)}
              />
            )}
            <Button
              type="submit"
              variant={next ? 'filled' : 'default'}
              disabled={!ready || busy !== null}
              data-testid="key-submit"
            >
              {busy ? t('key.logIn.busy') : t(way === 'login' ? 'key.logIn' : 'key.use')}
            </Button>
          </Group>
        </Group>
        <Text size="xs" c="dimmed">
          {t('key.paste.about')}
        </Text>
      </Stack>
    </form>
  );
}
