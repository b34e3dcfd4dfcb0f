/**
 * Joins an orders' sheet and an items' sheet into one table (docs/reading.md, «Which table»): the rows are the items';
 * the orders' columns follow the items' own and hold an order's cells in the first row of its items. So every cell of the
 * file occurs once, an edit has one place, and the order's other rows inherit, as in any file.
 */
import { forEachIndex, type ProgressRange, type CooperativeTask } from '../../cooperative.ts';
import type { Issue } from '../model/issues.ts';
import { TableBuilder } from '../table/table-builder.ts';
import type { Table } from '../table/table.ts';
import { foldOrderId, type SheetOfPair, type SheetPair } from './order-sheets.ts';

export interface JoinedTable {
  readonly table: Table;
  /** Items without an order, orders without items, duplicate orders. */
  readonly issues: readonly Issue[];
}

/** Most rows that a message lists. */
const namedRows = 10;

/** Progress: finding the orders, then joining the items. */
const ordersRange: ProgressRange = [0, 0.3];
const itemsRange: ProgressRange = [0.3, 1];

interface OrdersById {
  /** Index of the first row of each order id. */
  readonly rowIndexById: ReadonlyMap<string, number>;
  /** Rows (Excel's numbers) that repeat an id with other content. */
  readonly repeatedRowsById: ReadonlyMap<string, readonly number[]>;
}

/** Joins the pair's sheets. */
export function* joinSheetsCooperatively({ orders, items }: SheetPair): CooperativeTask<JoinedTable> {
  const byId = yield* findOrdersCooperatively(orders);
  const columns = orders.plan.columns.map(({ column }) => column).filter((column) => column !== orders.idColumn);
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
    const from = byId.rowIndexById.get(id);
    if (from === undefined) return;
    rows.set(row, orders.table.rowNumber(from));
    columns.forEach((column, at) => {
      const cell = orders.table.cell(from, column);
      if (cell.kind !== 'empty') builder.addCell(firstColumn + at, cell.kind, cell.text);
    });
    const again = byId.repeatedRowsById.get(id);
    if (again)
      issues.push({
        code: 'reading.orderTwice',
        severity: 'error',
        scope: 'row',
        row,
        params: {
          sheet: orders.table.sheet,
          rows: [orders.table.rowNumber(from), ...again].slice(0, namedRows).join(', '),
        },
      });
  };
  yield* forEachIndex(0, table.rowCount, join, itemsRange);
  const { sheet, date1904, merged, hiddenRows, hiddenColumns, struckRows } = table;
  const joined = { sheet: orders.table.sheet, firstColumn, columns, rows };
  return {
    table: builder.build({ sheet, date1904, merged, hiddenRows, hiddenColumns, struckRows, joined }),
    issues: [...withoutItems(orders, items, byId, seen), ...issues, ...withoutOrder(items, orders, byId)],
  };
}

function addText(builder: TableBuilder, column: number, text: string): void {
  if (text.trim() !== '') builder.addCell(column, 'text', text);
}

function keyAt({ table, idColumn }: SheetOfPair, index: number): string {
  const position = table.cellIndex(index, idColumn);
  return position < 0 ? '' : foldOrderId(table.rawValueAt(position));
}

function* findOrdersCooperatively(orders: SheetOfPair): CooperativeTask<OrdersById> {
  const rowIndexById = new Map<string, number>();
  const repeatedRowsById = new Map<string, number[]>();
  const note = (index: number): void => {
    const id = keyAt(orders, index);
    if (id === '') return;
    const first = rowIndexById.get(id);
    if (first === undefined) {
      rowIndexById.set(id, index);
    } else if (rowText(orders.table, first) !== rowText(orders.table, index)) {
      const rows = repeatedRowsById.get(id);
      if (rows) rows.push(orders.table.rowNumber(index));
      else repeatedRowsById.set(id, [orders.table.rowNumber(index)]);
    }
  };
  yield* forEachIndex(orders.plan.firstDataIndex, orders.table.rowCount, note, ordersRange);
  return { rowIndexById, repeatedRowsById };
}

function rowText(table: Table, index: number): string {
  const texts: string[] = [];
  table.forEachCell(index, (column, _kind, text) => texts.push(`${column}:${text.trim()}`));
  return texts.join('\n');
}

/** Reports orders without items at file level, with their rows on the orders' sheet. */
function withoutItems(
  orders: SheetOfPair,
  items: SheetOfPair,
  { rowIndexById }: OrdersById,
  seen: ReadonlySet<string>,
): Issue[] {
  const missing = [...rowIndexById].filter(([id, index]) => !seen.has(id) && isOrder(orders, index));
  if (missing.length === 0) return [];
  const rows =
    missing
      .slice(0, namedRows)
      .map(([, index]) => orders.table.rowNumber(index))
      .join(', ') + (missing.length > namedRows ? ' …' : '');
  return [
    {
      code: 'reading.ordersWithoutItems',
      severity: 'warning',
      scope: 'file',
      params: { count: missing.length, sheet: orders.table.sheet, rows, items: items.table.sheet },
    },
  ];
}

/** Whether the row is an order: a total's row has a word in place of the id, or nothing beside it. */
function isOrder({ table, idColumn }: SheetOfPair, index: number): boolean {
  let filled = 0;
  table.forEachCell(index, () => filled++);
  return filled > 1 && /\d/.test(table.text(index, idColumn));
}

function withoutOrder(items: SheetOfPair, orders: SheetOfPair, { rowIndexById }: OrdersById): Issue[] {
  const issues: Issue[] = [];
  for (let index = items.plan.firstDataIndex; index < items.table.rowCount; index++) {
    const id = keyAt(items, index);
    if (id === '' || rowIndexById.has(id) || !isOrder(items, index)) continue;
    issues.push({
      code: 'reading.itemWithoutOrder',
      severity: 'warning',
      scope: 'row',
      row: items.table.rowNumber(index),
      params: { sheet: orders.table.sheet },
    });
  }
  return issues;
}
