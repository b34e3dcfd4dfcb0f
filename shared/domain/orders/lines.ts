/** The items of an order, one per row: what they cost, and whether their numbers add up (decisions 1 to 4, 30 and 31). */
import type { Rules } from '../rules.ts';
import type { Sign } from './evidence.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';
import { checkSum, completeMoney, type GivenMoney, type ItemValue, type LineContext, type Money } from './money.ts';

export interface Line {
  /** Index of its row. */
  readonly index: number;
  readonly product: ItemValue | null;
  readonly variation: ItemValue | null;
  readonly quantity: ItemValue | null;
  readonly money: Money;
}

/** Stands for a cell that was refused: it is said already. */
const refused = Symbol('refused');
/** Null: blank, and no constant stands in. */
type Reading = ItemValue | null | typeof refused;

function readItemField(reader: FieldReader<number>, index: number, collector: IssueCollector): Reading {
  const parsed = reader.read(index);
  if (parsed.kind === 'blank') return reader.constant === null ? null : { value: reader.constant.value, origin: 'constant' };
  if (parsed.kind === 'refusal') {
    collector.remark(index, reader, parsed.remark);
    return refused;
  }
  if (parsed.remarks.length > 0) for (const remark of parsed.remarks) collector.remark(index, reader, remark);
  return { value: parsed.value, origin: 'cell' };
}

function valueOf(reading: Reading): ItemValue | null {
  return reading === refused ? null : reading;
}

/** Says that a value is missing, where a column should have given it (a missing column is said once per file). */
function sayBlank(reading: Reading, reader: FieldReader<number>, index: number, collector: IssueCollector): void {
  if (reading === null && reader.column !== null) collector.cell(index, reader, 'error', 'orders.blank', { field: reader.field });
}

/** Reads one row as an item. */
export function readLine(context: LineContext, index: number, sign: Sign, collector: IssueCollector): Line {
  const { readers } = context;
  const product = readItemField(readers.client_product_id, index, collector);
  sayBlank(product, readers.client_product_id, index, collector);
  const quantity = readItemField(readers.quantity, index, collector);
  sayBlank(quantity, readers.quantity, index, collector);
  const money = readMoney(context, index, valueOf(quantity)?.value ?? null, sign, collector);
  const variation = readItemField(readers.client_product_variation_id, index, collector);
  return { index, product: valueOf(product), variation: variationOf(variation, valueOf(product), context.rules), quantity: valueOf(quantity), money };
}

function readMoney(context: LineContext, index: number, quantity: number | null, sign: Sign, collector: IssueCollector): Money {
  const { readers, rules, evidence } = context;
  const price = readItemField(readers.price, index, collector);
  const discount = readItemField(readers.discount, index, collector);
  const finalPrice = readItemField(readers.final_price, index, collector);
  const given: GivenMoney = { price: valueOf(price), discount: valueOf(discount), finalPrice: valueOf(finalPrice) };
  const money = completeMoney(given, quantity, rules.discountPer);
  if (price !== refused && discount !== refused && finalPrice !== refused) {
    if (money.price === null) sayNoPrice(context, index, given, collector);
    if (money.belowZero !== null) collector.cell(index, readers.final_price, 'error', 'orders.finalPriceNegative', { value: money.belowZero });
    if (money.assumedDiscount && readers.discount.column === null) evidence.assumedDiscounts += sign;
  }
  if (money.price?.value === 0) collector.cell(index, readers.price, 'warning', 'orders.priceZero', {});
  checkSum(context, index, given, quantity, sign, collector);
  return money;
}

/** Where no column gives the price, final price and discount together do. */
function sayNoPrice(context: LineContext, index: number, { price, discount, finalPrice }: GivenMoney, collector: IssueCollector): void {
  const { readers } = context;
  if (readers.price.column !== null) sayBlank(price, readers.price, index, collector);
  else if (finalPrice === null) sayBlank(finalPrice, readers.final_price, index, collector);
  else if (discount === null) sayBlank(discount, readers.discount, index, collector);
  else collector.cell(index, readers.final_price, 'error', 'orders.priceNotWhole', { value: finalPrice.value + discount.value });
}

function variationOf(reading: Reading, product: ItemValue | null, rules: Rules): ItemValue | null {
  if (reading === refused) return null;
  if (reading !== null || product === null || rules.missingVariation === 'omit') return reading;
  return { value: product.value, origin: 'profile' };
}
