/** The report as csv: every text comes back, and nothing is a formula. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeCsvReport } from '../../../main/reporting/csv-report.ts';
import { hard, source } from './report-of-texts.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the csv', () => {
  test('is UTF-8 with its mark, has no formula, and gives every text back', async () => {
    const path = join(folder, 'report.csv');
    const summary = await writeCsvReport(path, source());
    const written = await readFile(path, 'utf8');
    expect(written.startsWith('\ufeffBuyurtma ID;Matn;WMS: natija')).toBe(true);
    const [, ...rows] = Papa.parse<string[]>(written.slice(1), {
      delimiter: ';',
      newline: '\r\n',
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(summary.rows);
    expect(rows.map((row) => row[1]!.replace(/^'/u, ''))).toEqual(hard);
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[\s\u200b\ufeff]*[=+@-]/u);
  });

  test('practice stands on the first line', async () => {
    const path = join(folder, 'report.csv');
    await writeCsvReport(path, source({ practice: true, language: 'ru' }));
    const [first, second] = (await readFile(path, 'utf8')).split('\r\n');
    expect(first).toContain('УЧЕБНЫЙ');
    expect(second).toContain('Buyurtma ID');
  });
});
