import { describe, expect, it } from 'vitest';
import { readCountedPrice } from '../../../../shared/domain/mixed-cells/counted-price.ts';

const read = (text: string): string =>
  readCountedPrice(text)
    .parts.map(({ meaning, text: value }) => `${meaning} ${value}`)
    .join(', ');

describe('a quantity and a price in one cell', () => {
  it.each([
    ['2 x 150 000', 2, 150_000],
    ['2шт*150000', 2, 150_000],
    ['3 ta x 25 000 so‘m', 3, 25_000],
    ['5 шт по 48000', 5, 48_000],
    ['2×65000 = 130 000', 2, 65_000],
    ['150 000 х 2', 2, 150_000],
  ])('«%s»', (text, quantity, price) => {
    expect(read(text)).toBe(`quantity ${quantity}, price ${price}`);
  });

  it.each(['150 000', '2 шт', '2 x 65000 = 100000', 'Choynak 2 x 150000', '150х200', '0 x 150000', ''])(
    '«%s» is none',
    (text) => {
      expect(read(text)).toBe('');
    },
  );
});
