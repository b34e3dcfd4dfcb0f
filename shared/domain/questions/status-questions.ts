/** Asks what a shop's status column means, and about its cancelled orders (decisions 5 and 39). */
import type { Issue } from '../model/issues.ts';
import { answerByColumn, answerByRules, fileIssue, questionIssue } from './file-issue-builders.ts';
import type { OrderBook } from '../orders/order-book.ts';

/** Asks about a shop's status column and its cancelled orders (decisions 5 and 39). */
export function statusQuestions(book: OrderBook): Issue[] {
  const { statistics, input, readers } = book;
  const issues: Issue[] = [];
  const { column } = readers.fulfillment_status;
  const guess = column === null ? undefined : input.plan.columns[column];
  if (statistics.ordersWithForeignStatus > 0 && guess !== undefined) {
    const auto = answerByRules('statusAuto', { status: 'auto' });
    issues.push(
      questionIssue(
        'notice',
        'orders.foreignStatuses',
        { count: statistics.ordersWithForeignStatus, heading: guess.heading },
        'fulfillment_status',
        [auto, answerByRules('statusFromColumn', { status: 'column' }), answerByColumn(guess, null)],
      ),
    );
  }
  if (statistics.cancelledOrderKeys.size > 0) {
    const firstRow = (key: string) => book.entryByKey(key)?.rows[0] ?? 0;
    const orderKeys = [...statistics.cancelledOrderKeys].sort((a, b) => firstRow(a) - firstRow(b));
    issues.push(
      fileIssue(
        'warning',
        'orders.cancelled',
        { count: orderKeys.length },
        { field: 'fulfillment_status', fix: { kind: 'leaveOut', orderKeys } },
      ),
    );
  }
  return issues;
}
