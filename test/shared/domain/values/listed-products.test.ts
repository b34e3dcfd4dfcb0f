import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedProducts, looksLikeProductList } from '../../../../shared/domain/values/listed-products.ts';

const told = (text: string) =>
  listedProducts(text).map(
    ({ name, quantity, price }) => `${name}|${quantity ?? '–'}${price === null ? '' : `@${price}`}`,
  );

describe('products listed in a cell', () => {
  it.each<[string, string[]]>([
    ['Choynak x2; Piyola', ['Choynak|2', 'Piyola|–']],
    ['Mahsulot A x2; Mahsulot B', ['Mahsulot A|2', 'Mahsulot B|–']],
    ['Чайник х2, Пиала х3', ['Чайник|2', 'Пиала|3']],
    ['Чайник ×2\nПиала × 3', ['Чайник|2', 'Пиала|3']],
    ['Lagan (x3)', ['Lagan|3']],
    ['Lagan (3x), Kosa [2 шт]', ['Lagan|3', 'Kosa|2']],
    ['Choynak - 2 dona, Piyola 6 ta', ['Choynak|2', 'Piyola|6']],
    ['Чайник — 2 шт.; Пиала: 6 штук', ['Чайник|2', 'Пиала|6']],
    ['2x Choynak, 3 dona Piyola', ['Choynak|2', 'Piyola|3']],
    ['2 шт Чайник; Пиала', ['Чайник|2', 'Пиала|–']],
    ['Choynak 2 x 150 000; Piyola 3x25000 soʻm', ['Choynak|2@150000', 'Piyola|3@25000']],
    ['1) Choynak x2; 2) Piyola', ['Choynak|2', 'Piyola|–']],
    ['- Choynak x2\n- Piyola x1', ['Choynak|2', 'Piyola|1']],
    ['Suv 1,5 l x2, Non', ['Suv 1,5 l|2', 'Non|–']],
    ['Kurtka (42)', ['Kurtka (42)|–']],
    ['Kurtka 42', ['Kurtka 42|–']],
    ['iPhone X2 Pro', ['iPhone X2 Pro|–']],
    ['Choynak', ['Choynak|–']],
    ['', []],
    [' ; , ', []],
  ])('%j', (text, expected) => expect(told(text)).toEqual(expected));

  it.each([
    ['Choynak x2; Piyola', true],
    ['Choynak x2', true],
    ['Choynak, katta', false],
    ['Choynak', false],
    ['Kurtka 42', false],
    ['12 x 3', false],
  ])('%j looks like a list: %s', (text, expected) => expect(looksLikeProductList(text)).toBe(expected));

  it('gives back what was listed, whatever the marks', () => {
    const name = fc.constantFrom('Choynak', 'Piyola katta', 'Чайник', 'Kosa 20 sm', 'Suv 1,5 l');
    const mark = fc.constantFrom(
      (n: number) => ` x${n}`,
      (n: number) => ` (x${n})`,
      (n: number) => ` ×${n}`,
      (n: number) => ` – ${n} dona`,
      (n: number) => ` ${n} шт.`,
    );
    const item = fc.record({ name, quantity: fc.integer({ min: 1, max: 99 }), mark });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('; ', ';', '\n'),
        (items, separator) => {
          const text = items.map((one) => `${one.name}${one.mark(one.quantity)}`).join(separator);
          expect(listedProducts(text)).toEqual(
            items.map((one) => ({ name: one.name, quantity: one.quantity, price: null })),
          );
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { name } of listedProducts(text)) expect(name).not.toBe('');
      }),
    );
  });
});
