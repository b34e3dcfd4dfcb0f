/** Holds the numbers of our own that rows without an order number were given, by the row as Excel shows it. */
export class RowNumbers {
  readonly #numbers = new Map<number, number>();

  /** Null where the row has none (yet). */
  numberOf(row: number): number | null {
    return this.#numbers.get(row) ?? null;
  }

  set(row: number, number: number): void {
    this.#numbers.set(row, number);
  }

  remove(row: number): void {
    this.#numbers.delete(row);
  }
}
