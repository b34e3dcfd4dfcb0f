/**
 * Workbooks made by chance, through exceljs and SheetJS too: rich texts, both date systems, built-in and made-up formats, formulas
 * of every kind. What a library is known to misread is left out of the comparison, with the reason.
 */
import { read, SSF, utils, type CellObject } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readEverySheet } from '../../../../main/reading/read-file.ts';
import { columnLetters, type CellKind, type Table } from '../../../../shared/domain/table/table.ts';
import { to1900Serial } from '../../../../shared/domain/values/dates/serial.ts';
import { Chance } from '../../../support/rewriting/chance.ts';
import { madeWorkbook } from '../../../support/rewriting/files-to-rewrite.ts';

interface Held {
  readonly kind: CellKind;
  readonly text: string;
}

function cellsIn(table: Table): Map<string, Held> {
  const cells = new Map<string, Held>();
  for (let index = 0; index < table.rowCount; index++)
    table.forEachCell(index, (column, kind, text) =>
      cells.set(`${columnLetters(column)}${table.rowNumber(index)}`, { kind, text }),
    );
  return cells;
}

const isDuration = (code: unknown): boolean => typeof code === 'string' && code.startsWith('[h]');
const isNumber = (kind: CellKind): boolean => kind === 'number' || kind === 'percent' || kind === 'date';
/**
 * An ISO date both make of another number or kind; of an escape (`_x000D_`) that is itself escaped SheetJS makes what it stands
 * for, and exceljs nothing.
 */
const isLeftOut = ({ kind, text }: Held): boolean =>
  (kind === 'date' && Number.isNaN(Number(text))) || (kind === 'text' && /_x[0-9A-F]{4}_|\r/.test(text));
const lineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

describe('SheetJS finds the same', () => {
  const errors = new Map([[0x2a, '#N/A']]);

  function theirs(cell: CellObject): Held | undefined {
    switch (cell.t) {
      case 'n':
        return { kind: typeof cell.z === 'string' && SSF.is_date(cell.z) ? 'date' : 'number', text: String(cell.v) };
      case 'b':
        return { kind: 'boolean', text: cell.v ? 'TRUE' : 'FALSE' };
      case 'e':
        return { kind: 'error', text: errors.get(Number(cell.v)) ?? '' };
      case 's':
        return { kind: 'text', text: lineEnds(String(cell.v)) };
      default:
        return undefined;
    }
  }

  it.each(Array.from({ length: 60 }, (_, index) => 7000 + index))('in workbook %i', async (seed) => {
    const file = madeWorkbook(seed);
    const book = read(Buffer.from(file.bytes), { cellNF: true, cellFormula: true, cellHTML: false });
    for await (const { table } of readEverySheet({ bytes: file.bytes, name: file.name })) {
      const sheet = book.Sheets[table.sheet] ?? {};
      expect(book.Workbook?.WBProps?.date1904 ?? false).toBe(table.date1904);
      for (const [address, held] of cellsIn(table)) {
        const cell = sheet[address] as CellObject | undefined;
        const found = cell && theirs(cell);
        const place = `${table.sheet}!${address}`;
        if (held.kind === 'uncalculated' || isLeftOut(held)) continue;
        expect([place, found !== undefined]).toEqual([place, true]);
        if (!found) continue;
        if (isNumber(held.kind)) {
          expect([place, Number(found.text)]).toEqual([place, Number(held.text)]);
          // A duration is a date to SheetJS, and to us a number.
          if (!isDuration(cell.z)) expect([place, found.kind === 'date']).toEqual([place, held.kind === 'date']);
          // What is shown, where it is digits alone and nothing was rounded away. Formats with conditions we leave.
          if (
            /^0\d+$/.test(cell.w ?? '') &&
            held.kind === 'number' &&
            cell.z !== '[<100]000;0.0' &&
            /^\d*[1-9]\d*$/.test(held.text)
          )
            expect([place, cell.w]).toEqual([place, held.text]);
        } else if (held.text !== '&amp;')
          // References that are written out in a text SheetJS decodes twice.
          expect([place, found]).toEqual([place, { ...held, text: lineEnds(held.text) }]);
      }
    }
  });
});

describe('exceljs finds the same', () => {
  function plain(value: ExcelJS.CellValue): string | number {
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return 'date';
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    if (typeof value !== 'object') return value;
    if ('richText' in value) return value.richText.map((run) => run.text).join('');
    if ('error' in value) return value.error;
    if ('result' in value) return plain(value.result);
    return '';
  }

  it.each(Array.from({ length: 60 }, (_, index) => 8000 + index))('in workbook %i', async (seed) => {
    const file = madeWorkbook(seed);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(file.bytes).buffer);
    for await (const { table } of readEverySheet({ bytes: file.bytes, name: file.name })) {
      const sheet = book.getWorksheet(table.sheet);
      for (const [address, held] of cellsIn(table)) {
        const cell = sheet?.getCell(address);
        // exceljs gives a merged cell its range's value.
        if (held.kind === 'uncalculated' || !cell || cell.isMerged || isLeftOut(held)) continue;
        const found = plain(cell.value);
        // It loses the results 0 and FALSE of formulas.
        if (found === '' && /^(?:0|FALSE)$/.test(held.text)) continue;
        // A duration is a date to it, too, and references that are written out in a text it decodes twice.
        if (found === 'date' && isDuration(cell.numFmt)) continue;
        // So is a number beside a literal letter, whose backslash it loses.
        if (found === 'date' && cell.numFmt === 'd0') continue;
        if (held.text === '&amp;') continue;
        const place = `${table.sheet}!${address}`;
        if (isNumber(held.kind) && typeof found === 'number')
          expect([place, found]).toEqual([place, Number(held.text)]);
        else if (held.kind === 'date') expect([place, found]).toEqual([place, 'date']);
        else expect([place, lineEnds(String(found))]).toEqual([place, lineEnds(held.text)]);
      }
    }
  });

  it('in what it writes itself: rich texts, dates of both systems, results of formulas', async () => {
    for (let seed = 0; seed < 25; seed++) {
      const chance = new Chance(seed);
      const book = new ExcelJS.Workbook();
      const date1904 = chance.is(0.5);
      book.properties.date1904 = date1904;
      const sheet = book.addWorksheet('Kun');
      const expected: Record<string, string | number> = {};
      for (let row = 1; row <= 12; row++)
        for (const column of ['A', 'B', 'C']) {
          const address = `${column}${row}`;
          const cell = sheet.getCell(address);
          const day = new Date(
            Date.UTC(1905 + chance.below(150), chance.below(12), 1 + chance.below(28), chance.below(24)),
          );
          const [value, shown] = chance.pick<() => readonly [ExcelJS.CellValue, string | number]>([
            () => [
              {
                richText: [
                  { text: 'Ali ', font: { bold: true, size: 7 } },
                  { text: 'Karimov', font: { strike: true } },
                ],
              },
              'Ali Karimov',
            ],
            () => [day, day.getTime()],
            () => [{ formula: 'A1', result: day }, day.getTime()],
            () => [{ formula: 'A1+1', result: 7 }, 7],
            () => [{ formula: 'A1&"x"', result: 'natija' }, 'natija'],
            () => [1001.25, 1001.25],
            () => [{ text: 'havola', hyperlink: 'https://example.uz' }, 'havola'],
            () => [true, 'TRUE'],
            () => [{ error: '#REF!' }, '#REF!'],
          ])();
          cell.value = value;
          if (typeof shown === 'number' && shown > 100_000_000)
            cell.numFmt = chance.pick(['dd.mm.yyyy hh:mm', 'm/d/yy h:mm', 'yyyy\\-mm\\-dd']);
          expected[address] = shown;
        }
      const bytes = Buffer.from(await book.xlsx.writeBuffer());
      for await (const { table } of readEverySheet({ bytes, name: 'a.xlsx' })) {
        expect(table.date1904).toBe(date1904);
        for (const [address, held] of cellsIn(table)) {
          const days = to1900Serial(Number(held.text), date1904);
          const found =
            held.kind === 'date'
              ? Math.round((days - 25_569) * 86_400) * 1000
              : held.kind === 'number'
                ? Number(held.text)
                : held.text;
          expect([`${seed}: ${address}`, found]).toEqual([`${seed}: ${address}`, expected[address]]);
        }
        expect(cellsIn(table).size).toBe(Object.keys(expected).length);
      }
    }
  });
});

it('the list of addresses is not empty', () => {
  expect(utils.decode_cell('B2')).toEqual({ c: 1, r: 1 });
});
