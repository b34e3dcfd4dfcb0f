/** A file dropped into test/fixtures/reading beside a .json of the same name becomes a test: what must be read of it. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readEverySheet } from '../../../main/reading/read-file.ts';
import { cellsOf } from '../../support/read-bytes.ts';

const folder = path.resolve('test/fixtures/reading');
const files = fs.readdirSync(folder).filter((name) => !name.endsWith('.json'));

async function found(file: string): Promise<unknown> {
  const sheets: unknown[] = [];
  let facts = {};
  for await (const { format, encoding, delimiter, table, issues } of readEverySheet({ path: file })) {
    facts = { format, encoding, delimiter };
    sheets.push({ name: table.sheet, cells: cellsOf(table), issues: issues.map(({ code }) => code) });
  }
  return { ...facts, sheets };
}

it('there are files', () => {
  expect(files.length).toBeGreaterThan(0);
});

it.each(files)('%s', async (name) => {
  const expected: unknown = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  expect(await found(path.join(folder, name))).toEqual(expected);
});
