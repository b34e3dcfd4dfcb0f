/** Days counted from the day on which they were written (docs/domain.md, «Dates»). */
import { describe, expect, it } from 'vitest';
import { isRelativeDate, resolveRelativeDate } from '../../../../../shared/domain/values/dates/relative-date.ts';

/** Tuesday, 24.11.2026, 09:00 in Tashkent. */
const now = Date.UTC(2026, 10, 24, 4);

describe('a relative date', () => {
  it.each([
    ['tomorrow 14:00', '25.11.2026 14:00'],
    ['ertaga', '25.11.2026'],
    ['Indinga', '26.11.2026'],
    ['завтра в 14:00', '25.11.2026 14:00'],
    ['завтра после обеда', '25.11.2026 14:00'],
    ['ertaga tushdan keyin', '25.11.2026 14:00'],
    ['bugun 15:00 dan keyin', '24.11.2026 15:00'],
    ['juma', '27.11.2026'],
    ['juma kuni', '27.11.2026'],
    ['в пятницу утром', '27.11.2026 09:00'],
    ['seshanba', '01.12.2026'],
    ['пт', '27.11.2026'],
    ['ср. 10:00', '25.11.2026 10:00'],
    ['Fri', '27.11.2026'],
    ['шанба', '28.11.2026'],
  ])('%j is %s', (text, expected) => expect(resolveRelativeDate(text, now)).toBe(expected));

  it.each(['25.11.2026', 'Jumayev', 'завтрак', '15:00', 'tomorrow 25:00', ''])('%j is none', (text) => {
    expect([isRelativeDate(text), resolveRelativeDate(text, now)]).toEqual([false, undefined]);
  });
});
