/** Large hostile files: each has its verdict within five seconds and half a gigabyte, measured in a process of its own. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBytes, refusalOf } from '../support/read-bytes.ts';
import { workbook, type WorkbookSpec } from '../support/xlsx-writer.ts';
import { zip } from '../support/zip-writer.ts';

const child = path.resolve('test/support/read-child.ts');
/** Far more than the five seconds of a quiet machine: here it only ends what hangs. */
const longest = 60_000;
const mostMegabytes = 512;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'order-importer-'));
});
afterAll(() => rm(folder, { recursive: true }));

function readInChild(file: string): Promise<{ readonly verdict: string; readonly megabytes: number }> {
  return new Promise((resolve, reject) => {
    const reader = spawn(
      process.execPath,
      ['--experimental-strip-types', '--no-warnings', `--max-old-space-size=${mostMegabytes}`, child, file],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let told = '';
    const timer = setTimeout(() => reader.kill('SIGKILL'), longest);
    reader.stdout.on('data', (text: Buffer) => (told += text.toString()));
    reader.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(JSON.parse(told) as { verdict: string; megabytes: number });
      else reject(new Error(`The reader ended with ${code ?? signal}.`));
    });
  });
}

const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = 'xl/worksheets/sheet1.xml';
const strings = 'xl/sharedStrings.xml';

/** Digits that do not pack well, always the same. */
function noise(length: number, seed: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String((state >>> 16) % 10);
  }).join('');
}

/** A part made of pieces, each packed once and put together many times. */
function manyPieces(
  part: string,
  before: string,
  pieces: readonly string[],
  times: number,
  after: string,
  spec: WorkbookSpec = { rows: row },
): Buffer {
  const pack = (text: string): Buffer => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH, level: 1 });
  const packed = pieces.map(pack);
  const size =
    Buffer.byteLength(before) +
    Buffer.byteLength(after) +
    times * pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  const all = Buffer.concat([
    pack(before),
    ...Array.from({ length: times }, () => packed).flat(),
    deflateRawSync(after),
  ]);
  return workbook({
    ...spec,
    part: (one) =>
      one.name === part ? { ...one, data: '', packed: all, declaredSize: size, declaredChecksum: 0 } : one,
  });
}
const sheetOf = (pieces: readonly string[], times: number, spec?: WorkbookSpec): Buffer =>
  manyPieces(sheet, '<worksheet><sheetData>', pieces, times, '</sheetData></worksheet>', spec);
const afterRows = (pieces: readonly string[], times: number, name: string): Buffer =>
  manyPieces(sheet, `<worksheet><sheetData>${row}</sheetData><${name}>`, pieces, times, `</${name}></worksheet>`);

const digits = noise(60_000, 7);
const cut = (index: number, length: number): string =>
  digits.slice((index * 7) % 50_000, ((index * 7) % 50_000) + length);
const rowOf = (cells: number, cell: (index: number) => string): string =>
  `<row>${Array.from({ length: cells }, (_, index) => cell(index)).join('')}</row>`;
const text = (index: number): string => `<c t="inlineStr"><is><t>${cut(index, 9)}</t></is></c>`;
const numeric = (index: number): string => `<c><v>${cut(index, 6)}</v></c>`;

type Case = readonly [title: string, make: () => Buffer, verdict: string | RegExp, name?: string];
const cases: readonly Case[] = [
  ['16,384 columns, row after row', () => sheetOf([rowOf(16_384, numeric)], 1300), /tooManyCells|bomb/],
  ['16,384 columns, a hundred rows', () => sheetOf([rowOf(16_384, numeric)], 100), 'read 1638400'],
  [
    '16,384 empty columns, row after row',
    () => sheetOf([rowOf(16_384, (index) => `<c s="${cut(index, 3)}"/>`)], 500),
    'reading.noCells',
  ],
  [
    'a million rows of one cell',
    () => sheetOf([Array.from({ length: 1000 }, (_, index) => rowOf(1, () => numeric(index))).join('')], 1000),
    'read 1000000',
  ],
  [
    'more rows than a sheet has',
    () => sheetOf([Array.from({ length: 1000 }, (_, index) => rowOf(1, () => numeric(index))).join('')], 1100),
    'reading.beyondSheet',
  ],
  [
    'the last corner, and the first',
    () =>
      workbook({
        rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>',
      }),
    'read 2',
  ],
  [
    'cells in the order of their columns, the last first',
    () =>
      workbook({
        rows: Array.from({ length: 80 }, (_, index) =>
          rowOf(16_384, (column) => `<c r="${letters(16_383 - column)}${index + 1}"><v>1</v></c>`),
        ).join(''),
      }),
    'reading.brokenWorkbook',
  ],
  [
    'rows from the last to the first',
    () =>
      workbook({
        rows: Array.from(
          { length: 500_000 },
          (_, index) => `<row r="${500_000 - index}"><c><v>${index}</v></c></row>`,
        ).join(''),
      }),
    'read 500000',
  ],
  [
    'a million validations over everything',
    () =>
      afterRows(
        [
          Array.from(
            { length: 1000 },
            (_, index) =>
              `<dataValidation sqref="A1:XFD${cut(index, 6)}"><formula1>${cut(index, 9)}</formula1></dataValidation>`,
          ).join(''),
        ],
        1000,
        'dataValidations',
      ),
    'read 1',
  ],
  [
    'merges over everything',
    () =>
      afterRows([Array.from({ length: 1000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('')], 400, 'mergeCells'),
    'read 1',
  ],
  [
    'half a million merges and one',
    () =>
      afterRows(
        [Array.from({ length: 1000 }, (_, index) => `<mergeCell ref="A${index + 1}:B${index + 2}"/>`).join('')],
        501,
        'mergeCells',
      ),
    'reading.brokenWorkbook',
  ],
  [
    'hidden columns over and over',
    () =>
      workbook({ rows: row, beforeRows: `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(300_000)}</cols>` }),
    'read 1 reading.hiddenColumns',
  ],
  [
    'a million hidden rows',
    () =>
      sheetOf([Array.from({ length: 1000 }, (_, index) => `<row hidden="1" ht="${cut(index, 4)}"/>`).join('')], 1000),
    'reading.noCells',
  ],
  ['four million texts', () => sheetOf([rowOf(4000, text)], 1000), 'read 4000000'],
  [
    'texts beyond the memory',
    () =>
      sheetOf(
        [
          rowOf(
            30,
            (index) => `<c t="inlineStr"><is><t>${digits.slice(index * 100, index * 100 + 30_000)}</t></is></c>`,
          ),
        ],
        320,
      ),
    'reading.tooMuchText',
  ],
  [
    'shared strings beyond the memory',
    () =>
      manyPieces(
        strings,
        '<sst>',
        [
          Array.from(
            { length: 30 },
            (_, index) => `<si><t>${digits.slice(index * 100, index * 100 + 30_000)}</t></si>`,
          ).join(''),
        ],
        320,
        '</sst>',
        { rows: row, strings: '' },
      ),
    'reading.tooMuchText',
  ],
  [
    'ten million empty shared strings',
    () =>
      manyPieces(
        strings,
        '<sst>',
        [Array.from({ length: 1000 }, (_, index) => `<si x="${cut(index, 4)}"/>`).join('')],
        10_000,
        '</sst>',
        { rows: row, strings: '' },
      ),
    /^read 1$|bomb/,
  ],
  [
    'a cell of a million references',
    () => workbook({ rows: `<row><c t="inlineStr"><is><t>${'&amp;'.repeat(800_000)}</t></is></c></row>` }),
    'read 1 reading.longCell',
  ],
  [
    'a cell of a hundred thousand runs',
    () => workbook({ rows: `<row><c t="inlineStr"><is>${'<r><t>a</t></r>'.repeat(100_000)}</is></c></row>` }),
    'read 1 reading.longCell',
  ],
  [
    'a million formulas without results',
    () => sheetOf([rowOf(1000, (index) => `<c><f>A${cut(index, 4)}</f></c>`)], 1000),
    'read 1000000 reading.uncalculated',
  ],
  [
    'a formula of ten megabytes',
    () => workbook({ rows: `<row><c><f>${'1+'.repeat(5_000_000)}1</f><v>1</v></c></row>` }),
    'reading.brokenWorkbook',
  ],
  [
    'comments without number in every cell',
    () => workbook({ rows: rowOf(200_000 / 20, () => `<c>${'<!-- x -->'.repeat(20)}<v>1</v></c>`) }),
    'read 10000',
  ],
  [
    'a million cell formats',
    () =>
      workbook({
        rows: row,
        parts: {
          'xl/styles.xml': `<styleSheet><cellXfs>${'<xf numFmtId="14"/>'.repeat(900_000)}</cellXfs></styleSheet>`,
        },
      }),
    'read 1',
  ],
  [
    'number formats of brackets',
    () =>
      workbook({
        rows: row,
        formats: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [164 + index, '['.repeat(1000)])),
        cellFormats: Array.from({ length: 5000 }, (_, index) => 164 + index),
      }),
    'read 1',
  ],
  [
    'relationships without number',
    () =>
      workbook({
        rows: row,
        parts: {
          'xl/_rels/workbook.xml.rels':
            '<Relationships>' +
            Array.from(
              { length: 400_000 },
              (_, index) => `<Relationship Id="r${index}" Type="x/image" Target="a/../b/../c.png"/>`,
            ).join('') +
            '<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        },
      }),
    'read 1',
  ],
  [
    'a name of the sheet without end',
    () => workbook({ sheets: [{ name: 'x'.repeat(5_000_000), rows: row }] }),
    'read 1',
  ],
  [
    'two thousand sheets, each nearly empty',
    () => workbook({ sheets: Array.from({ length: 1900 }, () => ({ rows: row })) }),
    'read 1',
  ],
  [
    'two thousand sheets, all but one hidden, none with a cell',
    () => workbook({ sheets: Array.from({ length: 1900 }, (_, index) => (index === 0 ? {} : { state: 'hidden' })) }),
    'reading.noCells',
  ],
  [
    'two thousand sheets, half of them hidden, none with a cell',
    () => workbook({ sheets: Array.from({ length: 1900 }, (_, index) => (index < 950 ? {} : { state: 'hidden' })) }),
    'reading.noCells',
  ],
  [
    'a web page of a thousand tables',
    () => Buffer.from(`<html><body>${'<table><tr><td>1</td></tr></table>'.repeat(1000)}</body></html>`),
    'read 1',
    'a.xls',
  ],
  [
    'a web page of a hundred thousand tables',
    () => Buffer.from(`<html><body>${'<table><tr><td>1</td></tr></table>'.repeat(100_000)}</body></html>`),
    'reading.html',
    'a.xls',
  ],
  [
    'zips in zips in zips',
    () =>
      zip([
        {
          name: 'a.xlsx',
          data: zip([{ name: 'b.xlsx', data: zip([{ name: 'c.xlsx', data: workbook({ rows: row }) }]) }]),
        },
      ]),
    'reading.zipWithoutSheet',
  ],
  [
    'a zip that holds itself many times over',
    () => zip(Array.from({ length: 1999 }, (_, index) => ({ name: `${index}.bin`, data: '' }))),
    'reading.zipWithoutSheet',
  ],
  [
    'spaces between rows',
    () => manyPieces(sheet, '<worksheet><sheetData>', [' '.repeat(1 << 20)], 1400, '</sheetData></worksheet>'),
    'reading.bomb',
  ],
  [
    'csv: twenty million cells and more',
    () => Buffer.from(`${'1;2;3;4;5;6;7;8;9;'.repeat(20)}\n`.repeat(115_000)),
    'reading.tooManyCells',
    'a.csv',
  ],
  ['csv: ten million cells', () => Buffer.from('1;2;3;4;5;6;7;8;9;0\n'.repeat(1_000_000)), /^read 10000000/, 'a.csv'],
  ['csv: nothing but delimiters', () => Buffer.from(';'.repeat(40_000_000)), 'reading.recordTooLong', 'a.csv'],
  ['csv: nothing but line ends', () => Buffer.from('\n'.repeat(40_000_000)), /^reading\.(?:empty|noCells)$/, 'a.csv'],
  ['csv: nothing but quotes', () => Buffer.from('"'.repeat(40_000_001)), 'reading.recordTooLong', 'a.csv'],
  ['csv: quoted cells alone', () => Buffer.from('"a";"b"\n'.repeat(1_000_000)), 'read 2000000', 'a.csv'],
  [
    'csv: wrong quotes in every line',
    () => Buffer.from('"a" b;"c" "d";"e\n'.repeat(200_000)),
    /^read |recordTooLong/,
    'a.csv',
  ],
  ['csv: one endless cell', () => Buffer.from('x'.repeat(60_000_000)), 'reading.recordTooLong', 'a.csv'],
  [
    'csv: endless cells without number',
    () => Buffer.from(`${'x'.repeat(33_000)}\n`.repeat(1500)),
    'reading.tooManyLongCells',
    'a.csv',
  ],
  [
    'csv: letters that are of no encoding',
    () =>
      Buffer.from(
        Array.from({ length: 1 << 20 }, (_, index) => (index % 50 === 0 ? 10 : 128 + ((index * 31) % 128))),
      ).subarray(0),
    /^read |notSpreadsheet/,
    'a.csv',
  ],
  [
    'csv: half a letter at the end of every line',
    () => Buffer.from('Ў;Қ\n'.repeat(1_000_000)).subarray(0, -2),
    /^read /,
    'a.csv',
  ],
];

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));
}

it.each(cases.map(([title, make, verdict, name = 'a.xlsx']) => ({ title, make, verdict, name })))(
  '$title',
  async ({ make, verdict, name }) => {
    const file = path.join(folder, name);
    await writeFile(file, make());
    const told = await readInChild(file);
    expect(told.verdict).toMatch(verdict);
    expect(told.megabytes).toBeLessThanOrEqual(mostMegabytes);
  },
);

it('cut at every kilobyte, a workbook is refused', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, index) =>
      `<row r="${index + 1}"><c r="A${index + 1}"><v>${cut(index, 9)}</v></c><c r="B${index + 1}" t="s"><v>${index % 2}</v></c></row>`,
  ).join('');
  const whole = workbook({ rows, strings: '<si><t>a</t></si><si><t>b</t></si>' });
  expect(whole.length).toBeGreaterThan(100 * 1024);
  for (let length = 1024; length < whole.length; length += 1024) {
    expect(['reading.incomplete', 'reading.brokenZip', 'reading.brokenWorkbook'], `cut at ${length}`).toContain(
      await refusalOf(readBytes(whole.subarray(0, length))),
    );
  }
});
