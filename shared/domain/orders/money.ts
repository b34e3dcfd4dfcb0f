/** The three numbers of a line: price, discount, final price. The missing one is computed; three given ones are compared. */
import type { Rules } from '../rules.ts';
import type { Evidence, Sign } from './evidence.ts';
import type { IssueCollector } from './issue-collector.ts';
import type { Readers } from './readers.ts';

export interface ItemValue {
  readonly value: number;
  readonly origin: 'cell' | 'constant' | 'computed' | 'profile';
}

export interface LineContext {
  readonly readers: Readers;
  readonly rules: Rules;
  readonly evidence: Evidence;
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
