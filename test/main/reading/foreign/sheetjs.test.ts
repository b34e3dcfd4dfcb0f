/** Binary workbooks: .xls of several ages and .xlsb. */
import type { BookType, CellObject } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readEverySheet } from '../../../../main/reading/read-file.ts';
import { outlineBiff } from '../../../../main/reading/foreign/biff.ts';
import { compoundStream } from '../../../../main/reading/foreign/compound-stream.ts';
import { biff5Book } from '../../../support/biff5-writer.ts';
import { localReader } from '../../../support/local-reader.ts';
import { cellsOf, readBytes, readCells, refusalOf } from '../../../support/read-bytes.ts';
import { sheetJsBook } from '../../../support/sheetjs-writer.ts';
import { zip } from '../../../support/zip-writer.ts';

const foreign = localReader;
const text = (v: string): CellObject => ({ t: 's', v });
const number = (v: number, z?: string): CellObject => ({ t: 'n', v, ...(z === undefined ? {} : { z }) });

const cells: Record<string, CellObject> = {
  A1: text('Buyurtma'),
  B1: text('Sana'),
  C1: text('Narx'),
  A2: number(700_001),
  B2: number(46_300, 'dd.mm.yyyy'),
  C2: number(5000.5, '#,##0.00'),
  A3: text('00123'),
  B3: number(46_300.604166666664, 'dd.mm.yyyy hh:mm'),
  C3: number(0.1, '0%'),
  A4: { t: 'b', v: true },
  B4: { t: 'b', v: false },
  C4: { t: 'e', v: 0x2a },
  D1: number(1001, '000000'),
  A5: number(-0.07),
  B5: number(123_456_789_012_345),
  C5: number(1.5, '[h]:mm'),
  // A gap of rows and columns, and a text that is only spaces.
  A9: text('  '),
  D10: text(' ikki  boʻsh '),
};
const expected = {
  A1: 'Buyurtma',
  B1: 'Sana',
  C1: 'Narx',
  D1: 'n:001001',
  A2: 'n:700001',
  B2: 'd:46300',
  C2: 'n:5000.5',
  A3: '00123',
  B3: 'd:46300.604166666664',
  C3: '%:0.1',
  A4: 'b:TRUE',
  B4: 'b:FALSE',
  C4: 'e:#N/A',
  A5: 'n:-0.07',
  B5: 'n:123456789012345',
  C5: 'n:1.5',
  D10: ' ikki  boʻsh ',
};

describe.each<[BookType, string]>([
  ['biff8', 'xls'],
  ['xlsb', 'xlsb'],
])('%s', (bookType, format) => {
  it('keeps what the cells hold', async () => {
    const file = await readBytes(sheetJsBook(bookType, [{ name: 'Kun', cells, merged: ['A1:A2'] }]), { foreign });
    expect(file).toMatchObject({ format, encoding: null, delimiter: null, sheetIndex: 0 });
    expect(cellsOf(file.table)).toEqual(expected);
    expect(file.table.merged).toEqual([{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 }]);
    expect(file.issues.map(({ code }) => code)).toEqual(['reading.shownZeros']);
  });

  it('keeps the serials of the 1904 system as they are', async () => {
    const { table } = await readBytes(
      sheetJsBook(bookType, [{ name: 'A', cells: { A1: number(100, 'dd.mm.yyyy') } }], true),
      { foreign },
    );
    expect(table.date1904).toBe(true);
    expect(cellsOf(table)).toEqual({ A1: 'd:100' });
  });

  it('takes the first visible table, and reads hidden ones on request', async () => {
    const bytes = sheetJsBook(bookType, [
      { name: 'Yashirin', cells: { A1: text('x'), A2: text('y') }, hidden: 1 },
      { name: 'Juda yashirin', cells: { A1: text('x'), A2: text('y') }, hidden: 2 },
      { name: 'Sarlavha', cells: { A1: text('1') } },
      { name: 'Kun', cells: { A1: text('id'), A2: number(1) } },
    ]);
    const file = await readBytes(bytes, { foreign });
    expect(file.table.sheet).toBe('Kun');
    expect(file.sheets.map(({ hidden }) => hidden)).toEqual([true, true, false, false]);
    expect(await readCells(bytes, { sheet: 2, foreign })).toEqual({ A1: 'x', A2: 'y' });
    const names: string[] = [];
    for await (const { table } of readEverySheet({ bytes, name: 'a.xls' }, { foreign })) names.push(table.sheet);
    expect(names).toEqual(['Yashirin', 'Juda yashirin', 'Sarlavha', 'Kun']);
  });

  it('is refused where nobody starts a process for it', async () => {
    expect(await refusalOf(readBytes(sheetJsBook(bookType, [{ name: 'A', cells }])))).toBe(`reading.${format}`);
  });

  it('is refused where nothing is filled in', async () => {
    expect(
      await refusalOf(readBytes(sheetJsBook(bookType, [{ name: 'A', cells: { A1: text(' ') } }]), { foreign })),
    ).toBe('reading.noCells');
  });
});

describe('workbooks before Excel 97', () => {
  it('are read in the code page that they name', async () => {
    const bytes = biff5Book(1251, [Buffer.from([0xd2, 0xee, 0xf8, 0xea, 0xe5, 0xed, 0xf2]), Buffer.from('00123')]);
    expect(await readCells(bytes, { foreign })).toEqual({ A1: 'Тошкент', A2: '00123' });
  });

  it.each<[BookType]>([['biff5'], ['biff2']])('%s', async (bookType) => {
    const found = await readCells(
      sheetJsBook(bookType, [
        { name: 'Sheet1', cells: { A1: text('id'), B1: text('narx'), A2: number(700_001), B2: number(0.5) } },
      ]),
      { foreign },
    );
    expect(found).toEqual({ A1: 'id', B1: 'narx', A2: 'n:700001', B2: 'n:0.5' });
  });
});

describe('a cut or damaged binary workbook', () => {
  const rows = Object.fromEntries(
    Array.from({ length: 2000 }, (_, row): [string, CellObject] => [
      `A${row + 1}`,
      row % 2 === 0 ? text(`matn ${row}`) : number(row),
    ]),
  );
  const whole = sheetJsBook('biff8', [
    { name: 'A', cells: rows },
    { name: 'B', cells: { A1: text('x') } },
  ]);

  it('is whole before it is cut', async () => {
    expect((await readBytes(whole, { foreign })).table.rowCount).toBe(2000);
  });

  it.each(Array.from({ length: 16 }, (_, part) => Math.floor((whole.length * (part + 0.5)) / 16)))(
    'cut at byte %i it is refused',
    async (length) => {
      expect(['reading.incomplete', 'reading.xls', 'reading.notSpreadsheet']).toContain(
        await refusalOf(readBytes(whole.subarray(0, length), { foreign, name: 'a.xls' })),
      );
    },
  );

  it('a stream that ends in the middle of its rows is refused, not shortened', async () => {
    const bare = biff5Book(
      1251,
      Array.from({ length: 50 }, (_, row) => Buffer.from(`row ${row}`)),
    );
    for (let length = bare.length - 1; length > bare.length - 120; length -= 7)
      expect(await refusalOf(readBytes(bare.subarray(0, length), { foreign }))).toBe('reading.incomplete');
  });

  it('a chain of sectors that leads in a circle ends', async () => {
    const bytes = Buffer.from(whole);
    // The first entries of the allocation table point at themselves.
    const table = (bytes.readUInt32LE(76) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) bytes.writeUInt32LE(sector, table + sector * 4);
    expect(await refusalOf(readBytes(bytes, { foreign }))).toBe('reading.incomplete');
  });

  it('a part with a wrong checksum is refused', async () => {
    const bytes = zip([
      { name: '[Content_Types].xml', data: '' },
      { name: 'xl/workbook.bin', data: 'x', declaredChecksum: 7 },
    ]);
    expect(await refusalOf(readBytes(bytes, { foreign }))).toBe('reading.brokenZip');
  });

  it('records of nonsense are refused', async () => {
    expect(
      await refusalOf(
        readBytes(
          zip([
            { name: '[Content_Types].xml', data: '' },
            { name: 'xl/workbook.bin', data: Buffer.alloc(500, 7) },
          ]),
          { foreign },
        ),
      ),
    ).toBe('reading.xlsb');
  });
});

describe('rows struck through', () => {
  it('are told in .xls', async () => {
    const book = sheetJsBook('biff8', [{ name: 'A', cells: { A1: text('Mijoz'), A2: number(5), B2: text('x') } }]);
    expect((await readBytes(book, { name: 'a.xls', foreign })).table.struckRows).toEqual([]);
    // Every font: the library writes its cells with one.
    const stream = compoundStream(book, ['Workbook', 'Book']) ?? Buffer.alloc(0);
    for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
      if (stream.readUInt16LE(at) !== 0x0031) continue;
      const record = Buffer.from(stream.subarray(at, at + 8));
      const place = book.indexOf(record);
      book.writeUInt16LE(book.readUInt16LE(place + 6) | 0x0008, place + 6);
    }
    expect((await readBytes(book, { name: 'a.xls', foreign })).table.struckRows).toEqual([1, 2]);
  });

  it('by the font of each cell’s format, in its own sheet', () => {
    const record = (kind: number, body: readonly number[]): Buffer => {
      const words = Buffer.alloc(4 + body.length * 2);
      words.writeUInt16LE(kind, 0);
      words.writeUInt16LE(body.length * 2, 2);
      body.forEach((word, at) => words.writeUInt16LE(word, 4 + at * 2));
      return words;
    };
    const font = (isStruck: boolean): Buffer => record(0x0031, [200, isStruck ? 8 : 0, 0, 0]);
    const format = (of: number): Buffer => record(0x00e0, [of, 0, 0]);
    const cell = (row: number, column: number, xf: number): Buffer => record(0x00fd, [row, column, xf, 0, 0]);
    const bof = record(0x0809, [0x0600, 0]);
    const end = record(0x000a, []);
    // Font 5 is the fifth that is written: there is no font 4.
    const globals = (positions: readonly number[]): Buffer =>
      Buffer.concat([
        bof,
        font(false),
        font(true),
        font(false),
        font(false),
        font(true),
        format(0),
        format(1),
        format(5),
        ...positions.map((at) => record(0x0085, [at, 0])),
        end,
      ]);
    const first = Buffer.concat([
      bof,
      cell(0, 0, 1),
      cell(0, 1, 2),
      cell(1, 0, 1),
      cell(1, 1, 0),
      record(0x00bd, [2, 0, 1, 0, 0, 2, 0, 0, 1]),
      record(0x0201, [3, 0, 1]),
      end,
    ]);
    const second = Buffer.concat([bof, cell(0, 0, 0), cell(4, 0, 2), end]);
    const start = globals([0, 0]).length;
    const stream = Buffer.concat([globals([start, start + first.length]), first, second]);
    expect(outlineBiff(stream).struckRows).toEqual([[1, 3], [5]]);
  });
});
