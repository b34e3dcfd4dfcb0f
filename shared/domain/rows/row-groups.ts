/** Groups rows into orders and keeps the grouping up to date row by row. */
import type { EditedTable } from '../table/edited-table.ts';
import { OrderEntry } from '../orders/order-entry.ts';
import { orderIdOfKey, orderKeyOf, orderKeyOfRow, rowOfKey } from '../orders/order-key.ts';
import { goesOn, mayBeSection, sectionSays, type HeadSays } from './section-heads.ts';
import { rowKinds, type RowClassifier, type RowKind } from './row-kinds.ts';

const rowKindCode = Object.fromEntries(rowKinds.map((kind, code) => [kind, code])) as Record<RowKind, number>;

const noRows: readonly number[] = [];

/** By the kind's code: whether such a row is between the orders. */
const isBetweenKind: readonly boolean[] = rowKinds.map((kind) =>
  ['total', 'heading', 'example', 'note', 'unsentHead', 'freshHead', 'title'].includes(kind),
);

const isHeadKind: readonly boolean[] = rowKinds.map((kind) => kind === 'unsentHead' || kind === 'freshHead');

/** A line between the orders, as the heading of those below it. */
export interface SectionHead {
  readonly text: string;
  /** Why they are hardly to be sent; null: it does not say so. */
  readonly says: HeadSays;
  /** Whether it may say so in words that nobody knows. */
  readonly isUnknown: boolean;
}

export class RowGroups {
  readonly #table: EditedTable;
  readonly #classifier: RowClassifier;
  readonly #firstIndex: number;
  #kinds: Uint8Array;
  /** The order id in the row itself; 0 where there is none. */
  #ids: Float64Array;
  readonly #entries: (OrderEntry | undefined)[];
  /** Number of rows between the orders, and of rows that go on with the order above: almost always none. */
  #betweenCount = 0;
  #headCount = 0;
  /** By row the heading of its section; null: to be found. */
  #heads: readonly (SectionHead | null)[] | null = null;
  #continuedCount = 0;
  readonly #byId = new Map<number, OrderEntry>();
  /** Orders without a readable id, by the index of their first row when created. */
  readonly #byRow = new Map<number, OrderEntry>();

  constructor(table: EditedTable, classifier: RowClassifier, firstIndex: number) {
    this.#table = table;
    this.#classifier = classifier;
    this.#firstIndex = firstIndex;
    this.#kinds = new Uint8Array(table.rowCount);
    this.#ids = new Float64Array(table.rowCount);
    this.#entries = Array.from({ length: table.rowCount });
  }

  /** Makes room for rows that were added to the table. */
  growToTable(): void {
    const { rowCount } = this.#table;
    const before = this.#kinds.length;
    if (before >= rowCount) return;
    const kinds = new Uint8Array(rowCount).fill(rowKindCode.blank);
    kinds.set(this.#kinds);
    const ids = new Float64Array(rowCount);
    ids.set(this.#ids);
    this.#kinds = kinds;
    this.#ids = ids;
    while (this.#entries.length < rowCount) this.#entries.push(undefined);
  }

  get orderCount(): number {
    return this.#byId.size + this.#byRow.size;
  }

  rowKind(index: number): RowKind {
    return rowKinds[this.#kinds[index] ?? 0] ?? 'above';
  }

  /** Whether the row is between the orders: a sum, repeated headings, the template's example, a note. */
  isBetweenOrders(index: number): boolean {
    return isBetweenKind[this.#kinds[index] ?? rowKindCode.above] === true;
  }

  /** Number of lines that head orders by what is to become of them. */
  get headCount(): number {
    return this.#headCount;
  }

  /** What the line that heads the row's section says, where lines of the file head orders by what becomes of them; else null. */
  headOf(index: number): SectionHead | null {
    if (this.#headCount === 0) return null;
    this.#heads ??= this.#findHeads();
    return this.#heads[index] ?? null;
  }

  /** By row the heading of its section. A line for a day or a courier right below such a heading is within its section. */
  #findHeads(): readonly (SectionHead | null)[] {
    const heads: (SectionHead | null)[] = [];
    let head: SectionHead | null = null;
    let isEmpty = true;
    let isNested = false;
    for (let index = this.#firstIndex; index < this.#kinds.length; index++) {
      if (index > this.#firstIndex && !this.#table.areOnOneSheet(index - 1, index)) [head, isNested] = [null, false];
      const kind = this.rowKind(index);
      if (!this.isBetweenOrders(index)) {
        if (kind !== 'blank') isEmpty = false;
        heads[index] = head;
        continue;
      }
      // Headings are often repeated below such a line, and pages end anywhere.
      const texts = this.#table.rowTexts(index).filter((text) => text.trim() !== '');
      const text = texts[0] ?? '';
      if (kind === 'heading' || kind === 'example' || (kind === 'note' && texts.every(goesOn))) continue;
      const says = kind === 'unsentHead' ? sectionSays(text) : null;
      const isHead = kind === 'unsentHead' || kind === 'freshHead';
      if (!isHead && head?.says !== undefined && head.says !== null && (isEmpty || isNested)) {
        isNested ||= kind === 'note';
        continue;
      }
      isNested = false;
      isEmpty = true;
      head =
        isHead || kind === 'note'
          ? { text, says, isUnknown: !isHead && texts.length === 1 && mayBeSection(text) }
          : null;
    }
    return heads;
  }

  isContinuedRow(index: number): boolean {
    return this.#kinds[index] === rowKindCode.continued;
  }

  /** Those of the rows that go on with the order above. */
  continuedRowsOf(indices: readonly number[]): readonly number[] {
    return this.#continuedCount === 0 ? noRows : indices.filter((index) => this.isContinuedRow(index));
  }

  /**
   * Rows below the order that would be its items without a sum, heading or note in between; each begins an order of its
   * own, without a number.
   */
  separatedRowsOf(entry: OrderEntry): readonly number[] {
    let parted: readonly number[] = noRows;
    if (this.#betweenCount === 0) return parted;
    for (const index of entry.rows) {
      let below = index + 1;
      while (below < this.#kinds.length && (this.#kinds[below] === rowKindCode.blank || this.isBetweenOrders(below)))
        below++;
      if (
        below > index + 1 &&
        this.isContinuedRow(below) &&
        this.#entries[below] !== entry &&
        this.#table.areOnOneSheet(index, below)
      )
        parted = [...parted, below];
    }
    return parted;
  }

  /** The nearest orders above each of these rows; `indices` ascending. */
  ordersAbove(indices: readonly number[]): ReadonlySet<OrderEntry> {
    const found = new Set<OrderEntry>();
    let nearest: OrderEntry | undefined;
    let seen = this.#firstIndex;
    for (const index of indices) {
      let above = index - 1;
      while (above >= seen && this.#entries[above] === undefined) above--;
      if (above >= seen) nearest = this.#entries[above];
      if (nearest !== undefined) found.add(nearest);
      seen = Math.max(seen, index);
    }
    return found;
  }

  entryOfRow(index: number): OrderEntry | undefined {
    return this.#entries[index];
  }

  /** The order with the key (see OrderEntry.key), or undefined. */
  entryByKey(key: string): OrderEntry | undefined {
    const row = rowOfKey(key);
    return row === null ? this.#byId.get(orderIdOfKey(key) ?? 0) : this.#byRow.get(this.#table.indexOfRow(row));
  }

  /** All orders, sorted by their first rows. */
  entries(): readonly OrderEntry[] {
    const found: OrderEntry[] = [];
    for (let index = this.#firstIndex; index < this.#entries.length; index++) {
      const entry = this.#entries[index];
      if (entry !== undefined && entry.rows[0] === index) found.push(entry);
    }
    return found;
  }

  /** Classifies the row again; {@link regroupFrom} then assigns its order. */
  classify(index: number): void {
    const { kind, orderId } = this.#classifier.classify(index);
    this.#countKind(index, -1);
    this.#kinds[index] = rowKindCode[kind];
    this.#countKind(index, 1);
    this.#heads = null;
    this.#ids[index] = orderId ?? 0;
  }

  #countKind(index: number, delta: number): void {
    if (this.isBetweenOrders(index)) this.#betweenCount += delta;
    else if (this.isContinuedRow(index)) this.#continuedCount += delta;
    if (isHeadKind[this.#kinds[index] ?? rowKindCode.above] === true) this.#headCount += delta;
  }

  /** Assigns a row's order for the first time; called row after row. */
  assignOrder(index: number): void {
    const above = this.#entries[index - 1];
    // An order's rows are usually adjacent.
    const isSame =
      above !== undefined && this.#kinds[index] === rowKindCode.order && above.orderId === this.#ids[index];
    const entry = isSame ? above : this.#targetOf(index);
    this.#entries[index] = entry;
    entry?.append(index);
  }

  /** Reassigns the row and those below that follow it; `touch` is called with an order before its rows change. */
  regroupFrom(index: number, touch: (entry: OrderEntry) => void): void {
    this.#regroup(index, touch);
    for (let below = index + 1; below < this.#kinds.length; below++) {
      const kind = this.#kinds[below];
      if (kind === rowKindCode.continued) this.#regroup(below, touch);
      else if (kind !== rowKindCode.blank) return;
    }
  }

  #regroup(index: number, touch: (entry: OrderEntry) => void): void {
    const current = this.#entries[index];
    const target = this.#targetOf(index);
    if (target === current) return;
    if (current !== undefined) {
      touch(current);
      current.remove(index);
      if (current.rows.length === 0) this.#forget(current);
    }
    if (target !== undefined) {
      touch(target);
      target.insert(index);
    }
    this.#entries[index] = target;
  }

  /** The order that the row belongs to; created where it does not exist yet. */
  #targetOf(index: number): OrderEntry | undefined {
    switch (this.rowKind(index)) {
      case 'order': {
        const id = this.#ids[index] ?? 0;
        const known = this.#byId.get(id);
        if (known !== undefined) return known;
        const entry = new OrderEntry(orderKeyOf(id), id);
        this.#byId.set(id, entry);
        return entry;
      }
      case 'continued':
        return this.#entryAbove(index) ?? this.#ownEntry(index);
      case 'noId':
        return this.#ownEntry(index);
      case 'above':
      case 'total':
      case 'heading':
      case 'example':
      case 'note':
      case 'unsentHead':
      case 'freshHead':
      case 'title':
      case 'blank':
        return undefined;
    }
  }

  #ownEntry(index: number): OrderEntry {
    const known = this.#byRow.get(index);
    if (known !== undefined) return known;
    const entry = new OrderEntry(orderKeyOfRow(this.#table.rowNumber(index)), null, index);
    this.#byRow.set(index, entry);
    return entry;
  }

  /** The order of the nearest row above that is not blank; totals, headings and the sheet's end end an order. */
  #entryAbove(index: number): OrderEntry | undefined {
    let above = index - 1;
    while (above >= this.#firstIndex && this.#kinds[above] === rowKindCode.blank) above--;
    return above < this.#firstIndex || !this.#table.areOnOneSheet(above, index) ? undefined : this.#entries[above];
  }

  #forget(entry: OrderEntry): void {
    if (entry.orderId !== null) this.#byId.delete(entry.orderId);
    else if (entry.startRowIndex !== null) this.#byRow.delete(entry.startRowIndex);
  }
}
