/**
 * Loads the rows that the grid shows, in windows around the visible ones: the memory does not grow with the file.
 * A refresh replaces what is shown only when the new rows have come, so that nothing flickers or jumps.
 */
import type { RowView, RowWindow } from '../../shared/contract/views.ts';
import type { Span } from './geometry.ts';

/** Rows of a window. */
export const WINDOW_ROWS = 100;
const WINDOWS_KEPT = 12;
/** Requests under way at once; windows that were scrolled past meanwhile are never requested. */
const MAX_REQUESTS = 2;

/** Requests rows; null: that failed. */
export type FetchRows = (from: number, count: number) => Promise<RowWindow | null>;

/** A text that was typed and is not yet among the engine's rows. */
interface TypedText {
  readonly text: string;
  /** The batch's version that contains it; null while the edit is under way. */
  readonly savedInVersion: number | null;
}

/** By the sheet's column. */
export type TypedTexts = ReadonlyMap<number, TypedText>;

type Windows = Map<number, readonly RowView[]>;

export class RowWindows {
  #fetch: FetchRows;
  readonly #viewers = new Set<() => void>();
  /** By row number; the maps are immutable, so that a row sees by identity whether it must be drawn again. */
  readonly #typed = new Map<number, TypedTexts>();
  #windows: Windows = new Map();
  /** Windows that are being requested. */
  readonly #fetching = new Set<number>();
  #visible: Span = { first: 0, end: 50 };
  /** The direction of the last scrolling: 1 down, -1 up. */
  #direction: 1 | -1 = 1;
  #total: number | null = null;
  /** Grows when the results of all earlier requests have become useless. */
  #generation = 0;
  /** The batch's version of the latest rows. */
  #version = 0;
  #change = 0;
  #refreshing: Promise<void> | null = null;
  #refreshAgain = false;

  constructor(ask: FetchRows) {
    this.#fetch = ask;
  }

  /** Uses this function from now on; what is shown stays until the next refresh. */
  setFetch(ask: FetchRows): void {
    this.#fetch = ask;
  }

  /** Rows that pass the filter; null until the first answer. */
  get total(): number | null {
    return this.#total;
  }

  readonly subscribe = (viewer: () => void): (() => void) => {
    this.#viewers.add(viewer);
    return () => {
      this.#viewers.delete(viewer);
    };
  };

  /** Waits until rows of this version of the batch (or a later one) are shown. */
  waitForVersion(version: number): Promise<void> {
    if (this.#version >= version) return Promise.resolve();
    return new Promise((resolve) => {
      const leave = this.subscribe(() => {
        if (this.#version < version) return;
        leave();
        resolve();
      });
    });
  }

  /** Resolves when the next refresh is shown. */
  waitForRefresh(): Promise<void> {
    const generation = this.#generation;
    return new Promise((resolve) => {
      const leave = this.subscribe(() => {
        if (this.#generation === generation) return;
        leave();
        resolve();
      });
    });
  }

  /** The rows last passed to {@link setVisible}. */
  get visible(): Span {
    return this.#visible;
  }

  /** A number that differs after every change. */
  readonly snapshot = (): number => this.#change;

  row(index: number): RowView | undefined {
    return this.#windows.get(Math.floor(index / WINDOW_ROWS))?.[index % WINDOW_ROWS];
  }

  /** Where in the list the row with this number of the file is; -1: it is not among the loaded ones. */
  indexOf(row: number): number {
    for (const [number, rows] of this.#windows) {
      const at = rows.findIndex((one) => one.row === row);
      if (at >= 0) return number * WINDOW_ROWS + at;
    }
    return -1;
  }

  /** Texts that were typed into the row and are not confirmed yet. */
  typedTextsOf(row: number): TypedTexts | null {
    return this.#typed.get(row) ?? null;
  }

  /** Sets what is visible; requests what is missing of it, then what comes next in the direction of scrolling. */
  setVisible(visible: Span): void {
    if (visible.first !== this.#visible.first) this.#direction = visible.first > this.#visible.first ? 1 : -1;
    // Before the list's length is known nothing is visible: the first row is requested all the same.
    this.#visible = { first: visible.first, end: Math.max(visible.end, visible.first + 1) };
    this.#load();
  }

  /** The rows of a span, requested if they are not loaded; null: that failed. */
  async getRows(first: number, end: number): Promise<readonly RowView[] | null> {
    const found: RowView[] = [];
    for (let at = first; at < end;) {
      const start = Math.floor(at / WINDOW_ROWS) * WINDOW_ROWS;
      const rows = this.#windows.get(start / WINDOW_ROWS) ?? (await this.#fetch(start, WINDOW_ROWS))?.rows;
      if (!rows) return null;
      const part = rows.slice(at - start, end - start);
      if (part.length === 0) break;
      found.push(...part);
      at += part.length;
    }
    return found;
  }

  /** Shows typed texts at once, until the engine's rows contain them. */
  showTyped(cells: readonly { readonly row: number; readonly column: number; readonly text: string }[]): void {
    for (const { row, column, text } of cells)
      this.#typed.set(row, new Map(this.#typed.get(row)).set(column, { text, savedInVersion: null }));
    this.#notify();
  }

  /** Notes the batch's version that contains the typed texts of these cells; null: they were refused. */
  confirmTyped(
    cells: readonly { readonly row: number; readonly column: number; readonly text: string }[],
    version: number | null,
  ): void {
    for (const { row, column, text } of cells) {
      const typed = this.#typed.get(row)?.get(column);
      // Something else was typed since: that is confirmed by its own edit.
      if (typed?.text !== text) continue;
      if (version === null) this.#forget(row, (at) => at === column);
      else this.#typed.set(row, new Map(this.#typed.get(row)).set(column, { ...typed, savedInVersion: version }));
    }
    this.#notify();
  }

  /**
   * Reloads the visible rows and replaces the shown ones in one go. `shift` says by how many rows the list has moved at the
   * row that must stand still; `placed` is called just before the new rows are shown. Calls while one is under way make one more.
   */
  async refresh(shift: () => Promise<number>, placed: (shift: number) => void): Promise<void> {
    if (this.#refreshing) {
      this.#refreshAgain = true;
      return this.#refreshing;
    }
    this.#refreshing = (async () => {
      do {
        this.#refreshAgain = false;
        await this.#refreshOnce(shift, placed);
      } while (this.#refreshAgain);
    })();
    await this.#refreshing;
    this.#refreshing = null;
  }

  async #refreshOnce(shift: () => Promise<number>, placed: (shift: number) => void): Promise<void> {
    const generation = this.#generation;
    const moved = await shift();
    const numbers = windowsOf({
      first: Math.max(0, this.#visible.first + moved),
      end: Math.max(1, this.#visible.end + moved),
    });
    const answers = await Promise.all(numbers.map((number) => this.#fetch(number * WINDOW_ROWS, WINDOW_ROWS)));
    if (generation !== this.#generation) return;
    if (answers.every((answer) => answer === null)) return;
    this.#generation += 1;
    this.#fetching.clear();
    this.#windows = new Map();
    answers.forEach((answer, at) => this.#keep(numbers[at] ?? 0, answer));
    placed(moved);
    this.#notify();
    this.#load();
  }

  /** Requests what is visible and not loaded, and one window ahead: rows that are there when they come into view are drawn once. */
  #load(): void {
    if (this.#total === 0) return;
    const visible = windowsOf(this.#visible);
    const next = (this.#direction === 1 ? (visible.at(-1) ?? 0) : (visible[0] ?? 0)) + this.#direction;
    const isThere = next >= 0 && this.#total !== null && next * WINDOW_ROWS < this.#total;
    for (const number of isThere ? [...visible, next] : visible) {
      const kept = this.#windows.get(number);
      if (kept) {
        // The most recently shown goes to the end: the first entries are dropped first.
        this.#windows.delete(number);
        this.#windows.set(number, kept);
      } else if (!this.#fetching.has(number) && this.#fetching.size < MAX_REQUESTS) {
        void this.#fetchWindow(number);
      }
    }
  }

  async #fetchWindow(number: number): Promise<void> {
    const generation = this.#generation;
    this.#fetching.add(number);
    const answer = await this.#fetch(number * WINDOW_ROWS, WINDOW_ROWS);
    if (generation !== this.#generation) return;
    this.#fetching.delete(number);
    if (!answer) return;
    this.#keep(number, answer);
    this.#notify();
    this.#load();
  }

  #keep(number: number, answer: RowWindow | null): void {
    if (!answer) return;
    this.#total = answer.total;
    this.#version = answer.version;
    this.#windows.set(number, answer.rows);
    for (const { row } of answer.rows)
      this.#forget(row, (_column, { savedInVersion }) => savedInVersion !== null && savedInVersion <= answer.version);
    for (const first of this.#windows.keys()) {
      if (this.#windows.size <= WINDOWS_KEPT) break;
      if (first !== number) this.#windows.delete(first);
    }
  }

  #forget(row: number, gone: (column: number, typed: TypedText) => boolean): void {
    const texts = this.#typed.get(row);
    if (!texts) return;
    const kept = new Map([...texts].filter(([column, typed]) => !gone(column, typed)));
    if (kept.size === 0) this.#typed.delete(row);
    else if (kept.size < texts.size) this.#typed.set(row, kept);
  }

  #notify(): void {
    this.#change += 1;
    for (const viewer of [...this.#viewers]) viewer();
  }
}

function windowsOf({ first, end }: Span): readonly number[] {
  const numbers: number[] = [];
  for (let number = Math.floor(first / WINDOW_ROWS); number * WINDOW_ROWS < end; number++) numbers.push(number);
  return numbers;
}
