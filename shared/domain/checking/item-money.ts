/** Reads a line's price, discount and final price: computes the missing one, compares three given ones. */
import type { Product } from '../products/product.ts';
import type { ProductTable } from '../products/product-table.ts';
import type { Rules } from '../model/rules.ts';
import { excerpt } from '../values/cell-text.ts';
import { countedPrice } from '../values/listed-products.ts';
import { percentOfSum } from '../values/percent.ts';
import type { EditedTable } from '../table/edited-table.ts';
import type { FileDoubts, WatchedColumns } from './file-doubts.ts';
import type { FileStatistics, CountDelta } from './file-statistics.ts';
import type { IssueCollector } from './issue-collector.ts';
import {
  itemFieldResultOf,
  readItemField,
  refusedItemField,
  itemValueOrNull,
  type ItemValue,
  type ItemFieldResult,
} from './item-field.ts';
import type { RowProductKey } from './product-lookup.ts';
import type { FieldReaders } from './field-readers.ts';

export interface ItemLineContext {
  readonly readers: FieldReaders;
  readonly rules: Rules;
  readonly statistics: FileStatistics;
  readonly products: ProductTable;
  readonly doubts: FileDoubts;
  readonly table: EditedTable;
  readonly watched: WatchedColumns;
  /** Whether the file says in its products' cells how many, so that one without a count is one piece. */
  readonly countsInCells: boolean;
}

/** What else is known of the line whose money is read. */
export interface ItemLineFacts {
  readonly quantity: number | null;
  /** The product table's entry, and the code or name looked up; null where the row gives the WMS's id. */
  readonly tableEntry: Product | null;
  readonly key: RowProductKey | null;
  /** Price per piece written beside the product in a cell that lists several. */
  readonly listedPrice: number | null;
  /** One of several products of its row: the row's own amounts do not apply to it. */
  readonly isPart: boolean;
}

export interface GivenItemMoney {
  readonly price: ItemValue | null;
  readonly discount: ItemValue | null;
  readonly finalPrice: ItemValue | null;
}

export interface ItemMoney extends GivenItemMoney {
  /** A computed final price that came out below 0. */
  readonly belowZero: number | null;
  /** The discount was given nowhere and is taken as 0. */
  readonly assumedDiscount: boolean;
}

const zero: ItemValue = { value: 0, origin: 'computed' };

function computed(value: number): ItemValue {
  return { value, origin: 'computed' };
}

/**
 * Computes what is not given (decision 3). Per piece: final = price − discount; per line: final = price × quantity −
 * discount. A discount given nowhere is 0. Nothing is ever rounded.
 */
export function completeItemMoney(given: GivenItemMoney, quantity: number | null, per: 'unit' | 'line'): ItemMoney {
  const { price, discount, finalPrice } = given;
  const pieces = per === 'unit' ? 1 : (quantity ?? 1);
  if (price !== null && discount !== null && finalPrice !== null)
    return { price, discount, finalPrice, belowZero: null, assumedDiscount: false };
  if (price !== null && finalPrice !== null) {
    const difference = price.value * pieces - finalPrice.value;
    // A final price above the price is no discount: comparing the three numbers reports it.
    return {
      price,
      finalPrice,
      discount: difference < 0 ? zero : computed(difference),
      belowZero: null,
      assumedDiscount: difference < 0,
    };
  }
  if (price !== null) {
    const final = price.value * pieces - (discount?.value ?? 0);
    return {
      price,
      discount: discount ?? zero,
      finalPrice: final < 0 ? null : computed(final),
      belowZero: final < 0 ? final : null,
      assumedDiscount: discount === null,
    };
  }
  if (discount !== null && finalPrice !== null && (finalPrice.value + discount.value) % pieces === 0) {
    return {
      price: computed((finalPrice.value + discount.value) / pieces),
      discount,
      finalPrice,
      belowZero: null,
      assumedDiscount: false,
    };
  }
  return { price: null, discount, finalPrice, belowZero: null, assumedDiscount: false };
}

interface Sums {
  readonly perUnit: boolean;
  readonly perLine: boolean;
}

function lineSums(price: number, discount: number, finalPrice: number, quantity: number): Sums {
  return { perUnit: finalPrice === price - discount, perLine: finalPrice === price * quantity - discount };
}

/**
 * Compares the numbers of a line that gives price and final price, and counts the result in the file's statistics
 * (decisions 1 and 2). A blank discount is the difference between the two; a final price above the price makes it 0.
 */
function checkLineSum(
  context: ItemLineContext,
  index: number,
  given: GivenItemMoney,
  quantity: number | null,
  delta: CountDelta,
  collector: IssueCollector,
): void {
  const { price, discount, finalPrice } = given;
  if (price === null || finalPrice === null || quantity === null) return;
  const leavesDiscount =
    finalPrice.value <= price.value ||
    (context.rules.discountPer === 'line' && finalPrice.value < price.value * quantity);
  if (discount === null && leavesDiscount) return;
  const off = discount?.value ?? 0;
  const sums = lineSums(price.value, off, finalPrice.value, quantity);
  countLineSums(context.statistics, sums, lineSums(off, price.value, finalPrice.value, quantity), quantity, delta);
  if (sums.perUnit || sums.perLine || context.rules.lineCheck === 'off') return;
  const params = { price: price.value, discount: off, finalPrice: finalPrice.value, quantity };
  collector.addForCell(index, context.readers.final_price, context.rules.lineCheck, 'orders.lineSum', params);
}

function countLineSums(
  statistics: FileStatistics,
  sums: Sums,
  exchangedSums: Sums,
  quantity: number,
  delta: CountDelta,
): void {
  const stands = sums.perUnit || sums.perLine;
  const exchanged = exchangedSums.perUnit || exchangedSums.perLine;
  if (stands && !exchanged) statistics.linesThatAddUp += delta;
  else if (!stands && exchanged) statistics.linesThatAddUpExchanged += delta;
  else if (!stands) statistics.linesThatDoNotAddUp += delta;
  if (quantity > 1 && sums.perUnit !== sums.perLine) {
    if (sums.perUnit) statistics.linesThatAddUpPerUnitOnly += delta;
    else statistics.linesThatAddUpPerLineOnly += delta;
  }
}

/** Reads and completes a line's amounts, and reports what is wrong with them. */
export function readItemMoney(
  context: ItemLineContext,
  index: number,
  facts: ItemLineFacts,
  delta: CountDelta,
  collector: IssueCollector,
): ItemMoney {
  const { readers, rules, statistics } = context;
  const price = withTablePrice(readPrice(context, index, facts, collector), context, index, facts);
  const discount = facts.isPart ? null : readDiscount(context, index, itemValueOrNull(price), facts, collector);
  const finalPrice = facts.isPart ? null : readItemField(readers.final_price, index, collector);
  const ofPiece = (result: ItemFieldResult, reader: FieldReaders['price']): ItemFieldResult =>
    rules.discountPer === 'lineByPiece' ? perPiece(result, facts.quantity, index, reader, collector) : result;
  const off = rules.discountIs === 'percent' ? discount : ofPiece(discount, readers.discount);
  const final = ofPiece(finalPrice, readers.final_price);
  const read: GivenItemMoney = {
    price: itemValueOrNull(price),
    discount: itemValueOrNull(off),
    finalPrice: itemValueOrNull(final),
  };
  // The line's total alone gives the price of a piece.
  const given: GivenItemMoney =
    isLineTotalAlone(context) && read.discount === null ? { ...read, discount: zero } : read;
  const money = completeItemMoney(given, facts.quantity, rules.discountPer === 'line' ? 'line' : 'unit');
  if (price !== refusedItemField && off !== refusedItemField && final !== refusedItemField) {
    if (money.price === null) reportMissingPrice(context, index, given, facts, collector);
    if (money.belowZero !== null)
      collector.addForCell(
        index,
        readers.final_price,
        'error',
        'orders.finalPriceNegative',
        { value: money.belowZero },
        context.doubts.areExchanged ? { kind: 'swapFields', first: 'price', second: 'discount' } : undefined,
      );
    if (money.assumedDiscount && readers.discount.column === null) statistics.linesWithAssumedDiscount += delta;
  }
  if (money.price?.value === 0) collector.addForCell(index, readers.price, 'warning', 'orders.priceZero', {});
  if (given.price?.origin !== 'products') checkLineSum(context, index, given, facts.quantity, delta, collector);
  return money;
}

/** What a sum of the line comes to for one piece; one that is not whole is refused, as nothing is rounded. */
function perPiece(
  result: ItemFieldResult,
  quantity: number | null,
  index: number,
  reader: FieldReaders['price'],
  collector: IssueCollector,
): ItemFieldResult {
  if (result === null || result === refusedItemField || quantity === null || quantity === 1) return result;
  if (result.value % quantity === 0) return computed(result.value / quantity);
  collector.addForCell(index, reader, 'error', 'orders.priceNotWhole', { value: result.value });
  return refusedItemField;
}

/** Whether sums of lines are all that the sheet says of money. */
export function isLineTotalAlone({ readers, rules }: Pick<ItemLineContext, 'readers' | 'rules'>): boolean {
  return (
    rules.discountPer !== 'unit' &&
    readers.final_price.column !== null &&
    !readers.price.hasSource &&
    !readers.discount.hasSource
  );
}

function readPrice(
  { readers }: ItemLineContext,
  index: number,
  { listedPrice, isPart, quantity }: ItemLineFacts,
  collector: IssueCollector,
): ItemFieldResult {
  if (listedPrice !== null) return { value: listedPrice, origin: 'cell' };
  // In a row of several products the price is their total.
  if (isPart) return null;
  const parsed = readers.price.read(index);
  const counted = parsed.kind === 'refusal' ? countedPrice(readers.price.text(index)) : null;
  if (counted === null || counted.quantity !== quantity)
    return itemFieldResultOf(parsed, readers.price, index, collector);
  // «2 x 150000» beside a quantity of 2.
  const params = { value: excerpt(readers.price.text(index)), price: counted.price };
  collector.addForCell(index, readers.price, 'notice', 'orders.priceCounted', params);
  return { value: counted.price, origin: 'cell' };
}

/** Decision 22: uses the product table's price where the row gives none and none can be computed. */
function withTablePrice(
  price: ItemFieldResult,
  { readers }: ItemLineContext,
  index: number,
  { tableEntry, isPart }: ItemLineFacts,
): ItemFieldResult {
  if (price !== null || tableEntry === null || tableEntry.price === null) return price;
  const follows =
    !isPart && readers.discount.read(index).kind === 'value' && readers.final_price.read(index).kind === 'value';
  return follows ? null : { value: tableEntry.price, origin: 'products' };
}

/** The discount in so'm; a percentage is taken of the price (of the line's price where discounts are per line). */
function readDiscount(
  { readers, rules }: ItemLineContext,
  index: number,
  price: ItemValue | null,
  { quantity }: ItemLineFacts,
  collector: IssueCollector,
): ItemFieldResult {
  if (rules.discountIs !== 'percent') return readItemField(readers.discount, index, collector);
  const held = readers.discountPercent.read(index);
  const { constant } = readers.discountPercent;
  if (held.kind === 'blank' && constant === null) return null;
  const parsed =
    held.kind === 'blank' && constant !== null ? ({ kind: 'value', value: constant.value } as const) : held;
  if (parsed.kind === 'blank') return null;
  if (parsed.kind === 'refusal') {
    collector.addRemark(index, readers.discountPercent, parsed.remark);
    return refusedItemField;
  }
  if (price === null) return null;
  const sum = rules.discountPer === 'line' ? price.value * (quantity ?? 1) : price.value;
  const discount = Number.isSafeInteger(sum) ? percentOfSum(sum, parsed.value) : undefined;
  if (discount !== undefined) return computed(discount);
  collector.addForCell(index, readers.discountPercent, 'error', 'orders.percentNotWhole', {
    value: readers.discountPercent.text(index),
    price: sum,
  });
  return refusedItemField;
}

/** Reports a price that no column gives and that follows neither from final price and discount nor the product table. */
function reportMissingPrice(
  { readers, products }: ItemLineContext,
  index: number,
  { price, discount, finalPrice }: GivenItemMoney,
  { key, tableEntry, isPart }: ItemLineFacts,
  collector: IssueCollector,
): void {
  if (
    key !== null &&
    (isPart || (readers.price.column === null && products.hasPrices && (finalPrice === null || discount === null)))
  ) {
    // An unmapped product is reported first.
    if (tableEntry !== null)
      collector.addForCell(
        index,
        { field: 'price', column: key.reader.column, columns: key.reader.columns },
        'error',
        'orders.noTablePrice',
        {
          value: key.key,
          keyKind: key.kind,
          // The line of the table that the price belongs to: the product may have been found by another key.
          tableKeyKind: tableEntry.keyKind,
          tableKey: tableEntry.key,
          product: tableEntry.productId,
          variation: tableEntry.variationId ?? '',
        },
      );
    return;
  }
  const blank = (found: ItemValue | null, reader: FieldReaders['price']) => {
    if (found === null && reader.column !== null)
      collector.addForCell(index, reader, 'error', 'orders.blank', { field: reader.field });
  };
  if (readers.price.column !== null) blank(price, readers.price);
  else if (finalPrice === null) blank(finalPrice, readers.final_price);
  else if (discount === null) blank(discount, readers.discount);
  else
    collector.addForCell(index, readers.final_price, 'error', 'orders.priceNotWhole', {
      value: finalPrice.value + discount.value,
    });
}
