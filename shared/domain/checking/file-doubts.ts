/**
 * Looks whether a sheet contradicts what would be made of it: prices in thousands, discounts in per cent without a sign,
 * dates that Excel exchanged, totals that say how discounts are meant (docs/domain.md, «What the sheet contradicts»).
 * Looks at the first rows of the file as it was read, so that an edit does not change what a file is.
 */
import { foldHeading } from '../columns/fold-heading.ts';
import { readHeading } from '../columns/name-match.ts';
import { olderHeading } from '../columns/sign-headings.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { ColumnField } from '../model/fields.ts';
import type { Rules } from '../model/rules.ts';
import type { Cell, Table } from '../table/table.ts';
import { cleanText } from '../values/clean-text.ts';
import { readDate } from '../values/dates/date-text.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import { localFromSerial, parseSerial, to1900Serial } from '../values/dates/serial.ts';
import { parseMoney } from '../values/money.ts';
import { parseOrderId } from '../values/order-id.ts';
import { parseQuantity } from '../values/quantity.ts';

export interface FileDoubts {
  /** Whether prices are multiplied by a thousand. */
  readonly inThousands: boolean;
  /** Whether discounts are: with the prices, or by their own heading. */
  readonly discountsInThousands: boolean;
  /** Whether day and month of date cells are exchanged back. */
  readonly exchangesDates: boolean;
  /** A price that is hardly one in soʻm, as an example; null: prices look as they should, or a person has said. */
  readonly smallPrice: number | null;
  /** Whether half of the order numbers or more are of letters: how the file numbers its orders is an open question. */
  readonly letteredIds: boolean;
  /** Where nearly all prices are what prices are: the least and the highest of them; null: they are not, or they are few. */
  readonly usualPrices: { readonly least: number; readonly most: number } | null;
  /** Where prices stand in thousands, and some rather in full: the least and the highest in thousands, as soʻm; null: none. */
  readonly thousandPrices: { readonly least: number; readonly most: number } | null;
  /** The prices, as the file has them, of each ware that stands on several rows. */
  readonly warePrices: ReadonlyMap<string, ReadonlySet<number>>;
  /** A discount that is rather per cent, with its price, as an example. */
  readonly percent: { readonly discount: number; readonly price: number } | null;
  /** A date cell that Excel seems to have exchanged, `YYYY-MM-DD`, and the text that tells; null: the days themselves do. */
  readonly exchangedDate: { readonly cell: string; readonly text: string | null } | null;
  /** Whether every discount is above its price: the two columns are exchanged. */
  readonly areExchanged: boolean;
  /** Rows of several pieces whose total fits only discounts of the line. */
  readonly perLineRows: number;
  /** Whether the sheet has a row for every piece: equal rows below each other are no slip. */
  readonly writesPieces: boolean;
}

export const noDoubts: FileDoubts = {
  inThousands: false,
  discountsInThousands: false,
  exchangesDates: false,
  smallPrice: null,
  letteredIds: false,
  usualPrices: null,
  thousandPrices: null,
  warePrices: new Map(),
  percent: null,
  exchangedDate: null,
  areExchanged: false,
  perLineRows: 0,
  writesPieces: false,
};

/** Sums of more than this are no thousands, whatever the heading says: they were typed in full. */
export const mostThousands = 10_000;

/** Rows looked at. */
const mostRows = 200;
/** The cheapest ware costs more soʻm than this. */
export const leastPrice = 1000;
const nearlyAll = 0.8;
const mostlyUsual = 0.5;

interface Line {
  readonly price: number;
  readonly quantity: number;
  readonly discount: number;
  /** Values of columns that are not sent. */
  readonly others: readonly number[];
}

/** What a field's column says about its unit: «Narxi (ming soʻm)». */
export function saysThousands({ columns, mapping }: ColumnPlan, field: ColumnField): boolean {
  const column = mapping.columns[field]?.[0];
  const heading = column === undefined ? undefined : columns[column]?.heading;
  return heading !== undefined && foldHeading(heading).thousands;
}

/** @param now milliseconds since 1970 */
export function findDoubts(table: Table, plan: ColumnPlan, rules: Rules, now: number): FileDoubts {
  const saysDiscounts = saysThousands(plan, 'discount');
  const lines = linesOf(table, plan, saysDiscounts);
  const prices = lines.map(({ price }) => price).filter((price) => price > 0);
  const small = prices.filter((price) => price < leastPrice);
  const isSaid = saysThousands(plan, 'price') || saysThousands(plan, 'final_price');
  const inThousands = rules.priceUnit === 'thousand' || (rules.priceUnit === 'ask' && isSaid);
  // 185, 240 and 1200: most below what the cheapest ware costs, and the dearest no more than thousands are written.
  const areMostlySmall =
    small.length >= prices.length * nearlyAll ||
    (small.length >= prices.length * mostlyUsual && prices.every((price) => price < mostThousands));
  const isSmall = small.length > 0 && areMostlySmall && !isSaid;
  return {
    inThousands,
    discountsInThousands: inThousands || saysDiscounts,
    exchangesDates: rules.exchangedDates === 'yes',
    letteredIds: haveLetters(table, plan),
    thousandPrices: inThousands ? thousandPricesOf(prices) : null,
    warePrices: warePricesOf(table, plan),
    usualPrices: inThousands || rules.priceUnit !== 'ask' ? null : usualPricesOf(prices),
    smallPrice: rules.priceUnit === 'ask' && isSmall ? (small[0] ?? null) : null,
    percent: rules.discountIs === 'ask' && !isSmall && !inThousands && !saysDiscounts ? percentOf(lines) : null,
    exchangedDate:
      rules.exchangedDates === 'ask' ? (exchangedDateOf(table, plan) ?? allExchangedOf(table, plan, now)) : null,
    areExchanged: areExchanged(lines),
    perLineRows: rules.discountPer === 'unit' ? perLineRowsOf(lines) : 0,
    writesPieces: writesPieces(table, plan),
  };
}

/** Orders with equal rows at least that make it a habit. */
const fewestRepeating = 3;

/**
 * Whether several orders have equal rows, and no row has more than one piece; not where every row stands twice, as in a
 * list that was pasted again.
 */
function writesPieces(table: Table, { mapping, firstDataIndex }: ColumnPlan): boolean {
  const quantity = mapping.columns.quantity?.[0];
  const number = mapping.columns.order_id?.[0];
  if (number === undefined) return false;
  const times = new Map<string, number>();
  const repeating = new Set<string>();
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + mostRows); index++) {
    const pieces = quantity === undefined ? null : parseQuantity(table.cell(index, quantity));
    if (pieces?.kind === 'value' && pieces.value > 1) return false;
    const texts: string[] = [];
    table.forEachCell(index, (column, _kind, text) => texts.push(`${column} ${text}`));
    const row = texts.join('\n');
    const before = times.get(row) ?? 0;
    if (before > 0) repeating.add(table.text(index, number));
    times.set(row, before + 1);
  }
  return repeating.size >= fewestRepeating && [...times.values()].includes(1);
}

function haveLetters(table: Table, { mapping, firstDataIndex }: ColumnPlan): boolean {
  const column = mapping.columns.order_id?.[0];
  if (column === undefined) return false;
  let [filled, lettered] = [0, 0];
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + mostRows); index++) {
    const parsed = parseOrderId(table.cell(index, column));
    if (parsed.kind === 'blank') continue;
    filled++;
    if (parsed.kind === 'refusal' && parsed.remark.code === 'values.orderId.letters') lettered++;
  }
  return lettered > 0 && lettered * 2 >= filled;
}

function usualPricesOf(prices: readonly number[]): FileDoubts['usualPrices'] {
  const usual = prices.filter((price) => price >= leastPrice);
  if (usual.length === 0 || usual.length < prices.length * mostlyUsual) return null;
  const [least, most] = usual.reduce(
    ([low, high], price) => [Math.min(low, price), Math.max(high, price)],
    [usual[0] ?? 0, usual[0] ?? 0],
  );
  return { least, most };
}

/** The prices in thousands, where others are too high for that. */
function thousandPricesOf(prices: readonly number[]): FileDoubts['thousandPrices'] {
  const low = prices.filter((price) => price < mostThousands).map((price) => price * 1000);
  if (low.length === 0 || low.length === prices.length) return null;
  return { least: Math.min(...low), most: Math.max(...low) };
}

export const wareFields = ['client_product_id', 'product_code', 'product_name'] as const;

/** What a row says of its ware in these columns, to be compared with other rows; '': nothing. */
export function wareOf(table: Pick<Table, 'text'>, columns: readonly number[], index: number): string {
  return columns
    .map((column) => table.text(index, column).trim())
    .join(' ')
    .trim();
}

function warePricesOf(table: Table, { mapping, firstDataIndex }: ColumnPlan): FileDoubts['warePrices'] {
  const column = mapping.columns.price?.[0];
  const wares = wareFields.flatMap((field) => mapping.columns[field]?.[0] ?? []);
  const found = new Map<string, Set<number>>();
  if (column === undefined) return found;
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + mostRows); index++) {
    const ware = wareOf(table, wares, index);
    const price = numberOf(table.cell(index, column), 'price');
    if (ware === '' || price === null || price <= 0) continue;
    found.set(ware, (found.get(ware) ?? new Set()).add(price));
  }
  return new Map([...found].filter(([, prices]) => prices.size > 1));
}

/** The price in full, where this one is a thousandth of a usual one; null: it is not. */
export function inFullPrice(price: number, { usualPrices }: FileDoubts): number | null {
  if (usualPrices === null || price <= 0 || price >= leastPrice) return null;
  const inFull = price * 1000;
  return inFull >= usualPrices.least / 3 && inFull <= usualPrices.most * 3 ? inFull : null;
}

function numberOf(cell: Cell, field: 'price' | 'discount'): number | null {
  if (cell.kind === 'empty') return null;
  const parsed = parseMoney(cell, field);
  return parsed.kind === 'value' ? parsed.value : null;
}

function linesOf(table: Table, { mapping, columns, firstDataIndex }: ColumnPlan, areThousands: boolean): Line[] {
  const at = (field: ColumnField): number | undefined => mapping.columns[field]?.[0];
  const [price, discount, quantity] = [at('price'), at('discount'), at('quantity')];
  if (price === undefined) return [];
  const others = discount === undefined ? [] : columns.filter(({ field }) => field === null || field === 'final_price');
  const lines: Line[] = [];
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + mostRows); index++) {
    const own = numberOf(table.cell(index, price), 'price');
    if (own === null) continue;
    const pieces = quantity === undefined ? null : parseQuantity(table.cell(index, quantity));
    const off = (discount === undefined ? null : numberOf(table.cell(index, discount), 'discount')) ?? 0;
    lines.push({
      price: own,
      quantity: pieces?.kind === 'value' ? pieces.value : 1,
      discount: areThousands && off < mostThousands ? off * 1000 : off,
      others: others.flatMap(({ column }) => numberOf(table.cell(index, column), 'price') ?? []),
    });
  }
  return lines;
}

/** Discounts of 100 at most beside prices of thousands, unless a column of the sheet takes them off as soʻm. */
function percentOf(lines: readonly Line[]): FileDoubts['percent'] {
  const discounted = lines.filter(({ discount }) => discount > 0);
  const [first] = discounted;
  if (first === undefined || discounted.some(({ discount, price }) => discount > 100 || price < leastPrice))
    return null;
  const isSum = discounted.some(({ price, quantity, discount, others }) =>
    others.some((other) => other === price - discount || other === price * quantity - discount),
  );
  return isSum ? null : first;
}

function areExchanged(lines: readonly Line[]): boolean {
  const discounted = lines.filter(({ discount }) => discount > 0);
  return discounted.length > 0 && discounted.every(({ price, discount }) => discount > price);
}

/** Lines whose total is price × quantity − discount; none where one is (price − discount) × quantity, or price − discount. */
function perLineRowsOf(lines: readonly Line[]): number {
  let rows = 0;
  for (const { price, quantity, discount, others } of lines) {
    if (quantity < 2 || discount === 0) continue;
    if (others.some((other) => other === (price - discount) * quantity || other === price - discount)) return 0;
    if (others.includes(price * quantity - discount)) rows++;
  }
  return rows;
}

/**
 * Where Excel reads day-first texts month first, those with a day above 12 stay texts, and all others become dates with
 * day and month exchanged: then no date cell has a day above 12, and exchanged they lie in the texts' months.
 */
function exchangedDateOf(table: Table, { mapping, firstDataIndex }: ColumnPlan): FileDoubts['exchangedDate'] {
  const column = mapping.columns.scheduled_at?.[0];
  if (column === undefined) return null;
  const cells: string[] = [];
  const texts: { readonly text: string; readonly month: number }[] = [];
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + mostRows); index++) {
    const cell = table.cell(index, column);
    if (cell.kind === 'date' || cell.kind === 'number') {
      const day = dayOfCell(cell, table.date1904);
      if (day === null) continue;
      if (Number(day.slice(8)) > 12) return null;
      cells.push(day);
    } else if (cell.kind === 'text') {
      const read = readDate(cleanText(cell.text).text);
      if (read.kind === 'numeric' && read.first > 12) texts.push({ text: cell.text, month: read.second });
      else if (read.kind === 'date' && read.day > 12 && /^\d/.test(cell.text))
        texts.push({ text: cell.text, month: read.month });
    }
  }
  const [text] = texts;
  if (text === undefined) return null;
  const months = new Set(texts.flatMap(({ month }) => [month, (month % 12) + 1]));
  const exchanged = cells.filter((day) => months.has(Number(day.slice(8))));
  const asTheyAre = cells.filter((day) => months.has(Number(day.slice(5, 7))));
  const example = exchanged.find((day) => !asTheyAre.includes(day));
  return example !== undefined && exchanged.length === cells.length && asTheyAre.length < cells.length
    ? { cell: example, text: text.text }
    : null;
}

/** Days that a delivery lies ahead at most, and days beyond which nobody plans one. */
const [soon, farAhead] = [21, 60];
const fewestExchanged = 2;

/**
 * Where every day of the list is 12 at most, they lie months apart or have passed, and exchanged all of them are the coming
 * days: 12.01., 12.02., 12.03. written on 30.11. are 01.12., 02.12., 03.12.
 */
function allExchangedOf(
  table: Table,
  { mapping, firstDataIndex }: ColumnPlan,
  now: number,
): FileDoubts['exchangedDate'] {
  const column = mapping.columns.scheduled_at?.[0];
  if (column === undefined) return null;
  const dayAfter = (days: number): string => localFromEpoch(now + days * 86_400_000).slice(0, 10);
  const [today, last, far] = [dayAfter(0), dayAfter(soon), dayAfter(farAhead)];
  const days = new Set<string>();
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + mostRows); index++) {
    const cell = table.cell(index, column);
    if (cell.kind === 'empty') continue;
    const day = cell.kind === 'date' ? dayOfCell(cell, table.date1904) : null;
    if (day === null || (day >= today && day <= far)) return null;
    const [year = '', month = '', date = ''] = day.split('-');
    const exchanged = `${year}-${date}-${month}`;
    if (Number(date) > 12 || exchanged < today || exchanged > last) return null;
    days.add(day);
  }
  const [first] = days;
  return first !== undefined && days.size >= fewestExchanged ? { cell: first, text: null } : null;
}

function dayOfCell({ kind, text }: Cell, date1904: boolean): string | null {
  if (/^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 10);
  const serial = to1900Serial(parseSerial(text), date1904);
  return kind === 'date' && serial >= 1 ? (localFromSerial(serial)?.slice(0, 10) ?? null) : null;
}

/** Columns that are not sent but may contradict what is. */
export interface WatchedColumns {
  readonly currency: readonly number[];
  readonly units: readonly number[];
  readonly details: readonly number[];
  readonly totals: readonly number[];
  readonly fees: readonly number[];
  /** «New address»: what takes the place of a field's own column. */
  readonly newer: readonly { readonly column: number; readonly field: 'address' | 'phone' }[];
  /** Addresses of pick-up points beside the customers' own, filled for some orders; null: none. */
  readonly pickupPoint: number | null;
  /** Columns that count the rows. */
  readonly counters: readonly number[];
  /** Discounts on the whole order. */
  readonly orderDiscounts: readonly number[];
}

export function watchedColumnsOf({ columns }: ColumnPlan): WatchedColumns {
  const named = columns
    .filter(({ field }) => field === null)
    .map(({ column, heading }) => ({ column, kind: readHeading(heading).unsentKind }));
  const of = (kind: string): number[] => named.filter((one) => one.kind === kind).map(({ column }) => column);
  return {
    currency: of('currency'),
    units: of('unit'),
    details: of('wareDetail'),
    totals: of('total'),
    fees: of('deliveryFee'),
    counters: columns.flatMap(({ column, reason }) => (reason.code === 'rowCounter' ? [column] : [])),
    orderDiscounts: of('orderDiscount'),
    pickupPoint:
      columns.find(({ field, heading }) => {
        const { about, role } = readHeading(heading);
        return field === null && role === 'pickupPoint' && about.has('address');
      })?.column ?? null,
    newer: columns.flatMap(({ column, heading, field }) => {
      const older = field === null ? olderHeading(heading) : null;
      const name = older === null ? undefined : readHeading(older).matches[0]?.field;
      return name === 'address' || name === 'phone' ? [{ column, field: name }] : [];
    }),
  };
}
