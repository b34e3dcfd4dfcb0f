/** Collects the rows of which every filled cell is struck through, while a sheet's cells come by. */

export class StruckRows {
  readonly #rows = new Set<number>();
  #row = 0;

  /** Notes a filled cell; those of a row come one after the other. */
  note(row: number, isStruck: boolean): void {
    if (!isStruck) this.#rows.delete(row);
    else if (this.#row !== row) this.#rows.add(row);
    this.#row = row;
  }

  /** As Excel shows them, ascending. */
  list(): readonly number[] {
    return [...this.#rows].sort((a, b) => a - b);
  }
}
