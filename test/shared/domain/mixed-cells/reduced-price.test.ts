import { describe, expect, it } from 'vitest';
import { readReducedPrice } from '../../../../shared/domain/mixed-cells/reduced-price.ts';

const read = (text: string): string =>
  readReducedPrice(text)
    .parts.map((part) => `${part.meaning} ${part.text}`)
    .join(', ');

describe('a price, what comes off and what is left in one cell', () => {
  it.each([
    ['150 000 - 10 000 = 140 000', 'price 150000, discount 10000'],
    ['150000–10% = 135000', 'price 150000, discount 15000'],
    ['150 000 so‘m − 5 000 so‘m = 145 000 so‘m', 'price 150000, discount 5000'],
    ['85 000', 'price 85000'],
    ['85000', 'price 85000'],
  ])('«%s»', (text, parts) => {
    expect(read(text)).toBe(parts);
  });

  it.each(['150 000 - 10 000 = 145 000', '150 000 - 160 000', '10 - 20 = 30', 'Choynak - 10 = 5', ''])(
    '«%s» is none',
    (text) => {
      expect(read(text)).toBe('');
    },
  );
});
