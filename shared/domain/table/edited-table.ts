/**
 * The file's table with the edits in force: overridden cells and added rows. The file's own cells and rows are never
 * changed.
 */
import { rowName, sheetPlaceOf } from '../model/sheet-rows.ts';
import { emptyCell, type Cell, type Table } from './table.ts';
import { AddedRows } from './added-rows.ts';

/** More columns than a sheet can have, so that a row index and a column make one exact number. */
const stride = 16_384;

/** Rows are addressed by index, as in {@link Table}, columns 0-based; added rows follow the file's. */
export class EditedTable {
  /** The table without edits. */
  readonly file: Table;
  readonly added: AddedRows;
  readonly #overrides = new Map<number, string>();

  constructor(file: Table) {
    this.file = file;
    this.added = new AddedRows(file);
  }

  /** Number of indices: the file's rows, and one for every row ever added. */
  get rowCount(): number {
    return this.file.rowCount + this.added.slotCount;
  }

  rowNumber(index: number): number {
    return index < this.file.rowCount ? this.file.rowNumber(index) : this.added.rowNumber(index);
  }

  /** What people call the row at `index`: {@link rowName}. */
  rowName(index: number): number | string {
    return rowName(this.file.sheetNames, this.rowNumber(index));
  }

  /** Whether both rows are of one sheet. */
  areOnOneSheet(index: number, other: number): boolean {
    return (
      this.file.stacked.length === 0 || sheetPlaceOf(this.rowNumber(index)) === sheetPlaceOf(this.rowNumber(other))
    );
  }

  /** The index of the row with this number, or -1 where there is none. */
  indexOfRow(rowNumber: number): number {
    const index = this.added.indexOfRow(rowNumber);
    return index < 0 ? this.file.indexOfRow(rowNumber) : this.added.has(index) ? index : -1;
  }

  /** Whether the row exists: an added one may have been deleted. */
  hasRow(index: number): boolean {
    return index < this.file.rowCount || this.added.has(index);
  }

  isAdded(index: number): boolean {
    return index >= this.file.rowCount;
  }

  isEdited(index: number, column: number): boolean {
    return this.#overrides.size > 0 && this.#overrides.has(index * stride + column);
  }

  isRowEdited(index: number): boolean {
    if (this.#overrides.size === 0) return false;
    for (let column = 0; column < this.file.columnCount; column++)
      if (this.#overrides.has(index * stride + column)) return true;
    return false;
  }

  /** The cell with edits: an edited cell is a text, as if typed; a cleared one is empty. */
  cell(index: number, column: number): Cell {
    if (this.#overrides.size > 0) {
      const text = this.#overrides.get(index * stride + column);
      if (text !== undefined) return text === '' ? emptyCell : { kind: 'text', text };
    }
    return this.file.cell(index, column);
  }

  text(index: number, column: number): string {
    if (this.#overrides.size > 0) {
      const text = this.#overrides.get(index * stride + column);
      if (text !== undefined) return text;
    }
    return this.file.text(index, column);
  }

  /** Like {@link text}, without making a text of a number: for comparing cells. */
  rawValue(index: number, column: number): string | number {
    if (this.#overrides.size > 0) {
      const text = this.#overrides.get(index * stride + column);
      if (text !== undefined) return text;
    }
    const position = this.file.cellIndex(index, column);
    return position < 0 ? '' : this.file.rawValueAt(position);
  }

  /** Overrides the cell's text (undefined: removes the override) and returns the previous override. */
  setOverride(index: number, column: number, text: string | undefined): string | undefined {
    const at = index * stride + column;
    const before = this.#overrides.get(at);
    if (text === undefined) this.#overrides.delete(at);
    else this.#overrides.set(at, text);
    return before;
  }

  /** All overridden cells, in no particular order. */
  *overrides(): Generator<{ readonly index: number; readonly column: number; readonly text: string }> {
    for (const [at, text] of this.#overrides) yield { index: Math.floor(at / stride), column: at % stride, text };
  }

  /** The overridden cells of a row, by ascending column. */
  overridesOfRow(index: number): { readonly column: number; readonly text: string }[] {
    const found = [];
    for (let column = 0; column < this.file.columnCount; column++) {
      const text = this.#overrides.get(index * stride + column);
      if (text !== undefined) found.push({ column, text });
    }
    return found;
  }

  /** Calls `visit` with the text of every cell of the row that is not empty. */
  forEachText(index: number, visit: (text: string) => void): void {
    if (this.#overrides.size === 0) {
      this.file.forEachCell(index, (_column, _kind, text) => visit(text));
      return;
    }
    for (const text of this.rowTexts(index)) if (text !== '') visit(text);
  }

  /** The texts of a row by column; '' where it is blank. */
  rowTexts(index: number): string[] {
    const texts = Array.from({ length: this.file.columnCount }, () => '');
    this.file.forEachCell(index, (column, _kind, text) => {
      texts[column] = text;
    });
    if (this.#overrides.size > 0) {
      for (let column = 0; column < texts.length; column++) {
        const text = this.#overrides.get(index * stride + column);
        if (text !== undefined) texts[column] = text;
      }
    }
    return texts;
  }
}
