/** What is offered to be settled for the shop: a text that was not understood, and what a person or a suggestion says it is. */
import type { ColumnField } from '../model/fields.ts';
import type { Fix, Issue } from '../model/issues.ts';
import type { OrderBook } from '../orders/order-book.ts';
import type { OrderEntry } from '../orders/order-entry.ts';
import { matchCity, matchRegion } from '../regions/match-region.ts';
import { localFromEpoch } from '../values/dates/tashkent-time.ts';
import { canBeSettled, meaningKey } from './meanings.ts';

type SettleFix = Extract<Fix, { kind: 'settle' }>;

export interface SettleOffer {
  /** As Excel shows it. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly fix: SettleFix;
}

/** Longer texts are quoted shortened, and are hardly written twice. */
const longestValue = 50;
const clock = /^([01]?\d|2[0-3]):[0-5]\d$/u;
const dayWords = ['bugun', 'ertaga', 'indinga'] as const;

/** The fix that settles the field's text; null: nothing can be settled so. */
function settleFix(field: ColumnField, value: string, text: string): SettleFix | null {
  const [held, meant] = [value.trim(), text.trim()];
  if (!canBeSettled(field) || held === '' || meant === '' || held.length > longestValue) return null;
  if (meaningKey(held) === meaningKey(meant)) return null;
  return { kind: 'settle', thing: { kind: 'value', field, value: held, text: meant }, settled: true };
}

/** The offer that goes with an issue whose fix puts another text into its cell: for every such text of the shop's files. */
export function settleOfferOf({ field, fix, params }: Issue): SettleFix | null {
  const value = params['value'];
  // A date that is suggested for a word is of one day.
  if (fix?.kind !== 'setCell' || field === undefined || field === 'scheduled_at' || typeof value !== 'string')
    return null;
  return settleFix(field, value, fix.text);
}

/** Whether the field's text says by itself what it is. */
function isUnderstood({ readers }: OrderBook, field: ColumnField, text: string): boolean {
  const parsed = readers[field].parse({ kind: 'text', text });
  if (parsed.kind !== 'value' || parsed.remarks.some(({ severity }) => severity !== 'notice')) return false;
  if (field === 'region') return matchRegion(text).kind === 'known';
  if (field !== 'city') return true;
  // Villages are not in the list: only what resembles a town is pointed out.
  const town = matchCity(text);
  return town.kind !== 'unknown' || town.suggestions.length === 0;
}

/**
 * What a corrected cell of the delivery day says in every file: its hour, or the day counted from the file's; null where it
 * is a day of its own.
 */
function lastingDate(text: string, now: number): string | null {
  if (clock.test(text)) return text;
  const [, day = '', month = '', year = '', time = ''] = /^(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d:\d\d))?$/u.exec(text) ?? [];
  const offset = dayWords.findIndex(
    (_, days) => localFromEpoch(now + days * 86_400_000).slice(0, 10) === `${year}-${month}-${day}`,
  );
  return offset < 0 ? null : `${dayWords[offset] ?? ''} ${time}`.trim();
}

/** The offer for a cell that a person corrected: the file's text was not understood, what was typed is. */
function offerForEdit(book: OrderBook, field: ColumnField, before: string, after: string): SettleFix | null {
  if (isUnderstood(book, field, before)) return null;
  if (field !== 'scheduled_at') return isUnderstood(book, field, after) ? settleFix(field, before, after) : null;
  // A word means the same every day; a day that could not be read does not.
  const lasting = /\d/u.test(before) ? null : lastingDate(after.trim(), book.input.now);
  return lasting === null ? null : settleFix(field, before, lasting);
}

/** What is offered at the cells of an order: at those with a suggestion, and at those that a person corrected. */
export function settleOffers(book: OrderBook, entry: OrderEntry): SettleOffer[] {
  const { table, plan } = book.input;
  const offers: SettleOffer[] = [];
  for (const issue of book.issuesOf(entry)) {
    const fix = settleOfferOf(issue);
    if (fix !== null && issue.row !== undefined && issue.column !== undefined)
      offers.push({ row: issue.row, column: issue.column, fix });
  }
  for (const index of entry.rows) {
    if (table.isAdded(index) || !table.isRowEdited(index)) continue;
    for (const { column, text } of table.overridesOfRow(index)) {
      const field = plan.columns[column]?.field ?? null;
      if (field === null || field === 'product_code' || field === 'product_name') continue;
      const before = table.file.cell(index, column);
      const fix = before.kind === 'text' ? offerForEdit(book, field, before.text, text) : null;
      if (fix !== null) offers.push({ row: table.rowNumber(index), column, fix });
    }
  }
  return offers;
}
