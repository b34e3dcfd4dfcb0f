/** Whether each row of a sheet without order numbers is surely an order of its own (docs/domain.md, decision 41). */
import type { ColumnPlan } from '../columns/column-plan.ts';
import { readHeading } from '../columns/name-match.ts';
import type { ColumnField } from '../model/fields.ts';
import type { ColumnGuess } from '../model/mapping.ts';
import type { Rules } from '../model/rules.ts';
import { isTotalText } from '../rows/total-words.ts';
import type { Table } from '../table/table.ts';
import { fold } from '../values/fold.ts';

/** Rows from the first on that say what an unmapped column holds. */
const sampledRows = 200;
const shortestPhone = 7;
/** National digits of a phone: with or without its country it is the same. */
const phoneDigits = 9;

/**
 * Whether, where nobody said otherwise and no column gives the number, every row has a customer and a ware of its own: no
 * row lacks either, no customer stands twice (but for two days of delivery), and no other column may be the number, or
 * join rows. Looks at the file as it was read. A person's row that is left out, or corrected, changes nothing.
 */
export function isEachRowAnOrder(rules: Pick<Rules, 'orderNumbers'>, plan: ColumnPlan, table: Table): boolean {
  const { columns, constants } = plan.mapping;
  if (rules.orderNumbers.kind === 'everyRow' || columns.order_id !== undefined || constants.order_id !== undefined)
    return false;
  const of = (...fields: readonly ColumnField[]): readonly number[] => fields.flatMap((field) => columns[field] ?? []);
  const [phones, names, days] = [of('phone'), of('full_name'), of('scheduled_at')];
  const wares = [...of('client_product_id', 'product_code', 'product_name'), ...plan.wares];
  if (phones.length + names.length === 0 || wares.length === 0) return false;
  if (plan.columns.some((guess) => mayJoinRows(guess, plan, table))) return false;
  const customers = new Customers();
  for (let index = plan.firstDataIndex; index < table.rowCount; index++) {
    if (isHeadingOfNextSheet(table, index)) continue;
    const textOf = (list: readonly number[]): string =>
      list.map((column) => table.text(index, column).trim()).join(' ');
    const numbers = phonesIn(textOf(phones));
    const name = /\p{L}{2}/u.test(textOf(names)) ? fold(textOf(names)) : '';
    const isCustomer = numbers.length > 0 || name !== '';
    const hasWare = textOf(wares).trim() !== '';
    // A remark, a sum of money.
    if (!hasWare && numbers.length === 0) continue;
    if (numbers.length === 0 && isTotalRow(table, index)) continue;
    if (!isCustomer || !hasWare || customers.has(numbers, name, textOf(days).trim())) return false;
  }
  return customers.count > 0;
}

/** Whether the column may be the order's number, or say which rows belong together: one of wares («Заказ») only by its values. */
function mayJoinRows(
  { column, field, reason, candidates, heading }: ColumnGuess,
  plan: ColumnPlan,
  table: Table,
): boolean {
  const isOpen = field === null || field === 'product_name' || field === 'product_code';
  if (!isOpen || plan.chosenColumns.has(column)) return false;
  // 1, 2, 3 numbers the rows.
  if (reason.code === 'rowCounter' || reason.code === 'countsAnew') return false;
  if (candidates.some((candidate) => candidate.field === 'order_id')) return true;
  if (field !== null) return false;
  const { about, matches, unsentKind } = readHeading(heading);
  const isNumber = about.has('order') || about.has('number') || about.has('id');
  const isOther =
    about.has('phone') ||
    (unsentKind !== undefined && ofOtherThings.has(unsentKind)) ||
    (matches.length > 0 && matches.every((match) => match.field !== 'order_id'));
  return isNumber && !isOther && holdsNumbers(table, column, plan);
}

/** Numbers and days of something else than the order: a courier's, a nick, when it was made. */
const ofOtherThings: ReadonlySet<string> = new Set(['created', 'ofOther', 'notAField', 'payment']);
const moment = /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d:\d\d/u;

/** Whether most of the column's cells have a digit, and are no moments. */
function holdsNumbers(table: Table, column: number, { firstDataIndex }: ColumnPlan): boolean {
  let [filled, numbers] = [0, 0];
  for (let index = firstDataIndex; index < Math.min(table.rowCount, firstDataIndex + sampledRows); index++) {
    const { kind, text } = table.cell(index, column);
    if (kind === 'empty' || text.trim() === '') continue;
    filled++;
    if (kind !== 'date' && /\d/u.test(text) && !moment.test(text)) numbers++;
  }
  return numbers * 2 > filled;
}

function phonesIn(text: string): string[] {
  return text
    .split(/[,;/\n]|(?<=\d)\s+(?=\+)/u)
    .map((part) => part.replaceAll(/\D/gu, ''))
    .filter((digits) => digits.length >= shortestPhone)
    .map((digits) => digits.slice(-phoneDigits));
}

function isTotalRow(table: Table, index: number): boolean {
  let isTotal = false;
  table.forEachCell(index, (_column, kind, text) => (isTotal ||= kind === 'text' && isTotalText(text)));
  return isTotal;
}

const isHeadingOfNextSheet = ({ stacked }: Table, index: number): boolean =>
  stacked.some(({ firstIndex, firstDataIndex }) => firstIndex <= index && index < firstDataIndex);

/** The customers of the rows so far, with their days of delivery. */
class Customers {
  readonly #daysOfPhones = new Map<string, Set<string>>();
  readonly #daysOfNames = new Map<string, Set<string>>();
  #nameAbove = '';
  count = 0;

  /**
   * Whether one of the phones stood in a row before, or the name right above, with no other day of delivery; a name
   * without a phone, wherever it stood. Then counts the row.
   */
  has(phones: readonly string[], name: string, day: string): boolean {
    const isKnown = (known: ReadonlySet<string> | undefined): boolean =>
      [...(known ?? [])].some((other) => other === '' || day === '' || other === day);
    const isNameKnown = isKnown(this.#daysOfNames.get(name));
    if (phones.some((phone) => isKnown(this.#daysOfPhones.get(phone)))) return true;
    if (isNameKnown && (phones.length === 0 || name === this.#nameAbove)) return true;
    for (const phone of phones) addTo(this.#daysOfPhones, phone, day);
    if (name !== '') addTo(this.#daysOfNames, name, day);
    this.#nameAbove = name;
    this.count++;
    return false;
  }
}

function addTo(days: Map<string, Set<string>>, key: string, day: string): void {
  const known = days.get(key);
  if (known === undefined) days.set(key, new Set([day]));
  else known.add(day);
}
