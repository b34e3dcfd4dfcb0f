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
    ['Плед серый 150х200', ['Плед серый 150х200|–']],
    ['Stol 120*60 sm', ['Stol 120*60 sm|–']],
    ['Матрас 1600х2000х200', ['Матрас 1600х2000х200|–']],
    ['Плед 150х200 x2; Подушка 50х70', ['Плед 150х200|2', 'Подушка 50х70|–']],
    ['Choynak', ['Choynak|–']],
    ['Чайник 1 шт. по 150000\nПиала 6 шт. по 25000', ['Чайник|1@150000', 'Пиала|6@25000']],
    ['Choynak 2 ta @ 150 000', ['Choynak|2@150000']],
    ['Чайник - 2x125000 = 250000\nПиала - 6x20000 = 120000', ['Чайник|2@125000', 'Пиала|6@20000']],
    ['Чайник (2 шт x 125 000)', ['Чайник|2@125000']],
    ['Чайник 125000 x 2', ['Чайник|2@125000']],
    ['Чайник х 2 = 250000', ['Чайник|2@125000']],
    ['Choynak 150 000, Piyola 6 x 25 000', ['Choynak|–@150000', 'Piyola|6@25000']],
    ['A 1 dona + B 2 dona', ['A|1', 'B|2']],
    ['2 ta choynak va 6 ta piyola', ['choynak|2', 'piyola|6']],
    ['Ложка + вилка', ['Ложка + вилка|–']],
    ['Krem SPF 50+ x2', ['Krem SPF 50+|2']],
    ['(Чайник x2) (Пиала x6)', ['Чайник|2', 'Пиала|6']],
    ['[Чайник x2][Пиала x6]', ['Чайник|2', 'Пиала|6']],
    ['31:2|32:1', ['31|2', '32|1']],
    ['31 x 2; 32 x 1', ['31|2', '32|1']],
    ['iPhone 13 128 000', ['iPhone 13 128 000|–']],
    // Sums of all pieces or of one: the total says which, else nobody knows.
    [
      '1. Choynak (2 ta) - 300 000\n2. Piyola (6 ta) - 150 000\nJami: 450 000 so‘m',
      ['Choynak|2@150000', 'Piyola|6@25000'],
    ],
    ['Choynak (2 ta) - 150 000; Piyola (6 ta) - 25 000; Jami: 450 000', ['Choynak|2@150000', 'Piyola|6@25000']],
    ['Choynak (2 ta) - 300 000\nPiyola (6 ta) - 150 000', ['Choynak|2', 'Piyola|6']],
    // A product that is not quantity × price was misread.
    ['Чайник - 2x125000 = 999', ['Чайник - 2x125000 = 999|–']],
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
    ['Плед серый 150х200', false],
    ['31 x 2; 32 x 1', true],
    ['Choynak 150 000; Piyola', true],
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
