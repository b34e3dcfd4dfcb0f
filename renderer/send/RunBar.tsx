/** The bottom line while orders are sent: state and reason, progress bar, figures, buttons. */
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
import { reasonSentence } from '../../shared/messages/translator.ts';

interface Props {
  readonly run: RunView;
  readonly onAnswer: (answer: Result<RunView>) => void;
  /** Called after a new key was entered: main hands it to the waiting runs, so this one's state must be requested again. */
  readonly onAccessKey: () => void;
}

function Status({ run }: { readonly run: RunView }): ReactNode {
  const { t, formatCount } = useWords();
  const { practice } = useServer();
  // If a key is needed, the entry itself explains why.
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
      data-run-bar
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
