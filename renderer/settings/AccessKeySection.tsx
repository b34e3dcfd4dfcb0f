/** The settings of the access key of the server in use: whether there is one, to get one, to remove it. */
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { AccessKeyState } from '../../shared/contract/settings.ts';
import { Confirm } from '../app/Confirm.tsx';
import { Callout } from '../app/Callout.tsx';
import { noteKeyChange } from '../app/state/server-contact.ts';
import { useAction } from '../app/state/use-action.ts';
import { useShopArgument } from '../shops/shop-in-view.tsx';
import { useWords } from '../words/words.ts';
import { AccessKeyEntry } from './AccessKeyEntry.tsx';
import { Section } from './Section.tsx';
import { useSettings } from './settings-context.tsx';
import type { ServerAddressDraft } from './use-server-address.ts';

interface Props {
  /** Null while it is being requested. */
  readonly state: AccessKeyState | null;
  readonly address: ServerAddressDraft;
  readonly onChanged: () => void;
}

function Expiry({ at }: { readonly at: number }): ReactNode {
  const { t, formatDateTime } = useWords();
  const [now] = useState(Date.now);
  const date = formatDateTime(at);
  return at > now ? (
    <Text size="sm">{t('key.expires', { date })}</Text>
  ) : (
    <Callout tone="not-done">{t('key.expired', { date })}</Callout>
  );
}

function PresentKey({
  state,
  onForgotten,
}: {
  readonly state: AccessKeyState;
  readonly onForgotten: () => void;
}): ReactNode {
  const { t } = useWords();
  const ofShop = useShopArgument();
  const { busy, run } = useAction();
  const [sure, setSure] = useState(false);
  const forget = async (): Promise<void> => {
    const answer = await run('accessKey.forget', ofShop);
    if (!answer.ok) return;
    noteKeyChange();
    onForgotten();
  };
  return (
    <>
      <Group gap="sm">
        <Text fw={600} data-testid="key-present">
          {state.lastCharacters ? t('key.present', { ending: state.lastCharacters }) : t('key.presentPlain')}
        </Text>
        {!sure && (
          <Button size="compact-sm" variant="default" data-testid="key-forget" onClick={() => setSure(true)}>
            {t('key.forget')}
          </Button>
        )}
      </Group>
      {sure && (
        <Confirm
          question={t('key.forget.sure')}
          yes={t('key.forget.yes')}
          no={t('app.cancel')}
          busy={busy !== null}
          testId="key-forget"
          onYes={() => void forget()}
          onNo={() => setSure(false)}
        />
      )}
      {state.expiresAt !== null && <Expiry at={state.expiresAt} />}
      {state.persisted ? (
        <Text size="sm">{t('key.kept')}</Text>
      ) : (
        <Callout tone="look-at-it">{t('key.notKept')}</Callout>
      )}
    </>
  );
}

export function AccessKeySection({ state, address, onChanged }: Props): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  return (
    <Section title={t('key.title')} testId="settings-key">
      {settings.practice ? (
        <Text size="sm">{t('key.practice')}</Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('key.about')}
          </Text>
          {state?.present && <PresentKey state={state} onForgotten={onChanged} />}
          {state && !state.present && <Text size="sm">{t('key.none')}</Text>}
          {address.isValid && (
            <AccessKeyEntry before={async () => (await address.save()) !== null} onAccessKey={onChanged} />
          )}
        </>
      )}
    </Section>
  );
}
