/** Makes a {@link Table} of cells that come one after the other. */
import { kindCode, pageCells, pageMask, sliceCode, Table, type CellKind, type TableFacts } from './table.ts';

const textCode = kindCode.text;
const numberCode = kindCode.number;
/** Characters of the longest slice that is kept as its place. */
const longestSlice = 0xffff;
/** Cells for which there is room at first. */
const firstCells = 1 << 12;

/** Takes cells in row order (columns ascending within a row) and makes a {@link Table} of them. */
export class TableBuilder {
  #rowNumbers: number[] = [];
  #starts: number[] = [];
  #columns = new Uint16Array(firstCells);
  #kinds = new Uint8Array(firstCells);
  #held: (string | number)[][] = [];
  #page: (string | number)[] = [];
  readonly #source: string;
  #lengths: Uint16Array;
  #count = 0;
  #columnCount = 0;

  /** `source`: the text that slices are of. The table keeps it, and makes a cell's text when it is asked for. */
  constructor(source = '') {
    this.#source = source;
    this.#lengths = new Uint16Array(source === '' ? 0 : firstCells);
  }

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
    this.#lengths[this.#count - 1] = length;
  }

  #add(column: number, code: number, held: string | number): void {
    const at = this.#count++;
    if (at === this.#columns.length) this.#grow();
    this.#columns[at] = column;
    this.#kinds[at] = code;
    if ((at & pageMask) === 0) {
      this.#page = [];
      this.#page.length = pageCells;
      this.#held.push(this.#page);
    }
    this.#page[at & pageMask] = held;
    if (column >= this.#columnCount) this.#columnCount = column + 1;
  }

  #grow(): void {
    const columns = new Uint16Array(this.#count * 2);
    columns.set(this.#columns);
    this.#columns = columns;
    const kinds = new Uint8Array(columns.length);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
    if (this.#lengths.length === 0) return;
    const lengths = new Uint16Array(columns.length);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
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
      {
        rowNumbers: this.#rowNumbers,
        starts: [...this.#starts, this.#count],
        columns: this.#columns.slice(0, this.#count),
        kinds: this.#kinds.slice(0, this.#count),
        held: this.#held,
        sliced: this.#source === '' ? null : { text: this.#source, lengths: this.#lengths.slice(0, this.#count) },
        columnCount: this.#columnCount,
      },
    );
  }
}
