/** The bottom line while orders are sent: what is happening and why, the bar, the figures, the buttons. */
import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RunView } from '../../shared/contract/views.ts';
import type { Result } from '../../shared/result.ts';
import { PracticeBadge } from '../app/PracticeBadge.tsx';
import { useServer } from '../app/state/use-server.ts';
import { AccessKeyEntry } from '../settings/AccessKeyEntry.tsx';
import { textColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { availableActions, isOnlyLookingUp } from './send-phase.ts';
import { RunButtons } from './RunButtons.tsx';
import { RunChart } from './RunChart.tsx';
import { RunProgressBar, RunFigureLine } from './RunProgress.tsx';
import { reasonSentence } from './run-reason.ts';

interface Props {
  readonly run: RunView;
  readonly onAnswer: (answer: Result<RunView>) => void;
  /** Main gives a new key to the runs that wait for it: ask how this one stands. */
  readonly onAccessKey: () => void;
}

function Status({ run }: { readonly run: RunView }): ReactNode {
  const { t, formatCount } = useWords();
  const { practice } = useServer();
  // Where a key is asked for, the entry itself says why.
  const reason = run.reason && !availableActions(run).enterAccessKey && reasonSentence(t, run.reason);
  return (
    <Group gap="xs" wrap="wrap" role="status" aria-live="polite" style={{ flex: 1, minWidth: 0 }}>
      {practice && <PracticeBadge />}
      <Text fw={600} data-testid="run-status" data-status={run.status}>
        {t(isOnlyLookingUp(run) ? 'run.status.lookingUp' : `run.status.${run.status}`)}
      </Text>
      <Text size="sm" data-testid="run-progress">
        {t('run.progress', { done: formatCount(run.done), planned: formatCount(run.planned) })}
      </Text>
      {reason && (
        <Text size="sm" c={textColor('look-at-it')} data-testid="run-reason">
          {reason}
        </Text>
      )}
    </Group>
  );
}

export function RunBar({ run, onAnswer, onAccessKey }: Props): ReactNode {
  const { t } = useWords();
  return (
    <Stack
      component="footer"
      gap={8}
      px="md"
      py={10}
      bg="var(--surface)"
      style={{ borderTop: '1px solid var(--line)' }}
      data-testid="run-bar"
    >
      <VisuallyHidden component="h1">{t('step.send')}</VisuallyHidden>
      {availableActions(run).enterAccessKey && (
        <Stack gap={4} data-testid="run-key">
          <Text size="sm" fw={600} c={textColor('look-at-it')}>
            {t('run.key.title')}
          </Text>
          <AccessKeyEntry next onAccessKey={onAccessKey} />
        </Stack>
      )}
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Status run={run} />
        <RunButtons run={run} onAnswer={onAnswer} />
      </Group>
      <RunProgressBar run={run} />
      <Group justify="space-between" wrap="wrap" gap="4px 24px">
        <RunFigureLine run={run} />
        <RunChart run={run} />
      </Group>
    </Stack>
  );
}
