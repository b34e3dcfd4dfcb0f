/** What is written comes back the same, whatever it is and whoever wrote it. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../../shared/domain/table/table.ts';
import { encodeText } from '../../support/encode-text.ts';
import { readBytes, readCells, refusalOf } from '../../support/read-bytes.ts';
import { escapeCellText, workbook } from '../../support/xlsx-writer.ts';

/** Any text that shows something: letters of all alphabets, XML's and csv's own signs, marks and controls. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        ';',
        ',',
        '\t',
        '\n',
        '_x000D_',
        '&amp;',
        ']]>',
        'Ў',
        '😀',
        '\u200b',
        ' ',
        '0',
        '=',
      ),
      maxLength: 12,
    }),
  )
  .filter((value) => !/^[\s\u00a0]*$/.test(value) && !/\p{Surrogate}/u.test(value));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -1, 1e21, 1e-7, 0.1 + 0.2, 5e-324, 998901234567),
);
const place = fc.record({
  row: fc.integer({ min: 1, max: 40 }),
  column: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(701, 702, 16383)),
});
const cells = fc.uniqueArray(fc.tuple(place, fc.oneof(text, number)), {
  maxLength: 40,
  selector: ([{ row, column }]) => `${row}:${column}`,
});

type Cells = readonly (readonly [{ readonly row: number; readonly column: number }, string | number])[];

function expectedOf(written: Cells): Record<string, string> {
  return Object.fromEntries(
    written.map(([{ row, column }, value]) => [
      `${columnLetters(column)}${row}`,
      typeof value === 'number' ? `n:${numberText(value)}` : value,
    ]),
  );
}

/** Minus zero has no form of its own in JavaScript's texts. */
function numberText(value: number): string {
  return String(value === 0 ? 0 : value);
}

/** Line ends inside a text, as every XML reader has them. */
function normalised(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

describe('xlsx', () => {
  const form = fc.record({ shared: fc.boolean(), runs: fc.boolean(), stored: fc.boolean() });

  it('written by hand, comes back the same', async () => {
    await fc.assert(
      fc.asyncProperty(cells, form, async (written, { shared, runs, stored }) => {
        const strings: string[] = [];
        const sorted = [...written].sort((a, b) => a[0].row - b[0].row || a[0].column - b[0].column);
        const rows = [...new Set(sorted.map(([{ row }]) => row))].map((row) => {
          const xml = sorted
            .filter(([one]) => one.row === row)
            .map(([{ column }, value]) => {
              const address = `${columnLetters(column)}${row}`;
              if (typeof value === 'number') return `<c r="${address}"><v>${numberText(value)}</v></c>`;
              const plain = escapeCellText(value);
              const item = runs
                ? `<r><rPr><b/></rPr><t xml:space="preserve">${plain}</t></r><r><t></t></r>`
                : `<t xml:space="preserve">${plain}</t>`;
              if (!shared) return `<c r="${address}" t="inlineStr"><is>${item}</is></c>`;
              strings.push(`<si>${item}</si>`);
              return `<c r="${address}" t="s"><v>${strings.length - 1}</v></c>`;
            });
          return `<row r="${row}">${xml.join('')}</row>`;
        });
        const bytes = workbook({
          rows: rows.join(''),
          strings: strings.join(''),
          part: (part) => ({ ...part, stored }),
        });
        expect(await readCells(bytes)).toEqual(expectedOf(written));
      }),
      { numRuns: 150 },
    );
  });

  it('written by exceljs, comes back the same', async () => {
    // exceljs drops the characters that XML cannot hold, and does not escape its own escapes.
    const writable = text.filter((value) => !/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/.test(value));
    const written = fc.uniqueArray(fc.tuple(place, fc.oneof(writable, number)), {
      maxLength: 25,
      selector: ([{ row, column }]) => `${row}:${column}`,
    });
    await fc.assert(
      fc.asyncProperty(written, async (values) => {
        const book = new ExcelJS.Workbook();
        const sheet = book.addWorksheet('Buyurtmalar');
        for (const [{ row, column }, value] of values) sheet.getCell(row, column + 1).value = value;
        const bytes = Buffer.from(await book.xlsx.writeBuffer());
        const expected = Object.entries(expectedOf(values)).map(([address, value]) => [address, normalised(value)]);
        expect(await readCells(bytes)).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 60 },
    );
  });
});

describe('csv', () => {
  const delimiter = fc.constantFrom(',', ';', '\t', '|');
  const newline = fc.constantFrom('\n', '\r\n');
  const cell = fc.oneof(
    text.filter((value) => !/[\0-\x08\r\x0e-\x1e]/.test(value)),
    fc.constant(''),
  );

  it('comes back the same under the delimiter that it is told', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 20 }),
        delimiter,
        newline,
        async (rows, mark, end) => {
          fc.pre(rows.some((row) => row.some((value) => value !== '')));
          const file = Papa.unparse(rows, { delimiter: mark, newline: end });
          fc.pre(!/^\s*(?:\ufeff|sep=|<|\{|\[|PK|BM)/i.test(file));
          const expected: Record<string, string> = {};
          rows.forEach((row, index) =>
            row.forEach((value, column) => {
              if (value !== '') expected[`${columnLetters(column)}${index + 1}`] = value;
            }),
          );
          expect(await readCells(file, { name: 'a.csv', delimiter: mark, encoding: 'utf-8' })).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds delimiter and encoding of ordinary order tables by itself', async () => {
    const word = fc.constantFrom(
      'Каримова Азиза',
      'Усманов Тимур',
      'г. Ташкент, ул. Навои 5',
      'Самарканд; Регистан',
      'Бухоро, Гиждуван',
      'дом 7, кв. 12',
    );
    const order = fc.tuple(
      fc.integer({ min: 1, max: 999_999 }),
      word,
      word,
      fc.constantFrom('5000,50', '120 000', '7000.00', '15000'),
      fc.integer({ min: 1, max: 9 }),
    );
    const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'koi8-r', 'ibm866');
    await fc.assert(
      fc.asyncProperty(
        fc.array(order, { minLength: 3, maxLength: 30 }),
        delimiter,
        newline,
        encoding,
        async (orders, mark, end, code) => {
          const rows = [
            ['№ заказа', 'Получатель', 'Адрес доставки', 'Цена', 'Количество'],
            ...orders.map((one) => one.map(String)),
          ];
          const readable = rows.map((row) =>
            row.map((value) => (code === 'koi8-r' || code === 'ibm866' ? value.replace('№', 'N') : value)),
          );
          const file = await readBytes(
            encodeText(Papa.unparse(readable, { delimiter: mark, newline: end }), code, false),
            { name: 'a.csv' },
          );
          expect({ encoding: file.encoding, delimiter: file.delimiter }).toEqual({ encoding: code, delimiter: mark });
          readable.forEach((row, index) => expect(row.map((_, column) => file.table.text(index, column))).toEqual(row));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('bytes of anything', () => {
  it('are read or refused, and never crash', async () => {
    const seed = workbook({
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      strings: '<si><t>x</t></si>',
      part: (part) => ({ ...part, stored: true, declaredChecksum: 0 }),
    });
    const mutated = fc
      .array(fc.tuple(fc.nat({ max: seed.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 })
      .map((changes) => {
        const bytes = Buffer.from(seed);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      });
    const garbage = fc.uint8Array({ minLength: 0, maxLength: 300 });
    const signature = fc.constantFrom(
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<?xml ',
      '\xff\xfe',
      '\xfe\xff',
      '\xef\xbb\xbf',
      '"',
      'sep=',
    );
    const signed = fc
      .tuple(signature, garbage)
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated, garbage, signed), async (bytes) => {
        const reading = readBytes(bytes);
        await reading.catch(async () => expect(await refusalOf(reading)).toMatch(/^reading\./));
      }),
      { numRuns: 1500 },
    );
  });
});
