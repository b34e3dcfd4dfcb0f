/** One order whose answer was lost, and the three ways to settle it. */
import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Argument } from '../../shared/contract/channels.ts';
import { useNotices } from '../app/notices.tsx';
import { useAction } from '../app/use-action.ts';
import { useWords } from '../words/words.ts';
import type { LostOrder } from './use-lost-orders.ts';

type Act = Argument<'send.settle'>['act'];

interface Props {
  readonly batchId: string;
  readonly order: LostOrder;
  readonly onSettled: () => void;
}

export function LostOrderLine({ batchId, order, onSettled }: Props): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [asking, setAsking] = useState<Act | null>(null);
  const [wmsId, setWmsId] = useState<number | string>('');
  const settle = async (act: Act): Promise<void> => {
    const answer = await run('send.settle', { batchId, orderKey: order.orderKey, act, wmsId: act === 'there' && typeof wmsId === 'number' ? wmsId : null });
    if (!answer.ok) return;
    setAsking(null);
    show({ tone: answer.value.state === 'unknown' ? 'warning' : 'done', text: t('lost.lookedUp', { order: order.orderId, state: t(`state.${answer.value.state}`) }) });
    onSettled();
  };
  const cancel = (
    <Button size="compact-sm" variant="default" onClick={() => setAsking(null)}>
      {t('app.cancel')}
    </Button>
  );
  return (
    <Group gap="xs" py={4} wrap="wrap" data-testid="lost-order" data-order={order.orderId}>
      <Text size="sm" style={{ flex: 1, whiteSpace: 'nowrap' }}>
        <b>{order.orderId}</b> · {t('lost.row', { row: order.row })}
      </Text>
      {asking === 'there' && (
        <>
          <NumberInput size="xs" w={200} autoFocus hideControls min={1} allowDecimal={false} allowNegative={false} aria-label={t('lost.wmsId')} placeholder={t('lost.wmsId')} value={wmsId} onChange={setWmsId} data-testid="lost-wms-id" />
          <Button size="compact-sm" disabled={busy !== null} data-testid="lost-there-yes" onClick={() => void settle('there')}>
            {t('lost.there.yes')}
          </Button>
          {cancel}
        </>
      )}
      {asking === 'sendAgain' && (
        <>
          <Text size="sm">{t('lost.sendAgain.sure', { order: order.orderId })}</Text>
          <Button size="compact-sm" color="red" variant="light" disabled={busy !== null} data-testid="lost-send-again-yes" onClick={() => void settle('sendAgain')}>
            {t('lost.sendAgain.yes')}
          </Button>
          {cancel}
        </>
      )}
      {asking === null && (
        <>
          <Button size="compact-sm" variant="light" disabled={busy !== null} data-testid="lost-look-up" onClick={() => void settle('lookUp')}>
            {busy ? t('state.verifying') : t('lost.lookUp')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={busy !== null} data-testid="lost-there" onClick={() => setAsking('there')}>
            {t('lost.there')}
          </Button>
          <Button size="compact-sm" variant="default" disabled={busy !== null} data-testid="lost-send-again" onClick={() => setAsking('sendAgain')}>
            {t('lost.sendAgain')}
          </Button>
        </>
      )}
    </Group>
  );
}
