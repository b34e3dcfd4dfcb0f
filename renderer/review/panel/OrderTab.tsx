/** The panel's tab with the active order: its values as the WMS gets them and, after sending, the answers. */
import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CauseView, OrderView } from '../../../shared/contract/views.ts';
import { useBatch } from '../../client/use-batch.ts';
import { stateLook, stateWord } from '../../theme/state-look.ts';
import { useWords } from '../../words/words.ts';
import { bySeverity, causeOfIssue, type ShownFix } from '../issue-words.ts';
import { AttemptList } from './AttemptList.tsx';
import { ChangedFields } from './ChangedFields.tsx';
import { PendingQuestions } from './PendingQuestions.tsx';
import { IssueCard } from './IssueCard.tsx';
import { formatRowRanges } from './order-values.ts';
import type { CellPosition } from '../../../shared/domain/model/issues.ts';
import { OrderValues } from './OrderValues.tsx';
import { RequestBody } from './RequestBody.tsx';
import { SentOrder } from './SentOrder.tsx';
import classes from '../Review.module.css';

interface OrderTabProps {
  readonly batchId: string;
  readonly order: OrderView | null;
  readonly causes: readonly CauseView[];
  /** The active cell, whose value is highlighted. */
  readonly activeCell: CellPosition | null;
  readonly onGoTo: (place: CellPosition) => void;
  readonly onHighlight: (place: CellPosition | null) => void;
  readonly onLeaveOut: (orderKey: string, out: boolean) => void;
  readonly onAddRow: (orderKey: string) => void;
  readonly onFix: (fix: ShownFix) => void;
  readonly onFixAll: (cause: CauseView) => void;
  readonly onSettled: () => void;
  /** Moves the focus on when a button has disappeared with what it settled. */
  readonly onDone: () => void;
}

export function OrderTab({
  batchId,
  order,
  causes,
  activeCell,
  onGoTo,
  onHighlight,
  onLeaveOut,
  onAddRow,
  onFix,
  onFixAll,
  onSettled,
  onDone,
}: OrderTabProps): ReactNode {
  const { t, formatMoney, formatDateTime, rowNames } = useWords();
  const { summary } = useBatch(batchId);
  if (!order) return <Text className={classes.small}>{t('order.none')}</Text>;
  const look = stateLook(order.state);
  const sent = order.attempts.length > 0;
  return (
    <div data-testid="order" data-order={order.key}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>{order.orderId === '' ? t('order.noId') : t('order.title', { order: order.orderId })}</Text>
          <Text className={classes.small}>
            {t('order.rows', { count: order.rows.length, rows: formatRowRanges(order.rows, rowNames) })}
          </Text>
        </div>
        <OutButton order={order} onLeaveOut={onLeaveOut} />
      </Group>
      <Text mt={4} style={{ color: `var(--${look.tone}-text)` }} data-testid="order-state">
        <span aria-hidden>{look.mark} </span>
        {t(stateWord(order.state, order.changedAfterSending))}
        {order.wmsId === null ? '' : ` · ${t('order.wmsId', { id: order.wmsId })}`}
      </Text>
      {order.at === null ? null : (
        <Text className={classes.small}>{t('order.toshkent', { at: formatDateTime(order.at) })}</Text>
      )}
      {order.earlierSending ? (
        <>
          <Text size="sm" mt={6} data-testid="order-earlier">
            {t(order.earlierSending.openedBy === null ? 'order.earlier' : 'order.earlier.by', {
              order: String(order.earlierSending.orderId),
              file: order.earlierSending.fileName,
              at: formatDateTime(order.earlierSending.at),
              by: order.earlierSending.openedBy ?? '',
            })}{' '}
            {order.earlierSending.wmsId === null ? '' : t('order.earlier.wmsId', { id: order.earlierSending.wmsId })}
          </Text>
          <ChangedFields earlier={order.earlierSending} />
        </>
      ) : null}
      <SentOrder batchId={batchId} order={order} onSettled={onSettled} onDone={onDone} />
      {summary ? <PendingQuestions order={order} fileIssues={summary.fileIssues} /> : null}
      {/* The active cell's own issues are shown below, with the cell. */}
      {bySeverity(
        order.issues.filter(
          ({ row, column }) => activeCell === null || row !== activeCell.row || column !== activeCell.column,
        ),
      ).map((issue, at) => (
        <IssueCard
          key={`${issue.code}-${at}`}
          issue={issue}
          locked={!order.editable}
          cause={causeOfIssue(causes, issue)}
          onFix={onFix}
          onFixAll={onFixAll}
        />
      ))}
      <h2 className={classes.causesTitle} style={{ marginTop: 14 }}>
        {t(sent ? 'order.wasSent' : 'order.asSent')}
      </h2>
      <OrderValues
        order={order}
        clock={summary?.choices.rules.clock ?? 'utc'}
        activeCell={activeCell}
        onGoTo={onGoTo}
        onHighlight={onHighlight}
      />
      {order.canAddItem ? (
        <Button
          size="compact-xs"
          variant="subtle"
          px={4}
          title={t('row.add.keys')}
          data-testid="add-item"
          onClick={() => onAddRow(order.key)}
        >
          + {t('row.add')}
        </Button>
      ) : null}
      <Group justify="space-between" mt={6} px={4}>
        <Text fw={600} size="sm">
          {t('order.total')}
        </Text>
        <Text fw={600} size="sm" data-testid="order-amount">
          {formatMoney(order.amount)}
        </Text>
      </Group>
      <AttemptList attempts={order.attempts} />
      <RequestBody body={order.body} />
    </div>
  );
}

function OutButton({
  order,
  onLeaveOut,
}: {
  readonly order: OrderView;
  readonly onLeaveOut: (orderKey: string, out: boolean) => void;
}): ReactNode {
  const { t } = useWords();
  if (!order.editable) return null;
  const out = order.state === 'leftOut';
  return (
    <Button
      size="compact-sm"
      variant="default"
      style={{ flexShrink: 0 }}
      data-testid={out ? 'put-back' : 'leave-out'}
      onClick={() => onLeaveOut(order.key, !out)}
    >
      {t(out ? 'order.putBack' : 'order.leaveOut')}
    </Button>
  );
}
