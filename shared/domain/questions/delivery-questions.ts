/** Asks when a file's orders are to be delivered: the date, its time, and which of day and month comes first (decisions 7 and 9). */
import type { QuestionAnswer, Issue } from '../model/issues.ts';
import { resolveRelativeDate } from '../values/dates/relative-date.ts';
import { epochFromLocal } from '../values/dates/tashkent-time.ts';
import { parseScheduledAt } from '../values/dates/scheduled-at.ts';
import {
  answerByColumn,
  answerByConstant,
  answerByJoining,
  answerByRules,
  questionIssue,
  sampleCells,
  candidateColumns,
} from './file-issue-builders.ts';
import type { OrderBook } from '../orders/order-book.ts';

/** The proposed answer to the question about the delivery date. */
const offeredDate = 'tomorrow 14:00';

/** Asks for the delivery date (decision 7): a possible column, one date for all, or none. */
export function deliveryQuestion(book: OrderBook): Issue[] {
  const { statistics, input, readers } = book;
  const taken = readers.scheduled_at.column === null ? undefined : input.plan.columns[readers.scheduled_at.column];
  if (taken?.reason.code === 'datesAhead')
    return [
      questionIssue('notice', 'orders.deliveryAhead', { heading: taken.heading }, 'scheduled_at', [
        answerByColumn(taken, 'scheduled_at'),
        answerByColumn(taken, null),
      ]),
    ];
  if (statistics.undecidedDeliveries === 0) return [];
  const columns = candidateColumns(book, 'scheduled_at').filter(
    ({ reason, column }) => reason.code === 'created' && !holdsTimes(book, column),
  );
  const text = resolveRelativeDate(offeredDate, input.now);
  const date = text === undefined ? [] : [answerByConstant('scheduled_at', text, 'date')];
  const asNew = answerByRules('sendAsNew', { status: 1 });
  const titled = dateInTitle(book);
  const ahead = columns.filter(({ column }) => liesAhead(book, column));
  const others = columns.filter((guess) => !ahead.includes(guess));
  const answers: QuestionAnswer[] = [
    ...ahead.map((guess) => answerByColumn(guess, 'scheduled_at')),
    ...(titled === null ? [] : [answerByConstant('scheduled_at', titled, 'date')]),
    ...date,
    ...others.map((guess) => answerByColumn(guess, 'scheduled_at')),
    asNew,
  ];
  return [
    questionIssue(
      'error',
      'orders.deliveryDateQuestion',
      { count: statistics.undecidedDeliveries },
      'scheduled_at',
      answers,
    ),
  ];
}

const dateInText =
  /(?<![\d.])(\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[\s-]*(?:chi\s+)?\p{L}{3,12}[\s,]*\d{4}|\d{4}\s*-?\s*yil\s+\d{1,2}[\s-]*\p{L}{3,12})(?![\d])/iu;

/** The one date that stands above the headings and has not passed, as text; null: none, or several. */
function dateInTitle({ input }: OrderBook): string | null {
  const { table, plan, now } = input;
  const options = { dateOrder: 'dayFirst', date1904: table.file.date1904, defaultTime: '23:59', now } as const;
  const found = new Set<string>();
  for (let index = 0; index < Math.min(plan.headerIndex ?? 0, mostTitleRows); index++)
    table.file.forEachCell(index, (column, kind, text) => {
      const part = kind === 'text' ? dateInText.exec(text)?.[1] : undefined;
      const cell =
        part === undefined
          ? kind === 'date'
            ? table.file.cell(index, column)
            : null
          : ({ kind: 'text', text: part } as const);
      const parsed = cell === null ? null : parseScheduledAt(cell, options);
      if (parsed?.kind === 'value' && epochFromLocal(parsed.value.local) > now)
        found.add(parsed.value.local.slice(0, 10));
    });
  const [day] = found;
  if (day === undefined || found.size > 1) return null;
  return day.split('-').toReversed().join('.');
}

const mostTitleRows = 30;

/** Whether most of the column's dates are in the future: an order's creation date is in the past. */
function liesAhead(book: OrderBook, column: number): boolean {
  const { input } = book;
  const options = {
    dateOrder: 'dayFirst',
    date1904: input.table.file.date1904,
    defaultTime: '23:59',
    now: input.now,
  } as const;
  let dates = 0;
  let ahead = 0;
  for (const cell of sampleCells(book, column)) {
    const parsed = parseScheduledAt(cell, options);
    if (parsed.kind !== 'value') continue;
    dates++;
    if (epochFromLocal(parsed.value.local) > input.now) ahead++;
  }
  return dates > 0 && ahead * 2 > dates;
}

/** Whether most of the column's cells are times without a day. */
function holdsTimes(book: OrderBook, column: number): boolean {
  let cells = 0;
  let times = 0;
  for (const { kind, text } of sampleCells(book, column)) {
    cells++;
    if (
      kind === 'text'
        ? /^\s*([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?\s*([-–].*)?$/.test(text)
        : Number(text) >= 0 && Number(text) < 1
    )
      times++;
  }
  return times * 2 > cells;
}

/** Asks for the time of dates without one (decision 9): a column of times, or one time for all. */
export function defaultTimeQuestion(book: OrderBook): Issue[] {
  const { statistics, input } = book;
  const { defaultTime: time } = input.rules;
  if (statistics.ordersWithDefaultTime === 0) return [];
  const columns = candidateColumns(book, 'scheduled_at').filter(({ column }) => holdsTimes(book, column));
  const answers = [
    ...columns.map((guess) => answerByJoining(guess, 'scheduled_at')),
    answerByRules('defaultTime', { defaultTime: time }, 'time'),
  ];
  return [
    questionIssue(
      'warning',
      'orders.defaultTime',
      { count: statistics.ordersWithDefaultTime, time },
      'scheduled_at',
      answers,
    ),
  ];
}

/** Asks whether dates are day first or month first, where the column does not prove it. */
export function dateOrderQuestion({ dateSurvey, input, readers }: OrderBook): Issue[] {
  const { ambiguous } = dateSurvey;
  if (
    input.rules.dateOrder !== 'auto' ||
    dateSurvey.order !== 'undecided' ||
    ambiguous === 0 ||
    readers.scheduled_at.column === null
  )
    return [];
  return [
    questionIssue('notice', 'orders.dateOrderQuestion', { count: ambiguous }, 'scheduled_at', [
      answerByRules('dayFirst', { dateOrder: 'dayFirst' }),
      answerByRules('monthFirst', { dateOrder: 'monthFirst' }),
    ]),
  ];
}
