/** Finds what was sent of an order where it differs from the file's cells: for the report, which keeps the file's columns. */
import { formatCell } from '../../shared/domain/table/cell-display.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { ParsedOrder } from '../../shared/domain/checking/order-request.ts';
import { sentValues, type SentValue } from '../../shared/domain/checking/order-values.ts';
import type { OrderState } from '../../shared/domain/model/order-states.ts';
import type { SentDifference } from '../../shared/domain/report/report-table.ts';
import { epochFromSent, formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { BatchOrders } from './batch-orders.ts';

/** States in which a request has carried the order's content. */
const sentStates: ReadonlySet<OrderState> = new Set([
  'sending',
  'verifying',
  'accepted',
  'rejected',
  'duplicate',
  'unknown',
  'review',
]);
const none: ReadonlyMap<number, readonly SentDifference[]> = new Map();

/** By row of the order (as Excel shows it), from what was read of it; an order that was not sent has none. */
export function sentDifferences(
  orders: BatchOrders,
  entry: OrderEntry,
  reading: ParsedOrder,
): ReadonlyMap<number, readonly SentDifference[]> {
  if (!sentStates.has(entry.state) || orders.outcomeOf(entry) === undefined) return none;
  const byRow = new Map<number, SentDifference[]>();
  const { book, input } = orders;
  const first = input.table.rowNumber(entry.rows[0] ?? 0);
  for (const value of sentValues(reading, book.readers, input.table)) {
    const line = value.item === null ? undefined : reading.lines[value.item];
    const row = value.row ?? (line ? input.table.rowNumber(line.index) : first);
    const text = spelled(value, book.input.rules.clock);
    if (isHeld(orders, row, value, text)) continue;
    const known = byRow.get(row);
    if (known) known.push({ field: value.field, text });
    else byRow.set(row, [{ field: value.field, text }]);
  }
  return byRow.size === 0 ? none : byRow;
}

/** A time that was sent, as the operator's clock shows it (docs/domain.md, decision 8). */
function spelled({ field, text }: SentValue, clock: 'utc' | 'localWithZ'): string {
  const at = field === 'scheduled_at' ? epochFromSent(text, clock) : Number.NaN;
  return Number.isNaN(at) ? text : formatTashkentTime(at);
}

function isHeld({ input }: BatchOrders, row: number, { column, text: sent }: SentValue, text: string): boolean {
  if (column === null) return false;
  const { file } = input.table;
  const index = input.table.indexOfRow(row);
  const cell = input.table.isAdded(index) ? input.table.cell(index, column) : file.cell(index, column);
  const shown = formatCell(cell, file.date1904).replace(/\s+/gu, ' ').trim();
  return shown === text || shown === sent || (cell.kind === 'number' && Number(cell.text) === Number(sent));
}
