/** The access key of the server in use: whether there is one, how to get one, how to forget it. */
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { KeyState } from '../../shared/contract/settings.ts';
import { Remark } from '../app/Remark.tsx';
import { useAction } from '../app/use-action.ts';
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
  const date = formatDateTime(at);
  return at > Date.now() ? <Text size="sm">{t('key.expires', { date })}</Text> : <Remark tone="not-done">{t('key.expired', { date })}</Remark>;
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
        <Group gap="xs">
          <Text size="sm">{t('key.forget.sure')}</Text>
          <Button size="compact-sm" color="red" variant="light" disabled={busy !== null} data-testid="key-forget-yes" onClick={() => void forget()}>
            {t('key.forget.yes')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
            {t('app.cancel')}
          </Button>
        </Group>
      )}
      {state.expiresAt !== null && <Expiry at={state.expiresAt} />}
      {!state.kept && <Remark tone="look-at-it">{t('key.notKept')}</Remark>}
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
