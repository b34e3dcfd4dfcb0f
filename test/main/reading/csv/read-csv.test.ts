/** Text tables: how they are cut into cells, and how rows are numbered. */
import { describe, expect, it } from 'vitest';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';

const name = 'orders.csv';

it('rows that end with CR, as on a Mac, and LF inside a cell', async () => {
  expect(await readCells('id;Izoh\r1;"bir\nikki"\r2;uch\r', { name: 'a.csv' })).toEqual({
    A1: 'id',
    B1: 'Izoh',
    A2: '1',
    B2: 'bir\nikki',
    A3: '2',
    B3: 'uch',
  });
});

describe('csv: cells', () => {
  const cases: readonly (readonly [
    title: string,
    text: string,
    delimiter: string | null,
    cells: Record<string, string>,
  ])[] = [
    ['semicolons', 'id;name\n1;Ali\n', ';', { A1: 'id', B1: 'name', A2: '1', B2: 'Ali' }],
    ['commas', 'id,name\n1,Ali\n', ',', { A1: 'id', B1: 'name', A2: '1', B2: 'Ali' }],
    ['tabs', 'id\tname\n1\tAli\n', '\t', { A1: 'id', B1: 'name', A2: '1', B2: 'Ali' }],
    ['bars', 'id|name\n1|Ali\n', '|', { A1: 'id', B1: 'name', A2: '1', B2: 'Ali' }],
    ['no end of line at the end', 'id;name\n1;Ali', ';', { A1: 'id', B1: 'name', A2: '1', B2: 'Ali' }],
    ['CR LF', 'id;name\r\n1;Ali\r\n', ';', { A1: 'id', B1: 'name', A2: '1', B2: 'Ali' }],
    ['CR alone', 'id;name\r1;Ali\r', ';', { A1: 'id', B1: 'name', A2: '1', B2: 'Ali' }],
    [
      'both ends of line in one file',
      'id;name\r\n1;Ali\n2;Vali\r\n',
      ';',
      { A1: 'id', B1: 'name', A2: '1', B2: 'Ali', A3: '2', B3: 'Vali' },
    ],
    ['one column', 'id\n1\n2\n', null, { A1: 'id', A2: '1', A3: '2' }],
    [
      'one column of texts with commas',
      'manzil\nToshkent, Navoiy 5\nBuxoro, Gʻijduvon, 7\nXiva\n',
      null,
      { A1: 'manzil', A2: 'Toshkent, Navoiy 5', A3: 'Buxoro, Gʻijduvon, 7', A4: 'Xiva' },
    ],
    [
      'digits stay as they are',
      'id;phone\n00123;+998901234567\n1.50;1E5\n',
      ';',
      { A1: 'id', B1: 'phone', A2: '00123', B2: '+998901234567', A3: '1.50', B3: '1E5' },
    ],
    [
      'quotes',
      'id;name\n"1";"Ali ""Usta"" Valiyev"\n',
      ';',
      { A1: 'id', B1: 'name', A2: '1', B2: 'Ali "Usta" Valiyev' },
    ],
    ['delimiters inside quotes', 'id;name\n1;"a;b,c"\n', ';', { A1: 'id', B1: 'name', A2: '1', B2: 'a;b,c' }],
    [
      'ends of line inside quotes',
      'id;name\r\n1;"a\nb"\r\n2;c\r\n',
      ';',
      { A1: 'id', B1: 'name', A2: '1', B2: 'a\nb', A3: '2', B3: 'c' },
    ],
    ['CR LF inside quotes', 'id;name\r\n1;"a\r\nb"\r\n', ';', { A1: 'id', B1: 'name', A2: '1', B2: 'a\r\nb' }],
    ['spaces around quotes', 'id;name\n"1" ;"b"  \n', ';', { A1: 'id', B1: 'name', A2: '1', B2: 'b' }],
    ['spaces are kept', 'id;name\n 1 ; Ali \n', ';', { A1: 'id', B1: 'name', A2: ' 1 ', B2: ' Ali ' }],
    ['cells of spaces are empty', 'id;name;x\n1; \u00a0;2\n', ';', { A1: 'id', B1: 'name', C1: 'x', A2: '1', C2: '2' }],
    [
      'an apostrophe is no quote',
      "id;name\n1;O'ktam\n2;'x'\n",
      ';',
      { A1: 'id', B1: 'name', A2: '1', B2: "O'ktam", A3: '2', B3: "'x'" },
    ],
    ['a formula of Excel’s kind', 'id;zip\n1;="00123"\n', ';', { A1: 'id', B1: 'zip', A2: '1', B2: '="00123"' }],
    ['empty cells', 'a;b;c\n;;3\n1;;\n', ';', { A1: 'a', B1: 'b', C1: 'c', C2: '3', A3: '1' }],
    [
      'blank lines count as rows',
      'a;b\n\n1;2\n\n\n3;4\n',
      ';',
      { A1: 'a', B1: 'b', A3: '1', B3: '2', A6: '3', B6: '4' },
    ],
    ['a line of sep= does not', 'sep=;\na;b\n1;2\n', ';', { A1: 'a', B1: 'b', A2: '1', B2: '2' }],
    ['sep= in capitals, with CR LF', 'SEP=|\r\na|b;c\r\n1|2;3\r\n', '|', { A1: 'a', B1: 'b;c', A2: '1', B2: '2;3' }],
    ['sep= in quotes', '"sep=,"\na,b\n1,2\n', ',', { A1: 'a', B1: 'b', A2: '1', B2: '2' }],
    ['sep= with a tab', 'sep=\t\na\tb\n', '\t', { A1: 'a', B1: 'b' }],
    ['an odd delimiter by sep=', 'sep=^\na^b\n1^2\n', '^', { A1: 'a', B1: 'b', A2: '1', B2: '2' }],
    [
      'decimal commas',
      'id;narx;jami\n1;5000,50;10,5\n2;7000,25;20,5\n',
      ';',
      { A1: 'id', B1: 'narx', C1: 'jami', A2: '1', B2: '5000,50', C2: '10,5', A3: '2', B3: '7000,25', C3: '20,5' },
    ],
    [
      'decimal commas in two columns, no words in the heading',
      '1;5000,50\n2;7000,25\n3;8000,00\n',
      ';',
      { A1: '1', B1: '5000,50', A2: '2', B2: '7000,25', A3: '3', B3: '8000,00' },
    ],
    [
      'a short file with commas in its texts',
      'id;manzil\n1;Toshkent, Navoiy, 5\n',
      ';',
      { A1: 'id', B1: 'manzil', A2: '1', B2: 'Toshkent, Navoiy, 5' },
    ],
    [
      'every cell in quotes, with commas inside',
      '"id";"manzil"\n"1";"a, b"\n"2";"c, d"\n',
      ';',
      { A1: 'id', B1: 'manzil', A2: '1', B2: 'a, b', A3: '2', B3: 'c, d' },
    ],
    [
      'semicolons inside the texts of a file with commas',
      'id,name\n1,"a;b"\n2,"c;d"\n',
      ',',
      { A1: 'id', B1: 'name', A2: '1', B2: 'a;b', A3: '2', B3: 'c;d' },
    ],
    ['a CR at the end of a quoted cell', 'id;name\r\n1;"a\r"\r\n', ';', { A1: 'id', B1: 'name', A2: '1', B2: 'a\r' }],
    ['decimal commas, no words anywhere', '10,5\t1\n20,5\t2\n', '\t', { A1: '10,5', B1: '1', A2: '20,5', B2: '2' }],
    [
      'commas inside quotes that begin after another delimiter',
      'id|"manzil, uy"\n1|"a, b"\n2|"c, d"\n',
      '|',
      { A1: 'id', B1: 'manzil, uy', A2: '1', B2: 'a, b', A3: '2', B3: 'c, d' },
    ],
    [
      'title lines above the table',
      'Buyurtmalar, 24.11.2026\n\nid;name;narx\n1;Ali;5\n2;Vali;6\n',
      ';',
      {
        A1: 'Buyurtmalar, 24.11.2026',
        A3: 'id',
        B3: 'name',
        C3: 'narx',
        A4: '1',
        B4: 'Ali',
        C4: '5',
        A5: '2',
        B5: 'Vali',
        C5: '6',
      },
    ],
    [
      'tabs with commas and semicolons in the texts',
      'id\tmanzil\n1\ta, b; c\n2\td, e; f\n',
      '\t',
      { A1: 'id', B1: 'manzil', A2: '1', B2: 'a, b; c', A3: '2', B3: 'd, e; f' },
    ],
    ['a heading alone', 'id;name;narx\n', ';', { A1: 'id', B1: 'name', C1: 'narx' }],
    [
      'names of JavaScript',
      '__proto__;constructor\n1;2\n',
      ';',
      { A1: '__proto__', B1: 'constructor', A2: '1', B2: '2' },
    ],
    ['headings twice', 'a;a\n1;2\n', ';', { A1: 'a', B1: 'a', A2: '1', B2: '2' }],
    ['the end mark of DOS', 'a;b\n1;2\n\x1a', ';', { A1: 'a', B1: 'b', A2: '1', B2: '2' }],
    ['trailing delimiters', 'a;b;;\n1;2;;\n', ';', { A1: 'a', B1: 'b', A2: '1', B2: '2' }],
    [
      'a quote inside a text',
      'id;name\n1;Ali "Usta"\n2;5" quvur\n',
      ';',
      { A1: 'id', B1: 'name', A2: '1', B2: 'Ali "Usta"', A3: '2', B3: '5" quvur' },
    ],
  ];
  it.each(cases)('%s', async (_, text, delimiter, cells) => {
    const file = await readBytes(text, { name });
    expect(cellsOf(file.table)).toEqual(cells);
    expect(file.delimiter).toBe(delimiter);
    expect(file.issues).toEqual([]);
  });

  it('is one sheet, named like the file', async () => {
    expect(await readBytes('a;b\n1;2\n', { name: 'buyurtma.24.11.csv' })).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      sheetIndex: 0,
      sheets: [{ name: 'buyurtma.24.11', hidden: false }],
      table: { sheet: 'buyurtma.24.11' },
    });
    expect((await readBytes('a;b\n1;2\n', { name, sheet: 'orders' })).sheetIndex).toBe(0);
    expect(await refusalOf(readBytes('a;b\n1;2\n', { name, sheet: 2 }))).toBe('reading.noSuchSheet');
  });

  it('takes the delimiter that it is told', async () => {
    const file = await readBytes('a,b;c\n1,2;3\n', { name, delimiter: ',' });
    expect(cellsOf(file.table)).toEqual({ A1: 'a', B1: 'b;c', A2: '1', B2: '2;3' });
    expect(file.delimiter).toBe(',');
    for (const delimiter of ['', '"', '\n', 'ab'])
      expect(await refusalOf(readBytes('a,b\n', { name, delimiter }))).toBe('reading.unknownDelimiter');
  });

  it('only the first rows, when asked', async () => {
    expect(await readCells('a;b\n\n1;2\n3;4\n', { name, firstRows: 2 })).toEqual({
      A1: 'a',
      B1: 'b',
      A3: '1',
      B3: '2',
    });
  });

  it.each([['\n\n\n'], [' ; ;\n;;\n'], ['\ufeff'], ['sep=;\n']])('nothing but blanks is empty: %j', async (text) => {
    expect(await refusalOf(readBytes(text, { name }))).toBe('reading.empty');
  });

  it('keeps quoted cells whole across the pieces that are parsed', async () => {
    const long = `"${'so‘z ""x"";\n'.repeat(2000)}"`;
    const text = `id;izoh\n${Array.from({ length: 120 }, (_, index) => `${index};${long}\n`).join('')}`;
    const { table, issues } = await readBytes(text, { name });
    expect(issues).toEqual([]);
    expect(table.rowCount).toBe(121);
    for (let index = 1; index <= 120; index++) expect(table.text(index, 1)).toBe('so‘z "x";\n'.repeat(2000));
  });
});

/** Text is parsed in pieces of a million characters; nothing may show where one ends. */
describe('csv: where a piece ends', () => {
  it.each([-4, -3, -2, -1, 0, 1, 2, 3, 4])('%i characters from the end of a quoted row', async (offset) => {
    const start = 'id;izoh\r\n';
    const row = '"1";"a ""b"" c"\r\n';
    const filler = '2;'.padEnd(1024 * 1024 - start.length - row.length - 2 + offset - 31_000 * 33, 'x');
    const lines = '3;yyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n'.repeat(31_000);
    const text = `${start}${lines}${filler}\r\n${row}4;z\r\n`;
    const file = await readBytes(text, { name });
    expect(file.issues).toEqual([]);
    const last = file.table.rowCount - 1;
    expect([file.table.text(last - 1, 1), file.table.text(last, 1), file.table.rowNumber(last)]).toEqual([
      'a "b" c',
      'z',
      31_004,
    ]);
  });
});

describe('csv: rows that do not fit', () => {
  const heading = 'id;name;narx\n1;a;2\n2;b;3\n3;c;4\n4;d;5\n5;e;6\n6;f;7\n';

  it('a row with a cell too many is an error, and stays where it is', async () => {
    const file = await readBytes(`${heading}7;g;h;8\n`, { name });
    expect(file.issues).toEqual([
      { code: 'reading.longRow', severity: 'error', scope: 'row', params: { cells: 4, columns: 3 }, row: 8 },
    ]);
    expect(file.table.text(7, 3)).toBe('8');
  });

  it('headings that end before every row does are a warning', async () => {
    const file = await readBytes('id;manzil\n1;Navoiy;5\n2;Chilonzor;9\n3;Bobur;7\n', { name });
    expect(file.issues).toEqual([
      { code: 'reading.shortRow', severity: 'warning', scope: 'row', params: { cells: 2, columns: 3 }, row: 1 },
    ]);
    expect((await readBytes('a,b\n1,2,3,4\n', { name })).issues).toMatchObject([{ code: 'reading.shortRow', row: 1 }]);
    // A title of two cells over headings is none.
    expect((await readBytes('Hisobot;Noyabr\nid;ism;narx\n1;a;2\n2;b;3\n', { name })).issues).toEqual([]);
  });

  it('a row that ends early is a warning', async () => {
    expect((await readBytes(`${heading}7;g\n`, { name })).issues).toEqual([
      { code: 'reading.shortRow', severity: 'warning', scope: 'row', params: { cells: 2, columns: 3 }, row: 8 },
    ]);
  });

  it('where many rows end early, it is said once', async () => {
    expect((await readBytes('id;name;narx\n1;a\n2;b\n3;c;4\n', { name })).issues).toEqual([
      { code: 'reading.shortRows', severity: 'notice', scope: 'file', params: { count: 2, columns: 3 } },
    ]);
  });

  it('empty cells beyond the last column, title lines and blank lines are no fault', async () => {
    expect((await readBytes(`Hisobot\n\n${heading};;\n7;g;8;;;\n`, { name })).issues).toEqual([]);
  });

  it('a quote that never closes is named by the row where it opens', async () => {
    const file = await readBytes(`${heading}7;"g;8\n8;h;9\n`, { name });
    expect(file.issues[0]).toEqual({ code: 'reading.openQuote', severity: 'error', scope: 'row', params: {}, row: 8 });
    expect(file.table.text(7, 1)).toBe('g;8\n8;h;9\n');
  });

  it('a quote in the middle of a quoted cell is an error of its row', async () => {
    const file = await readBytes(`${heading}7;"g" x;8\n8;"h";9\n`, { name });
    expect(file.issues[0]).toEqual({ code: 'reading.strayQuote', severity: 'error', scope: 'row', params: {}, row: 8 });
  });

  it('a quote that never closes in a large file ends the reading', async () => {
    const text = `id;name\n1;"x\n${'2;yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n'.repeat(200_000)}`;
    await expect(readBytes(text, { name })).rejects.toMatchObject({
      failure: { code: 'reading.recordTooLong', params: { row: 2, file: name } },
    });
  });

  it('a text over Excel’s length is an error, and whole', async () => {
    const file = await readBytes(`a;b\n1;${'x'.repeat(40_000)}\n`, { name });
    expect(file.issues).toEqual([
      {
        code: 'reading.longCell',
        severity: 'error',
        scope: 'cell',
        params: { characters: 40_000, limit: 32_767 },
        row: 2,
        column: 1,
      },
    ]);
  });

  it('rows beyond the last of a sheet are refused', async () => {
    expect(await refusalOf(readBytes(`a\n${'1\n'.repeat(1_048_576)}`, { name }))).toBe('reading.beyondSheet');
  });

  it('columns beyond the last of a sheet are refused', async () => {
    expect(await refusalOf(readBytes(`a${';b'.repeat(16_384)}\n`, { name }))).toBe('reading.beyondSheet');
  });
});
