import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../../../shared/domain/values/quantity.ts';
import { cellOf, outcome, textCell } from './outcome.ts';

describe('quantities', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['1', '1'],
    ['12', '12'],
    ['1000', '1000'],
    ['1001', '1001 !quantityLarge'],
    ['1 000', '1000'],
    ['1 500', '1500 !quantityLarge'],
    ['2.0', '2'],
    ['2,00', '2'],
    ['002', '2'],
    ['1 dona', '1'],
    ['3 ta', '3'],
    ['3ta', '3'],
    ['2 шт', '2'],
    ['2 шт.', '2'],
    ['2 штуки', '2'],
    ['5 штук', '5'],
    ['2 pcs', '2'],
    ['x2', '2'],
    ['2x', '2'],
    ['×3', '3'],
    ['3 дона', '3'],
    ['4 ед.', '4'],
    ['1.000,00', '1000'],
    ['1.000', '✕ quantityAmbiguous'],
    ['1,000', '✕ quantityAmbiguous'],
    ['12.500', '✕ quantityAmbiguous'],
    ['1.5', '✕ fraction'],
    ['0,5', '✕ fraction'],
    ['0', '✕ quantityZero'],
    ['0 dona', '✕ quantityZero'],
    ['-1', '✕ negative'],
    ['−2', '✕ negative'],
    ['(2)', '✕ negative'],
    ['2 kg', '✕ quantityUnit → 2'],
    ['1,5 кг', '✕ quantityUnit'],
    ['3 литра', '✕ quantityUnit → 3'],
    ['0 кг', '✕ quantityUnit'],
    ['2 blok (0 dona)', '✕ quantityUnit'],
    ['2 blok (24 dona)', '✕ quantityUnit → 24'],
    ['3 кор. = 36 шт', '✕ quantityUnit → 36'],
    ['1 упак, всего 12 шт.', '✕ quantityUnit → 12'],
    ['2 quti', '✕ quantityUnit'],
    ['1 упаковка', '✕ quantityUnit'],
    ['2 juft', '✕ quantityUnit → 2'],
    ['ikkita', '2'],
    ['1+1', '✕ numberUnreadable'],
    ['1E+02', '✕ numberUnreadable'],
    ['10%', '✕ isPercent'],
    ['9999999999', '✕ numberTooLarge'],
    ['#N/A', '✕ sheetError'],
    ['', 'blank'],
    ['-', 'blank'],
  ];
  test.each(cases)('%j → %s', (text, expected) => {
    expect(outcome(parseQuantity(textCell(text)))).toBe(expected);
  });

  test.each([
    ['number', '1.000', '1'],
    ['number', '2', '2'],
    ['number', '2.5', '✕ fraction'],
    ['number', '1E+02', '100'],
    ['date', '45568', '✕ isDate'],
    ['percent', '0.5', '✕ isPercent'],
    ['boolean', 'TRUE', '✕ isBoolean'],
  ] as const)('a %s cell %j → %s', (kind, text, expected) => {
    expect(outcome(parseQuantity(cellOf(kind, text)))).toBe(expected);
  });

  test('any whole number of pieces is read as it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom('', ' dona', ' шт.', '.0'),
        (pieces, unit) => {
          expect(parseQuantity(textCell(`${pieces}${unit}`))).toMatchObject({ kind: 'value', value: pieces });
        },
      ),
    );
  });
});
