/**
 * Matches the rows of a changed file to those of its earlier version, by order and content, not by row number: rows are
 * added, removed and moved.
 */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Table } from '../table/table.ts';
import { isSameInOtherScript } from '../values/script-key.ts';
import { matchColumns } from './match-columns.ts';

/** A file as read, with its column plan. */
export interface FileVersion {
  readonly table: Table;
  readonly plan: ColumnPlan;
}

export interface MatchedRows {
  /** Row index in the later table by that in the earlier one; -1: removed. */
  readonly laterRowByEarlier: Int32Array;
  /** The reverse; -1: new. */
  readonly earlierRowByLater: Int32Array;
  /** The later column by the earlier one; -1: removed. */
  readonly laterColumnByEarlier: readonly number[];
  /** Each row's order id: its own, else that of the nearest row above that has one. */
  readonly earlierOrderIds: readonly string[];
  readonly laterOrderIds: readonly string[];
}

/** Up to so many pairs all are compared; beyond that rows are compared in sequence. */
const maxComparedPairs = 4096;
const none = -1;

/** Matches equal rows first, then similar ones. */
export function matchRows(earlier: FileVersion, later: FileVersion): MatchedRows {
  return new RowMatcher(earlier, later).match();
}

/** One of the two tables, reduced to the columns that both have. */
class MatchedTable {
  readonly first: number;
  readonly count: number;
  readonly ids: readonly string[];
  readonly #table: Table;
  readonly #columns: readonly number[];

  constructor({ table, plan }: FileVersion, columns: readonly number[], idColumns: readonly number[]) {
    this.#table = table;
    this.#columns = columns;
    this.first = plan.firstDataIndex;
    this.count = table.rowCount;
    this.ids = this.#idsInForce(idColumns);
  }

  texts(index: number): string[] {
    return this.#columns.map((column) => this.#table.text(index, column).trim());
  }

  /** FNV-1a hash of the order id and the cells. */
  hash(index: number): number {
    let hash = hashed(this.ids[index] ?? '', 0x811c9dc5);
    for (const column of this.#columns) hash = hashed(this.#table.text(index, column).trim(), hash);
    return hash;
  }

  #idsInForce(columns: readonly number[]): string[] {
    const ids: string[] = [];
    let id = '';
    for (let index = 0; index < this.count; index++) {
      const own =
        index < this.first
          ? ''
          : columns
              .map((column) => this.#table.text(index, column).trim())
              .join(' ')
              .trim();
      if (own !== '') id = own;
      ids.push(id);
    }
    return ids;
  }
}

function hashed(text: string, start: number): number {
  let hash = Math.imul(start ^ 0x1f, 0x01000193);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

interface Pair {
  readonly before: number;
  readonly after: number;
  /** Number of equal, non-blank cells. */
  readonly alike: number;
}

class RowMatcher {
  readonly #columnOf: readonly number[];
  readonly #earlier: MatchedTable;
  readonly #later: MatchedTable;
  readonly #laterOf: Int32Array;
  readonly #earlierOf: Int32Array;

  constructor(earlier: FileVersion, later: FileVersion) {
    this.#columnOf = matchColumns(earlier.plan, later.plan);
    const shared = this.#columnOf.flatMap((after, before) => (after < 0 ? [] : [[before, after] as const]));
    // The operator's earlier choice counts where the later file has none yet.
    const known = (earlier.plan.mapping.columns.order_id ?? [])
      .map((before) => [before, this.#columnOf[before] ?? none] as const)
      .filter(([, after]) => after >= 0);
    const found = (later.plan.mapping.columns.order_id ?? [])
      .map((after) => [this.#columnOf.indexOf(after), after] as const)
      .filter(([before]) => before >= 0);
    const ids = known.length > 0 ? known : found;
    this.#earlier = new MatchedTable(
      earlier,
      shared.map(([before]) => before),
      ids.map(([before]) => before),
    );
    this.#later = new MatchedTable(
      later,
      shared.map(([, after]) => after),
      ids.map(([, after]) => after),
    );
    this.#laterOf = new Int32Array(this.#earlier.count).fill(none);
    this.#earlierOf = new Int32Array(this.#later.count).fill(none);
  }

  match(): MatchedRows {
    this.#matchSame();
    this.#matchAlike();
    return {
      laterRowByEarlier: this.#laterOf,
      earlierRowByLater: this.#earlierOf,
      laterColumnByEarlier: this.#columnOf,
      earlierOrderIds: this.#earlier.ids,
      laterOrderIds: this.#later.ids,
    };
  }

  #join(before: number, after: number): void {
    this.#laterOf[before] = after;
    this.#earlierOf[after] = before;
  }

  /** Matches rows with equal content, in file order. */
  #matchSame(): void {
    const { first, count } = this.#later;
    const heads = new Map<number, number>();
    const next = new Int32Array(count).fill(none);
    for (let after = count - 1; after >= first; after--) {
      const hash = this.#later.hash(after);
      next[after] = heads.get(hash) ?? none;
      heads.set(hash, after);
    }
    for (let before = this.#earlier.first; before < this.#earlier.count; before++) {
      const hash = this.#earlier.hash(before);
      let last = none;
      for (let after = heads.get(hash) ?? none; after >= 0; last = after, after = next[after] ?? none) {
        if (!this.#isSame(before, after)) continue;
        this.#join(before, after);
        if (last < 0) heads.set(hash, next[after] ?? none);
        else next[last] = next[after] ?? none;
        break;
      }
    }
  }

  #isSame(before: number, after: number): boolean {
    if (this.#earlier.ids[before] !== this.#later.ids[after]) return false;
    const texts = this.#later.texts(after);
    return this.#earlier.texts(before).every((text, at) => text === texts[at]);
  }

  /** Matches rows of the same order, or between the same matched rows, of which at least half is unchanged. */
  #matchAlike(): void {
    const groups = new Map<string, { readonly before: number[]; readonly after: number[] }>();
    const add = (key: string, side: 'before' | 'after', index: number): void => {
      const group = groups.get(key) ?? { before: [], after: [] };
      group[side].push(index);
      groups.set(key, group);
    };
    let anchor = none;
    for (let before = this.#earlier.first; before < this.#earlier.count; before++) {
      const match = this.#laterOf[before] ?? none;
      if (match >= 0) anchor = match;
      else add(groupKey(this.#earlier.ids[before], anchor), 'before', before);
    }
    anchor = none;
    for (let after = this.#later.first; after < this.#later.count; after++) {
      if ((this.#earlierOf[after] ?? none) >= 0) anchor = after;
      else add(groupKey(this.#later.ids[after], anchor), 'after', after);
    }
    for (const { before, after } of groups.values()) this.#pair(before, after);
  }

  #pair(befores: readonly number[], afters: readonly number[]): void {
    if (befores.length === 0 || afters.length === 0) return;
    const isSmall = befores.length * afters.length <= maxComparedPairs;
    const pairs = befores.flatMap((before, at) => {
      const candidates = isSmall ? afters : afters.slice(at, at + 1);
      return candidates.flatMap((after) => this.#likeness(before, after) ?? []);
    });
    pairs.sort((a, b) => b.alike - a.alike || a.before - b.before || a.after - b.after);
    for (const { before, after } of pairs)
      if (this.#laterOf[before] === none && this.#earlierOf[after] === none) this.#join(before, after);
  }

  /** The similarity of two rows; null where less than half of the fuller row is equal. */
  #likeness(before: number, after: number): Pair | null {
    const earlier = this.#earlier.texts(before);
    const later = this.#later.texts(after);
    const filled = (texts: readonly string[]): number => texts.filter((text) => text !== '').length;
    const alike = earlier.filter((text, at) => isSame(text, later[at] ?? '')).length;
    return alike > 0 && alike * 2 >= Math.max(filled(earlier), filled(later)) ? { before, after, alike } : null;
  }
}

/** Names are the same in either script. */
function isSame(before: string, after: string): boolean {
  return before !== '' && (before === after || isSameInOtherScript(before, after));
}

/** Rows without an order id are matched after the same preceding row. */
function groupKey(id: string | undefined, anchor: number): string {
  return id === undefined || id === '' ? `behind ${anchor}` : `order ${id}`;
}
