import { describe, expect, it } from 'vitest';
import { numberInWords } from '../../../../shared/domain/values/number-words.ts';
import { parseQuantity } from '../../../../shared/domain/values/quantity.ts';

describe('small numbers in words', () => {
  it.each([
    ['bitta', 1],
    ['Uchta', 3],
    ['toʻrtta', 4],
    ['ikki dona', 2],
    ['олтита', 6],
    ['два', 2],
    ['одну штуку', 1],
    ['Пять шт.', 5],
    ['two', 2],
  ])('«%s»', (text, number) => {
    expect(numberInWords(text)).toBe(number);
    expect(parseQuantity({ kind: 'text', text })).toEqual({ kind: 'value', value: number, remarks: [] });
  });

  it.each(['', 'bir juft', 'два-три', 'birinchi', 'Bittayeva', 'пара', '2'])('«%s» is none', (text) => {
    expect(numberInWords(text)).toBeUndefined();
  });
});
