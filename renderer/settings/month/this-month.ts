/** The days of the month so far. */
import { localFromEpoch } from '../../../shared/domain/values/dates/tashkent-time.ts';

/** From the first of the month until today, in Tashkent, as YYYY-MM-DD. */
export function thisMonth(): { readonly from: string; readonly to: string } {
  const to = localFromEpoch(Date.now()).slice(0, 10);
  return { from: `${to.slice(0, 8)}01`, to };
}

/** A day as people write it: 24.11.2026. */
export function shownDay(day: string): string {
  return day.split('-').toReversed().join('.');
}
