import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { csvField, csvLine, escapeFormula } from '../../../main/reporting/csv-text.ts';

/** What a spreadsheet program takes for a formula, once it has skipped what it skips. */
function isFormula(cell: string): boolean {
  return /^[=+\-@＝＋－＠−]/u.test(cell.normalize('NFC').replace(/^[\s\p{Cc}\p{Cf}]+/u, ''));
}

describe('a csv field', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+998901234567', "'+998901234567"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['＝1', "'＝1"],
    ['\u200b=1', "'\u200b=1"],
    ['\n=1', '"\'\n\'=1"'],
    ['\t=1', '"\'\t\'=1"'],
    ['\tabc', '"\'\tabc"'],
    ["'abc", "''abc"],
    ['oʻgʻil', 'oʻgʻil'],
    ['a;b', '"a;b"'],
    ['a"b', '"a""b"'],
    ['a, b', '"a, b"'],
    [' a ', '" a "'],
    ['', ''],
    ['Navoiy 5, -2 qavat', '"Navoiy 5, -2 qavat"'],
    ['x,=cmd|1,y', '"x,\'=cmd|1,y"'],
    ['x,@karim', '"x,@karim"'],
  ])('%j', (text, field) => {
    expect(csvField(text)).toBe(field);
  });

  test('any text is read back as one cell that is no formula, and one apostrophe taken off gives it back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '=',
            '+',
            '-',
            '@',
            "'",
            '"',
            ';',
            ',',
            '\t',
            '\r',
            '\n',
            ' ',
            '\u00a0',
            '\ufeff',
            'a',
            '1',
            '＝',
            '\u200b',
          ),
        )
        .map((signs) => signs.join('')),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
        const read = Papa.parse<string[]>(csvLine(['first', ...texts, 'last']), { delimiter: ';', newline: '\r\n' })
          .data[0]!;
        expect(read).toHaveLength(texts.length + 2);
        for (const [index, original] of texts.entries()) {
          const cell = read[index + 1]!;
          expect(isFormula(cell)).toBe(false);
          if (escapeFormula(original).replace(/^'/u, '') === original) expect(cell.replace(/^'/u, '')).toBe(original);
          else expect(original).toMatch(/[,;|:\t\r\n\v\f\u0085\u2028\u2029]/u);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
