/** Asks which order numbers a file uses (docs/domain.md, decision 11), and which of two columns a field comes from. */
import type { ColumnField } from '../model/fields.ts';
import type { Issue } from '../model/issues.ts';
import type { ShopName } from '../model/shop.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import {
  answerByColumn,
  answerByRules,
  candidateColumns,
  candidateScore,
  isAnsweredElsewhere,
  maxSampledRows,
  questionIssue,
} from './file-issue-builders.ts';
import { readHeading } from '../columns/name-match.ts';
import { fold } from '../values/fold.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { areOfOneDay } from '../orders/own-order-numbers.ts';

/** Asks which column holds the order numbers, or whether to assign numbers of our own (decision 11). */
export function orderNumberQuestions(book: OrderBook): Issue[] {
  const { input, readers, statistics } = book;
  const { orderNumbers } = input.rules;
  const start = input.startNumber;
  const everyRow = answerByRules('everyRow', { orderNumbers: { kind: 'everyRow', start } }, 'number');
  if (orderNumbers.kind === 'everyRow') {
    const given = book.entries().flatMap(({ orderId }) => orderId ?? []);
    const [first, last] = given.reduce(
      ([least, most], number) => [Math.min(least, number), Math.max(most, number)],
      [given[0] ?? orderNumbers.start, given[0] ?? orderNumbers.start],
    );
    const now = answerByRules('everyRow', { orderNumbers }, 'number');
    const numbers = { start: first ?? orderNumbers.start, end: last ?? orderNumbers.start };
    // What the sheet says holds until a column is chosen, or one number for the whole sheet.
    if (book.sheetRules.isEachRowAnOrder)
      return [
        questionIssue('notice', 'orders.eachRowAnOrder', numbers, 'order_id', [
          // They have their numbers already: where these begin is not asked any more.
          answerByRules('eachRow', { orderNumbers }),
          ...candidateColumns(book, 'order_id').map((guess) => answerByColumn(guess, 'order_id')),
        ]),
      ];
    return [
      questionIssue('notice', 'orders.everyRow', numbers, 'order_id', [
        now,
        ...(orderNumbers.start === start || areOfOneDay(orderNumbers.start, start) ? [] : [everyRow]),
        answerByRules('numbersFromColumn', { orderNumbers: { kind: 'fromColumn' } }),
      ]),
    ];
  }
  if (!readers.order_id.hasSource && readers.order_id.constantRemarks.length === 0) {
    const isElsewhere = (guess: ColumnGuess): number => Number(isAnsweredElsewhere(book, guess, 'order_id'));
    const columns = candidateColumns(book, 'order_id').sort(
      (a, b) => isElsewhere(b) - isElsewhere(a) || candidateScore(b, 'order_id') - candidateScore(a, 'order_id'),
    );
    const answersOf = (guesses: readonly ColumnGuess[]) =>
      guesses.map((guess) =>
        answerByColumn(
          guess,
          'order_id',
          guess.reason.code === 'valuesDoNotFit' ? { orderNumbers: { kind: 'own', start } } : undefined,
        ),
      );
    // A column that counts the rows, or begins anew, is hardly the order number.
    const counters = columns.filter(({ reason }) => reason.code === 'rowCounter' || reason.code === 'countsAnew');
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
  if (statistics.idsShortened * 2 >= Math.max(2, book.orderCount))
    return [
      questionIssue(
        'error',
        'orders.shortenedIds',
        { count: statistics.idsShortened },
        'order_id',
        hasCustomerTwice(book) ? [] : [everyRow],
      ),
    ];
  if (statistics.idsWithLetters === 0 || statistics.idsWithLetters * 2 < book.orderCount) return [];
  return [
    questionIssue('error', 'orders.letteredIds', { count: statistics.idsWithLetters }, 'order_id', [
      answerByRules('ownNumbers', { orderNumbers: { kind: 'own', start } }, 'number'),
      everyRow,
    ]),
  ];
}

/** Whether two of the first rows have one customer's phone: without their numbers nobody knows whether they are one order. */
function hasCustomerTwice({ input: { table }, readers, firstDataIndex }: OrderBook): boolean {
  const { column } = readers.phone;
  if (column === null) return false;
  const seen = new Set<string>();
  const end = Math.min(table.rowCount, firstDataIndex + maxSampledRows);
  for (let index = firstDataIndex; index < end; index++) {
    const phone = phoneKey(table.text(index, column));
    if (phone !== '' && seen.has(phone)) return true;
    seen.add(phone);
  }
  return false;
}

/** A phone is the same with and without its country, however it is parted. */
const phoneKey = (text: string): string => text.replaceAll(/\D/gu, '').slice(-9);

/**
 * Says that other shops used numbers of this file's orders, and offers numbers of our own: the numbers of two shops have
 * nothing to do with each other, and the server may take each only once.
 * @param used the shop that used the number, by order key
 */
export function otherShopsQuestion({ input }: OrderBook, used: ReadonlyMap<string, ShopName>): Issue[] {
  const [first] = used;
  if (first === undefined || input.rules.orderNumbers.kind !== 'fromColumn') return [];
  const [number, { name }] = first;
  const own = { orderNumbers: { kind: 'own', start: input.startNumber } } as const;
  return [
    questionIssue('error', 'orders.numbersOfOtherShop', { count: used.size, number, shop: name }, 'order_id', [
      answerByRules('ownNumbers', own, 'number'),
    ]),
  ];
}

/** Headings of a second contact: the first is the customer's own. */
const secondContact = /доп|запасн|втор|кошимча|қўшимча|qo.?shimcha|ikkinchi|second|extra|other|alt/iu;

/** Fields of which the wrong column is a wrong order: another person's, or another sum. */
const weighty: ReadonlySet<ColumnField> = new Set(['full_name', 'phone', 'price', 'final_price', 'quantity']);

/** «0,25», «12.5», and not «1.500», which may be one and a half thousand. */
const partOfWhole = /^\s*(?:0[.,](?!0+\s*$)\d+|\d+[.,](?!0+\s*$)\d{1,2})\s*$/u;

/** Whether the column has parts of a whole: a weight or a volume («Объём» 0,2), as pieces are whole (domain.md: an integer). */
function measures({ input: { table }, firstDataIndex }: OrderBook, { column }: ColumnGuess): boolean {
  const end = Math.min(table.rowCount, firstDataIndex + maxSampledRows);
  for (let index = firstDataIndex; index < end; index++) {
    if (partOfWhole.test(table.text(index, column))) return true;
  }
  return false;
}

/** Whether rows hold one thing in the one column and another in the other. */
export function areTwo(
  { input, firstDataIndex }: OrderBook,
  field: ColumnField,
  one: ColumnGuess,
  other: ColumnGuess,
): boolean {
  if (secondContact.test(one.heading) || secondContact.test(other.heading)) return false;
  const { table } = input;
  // A number is the same with and without spaces.
  const keyOf = (text: string): string =>
    field === 'phone'
      ? phoneKey(text)
      : field === 'full_name'
        ? fold(text)
        : text.replaceAll(/[\s\u00A0]|[.,]0{1,2}$/gu, '');
  const end = Math.min(table.rowCount, firstDataIndex + maxSampledRows);
  for (let index = firstDataIndex; index < end; index++) {
    const [first, second] = [keyOf(table.text(index, one.column)), keyOf(table.text(index, other.column))];
    if (first !== '' && second !== '' && first !== second) return true;
  }
  return false;
}

/**
 * Asks about two columns with known headings of one field: the better was taken, either can be confirmed. Of names, phones,
 * prices and quantities that differ it is a question.
 */
export function twoColumnsQuestions(book: OrderBook): Issue[] {
  const { input, readers } = book;
  const { columns, itemGroups } = input.plan;
  const isFurtherItem = (column: number) => itemGroups.some((group) => Object.values(group).includes(column));
  return columns.flatMap((guess) => {
    const { field, reason, called } = guess;
    if (field === null || reason.code !== 'betterOfTwo') return [];
    // With a column of the WMS's ids nothing is looked up.
    if ((field === 'product_code' || field === 'product_name') && readers.client_product_id.column !== null) return [];
    const other = columns.find((one) => one.field === null && one.called === reason.params['other']);
    if (other === undefined || isFurtherItem(other.column)) return [];
    const isRival = weighty.has(field) && !(field === 'quantity' && measures(book, other) && !measures(book, guess));
    const severity = isRival && areTwo(book, field, guess, other) ? 'warning' : 'notice';
    return [
      questionIssue(severity, 'orders.twoColumns', { field, heading: called, other: other.called }, field, [
        answerByColumn(guess, field),
        answerByColumn(other, field),
      ]),
    ];
  });
}

/** Where an order has its number: the word alone tells two numbers of one order apart. */
const origin = /(?<!\p{L})(?:сайт|site|sayt|1с|1c|crm|црм|bitrix|битрикс|амо|amo|uzum|узум|бот|bot|telegram|телеграм)/u;

/** Asks which number is the order's where the sheet has those of two systems: «№ заказа на сайте», «№ заказа в 1С». */
export function twoNumbersQuestion(book: OrderBook): Issue[] {
  const { columns, chosenColumns } = book.input.plan;
  const isNumberOf = ({ heading }: ColumnGuess): boolean => {
    const { about } = readHeading(heading);
    return about.has('number') && about.has('order') && origin.test(fold(heading));
  };
  const taken = columns.find(({ field }) => field === 'order_id');
  const other = columns.find((guess) => guess.field === null && isNumberOf(guess));
  if (taken === undefined || other === undefined || !isNumberOf(taken)) return [];
  const isAnswered = chosenColumns.has(taken.column) || chosenColumns.has(other.column);
  if (isAnswered || !areTwo(book, 'order_id', taken, other)) return [];
  const params = { field: 'order_id', heading: taken.called, other: other.called };
  return [
    questionIssue('warning', 'orders.twoColumns', params, 'order_id', [
      answerByColumn(taken, 'order_id'),
      answerByColumn(other, 'order_id'),
    ]),
  ];
}
