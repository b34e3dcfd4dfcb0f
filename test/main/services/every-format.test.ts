/** Files of every format as the window's services open them: the same cells and orders as in a terminal. */
import { read as readBook, write as writeBook } from '@e965/xlsx';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestTerminal, temporaryFolder } from '../../support/terminal.ts';
import { startServices } from '../../support/services.ts';
import { zip } from '../../support/zip-writer.ts';

const samples = path.join(import.meta.dirname, '../../../samples');
const sample = path.join(samples, 'orders-uz.xlsx');
const nowhere = 'https://wms.example';
const everything = { show: 'all' as const, cause: null, search: '' };

function written(name: string, data: string | Uint8Array): string {
  const file = path.join(temporaryFolder(), name);
  writeFileSync(file, data);
  return file;
}

/** What `check --json` says of a file, without its name and format. */
async function checked(file: string) {
  const { output } = await new TestTerminal().run('check', file, '--json');
  const {
    rows,
    orders,
    mapping,
    file: shown,
  } = JSON.parse(output) as {
    rows: number;
    orders: object;
    mapping: readonly { column: string; field: string | null }[];
    file: { format: string; headerRow: number };
  };
  return {
    rows,
    orders,
    format: shown.format,
    headerRow: shown.headerRow,
    fields: mapping.map(({ column, field }) => [column, field]),
  };
}

describe.each([
  ['orders-uz.xlsx', 'xlsx', () => sample],
  ['orders-ru.csv', 'csv', () => path.join(samples, 'orders-ru.csv')],
  [
    'an old workbook',
    'xls',
    () =>
      written(
        'eski.xls',
        writeBook(readBook(readFileSync(sample), { cellNF: true }), { bookType: 'biff8', type: 'buffer' }) as Buffer,
      ),
  ],
  [
    'a binary workbook',
    'xlsb',
    () =>
      written(
        'ikkilik.xlsb',
        writeBook(readBook(readFileSync(sample), { cellNF: true }), { bookType: 'xlsb', type: 'buffer' }) as Buffer,
      ),
  ],
] as const)('%s', (_, format, file) => {
  it('is the same in the window and in the terminal', async () => {
    const services = startServices(temporaryFolder());
    const place = file();
    const [batchId = ''] = await services.files.addFile(place, nowhere);
    const { file: shown, counts } = await services.batches.open(batchId, nowhere);
    const columns = (await services.batches.columns(batchId)).columns.map(({ letters, field }) => [letters, field]);
    const { rows, orders, headerRow, fields } = await checked(place);
    expect(shown).toMatchObject({ format, rows, headerRow });
    expect(columns).toEqual(fields);
    const { total, ready, withErrors, alreadySent, duplicate } = counts;
    expect({ total, ready, withErrors, alreadySent, duplicate }).toEqual(orders);
  });
});

describe('a zip of several spreadsheets', () => {
  const csv = 'order_id;phone\n1;+998901234567\n';

  it('gives a batch for each, and tells of those that cannot be read', async () => {
    const services = startServices(temporaryFolder());
    const archive = written(
      'kun.zip',
      zip([
        { name: 'a/bir.csv', data: csv },
        { name: 'b/buzuq.xlsx', data: 'PK\x03\x04' },
        { name: 'b/ikki.csv', data: csv.replace('1;', '2;') },
      ]),
    );
    const ids = await services.files.addFile(archive, nowhere);
    expect(ids).toHaveLength(2);
    expect((await services.files.list()).map(({ fileName }) => fileName).sort()).toEqual(['bir.csv', 'ikki.csv']);
    expect(services.emittedEvents.filter(({ name }) => name === 'app.failed')).toEqual([
      { name: 'app.failed', data: { code: 'reading.incomplete', params: { file: 'buzuq.xlsx' }, fileName: null } },
    ]);
    // Dropped once more they are the same batches.
    expect(await services.files.addFile(archive, nowhere)).toEqual(ids);
  });

  it('is refused where none of them can be read', async () => {
    const services = startServices(temporaryFolder());
    const archive = written(
      'kun.zip',
      zip([
        { name: 'a.xlsx', data: 'PK\x03\x04' },
        { name: 'b.xlsx', data: 'PK\x03\x04' },
      ]),
    );
    await expect(services.files.addFile(archive, nowhere)).rejects.toMatchObject({
      failure: { code: 'reading.incomplete', params: { file: 'a.xlsx' } },
    });
    expect(await services.files.list()).toEqual([]);
  });
});

describe('a pasted range', () => {
  it('is a batch whose cells are divided by tabs, whatever they hold', async () => {
    const services = startServices(temporaryFolder());
    const batchId = await services.files.addPasted(
      'order_id\tphone\taddress\r\n1\t+998901234567\ta;b;c\r\n2\t+998901234568\td;e;f\r\n',
      'Qoʻyilgan 24.11.2026 09-30.tsv',
    );
    const { file } = await services.batches.open(batchId, nowhere);
    expect(file).toMatchObject({
      name: 'Qoʻyilgan 24.11.2026 09-30.tsv',
      format: 'csv',
      delimiter: '\t',
      rows: 2,
      columns: 3,
    });
    const { rows } = await services.batches.rows(batchId, everything, 0, 5);
    expect(rows.map(({ cells }) => cells[2]?.text)).toEqual(['a;b;c', 'd;e;f']);
  });
});
