import { describe, expect, it } from 'vitest';
import { kindOfFormatCode, numberFormatOf, withShownCurrency } from '../../../../main/reading/xlsx/number-formats.ts';

describe('kindOfFormatCode', () => {
  it.each([
    'dd.mm.yyyy',
    'yyyy-mm-dd',
    'm/d/yy h:mm',
    'hh:mm:ss',
    'mm:ss.0',
    'd-mmm-yy',
    '[$-419]d mmm yyyy;@',
    '[$-F800]dddd, mmmm dd, yyyy',
    'yyyy"г."',
    'dd\\.mm\\.yyyy',
    'h:mm AM/PM',
    'YYYY',
    '[Red]dd.mm',
    'dd.mm.yyyy;@',
    '_-dd.mm',
  ])('a date: %s', (code) => {
    expect(kindOfFormatCode(code)).toBe('date');
  });

  it.each([
    'General',
    'general',
    '0',
    '0.00',
    '#,##0',
    '#,##0.00 "сум"',
    '#,##0\\ "so\'m"',
    '#,##0\\ \\s\\o\\m',
    "#,##0 so'm",
    '[Red]0',
    '[h]:mm:ss',
    '[mm]:ss',
    '0.00E+00',
    '@',
    '"day" 0',
    '# ?/?',
    '_-* #,##0.00\\ _d_-',
    'General;[Red]-General',
    '',
  ])('a number: %s', (code) => {
    expect(kindOfFormatCode(code)).toBe('number');
  });

  it.each(['0%', '0.00%', '#,##0%;[Red]-0%'])('a percentage: %s', (code) => {
    expect(kindOfFormatCode(code)).toBe('percent');
  });

  it('a percent sign that is only text', () => {
    expect(kindOfFormatCode('0"%"')).toBe('number');
    expect(kindOfFormatCode('0\\%')).toBe('number');
  });
});

describe('sums in another currency than soʻm', () => {
  it.each([
    ['[$$-409]#,##0.00', '12 $'],
    ['"$"#,##0', '12 $'],
    ['#,##0 "₸"', '12 ₸'],
    ['#,##0.00\\ [$₽-419]', '12 ₽'],
    ['#,##0.00[$р.-419]', '12 ₽'],
    ['#,##0 "тг"', '12 ₸'],
    ['[$USD] #,##0.00', '12 USD'],
    ['_-[$€-2] * #,##0.00_-;-[$€-2] * #,##0.00_-', '12 €'],
  ])('%s is held as %s', (code, text) => expect(withShownCurrency(12, numberFormatOf(code))).toBe(text));

  it.each([
    'General',
    '#,##0',
    '#,##0 "сум"',
    '#,##0 "so\'m"',
    '[$-419]#,##0',
    '[$сўм-843] #,##0',
    '[$UZS] #,##0',
    '[Red]#,##0',
    '0.00 "кг"',
    '[$$-409]dd.mm.yyyy',
  ])('%s is none', (code) => expect(withShownCurrency(12, numberFormatOf(code))).toBeUndefined());
});
