/**
 * Which cells list several products beyond doubt, so that nobody need be asked before they are split (docs/domain.md,
 * «Items in one cell»).
 */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Rules } from '../model/rules.ts';
import type { Product } from '../products/product.ts';
import type { ProductTable } from '../products/product-table.ts';
import type { Table } from '../table/table.ts';
import { listedProducts, type ListedProduct } from '../values/listed-products.ts';
import { parseMoney } from '../values/money.ts';
import { parallelProducts } from '../values/parallel-lists.ts';
import type { FieldReader } from './field-reader.ts';
import type { FieldReaders } from './field-readers.ts';
import { watchedColumnsOf, type WatchedColumns } from './file-doubts.ts';

export interface ListingContext {
  readonly table: Pick<Table, 'cell'>;
  readonly readers: FieldReaders;
  readonly watched: Pick<WatchedColumns, 'totals'>;
  readonly rules: Rules;
  readonly products: ProductTable;
  /** Whether the file says in its products' cells how many, so that one without a count is one piece. */
  readonly countsInCells: boolean;
}

/** Reader of the column whose cells may list products: the names, else the codes. */
export function listedProductsReader({
  product_name: name,
  product_code: code,
}: ListingContext['readers']): FieldReader<string> | null {
  if (name.column !== null) return name;
  return code.column === null ? null : code;
}

/** The products of a row whose quantities are a list as its products are; null: the quantity is one number, or none. */
export function parallelPartsOf(readers: FieldReaders, index: number): readonly ListedProduct[] | null {
  if (readers.quantity.read(index).kind !== 'refusal') return null;
  const { client_product_id: id, quantity, price } = readers;
  const names = id.column === null ? listedProductsReader(readers) : id;
  return names === null
    ? null
    : parallelProducts(names.text(index), quantity.text(index), price.column === null ? '' : price.text(index));
}

const named = (products: ProductTable, name: string): Product | undefined =>
  products.find('name', name) ?? products.find('code', name);

function entryOf(products: ProductTable, { name, code }: ListedProduct): Product | undefined {
  return named(products, name) ?? (code === undefined ? undefined : products.find('code', code));
}

/** The products of a cell; the whole text as one where the product table knows it, whatever marks and numbers it has. */
export function productsOfCell(products: ProductTable, text: string): readonly ListedProduct[] {
  return named(products, text) === undefined ? listedProducts(text) : [{ name: text, quantity: null, price: null }];
}

/**
 * Whether the text lists products beyond doubt: each with its pieces, and the product table knows them, or one of them,
 * which tells that it is wares that are listed. What a program's cart numbers by itself has to be known.
 */
function areSure(products: ProductTable, parts: readonly ListedProduct[]): boolean {
  let known = 0;
  for (const part of parts) {
    if (part.quantity === null || part.quantity < 1) return false;
    if (entryOf(products, part) !== undefined) known++;
    else if (part.id !== undefined) return false;
  }
  return known > 0;
}

/**
 * Whether each of several products says its pieces and its price, and a sum of the row is what they come to: then they are
 * split, and what the product table does not know is asked about alone.
 */
function addUp(
  table: Pick<Table, 'cell'>,
  index: number,
  sums: readonly number[],
  parts: readonly ListedProduct[],
): boolean {
  if (
    parts.length < 2 ||
    parts.some(({ quantity, price, id }) => quantity === null || price === null || id !== undefined)
  )
    return false;
  const all = parts.reduce((sum, { quantity, price }) => sum + (quantity ?? 0) * (price ?? 0), 0);
  return sums.some((column) => {
    const own = parseMoney(table.cell(index, column), 'price');
    return own.kind === 'value' && own.value === all;
  });
}

/** What the products come to, in soʻm; null where a price is not known. */
function sumOf(products: ProductTable, parts: readonly ListedProduct[]): number | null {
  let sum = 0;
  for (const part of parts) {
    const price = part.price ?? entryOf(products, part)?.price ?? null;
    if (price === null) return null;
    sum += price * (part.quantity ?? 1);
  }
  return sum;
}

/** Whether the row's own number of pieces, where it gives one, is that of its products. */
function arePiecesOf(
  { readers: { quantity } }: ListingContext,
  index: number,
  parts: readonly ListedProduct[],
): boolean {
  const own = quantity.read(index);
  if (own.kind !== 'value') return own.kind === 'blank';
  return own.value === parts.reduce((all, part) => all + (part.quantity ?? 1), 0);
}

/** Whether the row's own sums, where it gives any, are those of its products; a sum beside one product is read as any other. */
function areSumsOf({ readers, products }: ListingContext, index: number, parts: readonly ListedProduct[]): boolean {
  if (parts.length < 2) return true;
  const sum = sumOf(products, parts);
  const isPriced = parts.every(({ price }) => price !== null);
  return [readers.price, readers.final_price].every((reader) => {
    const own = reader.read(index);
    // A list of prices beside a list of products was read with it.
    return own.kind === 'value' ? sum === null || own.value === sum : own.kind === 'blank' || isPriced;
  });
}

/** The products of a row that lists them beyond doubt while nobody said whether such cells are split; null: it does not. */
export function sureProductsOf(context: ListingContext, index: number): readonly ListedProduct[] | null {
  const { readers, rules, products } = context;
  if (rules.splitItems !== 'ask' || readers.client_product_id.read(index).kind !== 'blank') return null;
  const reader = listedProductsReader(readers);
  const parsed = reader?.read(index);
  if (reader == null || parsed?.kind !== 'value') return null;
  const parallel = parallelPartsOf(readers, index);
  if (parallel !== null) {
    const areKnown = parallel.every((part) => entryOf(products, part) !== undefined);
    return areKnown && areSumsOf(context, index, parallel) ? parallel : null;
  }
  const text = reader.text(index);
  if (named(products, text) !== undefined)
    return context.countsInCells ? [{ name: text, quantity: null, price: null }] : null;
  // The code beside it says that the whole cell is one product.
  if (reader !== readers.product_code && products.find('code', readers.product_code.text(index)) !== undefined)
    return null;
  const parts = listedProducts(text);
  const sums = [...readers.price.columns, ...readers.final_price.columns, ...context.watched.totals];
  const isSure = areSure(products, parts) || addUp(context.table, index, sums, parts);
  return isSure && arePiecesOf(context, index, parts) && areSumsOf(context, index, parts) ? parts : null;
}

const lookedRows = 200;

/** Whether the file says in its products' cells how many, beyond doubt, and nowhere else; of the first rows as they were read. */
export function countsInCells(rules: Rules, plan: ColumnPlan, table: Table, products: ProductTable): boolean {
  const { columns, constants } = plan.mapping;
  const column = columns.product_name?.[0] ?? columns.product_code?.[0];
  if (rules.splitItems !== 'ask' || column === undefined) return false;
  if (columns.quantity !== undefined || constants.quantity !== undefined || columns.client_product_id !== undefined)
    return false;
  const sums = [...(columns.price ?? []), ...(columns.final_price ?? []), ...watchedColumnsOf(plan).totals];
  const end = Math.min(table.rowCount, plan.firstDataIndex + lookedRows);
  for (let index = plan.firstDataIndex; index < end; index++) {
    const text = table.text(index, column).trim();
    if (text === '' || named(products, text) !== undefined) continue;
    const parts = listedProducts(text);
    if (areSure(products, parts) || addUp(table, index, sums, parts)) return true;
  }
  return false;
}
