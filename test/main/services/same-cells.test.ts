/** The same file gives the same cells, columns, issues and bodies through the window's services and through a terminal. */
import { read as readBook, write as writeBook } from '@e965/xlsx';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { columnLetters } from '../../../shared/domain/table/table.ts';
import { startServices, type Services } from '../../support/services.ts';
import { sheetsBook } from '../../support/sheets-writer.ts';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';

const nowhere = 'https://wms.example';
const everything: RowFilter = { show: 'all', cause: null, search: '' };
const folder = (name: string): string[] =>
  readdirSync(path.resolve(name))
    .filter((file) => /\.(?:xlsx|csv|xls|ods|fods|xml)$/u.test(file))
    .map((file) => path.resolve(name, file));

const uz = path.resolve('samples/orders-uz.xlsx');
const as =
  (bookType: 'biff8' | 'xlsb' | 'ods'): (() => string) =>
  () =>
    written(
      `orders.${bookType === 'biff8' ? 'xls' : bookType}`,
      writeBook(readBook(readFileSync(uz), { cellNF: true }), { bookType, type: 'buffer' }) as Buffer,
    );

function written(name: string, data: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, data);
  return file;
}

interface Checked {
  readonly file: {
    readonly sheet: string;
    readonly encoding: string | null;
    readonly delimiter: string | null;
    readonly headerRow: number | null;
  };
  readonly rows: number;
  readonly mapping: readonly { readonly column: string; readonly heading: string; readonly field: string | null }[];
  readonly issues: readonly {
    readonly code: string;
    readonly scope: string;
    readonly row: number | null;
    readonly column: string | null;
  }[];
}

async function allRows(services: Services, batchId: string) {
  const rows = [];
  for (let total = 1; rows.length < total;) {
    const page = await services.batches.rows(batchId, everything, rows.length, 500);
    total = page.total;
    rows.push(...page.rows);
    if (page.rows.length === 0) break;
  }
  return rows;
}

interface PrintedCell {
  readonly kind: string;
  readonly text: string;
  readonly date?: string;
}

/** How the window shows what `read` prints: a serial number as the date that it stands for, 0.1 under a format of per cent as 10%. */
function shownAs({ kind, text, date }: PrintedCell, shown: string): string {
  if (kind === 'date' && date !== undefined) {
    const [day = '', time = ''] = date.split('T');
    const local = day.split('-').reverse().join('.');
    return shown.includes(':') ? `${local} ${time.slice(0, shown.length - local.length - 1)}` : local;
  }
  return kind === 'number' && shown.endsWith('%') ? `${Number((Number(text) * 100).toPrecision(12))}%` : text;
}

const files: readonly (readonly [string, () => string])[] = [
  ...[...folder('samples'), ...folder('test/fixtures/reading'), ...folder('test/fixtures/spreadsheets')].map(
    (file) => [path.relative(path.resolve('.'), file), () => file] as const,
  ),
  ['an old workbook', as('biff8')],
  ['a binary workbook', as('xlsb')],
  ['a LibreOffice sheet', as('ods')],
  [
    'two tables on a sheet',
    () =>
      written(
        'ikki.xlsx',
        sheetsBook({
          Kun: [
            ['Buyurtma raqami', 'Telefon', 'Manzil'],
            [1, '+998901234567', 'x'],
            null,
            ['Mahsulot ID', 'Narx'],
            [17, 5000],
            [18, 6000],
          ],
        }),
      ),
  ],
];

describe.each(files)('%s', (_, fileOf) => {
  it('is the same in both', async () => {
    const file = fileOf();
    const services = startServices(temporaryFolder());
    const commands = new TestTerminal();
    const ran = await commands.run('check', file, '--json');
    const adding = services.files.addFile(file, nowhere);
    if (ran.status === 1) {
      const { error } = JSON.parse(ran.output) as { error: { code: string } };
      await expect(adding).rejects.toMatchObject({ failure: { code: error.code } });
      return;
    }
    const checked = JSON.parse(ran.output) as Checked;
    const [batchId = ''] = await adding;
    const summary = await services.batches.open(batchId, nowhere);
    const { sheet, encoding, delimiter, headerRow } = summary.file;
    expect({ sheet, encoding, delimiter, headerRow }).toEqual({
      sheet: checked.file.sheet,
      encoding: checked.file.encoding,
      delimiter: checked.file.delimiter,
      headerRow: checked.file.headerRow,
    });

    const { columns } = await services.batches.columns(batchId);
    expect(columns.map(({ letters, heading, field }) => ({ column: letters, heading, field }))).toEqual(
      checked.mapping.map(({ column, heading, field }) => ({ column, heading, field })),
    );

    // Every cell that `read` prints below the headings stands in the window's grid, as the file holds it, and no other.
    const rows = await allRows(services, batchId);
    expect(rows).toHaveLength(checked.rows);
    const printed = new Map<number, Readonly<Record<string, PrintedCell>>>();
    for (const line of (await commands.run('read', file, '--sheet', sheet, '--json')).output.split('\n')) {
      const parsed = JSON.parse(line) as { row?: number; cells?: Record<string, PrintedCell> };
      if (parsed.row !== undefined && parsed.cells) printed.set(parsed.row, parsed.cells);
    }
    for (const { row, cells } of rows) {
      const own = printed.get(row) ?? {};
      cells.forEach(({ text, rawText, origin }, column) => {
        const cell = own[columnLetters(column)];
        const inFile = rawText ?? (origin === undefined ? text : '');
        expect(inFile, `${columnLetters(column)}${row}`).toBe(cell === undefined ? '' : shownAs(cell, inFile));
      });
    }

    // And what is wrong is wrong in the same places.
    const place = (code: string, row: number | null, column: string | null): string =>
      `${code} ${row ?? ''} ${column ?? ''}`;
    const inWindow = summary.fileIssues.map(({ code, row, column }) =>
      place(code, row ?? null, column === undefined ? null : columnLetters(column)),
    );
    for (const orderKey of new Set(rows.flatMap((row) => row.orderKey ?? []))) {
      for (const { code, row, column } of (await services.batches.order(batchId, orderKey)).issues)
        inWindow.push(place(code, row ?? null, column === undefined ? null : columnLetters(column)));
    }
    const inTerminal = checked.issues
      .filter(({ scope, code }) => scope !== 'row' || !/totalRow|repeatedHeading|exampleRow/u.test(code))
      .map(({ code, row, column }) => place(code, row, column));
    expect(inWindow.sort()).toEqual(inTerminal.sort());
  });
});
