/**
 * Keeps track of rows that a person added. Each keeps its number, beyond the file's last row, for the batch's life; its
 * index follows from the number, so that a row that is deleted and restored is the same.
 */
import type { Table } from './table.ts';

export class AddedRows {
  readonly #fileRows: number;
  /** The file's last row number: of a row, or of a merged cell that reaches further down. */
  readonly #lastNumber: number;
  readonly #present = new Set<number>();
  #slotCount = 0;

  constructor(file: Table) {
    this.#fileRows = file.rowCount;
    this.#lastNumber = file.merged.reduce(
      (last, { lastRow }) => Math.max(last, lastRow),
      file.rowNumber(file.rowCount - 1),
    );
  }

  /** Number of slots ever used; deleted rows keep theirs. */
  get slotCount(): number {
    return this.#slotCount;
  }

  /** Indices of the existing added rows, ascending. */
  get indices(): readonly number[] {
    return [...this.#present].sort((a, b) => a - b);
  }

  /** The number of the next row to be added. */
  get nextNumber(): number {
    return this.#lastNumber + this.#slotCount + 1;
  }

  rowNumber(index: number): number {
    return this.#lastNumber + 1 + index - this.#fileRows;
  }

  /** The index for a row number, whether the row exists or not; -1: the number is the file's own. */
  indexOfRow(rowNumber: number): number {
    return rowNumber <= this.#lastNumber ? -1 : this.#fileRows + rowNumber - this.#lastNumber - 1;
  }

  has(index: number): boolean {
    return this.#present.has(index);
  }

  add(index: number): void {
    this.#present.add(index);
    this.#slotCount = Math.max(this.#slotCount, index - this.#fileRows + 1);
  }

  remove(index: number): void {
    this.#present.delete(index);
  }
}
