/** Numbers of our own for orders whose ids are no numbers (decision 11): the same order gets the same number tomorrow. */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from '../values/cell-text.ts';
import { parseOrderId } from '../values/order-id.ts';
import { refusedCell, parsedValue, type Parsed } from '../values/parsed.ts';
import { largestInt32 } from '../values/id-number.ts';

const longestId = 255;
/** What Excel makes of a long number; an id of letters and digits (`12345e67`) has neither point nor sign. */
const shortened = /^\d(?:[.,]\d+)?e\+\d+$/i;

/** The form of an outside id that its number is kept under: readable ids in digits, others without case and outer marks. */
export function parseOutsideId(cell: Cell): Parsed<string> {
  const plain = parseOrderId(cell);
  if (plain.kind === 'value') return parsedValue(String(plain.value));
  const content = readCellContent(cell, ['number']);
  if (content.kind !== 'content') return content;
  const id = content.text.replace(/^[#№]\s*/u, '').toLowerCase();
  if (shortened.test(id)) return refusedCell('values.orderId.scientific', { value: excerpt(content.text) });
  if (id.length > longestId)
    return refusedCell('values.textTooLong', { value: excerpt(content.text), length: id.length, limit: longestId });
  return id === '' ? { kind: 'blank' } : parsedValue(id, ...content.remarks);
}

/** The numbers that are known, and the outside ids that were met and have none yet. */
export class OwnOrderNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #missing = new Set<string>();

  /** Takes up numbers; those that were missing are missing no longer. */
  add(numbers: ReadonlyMap<string, number>): void {
    for (const [id, number] of numbers) {
      this.#numbers.set(id, number);
      this.#missing.delete(id);
    }
  }

  /** Outside ids without a number, in the order in which they were met. */
  get idsWithoutNumber(): readonly string[] {
    return [...this.#missing];
  }

  /** The number of the order whose outside id the cell holds. */
  parse(cell: Cell): Parsed<number> {
    const id = parseOutsideId(cell);
    if (id.kind !== 'value') return id;
    const number = this.#numbers.get(id.value);
    if (number !== undefined) return parsedValue(number, ...id.remarks);
    this.#missing.add(id.value);
    return refusedCell('orders.unnumbered', { value: excerpt(id.value) });
  }
}

/** A start for numbers that says the day, and hardly meets numbers of others: 24.11.2026 → 261124001. `now` in ms since 1970. */
export function startNumberForDay(local: string): number {
  return Math.min(Number(`${local.slice(2, 4)}${local.slice(5, 7)}${local.slice(8, 10)}001`), largestInt32);
}
