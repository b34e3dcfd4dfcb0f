/** Files written otherwise that mean the same are read the same. npm run torture does it for many thousands of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../../shared/domain/table/table.ts';
import { madeFile, storedFiles } from '../../support/rewriting/files-to-rewrite.ts';
import { meaningOf } from '../../support/rewriting/meaning.ts';
import { expectSameMeaning } from '../../support/rewriting/rewrite.ts';
import { escapeCellText, workbook } from '../../support/xlsx-writer.ts';

const ofEach = 6;
const made = 300;

describe('a file of the fixtures and samples, rewritten', () => {
  const files = storedFiles();

  it('there are files of every kind', () => {
    expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(['xlsx', 'ods', 'fods', 'xml2003', 'html', 'csv']));
  });

  it.each(files.map((file) => [file.name, file] as const))('%s', async (_, file) => {
    const meaning = await meaningOf(file.bytes, file.name);
    for (let seed = 0; seed < ofEach; seed++) await expectSameMeaning(file, meaning, seed);
  });
});

it('files made by chance, rewritten', async () => {
  for (let seed = 0; seed < made; seed++) {
    const file = madeFile(seed);
    await expectSameMeaning(file, await meaningOf(file.bytes, file.name), seed);
  }
});

it('workbooks of any texts, rewritten', async () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => !/\p{Surrogate}/u.test(value));
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 8 }), fc.nat(), async (values, seed) => {
      const cells = values.map(
        (value, index) => `<c r="${columnLetters(index)}1" t="inlineStr"><is><t>${escapeCellText(value)}</t></is></c>`,
      );
      const bytes = workbook({ rows: `<row r="1">${cells.join('')}</row>`, strings: '' });
      const file = { name: 'any.xlsx', kind: 'xlsx', bytes } as const;
      await expectSameMeaning(file, await meaningOf(bytes, file.name), seed);
    }),
    { numRuns: 150 },
  );
});
