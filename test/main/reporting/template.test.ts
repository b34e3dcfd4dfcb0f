import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBatch } from '../../../main/services/open-batch.ts';
import { readSheetFile } from '../../../main/reading/read-file.ts';
import { writeTemplate } from '../../../main/reporting/template.ts';
import { noChoices } from '../../../shared/domain/model/choices.ts';
import { fields } from '../../../shared/domain/model/fields.ts';
import { guessColumns } from '../../../shared/domain/columns/guess-columns.ts';
import { matchRegion } from '../../../shared/domain/regions/match-region.ts';
import { exampleMarks } from '../../../shared/domain/report/template-example.ts';
import { languages } from '../../../shared/messages/translator.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.each(languages)('the template in %s', (language) => {
  const path = () => join(folder, `template-${language}.xlsx`);
  beforeAll(() => writeTemplate(path(), language, Date.UTC(2026, 10, 24, 9)));

  test('our own reader takes the order sheet, and every heading for its field', async () => {
    const { table, sheetIndex } = await readSheetFile({ path: path() });
    expect(sheetIndex).toBe(0);
    const headings = Array.from({ length: table.columnCount }, (_, column) => table.text(0, column));
    const guesses = guessColumns(headings, (column) => [table.cell(1, column)], { rowCount: table.rowCount - 1 });
    expect(guesses.map(({ field }) => field).toSorted()).toEqual([...fields].toSorted());
  });

  test('its example is marked, dated tomorrow, and names a known region', async () => {
    const { table } = await readSheetFile({ path: path() });
    expect(table.rowCount).toBe(2);
    const cells = Array.from({ length: table.columnCount }, (_, column) => table.cell(1, column));
    expect(cells[0]).toEqual({ kind: 'text', text: exampleMarks[language] });
    expect(cells.some(({ kind, text }) => kind === 'text' && text === '+998901234567')).toBe(true);
    expect(cells.filter(({ kind }) => kind === 'date')).toHaveLength(1);
    expect(cells.some(({ text }) => text !== '' && matchRegion(text).kind === 'known')).toBe(true);
  });

  test('opened as it is, it holds no order: the example is never one', async () => {
    const batch = await openBatch(
      {
        batchId: 'b',
        fileName: 'template.xlsx',
        file: { path: path() },
        choices: noChoices,
        isNew: true,
        server: null,
      },
      null,
      Date.UTC(2026, 10, 24, 9),
    );
    expect(batch.summary().counts).toMatchObject({ total: 0 });
    expect(batch.causes().map(({ code }) => code)).toContain('orders.exampleRow');
  });

  test('offers regions and statuses, keeps ids and phones as text, and explains every column', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path());
    const [orders, notes] = workbook.worksheets;
    const formats = orders!.columns.map(({ numFmt }) => numFmt);
    expect(formats.filter((format) => format === '@')).toHaveLength(11);
    const lists = new Set<string>();
    for (let column = 1; column <= orders!.columnCount; column++) {
      const cell = orders!.getRow(5).getCell(column);
      if (cell.dataValidation?.type === 'list') lists.add(cell.dataValidation.formulae[0]);
      expect(orders!.getRow(1).getCell(column).note).toBeTruthy();
    }
    expect(lists.size).toBe(2);
    for (const range of lists) {
      const [, letter, from, to] = /^'.+'!\$([DE])\$(\d+):\$\1\$(\d+)$/u.exec(range)!;
      for (let row = Number(from); row <= Number(to); row++)
        expect(notes!.getCell(`${letter}${row}`).text).not.toBe('');
    }
    expect(notes!.getCell('A3').text).toContain(exampleMarks[language]);
  });
});
