/** Asks what a shop's status column means, and about its cancelled orders (decisions 5 and 39). */
import { isChangedAfterSending } from '../orders/send-history-state.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import type { Issue, QuestionAnswer } from '../model/issues.ts';
import type { OrderState } from '../model/order-states.ts';
import { rowNames } from '../model/sheet-rows.ts';
import { sendCancelled, sendMarked } from '../checking/no-order-signs.ts';
import { meaningKey } from '../settled/meanings.ts';
import { excerpt } from '../values/cell-text.ts';
import { answerByColumn, answerByRules, fileIssue, questionIssue, sampleCells } from './file-issue-builders.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { OrderEntry } from '../orders/order-entry.ts';

const mostNamedRows = 10;

/** Orders that may still be left out. */
const undecided: ReadonlySet<OrderState> = new Set(['ready', 'withErrors', 'waiting', 'rejected', 'duplicate']);

/** Asks about a shop's status column and its cancelled orders (decisions 5 and 39). */
export function statusQuestions(book: OrderBook): Issue[] {
  return [...cancelledQuestion(book), ...markedQuestion(book), ...meaningQuestion(book), ...goingNotice(book)];
}

/** Says which statuses go like the others because a person said so, with the way back. */
function goingNotice(book: OrderBook): Issue[] {
  const { goingStatuses } = book.input.rules;
  const column = book.readers.fulfillment_status.column ?? book.unusedStatusColumn;
  if (goingStatuses.length === 0 || column === null) return [];
  const held = new Set<string>();
  for (const { text } of sampleCells(book, column)) held.add(meaningKey(text));
  const acting = goingStatuses.filter((one) => held.has(meaningKey(one)));
  if (acting.length === 0) return [];
  const values = acting.map((one) => `«${excerpt(one)}»`).join(', ');
  return [
    questionIssue('notice', 'orders.statusesGo', { values }, 'fulfillment_status', [
      answerByRules('statusGoes', { goingStatuses }),
      answerByRules('statusAsked', { goingStatuses: goingStatuses.filter((one) => !acting.includes(one)) }),
    ]),
  ];
}

function meaningQuestion({ statistics, input, readers, unusedStatusColumn }: OrderBook): Issue[] {
  const guessOf = (column: number | null): ColumnGuess | undefined =>
    column === null ? undefined : input.plan.columns[column];
  const auto = answerByRules('statusAuto', { status: 'auto' });
  const ask = (count: number, guess: ColumnGuess, fromColumn: ReturnType<typeof answerByRules>): Issue[] => [
    questionIssue('notice', 'orders.foreignStatuses', { count, heading: guess.called }, 'fulfillment_status', [
      auto,
      fromColumn,
      answerByColumn(guess, null),
    ]),
  ];
  const mapped = guessOf(readers.fulfillment_status.column);
  if (mapped !== undefined)
    return statistics.ordersWithForeignStatus === 0
      ? []
      : ask(statistics.ordersWithForeignStatus, mapped, answerByRules('statusFromColumn', { status: 'column' }));
  const unused = guessOf(unusedStatusColumn);
  if (unused === undefined || input.rules.status !== 'auto' || statistics.ordersWithUnusedStatus === 0) return [];
  return ask(statistics.ordersWithUnusedStatus, unused, answerByColumn(unused, 'fulfillment_status'));
}

/** Leaving them out is for these orders; that they are sent is said of the whole file. */
function cancelledQuestion(book: OrderBook): Issue[] {
  return leavingOutQuestion(book, book.statistics.cancelledOrderKeys, {
    isSent: book.input.rules.cancelledOrders === 'send',
    send: sendCancelled,
    codes: ['orders.cancelled', 'orders.cancelledSent'],
  });
}

/** Orders that are delivered, unpaid, drafts, or fetched by the customer. */
function markedQuestion(book: OrderBook): Issue[] {
  return leavingOutQuestion(book, book.statistics.markedOrderKeys, {
    isSent: book.input.rules.markedOrders === 'send',
    send: sendMarked,
    codes: ['orders.markedOrders', 'orders.markedSent'],
  });
}

/** The first rows of the orders, as people name them. */
function namedRows(entries: readonly OrderEntry[], { input: { table } }: OrderBook): string {
  const rows = entries.map(({ rows: [first = 0] }) => table.rowNumber(first));
  return rowNames(table.file.sheetNames, rows.slice(0, mostNamedRows)) + (rows.length > mostNamedRows ? ' …' : '');
}

function leavingOutQuestion(
  book: OrderBook,
  keys: ReadonlySet<string>,
  {
    isSent,
    send,
    codes: [askedCode, sentCode],
  }: { readonly isSent: boolean; readonly send: QuestionAnswer; readonly codes: readonly [string, string] },
): Issue[] {
  const entries = [...keys]
    .flatMap((key) => book.entryByKey(key) ?? [])
    .filter((entry) => undecided.has(entry.state) && !isChangedAfterSending(entry))
    .sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  if (entries.length === 0) return [];
  const leaveOut: QuestionAnswer = { fix: { kind: 'leaveOut', orderKeys: entries.map(({ key }) => key) } };
  const answers = isSent ? [send, leaveOut] : [leaveOut, send];
  const fix = (isSent ? send : leaveOut).fix;
  const field = book.readers.fulfillment_status.column === null ? {} : ({ field: 'fulfillment_status' } as const);
  return [
    fileIssue(
      isSent ? 'notice' : 'error',
      isSent ? sentCode : askedCode,
      { count: entries.length, rows: namedRows(entries, book) },
      { ...field, fix, answers },
    ),
  ];
}
