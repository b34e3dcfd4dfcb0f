/** Makes a {@link Table} of cells that come one after the other. */
import { kindCode, pageCells, sliceCode, Table, type CellKind, type CellPage, type TableFacts } from './table.ts';

const textCode = kindCode.text;
const numberCode = kindCode.number;
/** Characters of the longest slice that is kept as its place. */
const longestSlice = 0xffff;

/** Takes cells in row order (columns ascending within a row) and makes a {@link Table} of them. */
export class TableBuilder {
  #rowNumbers: number[] = [];
  #rowStarts: number[] = [];
  readonly #pages: CellPage[] = [];
  /** The lists of the last page, and how many cells they have. */
  #columns = new Uint16Array(0);
  #kinds = new Uint8Array(0);
  #held: (string | number)[] = [];
  #starts = new Uint32Array(0);
  #lengths = new Uint16Array(0);
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
      this.#rowStarts.push(this.#count);
      this.#rowStart = this.#count;
    }
  }

  /**
   * Adds a cell to the row begun last. `held` may be a number only where `String(held)` is exactly what the file holds
   * (this saves the text of most numbers); otherwise give the held text. Blank text cells must not be added.
   */
  addCell(column: number, kind: CellKind, held: string | number): void {
    // Nearly all cells: for these a comparison is quicker than looking them up.
    const at = this.#add(column, kind === 'text' ? textCode : kind === 'number' ? numberCode : kindCode[kind]);
    // A page of slices alone needs no list.
    if (this.#held.length === 0) this.#held.length = pageCells;
    this.#held[at] = held;
  }

  /**
   * Adds text cells that are slices of the builder's source, one column after the other. `bounds`: for each of the `count` cells
   * where it begins and before which place it ends; 0 for the end of one that is left out.
   */
  addSlices(firstColumn: number, bounds: Uint32Array, count: number): void {
    for (let index = 0; index < count; index++) {
      const from = bounds[index * 2] ?? 0;
      const to = bounds[index * 2 + 1] ?? 0;
      if (to === 0) continue;
      if (to - from > longestSlice) {
        this.addCell(firstColumn + index, 'text', this.#source.slice(from, to));
        continue;
      }
      const at = this.#add(firstColumn + index, sliceCode);
      this.#starts[at] = from;
      this.#lengths[at] = to - from;
    }
  }

  /** Answers with the cell's place in the page. */
  #add(column: number, code: number): number {
    if (this.#inPage === pageCells) this.#startPage();
    const at = this.#inPage++;
    this.#columns[at] = column;
    this.#kinds[at] = code;
    this.#count++;
    if (column >= this.#columnCount) this.#columnCount = column + 1;
    return at;
  }

  #startPage(): void {
    // One piece of memory for all lists of a page: asking for each of them takes longer than filling them.
    const slices = this.#source === '' ? 0 : pageCells;
    const memory = new ArrayBuffer(slices * 6 + pageCells * 3);
    this.#starts = new Uint32Array(memory, 0, slices);
    this.#lengths = new Uint16Array(memory, slices * 4, slices);
    this.#columns = new Uint16Array(memory, slices * 6, pageCells);
    this.#kinds = new Uint8Array(memory, slices * 6 + pageCells * 2, pageCells);
    this.#held = [];
    this.#pages.push({ columns: this.#columns, kinds: this.#kinds, held: this.#held, starts: this.#starts, lengths: this.#lengths });
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
      this.#rowStarts.pop();
      this.#rowNumbers.pop();
    }
    return new Table(
      { joined: null, date1904: false, merged: [], hiddenRows: [], hiddenColumns: [], ...facts },
      {
        rowNumbers: this.#rowNumbers,
        starts: [...this.#rowStarts, this.#count],
        pages: this.#pages,
        source: this.#source,
        columnCount: this.#columnCount,
      },
    );
  }
}
