import { expect, it } from 'vitest';
import {
  epochFromSent,
  formatTashkentTime,
  formatUtcTime,
  localMidnight,
} from '../../../../../shared/domain/values/dates/tashkent-time.ts';

it('writes Toshkent time and UTC, whatever the computer is set to', () => {
  expect(formatTashkentTime(Date.UTC(2026, 10, 24, 9, 0))).toBe('24.11.2026 14:00');
  expect(formatTashkentTime(Date.UTC(2026, 11, 31, 19, 5))).toBe('01.01.2027 00:05');
  expect(formatUtcTime(Date.UTC(2026, 11, 31, 19, 5))).toBe('31.12.2026 19:05');
});

it('takes a time as it was sent for UTC, or for the clock of Toshkent', () => {
  const sent = '2026-11-25T14:00:00Z';
  expect(formatTashkentTime(epochFromSent(sent, 'utc'))).toBe('25.11.2026 19:00');
  expect(formatTashkentTime(epochFromSent(sent, 'localWithZ'))).toBe('25.11.2026 14:00');
  expect(epochFromSent('ertaga', 'utc')).toBeNaN();
});

it('finds the midnight of the day in Toshkent', () => {
  expect(localMidnight(Date.UTC(2026, 10, 24, 18, 59))).toBe(Date.UTC(2026, 10, 24));
  expect(localMidnight(Date.UTC(2026, 10, 24, 19, 0))).toBe(Date.UTC(2026, 10, 25));
});
