/** One workbook as LibreOffice writes it in each of its formats: the same cells, by hand, whatever the format. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEverySheet, readSheetFile } from '../../../../main/reading/read-file.ts';
import type { SheetFile } from '../../../../shared/domain/table/sheet-file.ts';
import { localReader } from '../../../support/local-reader.ts';
import { cellsOf } from '../../../support/read-bytes.ts';

const folder = join(import.meta.dirname, '../../../fixtures/spreadsheets');
const foreign = localReader;

async function sheets(name: string): Promise<SheetFile[]> {
  const files: SheetFile[] = [];
  for await (const file of readEverySheet({ path: join(folder, name) }, { foreign })) files.push(file);
  return files;
}

/** What every format holds alike. */
const common = {
  A1: 'Raqam',
  B1: 'Телефон',
  C1: 'Sana',
  D1: 'Yashirin',
  E1: 'Narx',
  F1: 'Chegirma',
  G1: 'Izoh',
  H1: 'Vaqt',
  A2: 'n:700001',
  B2: '+998901234567',
  D2: 'b:TRUE',
  E2: 'n:5000.5',
  F2: '%:0.1',
  G2: 'bir   ikki & <uch>\nikkinchi qator',
  A3: 'n:700002',
  B3: '00123',
  D3: 'b:FALSE',
  E3: 'n:-0.07',
  G3: 'e:#N/A',
  A8: 'n:123456789012345',
  B8: 'Birlashgan Ўзбек Oʻzbek 😀',
  E8: 'n:700002',
  F8: 'ab',
};

/** Dates, times and very small numbers are written in each format's own way. */
const own = {
  'calc.xls': { C2: 'd:46300', H2: 'd:0.6041666666666666', C3: 'd:46300.60434027778', A9: 'n:1e-7' },
  'calc.xlsx': { C2: 'd:46300', H2: 'd:0.604166666666667', C3: 'd:46300.6043402778', A9: 'n:1E-007' },
  'calc.ods': { C2: 'd:2026-10-05', H2: 'd:0.6041666666666666', C3: 'd:2026-10-05T14:30:15', A9: 'n:0.0000001' },
  'calc.fods': { C2: 'd:2026-10-05', H2: 'd:0.6041666666666666', C3: 'd:2026-10-05T14:30:15', A9: 'n:1e-7' },
  // LibreOffice writes the error as a text there.
  'calc.xml': {
    C2: 'd:2026-10-05T00:00:00.000',
    H2: 'd:0.6041666666666666',
    C3: 'd:2026-10-05T14:30:15.000',
    A9: 'n:0.0000001',
    G3: '#N/A',
  },
} as const;

describe.each(Object.entries(own))('%s', (name, cells) => {
  it('holds the cells', async () => {
    const [first, second, third] = await sheets(name);
    expect(cellsOf(first!.table)).toEqual({ ...common, ...cells });
    expect(cellsOf(second!.table)).toEqual({ A1: 'maxfiy', A2: 'n:1' });
    expect(cellsOf(third!.table)).toEqual({ A1: 'a', B1: 'b', A2: 'n:1', B2: 'n:2' });
  });

  it('holds what is merged and hidden', async () => {
    const file = await readSheetFile({ path: join(folder, name) }, { foreign });
    expect(file.table).toMatchObject({
      merged: [{ firstRow: 8, lastRow: 9, firstColumn: 1, lastColumn: 2 }],
      hiddenRows: [3],
      date1904: false,
    });
    expect(file.table.hiddenColumns).toEqual([3]);
    // The XML of Excel 2003, as LibreOffice writes it, does not say which sheets are hidden.
    expect(file.sheets).toEqual([
      { name: 'Buyurtmalar', hidden: false },
      { name: 'Yashirin', hidden: name !== 'calc.xml' },
      { name: 'Ikkinchi', hidden: false },
    ]);
    expect(file.issues.map(({ code, params }) => [code, params])).toEqual([
      ['reading.hiddenRows', { count: 1 }],
      ['reading.hiddenColumns', { count: 1, columns: 'D' }],
      [
        'reading.otherSheets',
        {
          sheet: 'Buyurtmalar',
          read: 1,
          sheets: name === 'calc.xml' ? '«Yashirin» (2), «Ikkinchi» (2)' : '«Ikkinchi» (2)',
          count: name === 'calc.xml' ? 2 : 1,
        },
      ],
    ]);
  });

  it('gives the sheet that is asked for, and only its first rows', async () => {
    const file = await readSheetFile({ path: join(folder, name) }, { sheet: 'ikkinchi', firstRows: 1, foreign });
    expect(file.sheetIndex).toBe(2);
    expect(cellsOf(file.table)).toEqual({ A1: 'a', B1: 'b' });
    await expect(readSheetFile({ path: join(folder, name) }, { sheet: 'yoʻq', foreign })).rejects.toMatchObject({
      failure: { code: 'reading.noSuchSheet', params: { file: name, count: 3 } },
    });
  });
});

it('a web page of the same workbook has what it shows, and the numbers behind what it rounds', async () => {
  const [first, second] = await sheets('calc-page.xls');
  expect(first).toMatchObject({ format: 'html', encoding: 'utf-8', delimiter: null });
  expect(first!.table.merged).toEqual([{ firstRow: 7, lastRow: 8, firstColumn: 1, lastColumn: 2 }]);
  expect(cellsOf(first!.table)).toEqual({
    A1: 'Raqam',
    B1: 'Телефон',
    C1: 'Sana',
    D1: 'Narx',
    E1: 'Chegirma',
    F1: 'Izoh',
    G1: 'Vaqt',
    A2: 'n:700001',
    B2: '+998901234567',
    C2: '05.10.2026',
    D2: 'n:5000.5',
    E2: '%:0.1',
    F2: 'bir ikki & <uch>\nikkinchi qator',
    G2: '14:30',
    A7: 'n:123456789012345',
    B7: 'Birlashgan Ўзбек Oʻzbek 😀',
    D7: 'n:700002',
    E7: 'ab',
    A8: 'n:0.0000001',
  });
  expect(cellsOf(second!.table)).toEqual({ A1: 'a', B1: 'b', A2: 'n:1', B2: 'n:2' });
});
