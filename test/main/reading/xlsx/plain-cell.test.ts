/** Cells of the usual form are read by a way of their own: it must give what the way for every form gives. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CellCollector } from '../../../../main/reading/cells.ts';
import { numberFormatOf } from '../../../../main/reading/xlsx/number-formats.ts';
import { SheetScanner } from '../../../../main/reading/xlsx/sheet-scanner.ts';
import { cellsOf, readCells } from '../../../support/read-bytes.ts';
import { sheetXml, workbook } from '../../../support/xlsx-writer.ts';

/** What the sheet gives; its end is far enough from the cells that all of them may be read in the usual way. */
function cellsIn(xml: string, encoding: BufferEncoding = 'utf8'): Record<string, string> {
  const cells = new CellCollector();
  const scanner = new SheetScanner({
    strings: ['a', 'ў&', ''],
    numberFormats: ['General', 'dd.mm.yyyy', '0%', '00000'].map(numberFormatOf),
    cells,
    firstRows: undefined,
  });
  scanner.write(
    Buffer.from(sheetXml({ rows: `<row>${xml}</row>`, afterRows: `<!-- ${'x'.repeat(200)} -->` }), encoding),
  );
  scanner.end();
  return cellsOf(cells.build({ sheet: 'S' }, scanner.text()));
}

/** Numbers as programs write them, and as they should not. */
const digits = fc.string({
  unit: fc.constantFrom('0', '1', '5', '9', '.', '-', '00', '123456789', 'E', '+', ' '),
  maxLength: 7,
});
const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.double({ min: 0, max: 60_000, noNaN: true }).map(String),
  digits,
);
const text = fc.string({
  unit: fc.constantFrom('a', 'Ў', ' ', '&amp;', '&#65;', '_x000D_', '_', '\r', '😀', '\u00a0', 'Toshkent', '1'),
  maxLength: 12,
});
const address = fc
  .tuple(fc.constantFrom('A', 'B', 'Z', 'AB', 'XFD'), fc.integer({ min: 1, max: 9 }))
  .map(([column, row]) => `${column}${row}`);
const cell = fc.record({
  address,
  style: fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="77"'),
  value: fc.oneof(
    number.map((value) => ({ type: '', xml: `<v>${value}</v>` })),
    number.map((value) => ({ type: ' t="n"', xml: `<v>${value}</v>` })),
    fc.constantFrom('0', '1', '2').map((value) => ({ type: ' t="s"', xml: `<v>${value}</v>` })),
    text.map((value) => ({ type: ' t="inlineStr"', xml: `<is><t>${value}</t></is>` })),
    text.map((value) => ({ type: ' t="str"', xml: `<v>${value}</v>` })),
    fc.constantFrom({ type: '', xml: '' }, { type: '', xml: '<v></v>' }, { type: ' t="b"', xml: '<v>1</v>' }),
  ),
});

it('both ways give the same cells', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 12 }), (cells) => {
      const usual = cells
        .map(({ address, style, value }) => `<c r="${address}"${style}${value.type}>${value.xml}</c>`)
        .join('');
      const unusual = cells
        .map(({ address, style, value }) => `<c${value.type}${style} r='${address}' >${value.xml}</c >`)
        .join('');
      expect(cellsIn(usual)).toEqual(cellsIn(unusual));
    }),
    { numRuns: 3000 },
  );
});

it('letters of every length, and bytes that are none, stay in their own cells', () => {
  // Each as the bytes that it has in UTF-8, or should not have: cut, too long, halves of pairs, beyond the last letter.
  const bytes = fc.constantFrom(
    'a',
    '\xd0\x8e',
    '\xe2\x80\x99',
    '\xef\xbb\xbf',
    '\xf0\x9f\x98\x80',
    '\xd0',
    '\x8e',
    '\xe2\x80',
    '\xe0\x80\x80',
    '\xed\xa0\x80',
    '\xed\x9f\xbf',
    '\xc0\x80',
    '\xc1\xbf',
    '\xf5',
    '\xff',
  );
  const texts = fc.array(
    fc.array(bytes, { minLength: 1, maxLength: 5 }).map((list) => list.join('')),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(texts, (list) => {
      const usual = list
        .map((held, index) => `<c r="A${index + 1}" t="inlineStr"><is><t>${held}</t></is></c>`)
        .join('');
      const unusual = list
        .map((held, index) => `<c t="inlineStr" r="A${index + 1}"><is><t>${held}</t></is></c>`)
        .join('');
      expect(cellsIn(usual, 'latin1')).toEqual(cellsIn(unusual, 'latin1'));
    }),
    { numRuns: 2000 },
  );
});

it('a text said twice is the same text both times', async () => {
  const names = Array.from({ length: 3000 }, (_, index) => `Ism ${(index * 7919) % 997} ${'ў'.repeat(index % 40)}`);
  const xml = names
    .map((name, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>${name}</t></is></c></row>`)
    .join('');
  expect(Object.values(await readCells(workbook({ rows: xml })))).toEqual(names);
});
