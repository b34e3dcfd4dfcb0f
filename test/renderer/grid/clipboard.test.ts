import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCells, parseCells } from '../../../renderer/grid/clipboard.ts';

describe('parseCells', () => {
  it.each([
    ['nothing', '', []],
    ['one cell', 'Buxoro', [['Buxoro']]],
    [
      'Excel’s own ending line',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['line ends of Unix', 'a\nb', [['a'], ['b']]],
    [
      'blank cells',
      '\tb\t\r\n\t\t',
      [
        ['', 'b', ''],
        ['', '', ''],
      ],
    ],
    ['a blank line in the middle', 'a\r\n\r\nb', [['a'], [''], ['b']]],
    ['a line end inside a cell', '"1-qator\n2-qator"\tx', [['1-qator\n2-qator', 'x']]],
    ['doubled marks', '"5"" truba"\tx', [['5" truba', 'x']]],
    ['a mark in the middle', '5" truba\tx', [['5" truba', 'x']]],
    ['a mark that opens and does not close', '"Choyxona\tx', [['"Choyxona', 'x']]],
    ['a quoted word in a longer text', '"Choyxona" MChJ\tx', [['"Choyxona" MChJ', 'x']]],
  ])('%s', (_name, text, cells) => {
    expect(parseCells(text)).toEqual(cells);
  });
});

it('what was copied is pasted as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ʻ', '"', '\t', '\n', '\r', ' ', '7', 'Қ') });
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(table, (lines) => {
      // A lone blank cell in the last line cannot be told from the line end behind the last line; nothing is lost by it.
      fc.pre(lines.at(-1)!.some((text) => text !== ''));
      expect(parseCells(formatCells(lines))).toEqual(lines);
    }),
  );
});
