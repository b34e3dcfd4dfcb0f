/** Reads a sheet of products to import into the product table; its columns are found like those of an order sheet. */
import type { Params } from '../model/issues.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import { failure, success, type Result } from '../../result.ts';
import type { Cell, Table } from '../table/table.ts';
import { noChoices } from '../model/choices.ts';
import { foldHeading } from '../columns/fold-heading.ts';
import { interpretColumns } from '../columns/column-plan.ts';
import { parseMoney } from '../values/money.ts';
import type { Parsed, ValueRemark } from '../values/parsed.ts';
import { parseProductId, parseVariationId } from '../values/product-id.ts';
import { parseProductKey } from '../values/product-key.ts';
import { foldProductKey, type ProductKeyKind, type Product } from './product.ts';

/** A row that was not imported, and why: `issue.<code>`. */
export interface SkippedRow {
  /** As Excel shows it. */
  readonly row: number;
  readonly code: string;
  readonly params: Params;
}

export interface ProductSheet {
  /** Each key once; a row with code and name gives two entries. */
  readonly products: readonly Product[];
  readonly skipped: readonly SkippedRow[];
}

type ProductColumnRole = 'code' | 'name' | 'id' | 'variation' | 'price';

/** Headings that in a product sheet can only be the WMS's id. */
const idHeadings: ReadonlySet<string> = new Set(['id', 'wmsid', 'idwms', 'wms', 'номервwms', 'idvwms', 'idвwms']);
/** The role in a product sheet of each field of an order sheet. */
const roleByField: Readonly<Partial<Record<NonNullable<ColumnGuess['field']>, ProductColumnRole>>> = {
  product_code: 'code',
  product_name: 'name',
  client_product_id: 'id',
  client_product_variation_id: 'variation',
  price: 'price',
  final_price: 'price',
  full_name: 'name',
};

function rolesOf(columns: readonly ColumnGuess[]): ReadonlyMap<ProductColumnRole, number> {
  const found = new Map<ProductColumnRole, number>();
  const take = (role: ProductColumnRole, column: number) => {
    if (!found.has(role)) found.set(role, column);
  };
  // Clear headings first: «Name» is a product's name only where there is no better column.
  const takeFields = (isSecond: boolean) => {
    for (const { column, field } of columns) {
      const role = field === null ? undefined : roleByField[field];
      if (role !== undefined && isSecond === (field === 'full_name' || field === 'final_price')) take(role, column);
    }
  };
  takeFields(false);
  for (const { column, heading } of columns) if (idHeadings.has(foldHeading(heading).key)) take('id', column);
  takeFields(true);
  return found;
}

/** Reads the products. Fails with `products.noColumns` (no column of ids, or none of codes and names). */
export function readProductSheet(table: Table): Result<ProductSheet> {
  const plan = interpretColumns(table, noChoices);
  const found = rolesOf(plan.columns);
  const id = found.get('id');
  if (id === undefined || (!found.has('code') && !found.has('name'))) return failure('products.noColumns');
  const products = new Map<string, Product>();
  const skipped: SkippedRow[] = [];
  for (let index = plan.firstDataIndex; index < table.rowCount; index++) {
    const row = readRow((role) => table.cell(index, found.get(role) ?? -1), found);
    if (row === null) continue;
    if ('code' in row) skipped.push({ row: table.rowNumber(index), ...row });
    else
      for (const product of row.products)
        if (!add(products, product))
          skipped.push({ row: table.rowNumber(index), code: 'products.twice', params: { value: product.key } });
  }
  return success({ products: [...products.values()], skipped });
}

/** Returns false where the key exists already for another product. */
function add(products: Map<string, Product>, product: Product): boolean {
  const key = `${product.keyKind} ${foldProductKey(product.keyKind, product.key)}`;
  const known = products.get(key);
  if (known !== undefined && (known.productId !== product.productId || known.variationId !== product.variationId))
    return false;
  products.set(key, product);
  return true;
}

type RefusedRow = Pick<SkippedRow, 'code' | 'params'>;

/** Null: the row is empty. */
function readRow(
  cellOf: (role: ProductColumnRole) => Cell,
  found: ReadonlyMap<ProductColumnRole, number>,
): { readonly products: readonly Product[] } | RefusedRow | null {
  const keys = (['code', 'name'] as const).flatMap((keyKind: ProductKeyKind) =>
    found.has(keyKind) ? [{ keyKind, parsed: parseProductKey(cellOf(keyKind), keyKind) }] : [],
  );
  const id = parseProductId(cellOf('id'));
  if (id.kind === 'blank' && keys.every(({ parsed }) => parsed.kind === 'blank')) return null;
  const variation = found.has('variation') ? parseVariationId(cellOf('variation')) : undefined;
  const price = found.has('price') ? parseMoney(cellOf('price'), 'price') : undefined;
  for (const parsed of [...keys.map((key) => key.parsed), id, variation, price])
    if (parsed?.kind === 'refusal') return refusedBy(parsed.remark);
  if (id.kind !== 'value') return { code: 'products.noId', params: {} };
  const named = keys.flatMap(({ keyKind, parsed }) =>
    parsed.kind === 'value' ? [{ keyKind, key: parsed.value }] : [],
  );
  if (named.length === 0) return { code: 'products.noKey', params: {} };
  return {
    products: named.map((key) => ({
      ...key,
      productId: id.value,
      variationId: valueIn(variation),
      price: valueIn(price),
    })),
  };
}

function refusedBy({ code, params }: ValueRemark): RefusedRow {
  return { code, params };
}

function valueIn(parsed: Parsed<number> | undefined): number | null {
  return parsed?.kind === 'value' ? parsed.value : null;
}

/** What importing products would do to a table. */
export interface ProductChanges {
  readonly added: readonly Product[];
  readonly changed: readonly { readonly before: Product; readonly after: Product }[];
  readonly unchanged: number;
}

/** What importing the `given` products would add, change and leave unchanged. */
export function compareProducts(known: readonly Product[], given: readonly Product[]): ProductChanges {
  const before = new Map(
    known.map((product) => [`${product.keyKind} ${foldProductKey(product.keyKind, product.key)}`, product]),
  );
  const added: Product[] = [];
  const changed: { before: Product; after: Product }[] = [];
  let unchanged = 0;
  for (const product of given) {
    const old = before.get(`${product.keyKind} ${foldProductKey(product.keyKind, product.key)}`);
    if (old === undefined) added.push(product);
    else if (
      old.productId === product.productId &&
      old.variationId === product.variationId &&
      old.price === product.price
    )
      unchanged++;
    else changed.push({ before: old, after: product });
  }
  return { added, changed, unchanged };
}
