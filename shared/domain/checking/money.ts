/** The three numbers of a line: price, discount, final price. The missing one is computed; three given ones are compared. */
import type { Product } from '../products/product.ts';
import type { ProductTable } from '../products/product-table.ts';
import type { Rules } from '../model/rules.ts';
import { partOf } from '../values/percent.ts';
import type { Evidence, Sign } from './evidence.ts';
import type { IssueCollector } from './issue-collector.ts';
import { readItemField, refused, valueOf, type ItemValue, type Reading } from './item-field.ts';
import type { GivenKey } from './product-lookup.ts';
import type { Readers } from './readers.ts';

export interface LineContext {
  readonly readers: Readers;
  readonly rules: Rules;
  readonly evidence: Evidence;
  readonly products: ProductTable;
}

/** What else is known of the line whose money is read. */
export interface LineFacts {
  readonly quantity: number | null;
  /** The product as the product table has it, and how the row names it; null where the row gives the WMS's id. */
  readonly entry: Product | null;
  readonly key: GivenKey | null;
  /** A price a piece that stands beside the product in a cell that lists several. */
  readonly listedPrice: number | null;
  /** One of several products of its row: what stands once for the row is not its. */
  readonly isPart: boolean;
}

export interface GivenMoney {
  readonly price: ItemValue | null;
  readonly discount: ItemValue | null;
  readonly finalPrice: ItemValue | null;
}

export interface Money extends GivenMoney {
  /** A computed final price that came out below 0. */
  readonly belowZero: number | null;
  /** Nothing gave the discount: it is 0. */
  readonly assumedDiscount: boolean;
}

const zero: ItemValue = { value: 0, origin: 'computed' };

function computed(value: number): ItemValue {
  return { value, origin: 'computed' };
}

/**
 * Fills in what is not given (decision 3). Per piece: final = price − discount; per line: final = price × quantity −
 * discount. A discount that nothing gives is 0. Nothing is ever rounded.
 */
export function completeMoney(given: GivenMoney, quantity: number | null, per: Rules['discountPer']): Money {
  const { price, discount, finalPrice } = given;
  const pieces = per === 'unit' ? 1 : (quantity ?? 1);
  if (price !== null && discount !== null && finalPrice !== null) return { price, discount, finalPrice, belowZero: null, assumedDiscount: false };
  if (price !== null && finalPrice !== null) {
    const difference = price.value * pieces - finalPrice.value;
    // A final price above the price is no discount: the comparison of the three numbers says so.
    return { price, finalPrice, discount: difference < 0 ? zero : computed(difference), belowZero: null, assumedDiscount: difference < 0 };
  }
  if (price !== null) {
    const final = price.value * pieces - (discount?.value ?? 0);
    return { price, discount: discount ?? zero, finalPrice: final < 0 ? null : computed(final), belowZero: final < 0 ? final : null, assumedDiscount: discount === null };
  }
  if (discount !== null && finalPrice !== null && (finalPrice.value + discount.value) % pieces === 0) {
    return { price: computed((finalPrice.value + discount.value) / pieces), discount, finalPrice, belowZero: null, assumedDiscount: false };
  }
  return { price: null, discount, finalPrice, belowZero: null, assumedDiscount: false };
}

interface Sums {
  readonly perUnit: boolean;
  readonly perLine: boolean;
}

function addsUp(price: number, discount: number, finalPrice: number, quantity: number): Sums {
  return { perUnit: finalPrice === price - discount, perLine: finalPrice === price * quantity - discount };
}

/**
 * Compares the numbers of a line that gives price and final price (a missing discount counts as 0 where the final price
 * is above the price), and counts what the file's lines show together (decisions 1 and 2).
 */
export function checkSum(context: LineContext, index: number, given: GivenMoney, quantity: number | null, sign: Sign, collector: IssueCollector): void {
  const { price, discount, finalPrice } = given;
  if (price === null || finalPrice === null || quantity === null) return;
  if (discount === null && finalPrice.value <= price.value) return;
  const off = discount?.value ?? 0;
  const sums = addsUp(price.value, off, finalPrice.value, quantity);
  count(context.evidence, sums, addsUp(off, price.value, finalPrice.value, quantity), quantity, sign);
  if (sums.perUnit || sums.perLine || context.rules.lineCheck === 'off') return;
  const params = { price: price.value, discount: off, finalPrice: finalPrice.value, quantity };
  collector.cell(index, context.readers.final_price, context.rules.lineCheck, 'orders.lineSum', params);
}

function count(evidence: Evidence, sums: Sums, exchangedSums: Sums, quantity: number, sign: Sign): void {
  const stands = sums.perUnit || sums.perLine;
  const exchanged = exchangedSums.perUnit || exchangedSums.perLine;
  if (stands && !exchanged) evidence.asTheyStand += sign;
  else if (!stands && exchanged) evidence.exchanged += sign;
  else if (!stands) evidence.inNoWay += sign;
  if (quantity > 1 && sums.perUnit !== sums.perLine) {
    if (sums.perUnit) evidence.perUnitOnly += sign;
    else evidence.perLineOnly += sign;
  }
}

/** Reads and completes the money of a line, and says what is wrong with it. */
export function readMoney(context: LineContext, index: number, facts: LineFacts, sign: Sign, collector: IssueCollector): Money {
  const { readers, rules, evidence } = context;
  const price = withTablePrice(readPrice(context, index, facts, collector), context, index, facts);
  const discount = facts.isPart ? null : readDiscount(context, index, valueOf(price), facts, collector);
  const finalPrice = facts.isPart ? null : readItemField(readers.final_price, index, collector);
  const given: GivenMoney = { price: valueOf(price), discount: valueOf(discount), finalPrice: valueOf(finalPrice) };
  const money = completeMoney(given, facts.quantity, rules.discountPer);
  if (price !== refused && discount !== refused && finalPrice !== refused) {
    if (money.price === null) sayNoPrice(context, index, given, facts, collector);
    if (money.belowZero !== null) collector.cell(index, readers.final_price, 'error', 'orders.finalPriceNegative', { value: money.belowZero });
    if (money.assumedDiscount && readers.discount.column === null) evidence.assumedDiscounts += sign;
  }
  if (money.price?.value === 0) collector.cell(index, readers.price, 'warning', 'orders.priceZero', {});
  if (given.price?.origin !== 'products') checkSum(context, index, given, facts.quantity, sign, collector);
  return money;
}

function readPrice({ readers }: LineContext, index: number, { listedPrice, isPart }: LineFacts, collector: IssueCollector): Reading {
  if (listedPrice !== null) return { value: listedPrice, origin: 'cell' };
  // The price of a row with several products is their total.
  return isPart ? null : readItemField(readers.price, index, collector);
}

/** Decision 22: the product table's price stands in where the row gives none, and none follows from the others. */
function withTablePrice(price: Reading, { readers }: LineContext, index: number, { entry, isPart }: LineFacts): Reading {
  if (price !== null || entry === null || entry.price === null) return price;
  const follows = !isPart && readers.discount.read(index).kind === 'value' && readers.final_price.read(index).kind === 'value';
  return follows ? null : { value: entry.price, origin: 'products' };
}

/** The discount in so'm; one in per cent is a part of the price (or of the line's price, where discounts are given per line). */
function readDiscount({ readers, rules }: LineContext, index: number, price: ItemValue | null, { quantity }: LineFacts, collector: IssueCollector): Reading {
  if (rules.discountIs === 'sum') return readItemField(readers.discount, index, collector);
  const held = readers.percent.read(index);
  const { constant } = readers.percent;
  if (held.kind === 'blank' && constant === null) return null;
  const parsed = held.kind === 'blank' && constant !== null ? ({ kind: 'value', value: constant.value } as const) : held;
  if (parsed.kind === 'blank') return null;
  if (parsed.kind === 'refusal') {
    collector.remark(index, readers.percent, parsed.remark);
    return refused;
  }
  if (price === null) return null;
  const sum = rules.discountPer === 'unit' ? price.value : price.value * (quantity ?? 1);
  const discount = Number.isSafeInteger(sum) ? partOf(sum, parsed.value) : undefined;
  if (discount !== undefined) return computed(discount);
  collector.cell(index, readers.percent, 'error', 'orders.percentNotWhole', { value: readers.percent.text(index), price: sum });
  return refused;
}

/** Where no column gives the price, final price and discount together do, or the product table. */
function sayNoPrice({ readers, products }: LineContext, index: number, { price, discount, finalPrice }: GivenMoney, { key, entry, isPart }: LineFacts, collector: IssueCollector): void {
  if (key !== null && (isPart || (readers.price.column === null && products.hasPrices && (finalPrice === null || discount === null)))) {
    // Of a product that is not mapped that is said first.
    if (entry !== null) collector.cell(index, key.reader, 'error', 'orders.noTablePrice', { value: key.key, keyKind: key.kind });
    return;
  }
  const blank = (found: ItemValue | null, reader: Readers['price']) => {
    if (found === null && reader.column !== null) collector.cell(index, reader, 'error', 'orders.blank', { field: reader.field });
  };
  if (readers.price.column !== null) blank(price, readers.price);
  else if (finalPrice === null) blank(finalPrice, readers.final_price);
  else if (discount === null) blank(discount, readers.discount);
  else collector.cell(index, readers.final_price, 'error', 'orders.priceNotWhole', { value: finalPrice.value + discount.value });
}
