/** Gives orders whose ids are no numbers lasting numbers of our own: the same id always gets the same one (docs/domain.md, decision 11). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from '../values/cell-text.ts';
import { parseOrderId } from '../values/order-id.ts';
import { refusedCell, parsedValue, type Parsed } from '../values/parsed.ts';
import { largestInt32 } from '../values/id-number.ts';

const longestId = 255;
/** A long number shortened by Excel; an id of letters and digits (`12345e67`) has neither point nor sign. */
const shortened = /^\d(?:[.,]\d+)?e\+\d+$/i;

/** The key under which an outside id's number is stored: numeric ids in digits, others without case and outer marks. */
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

/** The known numbers, and the outside ids met that have none yet. */
export class OwnOrderNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #missing = new Set<string>();

  /** Adds numbers by outside id. */
  add(numbers: ReadonlyMap<string, number>): void {
    for (const [id, number] of numbers) {
      this.#numbers.set(id, number);
      this.#missing.delete(id);
    }
  }

  /** Takes back the numbers of these outside ids. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#numbers.delete(id);
  }

  /** Outside ids without a number, in the order of their occurrence. */
  get idsWithoutNumber(): readonly string[] {
    return [...this.#missing];
  }

  /** The number of the cell's outside id; refuses one that has none yet and remembers it. */
  parse(cell: Cell): Parsed<number> {
    const id = parseOutsideId(cell);
    if (id.kind !== 'value') return id;
    const number = this.#numbers.get(id.value);
    if (number !== undefined) return parsedValue(number, ...id.remarks);
    this.#missing.add(id.value);
    return refusedCell('orders.unnumbered', { value: excerpt(id.value) });
  }
}

/** A first number made of the day, unlikely to collide with others: 24.11.2026 → 261124001. `local`: `YYYY-MM-DD…`. */
export function startNumberForDay(local: string): number {
  return Math.min(Number(`${local.slice(2, 4)}${local.slice(5, 7)}${local.slice(8, 10)}001`), largestInt32);
}
