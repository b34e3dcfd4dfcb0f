/** Asks for the PIN where a call needs it; the call goes on once the right one was given. */
import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { Failure } from '../../shared/result.ts';
import { call, setPinAsker } from '../client/call.ts';
import { useWords } from '../words/words.ts';
import { Confirm } from './Confirm.tsx';
import { noteKeyChange } from './state/server-contact.ts';

export function PinPrompt(): ReactNode {
  const { t, failureSentence } = useWords();
  /** The calls that wait for the answer. */
  const waiting = useRef<((given: boolean) => void)[]>([]);
  const [opened, setOpened] = useState(false);
  const [pin, setPin] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isForgotten, setForgotten] = useState(false);
  useEffect(() => {
    setPinAsker(() => {
      setOpened(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => setPinAsker(null);
  }, []);
  const end = (given: boolean): void => {
    for (const resolve of waiting.current.splice(0)) resolve(given);
    setOpened(false);
    setPin('');
    setFailure(null);
    setForgotten(false);
  };
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answer = await call('pin.enter', { pin });
    if (answer.ok) return end(true);
    setPin('');
    setFailure(answer.error);
  };
  const forget = async (): Promise<void> => {
    const answer = await call('pin.forget', {});
    if (!answer.ok) return setFailure(answer.error);
    noteKeyChange();
    end(true);
  };
  return (
    <Modal
      opened={opened}
      onClose={() => end(false)}
      title={t('pin.enter.title')}
      closeButtonProps={{ 'aria-label': t('app.cancel') }}
      data-testid="pin-prompt"
    >
      {isForgotten ? (
        <Confirm
          question={t('pin.forget.sure')}
          yes={t('pin.forget.yes')}
          no={t('app.cancel')}
          testId="pin-forget"
          onYes={() => void forget()}
          onNo={() => setForgotten(false)}
        />
      ) : (
        <form onSubmit={(event) => void enter(event)}>
          <Stack gap="sm">
            <Text size="sm">{t('pin.enter.about')}</Text>
            <PasswordInput
              data-autofocus
              label={t('pin.enter')}
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              value={pin}
              error={failure && failureSentence(failure)}
              data-testid="pin-enter"
              onChange={(event) => setPin(event.currentTarget.value)}
            />
            <Group justify="space-between">
              <Button variant="subtle" size="compact-sm" data-testid="pin-forgotten" onClick={() => setForgotten(true)}>
                {t('pin.forgotten')}
              </Button>
              <Button type="submit" disabled={pin === ''} data-testid="pin-go">
                {t('pin.go')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
