/** New versions of the app: where they are looked for, and what is known of them. */
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { UpdateState } from '../../shared/contract/updates.ts';
import { isUpdateAddress } from '../../shared/domain/model/update-address.ts';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useEvent } from '../client/use-event.ts';
import { updateSentence } from '../words/update-sentence.ts';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';
import { useSettings } from './settings-context.tsx';
import { useSettingsChange } from './use-settings-change.ts';

export function UpdatesSection(): ReactNode {
  const words = useWords();
  const { t } = words;
  const { settings } = useSettings();
  const keep = useSettingsChange();
  const { busy, run } = useAction();
  const { value, reload } = useChannelQuery('updates.getState', {});
  const [told, setTold] = useState<UpdateState | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  useEvent('updates.changed', setTold);
  const state = told ?? value;
  const address = typed ?? settings.updateAddress;
  const isBad = address !== '' && !isUpdateAddress(address);
  const leave = async (): Promise<void> => {
    if (typed === null || isBad) return;
    await keep({ updateAddress: typed.trim() });
    setTyped(null);
    setTold(null);
    void reload();
  };
  return (
    <Section title={t('updates.title')} testId="settings-updates">
      <TextInput
        label={t('updates.address')}
        description={t(state?.isBuiltIn ? 'updates.address.builtIn' : 'updates.address.about')}
        placeholder={state?.isBuiltIn ? undefined : 'https://example.uz/order-importer/'}
        value={address}
        error={isBad ? t('updates.address.bad') : null}
        data-testid="update-address"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      {state && (
        <Text size="sm" role="status" data-testid="update-state">
          {updateSentence(state, words)}
        </Text>
      )}
      <Group>
        <Button
          variant="default"
          disabled={busy !== null || state === null || state.status === 'off' || isBad}
          loading={state?.status === 'checking'}
          data-testid="update-check"
          onClick={() => void run('updates.check', {})}
        >
          {t('updates.check')}
        </Button>
      </Group>
    </Section>
  );
}
