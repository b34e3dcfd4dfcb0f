/** Builds the list of rows that pass a filter; the last one is cached until something changes. */
import type { FacetView } from '../../../shared/contract/facets.ts';
import type { RowFilter } from '../../../shared/contract/views.ts';
import type { IssueCause } from '../../../shared/domain/checking/issue-causes.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { Facets } from '../views/facets.ts';
import { hasCause } from '../views/order-marks.ts';
import { rowContains, searchPattern, isOrderShown } from './row-filter.ts';
import { foldedRows, sortedRows, withAddedRows } from './row-order.ts';

/** Row indices as they are shown, in bands by order. */
class RowList {
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

  rowIndexAt(at: number): number {
    return this.#indices[at] ?? 0;
  }

  /** 0 or 1; changes where another order begins. */
  bandAt(at: number): number {
    return this.#bands[at] ?? 0;
  }

  /** Whether rows of another order stand above. */
  startsOrderAt(at: number): boolean {
    return this.#starts[at] === 1;
  }

  positionOf(index: number): number {
    return this.#indices.indexOf(index);
  }
}

export class RowListCache {
  readonly #orders: BatchOrders;
  #kept: { readonly key: string; readonly list: RowList } | null = null;

  readonly #facets: Facets;

  constructor(orders: BatchOrders) {
    this.#orders = orders;
    this.#facets = new Facets(orders);
  }

  invalidate(): void {
    this.#kept = null;
    this.#facets.invalidate();
  }

  /** The facets over the orders that pass the rest of the filter. */
  facets(filter: RowFilter): FacetView[] {
    const passes = this.#rowTest(filter);
    return this.#facets.views(filter.facets ?? {}, (entry) => entry.rows.some((index) => passes(index, entry)));
  }

  list(filter: RowFilter): RowList {
    const key = JSON.stringify([
      filter.show,
      filter.cause,
      filter.search,
      filter.facets,
      filter.sort,
      filter.collapsed,
    ]);
    if (this.#kept?.key !== key) {
      const { book } = this.#orders;
      this.#kept = { key, list: new RowList(this.#shown(filter), (index) => book.entryOfRow(index)) };
    }
    return this.#kept.list;
  }

  #shown(filter: RowFilter): Int32Array {
    const selected = this.#select(filter);
    const sorted = filter.sort ? sortedRows(this.#orders, selected, filter.sort) : selected;
    return filter.collapsed ? foldedRows(this.#orders, sorted, filter.collapsed) : sorted;
  }

  #select(filter: RowFilter): Int32Array {
    const { book, input } = this.#orders;
    const { rowCount } = input.table;
    const selected = new Int32Array(Math.max(0, rowCount - book.firstDataIndex));
    const passes = this.#rowTest(filter);
    const facets = Object.values(filter.facets ?? {}).some((chosen) => chosen !== undefined && chosen.length > 0)
      ? filter.facets
      : undefined;
    let length = 0;
    for (let index = book.firstDataIndex; index < rowCount; index++) {
      if (!input.table.hasRow(index)) continue;
      const entry = book.entryOfRow(index);
      if (facets !== undefined && (entry === undefined || !this.#facets.matches(entry, facets))) continue;
      if (passes(index, entry)) selected[length++] = index;
    }
    return input.table.added.slotCount === 0
      ? selected.subarray(0, length)
      : withAddedRows(this.#orders, selected.subarray(0, length));
  }

  /** Whether a row passes all of the filter but its facets. */
  #rowTest(filter: RowFilter): (index: number, entry: OrderEntry | undefined) => boolean {
    const { input, tally } = this.#orders;
    const cause = filter.cause === null ? null : (tally.causes.withKey(filter.cause) ?? 'none');
    const pattern = searchPattern(filter.search);
    const isRowOf = ({ key }: IssueCause, index: number): boolean => {
      const issue = tally.rowIssues.get(input.table.rowNumber(index));
      return issue !== undefined && causeOf(issue) === key;
    };
    return (index, entry) => {
      if (!isOrderShown(filter.show, entry)) return false;
      if (cause === 'none') return false;
      if (cause !== null && !(entry === undefined ? isRowOf(cause, index) : hasCause(entry, cause))) return false;
      return pattern === null || rowContains(input.table, index, entry, pattern);
    };
  }
}
