/** Makes a {@link Table} of cells that come one after the other. */
import { kindCode, pageCells, sliceCode, Table, type CellKind, type CellPage, type TableFacts } from './table.ts';

const textCode = kindCode.text;
const numberCode = kindCode.number;
/** Characters of the longest slice that is kept as its place. */
const longestSlice = 0xffff;

/** Takes cells in row order (columns ascending within a row) and makes a {@link Table} of them. */
export class TableBuilder {
  #rowNumbers: number[] = [];
  #starts: number[] = [];
  readonly #pages: CellPage[] = [];
  /** The lists of the last page, and how many cells they have. */
  #columns = new Uint16Array(0);
  #kinds = new Uint8Array(0);
  #held: (string | number)[] = [];
  #lengths: Uint16Array | null = null;
  #inPage = pageCells;
  readonly #source: string;
  #count = 0;
  /** Cells before the row begun last; -1 before the first row. */
  #rowStart = -1;
  #columnCount = 0;

  /** `source`: the text that slices are of. The table keeps it, and makes a cell's text when it is asked for. */
  constructor(source = '') {
    this.#source = source;
  }

  /** Begins a row; rows must come in ascending order. A row that gets no cell leaves no trace. */
  startRow(rowNumber: number): void {
    if (this.#rowStart === this.#count) {
      this.#rowNumbers[this.#rowNumbers.length - 1] = rowNumber;
    } else {
      this.#rowNumbers.push(rowNumber);
      this.#starts.push(this.#count);
      this.#rowStart = this.#count;
    }
  }

  /**
   * Adds a cell to the row begun last. `held` may be a number only where `String(held)` is exactly what the file holds
   * (this saves the text of most numbers); otherwise give the held text. Blank text cells must not be added.
   */
  addCell(column: number, kind: CellKind, held: string | number): void {
    // Nearly all cells: for these a comparison is quicker than looking them up.
    this.#add(column, kind === 'text' ? textCode : kind === 'number' ? numberCode : kindCode[kind], held);
  }

  /** Adds a text cell that is a slice of the builder's source: from, and before, these characters of it. */
  addSlice(column: number, from: number, to: number): void {
    const length = to - from;
    if (length > longestSlice) {
      this.addCell(column, 'text', this.#source.slice(from, to));
      return;
    }
    this.#add(column, sliceCode, from);
    if (this.#lengths) this.#lengths[this.#inPage - 1] = length;
  }

  #add(column: number, code: number, held: string | number): void {
    if (this.#inPage === pageCells) this.#startPage();
    const at = this.#inPage++;
    this.#columns[at] = column;
    this.#kinds[at] = code;
    this.#held[at] = held;
    this.#count++;
    if (column >= this.#columnCount) this.#columnCount = column + 1;
  }

  #startPage(): void {
    this.#columns = new Uint16Array(pageCells);
    this.#kinds = new Uint8Array(pageCells);
    this.#held = [];
    this.#held.length = pageCells;
    this.#lengths = this.#source === '' ? null : new Uint16Array(pageCells);
    this.#pages.push({ columns: this.#columns, kinds: this.#kinds, held: this.#held, lengths: this.#lengths });
    this.#inPage = 0;
  }

  get rowCount(): number {
    return this.#rowNumbers.length - (this.#rowStart === this.#count ? 1 : 0);
  }

  get cellCount(): number {
    return this.#count;
  }

  build(facts: Partial<TableFacts> & { readonly sheet: string }): Table {
    if (this.#rowStart === this.#count) {
      this.#starts.pop();
      this.#rowNumbers.pop();
    }
    return new Table(
      { joined: null, date1904: false, merged: [], hiddenRows: [], hiddenColumns: [], ...facts },
      {
        rowNumbers: this.#rowNumbers,
        starts: [...this.#starts, this.#count],
        pages: this.#pages,
        source: this.#source,
        columnCount: this.#columnCount,
      },
    );
  }
}
