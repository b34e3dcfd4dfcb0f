/** What else text files of real offices carry: each varies one feature, and says by hand what must be read of it. */
import { describe, expect, it } from 'vitest';
import { cellsOf, readBytes, refusalOf } from '../../../support/read-bytes.ts';
import { encodeText } from '../../../support/encode-text.ts';

const name = 'orders.csv';

interface Case {
  readonly title: string;
  readonly bytes: string | Uint8Array;
  readonly delimiter: string | null;
  readonly cells: Readonly<Record<string, string>>;
  readonly encoding?: string;
}

const cases: readonly Case[] = [
  {
    title: 'a byte order mark before sep=',
    bytes: '\ufeffsep=;\r\nid;izoh\r\n1;a,b\r\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'izoh', A2: '1', B2: 'a,b' },
  },
  {
    title: 'Excel’s «Unicode text»: UTF-16 with tabs',
    bytes: encodeText('id\tIsm\r\n1\tOʻktam\r\n', 'utf-16le', true),
    delimiter: '\t',
    cells: { A1: 'id', B1: 'Ism', A2: '1', B2: 'Oʻktam' },
    encoding: 'utf-16le',
  },
  {
    title: 'a windows-1251 file with quoted semicolons',
    bytes: encodeText('Номер;Адрес\r\n1;"ул. Навои; д. 5"\r\n2;Чилонзор\r\n', 'windows-1251', false),
    delimiter: ';',
    cells: { A1: 'Номер', B1: 'Адрес', A2: '1', B2: 'ул. Навои; д. 5', A3: '2', B3: 'Чилонзор' },
    encoding: 'windows-1251',
  },
  {
    title: 'rows that begin with an empty cell',
    bytes: ';id;ism\n;1;Ali\n;2;Vali\n',
    delimiter: ';',
    cells: { B1: 'id', C1: 'ism', B2: '1', C2: 'Ali', B3: '2', C3: 'Vali' },
  },
  {
    title: 'a heading of two lines in quotes',
    bytes: '"Buyurtma\nraqami";Ism\n1;Ali\n2;Vali\n',
    delimiter: ';',
    cells: { A1: 'Buyurtma\nraqami', B1: 'Ism', A2: '1', B2: 'Ali', A3: '2', B3: 'Vali' },
  },
  {
    title: 'spaces between thousands',
    bytes: 'id;narx\n1;1 234 567\n2;12\u00a0345\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'narx', A2: '1', B2: '1 234 567', A3: '2', B3: '12\u00a0345' },
  },
  {
    title: 'tabs inside quotes of a file with commas',
    bytes: 'id,izoh\n1,"a\tb"\n2,"c\td"\n',
    delimiter: ',',
    cells: { A1: 'id', B1: 'izoh', A2: '1', B2: 'a\tb', A3: '2', B3: 'c\td' },
  },
  {
    title: 'a formula with quotes and commas',
    bytes: 'id;havola\n1;"=HYPERLINK(""https://example.uz"",""x"")"\n2;b\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'havola', A2: '1', B2: '=HYPERLINK("https://example.uz","x")', A3: '2', B3: 'b' },
  },
  {
    title: 'blank lines before the headings',
    bytes: '\n\n\nid;x\n1;2\n',
    delimiter: ';',
    cells: { A4: 'id', B4: 'x', A5: '1', B5: '2' },
  },
  {
    title: 'rows of delimiters alone between the days',
    bytes: 'id;x\n1;2\n;\n3;4\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'x', A2: '1', B2: '2', A4: '3', B4: '4' },
  },
  { title: 'one cell alone', bytes: 'id', delimiter: null, cells: { A1: 'id' } },
  {
    title: 'empty quotes',
    bytes: 'id;x;y\n1;"";2\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'x', C1: 'y', A2: '1', C2: '2' },
  },
  {
    title: 'a quote as the whole cell',
    bytes: 'id;x\n1;""""\n2;b\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'x', A2: '1', B2: '"', A3: '2', B3: 'b' },
  },
  {
    title: 'quoted and plain cells in one row',
    bytes: 'id;x;y\n"1";b;"c;d"\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'x', C1: 'y', A2: '1', B2: 'b', C2: 'c;d' },
  },
  {
    title: 'a phone that Excel spoilt',
    bytes: 'id;telefon\n1;9,98901E+11\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'telefon', A2: '1', B2: '9,98901E+11' },
  },
  {
    title: 'an apostrophe that kept the zeros',
    bytes: "id;indeks\n1;'00123\n",
    delimiter: ';',
    cells: { A1: 'id', B1: 'indeks', A2: '1', B2: "'00123" },
  },
  {
    title: 'smileys and marks of direction',
    bytes: 'id;izoh\n1;\u202a+998\u202c 👍🏽\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'izoh', A2: '1', B2: '\u202a+998\u202c 👍🏽' },
  },
  {
    title: 'bars with spaces around',
    bytes: 'id | ism\n1 | Ali\n',
    delimiter: '|',
    cells: { A1: 'id ', B1: ' ism', A2: '1 ', B2: ' Ali' },
  },
  {
    title: 'dates and times',
    bytes: 'id;sana\n1;24.11.2026 14:00\n2;2026-11-24T14:00\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'sana', A2: '1', B2: '24.11.2026 14:00', A3: '2', B3: '2026-11-24T14:00' },
  },
  {
    title: 'dates with commas and times in a file with semicolons',
    bytes: 'id;sana\n1;24.11.2026, 14:00\n2;25.11.2026, 15:00\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'sana', A2: '1', B2: '24.11.2026, 14:00', A3: '2', B3: '25.11.2026, 15:00' },
  },
  {
    title: 'tables of other widths below each other',
    bytes: 'Hisobot\n\nid;ism;telefon;manzil\n1;Ali;2;x\n2;Vali;3;y\n3;Gani;4;z\n\nNarxlar\nkod;narx\n1;5\n2;6\n',
    delimiter: ';',
    cells: {
      A1: 'Hisobot',
      A3: 'id',
      B3: 'ism',
      C3: 'telefon',
      D3: 'manzil',
      A4: '1',
      B4: 'Ali',
      C4: '2',
      D4: 'x',
      A5: '2',
      B5: 'Vali',
      C5: '3',
      D5: 'y',
      A6: '3',
      B6: 'Gani',
      C6: '4',
      D6: 'z',
      A8: 'Narxlar',
      A9: 'kod',
      B9: 'narx',
      A10: '1',
      B10: '5',
      A11: '2',
      B11: '6',
    },
  },
  {
    title: 'a cell of thirty thousand characters',
    bytes: `id;izoh\n1;${'ў'.repeat(30_000)}\n`,
    delimiter: ';',
    cells: { A1: 'id', B1: 'izoh', A2: '1', B2: 'ў'.repeat(30_000) },
  },
  {
    title: 'a hundred columns',
    bytes: `${Array.from({ length: 100 }, (_, at) => `c${at}`).join(',')}\n`,
    delimiter: ',',
    cells: Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [
        `${at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}1`,
        `c${at}`,
      ]),
    ),
  },
  {
    title: 'composed and decomposed letters stay what they are',
    bytes: 'id;ism\n1;é\n2;e\u0301\n',
    delimiter: ';',
    cells: { A1: 'id', B1: 'ism', A2: '1', B2: 'é', A3: '2', B3: 'e\u0301' },
  },
  {
    title: 'headings in capitals of Cyrillic Uzbek in UTF-8',
    bytes: 'БУЮРТМА РАҚАМИ;МИЖОЗ\n1;Ғайрат\n',
    delimiter: ';',
    cells: { A1: 'БУЮРТМА РАҚАМИ', B1: 'МИЖОЗ', A2: '1', B2: 'Ғайрат' },
  },
];

describe('csv: features', () => {
  it.each(cases)('$title', async ({ bytes, delimiter, cells, encoding = 'utf-8' }) => {
    const file = await readBytes(bytes, { name });
    expect(cellsOf(file.table)).toEqual(cells);
    expect({ delimiter: file.delimiter, encoding: file.encoding }).toEqual({ delimiter, encoding });
  });

  it('zero bytes among the text are no table', async () => {
    expect(await refusalOf(readBytes('id;x\n1;\0\n', { name }))).toBe('reading.notSpreadsheet');
  });
});
