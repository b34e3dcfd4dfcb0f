/**
 * The table: the cells of one sheet exactly as in the file, with their sheet addresses.
 *
 * Cells are stored in one sparse, row-ordered list (no object per cell), so that a million rows fit and a lone cell in the
 * last column costs one entry. Columns are 0-based (A = 0); rows are addressed by an index into the non-empty rows, and
 * `rowNumber` gives the number that Excel shows.
 */
import { rowName, rowOnSheet, sheetPlaceOf } from '../model/sheet-rows.ts';

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
/** The kinds as numbers, as stored in pages. */
export const cellKindCode = Object.fromEntries(cellKinds.map((kind, code) => [kind, code])) as Record<CellKind, number>;
/** Added to a stored kind's code: the value is a slice of the source, or a number, instead of a text of its own. */
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

/** One cell as passed to value parsers. `text` is exactly what the file holds, for numbers its digits. */
export interface Cell {
  readonly kind: CellKind;
  readonly text: string;
}

export const emptyCell: Cell = { kind: 'empty', text: '' };

/** Columns joined from another sheet of the workbook, after the sheet's own. */
export interface JoinedColumns {
  readonly sheet: string;
  /** Index of the first one in this table; the others follow. */
  readonly firstColumn: number;
  /** The index of each on the other sheet (0-based). */
  readonly columns: readonly number[];
  /** Row on the other sheet by row here (Excel's numbers); only rows that hold joined cells. */
  readonly rows: ReadonlyMap<number, number>;
}

/** Columns that hold the parts of another column's cells, after the sheet's own (shared/domain/mixed-cells/). */
export interface PartColumns {
  readonly source: number;
  /** Index of the first one; each has a heading here. */
  readonly firstColumn: number;
  readonly headings: readonly string[];
  /** What each holds (`phone`, `phone sender`, `rest`): where a part of a cell that is typed anew belongs. */
  readonly keys: readonly string[];
  /** How the cells are read: as a text of several things, or in one of the fixed forms of shared/domain/mixed-cells/. */
  readonly reader:
    | 'message'
    | 'headed'
    | 'namedId'
    | 'namedPhone'
    | 'countedPrice'
    | 'countedId'
    | 'countedCode'
    | 'reducedPrice'
    | 'sizedCount'
    | 'numberedDay'
    | 'orderOrWare';
  /** Whether its cells came apart beyond doubt, but for single ones that are named; else the whole column is asked about. */
  readonly isSure: boolean;
}

/** One of several sheets that are read as one table. */
export interface StackedSheet {
  readonly name: string;
  /** Index of its first row in the table, and of the first one below its headings. */
  readonly firstIndex: number;
  readonly firstDataIndex: number;
  /** Whether it is one table: of several the rows may have other numbers here. */
  readonly isWhole: boolean;
  /** Its own column (0-based) by column here; none: they are the same. */
  readonly columns: ReadonlyMap<number, number>;
}

export interface SheetFacts {
  /** The sheet's name; of several that are read as one table the first's. */
  readonly sheet: string;
  readonly joined: JoinedColumns | null;
  /** The sheets that are read as one, in order; none: it is one sheet's table. Their rows: shared/domain/model/sheet-rows.ts. */
  readonly stacked: readonly StackedSheet[];
  readonly parts: readonly PartColumns[];
  /** Excel's 1904 date system: serials count from 1904-01-01. */
  readonly date1904: boolean;
  readonly merged: readonly MergedRange[];
  /** Rows (Excel's numbers) and columns (0-based) that are hidden in the sheet; they are read like others. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Rows (Excel's numbers) of which every filled cell is struck through; only of workbooks that say so in their cells. */
  readonly struckRows: readonly number[];
}

/**
 * Up to {@link pageCells} cells in row order, a row's columns ascending. Pages, because one list that grows by copying
 * takes several times as long, and for a while twice the memory.
 */
export interface CellPage {
  readonly columns: Uint16Array;
  /** Their kinds' codes, with {@link sliceFlag} or {@link numberFlag}. */
  readonly kinds: Uint8Array;
  /** For cells with {@link numberFlag}: their shortest decimal form is exactly what the file holds. */
  readonly numbers: Float64Array;
  /**
   * Two entries per cell, in the same memory as `numbers`, as no cell has both: for slices their start and end in the
   * source; for cells without a flag the index into `texts`.
   */
  readonly offsets: Uint32Array;
  readonly texts: readonly string[];
}
const pageBits = 14;
export const pageCells = 1 << pageBits;
const pageMask = pageCells - 1;

/** A text that parts are taken of; a string is one. */
export interface SourceText {
  readonly length: number;
  slice(from?: number, to?: number): string;
}

/** A table's cells, without the facts about its sheet. */
export interface TableContent {
  readonly rowNumbers: readonly number[];
  /** Position of each row's first cell; a last entry holds the number of cells. */
  readonly starts: readonly number[];
  readonly pages: readonly CellPage[];
  /** The text that slices refer to. */
  readonly source: SourceText;
  readonly columnCount: number;
}

export class Table {
  readonly sheet: string;
  readonly joined: JoinedColumns | null;
  readonly stacked: readonly StackedSheet[];
  /** Names of the sheets that are read as one; none: it is one sheet's table. */
  readonly sheetNames: readonly string[];
  readonly parts: readonly PartColumns[];
  readonly date1904: boolean;
  readonly merged: readonly MergedRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly struckRows: readonly number[];
  readonly #rowNumbers: readonly number[];
  readonly #starts: readonly number[];
  readonly #pages: readonly CellPage[];
  readonly #source: SourceText;
  readonly columnCount: number;

  constructor(facts: SheetFacts, content: TableContent) {
    this.sheet = facts.sheet;
    this.joined = facts.joined;
    this.stacked = facts.stacked;
    this.sheetNames = facts.stacked.map(({ name }) => name);
    this.parts = facts.parts;
    this.date1904 = facts.date1904;
    this.merged = facts.merged;
    this.hiddenRows = facts.hiddenRows;
    this.hiddenColumns = facts.hiddenColumns;
    this.struckRows = facts.struckRows;
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

  /** The number Excel shows for the row at `index`; of several sheets read as one see shared/domain/model/sheet-rows.ts. */
  rowNumber(index: number): number {
    return this.#rowNumbers[index] ?? 0;
  }

  /** What people call the row at `index`: {@link rowName}. */
  rowName(index: number): number | string {
    return rowName(this.sheetNames, this.rowNumber(index));
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
    // Most rows have no gaps: then the column is the offset.
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

  /** The cell's position, for {@link kindAt} and {@link rawValueAt}; negative where the cell is empty. */
  cellIndex(index: number, column: number): number {
    return this.#find(index, column);
  }

  kindAt(position: number): CellKind {
    return cellKinds[(this.#pages[position >>> pageBits]?.kinds[position & pageMask] ?? 0) & kindMask] ?? 'empty';
  }

  /** The raw value, without converting a number to text: for comparing cells and as a key. */
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

  /** The cell's text exactly as in the file; '' where it is empty. */
  text(index: number, column: number): string {
    const at = this.#find(index, column);
    return at < 0 ? '' : this.#textAt(at);
  }

  /** Making a text of what is one already takes longer than asking. */
  #textAt(position: number): string {
    const held = this.rawValueAt(position);
    return typeof held === 'string' ? held : String(held);
  }

  cell(index: number, column: number): Cell {
    const at = this.#find(index, column);
    if (at < 0) return emptyCell;
    return { kind: this.kindAt(at), text: this.#textAt(at) };
  }

  /** Calls `visit` for every non-empty cell of the row, in column order. */
  forEachCell(index: number, visit: (column: number, kind: CellKind, text: string) => void): void {
    const start = this.#starts[index] ?? 0;
    const end = this.#starts[index + 1] ?? start;
    for (let at = start; at < end; at++) {
      visit(this.#columnAt(at), this.kindAt(at), this.#textAt(at));
    }
  }
}

/** Position of a cell, row or column in the file. */
export interface PositionInFile {
  readonly sheet: string;
  readonly row: number | null;
  readonly column: number | null;
}

/** The column whose cells' parts stand in `column`, or `column` itself. */
export function sourceColumn({ parts }: Pick<Table, 'parts'>, column: number): number {
  return (
    parts.find(({ firstColumn, headings }) => column >= firstColumn && column < firstColumn + headings.length)
      ?.source ?? column
  );
}

/**
 * The file position of a table position: for a joined column on the other sheet, with its row there if it has one; for a
 * part that of the cell it was taken from.
 */
export function positionInFile(table: Table, row: number | null, at: number | null): PositionInFile {
  const { sheet, joined } = table;
  const column = at === null ? null : sourceColumn(table, at);
  const stacked = row === null ? undefined : table.stacked[sheetPlaceOf(row)];
  if (row !== null && stacked !== undefined)
    return {
      sheet: stacked.name,
      row: rowOnSheet(row),
      column: column === null ? null : (stacked.columns.get(column) ?? column),
    };
  if (joined === null || column === null || column < joined.firstColumn) return { sheet, row, column };
  return {
    sheet: joined.sheet,
    row: row === null ? null : (joined.rows.get(row) ?? null),
    column: joined.columns[column - joined.firstColumn] ?? null,
  };
}

/** A column's letters; for a joined column with the sheet's name, as in Excel: `Orders!C`; for parts of B's cells `B·1`. */
export function columnName(table: Table, column: number): string {
  const { joined, parts } = table;
  const part = parts.find(
    ({ firstColumn, headings }) => column >= firstColumn && column < firstColumn + headings.length,
  );
  if (part) return `${columnName(table, part.source)}·${column - part.firstColumn + 1}`;
  const there =
    joined === null || column < joined.firstColumn ? undefined : joined.columns[column - joined.firstColumn];
  return there === undefined || joined === null ? columnLetters(column) : `${joined.sheet}!${columnLetters(there)}`;
}

/** Column letters of a 0-based index: 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The 0-based index of column letters (A … XFD), or undefined where they are none. */
export function columnFromLetters(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= 16384 ? column - 1 : undefined;
}
