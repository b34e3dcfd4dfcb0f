/** Asks whether this computer joins with the team file that was chosen, or dropped on the window. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TeamOffer } from '../../shared/contract/team.ts';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useEvent } from '../client/use-event.ts';
import { useWords } from '../words/words.ts';

export function TeamOfferPrompt(): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [offer, setOffer] = useState<TeamOffer | null>(null);
  useEvent('team.offered', setOffer);
  const close = (): void => setOffer(null);
  const join = async (): Promise<void> => {
    const answer = await run('team.join', {});
    close();
    if (answer.ok) show({ tone: 'done', text: (words) => words.t('team.joined') });
  };
  return (
    <Modal
      opened={offer !== null}
      onClose={close}
      title={t('team.join.title')}
      closeButtonProps={{ 'aria-label': t('app.cancel') }}
      data-testid="team-offer"
    >
      {offer && (
        <Stack gap="sm">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('team.join.question', { fileName: offer.fileName, address: offer.address })}
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-testid="team-join-no" onClick={close}>
              {t('app.cancel')}
            </Button>
            <Button data-autofocus loading={busy !== null} data-testid="team-join-yes" onClick={() => void join()}>
              {t('team.join.yes')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
