import { describe, expect, test } from 'vitest';
import { parseProductId, parseVariationId } from '../../../../shared/domain/values/product-id.ts';
import { outcome, textCell } from './outcome.ts';

describe('product and variation ids', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['1', '1'],
    ['17', '17'],
    ['17.0', '17'],
    ["'17", '17'],
    ['2147483647', '2147483647'],
    ['4780001234567', '4780001234567 !productId.doubtful'],
    ['007', '7 !productId.doubtful'],
    ['85123A', '✕ productId.letters'],
    ['S10_1678', '✕ productId.letters'],
    ['CH-01', '✕ productId.letters'],
    ['#17', '✕ productId.letters'],
    ['№17', '✕ productId.letters'],
    ['17,18', '✕ productId.fraction'],
    ['1.5', '✕ productId.fraction'],
    ['1.7E+03', '✕ productId.scientific'],
    ['1 234', '✕ productId.spaces → 1234'],
    ['0', '✕ productId.notPositive'],
    ['-1', '✕ productId.notPositive'],
    ['1234567890123456', '✕ productId.tooLong'],
    ['', 'blank'],
    ['—', 'blank'],
    ['#N/A', '✕ sheetError'],
  ];
  test.each(cases)('product %j → %s', (text, expected) => {
    expect(outcome(parseProductId(textCell(text)))).toBe(expected);
  });

  test.each([
    ['1', '1'],
    ['M', '✕ variationId.letters'],
    ['qizil', '✕ variationId.letters'],
    ['42', '42'],
    ['', 'blank'],
    ['2.5', '✕ variationId.fraction'],
  ])('variation %j → %s', (text, expected) => {
    expect(outcome(parseVariationId(textCell(text)))).toBe(expected);
  });
});
