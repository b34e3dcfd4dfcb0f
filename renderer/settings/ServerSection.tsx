/** The settings of the server: practice or live, its address, and whether it answers. */
import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ChannelResult } from '../../shared/contract/channels.ts';
import { Callout } from '../app/Callout.tsx';
import { noteServerContact, type ServerContactKind } from '../app/state/server-contact.ts';
import { useAction } from '../app/state/use-action.ts';
import type { Tone } from '../theme/state-look.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';
import { ServerNames } from './ServerNames.tsx';
import { useSettings } from './settings-context.tsx';
import type { ServerAddressDraft } from './use-server-address.ts';
import { useSettingsChange } from './use-settings-change.ts';

type TestAnswer = ChannelResult<'server.test'>;

function outcome(
  t: Translator,
  { reachable, authorised, lookupOffered }: TestAnswer,
): { readonly tone: Tone; readonly text: string } {
  if (!reachable) return { tone: 'not-done', text: t('settings.test.unreachable') };
  if (authorised === false) return { tone: 'not-done', text: t('settings.test.unauthorised') };
  if (authorised === null) return { tone: 'look-at-it', text: t('settings.test.noKey') };
  const lookup =
    lookupOffered === null ? '' : ` ${t(lookupOffered ? 'settings.test.lookup' : 'settings.test.noLookup')}`;
  return { tone: 'done', text: t('settings.test.ok') + lookup };
}

function contactOf({ reachable, authorised }: TestAnswer): ServerContactKind {
  if (!reachable) return 'noAnswer';
  return authorised === false ? 'refusesKey' : 'answers';
}

interface AddressProps {
  readonly address: ServerAddressDraft;
  readonly onTyped: () => void;
}

function AddressField({ address, onTyped }: AddressProps): ReactNode {
  const { t } = useWords();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void address.save();
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        label={t('settings.address')}
        description={t('settings.address.about')}
        inputMode="url"
        spellCheck={false}
        value={address.text}
        error={address.isValid ? null : t('settings.address.bad')}
        data-testid="server-address"
        onChange={(event) => {
          address.type(event.currentTarget.value);
          onTyped();
        }}
        onBlur={() => void address.save()}
      />
    </form>
  );
}

interface Props {
  readonly address: ServerAddressDraft;
  /** Called when another server is in use, so that the key's state is requested again. */
  readonly onServer: () => void;
}

export function ServerSection({ address, onServer }: Props): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  const change = useSettingsChange();
  const ofShop = useShopArgument();
  const { busy, run } = useAction();
  const [tested, setTested] = useState<TestAnswer | null>(null);
  const setPractice = async (practice: boolean): Promise<void> => {
    setTested(null);
    if (await change({ practice })) onServer();
  };
  const test = async (): Promise<void> => {
    setTested(null);
    const url = settings.practice ? null : await address.save();
    if (url === null && !settings.practice) return;
    const answer = await run('server.test', ofShop);
    if (!answer.ok) return;
    setTested(answer.value);
    if (url !== null) noteServerContact(url, contactOf(answer.value), Date.now());
  };
  const shown = tested && outcome(t, tested);
  return (
    <Section title={t('settings.server')} testId="settings-server">
      <Switch
        color="grape"
        label={t('settings.practice')}
        description={settings.practice ? t('settings.practice.about') : t('settings.practice.off')}
        checked={settings.practice}
        data-testid="practice-switch"
        onChange={(event) => void setPractice(event.currentTarget.checked)}
      />
      {!settings.practice && (
        <>
          <AddressField address={address} onTyped={() => setTested(null)} />
          {settings.server.toLowerCase().startsWith('http:') && (
            <Callout tone="look-at-it" testId="http-warning">
              {t('settings.address.http')}
            </Callout>
          )}
        </>
      )}
      <ServerNames />
      <Group gap="sm">
        <Button
          variant="default"
          disabled={busy !== null || (!settings.practice && !address.isValid)}
          data-testid="server-test"
          onClick={() => void test()}
        >
          {busy ? t('settings.test.busy') : t('settings.test')}
        </Button>
        {shown && (
          <Callout tone={shown.tone} testId="server-test-outcome">
            {shown.text}
          </Callout>
        )}
      </Group>
    </Section>
  );
}
