/** However quoted and plain lines alternate, the cells are those that papaparse finds in the whole text. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { columnLetters } from '../../../../shared/domain/table/table.ts';
import { FailureError } from '../../../../shared/result.ts';
import { cellsOf, readBytes } from '../../../support/read-bytes.ts';

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

async function expectPapaparseCells(text: string): Promise<void> {
  const { table } = await readBytes(text, { name: 'orders.csv', delimiter: ';', encoding: 'utf-8' }).catch(
    (error: unknown) => {
      if (error instanceof FailureError) expect.fail(`${error.failure.code} of ${JSON.stringify(text.slice(-500))}`);
      throw error;
    },
  );
  expect(cellsOf(table)).toEqual(expected(text));
}

it('cells are those that papaparse finds', async () => {
  await fc.assert(fc.asyncProperty(texts, expectPapaparseCells), { numRuns: 3000 });
});

/** Characters that are cut in one go. */
const window = 256 * 1024;

it('wherever a large text is cut in two', async () => {
  const filler = fc.integer({ min: 0, max: 90 }).map((before) => {
    const lines = `${'x'.repeat(1022)}\r\n`.repeat(window / 1024 - 1);
    return `${lines}${'y'.repeat(1022 - before)}\r\n`;
  });
  const text = fc.tuple(
    filler,
    texts,
    fc.constantFrom('', '"'.repeat(7), `;"${'long; and\nlonger '.repeat(20_000)}";z`, `;${'z'.repeat(300_000)};"q"`),
  );
  await fc.assert(
    fc.asyncProperty(
      text.map((parts) => parts.join('')),
      expectPapaparseCells,
    ),
    { numRuns: 150 },
  );
});

it.each([
  ['quoted lines alone', () => '"a";"b;c"\r\n'],
  ['plain lines alone', () => 'a;b\r\n'],
  ['a quoted line after every plain one', (row: number) => (row % 2 === 0 ? 'a;b\r\n' : '"a";"b\r\nc"\r\n')],
  [
    'long runs of both',
    (row: number) => (Math.floor(row / 3000) % 2 === 0 ? `plain ${row};b\r\n` : `"quoted ""${row}""";b\r\n`),
  ],
])('pieces of a large text join without a seam: %s', async (_name, line) => {
  let text = 'id;name\r\n';
  for (let row = 0; row < 20_000; row++) text += line(row);
  const { table } = await readBytes(text, { name: 'orders.csv' });
  expect(cellsOf(table)).toEqual(expected(text));
});

it('in a row of thousands of cells', async () => {
  const cells = Array.from({ length: 5000 }, (_, column) =>
    column % 2600 === 3 ? `"${column};"` : column % 11 === 0 ? '' : `c${column}`,
  );
  await expectPapaparseCells(`id;name\r\n${cells.join(';')}\r\nz;y`);
});
