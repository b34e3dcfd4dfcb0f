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

export const cellKinds = [
  'empty',
  'text',
  'number',
  'date',
  'percent',
  'boolean',
  'error',
  'uncalculated',
] as const satisfies readonly CellKind[];
/** Kinds as the lists hold them. */
export const cellKindCode = Object.fromEntries(cellKinds.map((kind, code) => [kind, code])) as Record<CellKind, number>;
/** In the lists only, added to a kind's code: where what the file holds is kept, if not as a text of its own. */
export const sliceFlag = 8;
export const numberFlag = 16;
const kindMask = 7;

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

/** Columns that were brought in from another sheet of the workbook, row by row, behind the sheet's own. */
export interface JoinedColumns {
  readonly sheet: string;
  /** The first of them here; the others follow. */
  readonly firstColumn: number;
  /** Where each of them stands on that sheet (0-based). */
  readonly columns: readonly number[];
  /** The row there by the row here, both as Excel shows them: only the rows that hold its cells. */
  readonly rows: ReadonlyMap<number, number>;
}

export interface SheetFacts {
  readonly sheet: string;
  readonly joined: JoinedColumns | null;
  /** Excel's 1904 date system: serials count from 1904-01-01. */
  readonly date1904: boolean;
  readonly merged: readonly MergedRange[];
  /** Rows (Excel numbers) and columns (0-based) that the sheet hides; they are read all the same. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/**
 * {@link pageCells} cells as a table keeps them, in row order, the columns of a row ascending. They stand in pages because
 * one list that grows by copying itself takes several times as long, and for a while twice the memory.
 */
export interface CellPage {
  readonly columns: Uint16Array;
  /** Their kinds' codes, with {@link sliceFlag} or {@link numberFlag}. */
  readonly kinds: Uint8Array;
  /** Of cells with a number: its shortest decimal form is exactly what the file holds. */
  readonly numbers: Float64Array;
  /**
   * In the same memory, for no cell has both: two entries for each cell. Of slices where they begin in the source, and before
   * which place they end; of a cell without a flag the place of what the file holds among the page's texts.
   */
  readonly offsets: Uint32Array;
  readonly texts: readonly string[];
}
const pageBits = 14;
export const pageCells = 1 << pageBits;
const pageMask = pageCells - 1;

/** All that a table holds beside the facts of its sheet. */
export interface TableContent {
  readonly rowNumbers: readonly number[];
  /** The place of each row's first cell, and one last entry: the number of cells. */
  readonly starts: readonly number[];
  readonly pages: readonly CellPage[];
  /** The text that slices are cut from. */
  readonly source: string;
  readonly columnCount: number;
}

export class Table {
  readonly sheet: string;
  readonly joined: JoinedColumns | null;
  readonly date1904: boolean;
  readonly merged: readonly MergedRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly #rowNumbers: readonly number[];
  readonly #starts: readonly number[];
  readonly #pages: readonly CellPage[];
  readonly #source: string;
  readonly columnCount: number;

  constructor(facts: SheetFacts, content: TableContent) {
    this.sheet = facts.sheet;
    this.joined = facts.joined;
    this.date1904 = facts.date1904;
    this.merged = facts.merged;
    this.hiddenRows = facts.hiddenRows;
    this.hiddenColumns = facts.hiddenColumns;
    this.#rowNumbers = content.rowNumbers;
    this.#starts = content.starts;
    this.#pages = content.pages;
    this.#source = content.source;
    this.columnCount = content.columnCount;
  }

  /** Number of non-empty rows. */
  get rowCount(): number {
    return this.#rowNumbers.length;
  }

  /** Number of non-empty cells. */
  get cellCount(): number {
    return this.#starts.at(-1) ?? 0;
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

  #columnAt(position: number): number {
    return this.#pages[position >>> pageBits]?.columns[position & pageMask] ?? 0;
  }

  #find(index: number, column: number): number {
    const start = this.#starts[index];
    const end = this.#starts[index + 1];
    if (start === undefined || end === undefined) return -1;
    // Most rows have no gaps: the cell then stands where its column says.
    if (start + column < end && this.#columnAt(start + column) === column) return start + column;
    let low = start;
    let high = end - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.#columnAt(middle);
      if (found === column) return middle;
      if (found < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Where the cell stands in the lists, for {@link kindAt} and {@link rawValueAt}; below 0 where it is empty. */
  cellIndex(index: number, column: number): number {
    return this.#find(index, column);
  }

  kindAt(position: number): CellKind {
    return cellKinds[(this.#pages[position >>> pageBits]?.kinds[position & pageMask] ?? 0) & kindMask] ?? 'empty';
  }

  /** What the file holds, without making a text of a number: for comparing cells and as a key. */
  rawValueAt(position: number): string | number {
    const page = this.#pages[position >>> pageBits];
    if (!page) return '';
    const at = position & pageMask;
    const code = page.kinds[at] ?? 0;
    if (code >= numberFlag) return page.numbers[at] ?? 0;
    const place = page.offsets[at * 2] ?? 0;
    return code >= sliceFlag ? this.#source.slice(place, page.offsets[at * 2 + 1]) : (page.texts[place] ?? '');
  }

  kind(index: number, column: number): CellKind {
    const at = this.#find(index, column);
    return at < 0 ? 'empty' : this.kindAt(at);
  }

  /** What the file holds in the cell; '' where it is empty. */
  text(index: number, column: number): string {
    const at = this.#find(index, column);
    return at < 0 ? '' : String(this.rawValueAt(at));
  }

  cell(index: number, column: number): Cell {
    const at = this.#find(index, column);
    if (at < 0) return emptyCell;
    return { kind: this.kindAt(at), text: String(this.rawValueAt(at)) };
  }

  /** Calls `visit` for every non-empty cell of the row, in column order. */
  forEachCell(index: number, visit: (column: number, kind: CellKind, text: string) => void): void {
    const start = this.#starts[index] ?? 0;
    const end = this.#starts[index + 1] ?? start;
    for (let at = start; at < end; at++) {
      visit(this.#columnAt(at), this.kindAt(at), String(this.rawValueAt(at)));
    }
  }
}

/** Where a cell, a row or a column of a table stands in the file. */
export interface PositionInFile {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: number | null;
}

/** The place in the file of a place in the table: of a joined column the other sheet's, with its row where it has one there. */
export function positionInFile({ sheet, joined }: Table, row: number | null, column: number | null): PositionInFile {
  if (joined === null || column === null || column < joined.firstColumn) return { sheet, row, column };
  return {
    sheet: joined.sheet,
    row: row === null ? null : (joined.rows.get(row) ?? null),
    column: joined.columns[column - joined.firstColumn] ?? null,
  };
}

/** A column's letters as the sheet has them; of a joined one with its sheet's name, as in Excel: `Orders!C`. */
export function columnName({ joined }: Table, column: number): string {
  const there =
    joined === null || column < joined.firstColumn ? undefined : joined.columns[column - joined.firstColumn];
  return there === undefined || joined === null ? columnLetters(column) : `${joined.sheet}!${columnLetters(there)}`;
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
