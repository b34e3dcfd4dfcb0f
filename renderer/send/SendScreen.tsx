/** The step «Send»: first the plan; then the review, still usable, with the run as its bottom line. */
import { Button, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary, RunView } from '../../shared/contract/views.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useBatch } from '../client/use-batch.ts';
import { ReviewScreen } from '../review/ReviewScreen.tsx';
import { useSettings } from '../settings/settings-context.tsx';
import { useWords } from '../words/words.ts';
import { UnknownOrders } from './UnknownOrders.tsx';
import { hasEnded, sendPhase } from './send-phase.ts';
import { PlanView } from './PlanView.tsx';
import { RunBar } from './RunBar.tsx';
import classes from './SendScreen.module.css';
import { useRun } from './use-run.ts';

/** What the plan depends on: the batch and the server in use; it is constant while a run changes the batch all the time. */
function usePlanStamp(run: RunView | null, summary: BatchSummary | null): string {
  const { settings } = useSettings();
  const resting = run !== null && (run.status === 'idle' || hasEnded(run.status));
  return `${settings.practice} ${settings.server} ${resting ? summary?.version : 'run'}`;
}

export function SendScreen({ batchId }: { readonly batchId: string }): ReactNode {
  const { t, failureSentence } = useWords();
  const { summary } = useBatch(batchId);
  const { run, failure, applyResult, reload } = useRun(batchId);
  const plan = useChannelQuery('run.getPlan', { batchId }, usePlanStamp(run, summary));
  if (!run || !summary) {
    return (
      <Stack p="lg" align="flex-start" gap="sm">
        <Text>{failure ? failureSentence(failure) : t('app.loading')}</Text>
        {failure && <Button onClick={() => void reload()}>{t('app.tryAgain')}</Button>}
      </Stack>
    );
  }
  const elsewhere = plan.value !== null && plan.value.earlierServer !== null;
  if (sendPhase(run, elsewhere) === 'plan')
    return <PlanView {...{ summary, plan, run }} onStarted={applyResult} onSettled={() => void reload()} />;
  // After the run's end the counts still change by corrections and settled answers.
  const shown = hasEnded(run.status) ? { ...run, counts: summary.counts } : run;
  return (
    <div className={classes['screen']} data-testid="send-screen" data-batch={batchId}>
      <div className={classes['review']}>
        <ReviewScreen batchId={batchId} />
      </div>
      <UnknownOrders
        batchId={batchId}
        count={summary.counts.unknown}
        running={!hasEnded(run.status)}
        onSettled={() => void reload()}
      />
      <RunBar run={shown} onAnswer={applyResult} onAccessKey={() => void reload()} />
    </div>
  );
}
