/** Asks when a file's orders are to be delivered: the date, its time, and which of day and month comes first (decisions 7 and 9). */
import type { ColumnGuess } from '../model/mapping.ts';
import type { QuestionAnswer, Issue } from '../model/issues.ts';
import { namesTomorrow, resolveRelativeDate } from '../values/dates/relative-date.ts';
import { epochFromLocal, localFromEpoch } from '../values/dates/tashkent-time.ts';
import { parseScheduledAt } from '../values/dates/scheduled-at.ts';
import {
  answerByColumn,
  answerByConstant,
  answerByJoining,
  answerByRules,
  questionIssue,
  sampleCells,
  candidateColumns,
  maxSampledRows,
} from './file-issue-builders.ts';
import { spelled } from '../checking/said-days.ts';
import { findStandingDays, hoursColumn, mostSearchedRows, type StandingDays } from '../checking/standing-days.ts';
import { goesUndated } from '../checking/undated-file.ts';
import type { RulesChange } from '../model/rules.ts';
import { excerpt } from '../values/cell-text.ts';
import type { OrderBook } from '../orders/order-book.ts';

const mostDaysShown = 3;

/** The proposed answer to the question about the delivery date. */
const offeredDate = 'tomorrow 14:00';

/** Asks for the delivery date (decision 7): a possible column, one date for all, or none. */
export function deliveryQuestion(book: OrderBook): Issue[] {
  const { statistics, input, readers } = book;
  const taken = readers.scheduled_at.column === null ? undefined : input.plan.columns[readers.scheduled_at.column];
  if (taken?.reason.code === 'datesAhead')
    return [
      questionIssue('notice', 'orders.deliveryAhead', { heading: taken.called }, 'scheduled_at', [
        answerByColumn(taken, 'scheduled_at'),
        answerByColumn(taken, null),
      ]),
    ];
  if (statistics.undecidedDeliveries === 0)
    return [
      ...settledPastQuestion(book, taken),
      ...undatedQuestion(book),
      ...undatedFileNotice(book),
      ...standingNotice(book),
    ];
  const columns = candidateColumns(book, 'scheduled_at').filter(
    ({ reason, column }) => !holdsTimes(book, column) && (reason.code === 'created' || liesAhead(book, column)),
  );
  const text = resolveRelativeDate(offeredDate, input.now);
  const date = text === undefined ? [] : [answerByConstant('scheduled_at', text, 'date')];
  const asNew = answerByRules('sendAsNew', newOnes(book));
  const standing = standingAnswer(book);
  const ahead = columns.filter(({ column }) => liesAhead(book, column));
  const others = columns.filter((guess) => !ahead.includes(guess));
  const answers: QuestionAnswer[] = [
    ...ahead.map((guess) => answerByColumn(guess, 'scheduled_at')),
    ...(standing === null ? [] : [standing.answer]),
    // Where nothing says a day, none is invented: whoever knows one gives it.
    ...(saysTomorrow(book) ? [...date, asNew] : [asNew, ...date]),
    ...others.map((guess) => answerByColumn(guess, 'scheduled_at')),
  ];
  return [
    questionIssue(
      'error',
      standing === null ? 'orders.deliveryDateQuestion' : 'orders.deliveryDayBeside',
      {
        count: statistics.undecidedDeliveries,
        ...(standing === null ? {} : { example: excerpt(standing.example) }),
      },
      'scheduled_at',
      answers,
    ),
  ];
}

/** Orders without a day are new, tomorrow, too; where the sheet may have days, all of this list are. */
function newOnes({ input: { rules, plan, table, now } }: OrderBook): RulesChange {
  return goesUndated({ ...rules, undatedOrders: 'asNew' }, plan, table.file, now)
    ? { undatedOrders: 'asNew' }
    : { status: 1 };
}

/** Rows above the headings that are looked at. */
const mostTitleRows = 30;

/** Whether a title says that the orders are tomorrow's: «Заказы на завтра», «Ertaga yetkaziladi». */
function saysTomorrow({ input: { table, plan } }: OrderBook): boolean {
  let isSaid = false;
  for (let index = 0; index < Math.min(plan.headerIndex ?? 0, mostTitleRows); index++)
    table.file.forEachCell(index, (_column, kind, text) => {
      isSaid ||= kind === 'text' && namesTomorrow(text);
    });
  return isSaid;
}

/** Asks about orders without a day among others that have one: they are new, unless a day is given for them. */
function undatedQuestion({ statistics, input, readers, orderCount }: OrderBook): Issue[] {
  const { undatedOrders: count } = statistics;
  if (count === 0 || input.rules.undatedOrders !== 'ask' || !readers.scheduled_at.hasCells) return [];
  const text = resolveRelativeDate(offeredDate, input.now);
  const dated = statistics.datedOrders === 0 ? 'none' : 'others';
  return [
    questionIssue('warning', 'orders.undatedOrders', { count, of: orderCount, dated }, 'scheduled_at', [
      answerByRules('undatedAsNew', { undatedOrders: 'asNew' }),
      ...(text === undefined ? [] : [answerByConstant('scheduled_at', text, 'date')]),
    ]),
  ];
}

/** Says that all orders are new, as the shop said of orders without a day, with the way back. */
function undatedFileNotice({ sheetRules, input, orderCount }: OrderBook): Issue[] {
  if (!sheetRules.goesUndated) return [];
  const text = resolveRelativeDate(offeredDate, input.now);
  return [
    questionIssue('notice', 'orders.allUndated', { count: orderCount }, 'scheduled_at', [
      answerByRules('undatedAsNew', { undatedOrders: 'asNew' }),
      ...(text === undefined ? [] : [answerByConstant('scheduled_at', text, 'date')]),
    ]),
  ];
}

/**
 * What was settled for a shop's earlier file never outweighs the values: where the remembered column's days have all
 * passed and another column's lie ahead, that one is proposed.
 */
function settledPastQuestion(book: OrderBook, taken: ColumnGuess | undefined): Issue[] {
  if (taken?.reason.code !== 'orders.profile' || !hasPassed(book, taken.column)) return [];
  const other = candidateColumns(book, 'scheduled_at').find(({ column }) => liesAhead(book, column));
  if (other === undefined) return [];
  return [
    questionIssue('warning', 'orders.settledDaysPast', { heading: taken.called, other: other.called }, 'scheduled_at', [
      answerByColumn(other, 'scheduled_at'),
      answerByColumn(taken, 'scheduled_at'),
    ]),
  ];
}

/** Whether all of the column's dates lie before today. */
function hasPassed(book: OrderBook, column: number): boolean {
  const today = localFromEpoch(book.input.now).slice(0, 10);
  const options = {
    dateOrder: 'dayFirst',
    areShortDaysDoubtful: false,
    date1904: book.input.table.file.date1904,
    defaultTime: '23:59',
    now: book.input.now,
  } as const;
  let dates = 0;
  for (const cell of sampleCells(book, column)) {
    const parsed = parseScheduledAt(cell, options);
    if (parsed.kind !== 'value') continue;
    if (parsed.value.local.slice(0, 10) >= today) return false;
    dates++;
  }
  return dates > 0;
}

/**
 * Says that days beside the rows were taken, with the way back: a warning until a person says that they hold, unless the
 * sheet leaves no doubt of it.
 */
function standingNotice(book: OrderBook): Issue[] {
  const { standingDays, input } = book;
  if (standingDays === null) return [];
  const days = `${standingDays.days.slice(0, mostDaysShown).map(spelled).join(', ')}${standingDays.days.length > mostDaysShown ? ' …' : ''}`;
  const isCertain = standingDays.isCertain && !hasOtherDayAhead(book, standingDays);
  const severity = input.rules.standingDays === 'on' || isCertain ? 'notice' : 'warning';
  return [
    questionIssue(severity, 'orders.standingDays', { days, example: excerpt(standingDays.example) }, 'scheduled_at', [
      answerByRules('standingDays', { standingDays: 'on' }),
      answerByRules('noStandingDays', { standingDays: 'off' }),
    ]),
  ];
}

/** Whether a column that may be the delivery's, but is not taken, says another day to come for a row. */
function hasOtherDayAhead(book: OrderBook, standing: StandingDays): boolean {
  const { input } = book;
  const { table, now } = input;
  const today = localFromEpoch(now).slice(0, 10);
  const options = {
    dateOrder: 'dayFirst',
    areShortDaysDoubtful: false,
    date1904: table.file.date1904,
    defaultTime: '23:59',
    now,
  } as const;
  const end = Math.min(table.rowCount, book.firstDataIndex + maxSampledRows);
  return candidateColumns(book, 'scheduled_at').some(({ column }) => {
    for (let index = book.firstDataIndex; index < end; index++) {
      const cell = table.cell(index, column);
      const parsed = cell.kind === 'empty' ? null : parseScheduledAt(cell, options);
      if (parsed?.kind !== 'value') continue;
      const day = parsed.value.local.slice(0, 10);
      if (day > today && day !== standing.at(index)?.day) return true;
    }
    return false;
  });
}

/** A day that stands beside the orders, and the answer that takes it: with the column of hours, where there is one. */
function standingAnswer({
  input,
  readers,
}: OrderBook): { readonly example: string; readonly answer: QuestionAnswer } | null {
  const { table, plan, now, rules } = input;
  const found = rules.standingDays === 'ask' ? findStandingDays(table.file, plan, now, mostSearchedRows) : null;
  if (found === null) return null;
  const hours = readers.scheduled_at.column === null ? hoursColumn(table.file, plan) : null;
  const guess = hours === null ? undefined : plan.columns[hours];
  const answer =
    guess === undefined
      ? answerByRules('standingDays', { standingDays: 'on' })
      : answerByColumn(guess, 'scheduled_at', { standingDays: 'on' });
  return { example: found.example, answer };
}

/** Whether most of the column's dates are in the future: an order's creation date is in the past. */
function liesAhead(book: OrderBook, column: number): boolean {
  const { input } = book;
  const options = {
    dateOrder: 'dayFirst',
    areShortDaysDoubtful: false,
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
