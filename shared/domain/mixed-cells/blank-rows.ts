/** Tells the rows of a sheet of order blanks apart: headings of wares, wares, sums, lines of a customer, words. */
import { foldHeading } from '../columns/fold-heading.ts';
import { readHeading } from '../columns/name-match.ts';
import type { ColumnField } from '../model/fields.ts';
import { isOrderHeading } from '../rows/note-words.ts';
import { isTotalText } from '../rows/total-words.ts';
import { knownFields } from '../sheets/known-fields.ts';
import type { Table } from '../table/table.ts';
import { cellsOf, labelsOf, lineOf, wareFields, withoutCounter, type Line, type PlacedCell } from './blank-lines.ts';
import { phoneInText } from './part-kinds.ts';

const customerFields: readonly ColumnField[] = ['full_name', 'phone', 'address'];
const productFields: readonly ColumnField[] = ['client_product_id', 'product_code', 'product_name'];
const amountFields: readonly ColumnField[] = ['quantity', 'price', 'final_price'];
/** The first blank begins at the top. */
const topRows = 40;
const fewestHeadings = 2;

/** Index of the first row of headings of wares, none of a customer among them; -1 where there is none. */
export function wareHeadIndex(table: Table): number {
  for (let index = 1; index < Math.min(topRows, table.rowCount); index++)
    if (areWareHeadings(cellsOf(table, index))) return index;
  return table.rowCount > 0 && areWareHeadings(cellsOf(table, 0)) ? 0 : -1;
}

/** The fields that a row of headings names; none where a cell is a value. */
function namedFields(cells: readonly PlacedCell[]): ReadonlySet<ColumnField> {
  const areNames =
    cells.length >= fewestHeadings && !cells.some(({ kind, text }) => kind !== 'text' || /\d{4}/.test(text));
  return areNames ? knownFields(cells.map(({ text }) => text)) : new Set();
}

const namesCustomer = (fields: ReadonlySet<ColumnField>): boolean => customerFields.some((field) => fields.has(field));

function areWareHeadings(cells: readonly PlacedCell[]): boolean {
  const fields = namedFields(cells);
  return [...fields].filter((field) => wareFields.has(field)).length >= fewestHeadings && !namesCustomer(fields);
}

/** Whether the row has headings of a table of customers, which are no lines of blanks. */
function areCustomerHeadings(cells: readonly PlacedCell[]): boolean {
  const fields = namedFields(cells);
  return fields.size >= fewestHeadings && namesCustomer(fields) && labelsOf(cells).length === 0;
}

/** What a row is, from the first blank's lines on; `part`: of a ware, though no whole one. */
export type SheetRow = { readonly index: number } & (
  | { readonly kind: 'headings' | 'total' | 'ware' | 'notOrdered' | 'note' | 'part' }
  | { readonly kind: 'line'; readonly line: Line }
);

/** The rows from the lines right above the headings on; null where a row has headings of other wares, or of customers. */
export function sheetRows(table: Table, headIndex: number): readonly SheetRow[] | null {
  const headings = cellsOf(table, headIndex);
  const key = keyOfHeadings(headings);
  const columns = wareColumns(headings);
  const above = linesAbove(table, headIndex);
  if (above === null) return null;
  const rows: SheetRow[] = above.map((line) => ({ index: line.index, kind: 'line', line }));
  // Below the sum of a blank's wares stand only words.
  let isClosed = false;
  for (let index = headIndex; index < table.rowCount; index++) {
    const cells = cellsOf(table, index);
    if (areWareHeadings(cells)) {
      if (keyOfHeadings(cells) !== key) return null;
      rows.push({ index, kind: 'headings' });
    } else if (areCustomerHeadings(cells)) return null;
    else if (cells.some(({ text }) => isTotalText(text))) {
      rows.push({ index, kind: 'total' });
      isClosed = true;
    } else if (labelsOf(cells).length > 0 || !isWare(cells, columns)) {
      const line = lineOf(table, index, columns.amounts);
      const isNote = !isPartOfWare(cells, columns) || (isClosed && cells.length === 1);
      rows.push(line === null ? { index, kind: isNote ? 'note' : 'part' } : { index, kind: 'line', line });
    } else if (isNotOrdered(cells, columns)) rows.push({ index, kind: 'notOrdered' });
    else {
      rows.push({ index, kind: 'ware' });
      isClosed = false;
    }
  }
  return rows;
}

/** The lines right above the headings; null where they are rows below headings of customers. */
function linesAbove(table: Table, headIndex: number): Line[] | null {
  const lines: Line[] = [];
  for (let index = headIndex - 1; index >= 0; index--) {
    if (areCustomerHeadings(cellsOf(table, index))) return null;
    const line = lineOf(table, index);
    if (line === null) break;
    lines.unshift(line);
  }
  return lines;
}

function keyOfHeadings(cells: readonly PlacedCell[]): string {
  return cells.map(({ column, text }) => `${column} ${foldHeading(text).key}`).join('\n');
}

interface WareColumns {
  readonly products: ReadonlySet<number>;
  readonly amounts: ReadonlySet<number>;
  readonly quantity: number | null;
  readonly totals: ReadonlySet<number>;
}

function wareColumns(headings: readonly PlacedCell[]): WareColumns {
  const named = headings.map(({ column, text }) => ({ column, name: readHeading(text) }));
  const of = (fields: readonly ColumnField[]): number[] =>
    named.filter(({ name }) => name.matches.some(({ field }) => fields.includes(field))).map(({ column }) => column);
  const totals = named.filter(({ name }) => name.unsentKind === 'total').map(({ column }) => column);
  const [quantity = null] = of(['quantity']);
  return {
    products: new Set(of(productFields)),
    amounts: new Set([...of(amountFields), ...totals]),
    quantity,
    totals: new Set(totals),
  };
}

const amountText = /^\d{1,9}(?:[ \u00A0.,]\d{3})*(?:[.,]\d{1,2})?(?:\s*\p{L}{1,5}\.?)?$/u;

/** Whether something in the row can only be of a ware: an amount, or a product. */
function isPartOfWare(cells: readonly PlacedCell[], { products, amounts }: WareColumns): boolean {
  return cells.some(
    ({ column, text }) =>
      (products.has(column) && /[\p{L}\d]/u.test(text)) || (amounts.has(column) && /\d/u.test(text)),
  );
}

/** Whether the row is a ware: a product with an amount, and nothing of an order or a customer. */
function isWare(cells: readonly PlacedCell[], { products, amounts }: WareColumns): boolean {
  if (cells.some(({ text }) => isOrderHeading(withoutCounter(text)) || text.search(phoneInText) >= 0)) return false;
  const hasAmount = cells.some(({ column, text }) => amounts.has(column) && amountText.test(text.trim()));
  return hasAmount && (products.size === 0 || cells.some(({ column }) => products.has(column)));
}

function isNotOrdered(cells: readonly PlacedCell[], { quantity, totals }: WareColumns): boolean {
  return quantity !== null && !cells.some(({ column }) => column === quantity || totals.has(column));
}
