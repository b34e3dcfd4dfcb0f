/** Shows the active cell: its text, the value read from it, its issues and their fixes. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CauseView, OrderView, RowView } from '../../../shared/contract/views.ts';
import { columnWord } from '../../../shared/messages/column-word.ts';
import { verdictOf } from '../../../shared/domain/model/order-states.ts';
import { withoutRepeatedAnswers } from '../../../shared/domain/questions/question-answers.ts';
import { cellViewOf, rawText, isBetweenOrders, cellAddress, type GridColumn } from '../../grid/columns.ts';
import { useWords } from '../../words/words.ts';
import { bySeverity, causeOfIssue, type ShownFix } from '../issue-words.ts';
import { AlwaysButton } from './AlwaysButton.tsx';
import { IssueCard } from './IssueCard.tsx';
import { canLeaveOutWhere, LeaveOutWhere } from './LeaveOutWhere.tsx';
import { RangeSetter } from './RangeSetter.tsx';
import classes from '../Review.module.css';
import buttonClasses from './FixButton.module.css';

/** A label with its keys may take two lines in the narrow panel. */
const wrapped = { root: buttonClasses.root ?? '', label: buttonClasses.label ?? '' };

interface CellInspectorProps {
  readonly row: RowView | null;
  readonly column: GridColumn | null;
  /** Number of cells in the selected range. */
  readonly cellCount: number;
  readonly order: OrderView | null;
  readonly causes: readonly CauseView[];
  readonly onFix: (fix: ShownFix) => void;
  readonly onFixAll: (cause: CauseView) => void;
  readonly onEdit: () => void;
  /** Resolves to whether nothing of it was refused. */
  readonly onSetRange: (text: string) => Promise<boolean>;
  readonly onLeaveOut: (orderKey: string) => void;
  /** Leaves the selected rows out of their orders, or puts them back. */
  readonly onLeaveOutRows: () => void;
  /** Deletes a row that was added. */
  readonly onRemoveRow: (row: number) => void;
}

export function CellInspector({
  row,
  column,
  cellCount,
  order,
  causes,
  onFix,
  onFixAll,
  onEdit,
  onSetRange,
  onLeaveOut,
  onLeaveOutRows,
  onRemoveRow,
}: CellInspectorProps): ReactNode {
  const { t, rowName } = useWords();
  if (!row || !column) {
    return (
      <div className={classes.inspector} data-testid="cell-inspector">
        <Text className={classes.small}>{t('cell.none')}</Text>
      </div>
    );
  }
  const cell = cellViewOf(row, column);
  const held = rawText(cell);
  const ofOrder = order && order.key === row.orderKey ? order : null;
  const issues = withoutRepeatedAnswers(
    bySeverity(
      (ofOrder?.issues ?? []).filter((issue) =>
        issue.column === undefined
          ? issue.row === undefined || issue.row === row.row
          : issue.row === row.row && issue.column === column.column,
      ),
    ),
  );
  const locked = !row.editable;
  const offer = ofOrder?.settleOffers.find((one) => one.row === row.row && one.column === column.column);
  return (
    <section className={classes.inspector} aria-label={t('cell.title')} data-testid="cell-inspector">
      <div className={classes.place}>
        <span data-testid="cell-place">{cellAddress(row, column, rowName)}</span>
        <span>
          {column.heading || (column.letters ? t('review.unnamed', { letters: column.letters }) : '')} →{' '}
          {columnWord(t, column)}
        </span>
        {column.column === null || locked ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            ml="auto"
            style={{ flexShrink: 0 }}
            onClick={onEdit}
            data-testid="cell-edit"
          >
            {t('cell.edit')} (F2)
          </Button>
        )}
      </div>
      <dl className={classes.facts}>
        <dt>{t('cell.holds')}</dt>
        <dd data-testid="cell-held">{held === '' ? <span className={classes.small}>{t('cell.blank')}</span> : held}</dd>
        {column.field && cell.text !== '' && cell.severity !== 'error' && row.state !== null && !row.leftOut ? (
          <>
            <dt>{t(row.state && verdictOf(row.state) === 'done' ? 'cell.wasSent' : 'cell.sent')}</dt>
            <dd data-testid="cell-sent">
              {cell.text}
              {cell.origin ? <span className={classes.small}> ({t(`cell.origin.${cell.origin}`)})</span> : null}
            </dd>
          </>
        ) : null}
      </dl>
      {isBetweenOrders(row) ? (
        <Text className={classes.small} data-testid="cell-no-order">
          {t('cell.noOrder')}
        </Text>
      ) : null}
      {cell.edited ? <Text className={classes.small}>{t('cell.edited')}</Text> : null}
      {locked && row.state ? (
        <Text className={classes.small}>{t('review.locked', { state: row.state, order: row.orderId })}</Text>
      ) : null}
      {cellCount > 1 && !locked ? <RangeSetter count={cellCount} onSet={onSetRange} /> : null}
      <div aria-live="polite">
        {issues.map((issue, at) => (
          <IssueCard
            key={`${issue.code}-${at}`}
            issue={issue}
            locked={locked}
            cause={causeOfIssue(causes, issue)}
            onFix={onFix}
            onFixAll={onFixAll}
          />
        ))}
      </div>
      {offer === undefined ? null : <AlwaysButton fix={offer.fix} onFix={onFix} />}
      {ofOrder?.editable && column.column !== null && canLeaveOutWhere(column.heading, column.field, held) ? (
        <div>
          <LeaveOutWhere heading={column.heading} column={column.column} value={held.trim()} onFix={onFix} />
        </div>
      ) : null}
      {ofOrder?.state === 'withErrors' && issues.some(({ severity }) => severity === 'error') ? (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={6}
          px={4}
          classNames={wrapped}
          onClick={() => onLeaveOut(ofOrder.key)}
          data-testid="cell-leave-out"
        >
          {t('cell.leaveOut')} (Ctrl+L)
        </Button>
      ) : null}
      {row.added && !locked ? (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={6}
          px={4}
          classNames={wrapped}
          onClick={() => onRemoveRow(row.row)}
          data-testid="row-remove"
        >
          {t('row.remove', { row: rowName(row.row) })} (Ctrl+−)
        </Button>
      ) : null}
      {ofOrder?.editable && ofOrder.rows.length > 1 && !row.added ? (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={6}
          px={4}
          classNames={wrapped}
          onClick={onLeaveOutRows}
          data-testid="row-leave-out"
        >
          {t(row.leftOut ? 'cell.row.putBack' : 'cell.row.leaveOut', { row: rowName(row.row) })} (Ctrl+Shift+L)
        </Button>
      ) : null}
    </section>
  );
}
