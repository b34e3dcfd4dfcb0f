import { expect, it } from 'vitest';
import { formatDuration, formatDurationRange } from '../../../renderer/words/duration.ts';
import { translatorFor } from '../../../shared/messages/translators.ts';

const en = translatorFor('en');
const ru = translatorFor('ru');

it('says lengths of time as people do, never shorter than they are', () => {
  expect(formatDuration(en, 0)).toBe('1 second');
  expect(formatDuration(en, 7.2)).toBe('8 seconds');
  expect(formatDuration(en, 31)).toBe('35 seconds');
  expect(formatDuration(en, 61)).toBe('2 minutes');
  expect(formatDuration(en, 3600)).toBe('1 h 0 min');
  expect(formatDuration(en, 4790)).toBe('1 h 20 min');
  expect(formatDuration(ru, 120)).toBe('2 минуты');
});

it('says a range where its ends are said differently, its unit once', () => {
  expect(formatDurationRange(en, { from: 61, to: 100 })).toBe('2 minutes');
  expect(formatDurationRange(ru, { from: 4, to: 50 })).toBe('4 – 50 секунд');
  expect(formatDurationRange(ru, { from: 4, to: 4790 })).toBe('4 секунды – 1 ч 20 мин');
  expect(formatDurationRange(ru, { from: 3600, to: 4790 })).toBe('1 ч 0 мин – 1 ч 20 мин');
});
