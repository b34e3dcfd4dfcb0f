/** Finds the rows of orders by what a column holds, to leave them out or put them back together. */
import type { Issue } from '../model/issues.ts';
import type { SettledRows } from '../model/settled.ts';
import { rowNames } from '../model/sheet-rows.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { OrderEntry } from '../orders/order-entry.ts';
import { fileIssue } from '../questions/file-issue-builders.ts';
import { fold } from '../values/fold.ts';
import { excerpt } from '../values/cell-text.ts';
import { meaningKey } from './meanings.ts';

/**
 * Indices of the rows of these orders whose cell in the column holds the value, compared folded. An order of which no row
 * holds another one is meant as a whole: what follows its first row is mostly blank there.
 */
export function rowsWhere(
  { input: { table } }: OrderBook,
  entries: Iterable<OrderEntry>,
  column: number,
  value: string,
): { readonly indices: readonly number[]; readonly orders: number } {
  const wanted = meaningKey(value);
  const known = new Map<string, boolean>();
  const holds = (text: string): boolean => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const is = meaningKey(text) === wanted;
    known.set(text, is);
    return is;
  };
  const indices: number[] = [];
  let orders = 0;
  for (const { rows } of entries) {
    const meant = rows.filter((index) => holds(table.text(index, column)));
    if (meant.length === 0) continue;
    orders++;
    const isWhole = rows.every((index) => meant.includes(index) || table.text(index, column).trim() === '');
    indices.push(...(isWhole ? rows : meant));
  }
  return { indices, orders };
}

/** The column with this heading; undefined: there is none, or several. */
export function columnHeaded({ input: { plan } }: OrderBook, heading: string): number | undefined {
  const [found, another] = plan.columns.filter((column) => fold(column.heading) === fold(heading));
  return another === undefined ? found?.column : undefined;
}

/** Says which rows are left out because that was settled for the shop, with how many orders, and how it is taken back. */
export function settledRowsNotices(book: OrderBook, settled: readonly SettledRows[]): Issue[] {
  if (settled.length === 0) return [];
  const { table, leftOut } = book.input;
  const out = book.entries().filter(({ rows }) => rows.some((index) => leftOut.has(index)));
  return settled.flatMap(({ heading, value }): Issue[] => {
    const column = columnHeaded(book, heading);
    if (column === undefined) return [];
    const { indices, orders } = rowsWhere(book, out, column, value);
    const rows = indices.filter((index) => leftOut.has(index)).map((index) => table.rowNumber(index));
    if (rows.length === 0) return [];
    const params = {
      heading,
      value: excerpt(value),
      count: orders,
      rows: rowNames(table.file.sheetNames, rows.slice(0, 10)) + (rows.length > 10 ? ' …' : ''),
    };
    const putBack = { kind: 'leaveOutWhere', heading, column, value, out: false } as const;
    const forget = { kind: 'settle', thing: { kind: 'rows', heading, value }, settled: false } as const;
    return [
      fileIssue('notice', 'orders.settledRows', params, { fix: putBack, answers: [{ fix: putBack }, { fix: forget }] }),
    ];
  });
}
