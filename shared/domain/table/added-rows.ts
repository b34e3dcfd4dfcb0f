/**
 * Rows that a person added to a file. Each keeps the number that it got, beyond the file's last row, for as long as the
 * batch lives; its place (its index) follows from the number, so that a row that was taken away and comes back is the same.
 */
import type { Table } from './table.ts';

export class AddedRows {
  readonly #fileRows: number;
  /** The last number that belongs to the file: of a row, or of a merged cell that reaches further down. */
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

  /** Places that were ever taken; rows that are not there any more keep theirs. */
  get slotCount(): number {
    return this.#slotCount;
  }

  /** Indices of the rows that are there, ascending. */
  get indices(): readonly number[] {
    return [...this.#present].sort((a, b) => a - b);
  }

  /** The number that the next row gets. */
  get nextNumber(): number {
    return this.#lastNumber + this.#slotCount + 1;
  }

  rowNumber(index: number): number {
    return this.#lastNumber + 1 + index - this.#fileRows;
  }

  /** The index that belongs to the number, whether the row is there or not; -1: it is a number of the file's own. */
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
