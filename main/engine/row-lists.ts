/** Lists of rows that pass a filter; the last one is kept until something changes. */
import type { RowFilter } from '../../shared/contract/views.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from './batch-orders.ts';
import { rowContains, searchPattern, showsOrder } from './row-filter.ts';

/** Row indices, ascending, in bands by order. */
export class RowList {
  readonly #indices: Int32Array;
  readonly #bands: Uint8Array;
  readonly #starts: Uint8Array;

  constructor(indices: Int32Array, entryAt: (index: number) => OrderEntry | undefined) {
    this.#indices = indices;
    this.#bands = new Uint8Array(indices.length);
    this.#starts = new Uint8Array(indices.length);
    let band = 0;
    let last: OrderEntry | undefined;
    for (let at = 0; at < indices.length; at++) {
      const entry = entryAt(indices[at] ?? 0);
      const starts = at === 0 || entry === undefined || entry !== last;
      if (starts && at > 0) band = 1 - band;
      this.#starts[at] = starts ? 1 : 0;
      this.#bands[at] = band;
      last = entry;
    }
  }

  get length(): number {
    return this.#indices.length;
  }

  index(at: number): number {
    return this.#indices[at] ?? 0;
  }

  /** 0 or 1; changes where another order begins. */
  band(at: number): number {
    return this.#bands[at] ?? 0;
  }

  /** Whether rows of another order stand above. */
  isFirst(at: number): boolean {
    return this.#starts[at] === 1;
  }

  positionOf(index: number): number {
    let low = 0;
    let high = this.#indices.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#indices[middle] ?? 0;
      if (found === index) return middle;
      if (found < index) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

export class RowLists {
  readonly #orders: BatchOrders;
  #kept: { readonly key: string; readonly list: RowList } | null = null;

  constructor(orders: BatchOrders) {
    this.#orders = orders;
  }

  forget(): void {
    this.#kept = null;
  }

  list(filter: RowFilter): RowList {
    const key = JSON.stringify([filter.show, filter.cause, filter.search]);
    if (this.#kept?.key !== key) {
      const { book } = this.#orders;
      this.#kept = { key, list: new RowList(this.#select(filter), (index) => book.entryAt(index)) };
    }
    return this.#kept.list;
  }

  #select(filter: RowFilter): Int32Array {
    const { book, input, tally } = this.#orders;
    const { rowCount } = input.table;
    const selected = new Int32Array(Math.max(0, rowCount - book.firstIndex));
    const cause = filter.cause === null ? null : (tally.causes.get(filter.cause) ?? 'none');
    if (cause === 'none') return new Int32Array(0);
    const pattern = searchPattern(filter.search);
    let length = 0;
    for (let index = book.firstIndex; index < rowCount; index++) {
      const entry = book.entryAt(index);
      if (!showsOrder(filter.show, entry)) continue;
      if (cause !== null && !(entry === undefined ? cause.rowIssues.has(input.table.rowNumber(index)) : cause.orders.has(entry))) continue;
      if (pattern !== null && !rowContains(input.table, index, entry, pattern)) continue;
      selected[length++] = index;
    }
    return selected.subarray(0, length);
  }
}
