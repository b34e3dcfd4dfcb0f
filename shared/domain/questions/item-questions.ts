/** Asks about a file's products: codes that may be the WMS's ids, several in one cell, discounts in per cent. */
import type { Issue, Severity } from '../model/issues.ts';
import { excerpt } from '../values/cell-text.ts';
import { listedProducts, looksLikeProductList, type ListedProduct } from '../values/listed-products.ts';
import {
  answerByColumn,
  answerByRules,
  fileIssue,
  questionIssue,
  maxSampledRows,
  sampleCells,
} from './file-issue-builders.ts';
import { listedProductsReader, parallelPartsOf } from '../checking/sure-items.ts';
import type { OrderBook } from '../orders/order-book.ts';

/** Asks whether a shop's numeric codes, unknown to the product table, are the WMS's ids (decision 22: never assumed). */
export function numericCodesQuestion(book: OrderBook): Issue[] {
  const { readers, input } = book;
  const reader = readers.product_code.column === null ? readers.product_name : readers.product_code;
  const { column } = reader;
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
    // Without a table every order waits for it.
    questionIssue(
      input.products.isEmpty ? 'error' : 'notice',
      'orders.codesAreNumbers',
      { heading: guess.called },
      reader.field,
      [answerByColumn(guess, 'client_product_id')],
    ),
  ];
}

/** Cells looked at for prices of their own. */
const pricedCells = 60;

/** Whether the cells that list products say the price of each: then no column of prices is missing. */
export function listedWithPrices(book: OrderBook): boolean {
  const column = listedProductsReader(book.readers)?.column ?? null;
  if (column === null || book.input.rules.splitItems === 'off') return false;
  let looked = 0;
  for (const { text } of sampleCells(book, column)) {
    if (!listedProducts(text).every(({ price }) => price !== null)) return false;
    looked++;
    if (looked === pricedCells) break;
  }
  return looked > 0;
}

/** Whether each of the first cells lists several products: then a row's total is the price of none. */
export function listsSeveral(book: OrderBook): boolean {
  const column = listedProductsReader(book.readers)?.column ?? null;
  if (column === null) return false;
  let looked = 0;
  for (const { text } of sampleCells(book, column)) {
    if (!looksLikeProductList(text) || listedProducts(text).length < 2) return false;
    if (++looked === pricedCells) break;
  }
  return looked > 0;
}

/** Asks whether to split cells with several products; a notice where they are split, or where nothing of them is in doubt. */
export function splitQuestion(book: OrderBook): Issue[] {
  const { readers, input, statistics } = book;
  const { splitItems } = input.rules;
  const reader =
    listedProductsReader(readers) ?? (readers.client_product_id.column === null ? null : readers.client_product_id);
  if (reader?.column == null || splitItems === 'off') return [];
  const { column, field } = reader;
  const { cellsListingProducts: open, cellsSplitSurely: sure } = statistics;
  const say = (severity: Severity, code: string, count: number, isSure: boolean): Issue[] => {
    const example = listingExample(book, column, (index) => {
      // Nearly always all of them are sure, or none.
      return open === 0 || sure === 0 || (book.sureProducts(index) !== null) === isSure;
    });
    if (example === null) return [];
    const parts = example.products
      // The number of a cart counts only where the product table does not know the ware.
      .map(({ name, quantity, id }) => `${name}${id === undefined || isSure ? '' : ` (ID ${id})`} × ${quantity ?? 1}`)
      .join(' + ');
    const params = { count, example: excerpt(example.text.replace(/\s+/g, ' ')), parts: excerpt(parts) };
    return [
      questionIssue(severity, code, params, field, [
        answerByRules('splitItems', { splitItems: 'on' }),
        answerByRules('keepItems', { splitItems: 'off' }),
      ]),
    ];
  };
  if (splitItems === 'on') return say('notice', 'orders.itemsSplit', open, false);
  return [
    ...(open === 0 ? [] : say('error', 'orders.splitQuestion', open, false)),
    ...(sure === 0 ? [] : say('notice', 'orders.itemsKnown', sure, true)),
  ];
}

interface Listing {
  readonly text: string;
  readonly products: readonly ListedProduct[];
}

/** Of the rows that are meant, the first that lists several products, else the first with a quantity of one; null: none. */
function listingExample(
  { input, readers, firstDataIndex }: OrderBook,
  column: number,
  isMeant: (index: number) => boolean,
): Listing | null {
  let single: Listing | null = null;
  for (let index = firstDataIndex; index < input.table.rowCount; index++) {
    const text = input.table.text(index, column);
    if (text.trim() === '' || !isMeant(index)) continue;
    const parallel = parallelPartsOf(readers, index);
    if (parallel !== null) return { text: `${text} · ${readers.quantity.text(index)}`, products: parallel };
    const isList = readers.client_product_id.column === null && looksLikeProductList(text);
    if (isList) {
      const products = listedProducts(text);
      if (products.length > 1) return { text, products };
      single ??= { text, products };
    }
    if (single !== null && index - firstDataIndex > maxSampledRows) break;
  }
  return single;
}

/** Says that columns are taken as wares. */
export function waresNotice({ input: { plan } }: OrderBook): Issue[] {
  const [first, second] = plan.wares.map((column) => plan.columns[column]?.heading ?? '');
  return first === undefined || second === undefined
    ? []
    : [
        fileIssue(
          'warning',
          'orders.waresAreColumns',
          { count: plan.wares.length, first: excerpt(first), second: excerpt(second) },
          { field: 'product_name' },
        ),
      ];
}

/** Asks about discounts that cannot be sent as they are: in per cent, or for the whole order. */
export function discountQuestions(book: OrderBook): Issue[] {
  const { readers, input } = book;
  if (readers.discount.column !== null) return percentQuestion(book, readers.discount.column);
  return input.plan.columns.flatMap((guess) => {
    const { reason, column, called } = guess;
    const isPercent = reason.code === 'discountPercent';
    if (!isPercent && reason.code !== 'orderDiscount') return [];
    // Price and final price say what comes off.
    if (isPercent && readers.price.column !== null && readers.final_price.column !== null) return [];
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
        { heading: called, count },
        'discount',
        isPercent ? [take, leave] : [leave, take],
      ),
    ];
  });
}

/** Asks about a discount column whose cells are percentages, whatever its heading. */
function percentQuestion(book: OrderBook, column: number): Issue[] {
  const { rules, plan } = book.input;
  const guess = plan.columns[column];
  if (guess === undefined) return [];
  if (book.sheetRules.arePercents)
    return [
      questionIssue('notice', 'orders.discountsArePercent', { heading: guess.called }, 'discount', [
        answerByColumn(guess, 'discount', { discountIs: 'percent' }),
        answerByColumn(guess, null),
      ]),
    ];
  if (rules.discountIs === 'percent') return [];
  let count = 0;
  let sums = 0;
  for (const { kind, text } of sampleCells(book, column)) {
    if (!/[1-9]/.test(text)) continue;
    if (kind === 'percent' || text.includes('%')) count++;
    else sums++;
  }
  if (count === 0 || sums > count) return [];
  return [
    questionIssue('warning', 'orders.percentCells', { heading: guess.called, count }, 'discount', [
      answerByColumn(guess, 'discount', { discountIs: 'percent' }),
      answerByColumn(guess, null),
    ]),
  ];
}
