/** The way on while the team's ledger is out of reach: without it, at a risk that is said before. */
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TeamState } from '../../shared/contract/team.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly team: NonNullable<TeamState>;
  readonly onDone?: () => void;
}

export function GoAlone({ team, onDone }: Props): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const [isAsked, setAsked] = useState(false);
  if (team.isAlone || team.reason?.code !== 'run.teamAway') return null;
  if (!isAsked)
    return (
      <Button
        size="compact-sm"
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        data-testid="team-alone"
        onClick={() => setAsked(true)}
      >
        {t('team.goAlone')}
      </Button>
    );
  return (
    <Confirm
      question={t('team.goAlone.question')}
      yes={t('team.goAlone.yes')}
      no={t('app.cancel')}
      busy={busy !== null}
      testId="team-alone"
      onYes={() =>
        void run('team.goAlone', {}).then(({ ok }) => {
          setAsked(false);
          if (ok) onDone?.();
        })
      }
      onNo={() => setAsked(false)}
    />
  );
}
