import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePercent, percentOfSum, type Percent } from '../../../../shared/domain/values/percent.ts';
import { cellOf, outcome, textCell } from './outcome.ts';

const show = ({ digits, decimals }: Percent) => String(Number(digits) / 10 ** decimals);
const percentOf = (text: string): Percent => {
  const parsed = parsePercent(textCell(text));
  if (parsed.kind !== 'value') throw new Error(text);
  return parsed.value;
};

describe('discounts in per cent', () => {
  test.each([
    ['10', '10'],
    ['10%', '10'],
    ['10 %', '10'],
    ['%10', '10'],
    ['7,5%', '7.5'],
    ['7.5', '7.5'],
    ['0', '0'],
    ['0%', '0'],
    ['100%', '100'],
    ['12.25%', '12.25'],
    ["'5", '5'],
    ['101%', '✕ percentTooLarge'],
    ['5000', '✕ percentTooLarge'],
    ['-10%', '✕ negative → 10'],
    ['−5', '✕ negative → 5'],
    ['chegirma', '✕ numberUnreadable'],
    ['10% + 5%', '✕ numberUnreadable'],
    ['', 'blank'],
    ['-', 'blank'],
    ['#N/A', '✕ sheetError'],
    ['TRUE', '✕ isBoolean'],
  ])('%j → %s', (text, expected) => expect(outcome(parsePercent(textCell(text)), show)).toBe(expected));

  test.each([
    ['percent', '0.1', '10'],
    ['percent', '0.075', '7.5'],
    ['percent', '1', '100'],
    ['percent', '1.2', '✕ percentTooLarge'],
    ['number', '10', '10'],
    ['number', '12.5', '12.5'],
    ['date', '45568', '✕ isDate'],
  ] as const)('a %s cell %j → %s', (kind, text, expected) => {
    expect(outcome(parsePercent(cellOf(kind, text)), show)).toBe(expected);
  });

  test.each<[number, string, number | undefined]>([
    [50_000, '10%', 5000],
    [50_000, '7,5%', 3750],
    [333, '10%', undefined],
    [1, '100%', 1],
    [0, '50%', 0],
    [95_000, '3', 2850],
    [9_007_199_254_740_991, '100', 9_007_199_254_740_991],
  ])('of %d, %s is %s: whole or nothing', (sum, percent, part) => {
    expect(percentOfSum(sum, percentOf(percent))).toBe(part);
  });

  test('a part is exact: what it is of, times the percentage, is a hundred times it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (sum, hundredths) => {
          const part = percentOfSum(sum, { digits: String(hundredths), decimals: 2, ambiguous: false });
          if (part === undefined) expect((BigInt(sum) * BigInt(hundredths)) % 10_000n).not.toBe(0n);
          else expect(BigInt(part) * 10_000n).toBe(BigInt(sum) * BigInt(hundredths));
        },
      ),
    );
  });
});
