/** Sends refused orders again unchanged, once something was fixed in the WMS; confirms first, then shows how many. */
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RefusedOrders } from '../../shared/contract/sending.ts';
import { Confirm } from '../app/Confirm.tsx';
import { useNavigation } from '../app/state/navigation.tsx';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { refreshSummary } from '../client/batch-summaries.ts';
import { useWords } from '../words/words.ts';

interface Props {
  readonly batchId: string;
  readonly orders: RefusedOrders;
  readonly count: number;
  /** Moves the focus on, as the button disappears with the orders. */
  readonly onDone?: () => void;
}

export function ResendOrders({ batchId, orders, count, onDone }: Props): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { location, goToStep } = useNavigation();
  const { busy, run } = useAction();
  const [asking, setAsking] = useState(false);
  const isSending = location.screen === 'batch' && location.step === 'send';
  const again = async (): Promise<void> => {
    const answer = await run('order.resend', { batchId, orders });
    setAsking(false);
    if (!answer.ok) return;
    show({
      tone: 'done',
      text: t('again.done', { count: answer.value.count }),
      ...(isSending ? {} : { action: { label: t('report.open.send'), run: () => goToStep('send') } }),
    });
    onDone?.();
    void refreshSummary(batchId);
  };
  if (asking) {
    // The question takes a line of its own, wherever the button is.
    return (
      <div style={{ flexBasis: '100%' }}>
        <Confirm
          question={t('again.sure', { count })}
          yes={t('again.yes', { count })}
          no={t('app.cancel')}
          busy={busy !== null}
          testId="send-again"
          onYes={() => void again()}
          onNo={() => setAsking(false)}
        />
      </div>
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      style={{ flexShrink: 0 }}
      data-testid="send-again"
      onClick={() => setAsking(true)}
    >
      {t('again', { count })}
    </Button>
  );
}
