/** The steps File › Columns › Check › Send › Report, with the current one marked; a click goes to a step once a file is open. */
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBatch } from '../client/use-batch.ts';
import { useWords } from '../words/words.ts';
import { baseLocation, useNavigation } from './state/navigation.tsx';
import { finishedSteps, steps, type Step } from './state/steps.ts';
import { useServer } from './state/use-server.ts';
import classes from './StepLine.module.css';

interface LineProps {
  readonly current: Step | null;
  readonly finished: ReadonlySet<Step>;
  readonly enabled: boolean;
}

function Line({ current, finished, enabled }: LineProps): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  return (
    <nav aria-label={t('step.title')}>
      <ol className={classes['line']}>
        {steps.map((step) => (
          <li key={step} className={classes['item']}>
            <UnstyledButton
              className={classes['step']}
              data-testid={`step-${step}`}
              data-current={step === current || undefined}
              aria-current={step === current ? 'step' : undefined}
              disabled={!enabled}
              onClick={() => goToStep(step)}
            >
              {t(`step.${step}`)}
              {finished.has(step) && (
                <span className={classes['mark']} role="img" aria-label={t('step.finished')}>
                  ✓
                </span>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function BatchLine({ batchId, current }: { readonly batchId: string; readonly current: Step | null }): ReactNode {
  const { summary } = useBatch(batchId);
  const { identity } = useServer();
  return <Line current={current} enabled finished={summary ? finishedSteps(summary, identity) : new Set()} />;
}

export function StepLine(): ReactNode {
  const { location } = useNavigation();
  const batch = baseLocation(location);
  if (batch.screen !== 'batch')
    return (
      <Line
        current={location.screen === 'start' || location.screen === 'queue' ? 'file' : null}
        enabled={false}
        finished={new Set()}
      />
    );
  return <BatchLine batchId={batch.batchId} current={location.screen === 'batch' ? batch.step : null} />;
}
