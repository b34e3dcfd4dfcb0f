/** Finds rows that stand on several of the sheets that are read as one: a sheet that sums up the others, or a copy of one. */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { ColumnField } from '../model/fields.ts';
import type { Table } from '../table/table.ts';
import { fold } from '../values/fold.ts';

export interface RepeatedRows {
  /** Rows, from the second of each kind on. */
  readonly count: number;
  /** The first two that are the same, by their names. */
  readonly example: readonly [string | number, string | number];
  /** The sheet that repeats the others; null: no sheet has half of its rows there. */
  readonly sheet: { readonly name: string; readonly count: number } | null;
}

const customerFields: readonly ColumnField[] = ['full_name', 'phone', 'address'];
/** A sheet of which this share stands on others, too, is none of the list. */
const mostRepeated = 0.5;

interface OfSheet {
  rows: number;
  repeated: number;
}

/**
 * The rows with the same customer, day and wares on several sheets; null where there are none, or where the orders have
 * numbers: one that stands twice is known by it.
 * @param plan of the joined table
 */
export function findRepeatedRows(table: Table, { mapping }: ColumnPlan): RepeatedRows | null {
  const { stacked } = table;
  const columns = Object.values(mapping.columns).flat();
  const customer = customerFields.flatMap((field) => mapping.columns[field] ?? []);
  if (stacked.length < 2 || mapping.columns.order_id !== undefined || customer.length === 0) return null;
  const places = new Map<string, Map<number, number[]>>();
  const sheets = stacked.map((): OfSheet => ({ rows: 0, repeated: 0 }));
  for (const [place, { firstDataIndex }] of stacked.entries())
    for (let index = firstDataIndex; index < (stacked[place + 1]?.firstIndex ?? table.rowCount); index++) {
      if (customer.every((column) => table.text(index, column).trim() === '')) continue;
      const key = JSON.stringify(columns.map((column) => fold(table.text(index, column))));
      const ofKey = places.get(key) ?? new Map<number, number[]>();
      places.set(key, ofKey.set(place, [...(ofKey.get(place) ?? []), index]));
    }
  let count = 0;
  let example: RepeatedRows['example'] | null = null;
  for (const ofKey of places.values())
    for (const [place, indices] of ofKey) {
      const sheet = sheets[place];
      if (sheet) sheet.rows += indices.length;
      if (ofKey.size < 2) continue;
      if (sheet) sheet.repeated += indices.length;
      const [first = 0] = [...ofKey.values()][0] ?? [];
      if (indices[0] === first) continue;
      count += indices.length;
      example ??= [table.rowName(first), table.rowName(indices[0] ?? first)];
    }
  if (example === null) return null;
  const most = sheets.reduce((best, { repeated }, at) => (repeated >= (sheets[best]?.repeated ?? 0) ? at : best), 0);
  const { rows, repeated } = sheets[most] ?? { rows: 0, repeated: 0 };
  const isOfOthers = repeated >= rows * mostRepeated;
  return { count, example, sheet: isOfOthers ? { name: stacked[most]?.name ?? '', count: repeated } : null };
}
