/** The settings of the PIN that guards server, keys, shops and sending twice. */
import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useWords } from '../words/words.ts';
import { Section } from './Section.tsx';

export function PinSection(): ReactNode {
  const { t } = useWords();
  const { value: state, reload } = useChannelQuery('pin.getState', {});
  const { busy, run } = useAction();
  const [pin, setPin] = useState('');
  const isValid = /^\d{4,12}$/u.test(pin);
  const set = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isValid || busy !== null) return;
    if ((await run('pin.set', { pin })).ok) setPin('');
    await reload();
  };
  const remove = async (): Promise<void> => {
    await run('pin.remove', {});
    await reload();
  };
  return (
    <Section title={t('pin.title')} testId="settings-pin">
      <Text size="sm" c="dimmed">
        {t('pin.about')} {t('pin.about.limits')}
      </Text>
      {state?.isSet && (
        <Group gap="sm" data-testid="pin-is-set">
          <Text size="sm" fw={600}>
            {t('pin.isSet')}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy !== null}
            data-testid="pin-remove"
            onClick={() => void remove()}
          >
            {t('pin.remove')}
          </Button>
        </Group>
      )}
      <form onSubmit={(event) => void set(event)}>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <PasswordInput
            label={t('pin.new')}
            style={{ flex: 1 }}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={pin}
            data-testid="pin-new"
            onChange={(event) => setPin(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!isValid || busy !== null} data-testid="pin-set">
            {t(state?.isSet ? 'pin.change' : 'pin.set')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
