/**
 * The table: the cells of one sheet exactly as the file holds them, with their sheet addresses.
 *
 * Cells are kept in one sparse, row-ordered list (no object per cell), so that a million rows fit and a lone cell in the
 * last column costs one entry. Columns are 0-based (A = 0); rows are addressed by an index into the non-empty rows, and
 * `rowNumber` gives the number that Excel shows.
 */

/**
 * What a cell holds.
 * - `number`: a number with no date or percent format; `date`: a number under a date format, or an ISO date cell;
 *   `percent`: a number under a percent format (10 % is held as 0.1)
 * - `boolean`: text TRUE or FALSE; `error`: text such as #N/A
 * - `uncalculated`: a formula for which the file holds no result; its text is ''
 */
export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'percent' | 'boolean' | 'error' | 'uncalculated';

export const cellKinds = ['empty', 'text', 'number', 'date', 'percent', 'boolean', 'error', 'uncalculated'] as const satisfies readonly CellKind[];
const kindCode = Object.fromEntries(cellKinds.map((kind, code) => [kind, code])) as Record<CellKind, number>;
const textCode = kindCode.text;
const numberCode = kindCode.number;

/** A merged range; rows as Excel shows them (1-based), columns 0-based, both ends included. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** One cell as the value parsers get it. `text` is what the file holds: a number's own digits, the text without loss. */
export interface Cell {
  readonly kind: CellKind;
  readonly text: string;
}

export const emptyCell: Cell = { kind: 'empty', text: '' };

export interface TableFacts {
  readonly sheet: string;
  /** Excel's 1904 date system: serials count from 1904-01-01. */
  readonly date1904: boolean;
  readonly merged: readonly MergedRange[];
  /** Rows (Excel numbers) and columns (0-based) that the sheet hides; they are read all the same. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/**
 * What the cells hold, in pages of {@link pageCells}: one list that grows by copying itself takes several times as long.
 * A JS number stands where its shortest decimal form is exactly what the file holds, the held text otherwise.
 */
type HeldPages = readonly (readonly (string | number)[])[];
const pageBits = 12;
const pageCells = 1 << pageBits;
const pageMask = pageCells - 1;

export class Table {
  readonly sheet: string;
  readonly date1904: boolean;
  readonly merged: readonly MergedRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly #rowNumbers: readonly number[];
  /** Start of each row in the cell lists, and one last entry: the number of cells. */
  readonly #starts: readonly number[];
  readonly #columns: Uint16Array;
  readonly #kinds: Uint8Array;
  readonly #held: HeldPages;
  readonly columnCount: number;

  constructor(facts: TableFacts, rowNumbers: readonly number[], starts: readonly number[], columns: Uint16Array, kinds: Uint8Array, held: HeldPages, columnCount: number) {
    this.sheet = facts.sheet;
    this.date1904 = facts.date1904;
    this.merged = facts.merged;
    this.hiddenRows = facts.hiddenRows;
    this.hiddenColumns = facts.hiddenColumns;
    this.#rowNumbers = rowNumbers;
    this.#starts = starts;
    this.#columns = columns;
    this.#kinds = kinds;
    this.#held = held;
    this.columnCount = columnCount;
  }

  /** Number of non-empty rows. */
  get rowCount(): number {
    return this.#rowNumbers.length;
  }

  /** Number of non-empty cells. */
  get cellCount(): number {
    return this.#columns.length;
  }

  /** The number Excel shows for the row at `index`. */
  rowNumber(index: number): number {
    return this.#rowNumbers[index] ?? 0;
  }

  /** The index of the row that Excel shows as `rowNumber`, or -1 where that row is empty. */
  indexOfRow(rowNumber: number): number {
    let low = 0;
    let high = this.#rowNumbers.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#rowNumbers[middle] ?? 0;
      if (found === rowNumber) return middle;
      if (found < rowNumber) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #find(index: number, column: number): number {
    const start = this.#starts[index];
    const end = this.#starts[index + 1];
    if (start === undefined || end === undefined) return -1;
    // Most rows have no gaps: the cell then stands where its column says.
    if (start + column < end && this.#columns[start + column] === column) return start + column;
    let low = start;
    let high = end - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#columns[middle] ?? 0;
      if (found === column) return middle;
      if (found < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Where the cell stands in the lists, for {@link kindAt} and {@link heldAt}; below 0 where it is empty. */
  position(index: number, column: number): number {
    return this.#find(index, column);
  }

  kindAt(position: number): CellKind {
    return cellKinds[this.#kinds[position] ?? 0] ?? 'empty';
  }

  /** What the file holds, without making a text of a number: for comparing cells and as a key. */
  heldAt(position: number): string | number {
    return this.#held[position >>> pageBits]?.[position & pageMask] ?? '';
  }

  kind(index: number, column: number): CellKind {
    const at = this.#find(index, column);
    return at < 0 ? 'empty' : (cellKinds[this.#kinds[at] ?? 0] ?? 'empty');
  }

  /** What the file holds in the cell; '' where it is empty. */
  text(index: number, column: number): string {
    const at = this.#find(index, column);
    return at < 0 ? '' : String(this.heldAt(at));
  }

  cell(index: number, column: number): Cell {
    const at = this.#find(index, column);
    if (at < 0) return emptyCell;
    return { kind: cellKinds[this.#kinds[at] ?? 0] ?? 'empty', text: String(this.heldAt(at)) };
  }

  /** Calls `visit` for every non-empty cell of the row, in column order. */
  forEachCell(index: number, visit: (column: number, kind: CellKind, text: string) => void): void {
    const start = this.#starts[index] ?? 0;
    const end = this.#starts[index + 1] ?? start;
    for (let at = start; at < end; at++) {
      visit(this.#columns[at] ?? 0, cellKinds[this.#kinds[at] ?? 0] ?? 'empty', String(this.heldAt(at)));
    }
  }
}

/** Takes cells in row order (columns ascending within a row) and makes a {@link Table} of them. */
export class TableBuilder {
  #rowNumbers: number[] = [];
  #starts: number[] = [];
  #columns = new Uint16Array(1 << 12);
  #kinds = new Uint8Array(1 << 12);
  #held: (string | number)[][] = [];
  #page: (string | number)[] = [];
  #count = 0;
  #columnCount = 0;

  /** Begins a row; rows must come in ascending order. A row that gets no cell leaves no trace. */
  startRow(rowNumber: number): void {
    if (this.#starts.at(-1) === this.#count && this.#starts.length > 0) {
      this.#rowNumbers[this.#rowNumbers.length - 1] = rowNumber;
    } else {
      this.#rowNumbers.push(rowNumber);
      this.#starts.push(this.#count);
    }
  }

  /**
   * Adds a cell to the row begun last. `held` may be a number only where `String(held)` is exactly what the file holds
   * (this saves the text of most numbers); otherwise give the held text. Blank text cells must not be added.
   */
  addCell(column: number, kind: CellKind, held: string | number): void {
    const at = this.#count++;
    if (at === this.#columns.length) {
      const columns = new Uint16Array(at * 2);
      columns.set(this.#columns);
      this.#columns = columns;
      const kinds = new Uint8Array(at * 2);
      kinds.set(this.#kinds);
      this.#kinds = kinds;
    }
    this.#columns[at] = column;
    // Nearly all cells: for these a comparison is quicker than looking them up.
    this.#kinds[at] = kind === 'text' ? textCode : kind === 'number' ? numberCode : kindCode[kind];
    if ((at & pageMask) === 0) {
      this.#page = [];
      this.#page.length = pageCells;
      this.#held.push(this.#page);
    }
    this.#page[at & pageMask] = held;
    if (column >= this.#columnCount) this.#columnCount = column + 1;
  }

  get rowCount(): number {
    const openRowIsEmpty = this.#starts.at(-1) === this.#count;
    return this.#rowNumbers.length - (openRowIsEmpty ? 1 : 0);
  }

  get cellCount(): number {
    return this.#count;
  }

  build(facts: Partial<TableFacts> & { readonly sheet: string }): Table {
    if (this.#starts.at(-1) === this.#count) {
      this.#starts.pop();
      this.#rowNumbers.pop();
    }
    return new Table(
      { date1904: false, merged: [], hiddenRows: [], hiddenColumns: [], ...facts },
      this.#rowNumbers,
      [...this.#starts, this.#count],
      this.#columns.slice(0, this.#count),
      this.#kinds.slice(0, this.#count),
      this.#held,
      this.#columnCount,
    );
  }
}

/** Column letters as Excel shows them: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The 0-based column of Excel's letters, or undefined where they are none (A … XFD). */
export function columnFromLetters(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= 16384 ? column - 1 : undefined;
}
