/** Gives orders whose ids are no numbers lasting numbers of our own: the same id always gets the same one (docs/domain.md, decision 11). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from '../values/cell-text.ts';
import { parseOrderId } from '../values/order-id.ts';
import { refusedCell, parsedValue, type Parsed } from '../values/parsed.ts';

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
  /** Ids whose number another id has, too: neither can be sent under it. */
  readonly #shared = new Set<string>();

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

  /** These ids have no number, because another one has theirs. */
  refuse(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#shared.add(id);
      this.#missing.delete(id);
    }
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
    if (this.#shared.has(id.value)) return refusedCell('orders.sharedNumber', { value: excerpt(id.value) });
    this.#missing.add(id.value);
    return refusedCell('orders.unnumbered', { value: excerpt(id.value) });
  }
}

/** Numbers that an office has for a day before it goes on into those of the next office. */
const numbersOfOffice = 1_000;
const numbersOfDay = 100 * numbersOfOffice;
const dayMs = 86_400_000;

/**
 * A first number that says the year's last digit, the day of the year and the office, so that two offices that know nothing
 * of each other hardly meet: 1 Y DDD OO 001, for office 42 on 24.11.2026 1632842001.
 * @param local `YYYY-MM-DD…`
 * @param office 0 to 99, a random part of a computer's own
 */
export function startNumberForDay(local: string, office: number): number {
  const [year, month, day] = [local.slice(0, 4), local.slice(5, 7), local.slice(8, 10)].map(Number);
  const dayOfYear = (Date.UTC(year ?? 0, (month ?? 1) - 1, day) - Date.UTC(year ?? 0, 0, 0)) / dayMs;
  return 1_000_000_000 + ((year ?? 0) % 10) * 100_000_000 + dayOfYear * numbersOfDay + office * numbersOfOffice + 1;
}

const dayStart = /^1\d(?:00[1-9]|0[1-9]\d|[12]\d{2}|3[0-5]\d|36[0-6])\d{5}$/u;
/** As versions before 1.0 made it: 24.11.2026 → 261124001. */
const earlierDayStart = /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])001$/u;

/** Whether the number is a start that was made of a day, in the form of today or in the earlier one. */
export function isDayStart(number: number): boolean {
  return dayStart.test(String(number)) || earlierDayStart.test(String(number));
}

/** Whether both are starts of one day. */
export function areOfOneDay(start: number, other: number): boolean {
  return dayStart.test(String(start)) && Math.floor(start / numbersOfDay) === Math.floor(other / numbersOfDay);
}
