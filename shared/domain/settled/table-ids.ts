/** What the product table's codes and names tell of columns: a shop's own ids, the codes that it knows, wares under any heading. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Choices } from '../model/choices.ts';
import type { Issue } from '../model/issues.ts';
import { ProductTable } from '../products/product-table.ts';
import { foldProductKey, type Product, type ProductKeyKind } from '../products/product.ts';
import { fileIssue } from '../questions/file-issue-builders.ts';
import type { Table } from '../table/table.ts';

/** Small numbers may count rows. */
const isCode = /\p{L}|\d{4}/u;
/** Rows that are looked at. */
const lookedAt = 200;
/** A sum below the rows is no ware. */
const nearlyAll = 0.9;
/** Who decided. */
const by = 'productTable' as const;

/** What the product table decides of a file that is opened for the first time, and what is said of it. */
export function decideByProducts(
  choices: Choices,
  table: Table,
  plan: ColumnPlan,
  products: readonly Product[],
): { readonly choices: Choices; readonly notices: readonly Issue[] } {
  const ownIds = shopsOwnIds(choices, table, plan, products);
  if (ownIds !== null) return { choices: withoutShopsOwnIds(choices, ownIds), notices: [shopsOwnIdsNotice(ownIds)] };
  const codes = knownCodes(choices, table, plan, products);
  if (codes !== null) return { choices: withKnownCodes(choices, codes), notices: [knownCodesNotice(codes)] };
  const wares = knownWares(choices, table, plan, products);
  if (wares === null) return { choices, notices: [] };
  return { choices: withKnownWares(choices, wares), notices: [knownWaresNotice(wares)] };
}

/** The column whose every value is a product of the table. */
export interface KnownWares {
  readonly column: number;
  readonly heading: string;
  readonly field: 'product_code' | 'product_name';
}

/**
 * Where no column gives the products, the only one of which the product table knows the values, as a code or as a name:
 * whatever its heading is, it can be nothing else.
 */
export function knownWares(
  choices: Choices,
  table: Table,
  { columns, mapping, firstDataIndex, wares }: ColumnPlan,
  products: readonly Product[],
): KnownWares | null {
  const isGiven = (['client_product_id', 'product_code', 'product_name'] as const).some(
    (field) => mapping.columns[field] !== undefined,
  );
  if (isGiven || wares.length > 0 || products.length === 0) return null;
  const known = new ProductTable(products);
  const fieldOf = (column: number): KnownWares['field'] | null => {
    const texts = filledRows(table, firstDataIndex, column).map((row) => table.text(row, column).trim());
    const areKnown = (kind: ProductKeyKind): boolean =>
      texts.filter((text) => (kind === 'name' || isCode.test(text)) && known.find(kind, text) !== undefined).length >=
      texts.length * nearlyAll;
    if (texts.length === 0) return null;
    return areKnown('code') ? 'product_code' : areKnown('name') ? 'product_name' : null;
  };
  const found = columns.flatMap(({ column, heading, field: given }): KnownWares[] => {
    if (given !== null || choices.columns.some((one) => one.column === column)) return [];
    const field = fieldOf(column);
    return field === null ? [] : [{ column, heading, field }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The choices with the column of wares. */
export function withKnownWares(choices: Choices, { column, field }: KnownWares): Choices {
  return { ...choices, columns: [...choices.columns, { column, field, by }] };
}

/** Says where the products are taken from. */
export function knownWaresNotice({ column, heading, field }: KnownWares): Issue {
  const fix = { kind: 'setColumn', column, heading, field: null } as const;
  return fileIssue('notice', 'orders.waresKnown', { heading }, { field, fix });
}

export interface ShopsOwnIds {
  readonly column: number;
  readonly heading: string;
  /** The column of the codes or names that the table knows. */
  readonly known: { readonly column: number; readonly heading: string; readonly kind: ProductKeyKind };
}

/**
 * The column of ids that nobody chose, beside a column of codes (else of names) which the product table knows on every
 * row, where none of the ids is the one that the table gives: somebody who made the table knows the WMS's.
 */
export function shopsOwnIds(
  choices: Choices,
  table: Table,
  { columns, firstDataIndex }: ColumnPlan,
  products: readonly Product[],
): ShopsOwnIds | null {
  const ids = columns.find(({ field }) => field === 'client_product_id');
  if (ids === undefined || products.length === 0 || choices.columns.some(({ column }) => column === ids.column))
    return null;
  const rows = filledRows(table, firstDataIndex, ids.column);
  for (const kind of ['code', 'name'] as const) {
    const byKey = new Map(
      products
        .filter(({ keyKind }) => keyKind === kind)
        .map(({ key, productId }) => [foldProductKey(kind, key), String(productId)]),
    );
    const field = kind === 'code' ? 'product_code' : 'product_name';
    const isOther = (row: number, column: number): boolean => {
      const known = byKey.get(foldProductKey(kind, table.text(row, column)));
      return known !== undefined && known !== table.text(row, ids.column).trim();
    };
    const found = columns.find(
      (one) =>
        one.column !== ids.column &&
        (one.field === field || one.candidates.some((candidate) => candidate.field === field)) &&
        rows.length > 0 &&
        rows.every((row) => isOther(row, one.column)),
    );
    if (found !== undefined)
      return {
        column: ids.column,
        heading: ids.heading,
        known: { column: found.column, heading: found.heading, kind },
      };
  }
  return null;
}

/** Of several columns of codes the one that the product table knows on every row, beside one of which it knows none. */
export interface KnownCodes {
  readonly taken: { readonly column: number; readonly heading: string };
  readonly known: { readonly column: number; readonly heading: string };
}

/** The column of codes that was guessed, and the one that the table knows; null: it knows one of its codes, or no other. */
export function knownCodes(
  choices: Choices,
  table: Table,
  { columns, firstDataIndex }: ColumnPlan,
  products: readonly Product[],
): KnownCodes | null {
  const taken = columns.find(({ field }) => field === 'product_code');
  const codes = new Set(
    products.filter(({ keyKind }) => keyKind === 'code').map(({ key }) => foldProductKey('code', key)),
  );
  const isChosen = (one: { readonly column: number }): boolean =>
    choices.columns.some(({ column }) => column === one.column);
  if (taken === undefined || codes.size === 0 || isChosen(taken)) return null;
  const rows = filledRows(table, firstDataIndex, taken.column);
  const isKnown = (row: number, column: number): boolean =>
    isCode.test(table.text(row, column)) && codes.has(foldProductKey('code', table.text(row, column)));
  if (rows.length === 0 || rows.some((row) => isKnown(row, taken.column))) return null;
  const known = columns.filter(
    (one) => one.field === null && !isChosen(one) && rows.every((row) => isKnown(row, one.column)),
  );
  return known.length === 1 && known[0] ? { taken, known: known[0] } : null;
}

/** The choices with the codes that the table knows. */
export function withKnownCodes(choices: Choices, { taken, known }: KnownCodes): Choices {
  const columns = [
    ...choices.columns,
    { column: taken.column, field: null, by },
    { column: known.column, field: 'product_code' as const, by },
  ];
  return { ...choices, columns };
}

/** Says which codes were taken, and which not. */
export function knownCodesNotice({ taken, known }: KnownCodes): Issue {
  const fix = { kind: 'setColumn', column: taken.column, heading: taken.heading, field: 'product_code' } as const;
  return fileIssue(
    'notice',
    'orders.twoColumns',
    { field: 'product_code', heading: known.heading, other: taken.heading },
    { field: 'product_code', fix },
  );
}

/** Indices of the rows that are looked at where the column is filled. */
function filledRows(table: Table, firstDataIndex: number, column: number): readonly number[] {
  const count = Math.min(lookedAt, table.rowCount - firstDataIndex);
  return Array.from({ length: count }, (_, at) => firstDataIndex + at).filter(
    (row) => table.text(row, column).trim() !== '',
  );
}

/** The choices with the shop's own ids left aside, and its codes or names taken. */
export function withoutShopsOwnIds(choices: Choices, { column, known }: ShopsOwnIds): Choices {
  const field = known.kind === 'code' ? 'product_code' : 'product_name';
  const others = choices.columns.filter((one) => one.column !== column && one.column !== known.column);
  return { ...choices, columns: [...others, { column, field: null, by }, { column: known.column, field, by }] };
}

/** Says which ids were left aside, and takes them nevertheless. */
export function shopsOwnIdsNotice({ column, heading, known }: ShopsOwnIds): Issue {
  const fix = { kind: 'setColumn', column, heading, field: 'client_product_id' } as const;
  return fileIssue(
    'notice',
    'orders.idsOfShop',
    { heading, known: known.heading },
    { field: 'client_product_id', fix },
  );
}
