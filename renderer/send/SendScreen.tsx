/** The step «Send»: the plan; then the list, still usable, with the run as its bottom line. */
import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useBatch } from '../client/use-batch.ts';
import { DeskScreen } from '../desk/DeskScreen.tsx';
import { useWords } from '../words/words.ts';
import { LostAnswers } from './LostAnswers.tsx';
import { phaseOf } from './phase.ts';
import { PlanView } from './PlanView.tsx';
import { RunBar } from './RunBar.tsx';
import classes from './SendScreen.module.css';
import { useRun } from './use-run.ts';

export function SendScreen({ batchId }: { readonly batchId: string }): ReactNode {
  const { t, say } = useWords();
  const { summary } = useBatch(batchId);
  const { run, failure, accept, reload } = useRun(batchId);
  if (!run || !summary) {
    return (
      <Stack p="lg" align="flex-start" gap="sm">
        <Text>{failure ? say(failure) : t('app.loading')}</Text>
        {failure && <Button onClick={() => void reload()}>{t('app.tryAgain')}</Button>}
      </Stack>
    );
  }
  if (phaseOf(run) === 'plan') return <PlanView summary={summary} onStarted={accept} />;
  return (
    <div className={classes['screen']} data-testid="send-screen">
      <div className={classes['desk']}>
        <DeskScreen batchId={batchId} />
      </div>
      <LostAnswers batchId={batchId} count={run.counts.unknown} />
      <RunBar run={run} onAnswer={accept} />
    </div>
  );
}
