/** A large text of one byte a character, kept as its bytes: read as if it had been decoded whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CellCollector } from '../../../../main/reading/cells.ts';
import { decodeInParts, decodeText } from '../../../../main/reading/csv/encoding.ts';
import { partOf } from '../../../../main/reading/csv/one-byte-text.ts';
import { readRecords } from '../../../../main/reading/csv/records.ts';
import { raggedIssues } from '../../../../main/reading/csv/ragged-rows.ts';

const encodings = [
  ...[
    'windows-1251',
    'windows-1252',
    'windows-1254',
    'windows-1255',
    'windows-1258',
    'windows-874',
    'ibm866',
    'koi8-r',
  ],
  ...['koi8-u', 'x-mac-cyrillic', 'macintosh', 'iso-8859-2', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8'],
];
const someBytes = fc.uint8Array({ minLength: 1, maxLength: 3000 }).map((bytes) => Buffer.from(bytes));

test.each(encodings)('every part of a text in %s is that of the text decoded whole', (encoding) => {
  fc.assert(
    fc.property(someBytes, fc.nat(3000), fc.nat(3000), (bytes, one, other) => {
      const [whole, kept] = [decodeText(bytes, encoding), decodeInParts(bytes, encoding, 0)];
      expect({ ...kept, text: kept.text.slice() }).toEqual(whole);
      expect(typeof kept.text).toBe('object');
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      expect(kept.text.slice(from, to)).toBe(whole.text.slice(from, to));
      expect(partOf(kept.text, from, to).slice()).toBe(whole.text.slice(from, to));
      expect(kept.text.charCodeAt(one)).toBe(whole.text.charCodeAt(one));
      expect(kept.text.indexOf(';', from)).toBe(whole.text.indexOf(';', from));
    }),
    { numRuns: 20 },
  );
});

test.each(['utf-8', 'utf-16le', 'gbk', 'shift_jis', 'euc-kr'])(
  'a text in %s, whose characters have several bytes, is decoded whole',
  (encoding) => {
    const bytes = Buffer.from('id;name\n1;Azizov\n');
    expect(decodeInParts(bytes, encoding, 0)).toEqual(decodeText(bytes, encoding));
  },
);

test('a small one, too, and one that begins with a byte order mark', () => {
  expect(typeof decodeInParts(Buffer.from('1;2\n'), 'windows-1251').text).toBe('string');
  expect(decodeInParts(Buffer.from('\uFEFF1;Азиз\n'), undefined, 0)).toMatchObject({
    text: '1;Азиз\n',
    encoding: 'utf-8',
  });
});

test('its cells, rows and issues are the same, whatever quotes and line ends it has', async () => {
  const letters = fc.constantFrom(
    ...[...'";,\n\r \t1a'].map((sign) => sign.charCodeAt(0)),
    0xc0,
    0xe4,
    0xff,
    0x98,
    0xa0,
  );
  const texts = fc.array(letters, { minLength: 1, maxLength: 400 }).map((codes) => Buffer.from(codes));
  async function read(text: ReturnType<typeof decodeInParts>['text']): Promise<unknown> {
    const cells = new CellCollector();
    try {
      const { widths, issues } = await readRecords(text, ';', cells, { fileBytes: text.length });
      const table = cells.build({ sheet: 'x' }, text);
      const rows = Array.from({ length: table.rowCount }, (_, index) => {
        const row: unknown[] = [table.rowNumber(index)];
        table.forEachCell(index, (...cell) => row.push(cell));
        return row;
      });
      return { rows, issues, cells: cells.issues, ragged: raggedIssues(widths, table) };
    } catch (error) {
      return String(error);
    }
  }
  await fc.assert(
    fc.asyncProperty(texts, async (bytes) => {
      const kept = decodeInParts(bytes, 'windows-1251', 0).text;
      expect(await read(kept)).toEqual(await read(decodeText(bytes, 'windows-1251').text));
    }),
    { numRuns: 300 },
  );
});
