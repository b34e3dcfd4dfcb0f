/** The run's controls: pause, resume, stop, how many at once; at the end, the report. */
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RunView } from '../../shared/contract/views.ts';
import type { Result } from '../../shared/result.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useNavigation } from '../app/state/navigation.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useWords } from '../words/words.ts';
import { availableActions } from './send-phase.ts';

interface Props {
  readonly run: RunView;
  readonly onAnswer: (answer: Result<RunView>) => void;
}

/** The upper bound of the contract. */
const MOST_AT_ONCE = 16;

function ConcurrencyStepper({ run, onAnswer }: Props): ReactNode {
  const { t } = useWords();
  const { busy, run: act } = useAction();
  const set = async (concurrency: number): Promise<void> => {
    const answer = await act('run.setConcurrency', { batchId: run.batchId, concurrency });
    if (answer.ok) onAnswer(answer);
  };
  const step = (by: number, sign: string, name: string, testId: string): ReactNode => {
    const wanted = run.concurrency + by;
    return (
      <ActionIcon
        variant="default"
        size={26}
        aria-label={name}
        data-testid={testId}
        disabled={busy !== null || wanted < 1 || wanted > MOST_AT_ONCE}
        onClick={() => void set(wanted)}
      >
        {sign}
      </ActionIcon>
    );
  };
  return (
    <Group gap={4} wrap="nowrap" role="group" aria-label={t('run.concurrency')}>
      <Text size="sm" c="dimmed">
        {t('run.concurrency')}
      </Text>
      {step(-1, '−', t('run.fewer'), 'concurrency-fewer')}
      <Text size="sm" w={20} ta="center" fw={600} data-testid="run-concurrency">
        {run.concurrency}
      </Text>
      {step(1, '+', t('run.more'), 'concurrency-more')}
    </Group>
  );
}

export function RunButtons({ run, onAnswer }: Props): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const { busy, run: act } = useAction();
  const [stopping, setStopping] = useState(false);
  const acts = availableActions(run);
  const { batchId, counts } = run;
  const ask = async (name: 'run.pause' | 'run.resume' | 'run.stop'): Promise<void> => {
    setStopping(false);
    const answer = await act(name, { batchId });
    if (answer.ok) onAnswer(answer);
  };
  const again = async (): Promise<void> => {
    const answer = await act('run.start', { batchId, firstOnly: false });
    if (answer.ok) onAnswer(answer);
  };
  if (stopping && acts.stop)
    return (
      <Confirm
        question={t('run.stop.sure')}
        yes={t('run.stop')}
        no={t('app.cancel')}
        testId="run-stop"
        onYes={() => void ask('run.stop')}
        onNo={() => setStopping(false)}
      />
    );
  return (
    <Group gap="xs" wrap="nowrap">
      {acts.setConcurrency && <ConcurrencyStepper run={run} onAnswer={onAnswer} />}
      {acts.stop && (
        <Button variant="default" disabled={busy !== null} data-testid="run-stop" onClick={() => setStopping(true)}>
          {t('run.stop')}
        </Button>
      )}
      {acts.pause && (
        <Button
          variant="default"
          disabled={busy !== null}
          data-testid="run-pause"
          onClick={() => void ask('run.pause')}
        >
          {t('run.pause')}
        </Button>
      )}
      {acts.resume && (
        <Button disabled={busy !== null} data-testid="run-resume" onClick={() => void ask('run.resume')}>
          {counts.ready > 0 ? t('run.goOn.count', { count: counts.ready }) : t('run.goOn')}
        </Button>
      )}
      {acts.report && (
        <Button
          variant={counts.ready > 0 ? 'default' : 'filled'}
          data-testid="run-report"
          onClick={() => goToStep('report')}
        >
          {t('run.report')}
        </Button>
      )}
      {acts.sendRemaining && (
        <Button
          variant={counts.ready > 0 ? 'filled' : 'default'}
          disabled={busy !== null}
          data-testid="run-again"
          onClick={() => void again()}
        >
          {t('plan.all', { count: counts.ready + counts.waiting })}
        </Button>
      )}
    </Group>
  );
}
