/** Sorts an order's values for reading: the order's own, then item by item. */
import type { OrderView } from '../../../shared/contract/views.ts';
import { epochFromSent, formatTashkentTime, formatUtcTime } from '../../../shared/domain/values/dates/tashkent-time.ts';

export type OrderValueView = OrderView['values'][number];

export interface GroupedOrderValues {
  readonly order: readonly OrderValueView[];
  readonly items: readonly { readonly number: number; readonly values: readonly OrderValueView[] }[];
}

export function groupOrderValues(values: readonly OrderValueView[]): GroupedOrderValues {
  const items = new Map<number, OrderValueView[]>();
  for (const value of values) {
    if (value.item === null) continue;
    const item = items.get(value.item);
    if (item) item.push(value);
    else items.set(value.item, [value]);
  }
  return {
    order: values.filter(({ item }) => item === null),
    items: [...items].toSorted(([a], [b]) => a - b).map(([item, ofItem]) => ({ number: item + 1, values: ofItem })),
  };
}

export interface DeliveryTimes {
  readonly toshkent: string;
  readonly utc: string;
}

/**
 * A delivery time as sent, in Toshkent and in UTC; null: the text is no such time. Under the rule «local clock with a
 * Z» what is sent names the hour in Toshkent (docs/domain.md, decision 8).
 */
export function deliveryTimes(text: string, clock: 'utc' | 'localWithZ'): DeliveryTimes | null {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? epochFromSent(text, clock) : Number.NaN;
  return Number.isNaN(at) ? null : { toshkent: formatTashkentTime(at), utc: formatUtcTime(at) };
}

/**
 * «7–9, 12»: runs of rows as ranges, the first few of them.
 * @param rowNames what rows are called
 */
export function formatRowRanges(rows: readonly number[], rowNames: (rows: readonly number[]) => string): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  const most = 6;
  const texts = runs
    .slice(0, most)
    .map(([from, to]) => (from === to ? rowNames([from]) : rowNames([from, to]).replace(', ', '–')));
  return runs.length > most ? `${texts.join(', ')} …` : texts.join(', ');
}
