/** Actions on a sent order: ask the WMS for its state, settle a lost answer, send it again. */
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ChannelResult } from '../../../shared/contract/channels.ts';
import type { OrderView } from '../../../shared/contract/views.ts';
import { Confirm } from '../../app/Confirm.tsx';
import { useNotices } from '../../app/state/notices.tsx';
import { useAction } from '../../app/state/use-action.ts';
import { UnknownOrderLine } from '../../send/UnknownOrderLine.tsx';
import { ResendOrders } from '../../send/ResendOrders.tsx';
import { useWords } from '../../words/words.ts';
import classes from '../Review.module.css';

interface SentOrderProps {
  readonly batchId: string;
  readonly order: OrderView;
  readonly onSettled: () => void;
  /** Moves the focus on when a button has disappeared with what it settled. */
  readonly onDone: () => void;
}

/** Asks only when the operator presses the button, as it is a request to the WMS. */
function WmsOrderState({ batchId, order }: { readonly batchId: string; readonly order: OrderView }): ReactNode {
  const { t } = useWords();
  const { busy, run } = useAction();
  const [standing, setStanding] = useState<ChannelResult<'order.getWmsStatus'> | null>(null);
  const ask = async (): Promise<void> => {
    const answer = await run('order.getWmsStatus', { batchId, orderKey: order.key });
    if (answer.ok) setStanding(answer.value);
  };
  const status = `facets.status.${standing?.status ?? ''}`;
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        disabled={busy !== null}
        data-testid="order-view"
        onClick={() => void ask()}
      >
        {busy ? t('order.view.busy') : t('order.view')}
      </Button>
      {standing && (
        <div role="status" style={{ flexBasis: '100%' }} data-testid="order-standing">
          <dl className={classes.facts}>
            <dt>{t('order.view.status')}</dt>
            <dd>{t.knows(status) ? t(status) : (standing.status ?? t('order.view.notShown'))}</dd>
            <dt>{t('order.view.created')}</dt>
            <dd>{standing.createdAt ?? t('order.view.notShown')}</dd>
            {standing.updatedAt !== null && (
              <>
                <dt>{t('order.view.updated')}</dt>
                <dd>{standing.updatedAt}</dd>
              </>
            )}
          </dl>
        </div>
      )}
    </>
  );
}

function wasSentHere({ state, attempts }: OrderView): boolean {
  return state === 'accepted' || attempts.length > 0;
}

/** Issues of orders that are being sent, or are unknown, in another batch: they are settled there. */
const openElsewhere: ReadonlySet<string> = new Set([
  'orders.beingSent',
  'orders.beingSentBy',
  'orders.sentUnknown',
  'orders.sentUnknownBy',
]);

/** Sends an order again that the WMS has: rarely wanted, so it is confirmed first. */
function ResendOrder({ batchId, order, onSettled, onDone }: SentOrderProps): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [asking, setAsking] = useState(false);
  const send = async (): Promise<void> => {
    const answer = wasSentHere(order)
      ? await run('order.settle', { batchId, orderKey: order.key, act: 'sendAgain', wmsId: null })
      : await run('order.sendAnyway', { batchId, orderKey: order.key });
    setAsking(false);
    if (!answer.ok) return;
    show({ tone: 'done', text: t('again.done', { count: 1 }) });
    onDone();
    onSettled();
  };
  if (asking)
    return (
      <Confirm
        question={t('order.secondTime.sure', { order: order.orderId })}
        yes={t('order.secondTime.yes')}
        no={t('app.cancel')}
        busy={busy !== null}
        testId="second-time"
        onYes={() => void send()}
        onNo={() => setAsking(false)}
      />
    );
  return (
    <Button size="compact-sm" variant="subtle" color="gray" data-testid="second-time" onClick={() => setAsking(true)}>
      {t('order.secondTime')}
    </Button>
  );
}

export function SentOrder({ batchId, order, onSettled, onDone }: SentOrderProps): ReactNode {
  const { t } = useWords();
  switch (order.state) {
    case 'accepted':
      return (
        <Group gap="xs" mt={6}>
          {order.wmsId !== null && <WmsOrderState key={order.key} batchId={batchId} order={order} />}
          <ResendOrder
            key={`again ${order.key}`}
            batchId={batchId}
            order={order}
            onSettled={onSettled}
            onDone={onDone}
          />
        </Group>
      );
    case 'rejected':
      return (
        <Group gap="xs" mt={6}>
          <ResendOrders
            key={order.key}
            batchId={batchId}
            orders={{ orderKeys: [order.key] }}
            count={1}
            onDone={onDone}
          />
        </Group>
      );
    case 'alreadySent':
    case 'unknown':
    case 'review':
    case 'duplicate':
      // What has no number of its own yet is said to be a new order instead.
      if (order.orderId === '') return null;
      if (!wasSentHere(order))
        return order.issues.some(({ code }) => openElsewhere.has(code)) ? null : (
          <ResendOrder key={order.key} batchId={batchId} order={order} onSettled={onSettled} onDone={onDone} />
        );
      return (
        <>
          {(order.state === 'review' || order.state === 'duplicate') && (
            <Text className={classes.small}>{t(`order.decide.${order.state}`)}</Text>
          )}
          <UnknownOrderLine
            key={order.key}
            batchId={batchId}
            order={{ orderKey: order.key, orderId: order.orderId, row: order.rows[0] ?? 0 }}
            canLookUp={order.state === 'unknown'}
            onSettled={onSettled}
          />
        </>
      );
    default:
      return null;
  }
}
