/**
 * An orders' sheet and an items' sheet as one table (docs/reading.md, «Which table»): the rows are the items'; the
 * columns of the orders' sheet come behind the items' own, and hold an order's cells in the first row of its items. So
 * every cell of the file stands once, an edit has one place, and the order's other rows inherit, as in any file.
 */
import { overIndices, type Part, type Steps } from '../../steps.ts';
import type { Issue } from '../model/issues.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { Table } from '../table/table.ts';
import { orderKeyOf, type SheetOfPair, type SheetPair } from './order-sheets.ts';

export interface JoinedTable {
  readonly table: Table;
  /** Items without an order, orders without items, orders that stand twice. */
  readonly issues: readonly Issue[];
}

/** Rows that a sentence names. */
const namedRows = 10;

/** How long finding the orders takes, and joining the items with them. */
const ordersPart: Part = [0, 0.3];
const itemsPart: Part = [0.3, 1];

interface OrdersById {
  /** Index of the first row of each order id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Rows (as Excel shows them) of ids that stand again with other cells. */
  readonly again: ReadonlyMap<string, readonly number[]>;
}

/** Joins the whole sheets of the pair. */
export function* joinSheets({ orders, items }: SheetPair): Steps<JoinedTable> {
  const byId = yield* ordersById(orders);
  const columns = orders.plan.columns.map(({ column }) => column).filter((column) => column !== orders.key);
  const { table } = items;
  const firstColumn = table.columnCount;
  const builder = new TableBuilder();
  const rows = new Map<number, number>();
  const seen = new Set<string>();
  const issues: Issue[] = [];
  const join = (index: number): void => {
    const row = table.rowNumber(index);
    builder.startRow(row);
    table.forEachCell(index, (column, kind, text) => builder.addCell(column, kind, text));
    if (index === items.plan.headerIndex) {
      columns.forEach((column, at) => addText(builder, firstColumn + at, orders.plan.columns[column]?.heading ?? ''));
      return;
    }
    const id = index < items.plan.firstDataIndex ? '' : keyAt(items, index);
    if (id === '' || seen.has(id)) return;
    seen.add(id);
    const from = byId.indexOf.get(id);
    if (from === undefined) return;
    rows.set(row, orders.table.rowNumber(from));
    columns.forEach((column, at) => {
      const cell = orders.table.cell(from, column);
      if (cell.kind !== 'empty') builder.addCell(firstColumn + at, cell.kind, cell.text);
    });
    const again = byId.again.get(id);
    if (again) issues.push({ code: 'reading.orderTwice', severity: 'error', scope: 'row', row, params: { sheet: orders.table.sheet, rows: [orders.table.rowNumber(from), ...again].slice(0, namedRows).join(', ') } });
  };
  yield* overIndices(0, table.rowCount, join, itemsPart);
  const { sheet, date1904, merged, hiddenRows, hiddenColumns } = table;
  const joined = { sheet: orders.table.sheet, firstColumn, columns, rows };
  return {
    table: builder.build({ sheet, date1904, merged, hiddenRows, hiddenColumns, joined }),
    issues: [...withoutItems(orders, items, byId, seen), ...issues, ...withoutOrder(items, orders, byId)],
  };
}

function addText(builder: TableBuilder, column: number, text: string): void {
  if (text.trim() !== '') builder.addCell(column, 'text', text);
}

function keyAt({ table, key }: SheetOfPair, index: number): string {
  const position = table.position(index, key);
  return position < 0 ? '' : orderKeyOf(table.heldAt(position));
}

function* ordersById(orders: SheetOfPair): Steps<OrdersById> {
  const indexOf = new Map<string, number>();
  const again = new Map<string, number[]>();
  const note = (index: number): void => {
    const id = keyAt(orders, index);
    if (id === '') return;
    const first = indexOf.get(id);
    if (first === undefined) {
      indexOf.set(id, index);
    } else if (rowText(orders.table, first) !== rowText(orders.table, index)) {
      const rows = again.get(id);
      if (rows) rows.push(orders.table.rowNumber(index));
      else again.set(id, [orders.table.rowNumber(index)]);
    }
  };
  yield* overIndices(orders.plan.firstDataIndex, orders.table.rowCount, note, ordersPart);
  return { indexOf, again };
}

function rowText(table: Table, index: number): string {
  const texts: string[] = [];
  table.forEachCell(index, (column, _kind, text) => texts.push(`${column}:${text.trim()}`));
  return texts.join('\n');
}

/** Orders that no row of the table stands for: said of the file, with their rows on their own sheet. */
function withoutItems(orders: SheetOfPair, items: SheetOfPair, { indexOf }: OrdersById, seen: ReadonlySet<string>): Issue[] {
  const missing = [...indexOf].filter(([id, index]) => !seen.has(id) && isOrder(orders, index));
  if (missing.length === 0) return [];
  const rows = missing.slice(0, namedRows).map(([, index]) => orders.table.rowNumber(index)).join(', ') + (missing.length > namedRows ? ' …' : '');
  return [{ code: 'reading.ordersWithoutItems', severity: 'warning', scope: 'file', params: { count: missing.length, sheet: orders.table.sheet, rows, items: items.table.sheet } }];
}

/** A total's row has a word in the place of the id, or nothing beside it. */
function isOrder({ table, key }: SheetOfPair, index: number): boolean {
  let filled = 0;
  table.forEachCell(index, () => filled++);
  return filled > 1 && /\d/.test(table.text(index, key));
}

function withoutOrder(items: SheetOfPair, orders: SheetOfPair, { indexOf }: OrdersById): Issue[] {
  const issues: Issue[] = [];
  for (let index = items.plan.firstDataIndex; index < items.table.rowCount; index++) {
    const id = keyAt(items, index);
    if (id === '' || indexOf.has(id) || !isOrder(items, index)) continue;
    issues.push({ code: 'reading.itemWithoutOrder', severity: 'warning', scope: 'row', row: items.table.rowNumber(index), params: { sheet: orders.table.sheet } });
  }
  return issues;
}
