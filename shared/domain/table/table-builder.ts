/** Builds a {@link Table} from cells that arrive one after the other. */
import {
  cellKindCode,
  numberFlag,
  pageCells,
  sliceFlag,
  Table,
  type CellKind,
  type CellPage,
  type SheetFacts,
  type SourceText,
} from './table.ts';

const textCode = cellKindCode.text;
const numberCode = cellKindCode.number;
const bytesPerCell = 11;
/** Cells that a table has room for at first: of thousands of tables most are small. Multiplied by `growth` up to a page. */
const initialCapacity = 128;
const growth = 8;

/** Takes cells in row order, columns ascending within a row. */
export class TableBuilder {
  #rowNumbers: number[] = [];
  #rowStarts: number[] = [];
  readonly #pages: CellPage[] = [];
  /** The last page's arrays, and the number of cells in it. */
  #columns = new Uint16Array(0);
  #kinds = new Uint8Array(0);
  #texts: string[] = [];
  #numbers = new Float64Array(0);
  #offsets = new Uint32Array(0);
  #inPage = 0;
  /** Capacity of the last page in cells. */
  #capacity = 0;
  #count = 0;
  /** Number of cells before the current row; -1 before the first row. */
  #rowStart = -1;
  #columnCount = 0;

  /** Begins a row; rows must be ascending. A row without cells is dropped. */
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
   * Adds a cell to the current row. `held` may be a number only where `String(held)` is exactly what the file holds (which
   * saves the text of most numbers); otherwise it is the text. Blank text cells must not be added.
   */
  addCell(column: number, kind: CellKind, held: string | number): void {
    // For nearly all cells a comparison is faster than a look-up.
    const code = kind === 'text' ? textCode : kind === 'number' ? numberCode : cellKindCode[kind];
    if (typeof held === 'number') this.addNumber(column, code, held);
    else {
      const at = this.#add(column, code);
      this.#offsets[at * 2] = this.#texts.length;
      this.#texts.push(held);
    }
  }

  /** Adds a number whose shortest decimal form is exactly what the file holds. */
  addNumber(column: number, code: number, value: number): void {
    const at = this.#add(column, code + numberFlag);
    this.#numbers[at] = value;
  }

  /** Adds a cell whose text is `source.slice(from, to)`, see {@link build}. */
  addSlice(column: number, code: number, from: number, to: number): void {
    const at = this.#add(column, code + sliceFlag);
    this.#offsets[at * 2] = from;
    this.#offsets[at * 2 + 1] = to;
  }

  /** Adds adjacent text cells that are slices; `bounds` holds `from` and `to` of each, a `to` of 0 is a blank cell. */
  addSlices(firstColumn: number, bounds: Uint32Array, count: number): void {
    for (let index = 0; index < count; index++) {
      const to = bounds[index * 2 + 1] ?? 0;
      if (to !== 0) this.addSlice(firstColumn + index, textCode, bounds[index * 2] ?? 0, to);
    }
  }

  /** Returns the cell's position in the page. */
  #add(column: number, code: number): number {
    if (this.#inPage === this.#capacity) this.#ensureCapacity();
    const at = this.#inPage++;
    this.#columns[at] = column;
    this.#kinds[at] = code;
    this.#count++;
    if (column >= this.#columnCount) this.#columnCount = column + 1;
    return at;
  }

  #ensureCapacity(): void {
    if (this.#capacity > 0 && this.#capacity < pageCells) {
      this.#growPage();
      return;
    }
    this.#texts = [];
    this.#makeLists(this.#capacity === 0 ? initialCapacity : pageCells);
    this.#inPage = 0;
    this.#pages.push(this.#lastPage());
  }

  #growPage(): void {
    const [numbers, columns, kinds] = [this.#numbers, this.#columns, this.#kinds];
    this.#makeLists(Math.min(this.#capacity * growth, pageCells));
    this.#numbers.set(numbers);
    this.#columns.set(columns);
    this.#kinds.set(kinds);
    this.#pages[this.#pages.length - 1] = this.#lastPage();
  }

  /** One buffer for all arrays of a page: allocating each of them takes longer than filling them. */
  #makeLists(room: number): void {
    const memory = new ArrayBuffer(room * bytesPerCell);
    this.#numbers = new Float64Array(memory, 0, room);
    this.#offsets = new Uint32Array(memory, 0, room * 2);
    this.#columns = new Uint16Array(memory, room * 8, room);
    this.#kinds = new Uint8Array(memory, room * 10, room);
    this.#capacity = room;
  }

  #lastPage(): CellPage {
    return {
      columns: this.#columns,
      kinds: this.#kinds,
      numbers: this.#numbers,
      offsets: this.#offsets,
      texts: this.#texts,
    };
  }

  get rowCount(): number {
    return this.#rowNumbers.length - (this.#rowStart === this.#count ? 1 : 0);
  }

  get cellCount(): number {
    return this.#count;
  }

  /** Makes the table. `source`: the text that slices refer to; kept, so that a cell's text is made on demand. */
  build(facts: Partial<SheetFacts> & { readonly sheet: string }, source: SourceText = ''): Table {
    if (this.#rowStart === this.#count) {
      this.#rowStarts.pop();
      this.#rowNumbers.pop();
    }
    return new Table(
      {
        joined: null,
        stacked: [],
        parts: [],
        date1904: false,
        merged: [],
        hiddenRows: [],
        hiddenColumns: [],
        struckRows: [],
        ...facts,
      },
      {
        rowNumbers: this.#rowNumbers,
        starts: [...this.#rowStarts, this.#count],
        pages: this.#pages,
        source,
        columnCount: this.#columnCount,
      },
    );
  }
}
