/** The step «Report»: a page that can be shown to the boss. */
import { Button, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary } from '../../shared/contract/views.ts';
import { BottomLine } from '../app/BottomLine.tsx';
import { useNavigation } from '../app/state/navigation.tsx';
import { useNotices } from '../app/state/notices.tsx';
import { StandingLine } from '../app/StandingLine.tsx';
import { Callout } from '../app/Callout.tsx';
import { sentOrderCount } from '../app/state/steps.ts';
import { useAction } from '../app/state/use-action.ts';
import { verdictCounts } from '../../shared/domain/model/order-states.ts';
import { useChannelQuery } from '../client/use-channel-query.ts';
import { useBatch } from '../client/use-batch.ts';
import { UnknownOrders } from '../send/UnknownOrders.tsx';
import { hasEnded } from '../send/send-phase.ts';
import { useRun } from '../send/use-run.ts';
import { formatWhen } from '../words/format.ts';
import { useWords } from '../words/words.ts';
import { NotDone } from './NotDone.tsx';
import { OtherParts } from './OtherParts.tsx';
import { Regions } from './Regions.tsx';
import { SaveReport } from './SaveReport.tsx';
import { SentBeforeList } from './SentBeforeList.tsx';
import { VerdictCards } from './VerdictCards.tsx';
import { WmsDifferences } from './WmsDifferences.tsx';

function Heading({ summary }: { readonly summary: BatchSummary }): ReactNode {
  const { t } = useWords();
  const { value: batches } = useChannelQuery('batch.list', {});
  const item = batches?.find(({ batchId }) => batchId === summary.batchId);
  const sent = sentOrderCount(summary.counts) > 0;
  return (
    <>
      <Group gap="md" align="baseline">
        <Title order={1} fz={20}>
          {t('report.title')}: {summary.file.name}
        </Title>
        <Text size="sm" c="dimmed">
          {summary.shop?.chosen && `${summary.shop.chosen.name} · `}
          {t('report.of', { orders: t('word.orders', { count: summary.counts.total }) })}
          {item && ` · ${formatWhen(item.createdAt, 0)}`}
          {item?.server && !item.practice && ` · ${t('report.server', { url: item.server })}`}
        </Text>
      </Group>
      {item?.practice && (
        <Callout tone="practice" testId="report-practice">
          {t('report.practice')}
        </Callout>
      )}
      {!sent && <Text>{t('report.notSentYet')}</Text>}
    </>
  );
}

function Money({ summary }: { readonly summary: BatchSummary }): ReactNode {
  const { t, formatMoney } = useWords();
  const { goToStep } = useNavigation();
  const { ready } = summary.counts;
  return (
    <Group gap="xl" align="baseline">
      <Text>
        {t('report.amount.done')}:{' '}
        <Text span fz={20} fw={600} data-testid="report-amount">
          {formatMoney(summary.acceptedAmount)}
        </Text>
      </Text>
      {ready > 0 && (
        <Group gap="xs" data-testid="report-open">
          <Text>
            {t('report.open', { count: ready })} · {formatMoney(summary.readyAmount)}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => goToStep('send')}>
            {t('report.open.send')}
          </Button>
        </Group>
      )}
    </Group>
  );
}

function OpenFailed({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { openBatch } = useNavigation();
  const { busy, run } = useAction();
  const open = async (): Promise<void> => {
    const answer = await run('report.openFailedRows', { batchId });
    if (answer.ok) await openBatch(answer.value, 'earlier');
  };
  return (
    <Tooltip label={t('report.openFailed.about')}>
      <Button variant="default" disabled={busy !== null} data-testid="open-failed" onClick={() => void open()}>
        {busy ? t('app.loading') : t('report.openFailed')}
      </Button>
    </Tooltip>
  );
}

function CopySummary({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const copy = async (): Promise<void> => {
    const answer = await run('report.copyText', { batchId });
    if (answer.ok) show({ tone: 'done', text: t('report.copied') });
  };
  return (
    <Button variant="default" disabled={busy !== null} data-testid="copy-summary" onClick={() => void copy()}>
      {t('report.copy')}
    </Button>
  );
}

export function ReportScreen({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { goToStep } = useNavigation();
  const { summary } = useBatch(batchId);
  const { run } = useRun(batchId);
  const running = run !== null && run.status !== 'idle' && !hasEnded(run.status);
  // These requests read every order: they are not repeated for each one that a run sends.
  const stamp = running ? 'running' : summary?.version;
  const { value: causes } = useChannelQuery('batch.listCauses', { batchId }, stamp);
  if (!summary) return <Text p="lg">{t('app.loading')}</Text>;
  const { notDone } = verdictCounts(summary.counts);
  return (
    <main
      data-testid="report-screen"
      data-batch={batchId}
      style={{ display: 'flex', flexDirection: 'column', height: '100%' }}
    >
      <div style={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
        <Stack maw={1080} mx="auto" p="lg" gap="md">
          <Heading summary={summary} />
          <VerdictCards counts={summary.counts} changed={summary.changedAfterSending} />
          <StandingLine summary={summary} />
          <Money summary={summary} />
          <OtherParts batchId={batchId} />
          <UnknownOrders batchId={batchId} count={summary.counts.unknown} running={running} />
          <NotDone
            batchId={batchId}
            counts={summary.counts}
            changed={summary.changedAfterSending}
            causes={causes ?? []}
          />
          <WmsDifferences causes={causes ?? []} />
          <SentBeforeList batchId={batchId} refreshKey={stamp} />
          <Regions batchId={batchId} refreshKey={stamp} />
        </Stack>
      </div>
      <BottomLine
        actions={
          <>
            <CopySummary batchId={batchId} />
            {notDone > 0 && <OpenFailed batchId={batchId} />}
            <SaveReport batchId={batchId} />
          </>
        }
      >
        <Button variant="subtle" data-testid="back-to-list" onClick={() => goToStep('check')}>
          ← {t('report.back')}
        </Button>
      </BottomLine>
    </main>
  );
}
