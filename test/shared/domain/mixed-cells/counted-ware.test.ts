import { describe, expect, it } from 'vitest';
import { readCountedWare } from '../../../../shared/domain/mixed-cells/counted-ware.ts';

const read = (text: string, meaning: 'client_product_id' | 'product_code'): string =>
  readCountedWare(text, meaning)
    .parts.map((part) => `${part.meaning} ${part.text}`)
    .join(', ');

describe('a ware, its pieces and their sum in one cell', () => {
  it.each([
    ['31 x 2 = 300000', '31', 2, 150_000],
    ['32 х 1 шт = 85 000 сум', '32', 1, 85_000],
    ['#7 * 3 = 75 000', '7', 3, 25_000],
  ])('«%s»', (text, ware, quantity, price) => {
    expect(read(text, 'client_product_id')).toBe(`client_product_id ${ware}, quantity ${quantity}, price ${price}`);
  });

  it('reads a code with letters as the shop’s', () => {
    expect(read('A-12 x 2 = 90000', 'product_code')).toBe('product_code A-12, quantity 2, price 45000');
    expect(read('A-12 x 2 = 90000', 'client_product_id')).toBe('');
  });

  it.each(['2 x 150000 = 300000', '31 x 2 = 300001', '31 x 0 = 300000', '31 x 2', 'Choynak x 2 = 300000', '2x2=4', ''])(
    '«%s» is none',
    (text) => {
      expect(read(text, 'product_code')).toBe('');
    },
  );
});
