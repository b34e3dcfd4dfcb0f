/** However quoted and plain lines alternate, the cells are those that papaparse finds in the whole text. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { columnLetters } from '../../../shared/domain/table.ts';
import { FailureError } from '../../../shared/result.ts';
import { cellsOf, read } from '../../support/read-bytes.ts';

/** Pieces of csv: cells, wrong and right quotes, ends of lines. */
const pieces = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'Oʻktam', ' ', '1 000,5', '') },
  { weight: 4, arbitrary: fc.constant(';') },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\r\n') },
  { weight: 2, arbitrary: fc.constantFrom('"', '""', '"a;b"', '"two\nlines"', '"with ""quotes"""') },
);
const texts = fc.array(pieces, { maxLength: 60 }).map((list) => `id;name${list.join('')}`);

function expected(text: string): Record<string, string> {
  const pairs = text.split('\r\n').length - 1;
  const lineFeeds = text.split('\n').length - 1;
  const newline = pairs > 0 && pairs === lineFeeds ? '\r\n' : '\n';
  const cells: Record<string, string> = {};
  for (const [index, record] of Papa.parse<string[]>(text, { delimiter: ';', newline }).data.entries()) {
    for (const [column, cell] of record.entries()) {
      const own = newline === '\n' && column === record.length - 1 ? cell.replace(/\r$/u, '') : cell;
      if (own.trim() !== '') cells[`${columnLetters(column)}${index + 1}`] = own;
    }
  }
  return cells;
}

it('cells are those that papaparse finds', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { table } = await read(text, { name: 'orders.csv', delimiter: ';', encoding: 'utf-8' }).catch((error: unknown) => {
        if (error instanceof FailureError) expect.fail(`${error.failure.code} of ${JSON.stringify(text)}`);
        throw error;
      });
      expect(cellsOf(table)).toEqual(expected(text));
    }),
    { numRuns: 3000 },
  );
});

it.each([
  ['quoted lines alone', () => '"a";"b;c"\r\n'],
  ['plain lines alone', () => 'a;b\r\n'],
  ['a quoted line after every plain one', (row: number) => (row % 2 === 0 ? 'a;b\r\n' : '"a";"b\r\nc"\r\n')],
  ['long runs of both', (row: number) => (Math.floor(row / 3000) % 2 === 0 ? `plain ${row};b\r\n` : `"quoted ""${row}""";b\r\n`)],
])('pieces of a large text join without a seam: %s', async (_name, line) => {
  let text = 'id;name\r\n';
  for (let row = 0; row < 20_000; row++) text += line(row);
  const { table } = await read(text, { name: 'orders.csv' });
  expect(cellsOf(table)).toEqual(expected(text));
});
