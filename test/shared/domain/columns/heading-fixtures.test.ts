import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { columnFields } from '../../../../shared/domain/model/fields.ts';
import { guessColumns } from '../../../../shared/domain/columns/guess-columns.ts';
import type { Cell } from '../../../../shared/domain/table/table.ts';

/**
 * Heading rows of real exports with invented values: [heading, field or null, value of each row …], a file per export.
 * Drop a file in, gain a test.
 */
const folder = new URL('../../../fixtures/headings/', import.meta.url);
const exportSchema = z.object({
  export: z.string(),
  columns: z.array(z.tuple([z.string(), z.enum(columnFields).nullable()], z.string())),
});

const exports = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => exportSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

function guess(file: (typeof exports)[number]) {
  const cells = (column: number): Cell[] =>
    (file.columns[column]?.slice(2) ?? []).map((text) => ({ kind: text === '' ? 'empty' : 'text', text: text ?? '' }));
  return guessColumns(
    file.columns.map(([heading]) => heading),
    cells,
    { rowCount: cells(0).length },
  );
}

describe('every heading row of the known exports', () => {
  test.each(exports.map((file) => [file.export, file] as const))('%s', (_name, file) => {
    const guessed = guess(file).map(({ heading, field }) => [heading, field]);
    expect(guessed).toEqual(file.columns.map(([heading, field]) => [heading, field]));
  });

  test('the score', () => {
    let right = 0;
    let missed = 0;
    let wrong = 0;
    for (const file of exports) {
      for (const [column, { field }] of guess(file).entries()) {
        const expected = file.columns[column]?.[1] ?? null;
        if (field === expected) right += expected === null ? 0 : 1;
        else if (field === null) missed++;
        else wrong++;
      }
    }
    console.info(
      `heading rows: ${exports.length} exports, ${right} columns mapped right, ${missed} missed, ${wrong} wrong`,
    );
    expect({ missed, wrong }).toEqual({ missed: 0, wrong: 0 });
  });
});
