/** One order whose answer was lost, with the three ways to settle it. */
import { Button, Group, NumberInput, Text } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ChannelArgument } from '../../shared/contract/channels.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { useFocusOnOpen } from '../app/state/use-focus.ts';
import { useWords } from '../words/words.ts';
import type { UnknownOrder } from './use-unknown-orders.ts';

type Act = ChannelArgument<'order.settle'>['act'];

interface Props {
  readonly batchId: string;
  readonly order: UnknownOrder;
  /** False while a run is under way, as it looks up by itself. */
  readonly canLookUp?: boolean;
  readonly onSettled: () => void;
}

interface ThereProps {
  readonly busy: boolean;
  readonly onYes: (wmsId: number | null) => void;
  readonly onNo: () => void;
}

/** The form for «it is there», with the WMS's id if the operator knows it. */
function ThereForm({ busy, onYes, onNo }: ThereProps): ReactNode {
  const { t } = useWords();
  const [wmsId, setWmsId] = useState<number | string>('');
  const input = useFocusOnOpen<HTMLInputElement>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onYes(typeof wmsId === 'number' ? wmsId : null);
  };
  return (
    <Group component="form" gap="xs" onSubmit={submit}>
      <NumberInput
        ref={input}
        size="xs"
        w={200}
        hideControls
        min={1}
        allowDecimal={false}
        allowNegative={false}
        aria-label={t('lost.wmsId')}
        placeholder={t('lost.wmsId')}
        value={wmsId}
        onChange={setWmsId}
        data-testid="lost-wms-id"
      />
      <Button type="submit" size="compact-sm" disabled={busy} data-testid="lost-there-yes">
        {t('lost.there.yes')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onNo}>
        {t('app.cancel')}
      </Button>
    </Group>
  );
}

export function UnknownOrderLine({ batchId, order, canLookUp = true, onSettled }: Props): ReactNode {
  const { t, rowName } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const [asking, setAsking] = useState<Act | null>(null);
  const settle = async (act: Act, wmsId: number | null = null): Promise<void> => {
    const answer = await run('order.settle', { batchId, orderKey: order.orderKey, act, wmsId });
    if (!answer.ok) return;
    setAsking(null);
    const { state } = answer.value;
    // A look-up continues in the run, which shows what it finds.
    if (state !== 'unknown' && state !== 'verifying')
      show({ tone: 'done', text: t('lost.lookedUp', { order: order.orderId, state: t(`state.${state}`) }) });
    onSettled();
  };
  return (
    <Group gap="xs" py={4} wrap="wrap" data-testid="lost-order" data-order={order.orderId}>
      <Text size="sm" style={{ flex: asking === 'sendAgain' ? 'none' : 1, whiteSpace: 'nowrap' }}>
        <b>{order.orderId}</b> · {t('lost.row', { row: rowName(order.row) })}
      </Text>
      {asking === 'there' && (
        <ThereForm busy={busy !== null} onYes={(wmsId) => void settle('there', wmsId)} onNo={() => setAsking(null)} />
      )}
      {asking === 'sendAgain' && (
        <Confirm
          question={t('lost.sendAgain.sure', { order: order.orderId })}
          yes={t('lost.sendAgain.yes')}
          no={t('app.cancel')}
          busy={busy !== null}
          testId="lost-send-again"
          onYes={() => void settle('sendAgain')}
          onNo={() => setAsking(null)}
        />
      )}
      {asking === null && (
        <>
          {canLookUp && (
            <Button
              size="compact-sm"
              variant="light"
              disabled={busy !== null}
              data-testid="lost-look-up"
              onClick={() => void settle('lookUp')}
            >
              {busy ? t('state.verifying') : t('lost.lookUp')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy !== null}
            data-testid="lost-there"
            onClick={() => setAsking('there')}
          >
            {t('lost.there')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy !== null}
            data-testid="lost-send-again"
            onClick={() => setAsking('sendAgain')}
          >
            {t('lost.sendAgain')}
          </Button>
        </>
      )}
    </Group>
  );
}
