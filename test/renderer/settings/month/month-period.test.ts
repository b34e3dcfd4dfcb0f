import { expect, it } from 'vitest';
import { dayOf, monthBeside, shownDay, thisMonth } from '../../../../renderer/settings/month/month-period.ts';

/** Four in the morning of 1 December in Tashkent, still November in Greenwich. */
const now = Date.parse('2026-11-30T23:00:00Z');

it('goes from month to month by Tashkent’s clock, of this one until today', () => {
  expect(thisMonth(now)).toEqual({ from: '2026-12-01', to: '2026-12-01' });
  expect(monthBeside('2026-12-01', -1, now)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(monthBeside('2026-11-15', 1, now)).toEqual(thisMonth(now));
  expect(monthBeside('2028-01-31', 1, now)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(monthBeside('2027-01-01', -1, now)).toEqual(thisMonth(now));
});

it('reads days as people write them, the day first, and nothing else', () => {
  expect(['24.11.2026', ' 4/1/2026 ', '2026-11-24', '1-2-2026'].map(dayOf)).toEqual([
    '2026-11-24',
    '2026-01-04',
    '2026-11-24',
    '2026-02-01',
  ]);
  for (const text of ['', '31.02.2026', '24.13.2026', '24.11.26', 'bugun', '0.1.2026']) expect(dayOf(text)).toBeNull();
  expect(shownDay('2026-11-24')).toBe('24.11.2026');
});
