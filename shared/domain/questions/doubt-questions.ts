/** Asks about what a sheet contradicts: the unit of its sums and discounts, and dates that Excel exchanged. */
import { readHeading } from '../columns/name-match.ts';
import type { Issue } from '../model/issues.ts';
import { fold } from '../values/fold.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import type { OrderBook } from '../orders/order-book.ts';
import { parseMoney } from '../values/money.ts';
import { answerByColumn, answerByRules, fileIssue, maxSampledRows, questionIssue } from './file-issue-builders.ts';
import { areTwo } from './order-number-questions.ts';

export function doubtQuestions(book: OrderBook): Issue[] {
  return [
    ...foreignSheetIssue(book),
    ...priceUnitQuestion(book),
    ...discountUnitNotice(book),
    ...percentQuestion(book),
    ...perLineQuestion(book),
    ...vatQuestion(book),
    ...priceKindsQuestion(book),
    ...exchangedQuestion(book),
  ];
}

/** Letters of Kazakh and Kyrgyz that Uzbek and Russian do not have. */
const neighboursLetters = /[әңөұүһ]/iu;

/** A neighbour's sheet may hold a neighbour's currency, which a number format alone may say. */
function foreignSheetIssue({ input, readers }: OrderBook): Issue[] {
  const isForeign = input.plan.columns.some(({ heading }) => neighboursLetters.test(heading));
  return isForeign && readers.price.column !== null
    ? [fileIssue('warning', 'orders.foreignSheet', {}, { field: 'price' })]
    : [];
}

function priceUnitQuestion({ doubts, input }: OrderBook): Issue[] {
  const thousand = answerByRules('priceInThousands', { priceUnit: 'thousand' });
  const som = answerByRules('priceInSom', { priceUnit: 'som' });
  if (doubts.smallPrice !== null)
    return [questionIssue('error', 'orders.pricesLookSmall', { value: doubts.smallPrice }, 'price', [thousand, som])];
  return doubts.inThousands && input.rules.priceUnit === 'ask'
    ? [questionIssue('notice', 'orders.pricesInThousands', {}, 'price', [thousand, som])]
    : [];
}

function discountUnitNotice({ doubts }: OrderBook): Issue[] {
  return doubts.discountsInThousands && !doubts.inThousands
    ? [fileIssue('notice', 'orders.discountsInThousands', {}, { field: 'discount' })]
    : [];
}

function percentQuestion({ doubts, input, readers }: OrderBook): Issue[] {
  const { column } = readers.discount;
  const guess = column === null ? undefined : input.plan.columns[column];
  if (doubts.percent === null || guess === undefined) return [];
  const { discount, price } = doubts.percent;
  return [
    questionIssue('error', 'orders.discountsLookPercent', { heading: guess.called, discount, price }, 'discount', [
      answerByColumn(guess, 'discount', { discountIs: 'percent' }),
      answerByRules('discountIsSum', { discountIs: 'sum' }),
    ]),
  ];
}

function perLineQuestion({ doubts, readers }: OrderBook): Issue[] {
  // With a column of final prices their sums are counted.
  if (doubts.perLineRows === 0 || readers.final_price.column !== null) return [];
  return [
    questionIssue('warning', 'orders.discountPerLine', { count: doubts.perLineRows }, 'final_price', [
      answerByRules('discountPerLine', { discountPer: 'line' }),
      answerByRules('discountPerUnit', { discountPer: 'unit' }),
    ]),
  ];
}

const vat = /ндс|ккс|qqs|\bvat\b|nds/u;
const withoutVat = /(?:без|кроме)(?: учета)? ндс|(?:qqs|ккс|ndc|nds)(?:siz|сиз)|without vat|excl(?:uding)? vat|ex vat/u;

/** Prices with and without VAT side by side: the customer pays the one with it, which a person confirms. */
function vatQuestion({ input, readers }: OrderBook): Issue[] {
  const taken = readers.price.column === null ? undefined : input.plan.columns[readers.price.column];
  if (taken === undefined || input.plan.chosenColumns.has(taken.column)) return [];
  const isWithout = (heading: string): boolean => withoutVat.test(fold(heading));
  const other = input.plan.columns.find(
    ({ field, heading }) =>
      field === null && vat.test(fold(heading)) && isWithout(heading) !== isWithout(taken.heading) && isPrice(heading),
  );
  if (other === undefined || !(vat.test(fold(taken.heading)) || isWithout(other.heading))) return [];
  return [
    questionIssue('warning', 'orders.priceWithVat', { heading: taken.called, other: other.called }, 'price', [
      answerByColumn(taken, 'price'),
      answerByColumn(other, 'price'),
    ]),
  ];
}

/** What the shop paid, or what a ware cost before: no price that anybody is asked. */
const costOrOld =
  /закуп|себест|приход|вход|(?:^| )(?:tan|тан|kirim|кирим|kelish|келиш|xarid|харид|olish|олиш)|cost|purchase|стар|прежн|eski|эски|(?:^| )old|compare|до скидки|avvalgi|аввалги|chegirmagacha|рекоменд/u;

/** What the heading of a piece's price may speak of; «other» is of which price it is. */
const ofOnePrice: ReadonlySet<string> = new Set(['price', 'other', 'filler', 'product']);
const otherMoney = /[$€₽₸]|usd|eur|у\.\s?е|долл|доллар|dollar|евро|руб|rub/iu;

/**
 * Asks where the sheet has a price of another kind beside the one taken («ц. опт», «ц. розн.»; «nasiya»), and the two differ.
 * Not where a person chose, where a column of sums is made of the price taken, or where the other is what the shop paid.
 */
function priceKindsQuestion(book: OrderBook): Issue[] {
  const { input, readers } = book;
  const { columns, chosenColumns, itemGroups } = input.plan;
  const taken = readers.price.column === null ? undefined : columns[readers.price.column];
  if (taken === undefined || chosenColumns.has(taken.column) || readers.final_price.column !== null) return [];
  if (itemGroups.length > 0 || taken.reason.code === 'betterOfTwo' || isTotalOf(book)) return [];
  const other = columns.find((one) => {
    const { about, unsentKind } = readHeading(one.heading);
    if (one.field !== null || unsentKind !== undefined || chosenColumns.has(one.column)) return false;
    // «Стоимость заказа» is of more than a piece.
    if (!about.has('price') || [...about].some((concept) => !ofOnePrice.has(concept))) return false;
    if (otherMoney.test(one.heading)) return false;
    const heading = fold(one.heading);
    return !costOrOld.test(heading) && !vat.test(heading) && areTwo(book, 'price', taken, one);
  });
  return other === undefined
    ? []
    : [
        questionIssue(
          'warning',
          'orders.twoColumns',
          { field: 'price', heading: taken.heading, other: other.heading },
          'price',
          [answerByColumn(taken, 'price'), answerByColumn(other, 'price')],
        ),
      ];
}

/** Whether a column of sums is quantity × price on each of the first rows that have both. */
function isTotalOf({ input: { plan, table }, readers, firstDataIndex }: OrderBook): boolean {
  return plan.columns.some(({ heading, field, column }) => {
    if (field !== null || readHeading(heading).unsentKind !== 'total') return false;
    let rows = 0;
    for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + maxSampledRows); index++) {
      const [price, quantity] = [readers.price.read(index), readers.quantity.read(index)];
      const total = parseMoney(table.cell(index, column), 'price');
      if (price.kind !== 'value' || quantity.kind !== 'value' || total.kind !== 'value') continue;
      if (price.value * quantity.value !== total.value) return false;
      rows++;
    }
    return rows > 0;
  });
}

function isPrice(heading: string): boolean {
  return readHeading(heading).about.has('price');
}

function exchangedQuestion({ doubts, input }: OrderBook): Issue[] {
  if (doubts.exchangedDate === null) return [];
  const { cell, text } = doubts.exchangedDate;
  const [year = '', month = '', day = ''] = cell.split('-');
  const answers = [
    answerByRules('datesExchanged', { exchangedDates: 'yes' }),
    answerByRules('datesAsTheyAre', { exchangedDates: 'no' }),
  ];
  // Exchanged back they must not lie in the past where they do not so far.
  const isPast =
    `${year}-${day}-${month}` < localFromEpoch(input.now).slice(0, 10) &&
    cell >= localFromEpoch(input.now).slice(0, 10);
  return [
    questionIssue(
      'error',
      text === null ? 'orders.allDatesLookExchanged' : 'orders.datesLookExchanged',
      { ...(text === null ? {} : { text }), shown: `${day}.${month}.${year}`, meant: `${month}.${day}.${year}` },
      'scheduled_at',
      isPast ? answers.toReversed() : answers,
    ),
  ];
}
