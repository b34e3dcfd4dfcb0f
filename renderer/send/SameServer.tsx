/** The question that holds sending back: whether the address is another name of a WMS that has orders like these. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SameServerQuestion } from '../../shared/contract/views.ts';
import { Callout } from '../app/Callout.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly question: SameServerQuestion;
  readonly onAnswered: () => void;
}

export function SameServer({ question, onAnswered }: Props): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const { server, other, orders: count, sameContent } = question;
  const isLikely = sameContent > 0;
  const answer = async (isSame: boolean): Promise<void> => {
    if ((await run('servers.answer', { server, other, isSame })).ok) onAnswered();
  };
  const button = (isSame: boolean): ReactNode => (
    <Button
      key={String(isSame)}
      variant={isSame === isLikely ? 'filled' : 'default'}
      disabled={busy !== null}
      data-testid={isSame ? 'same-server' : 'other-server'}
      onClick={() => void answer(isSame)}
    >
      {t(isSame ? 'plan.sameServer.same' : 'plan.sameServer.other')}
    </Button>
  );
  return (
    <Stack gap="xs" data-testid="same-server-question">
      <Callout tone="look-at-it">
        {t(isLikely ? 'plan.sameServer.content' : 'plan.sameServer.ids', { server, other, count })}
      </Callout>
      <Group gap="xs">{[isLikely, !isLikely].map(button)}</Group>
      <Text size="sm" c="dimmed">
        {t('plan.sameServer.about')}
      </Text>
    </Stack>
  );
}
