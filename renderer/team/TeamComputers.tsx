/** Who is in the team, since when the database heard of each; what was left behind, and taking it over. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TeamView } from '../../shared/contract/team.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { textColor } from '../theme/state-look.ts';
import { useWords, type Words } from '../words/words.ts';
import { LeftOrders } from './LeftOrders.tsx';

type Computer = TeamView['computers'][number];

interface Props {
  readonly view: TeamView;
  readonly onChanged: () => Promise<void>;
}

/** Seconds under which a computer counts as there: the app tells of itself every five. */
const thereFor = 60;

export function TeamComputers({ view, onChanged }: Props): ReactNode {
  const { t } = useWords();
  const { computers, heldBy, acceptedTwice } = view;
  if (computers.length === 0) return null;
  return (
    <>
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {t('team.computers')}
        </Text>
        {computers.map((computer) => (
          <ComputerLine key={computer.id} computer={computer} onChanged={onChanged} />
        ))}
      </Stack>
      {heldBy && <Held names={heldBy.join(', ') || '–'} onChanged={onChanged} />}
      {acceptedTwice.length > 0 && (
        <Text size="sm" c={textColor('not-done')} data-testid="team-twice">
          {t('cli.team.acceptedTwice', { numbers: acceptedTwice.map(({ orderId }) => orderId).join(', ') })}
        </Text>
      )}
      {view.left.length > 0 && <LeftOrders left={view.left} onChanged={onChanged} />}
    </>
  );
}

function signOf({ hasLeft, silentFor }: Computer, { t, formatDateTime }: Words): string {
  if (hasLeft) return t('team.sign.left');
  if (silentFor < thereFor) return t('team.sign.now');
  return t('team.sign', { at: formatDateTime(Date.now() - silentFor * 1000) });
}

function ComputerLine({
  computer,
  onChanged,
}: {
  readonly computer: Computer;
  readonly onChanged: () => Promise<void>;
}): ReactNode {
  const words = useWords();
  const { t } = words;
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [isAsked, setAsked] = useState(false);
  const { id, name, inHand, unknown } = computer;
  const takeOver = async (): Promise<void> => {
    const answer = await run('team.takeOver', { computer: id });
    setAsked(false);
    if (!answer.ok) return;
    const { count } = answer.value;
    show({ tone: 'info', text: (words) => words.t('team.takenOver', { count }) });
    await onChanged();
  };
  const facts = [
    signOf(computer, words),
    ...(inHand > 0 ? [t('team.inHand', { count: inHand })] : []),
    ...(unknown > 0 ? [t('team.unknown', { count: unknown })] : []),
  ];
  return (
    <Group gap="xs" data-testid="team-computer" data-name={name}>
      <Text size="sm" style={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>
        {computer.isThis ? t('team.thisComputer', { name }) : name}
        <Text span size="sm" c="dimmed">
          {' · '}
          {facts.join(' · ')}
        </Text>
      </Text>
      {computer.isGone && inHand > 0 && !isAsked && (
        <Button size="compact-sm" variant="default" data-testid="team-take-over" onClick={() => setAsked(true)}>
          {t('team.takeOver')}
        </Button>
      )}
      {isAsked && (
        <Group w="100%">
          <Confirm
            question={t('team.takeOver.question', { name, count: inHand })}
            yes={t('team.takeOver.yes')}
            no={t('app.cancel')}
            busy={busy !== null}
            testId="team-take-over"
            onYes={() => void takeOver()}
            onNo={() => setAsked(false)}
          />
        </Group>
      )}
    </Group>
  );
}

/** The database was set back: who has not told again, and the way on where one is gone for good. */
function Held({ names, onChanged }: { readonly names: string; readonly onChanged: () => Promise<void> }): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const [isAsked, setAsked] = useState(false);
  const goOn = async (): Promise<void> => {
    await run('team.goOn', {});
    setAsked(false);
    await onChanged();
  };
  return (
    <Stack gap="xs" data-testid="team-held">
      <Text size="sm">{t('team.held', { names })}</Text>
      {isAsked ? (
        <Confirm
          question={t('team.goOn.question', { names })}
          yes={t('team.goOn.yes')}
          no={t('app.cancel')}
          busy={busy !== null}
          testId="team-go-on"
          onYes={() => void goOn()}
          onNo={() => setAsked(false)}
        />
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          style={{ alignSelf: 'flex-start' }}
          data-testid="team-go-on"
          onClick={() => setAsked(true)}
        >
          {t('team.goOn')}
        </Button>
      )}
    </Stack>
  );
}
