/** `read`: the cells of a file, one row a line. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../support/encode-text.ts';
import { TestTerminal, temporaryFolder } from '../../../support/terminal.ts';
import { workbook } from '../../../support/xlsx-writer.ts';
import { zip } from '../../../support/zip-writer.ts';

const root = path.join(import.meta.dirname, '../../../..');
const sample = (name: string): string => path.join(root, 'samples', name);
const fixture = (name: string): string => path.join(root, 'test/fixtures/spreadsheets', name);

function file(name: string, data: string | Uint8Array): string {
  const target = path.join(temporaryFolder(), name);
  writeFileSync(target, data);
  return target;
}

const lines = (out: string): unknown[] => out.split('\n').map((line): unknown => JSON.parse(line));

describe('read --encoding', () => {
  const text = (encoding: string): string => file('a.csv', encodeText('id;Имя\n1;Пётр\n', encoding, false));

  it('reads a text file in it', async () => {
    const { output } = await new TestTerminal().run(
      'read',
      text('x-mac-cyrillic'),
      '--json',
      '--encoding',
      'mac-cyrillic',
    );
    expect(lines(output)[0]).toMatchObject({ encoding: 'x-mac-cyrillic' });
    expect(output).toContain('Пётр');
  });

  it('refuses one that is none', async () => {
    const { status, remarks } = await new TestTerminal().run('read', text('utf-8'), '--encoding', 'nonsense');
    expect(status).toBe(1);
    expect(remarks).toContain('nonsense');
  });
});

describe('read --json', () => {
  it.each([
    [
      '1900',
      '',
      { '1': '1900-01-01', '59': '1900-02-28', '60': '1900-02-29', '61': '1900-03-01', '45568': '2024-10-03' },
    ],
    ['1904', 'date1904="1"', { '0': '1904-01-01', '1': '1904-01-02', '59': '1904-02-29', '60': '1904-03-01' }],
  ])('dates as Excel shows them in the system of %s', async (_, properties, dates) => {
    const serials = Object.keys(dates);
    const cells = serials.map((serial, index) => `<c r="A${index + 1}" s="1"><v>${serial}.5</v></c>`);
    const rows = cells.map((cell, index) => `<row r="${index + 1}">${cell}</row>`).join('');
    const book = workbook({ rows, cellFormats: [0, 22], properties });
    const { output } = await new TestTerminal().run('read', file('kun.xlsx', book), '--json');
    expect(lines(output).slice(1, -1)).toEqual(
      Object.entries(dates).map(([serial, date], index) => ({
        sheet: 'Sheet1',
        row: index + 1,
        cells: { A: { kind: 'date', text: `${serial}.5`, date: `${date}T12:00:00` } },
      })),
    );
  });

  it('prints what the file is, its rows, and their sum', async () => {
    const book = workbook({
      sheets: [
        {
          name: 'Kun',
          rows:
            '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> id </t></is></c><c r="C2" t="b">' +
            '<v>1</v></c><c r="D2" t="e"><v>#N/A</v></c></row>' +
            '<row r="4"><c r="A4"><v>00123</v></c><c r="B4" s="1"><v>46300.604166666664</v></c>' +
            '<c r="C4" s="2"><v>0.10</v></c><c r="D4"><f>A1</f></c><c r="E4" t="d"><v>2026-10-05</v></c>' +
            '</row>',
        },
        { name: 'Yashirin', state: 'hidden', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      ],
      cellFormats: [0, 22, 9],
    });
    const { status, output, remarks } = await new TestTerminal().run('read', file('kun.xlsx', book), '--json');
    expect(status).toBe(0);
    expect(lines(output)).toEqual([
      {
        format: 'xlsx',
        encoding: null,
        delimiter: null,
        sheets: [
          { name: 'Kun', hidden: false },
          { name: 'Yashirin', hidden: true },
        ],
      },
      {
        sheet: 'Kun',
        row: 2,
        cells: {
          A: { kind: 'text', text: ' id ' },
          C: { kind: 'boolean', text: 'TRUE' },
          D: { kind: 'error', text: '#N/A' },
        },
      },
      {
        sheet: 'Kun',
        row: 4,
        cells: {
          A: { kind: 'number', text: '00123' },
          B: { kind: 'date', text: '46300.604166666664', date: '2026-10-05T14:30:00' },
          C: { kind: 'number', text: '0.10' },
          E: { kind: 'date', text: '2026-10-05', date: '2026-10-05T00:00:00' },
        },
      },
      { sheets: [{ name: 'Kun', rows: 2, cells: 8 }] },
    ]);
    expect(remarks).toMatch(/1 formula has no result in the file/);
  });

  it('reads text tables', async () => {
    const { output } = await new TestTerminal().run('read', file('a.csv', 'id;x\n\n1;"a ""b"""\n'), '--json');
    expect(lines(output)).toEqual([
      { format: 'csv', encoding: 'utf-8', delimiter: ';', sheets: [{ name: 'a', hidden: false }] },
      { sheet: 'a', row: 1, cells: { A: { kind: 'text', text: 'id' }, B: { kind: 'text', text: 'x' } } },
      { sheet: 'a', row: 3, cells: { A: { kind: 'text', text: '1' }, B: { kind: 'text', text: 'a "b"' } } },
      { sheets: [{ name: 'a', rows: 2, cells: 4 }] },
    ]);
  });

  it('reads one sheet by name or number, or all of them', async () => {
    const commands = new TestTerminal();
    const sheetsIn = async (wanted: string) =>
      (
        lines((await commands.run('read', fixture('calc.xls'), '--sheet', wanted, '--json')).output).at(-1) as {
          sheets: { name: string }[];
        }
      ).sheets;
    expect(await sheetsIn('ikkinchi')).toEqual([{ name: 'Ikkinchi', rows: 2, cells: 4 }]);
    expect(await sheetsIn('2')).toEqual([{ name: 'Yashirin', rows: 2, cells: 2 }]);
    expect(await sheetsIn('all')).toEqual([
      { name: 'Buyurtmalar', rows: 5, cells: 27 },
      { name: 'Yashirin', rows: 2, cells: 2 },
      { name: 'Ikkinchi', rows: 2, cells: 4 },
    ]);
  });

  it('takes headings of every kind as they are', async () => {
    const { output } = await new TestTerminal().run('read', file('a.csv', '__proto__;constructor\n1;2\n'), '--json');
    expect(lines(output)[1]).toEqual({
      sheet: 'a',
      row: 1,
      cells: { A: { kind: 'text', text: '__proto__' }, B: { kind: 'text', text: 'constructor' } },
    });
  });

  it('says what was noticed beside the lines, and not among them', async () => {
    const { output, remarks } = await new TestTerminal().run('read', fixture('calc.ods'), '--json');
    expect(lines(output)).toHaveLength(7);
    expect(remarks.split('\n')).toEqual([
      expect.stringMatching(/^Row 3: 1 hidden row/),
      expect.stringMatching(/^Hidden column D/),
      expect.stringMatching(/^Sheet «Buyurtmalar» was read/),
    ]);
  });
});

describe('read --count', () => {
  it('prints how many rows and cells, and the time', async () => {
    const { output } = await new TestTerminal().run('read', fixture('calc.xml'), '--sheet', 'all', '--count');
    expect(lines(output)).toEqual([{ rows: 9, cells: 33, ms: expect.any(Number) }]);
  });
});

describe('read for a person', () => {
  it('says what the file holds', async () => {
    const { output } = await new TestTerminal().run('read', sample('orders-ru.csv'));
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/orders-ru\.csv: csv, windows-1251, delimiter «;»$/),
      expect.stringMatching(/^Sheet «orders-ru»: 120 rows, [\d\s]+ cells$/u),
    ]);
    const calc = (await new TestTerminal().run('read', fixture('calc.ods'))).output.split('\n');
    expect(calc.slice(2)).toEqual(['Sheet «Yashirin» (hidden): not read', 'Sheet «Ikkinchi»: not read']);
  });
});

describe('a refused file', () => {
  it.each<[string, readonly string[]]>([
    ['with --json', ['--json']],
    ['with --count', ['--count']],
    ['for a person', []],
  ])('%s gives one sentence and nothing else', async (_, options) => {
    const { status, output, remarks } = await new TestTerminal().run('read', file('a.pdf', '%PDF-1.7'), ...options);
    expect({ status, out: output, remarks }).toEqual({
      status: 1,
      out: '',
      remarks: '«a.pdf» is a PDF, not a spreadsheet. Ask the sender for the Excel file.',
    });
  });

  it('a sheet that breaks off is not half printed', async () => {
    const bytes = workbook({
      sheets: [
        { name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
        { name: 'B', xml: '<worksheet><sheetData><row' },
      ],
    });
    const { status, output } = await new TestTerminal().run('read', file('a.xlsx', bytes), '--sheet', 'all', '--json');
    expect({ status, out: output }).toEqual({ status: 1, out: '' });
  });
});

describe('a zip with several spreadsheets', () => {
  const archive = (): string =>
    file(
      'kun.zip',
      zip([
        { name: 'kun/a.csv', data: 'id;x\n1;2\n' },
        { name: 'kun/b.csv', data: 'id;x\n3;4\n' },
      ]),
    );

  it('asks for one by the option', async () => {
    const { status, remarks } = await new TestTerminal().run('read', archive());
    expect({ status, remarks }).toEqual({
      status: 1,
      remarks: '«kun.zip» holds 2 spreadsheets: «a.csv», «b.csv». Choose one of them. (--member "NAME")',
    });
  });

  it('reads the one that is named', async () => {
    const { output } = await new TestTerminal().run('read', archive(), '--member', 'b.csv', '--json');
    expect(lines(output)[2]).toEqual({
      sheet: 'b',
      row: 2,
      cells: { A: { kind: 'text', text: '3' }, B: { kind: 'text', text: '4' } },
    });
  });

  it('refuses a name that is not there, and a file that is no zip', async () => {
    expect((await new TestTerminal().run('read', archive(), '--member', 'c.csv')).remarks).toBe(
      '«kun.zip» holds no spreadsheet «c.csv». It holds: «a.csv», «b.csv». Check the name.',
    );
    expect((await new TestTerminal().run('read', sample('orders-ru.csv'), '--member', 'a.csv')).remarks).toMatch(
      /holds no spreadsheet «a\.csv»/,
    );
  });

  it('is checked as the spreadsheet alone is', async () => {
    const packed = file(
      'kun.zip',
      zip(['orders-ru.csv', 'orders-uz.xlsx'].map((name) => ({ name, data: readFileSync(sample(name)) }))),
    );
    const inZip = await new TestTerminal().run('check', packed, '--member', 'orders-uz.xlsx', '--json');
    const alone = await new TestTerminal().run('check', sample('orders-uz.xlsx'), '--json');
    expect(JSON.parse(inZip.output)).toEqual(JSON.parse(alone.output));
  });
});
