/** The items of an order, one per row: what they cost, and whether their numbers add up (decisions 1 to 4, 30 and 31). */
import type { ItemField } from '../fields.ts';
import type { Rules } from '../rules.ts';
import type { Sign } from './evidence.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';
import { checkSum, completeMoney, type ItemValue, type LineContext, type Money } from './money.ts';

export interface Line {
  /** Index of its row. */
  readonly index: number;
  readonly product: ItemValue | null;
  readonly variation: ItemValue | null;
  readonly quantity: ItemValue | null;
  readonly money: Money;
}

interface Reading {
  readonly value: ItemValue | null;
  readonly refused: boolean;
}

const refusedReading: Reading = { value: null, refused: true };
const blankReading: Reading = { value: null, refused: false };

function readItemField(reader: FieldReader<number>, index: number, collector: IssueCollector): Reading {
  const parsed = reader.read(index);
  if (parsed.kind === 'refusal') {
    collector.remark(index, reader, parsed.remark);
    return refusedReading;
  }
  if (parsed.kind === 'value') {
    for (const remark of parsed.remarks) collector.remark(index, reader, remark);
    return { value: { value: parsed.value, origin: 'cell' }, refused: false };
  }
  return reader.constant === null ? blankReading : { value: { value: reader.constant.value, origin: 'constant' }, refused: false };
}

/** Says that a value is missing, where a column should have given it (a missing column is said once per file). */
function sayBlank(reading: Reading, reader: FieldReader<number>, index: number, collector: IssueCollector): void {
  if (reading.value === null && !reading.refused && reader.column !== null) collector.cell(index, reader, 'error', 'orders.blank', { field: reader.field });
}

/** Reads one row as an item. */
export function readLine(context: LineContext, index: number, sign: Sign, collector: IssueCollector): Line {
  const { readers, rules, evidence } = context;
  const read = (field: ItemField) => readItemField(readers[field], index, collector);
  const product = read('client_product_id');
  sayBlank(product, readers.client_product_id, index, collector);
  const quantity = read('quantity');
  sayBlank(quantity, readers.quantity, index, collector);
  const price = read('price');
  const discount = read('discount');
  const finalPrice = read('final_price');
  const money = completeMoney({ price: price.value, discount: discount.value, finalPrice: finalPrice.value }, quantity.value?.value ?? null, rules.discountPer);
  const refused = price.refused || discount.refused || finalPrice.refused;
  if (!refused) {
    if (money.price === null) sayNoPrice(context, index, { price, discount, finalPrice }, collector);
    if (money.belowZero !== null) collector.cell(index, readers.final_price, 'error', 'orders.final-price-negative', { value: money.belowZero });
    if (money.assumedDiscount && readers.discount.column === null) evidence.assumedDiscounts += sign;
  }
  if (money.price?.value === 0) collector.cell(index, readers.price, 'warning', 'orders.price-zero', {});
  checkSum(context, index, { price: price.value, discount: discount.value, finalPrice: finalPrice.value }, quantity.value?.value ?? null, sign, collector);
  return { index, product: product.value, variation: variationOf(read('client_product_variation_id'), product.value, rules), quantity: quantity.value, money };
}

/** Where no column gives the price, final price and discount together do. */
function sayNoPrice(context: LineContext, index: number, given: { readonly price: Reading; readonly discount: Reading; readonly finalPrice: Reading }, collector: IssueCollector): void {
  const { readers } = context;
  if (readers.price.column !== null) sayBlank(given.price, readers.price, index, collector);
  else if (given.finalPrice.value === null) sayBlank(given.finalPrice, readers.final_price, index, collector);
  else if (given.discount.value === null) sayBlank(given.discount, readers.discount, index, collector);
  else collector.cell(index, readers.final_price, 'error', 'orders.price-not-whole', { value: given.finalPrice.value.value + given.discount.value.value });
}

function variationOf(reading: Reading, product: ItemValue | null, rules: Rules): ItemValue | null {
  if (reading.value !== null || reading.refused || product === null || rules.missingVariation === 'omit') return reading.value;
  return { value: product.value, origin: 'profile' };
}
