import { describe, expect, it } from 'vitest';
import { deliveryDateText, deliveryDays } from '../../../renderer/columns/date-answer.ts';
import { resolveRelativeDate } from '../../../shared/domain/values/dates/relative-date.ts';
import { languages } from '../../../shared/messages/translator.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';

/** 24.11.2026 09:00 in Toshkent. */
const now = Date.UTC(2026, 10, 24, 4);

describe('a day for all orders', () => {
  it.each(languages)('in %s is a word that moves with the calendar', (language) => {
    const t = translatorFor(language);
    const dates = deliveryDays.flatMap((day) =>
      day === 'date' ? [] : [resolveRelativeDate(deliveryDateText(t(`date.${day}`), '9') ?? '', now)],
    );
    expect(dates).toEqual(['25.11.2026 09:00', '24.11.2026 09:00', '26.11.2026 09:00']);
  });

  it.each([
    ['25.11.2026', '14:00', '25.11.2026 14:00'],
    ['25.11.2026', ' 7 ', '25.11.2026 07:00'],
    ['25.11.2026', '', '25.11.2026'],
    ['', '14:00', null],
    ['25.11.2026', '24:00', null],
    ['25.11.2026', 'x', null],
  ])('%j at %j is %j', (day, time, text) => expect(deliveryDateText(day, time)).toBe(text));
});
