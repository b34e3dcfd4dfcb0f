/** Tells a shop's own ids of products from the WMS's, where the product table knows the codes or names beside them. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Choices } from '../model/choices.ts';
import type { Issue } from '../model/issues.ts';
import { foldProductKey, type Product, type ProductKeyKind } from '../products/product.ts';
import { fileIssue } from '../questions/file-issue-builders.ts';
import type { Table } from '../table/table.ts';

/** Small numbers may count rows. */
const isCode = /\p{L}|\d{4}/u;
/** Rows that are looked at. */
const lookedAt = 200;

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
    { column: taken.column, field: null },
    { column: known.column, field: 'product_code' as const },
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
  return { ...choices, columns: [...others, { column, field: null }, { column: known.column, field }] };
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
