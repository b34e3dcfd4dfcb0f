/** «1521 / 02.12.2026 15:00»: an order's number and its day in a cell. */
import { describe, expect, it } from 'vitest';
import { mayBeNumberedDay, readNumberedDay } from '../../../../shared/domain/mixed-cells/numbered-day.ts';

const read = (text: string): readonly string[] => readNumberedDay(text).parts.map(({ text: part }) => part);

describe('a number with a day behind it', () => {
  it.each([
    ['1521 / 02.12.2026 15:00', '1521', '02.12.2026 15:00'],
    ['№1522, 2026-12-02 17:30', '№1522', '2026-12-02 17:30'],
    ['1523 | 03.12.2026', '1523', '03.12.2026'],
  ])('«%s»', (text, number, day) => {
    expect(mayBeNumberedDay.test(text)).toBe(true);
    expect(read(text)).toEqual([number, day]);
  });

  it.each([
    '02.12.2026 15:00',
    '2026-12-02',
    '1521',
    '1521 / 15:00',
    '12/03/2026',
    '1521 / 02.12.2026 15:00 Zebo',
    '15/11/1/2026',
  ])('«%s» is something else', (text) => {
    expect(read(text)).toEqual([]);
  });
});
