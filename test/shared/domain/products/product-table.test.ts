import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldProductKey, type Product } from '../../../../shared/domain/products/product.ts';
import { ProductTable } from '../../../../shared/domain/products/product-table.ts';

const product = (keyKind: Product['keyKind'], key: string, productId: number): Product => ({
  keyKind,
  key,
  productId,
  variationId: null,
  price: null,
});
const table = new ProductTable([
  product('code', 'CH-01', 31),
  product('code', '4780001234567', 32),
  product('name', 'Choynak katta', 31),
  product('name', 'Shampun A+', 40),
  product('name', 'Shampun A', 41),
  product('name', 'Kurtka 42', 50),
  product('name', 'Чойнак кичик', 33),
]);

describe('the product table', () => {
  it.each([
    ['code', 'ch-01', 31],
    ['code', ' CH–01 ', 31],
    ['code', "'4780001234567", 32],
    ['code', '4780001234567.0', 32],
    ['name', 'CHOYNAK KATTA', 31],
    ['name', 'Choynak  (katta)', 31],
    ['name', 'shampun a+', 40],
    ['name', 'Shampun A', 41],
    ['name', 'чойнак кичик', 33],
    ['name', 'Çoynak katta', 31],
    ['name', 'чoйнaк кичик', 33],
  ] as const)('finds the %s «%s» exactly, after folding', (kind, key, id) => {
    expect(table.find(kind, key)?.productId).toBe(id);
    // Again, out of what it remembers.
    expect(table.find(kind, key)?.productId).toBe(id);
  });

  it.each([
    ['code', 'CH01'],
    ['code', 'CH-010'],
    ['code', 'Choynak katta'],
    ['name', 'CH-01'],
    ['name', 'Choynak'],
    ['name', 'Kurtka 44'],
  ] as const)('does not take the %s «%s» for another one', (kind, key) => {
    expect(table.find(kind, key)).toBeUndefined();
  });

  it('offers what is nearly the same, by a typing mistake or by the words’ order, and never another number', () => {
    expect(table.nearest('name', 'Choynak kata')?.productId).toBe(31);
    expect(table.nearest('name', 'katta choynak')?.productId).toBe(31);
    expect(table.nearest('name', 'Kurtka 44')).toBeUndefined();
    expect(table.nearest('name', 'Piyola')).toBeUndefined();
    expect(table.nearest('code', 'CH-02')).toBeUndefined();
  });

  it('keeps the last of keys that fold to one, and none that fold to nothing', () => {
    const twice = new ProductTable([
      product('name', 'Piyola', 1),
      product('name', 'PIYOLA', 2),
      product('name', '—', 3),
    ]);
    expect(twice.find('name', 'piyola')?.productId).toBe(2);
    expect(twice.find('name', '')).toBeUndefined();
  });

  it('takes wide marks for the marks that they are', () => {
    expect(foldProductKey('name', 'Vitamin A＋')).toBe(foldProductKey('name', 'Vitamin A+'));
    expect(foldProductKey('code', '＇A－1')).toBe(foldProductKey('code', 'A-1'));
  });

  it('folds a folded key to itself, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('code' as const, 'name' as const),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        (kind, key) => {
          const folded = foldProductKey(kind, key);
          expect(foldProductKey(kind, folded)).toBe(folded);
        },
      ),
      {
        examples: [
          ['code', '＇'],
          ['code', 'a¨'],
          ['code', '＝＂1＂'],
          ['name', 'A＋'],
          ['name', '＇＇%'],
        ],
      },
    );
  });
});
