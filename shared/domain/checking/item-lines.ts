/**
 * Reads and checks an order's items: one per row, or several where a cell that lists products is split (decisions 1 to 4,
 * 22, 30 and 31).
 */
import type { Product } from '../products/product.ts';
import { looksLikeProductList, type ListedProduct } from '../values/listed-products.ts';
import type { Rules } from '../model/rules.ts';
import type { CountDelta } from './file-statistics.ts';
import type { FieldReader } from './field-reader.ts';
import type { IssueCollector } from './issue-collector.ts';
import {
  itemFieldResultOf,
  readItemField,
  refusedItemField,
  itemValueOrNull,
  type ItemValue,
  type ItemFieldResult,
} from './item-field.ts';
import { readItemMoney, type ItemLineContext, type ItemMoney } from './item-money.ts';
import { readProductKey, lookUpProduct, refusedProductKey, withDetails, type RowProductKey } from './product-lookup.ts';
import { listedProductsReader, parallelPartsOf, productsOfCell, sureProductsOf } from './sure-items.ts';
import { isBlankText } from '../values/clean-text.ts';

export interface ItemLine {
  /** Index of its row. */
  readonly index: number;
  readonly product: ItemValue | null;
  readonly variation: ItemValue | null;
  readonly quantity: ItemValue | null;
  readonly money: ItemMoney;
  /** Found in the product table by what tells size and colour as well: the merchant's code, or the name together with them. */
  readonly tellsDetail: boolean;
  /** What the product table says it costs; null: nothing. */
  readonly tablePrice: number | null;
}

/** Reports a missing value where its column exists (a missing column is reported once per file). */
function reportBlank(
  reading: ItemFieldResult,
  reader: FieldReader<number> | FieldReader<string>,
  index: number,
  collector: IssueCollector,
): void {
  if (reading === null && reader.column !== null)
    collector.addForCell(index, reader, 'error', 'orders.blank', { field: reader.field });
}

/** Result of looking a row, or one of its products, up in the product table. */
interface NamedProduct {
  readonly product: ItemFieldResult;
  readonly tableEntry: Product | null;
  /** The code or name that the row gives. */
  readonly key: RowProductKey | null;
}

/** Reads the items of one row. */
export function readItemLines(
  context: ItemLineContext,
  index: number,
  delta: CountDelta,
  collector: IssueCollector,
): ItemLine[] {
  const parts = partsOf(context, index);
  if (context.rules.splitItems === 'ask' && parts?.some(({ quantity }) => quantity !== null) === true)
    context.statistics.cellsSplitSurely += delta;
  if (parts === null || parts.length < 2)
    return [readItemLine(context, index, parts?.[0] ?? null, 1, delta, collector)];
  reportUnsplittableTotals(context, index, parts, collector);
  return parts.map((part) => readItemLine(context, index, part, parts.length, delta, collector));
}

/** The products listed in the row's cell; null where the row is not split, or gives the WMS's own id. */
function partsOf(context: ItemLineContext, index: number): readonly ListedProduct[] | null {
  const { readers, rules, products } = context;
  if (rules.splitItems !== 'on') return sureProductsOf(context, index);
  const parallel = parallelPartsOf(readers, index);
  if (parallel !== null) return parallel;
  const id = readers.client_product_id.read(index);
  if (id.kind !== 'blank') return null;
  const reader = listedProductsReader(readers);
  if (reader === null) return null;
  const parsed = reader.read(index);
  return parsed.kind === 'value' ? productsOfCell(products, reader.text(index)) : null;
}

/** Reports a discount or quantity given once for a row of several products: nothing is divided silently. */
function reportUnsplittableTotals(
  { readers }: ItemLineContext,
  index: number,
  parts: readonly ListedProduct[],
  collector: IssueCollector,
): void {
  const discount = readers.discount.read(index);
  if (discount.kind === 'value' && discount.value > 0)
    collector.addForCell(index, readers.discount, 'error', 'orders.splitDiscount', {
      value: discount.value,
      count: parts.length,
    });
  const quantity = readers.quantity.read(index);
  const sum = parts.reduce((all, part) => all + (part.quantity ?? 1), 0);
  if (quantity.kind === 'value' && quantity.value !== sum)
    collector.addForCell(index, readers.quantity, 'warning', 'orders.splitQuantity', { value: quantity.value, sum });
}

/** Reads a row, or one of its `partCount` listed products, as an item. */
function readItemLine(
  context: ItemLineContext,
  index: number,
  part: ListedProduct | null,
  partCount: number,
  delta: CountDelta,
  collector: IssueCollector,
): ItemLine {
  const { readers, rules } = context;
  // Asked about once for the file.
  const isParallel = partCount === 1 && rules.splitItems === 'ask' && parallelPartsOf(readers, index) !== null;
  const named = nameProduct(context, index, part, partCount, isParallel, delta, collector);
  const quantity = readQuantity(context, index, part, partCount, isParallel, collector);
  const pieces = itemValueOrNull(quantity)?.value ?? null;
  const money = readItemMoney(
    context,
    index,
    {
      quantity: pieces,
      tableEntry: named.tableEntry,
      key: named.key,
      listedPrice: part?.price ?? null,
      isPart: partCount > 1,
    },
    delta,
    collector,
  );
  const variation = partCount > 1 ? null : readItemField(readers.client_product_variation_id, index, collector);
  return {
    index,
    product: itemValueOrNull(named.product),
    variation: variationOf(variation, itemValueOrNull(named.product), named.tableEntry, context.rules),
    quantity: itemValueOrNull(quantity),
    money,
    tellsDetail: named.tableEntry?.keyKind === 'code' || (named.key?.details ?? []).length > 0,
    tablePrice: named.tableEntry?.price ?? null,
  };
}

function nameProduct(
  { readers, products, rules, statistics, table, watched }: ItemLineContext,
  index: number,
  part: ListedProduct | null,
  partCount: number,
  isParallel: boolean,
  delta: CountDelta,
  collector: IssueCollector,
): NamedProduct {
  const id = readers.client_product_id;
  // Ids in a list stand where one id would.
  if (partCount > 1 && part !== null && id.column !== null && /^[1-9]\d{0,8}$/.test(part.name))
    return { product: { value: Number(part.name), origin: 'cell' }, tableEntry: null, key: null };
  if (isParallel) {
    statistics.cellsListingProducts += delta;
    return { product: refusedItemField, tableEntry: null, key: null };
  }
  const own = partCount > 1 ? ({ kind: 'blank' } as const) : id.read(index);
  if (own.kind !== 'blank')
    return { product: itemFieldResultOf(own, id, index, collector), tableEntry: null, key: null };
  const listing = part === null ? null : listedProductsReader(readers);
  const keys: RowProductKey[] = [];
  for (const [reader, kind] of [
    [readers.product_code, 'code'],
    [readers.product_name, 'name'],
  ] as const) {
    // Several products in a row are told apart by the listing cell alone.
    if (reader.column === null || (partCount > 1 && reader !== listing)) continue;
    const key = readProductKey(reader, kind, index, collector);
    if (key === refusedProductKey) return { product: refusedItemField, tableEntry: null, key: null };
    if (key === null) continue;
    const own = reader === listing && part !== null ? { ...key, key: part.name } : key;
    keys.push(own);
    // A program's cart gives both.
    if (part?.code !== undefined && reader === listing) keys.push({ ...own, kind: 'code', key: part.code });
    // Codes stand in columns of names, too.
    if (kind === 'name' && products.find('name', own.key) === undefined && products.find('code', own.key) !== undefined)
      keys.push({ ...own, kind: 'code' });
  }
  const [key = null] = keys;
  if (key === null) {
    const product = id.constant === null ? null : ({ value: id.constant.value, origin: 'constant' } as const);
    const source = [id, readers.product_code, readers.product_name].find(({ column }) => column !== null);
    if (source !== undefined) reportBlank(product, source, index, collector);
    return { product, tableEntry: null, key };
  }
  if (
    rules.splitItems === 'ask' &&
    part === null &&
    looksLikeProductList(listedProductsReader(readers)?.text(index) ?? '') &&
    !keys.some(({ kind, key: text }) => products.find(kind, text) !== undefined)
  ) {
    // Reported once per file, by a question.
    statistics.cellsListingProducts += delta;
    return { product: refusedItemField, tableEntry: null, key };
  }
  // What the table does not know stands under the number that the cart gives it, as in a column «ID».
  if (part?.id !== undefined && keys.every(({ kind, key: text }) => products.find(kind, text) === undefined))
    return { product: { value: part.id, origin: 'cell' }, tableEntry: null, key: null };
  const details =
    partCount > 1
      ? []
      : watched.details.map((column) => table.text(index, column).trim()).filter((text) => !isBlankText(text));
  const detailed = keys.map((one) => withDetails(one, details, products));
  const tableEntry = lookUpProduct(detailed, products, index, collector);
  // The unmapped product was reported already.
  return {
    product: tableEntry === null ? refusedItemField : { value: tableEntry.productId, origin: 'products' },
    tableEntry,
    key: detailed[0] ?? key,
  };
}

function readQuantity(
  { readers }: ItemLineContext,
  index: number,
  part: ListedProduct | null,
  partCount: number,
  isParallel: boolean,
  collector: IssueCollector,
): ItemFieldResult {
  const listed = part?.quantity ?? null;
  if (partCount > 1) return { value: listed ?? 1, origin: listed === null ? 'computed' : 'cell' };
  // Asked about with its products.
  if (isParallel) return refusedItemField;
  const quantity = readItemField(readers.quantity, index, collector);
  if (quantity === null || (quantity !== refusedItemField && quantity.origin === 'constant')) {
    if (listed !== null) return { value: listed, origin: 'cell' };
    if (part !== null && quantity === null && readers.quantity.column === null) return { value: 1, origin: 'computed' };
  } else if (quantity !== refusedItemField && listed !== null && listed !== quantity.value) {
    collector.addForCell(index, readers.quantity, 'warning', 'orders.splitQuantity', {
      value: quantity.value,
      sum: listed,
    });
  }
  reportBlank(quantity, readers.quantity, index, collector);
  return quantity;
}

function variationOf(
  reading: ItemFieldResult,
  product: ItemValue | null,
  entry: Product | null,
  rules: Rules,
): ItemValue | null {
  if (reading === refusedItemField) return null;
  if (reading !== null || product === null) return reading;
  if (entry !== null && entry.variationId !== null) return { value: entry.variationId, origin: 'products' };
  return rules.missingVariation === 'omit' ? null : { value: product.value, origin: 'profile' };
}
