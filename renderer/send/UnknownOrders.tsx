/** Lists the orders whose answer was lost: each can be settled, all can be copied for the WMS's support. */
import { Button, Group, Paper, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNotices } from '../app/state/notices.tsx';
import { useAction } from '../app/state/use-action.ts';
import { refreshSummary } from '../client/batch-summaries.ts';
import { textColor, tintColor } from '../theme/state-look.ts';
import { useWords } from '../words/words.ts';
import { UnknownOrderLine } from './UnknownOrderLine.tsx';
import { useUnknownOrders } from './use-unknown-orders.ts';

interface Props {
  readonly batchId: string;
  /** How many there are. */
  readonly count: number;
  /** A run is under way: it looks them up by itself, and no other may begin. */
  readonly running: boolean;
  readonly onSettled?: () => void;
}

function CopyButton({ batchId }: { readonly batchId: string }): ReactNode {
  const { t } = useWords();
  const { show } = useNotices();
  const { busy, run } = useAction();
  const copy = async (): Promise<void> => {
    const answer = await run('order.copyUnknownIds', { batchId });
    if (answer.ok) show({ tone: 'done', text: t('lost.copied', { count: answer.value.count }) });
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      disabled={busy !== null}
      data-testid="lost-copy"
      onClick={() => void copy()}
    >
      {t('lost.copy')}
    </Button>
  );
}

function UnknownOrderList({ batchId, count, running, onSettled }: Props): ReactNode {
  const { t } = useWords();
  const { orders, reload } = useUnknownOrders(batchId, count);
  const settled = (): void => {
    void reload();
    void refreshSummary(batchId);
    onSettled?.();
  };
  const hidden = orders ? count - orders.length : 0;
  return (
    <>
      <Text size="sm" py={4}>
        {t('lost.about')}
      </Text>
      <div style={{ maxHeight: 'min(220px, 24vh)', overflowY: 'auto' }}>
        {orders === null && <Text size="sm">{t('app.loading')}</Text>}
        {orders?.map((order) => (
          <UnknownOrderLine
            key={order.orderKey}
            batchId={batchId}
            order={order}
            canLookUp={!running}
            onSettled={settled}
          />
        ))}
        {hidden > 0 && <Text size="sm">{t('lost.more', { count: hidden })}</Text>}
      </div>
    </>
  );
}

export function UnknownOrders({ batchId, count, running, onSettled }: Props): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <Paper
      component="section"
      aria-label={t('lost.title', { count })}
      radius={0}
      px="md"
      py={8}
      bg={tintColor('look-at-it')}
      data-testid="lost-answers"
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} c={textColor('look-at-it')}>
          ? {t('lost.title', { count })}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {open && <CopyButton batchId={batchId} />}
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open}
            data-testid="lost-toggle"
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'lost.hide' : 'lost.show')}
          </Button>
        </Group>
      </Group>
      {open && <UnknownOrderList batchId={batchId} count={count} running={running} {...(onSettled && { onSettled })} />}
    </Paper>
  );
}
