import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellKind } from '../../../../shared/domain/table/table.ts';
import { parseMoney } from '../../../../shared/domain/values/money.ts';
import { cellOf, outcome, textCell } from './outcome.ts';

const typed: readonly (readonly [string, string])[] = [
  ['5000', '5000'],
  ['0', '0'],
  ['1', '1'],
  ['999999999999999', '999999999999999'],
  ['+5000', '5000'],
  ['00500', '500'],
  // groups
  ['95 000', '95000'],
  ['1 234 567', '1234567'],
  ['1\u00A0234\u00A0567', '1234567'],
  ['1\u202F234\u202F567', '1234567'],
  ['1\u2009234\u2009567', '1234567'],
  ["1'234'567", '1234567'],
  ['1’234’567', '1234567'],
  ['1.234.567', '1234567'],
  ['1,234,567', '1234567'],
  ['12.345.678', '12345678'],
  ['1.000', '1000 ·thousandsGroup'],
  ['1,000', '1000 ·thousandsGroup'],
  ['150.000', '150000 ·thousandsGroup'],
  ['150,000', '150000 ·thousandsGroup'],
  ['999,999', '999999 ·thousandsGroup'],
  // zero fractions
  ['5000.0', '5000'],
  ['5000.00', '5000'],
  ['5000,0', '5000'],
  ['5000,00', '5000'],
  ['5000.', '5000'],
  ['5 000,00', '5000'],
  ['5 000.00', '5000'],
  ['1.234.567,00', '1234567'],
  ['1,234,567.00', '1234567'],
  ['1.234,00', '1234'],
  ['1,234.00', '1234'],
  ['5 000-00', '5000'],
  ['5000-00', '5000'],
  ['5000–00', '5000'],
  ['5000,-', '5000'],
  ['0.00', '0'],
  ['0,0', '0'],
  ['1 234 567.000', '1234567'],
  // soʻm
  ["95 000 so'm", '95000'],
  ['95 000 so‘m', '95000'],
  ['95 000 soʻm', '95000'],
  ['95 000 so`m', '95000'],
  ['95 000 som', '95000'],
  ["95000so'm", '95000'],
  ['95 000 sum', '95000'],
  ['95 000 сум', '95000'],
  ['95 000 сўм', '95000'],
  ['95 000 сумов', '95000'],
  ['95 000 UZS', '95000'],
  ['95 000 uzs', '95000'],
  ['UZS 95 000', '95000'],
  ['95 000 s.', '95000'],
  ['95 000 с.', '95000'],
  ['95 000 сум.', '95000'],
  ["SO'M 95000", '95000'],
  ["1.000.000 so'm", '1000000'],
  ["95 000,00 so'm", '95000'],
  // thousands and millions
  ['150 ming', '150000'],
  ['150ming', '150000'],
  ['150 минг', '150000'],
  ['150 тыс', '150000'],
  ['150 тыс.', '150000'],
  ['150 тысяч', '150000'],
  ['150k', '150000'],
  ['150K', '150000'],
  ['150 к', '150000'],
  ['1,2 mln', '1200000'],
  ['1.2 mln', '1200000'],
  ['1,25 млн', '1250000'],
  ['2 mln', '2000000'],
  ['2 million', '2000000'],
  ['1,5 миллиона', '1500000'],
  ["150 ming so'm", '150000'],
  ['1,2 mln soʻm', '1200000'],
  ['150 тыс. сум', '150000'],
  ['0,5 mln', '500000'],
  ['1.250 mln', '✕ numberAmbiguous'],
  ['1,250 ming', '✕ numberAmbiguous'],
  ['1,2345 ming', '✕ fraction'],
  // fractions are never rounded
  ['5000.5', '✕ fraction'],
  ['5000,50', '✕ fraction'],
  ['0.5', '✕ fraction'],
  ['0,500', '✕ fraction'],
  ['.5', '✕ fraction'],
  ['1 234 567,5', '✕ fraction'],
  ['1.234,5', '✕ fraction'],
  ['1234.567', '✕ fraction'],
  ['1 234.567', '✕ fraction'],
  ['5 000-50', '✕ fraction'],
  // Excel's arithmetic and short forms
  ['94999.99999999999', '95000 ·excelNoise'],
  ['95000.00000000001', '95000 ·excelNoise'],
  ['149999.99999999997', '150000 ·excelNoise'],
  ['94999.9999', '✕ fraction'],
  ['1.5E+05', '150000 !exponent'],
  ['1,5E+05', '150000 !exponent'],
  ['1.5e5', '150000 !exponent'],
  ['1.23456E+05', '123456 !exponent'],
  ['1.234567E+05', '✕ fraction'],
  ['1E-3', '✕ fraction'],
  ['1E+40', '✕ numberTooLarge'],
  // refusals
  ['$100', '✕ otherCurrency'],
  ['100 $', '✕ otherCurrency'],
  ['100 usd', '✕ otherCurrency'],
  ['100 USD', '✕ otherCurrency'],
  ['100€', '✕ otherCurrency'],
  ['1500 ₽', '✕ otherCurrency'],
  ['1500 руб', '✕ otherCurrency'],
  ['1500 руб.', '✕ otherCurrency'],
  ['1500₸', '✕ otherCurrency'],
  ['100 у.е.', '✕ otherCurrency'],
  ['100 dollar', '✕ otherCurrency'],
  ['100 тенге', '✕ otherCurrency'],
  ['100 рублей', '✕ otherCurrency'],
  ['-5000', '✕ negative'],
  ['−5000', '✕ negative'],
  ['(5 000)', '✕ negative'],
  ['5000-', '✕ negative'],
  ["-5 000 so'm", '✕ negative'],
  ['10%', '✕ isPercent'],
  ['10 %', '✕ isPercent'],
  ['%10', '✕ isPercent'],
  ['bepul', '✕ numberUnreadable'],
  ['12.34.567', '✕ numberUnreadable'],
  ['1 23 456', '✕ numberUnreadable'],
  ['5000/2', '✕ numberUnreadable'],
  ['5000 x 2', '✕ numberUnreadable'],
  ['1,234.567.890', '✕ numberUnreadable'],
  ['5 000 5000', '✕ numberUnreadable'],
  ["so'm", '✕ numberUnreadable'],
  ['5000abc', '✕ numberUnreadable'],
  ['1234,56,78', '✕ numberUnreadable'],
  ['1234567890123456', '✕ numberTooLarge'],
  ['#N/A', '✕ sheetError'],
  ['#Н/Д', '✕ sheetError'],
  ['TRUE', '✕ isBoolean'],
  // nothing
  ['', 'blank'],
  ['-', 'blank'],
  ['—', 'blank'],
  ['n/a', 'blank'],
  ['н/д', 'blank'],
  ['yoʻq', 'blank'],
  ['нет', 'blank'],
  ['   ', 'blank'],
  // guards
  ["'5000", '5000'],
  ['="5000"', '5000'],
  ['\uFEFF5000', '5000'],
  ['\u200E5000', '5000 ·invisible'],
];

describe('money', () => {
  test.each(typed)('%j → %s', (text, expected) => {
    expect(outcome(parseMoney(textCell(text), 'price'))).toBe(expected);
  });

  const held: readonly (readonly [CellKind, string, string])[] = [
    ['number', '95000', '95000'],
    ['number', '95000.0', '95000'],
    ['number', '1.5E+05', '150000'],
    ['number', '1.000', '1'],
    ['number', '94999.99999999999', '95000 ·excelNoise'],
    ['number', '0.1', '✕ fraction'],
    ['number', '-5000', '✕ negative'],
    ['number', '12345678901234567', '✕ numberTooLarge'],
    ['date', '45568', '✕ isDate'],
    ['percent', '0.1', '✕ isPercent'],
    ['boolean', 'TRUE', '✕ isBoolean'],
    ['error', '#REF!', '✕ sheetError'],
    ['uncalculated', '', '✕ uncalculated'],
    ['empty', '', 'blank'],
  ];
  test.each(held)('a %s cell %j → %s', (kind, text, expected) => {
    expect(outcome(parseMoney(cellOf(kind, text), 'price'))).toBe(expected);
  });

  test('a discount in per cent is a question of its own', () => {
    expect(outcome(parseMoney(textCell('10%'), 'discount'))).toBe('✕ discountPercent');
    expect(outcome(parseMoney(cellOf('percent', '0.1'), 'discount'))).toBe('✕ discountPercent');
  });

  test('a discount written as what is taken off is offered without its minus', () => {
    expect(outcome(parseMoney(textCell('-5 000'), 'discount'))).toBe('✕ negative → 5000');
  });

  const grouping = fc.constantFrom(' ', '\u00A0', '\u202F', '\u2009', "'");
  const ending = fc.constantFrom('', '.0', ',00', " so'm", ' сум', ' UZS', '-00');
  test('writing a sum in any local way and reading it gives the sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), grouping, ending, (sum, group, end) => {
        const written = String(sum).replace(/\B(?=(\d{3})+$)/g, group) + end;
        const parsed = parseMoney(textCell(written), 'price');
        expect(parsed).toMatchObject({ kind: 'value', value: sum });
      }),
    );
  });

  test('a number is never rounded: a value read from a number cell is that number', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (number) => {
        const parsed = parseMoney(cellOf('number', String(number)), 'price');
        if (parsed.kind === 'value') expect(Number(number.toPrecision(15))).toBe(parsed.value);
      }),
    );
  });
});
