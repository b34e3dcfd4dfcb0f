/** Sorts rows for display: as in the file, or orders by a column; of collapsed orders only the first row. */
import type { CollapsedOrders, RowSort } from '../../../shared/contract/facets.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from '../batch-orders.ts';

/** What an order is sorted by; null: it has no value in the column. */
type SortKey = number | string | null;

const collator = new Intl.Collator(['uz', 'ru', 'en'], { numeric: true, sensitivity: 'base' });

/** Sorts rows (ascending indices) by order: all rows of an order stand together, rows of no order last. */
export function sortedRows(orders: BatchOrders, indices: Int32Array, sort: RowSort): Int32Array {
  const { book } = orders;
  const rowsOf = new Map<OrderEntry, number[]>();
  const others: number[] = [];
  for (const index of indices) {
    const entry = book.entryOfRow(index);
    const rows = entry === undefined ? others : rowsOf.get(entry);
    if (rows) rows.push(index);
    else if (entry !== undefined) rowsOf.set(entry, [index]);
  }
  const read = keyReader(orders, sort.column);
  const keyed = [...rowsOf].map(([entry, rows]) => ({ rows, key: firstKey(entry.rows, read) }));
  const rank = rankOf(keyed.map(({ key }) => key));
  const sign = sort.direction === 'ascending' ? 1 : -1;
  // Sorting is stable: orders with the same value stay as in the file.
  keyed.sort((a, b) =>
    a.key === null || b.key === null
      ? Number(a.key === null) - Number(b.key === null)
      : sign * (rank(a.key) - rank(b.key)),
  );
  return Int32Array.from([...keyed.flatMap(({ rows }) => rows), ...others]);
}

/** Puts the added rows (the last of the indices) behind the last row of their order that is shown. */
export function withAddedRows({ book, input }: BatchOrders, indices: Int32Array): Int32Array {
  const ofFile = indices.filter((index) => !input.table.isAdded(index));
  const added = new Map<OrderEntry | undefined, number[]>();
  for (const index of indices.subarray(ofFile.length)) {
    const entry = book.entryOfRow(index);
    const rows = added.get(entry);
    if (rows) rows.push(index);
    else added.set(entry, [index]);
  }
  const behind = new Map<number, readonly number[]>();
  for (const index of ofFile.toReversed()) {
    const entry = book.entryOfRow(index);
    const rows = entry && added.get(entry);
    if (!rows) continue;
    behind.set(index, rows);
    added.delete(entry);
  }
  const shown: number[] = [];
  for (const index of ofFile) shown.push(index, ...(behind.get(index) ?? []));
  for (const rows of added.values()) shown.push(...rows);
  return Int32Array.from(shown);
}

/** Only the first row that is shown of each folded order. */
export function foldedRows(orders: BatchOrders, indices: Int32Array, collapsed: CollapsedOrders): Int32Array {
  const folds = foldTest(collapsed);
  const seen = new Set<OrderEntry>();
  return indices.filter((index) => {
    const entry = orders.book.entryOfRow(index);
    if (entry === undefined || entry.rows.length < 2 || !folds(entry.key)) return true;
    const isFirst = !seen.has(entry);
    seen.add(entry);
    return isFirst;
  });
}

/** Whether an order is folded. */
export function foldTest({ all, except }: CollapsedOrders): (orderKey: string) => boolean {
  const others = new Set(except);
  return (orderKey) => others.has(orderKey) !== all;
}

function firstKey(rows: readonly number[], read: (index: number) => SortKey): SortKey {
  for (const index of rows) {
    const key = read(index);
    if (key !== null) return key;
  }
  return null;
}

function keyReader(orders: BatchOrders, column: number): (index: number) => SortKey {
  const { table } = orders.input;
  const held = (index: number): SortKey => {
    const { kind, text } = table.cell(index, column);
    const trimmed = text.trim();
    if (trimmed === '') return null;
    const number = Number(trimmed);
    return Number.isFinite(number) && kind !== 'boolean' ? number : trimmed;
  };
  const field = orders.plan.columns[column]?.field ?? null;
  const reader = field === null ? null : orders.book.readers[field];
  if (reader === null || reader.columns.length !== 1 || reader.column !== column) return held;
  return (index) => {
    const parsed = reader.read(index);
    if (parsed.kind !== 'value') return held(index);
    const value: unknown = parsed.value;
    if (typeof value === 'number') return value;
    if (typeof value === 'object' && value !== null && 'local' in value) return String(value.local);
    return typeof value === 'string' ? value : held(index);
  };
}

/** Each different key's place: numbers by size, then texts as a dictionary has them. */
function rankOf(keys: readonly SortKey[]): (key: number | string) => number {
  const different = [...new Set(keys)].filter((key) => key !== null);
  const numbers = different.filter((key) => typeof key === 'number').sort((a, b) => a - b);
  const texts = different.filter((key) => typeof key === 'string').sort((a, b) => collator.compare(a, b));
  const ranks = new Map<number | string, number>();
  [...numbers, ...texts].forEach((key, at) => ranks.set(key, at));
  // Texts that the collator takes for the same keep the order of the file.
  texts.forEach((text, at) => {
    const before = texts[at - 1];
    if (before !== undefined && collator.compare(before, text) === 0) ranks.set(text, ranks.get(before) ?? 0);
  });
  return (key) => ranks.get(key) ?? 0;
}
