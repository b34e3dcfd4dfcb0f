/** Measures how well a column's values fit each field, regardless of its heading. */
import type { ColumnField } from '../model/fields.ts';
import { isRegionName } from '../regions/match-region.ts';
import { regionInAddress } from '../regions/region-in-address.ts';
import type { Cell } from '../table/table.ts';
import { cleanText, isBlankText } from '../values/clean-text.ts';
import { surveyDates, type DateOrder } from '../values/dates/date-survey.ts';
import { nearestDay } from '../values/dates/near-day.ts';
import { readDate } from '../values/dates/date-text.ts';
import { monthOf } from '../values/dates/month-words.ts';
import { listedProducts, looksLikeProductList } from '../values/listed-products.ts';
import { parseMoney } from '../values/money.ts';
import { parseOrderId, wordedOrderNumber } from '../values/order-id.ts';
import { parsePhone } from '../values/phone.ts';
import { parseProductKey } from '../values/product-key.ts';
import { parseProductId, parseVariationId } from '../values/product-id.ts';
import { parseQuantity } from '../values/quantity.ts';
import { localFromSerial, parseSerial, plausibleSerials } from '../values/dates/serial.ts';
import { saysCancelled } from '../values/cancelled-words.ts';
import { parseStatus } from '../values/status.ts';

const maxSampledCells = 500;
const plausibleQuantityLimit = 1000;
const fewestSame = 3;
const firstCells = 3;

/** «000001254», an accounting program's number: no national number begins with 0. */
const paddedNumber = /^\s*'?0\d{8}\s*$/;

const fits: Readonly<Record<ColumnField, (cell: Cell) => boolean>> = {
  order_id: (cell) => parseOrderId(cell).kind === 'value',
  scheduled_at: isDate,
  fulfillment_status: (cell) => parseStatus(cell).kind === 'value' || saysCancelled(cell.text),
  full_name: hasWords,
  phone: (cell) =>
    /\d(?:\D*\d){6}/.test(cell.text) && !paddedNumber.test(cell.text) && parsePhone(cell).kind === 'value',
  address: hasWords,
  region: (cell) => isRegionName(cell.text),
  country: hasWords,
  city: hasWords,
  zip: (cell) => /^'?\d{5,6}(?:\.0+)?$/.test(cell.text.trim()),
  client_product_id: (cell) => parseProductId(cell).kind === 'value',
  client_product_variation_id: (cell) => parseVariationId(cell).kind === 'value',
  quantity: isQuantity,
  price: (cell) => parseMoney(cell, 'price').kind === 'value',
  discount: (cell) => parseMoney(cell, 'discount').kind === 'value',
  final_price: (cell) => parseMoney(cell, 'final_price').kind === 'value',
  product_code: (cell) => parseProductKey(cell, 'code').kind === 'value',
  product_name: (cell) => hasWords(cell) && wordedOrderNumber(cell.text) === null,
};

function hasWords(cell: Cell): boolean {
  return cell.kind === 'text' && /\p{L}{2}/u.test(cell.text);
}

function isDate(cell: Cell): boolean {
  if (cell.kind === 'date') return true;
  if (cell.kind === 'number')
    return Number(cell.text) >= plausibleSerials.from && Number(cell.text) <= plausibleSerials.to;
  return readDate(cleanText(cell.text).text).kind !== 'unreadable';
}

/** @param today `YYYY-MM-DD`: what «25.11» without a year and «ertaga» are counted from */
function dayOf({ kind, text }: Cell, today: string, order: DateOrder): string | null {
  if (kind === 'date' || kind === 'number') {
    if (/^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 10);
    const serial = parseSerial(text);
    return serial >= plausibleSerials.from ? (localFromSerial(serial)?.slice(0, 10) ?? null) : null;
  }
  const said = readDate(cleanText(text).text);
  const read = said.kind === 'dayPart' ? readDate(said.day) : said;
  if (read.kind === 'date') return spelledDay(read.year, read.month, read.day);
  if (read.kind === 'numeric') {
    const [day, month] = order === 'monthFirst' ? [read.second, read.first] : [read.first, read.second];
    return month > 12 || day > 31 ? null : spelledDay(read.year, month, day);
  }
  // Whoever writes «today» or «tomorrow» speaks of a day to come.
  if (read.kind === 'relative') return dayAfter(today);
  // «10-12» is rather a span of hours.
  if (read.kind !== 'noYear') return null;
  if (/^\d{1,2}-\d{1,2}$/.test(text.trim())) return null;
  const near = nearestDay(read.first, read.second, today);
  return near === null ? null : spelledDay(near.year, near.month, near.day);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function spelledDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function isDay({ kind, text }: Cell): boolean {
  if (kind === 'date' || kind === 'number')
    return Number.isInteger(Number(text)) || /^\d{4}-\d{2}-\d{2}(?:T00:00(?::00)?)?$/.test(text);
  const read = readDate(cleanText(text).text);
  return (read.kind === 'date' || read.kind === 'numeric' || read.kind === 'noYear') && read.clock === null;
}

/** Whether the cell is an hour, or a span of hours, without a day. */
export function isTime({ kind, text }: Cell): boolean {
  if (kind === 'date' || kind === 'number') return Number(text) > 0 && Number(text) < 1;
  const clean = cleanText(text).text;
  return readDate(clean).kind === 'onlyTime' || isSpanOfHours(clean);
}

/** «10-12»: hours of a working day. */
function isSpanOfHours(text: string): boolean {
  const [, from, to] = /^(\d{1,2})\s*[-–—]\s*(\d{1,2})$/.exec(text) ?? [];
  return from !== undefined && Number(from) >= 6 && Number(from) < Number(to) && Number(to) <= 24;
}

function isQuantity(cell: Cell): boolean {
  const parsed = parseQuantity(cell);
  return parsed.kind === 'value' && parsed.value <= plausibleQuantityLimit;
}

function isWithin(text: string, from: number, to: number): boolean {
  return /^\s*\d{1,2}\s*$/.test(text) && Number(text) >= from && Number(text) <= to;
}

/** A number with country code or plus: unmistakably a phone. */
function isInternational(cell: Cell): boolean {
  return (
    /^'?(?:\+|00)?998[\s(-]*\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?:\.0)?$/.test(cell.text.trim()) ||
    /^'?\+\d[\d\s()-]{9,}$/.test(cell.text.trim())
  );
}

/** A column's first cells, and the share of them that fits a field. */
export class ColumnValues {
  /** One per row, blank ones too. */
  readonly cells: readonly Cell[];
  readonly filled: readonly Cell[];
  readonly #shares = new Map<string, number>();

  constructor(cells: Iterable<Cell>) {
    const sampled: Cell[] = [];
    for (const cell of cells) {
      sampled.push(cell);
      if (sampled.length === maxSampledCells) break;
    }
    this.cells = sampled;
    this.filled = sampled.filter(({ kind, text }) => kind !== 'empty' && !isBlankText(cleanText(text).text));
  }

  /** Share (0 to 1) of the filled cells that fit the field; undefined where none is filled. */
  fitShare(field: ColumnField): number | undefined {
    return this.#share(field, fits[field]);
  }

  /** Share of cells that can only be orders' numbers: «Заказ № 4502». */
  get wordedOrderShare(): number {
    return this.#share('worded', ({ text }) => wordedOrderNumber(text) !== null) ?? 0;
  }

  /** Share of cells that list products with quantities or prices. */
  get listShare(): number {
    return this.#share('lists', ({ kind, text }) => kind === 'text' && looksLikeProductList(text)) ?? 0;
  }

  /** Whether the products that its cells list are codes rather than names. */
  get listsCodes(): boolean {
    return this.filled.every(({ text }) =>
      listedProducts(text).every(({ name }) => /^[\p{L}\d_/-]*\d[\p{L}\d_/-]*$/u.test(name)),
    );
  }

  /** Whether a value comes again below others, as a counter's that begins anew does. */
  get repeatsApart(): boolean {
    const seen = new Set<string>();
    let before: string | null = null;
    for (const { text } of this.filled) {
      if (text !== before && seen.has(text)) return true;
      seen.add(text);
      before = text;
    }
    return false;
  }

  /** Whether the column counts 1, 2, 3 … and begins anew, as rows are numbered under each day or within each order. */
  get countsAnew(): boolean {
    let before = 0;
    let restarts = 0;
    for (const { text } of this.filled) {
      const number = Number(text.trim().replace(/\.$/, ''));
      // An order of two rows may be 1, 1, 2.
      if (number === 1 && before > 1) restarts++;
      else if (number === 1 && before === 1) continue;
      else if (number !== before + 1) return false;
      before = number;
    }
    return restarts > 0;
  }

  /** Whether every filled cell holds the same, on three rows at least. */
  get areAllSame(): boolean {
    const [first] = this.filled;
    return this.filled.length >= fewestSame && this.filled.every(({ text }) => text === first?.text);
  }

  /** Share of cells that can only be phone numbers. */
  get phoneShare(): number {
    return this.#share('international', isInternational) ?? 0;
  }

  /** Quick test of the first cells: whether the column may hold dates at all. */
  get mayBeDates(): boolean {
    return this.filled.slice(0, firstCells).every(isDate);
  }

  /** The cells' days that can be read without doubt, `YYYY-MM-DD`; counted from `today`, where they must be. */
  daysFrom(today: string): readonly string[] {
    const { order } = surveyDates(this.filled);
    return this.filled.flatMap((cell) => dayOf(cell, today, order) ?? []);
  }

  /** Whether the dates look like dates, not like numbers that might be serials of days. */
  get looksDates(): boolean {
    return this.filled.some(({ kind, text }) => kind === 'date' || /\d[./-]\d/.test(text) || /\p{L}{3}/u.test(text));
  }

  /** Whether every filled cell is a day without a time. */
  get areAllDays(): boolean {
    return this.#share('days', isDay) === 1;
  }

  /** Whether every filled cell is a day of the month: 1 … 31. */
  get areDaysOfMonth(): boolean {
    return this.#share('daysOfMonth', ({ text }) => isWithin(text, 1, 31)) === 1;
  }

  /** Whether every filled cell is a month in a word («dekabr»). */
  get areMonths(): boolean {
    return this.#share('months', ({ text }) => monthOf(text.trim().toLowerCase()) !== undefined) === 1;
  }

  /** Whether all cells are the numbers of months, and all are years. */
  get areMonthNumbers(): boolean {
    return this.#share('monthNumbers', ({ text }) => /^(?:0?[1-9]|1[0-2])$/.test(text.trim())) === 1;
  }

  get areYears(): boolean {
    return this.#share('years', ({ text }) => /^20\d\d$/.test(text.trim())) === 1;
  }

  /** Share of cells that name a region among other words. */
  get placeShare(): number {
    return this.#share('places', ({ text }) => regionInAddress(text) !== undefined) ?? 0;
  }

  /** Share of cells that hold a time without a day. */
  get timeShare(): number {
    return this.#share('times', isTime) ?? 0;
  }

  /** Whether all cells are numbers like «14.00», which may be hours or anything else. */
  get areDecimals(): boolean {
    return this.#share('decimals', ({ text }) => /^\d{1,2}\.\d{2}$/.test(text.trim())) === 1;
  }

  #share(name: string, test: (cell: Cell) => boolean): number | undefined {
    if (this.filled.length === 0) return undefined;
    let share = this.#shares.get(name);
    if (share === undefined) {
      share = this.filled.filter(test).length / this.filled.length;
      this.#shares.set(name, share);
    }
    return share;
  }

  /** Whether the column counts the rows: 1, 2, 3 … */
  get countsRows(): boolean {
    if (this.filled.length === 0) return false;
    const first = Number(this.filled[0]?.text);
    return (
      (first === 0 || first === 1) &&
      this.filled.every((cell, at) => Number(cell.text.replace(/\.$/, '')) === first + at)
    );
  }
}
