/** Before sending: number of orders, sum, server, duration, what is held back, and the button that sends. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { BatchSummary, RunView, SendPlan } from '../../shared/contract/views.ts';
import { zeroStateCounts } from '../../shared/domain/model/order-states.ts';
import { reasonSentence } from '../../shared/messages/translator.ts';
import type { Result } from '../../shared/result.ts';
import { useNavigation } from '../app/state/navigation.tsx';
import { PracticeBadge } from '../app/PracticeBadge.tsx';
import { StandingLine } from '../app/StandingLine.tsx';
import { Callout } from '../app/Callout.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useChannelQuery, type ChannelQuery } from '../client/use-channel-query.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { AccessKeyEntry } from '../settings/AccessKeyEntry.tsx';
import { formatDurationRange } from '../words/duration.ts';
import { useWords } from '../words/words.ts';
import { CourierMoneyList } from './CourierMoneyList.tsx';
import { HeldBack } from './HeldBack.tsx';
import { MayBeNone } from './MayBeNone.tsx';
import { SameServer } from './SameServer.tsx';
import { stopReason } from './send-phase.ts';
import { UnknownOrders } from './UnknownOrders.tsx';

function Figures({ plan }: { readonly plan: SendPlan }): ReactNode {
  const { t, formatCount, formatMoney } = useWords();
  return (
    <Group gap="xl" align="baseline">
      <Text>
        <Text span fz={28} fw={600} data-testid="plan-orders">
          {formatCount(plan.ready)}
        </Text>{' '}
        {t('plan.orders', { count: plan.ready })}
      </Text>
      <Text>
        <Text span fz={20} fw={600} data-testid="plan-amount">
          {formatMoney(plan.amount)}
        </Text>{' '}
        {t('plan.amount')}
      </Text>
      <Text data-testid="plan-duration">{t('plan.duration', { duration: formatDurationRange(t, plan.seconds) })}</Text>
    </Group>
  );
}

function Server({ server }: { readonly server: SendPlan['server'] }): ReactNode {
  const { t } = useWords();
  const { settings } = useSettings();
  if (server.practice) {
    return (
      <Group gap="xs" data-testid="plan-server">
        <PracticeBadge />
        <Text>
          {t('plan.to')}:{' '}
          {settings.practice ? t('plan.to.practice') : t('plan.to.practiceElsewhere', { url: server.url })}
        </Text>
      </Group>
    );
  }
  return (
    <Stack gap={6} data-testid="plan-server">
      <Text>
        {t('plan.to')}: <b>{server.url}</b>
      </Text>
      {!server.secure && <Callout tone="look-at-it">{t('plan.insecure')}</Callout>}
    </Stack>
  );
}

interface Props {
  readonly summary: BatchSummary;
  /** The last one. */
  readonly run: RunView;
  readonly plan: ChannelQuery<'run.getPlan'>;
  readonly onStarted: (answer: Result<RunView>) => void;
  readonly onSettled: () => void;
}

function Buttons({
  plan,
  onStarted,
}: {
  readonly plan: SendPlan;
  readonly onStarted: (answer: Result<RunView>) => void;
}): ReactNode {
  const { t } = useWords();
  const { openBatch } = useNavigation();
  const { busy, run } = useAction();
  const start = async (firstOnly: boolean): Promise<void> => {
    const answer = await run('run.start', { batchId: plan.batchId, firstOnly });
    if (!answer.ok) return;
    // A file that was sent to another server before becomes a new batch, which is opened by id.
    if (answer.value.batchId === plan.batchId) onStarted(answer);
    else await openBatch(answer.value.batchId, 'sending');
  };
  const blocked = !plan.hasAccessKey || plan.sameServer !== null || busy !== null;
  return (
    <Group gap="xs" justify="flex-end">
      {plan.ready > 1 && (
        <>
          <Text size="sm" c="dimmed" style={{ flex: 1 }}>
            {t('plan.firstAbout')}
          </Text>
          <Button
            size="md"
            variant="default"
            disabled={blocked}
            data-testid="send-first"
            onClick={() => void start(true)}
          >
            {t('plan.first')}
          </Button>
        </>
      )}
      <Button size="md" disabled={blocked} data-testid="send-all" onClick={() => void start(false)}>
        {busy ? t('plan.starting') : t('plan.all', { count: plan.ready })}
      </Button>
    </Group>
  );
}

export function PlanView({
  summary,
  run,
  plan: { value: plan, failure, reload },
  onStarted,
  onSettled,
}: Props): ReactNode {
  const { t, failureSentence, rowNames } = useWords();
  const { goToStep } = useNavigation();
  const { batchId } = summary;
  const { value: sheets } = useChannelQuery('batch.listSheetsBeside', { batchId }, summary.version);
  const stopped = stopReason(run);
  // Nothing was sent to this server yet: outcomes on the earlier server hold nothing back here.
  const anew = plan !== null && plan.earlierServer !== null;
  const counts = anew
    ? { ...zeroStateCounts(), withErrors: plan.withErrors, leftOut: plan.leftOut, alreadySent: plan.alreadySent }
    : summary.counts;
  return (
    <main data-testid="plan" data-batch={batchId} style={{ height: '100%', overflowY: 'auto' }}>
      <Stack maw={820} mx="auto" p="lg" gap="md">
        <Title order={1} fz={20}>
          {t('plan.title')}
        </Title>
        {stopped && (
          <Callout tone="look-at-it" testId="stop-reason">
            {t('plan.stopped')} {reasonSentence(t, stopped)}
          </Callout>
        )}
        {anew ? null : <StandingLine summary={summary} />}
        <Paper withBorder p="lg" bg="var(--surface)">
          <Stack gap="md">
            {!plan && <Text>{failure ? failureSentence(failure) : t('app.loading')}</Text>}
            {plan?.ready === 0 && (
              <div data-testid="plan-nothing">
                <Text fz={20} fw={600}>
                  {t('plan.nothing')}
                </Text>
                <Text size="sm">{t('plan.nothing.about')}</Text>
              </div>
            )}
            {plan && plan.ready > 0 && (
              <>
                <Figures plan={plan} />
                {summary.shop?.chosen && (
                  <Text data-testid="plan-shop">
                    {t('shop.word')}: <b>{summary.shop.chosen.name}</b>
                  </Text>
                )}
                <Server server={plan.server} />
                {plan.earlierServer && plan.sameServer === null && (
                  <Callout tone="look-at-it">
                    {plan.earlierServer.practice
                      ? t('plan.earlier.practice')
                      : t('plan.earlier.live', { url: plan.earlierServer.url })}
                  </Callout>
                )}
                {plan.sameServer && <SameServer question={plan.sameServer} onAnswered={() => void reload()} />}
                {counts.waiting > 0 && <Text size="sm">{t('plan.waiting', { count: counts.waiting })}</Text>}
                <CourierMoneyList plan={plan} />
                <MayBeNone plan={plan} onLeftOut={() => void reload()} />
                {plan.newProducts.count > 0 && (
                  <Callout tone="look-at-it" testId="plan-new-products">
                    {t('plan.newProducts', {
                      count: plan.newProducts.count,
                      ids: plan.newProducts.ids.join(', '),
                      rows: rowNames(plan.newProducts.rows) + (plan.newProducts.isMore ? ' …' : ''),
                    })}
                  </Callout>
                )}
                {plan.withWarnings > 0 && (
                  <Group gap="xs" data-testid="plan-warnings">
                    <Text size="sm">! {t('plan.warnings', { count: plan.withWarnings })}</Text>
                    <Button size="compact-sm" variant="default" onClick={() => goToStep('check', 'warnings')}>
                      {t('plan.warnings.show', { count: plan.withWarnings })}
                    </Button>
                  </Group>
                )}
                {plan.passed.count > 0 && (
                  <Callout tone="look-at-it" testId="plan-passed">
                    {t('plan.passed', { count: plan.passed.count, rows: rowNames(plan.passed.rows) })}
                  </Callout>
                )}
                {summary.shop?.chosen === null && <Callout tone="look-at-it">{t('shop.plan.ask')}</Callout>}
                {!plan.hasAccessKey && summary.shop?.chosen !== null && (
                  <Stack gap="xs">
                    <Callout tone="look-at-it">
                      {summary.shop?.chosen
                        ? t('shop.plan.noKey', { shop: summary.shop.chosen.name })
                        : t('plan.noKey')}
                    </Callout>
                    <AccessKeyEntry next onAccessKey={() => void reload()} />
                  </Stack>
                )}
                <Buttons plan={plan} onStarted={onStarted} />
              </>
            )}
          </Stack>
        </Paper>
        <HeldBack
          batchId={batchId}
          counts={counts}
          changed={anew ? 0 : summary.changedAfterSending}
          sheets={sheets ?? []}
        />
        <UnknownOrders batchId={batchId} count={counts.unknown} running={false} onSettled={onSettled} />
      </Stack>
    </main>
  );
}
