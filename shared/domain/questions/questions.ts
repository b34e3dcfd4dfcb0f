/** What the app asks about a file, or assumes of it and says (issue «questions»): each with all of its answers. */
import type { ColumnField } from '../model/fields.ts';
import type { QuestionAnswer, Issue } from '../model/issues.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import { regionInAddress } from '../regions/region-in-address.ts';
import { excerpt } from '../values/cell-text.ts';
import { listedProducts, looksLikeProductList } from '../values/listed-products.ts';
import { resolveRelativeDate } from '../values/dates/relative-date.ts';
import { epochFromLocal, localFromEpoch } from '../values/dates/tashkent-time.ts';
import { parseScheduledAt } from '../values/dates/scheduled-at.ts';
import {
  answerByColumn,
  answerByConstant,
  answerByJoining,
  answerByRules,
  fileIssue,
  questionIssue,
  maxSampledRows,
  sampleCells,
} from './file-issue-builders.ts';
import { listedProductsReader } from '../checking/item-lines.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { startNumberForDay } from '../orders/own-order-numbers.ts';

/** Offered as the answer to the question about the delivery date. */
const offeredDate = 'tomorrow 14:00';

/** The columns that might be this field and are not. */
function candidates({ input }: OrderBook, field: ColumnField): ColumnGuess[] {
  return input.plan.columns.filter(
    (guess) => guess.field === null && guess.candidates.some((candidate) => candidate.field === field),
  );
}

/** Which column, or which numbers, are the order numbers (decision 11). */
export function orderNumberQuestions(book: OrderBook): Issue[] {
  const { input, readers, statistics } = book;
  const { orderNumbers } = input.rules;
  const start = startNumberForDay(localFromEpoch(input.now));
  const everyRow = answerByRules('everyRow', { orderNumbers: { kind: 'everyRow', start } }, 'number');
  if (orderNumbers.kind === 'everyRow') {
    const last =
      orderNumbers.start +
      input.table.file.rowNumber(input.table.file.rowCount - 1) -
      input.table.rowNumber(book.firstDataIndex);
    const now = answerByRules('everyRow', { orderNumbers }, 'number');
    return [
      questionIssue(
        'notice',
        'orders.everyRow',
        { start: orderNumbers.start, end: Math.max(last, orderNumbers.start) },
        'order_id',
        [
          now,
          ...(orderNumbers.start === start ? [] : [everyRow]),
          answerByRules('numbersFromColumn', { orderNumbers: { kind: 'fromColumn' } }),
        ],
      ),
    ];
  }
  if (!readers.order_id.hasSource && readers.order_id.constantRemarks.length === 0) {
    const columns = candidates(book, 'order_id');
    const answersOf = (guesses: readonly ColumnGuess[]) =>
      guesses.map((guess) =>
        answerByColumn(
          guess,
          'order_id',
          guess.reason.code === 'valuesDoNotFit' ? { orderNumbers: { kind: 'own', start } } : undefined,
        ),
      );
    // What numbers the rows is hardly an order's number.
    const counters = columns.filter(({ reason }) => reason.code === 'rowCounter');
    return [
      questionIssue('error', 'orders.noIdColumn', {}, 'order_id', [
        ...answersOf(columns.filter((guess) => !counters.includes(guess))),
        everyRow,
        ...answersOf(counters),
      ]),
    ];
  }
  if (orderNumbers.kind === 'own') {
    const example = book.firstOwnNumber();
    return [
      questionIssue(
        'notice',
        'orders.ownNumbers',
        { id: example?.id ?? '', number: example?.number ?? orderNumbers.start },
        'order_id',
        [
          answerByRules('ownNumbers', { orderNumbers }, 'number'),
          answerByRules('numbersFromColumn', { orderNumbers: { kind: 'fromColumn' } }),
        ],
      ),
    ];
  }
  if (statistics.idsWithLetters === 0 || statistics.idsWithLetters * 2 < book.orderCount) return [];
  return [
    questionIssue('error', 'orders.letteredIds', { count: statistics.idsWithLetters }, 'order_id', [
      answerByRules('ownNumbers', { orderNumbers: { kind: 'own', start } }, 'number'),
      everyRow,
    ]),
  ];
}

/** Two columns bear a known name of one field: the better one was taken, and either can be confirmed. */
export function twoColumnsQuestions({ input, readers }: OrderBook): Issue[] {
  const { columns } = input.plan;
  return columns.flatMap((guess) => {
    const { field, reason, heading } = guess;
    if (field === null || reason.code !== 'betterOfTwo') return [];
    // Where the file gives the WMS's own ids nothing is looked up.
    if ((field === 'product_code' || field === 'product_name') && readers.client_product_id.column !== null) return [];
    const other = columns.find((one) => one.field === null && one.heading === reason.params['other']);
    if (other === undefined) return [];
    return [
      questionIssue('notice', 'orders.twoColumns', { field, heading, other: other.heading }, field, [
        answerByColumn(guess, field),
        answerByColumn(other, field),
      ]),
    ];
  });
}

/** When the orders are to be delivered (decision 7): a column that may be meant, one date for all, or none. */
export function deliveryQuestion(book: OrderBook): Issue[] {
  const { statistics, input } = book;
  if (statistics.undecidedDeliveries === 0) return [];
  const columns = candidates(book, 'scheduled_at').filter(
    ({ reason, column }) => reason.code === 'created' && !holdsTimes(book, column),
  );
  const text = resolveRelativeDate(offeredDate, input.now);
  const date = text === undefined ? [] : [answerByConstant('scheduled_at', text, 'date')];
  const asNew = answerByRules('sendAsNew', { status: 1 });
  const ahead = columns.filter(({ column }) => liesAhead(book, column));
  const others = columns.filter((guess) => !ahead.includes(guess));
  const answers: QuestionAnswer[] = [
    ...ahead.map((guess) => answerByColumn(guess, 'scheduled_at')),
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

/** Whether the column's dates lie ahead for the most part: the day on which an order was made lies behind. */
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

/** Whether the column's cells are times without a day, for the most part. */
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

/** Dates without a time (decision 9): a column of times that would give it, or one time for all. */
export function defaultTimeQuestion(book: OrderBook): Issue[] {
  const { statistics, input } = book;
  const { defaultTime: time } = input.rules;
  if (statistics.ordersWithDefaultTime === 0) return [];
  const columns = candidates(book, 'scheduled_at').filter(({ column }) => holdsTimes(book, column));
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

/** The shop's codes are numbers, and no table says what they mean: they may be the WMS's own (decision 22: never by themselves). */
export function numericCodesQuestion(book: OrderBook): Issue[] {
  const { readers, input } = book;
  const { column } = readers.product_code;
  const guess = column === null || readers.client_product_id.column !== null ? undefined : input.plan.columns[column];
  if (guess === undefined || column === null) return [];
  let codes = 0;
  for (const cell of sampleCells(book, column)) {
    const text = cell.text.trim();
    if (!/^[1-9]\d{0,8}$/.test(text) || input.products.find('code', text) !== undefined) return [];
    codes++;
  }
  if (codes === 0) return [];
  return [
    questionIssue('notice', 'orders.codesAreNumbers', { heading: guess.heading }, 'product_code', [
      answerByColumn(guess, 'client_product_id'),
    ]),
  ];
}

/** Day first or month first, where the column does not prove it. */
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

/** «Toshkent» alone: the city or the region (decision 24). */
export function toshkentQuestion({ statistics, input }: OrderBook): Issue[] {
  if (statistics.ambiguousRegions === 0 || input.rules.toshkentMeans !== 'ask') return [];
  const answers = [
    answerByRules('toshkentCity', { toshkentMeans: 'city' }),
    answerByRules('toshkentRegion', { toshkentMeans: 'region' }),
    answerByRules('toshkentAsTyped', { toshkentMeans: 'asTyped' }),
  ];
  return [
    questionIssue('notice', 'orders.toshkentQuestion', { count: statistics.ambiguousRegions }, 'region', answers),
  ];
}

/** The region out of the address, offered where no column gives it and most addresses name one. */
export function regionQuestion(book: OrderBook): Issue[] {
  const { readers, input, statistics } = book;
  if (input.rules.regionFromAddress === 'on') {
    const answers = [
      answerByRules('regionFromAddress', { regionFromAddress: 'on' }),
      answerByRules('regionNotFromAddress', { regionFromAddress: 'off' }),
    ];
    return statistics.regionsFromAddress === 0
      ? []
      : [
          questionIssue(
            'notice',
            'orders.regionFromAddress',
            { count: statistics.regionsFromAddress },
            'region',
            answers,
          ),
        ];
  }
  if (!mayComeFromAddress(book)) return [];
  let looked = 0;
  let found = 0;
  for (const cell of sampleCells(book, readers.address.column ?? 0)) {
    looked++;
    if (regionInAddress(cell.text) !== undefined) found++;
  }
  if (found === 0) return [];
  return [
    questionIssue('error', 'orders.regionFromAddressQuestion', { found, looked }, 'region', [
      answerByRules('regionFromAddress', { regionFromAddress: 'on' }),
      answerByRules('regionNotFromAddress', { regionFromAddress: 'off' }),
    ]),
  ];
}

function mayComeFromAddress({ readers, input }: OrderBook): boolean {
  return (
    input.rules.regionFromAddress === 'ask' &&
    !readers.region.hasSource &&
    readers.region.constantRemarks.length === 0 &&
    readers.address.column !== null
  );
}

/** Several products in one cell: split on request, and said where it is done. */
export function splitQuestion(book: OrderBook): Issue[] {
  const { readers, input, statistics } = book;
  const reader = listedProductsReader(readers);
  const isAsked = input.rules.splitItems === 'ask';
  if (reader?.column == null || input.rules.splitItems === 'off' || (isAsked && statistics.cellsListingProducts === 0))
    return [];
  const example = listingExample(book, reader.column);
  if (example === null) return [];
  const parts = listedProducts(example)
    .map(({ name, quantity }) => `${name} × ${quantity ?? 1}`)
    .join(' + ');
  const params = {
    count: statistics.cellsListingProducts,
    example: excerpt(example.replace(/\s+/g, ' ')),
    parts: excerpt(parts),
  };
  const answers = [
    answerByRules('splitItems', { splitItems: 'on' }),
    answerByRules('keepItems', { splitItems: 'off' }),
  ];
  return [
    questionIssue(
      isAsked ? 'error' : 'notice',
      isAsked ? 'orders.splitQuestion' : 'orders.itemsSplit',
      params,
      reader.field,
      answers,
    ),
  ];
}

/** The first cell that lists several products, else the first that says how many of one; null where none does. */
function listingExample({ input, firstDataIndex }: OrderBook, column: number): string | null {
  let single: string | null = null;
  for (let index = firstDataIndex; index < input.table.rowCount; index++) {
    const text = input.table.text(index, column);
    if (!looksLikeProductList(text)) continue;
    if (listedProducts(text).length > 1) return text;
    single ??= text;
    if (index - firstDataIndex > maxSampledRows) break;
  }
  return single;
}

/** Discounts that no field takes as they are: in per cent, or on the whole order. */
export function discountQuestions(book: OrderBook): Issue[] {
  const { readers, input } = book;
  if (readers.discount.column !== null) return percentQuestion(book, readers.discount.column);
  return input.plan.columns.flatMap((guess) => {
    const { reason, column, heading } = guess;
    const isPercent = reason.code === 'discountPercent';
    if (!isPercent && reason.code !== 'orderDiscount') return [];
    let count = 0;
    for (const { text } of sampleCells(book, column)) if (/[1-9]/.test(text)) count++;
    if (count === 0) return [];
    const take = isPercent
      ? answerByColumn(guess, 'discount', { discountIs: 'percent' })
      : answerByColumn(guess, 'discount', { discountIs: 'sum' });
    const leave = answerByColumn(guess, null);
    return [
      questionIssue(
        'warning',
        isPercent ? 'orders.percentColumn' : 'orders.orderDiscountColumn',
        { heading, count },
        'discount',
        isPercent ? [take, leave] : [leave, take],
      ),
    ];
  });
}

/** A column of discounts whose cells are percentages, whatever its heading says. */
function percentQuestion(book: OrderBook, column: number): Issue[] {
  const { rules, plan } = book.input;
  const guess = plan.columns[column];
  if (rules.discountIs === 'percent' || guess === undefined) return [];
  let count = 0;
  let sums = 0;
  for (const { kind, text } of sampleCells(book, column)) {
    if (!/[1-9]/.test(text)) continue;
    if (kind === 'percent' || text.includes('%')) count++;
    else sums++;
  }
  if (count === 0 || sums > count) return [];
  return [
    questionIssue('warning', 'orders.percentCells', { heading: guess.heading, count }, 'discount', [
      answerByColumn(guess, 'discount', { discountIs: 'percent' }),
      answerByColumn(guess, null),
    ]),
  ];
}

/** The status column of a shop, and the orders that it calls cancelled (decisions 5 and 39). */
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
