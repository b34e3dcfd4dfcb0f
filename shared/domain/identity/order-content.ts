/**
 * Reads what identifies an order without a number: what the file says of it, and nothing that a person, a rule or the
 * day added (docs/domain.md, «Orders without a number»). Constants, answers, defaults, computed values and relative dates
 * do not count, nor do columns that give no field; so the same row is the same order under other choices and tomorrow.
 */
import { isOrderField, orderFields, type ColumnField } from '../model/fields.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { FieldReader } from '../checking/field-reader.ts';
import type { FieldReaders } from '../checking/field-readers.ts';
import type { Rules } from '../model/rules.ts';
import type { OrderEntry } from '../orders/order-entry.ts';
import { formatCell } from '../table/cell-display.ts';
import type { EditedTable } from '../table/edited-table.ts';
import { fold } from '../values/fold.ts';

/** The texts of an order that are compared; each is hashed with a secret before it is stored. */
export interface OrderContent {
  /** The mapped cells as the file holds them, whatever was corrected; null where none of its rows is the file's. */
  readonly file: string | null;
  /** The mapped cells as corrected, read as values where they can be. */
  readonly corrected: string;
  /** The customer's phone in its one form; null where it cannot be read from a cell. */
  readonly phone: string | null;
  /** Name and address together; null where one is missing. */
  readonly person: string | null;
  /** When the order was made, with a time of day, as a column beside the fields says; null without one. */
  readonly stamp: string | null;
}

const itemFields = [
  'client_product_id',
  'client_product_variation_id',
  'product_code',
  'product_name',
  'quantity',
  'price',
  'discount',
  'final_price',
] as const satisfies readonly ColumnField[];

const hasTimeOfDay = /\d{1,2}:\d{2}/u;

export interface ContentSource {
  readonly table: EditedTable;
  readonly plan: ColumnPlan;
  readonly readers: FieldReaders;
  readonly rules: Rules;
}

/** @param leftOut indices of rows that a person left out */
export function orderContentOf(source: ContentSource, entry: OrderEntry, leftOut: ReadonlySet<number>): OrderContent {
  const active = entry.rows.filter((index) => !leftOut.has(index));
  const rows = active.length > 0 ? active : entry.rows;
  const phone = firstValue(source.readers.phone, rows);
  const name = firstText(source.readers.full_name, rows);
  const address = firstText(source.readers.address, rows);
  return {
    file: fileContent(source, entry.rows),
    corrected: correctedContent(source, rows),
    phone,
    person: name === '' || address === '' ? null : `${name}|${address}`,
    stamp: stampOf(source, entry.rows),
  };
}

/** Whether the field's cells count: the number is what is asked for, and a shop's status moves on by itself. */
function counts(field: ColumnField, rules: Rules): boolean {
  if (field === 'order_id') return false;
  return field !== 'fulfillment_status' || rules.status === 'column';
}

function fileContent({ table, plan, rules }: ContentSource, rows: readonly number[]): string | null {
  const columns = plan.columns
    .filter(({ field }) => field !== null && counts(field, rules))
    .toSorted((a, b) => (a.field ?? '').localeCompare(b.field ?? '') || a.column - b.column);
  const lines = rows
    .filter((index) => !table.isAdded(index))
    .map((index) =>
      columns.flatMap(({ column, field }) => {
        const text = fold(table.file.text(index, column));
        return text === '' ? [] : [`${field}=${text}`];
      }),
    )
    .filter((line) => line.length > 0);
  return lines.length === 0 ? null : JSON.stringify(lines.map((line) => line.join('|')).sort());
}

function correctedContent({ table, readers, rules }: ContentSource, rows: readonly number[]): string {
  const order = orderFields.flatMap((field) => {
    if (!counts(field, rules)) return [];
    const text =
      field === 'phone'
        ? (firstValue(readers.phone, rows) ?? firstText(readers.phone, rows))
        : firstShown(readers[field], rows, table.file.date1904);
    return text === '' ? [] : [[field, text]];
  });
  const items = rows.map((index) =>
    itemFields.flatMap((field) => {
      if (isOrderField(field)) return [];
      const text = itemText(readers[field], index);
      return text === '' ? [] : [`${field}=${text}`];
    }),
  );
  return JSON.stringify([
    order,
    items
      .filter((item) => item.length > 0)
      .map((item) => item.join('|'))
      .sort(),
  ]);
}

/** Numbers in digits, so that `5000.00` and `5 000` are the same; what cannot be read as it stands. */
function itemText(reader: FieldReader<unknown>, index: number): string {
  if (reader.columns.length === 0) return '';
  const parsed = reader.read(index);
  return parsed.kind === 'value' ? fold(String(parsed.value)) : fold(reader.text(index));
}

function firstText(reader: FieldReader<unknown>, rows: readonly number[]): string {
  for (const index of rows) {
    const text = reader.columns.length === 0 ? '' : fold(reader.text(index));
    if (text !== '') return text;
  }
  return '';
}

/** Dates as a person sees them, whether the file holds days or texts. */
function firstShown(reader: FieldReader<unknown>, rows: readonly number[], date1904: boolean): string {
  for (const index of rows) {
    const text = reader.columns.length === 0 ? '' : fold(formatCell(reader.cell(index), date1904));
    if (text !== '') return text;
  }
  return '';
}

function firstValue(reader: FieldReader<string>, rows: readonly number[]): string | null {
  for (const index of rows) {
    const parsed = reader.columns.length === 0 ? null : reader.read(index);
    if (parsed?.kind === 'value') return parsed.value;
  }
  return null;
}

function stampOf({ table, plan }: ContentSource, rows: readonly number[]): string | null {
  const [first] = rows;
  if (first === undefined || table.isAdded(first)) return null;
  for (const { column, reason } of plan.columns) {
    if (reason.code !== 'created') continue;
    const shown = formatCell(table.file.cell(first, column), table.file.date1904).trim();
    if (hasTimeOfDay.test(shown)) return fold(shown);
  }
  return null;
}
