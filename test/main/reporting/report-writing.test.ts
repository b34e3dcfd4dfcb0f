/** What holds for the report in either format: progress, a stop, rows that cannot be read. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeCsvReport } from '../../../main/reporting/csv-report.ts';
import { writeXlsxReport } from '../../../main/reporting/xlsx-report.ts';
import type { ReportSourceRow } from '../../../shared/domain/report/report-table.ts';
import { source } from './report-of-texts.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  ['xlsx', writeXlsxReport],
  ['csv', writeCsvReport],
] as const)('writing %s', (format, write) => {
  async function* many(count: number): AsyncGenerator<ReportSourceRow> {
    for (let index = 0; index < count; index++)
      yield { row: index + 2, cells: [String(index + 1), 'x'], orderKey: String(index + 1) };
  }

  test('tells its progress up to the end, never backwards', async () => {
    const told: number[] = [];
    await write(join(folder, `report.${format}`), source({ rows: () => many(2600), rowCount: 2600 }), {
      onProgress: (done, total) => told.push(done / total),
    });
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(4);
  });

  test('a stop leaves the old file and nothing else', async () => {
    const path = join(folder, `report.${format}`);
    await writeFile(path, 'old');
    const stop = new AbortController();
    const writing = write(path, source({ rows: () => many(100_000), rowCount: 100_000 }), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(writing).rejects.toMatchObject({ failure: { code: 'reporting.cancelled' } });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual([`report.${format}`]);
  });

  test('a row that cannot be read leaves the old file and nothing else', async () => {
    const path = join(folder, `report.${format}`);
    await writeFile(path, 'old');
    let pass = 0;
    const rows = async function* () {
      yield* many(1200);
      if (++pass === 2) throw new Error('gone');
    };
    await expect(write(path, source({ rows, rowCount: 1200 }))).rejects.toMatchObject({
      failure: { code: 'reporting.notWritten' },
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual([`report.${format}`]);
  });

  test('a folder that is not there', async () => {
    await expect(write(join(folder, 'gone', `report.${format}`), source())).rejects.toMatchObject({
      failure: { code: 'reporting.noFolder', params: { name: `report.${format}` } },
    });
  });
});
