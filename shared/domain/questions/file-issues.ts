/** Collects all issues about the file as a whole: missing fields, questions, and counts over its orders. */
import { effectiveSeverity } from '../model/checks.ts';
import { namesFirm } from '../columns/buyers-details.ts';
import { ColumnValues } from '../columns/column-values.ts';
import { foldHeading } from '../columns/fold-heading.ts';
import { readHeading } from '../columns/name-match.ts';
import { requiredFields, type ColumnField, type Field } from '../model/fields.ts';
import type { Issue, QuestionAnswer } from '../model/issues.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import { matchRegion } from '../regions/match-region.ts';
import {
  answerByColumn,
  answerByConstant,
  answerByRules,
  candidateColumns,
  candidateScore,
  fileIssue,
  isAnsweredElsewhere,
  questionIssue,
  sampleCells,
} from './file-issue-builders.ts';
import { isLineTotalAlone } from '../checking/item-money.ts';
import { listedProductsReader } from '../checking/sure-items.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { dateOrderQuestion, defaultTimeQuestion, deliveryQuestion } from './delivery-questions.ts';
import { doubtQuestions } from './doubt-questions.ts';
import {
  discountQuestions,
  listedWithPrices,
  listsSeveral,
  numericCodesQuestion,
  splitQuestion,
  waresNotice,
} from './item-questions.ts';
import { mixedCellsQuestions } from './mixed-questions.ts';
import { orderNumberQuestions, twoColumnsQuestions, twoNumbersQuestion } from './order-number-questions.ts';
import { peopleQuestions } from './people-questions.ts';
import { regionQuestion, toshkentQuestion } from './place-questions.ts';
import { statusQuestions } from './status-questions.ts';

/** Required fields without a source: no column, no constant, no rule, no look-up. */
export function missingFields(book: OrderBook): Field[] {
  const { readers, input } = book;
  const { rules, products } = input;
  const hasWares = input.plan.wares.length > 0;
  const arePriced = hasWares && input.plan.wares.every((column) => input.plan.warePrices.has(column));
  const listing = listedProductsReader(readers);
  return requiredFields.filter((field) => {
    if (readers[field].hasSource || readers[field].constantRemarks.length > 0) return false;
    switch (field) {
      case 'order_id':
        return rules.orderNumbers.kind !== 'everyRow';
      case 'region':
        return rules.regionFromAddress !== 'on' || !readers.address.hasSource;
      case 'client_product_id':
        return !hasWares && listing === null && readers.product_code.column === null;
      case 'quantity':
        return !hasWares && (listing === null || (rules.splitItems !== 'on' && !book.countsInCells));
      case 'price':
        // The price follows from discount and final price, or is in the product table, where products are looked up.
        return (
          (!readers.discount.hasSource || !readers.final_price.hasSource) &&
          !isLineTotalAlone({ readers, rules }) &&
          !arePriced &&
          ((listing === null && !hasWares) ||
            (readers.client_product_id.hasSource && !hasWares) ||
            !products.hasPrices) &&
          !listedWithPrices(book)
        );
      default:
        return true;
    }
  });
}

/** Least score of a column that is offered for a missing field. */
const leastOffered = 0.25;

/** Reports missing fields that have no question of their own. */
function missingIssues(book: OrderBook, asked: readonly Issue[]): Issue[] {
  const inQuestion = new Set(
    asked.flatMap(({ code, severity, field }) =>
      severity !== 'error' ? [] : code === 'orders.splitQuestion' ? ['quantity'] : [field],
    ),
  );
  return missingFields(book)
    .filter((field) => !inQuestion.has(field))
    .map((field) => missingIssue(book, field));
}

/** The heading's words but the last: what «Product Item 1 Quantity» and «Product Item 1 Total» are of. */
function ownerOf(heading: string): string {
  return foldHeading(heading).words.slice(0, -1).join(' ');
}

/** A total beside the number of pieces, in a column or in the products' cells, is of the line: the price is what one of them comes to. */
function lineTotalAnswers(book: OrderBook): QuestionAnswer[] {
  const { input, readers } = book;
  const totals = input.plan.columns.filter(({ reason }) => reason.code === 'total');
  const { column } = readers.quantity;
  const owner = column === null ? '' : ownerOf(input.plan.columns[column]?.heading ?? '');
  const ofItem = totals.filter(({ heading }) => owner !== '' && ownerOf(heading) === owner);
  const [total] = totals.length === 1 ? totals : ofItem;
  if (listsSeveral(book)) return [];
  return total !== undefined && (column !== null || splitQuestion(book).length > 0) && !readers.final_price.hasSource
    ? [answerByColumn(total, 'final_price', { discountPer: 'lineByPiece' })]
    : [];
}

/** Cells that are looked up. */
const lookedUp = 60;

interface OfferedColumn {
  readonly guess: ColumnGuess;
  readonly one: ColumnField;
}

/** How well the column fits; what the product table knows is a product. */
function scoreFor(book: OrderBook, { guess, one }: OfferedColumn, field: Field): number {
  const fits = candidateScore(guess, field);
  if (one !== 'product_code' && one !== 'product_name') return fits;
  let [known, looked] = [0, 0];
  for (const { text } of sampleCells(book, guess.column)) {
    if (book.input.products.find(one === 'product_code' ? 'code' : 'name', text.trim()) !== undefined) known++;
    looked++;
    if (looked === lookedUp) break;
  }
  return looked === 0 ? fits : fits + known / looked;
}

/** Whether the column has a number: words are no ids, whatever the heading may mean. */
function holdsNumbers(book: OrderBook, { column }: ColumnGuess): boolean {
  for (const { text } of sampleCells(book, column)) if (/^\D{0,3}\d+$/u.test(text.trim())) return true;
  return false;
}

/** Least share of the cells that fit, where nothing else speaks for a column. */
const leastFit = 0.9;

/** Where nothing better is offered: the columns under headings that say nothing whose values fit, and that are no numbers as names. */
function lastAnswers(book: OrderBook, field: Field): QuestionAnswer[] {
  const fits = (guess: ColumnGuess): boolean => {
    const name = readHeading(guess.heading);
    const { matches, unsentKind, part, role, about, folded } = name;
    if (guess.field !== null || matches.length > 0 || part !== undefined) return false;
    // «Narxi, $» says what it is, and that it is no price of ours.
    const isUnknown =
      unsentKind === undefined && role === null && about.size === 0 && !folded.foreignUnit && !folded.percent;
    if (!isUnknown && !(field === 'full_name' && namesFirm(name))) return false;
    const cells = [...sampleCells(book, guess.column)];
    if (field === 'full_name' && cells.some(({ text }) => /\d/u.test(text))) return false;
    return (new ColumnValues(cells).fitShare(field) ?? 0) >= leastFit;
  };
  return book.input.plan.columns.filter(fits).map((guess) => answerByColumn(guess, field));
}

/** The columns whose values fit, what other shops answered first, then the best; «1 for all» is first only where none does. */
function missingIssue(book: OrderBook, field: Field): Issue {
  const wanted =
    field === 'client_product_id' ? (['client_product_id', 'product_code', 'product_name'] as const) : [field];
  // A total of several products is the price of none.
  const isNone = ({ reason }: ColumnGuess): boolean =>
    field === 'price' && reason.code === 'total' && listsSeveral(book);
  const columns = wanted.flatMap((one) =>
    candidateColumns(book, one)
      .filter((guess) => !isNone(guess) && (one !== 'client_product_id' || holdsNumbers(book, guess)))
      .filter(({ candidates }) =>
        candidates.some((candidate) => candidate.field === one && candidate.confidence >= leastOffered),
      )
      .map((guess) => ({ guess, one })),
  );
  const answers = [
    ...(field === 'price' ? lineTotalAnswers(book) : []),
    ...columns
      .toSorted(
        (a, b) =>
          Number(isAnsweredElsewhere(book, b.guess, b.one)) - Number(isAnsweredElsewhere(book, a.guess, a.one)) ||
          scoreFor(book, b, field) - scoreFor(book, a, field),
      )
      .map(({ guess, one }) => answerByColumn(guess, one)),
    ...(field === 'quantity' ? [answerByConstant('quantity', '1')] : []),
  ];
  if (answers.length === 0) answers.push(...lastAnswers(book, field));
  if (answers.length === 0) return fileIssue('error', 'orders.missingField', { field }, { field });
  return questionIssue('error', 'orders.missingField', { field }, field, answers);
}

/** Constants are parsed like cells; what is wrong with one is reported once. */
function constantIssues(book: OrderBook): Issue[] {
  const issues: Issue[] = [];
  for (const reader of Object.values(book.readers)) {
    for (const remark of reader.constantRemarks)
      issues.push(fileIssue(remark.severity, remark.code, remark.params, { field: reader.field }));
  }
  const region = book.readers.region.constant;
  if (region !== null && matchRegion(region.value).kind === 'unknown') {
    const severity = effectiveSeverity('orders.regionUnknown', 'warning', book.input.rules.checks);
    if (severity !== null)
      issues.push(fileIssue(severity, 'orders.regionUnknown', { value: region.value }, { field: 'region' }));
  }
  return issues;
}

function moneyIssues({ statistics, input }: OrderBook): Issue[] {
  const issues: Issue[] = [];
  if (statistics.priceAndDiscountLookExchanged) {
    issues.push(
      fileIssue(
        'warning',
        'orders.columnsExchanged',
        { count: statistics.linesThatAddUpExchanged },
        { field: 'price', fix: { kind: 'swapFields', first: 'price', second: 'discount' } },
      ),
    );
  }
  const perUnit = answerByRules('discountPerUnit', { discountPer: 'unit' });
  const perLine = answerByRules('discountPerLine', { discountPer: 'line' });
  if (
    input.rules.discountPer === 'unit' &&
    statistics.linesThatAddUpPerLineOnly > 0 &&
    statistics.linesThatAddUpPerUnitOnly === 0
  ) {
    issues.push(
      questionIssue(
        'warning',
        'orders.discountPerLine',
        { count: statistics.linesThatAddUpPerLineOnly },
        'final_price',
        [perLine, perUnit],
      ),
    );
  } else if (
    input.rules.discountPer === 'line' &&
    statistics.linesThatAddUpPerUnitOnly > 0 &&
    statistics.linesThatAddUpPerLineOnly === 0
  ) {
    issues.push(
      questionIssue(
        'warning',
        'orders.discountPerUnit',
        { count: statistics.linesThatAddUpPerUnitOnly },
        'final_price',
        [perUnit, perLine],
      ),
    );
  }
  if (statistics.linesWithAssumedDiscount > 0)
    issues.push(
      fileIssue('notice', 'orders.noDiscount', { count: statistics.linesWithAssumedDiscount }, { field: 'discount' }),
    );
  return issues;
}

/** All file-level issues; those that hold orders back come first. */
export function fileIssues(book: OrderBook): Issue[] {
  const { plan, table } = book.input;
  const issues: Issue[] = [];
  // Messages have labels instead of headings.
  if (plan.headerIndex === null && table.file.parts.length === 0) issues.push(fileIssue('warning', 'orders.noHeading'));
  if (table.rowCount <= plan.firstDataIndex) issues.push(fileIssue('error', 'orders.noRows'));
  const asked = [
    ...orderNumberQuestions(book),
    ...twoColumnsQuestions(book),
    ...twoNumbersQuestion(book),
    ...peopleQuestions(book),
    ...deliveryQuestion(book),
    ...dateOrderQuestion(book),
    ...mixedCellsQuestions(book),
    ...splitQuestion(book),
    ...regionQuestion(book),
    ...toshkentQuestion(book),
    ...statusQuestions(book),
    ...doubtQuestions(book),
    ...discountQuestions(book),
    ...waresNotice(book),
    ...numericCodesQuestion(book),
  ];
  issues.push(
    ...missingIssues(book, asked),
    ...asked,
    ...constantIssues(book),
    ...defaultTimeQuestion(book),
    ...moneyIssues(book),
  );
  const rank = { error: 0, warning: 1, notice: 2 } as const;
  return issues.sort((a, b) => rank[a.severity] - rank[b.severity]);
}
