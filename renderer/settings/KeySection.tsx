/** The access key of the server in use: whether there is one, how to get one, how to forget it. */
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { KeyState } from '../../shared/contract/settings.ts';
import { Confirm } from '../app/Confirm.tsx';
import { Remark } from '../app/Remark.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';
import { KeyEntry } from './KeyEntry.tsx';
import { Section } from './Section.tsx';
import { useSettings } from './settings-context.tsx';

interface Props {
  /** Null while it is asked for. */
  readonly state: KeyState | null;
  readonly onChanged: () => void;
}

function Expiry({ at }: { readonly at: number }): ReactNode {
  const { t, formatDateTime } = useWords();
  const [now] = useState(Date.now);
  const date = formatDateTime(at);
  return at > now ? <Text size="sm">{t('key.expires', { date })}</Text> : <Remark tone="not-done">{t('key.expired', { date })}</Remark>;
}

function PresentKey({ state, onForgotten }: { readonly state: KeyState; readonly onForgotten: () => void }): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const [sure, setSure] = useState(false);
  const forget = async (): Promise<void> => {
    const answer = await run('key.forget', {});
    if (answer.ok) onForgotten();
  };
  return (
    <>
      <Group gap="sm">
        <Text fw={600} data-testid="key-present">
          {state.ending ? t('key.present', { ending: state.ending }) : t('key.presentPlain')}
        </Text>
        {!sure && (
          <Button size="compact-sm" variant="default" data-testid="key-forget" onClick={() => setSure(true)}>
            {t('key.forget')}
          </Button>
        )}
      </Group>
      {sure && (
        <Confirm question={t('key.forget.sure')} yes={t('key.forget.yes')} no={t('app.cancel')} busy={busy !== null} testId="key-forget" onYes={() => void forget()} onNo={() => setSure(false)} />
      )}
      {state.expiresAt !== null && <Expiry at={state.expiresAt} />}
      {state.kept ? <Text size="sm">{t('key.kept')}</Text> : <Remark tone="look-at-it">{t('key.notKept')}</Remark>}
    </>
  );
}

export function KeySection({ state, onChanged }: Props): ReactNode {
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
          <KeyEntry onKey={onChanged} />
        </>
      )}
    </Section>
  );
}
