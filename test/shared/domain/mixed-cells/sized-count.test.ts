import { describe, expect, it } from 'vitest';
import { readSizedCount } from '../../../../shared/domain/mixed-cells/sized-count.ts';

const read = (text: string): string =>
  readSizedCount(text)
    .parts.map((part) => `${part.meaning} ${part.text}`)
    .join(', ');

describe('a quantity with a size in brackets', () => {
  it.each([
    ['1 (M)', 'quantity 1, wareDetail M'],
    ['2 шт. (красный, XL)', 'quantity 2, wareDetail красный, XL'],
    ['3 [qora]', 'quantity 3, wareDetail qora'],
    ['2', 'quantity 2'],
    ['2 dona', 'quantity 2'],
  ])('«%s»', (text, parts) => {
    expect(read(text)).toBe(parts);
  });

  it.each(['2 (24 dona)', '2 blok (24 dona)', '1 (kg)', '2 (42)', '(M)', 'Kurtka (M)', ''])('«%s» is none', (text) => {
    expect(read(text)).toBe('');
  });
});
