/** What texts mean in a shop's files, as a person settled it: looked up by field and folded text. */
import type { ColumnField } from '../model/fields.ts';
import type { SettledValue } from '../model/settled.ts';
import { fold } from '../values/fold.ts';
import { resolveRelativeDate } from '../values/dates/relative-date.ts';

/** Texts by folded text. */
export type FieldMeanings = ReadonlyMap<string, string>;
export type Meanings = Partial<Readonly<Record<ColumnField, FieldMeanings>>>;

/** Each customer has his own: what was put right in one order says nothing of the next one's. */
const personal: ReadonlySet<ColumnField> = new Set(['order_id', 'full_name', 'phone', 'address']);

/** Whether texts of the field can mean the same in every file. */
export function canBeSettled(field: ColumnField): boolean {
  return !personal.has(field);
}

/** @param now milliseconds since 1970: «tomorrow 14:00» is counted from it */
export function meaningsOf(values: readonly SettledValue[], now: number): Meanings {
  const found: Partial<Record<ColumnField, Map<string, string>>> = {};
  for (const { field, value, text } of values) {
    const key = meaningKey(value);
    if (key === '' || !canBeSettled(field)) continue;
    const meant = field === 'scheduled_at' ? (resolveRelativeDate(text, now) ?? text) : text;
    (found[field] ??= new Map()).set(key, meant);
  }
  return found;
}

/** Equal for texts that differ in case, marks and spaces alone; a text of nothing but marks is itself. */
export function meaningKey(text: string): string {
  return fold(text) || text.trim();
}
