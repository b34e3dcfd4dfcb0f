/** Metamorphic tests: a file, another one that means the same, and both are read the same. */
import { expect } from 'vitest';
import { readSheetFile } from '../../../main/reading/read-file.ts';
import { Chance } from './chance.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import { writeCsv } from './rewrite-csv.ts';
import { rewriteHtml } from './rewrite-html.ts';
import { rewriteOds, rewriteXmlText } from './rewrite-markup.ts';
import { rewriteXlsx } from './rewrite-xlsx.ts';

export interface FileToRewrite {
  /** Its ending says how it is rewritten. */
  readonly name: string;
  readonly kind: 'xlsx' | 'ods' | 'fods' | 'xml2003' | 'html' | 'csv';
  readonly bytes: Uint8Array;
}

/** Another file that means the same. */
export async function rewrite({ kind, bytes, name }: FileToRewrite, seed: number): Promise<Buffer> {
  const chance = new Chance(seed);
  switch (kind) {
    case 'xlsx':
      return rewriteXlsx(bytes, chance);
    case 'ods':
      return rewriteOds(bytes, chance);
    case 'fods':
    case 'xml2003':
      return rewriteXmlText(bytes, chance, true);
    case 'html':
      return rewriteHtml(bytes, chance);
    case 'csv':
      return writeCsv((await readSheetFile({ bytes, name })).table, chance);
  }
}

/** What csv says of its quotes and lengths of rows is said of the file, and not of what it means. */
function comparable(meaning: readonly Meaning[], kind: FileToRewrite['kind']): readonly Meaning[] {
  return kind === 'csv' ? meaning.map((sheet) => ({ ...sheet, issues: [] })) : meaning;
}

/** Rewrites the file by this seed, and compares. A failure names both; {@link rewrite} then makes the file again. */
export async function expectSameMeaning(file: FileToRewrite, meaning: readonly Meaning[], seed: number): Promise<void> {
  const other = await rewrite(file, seed);
  const found = await meaningOf(other, file.name).catch((error: unknown) => {
    throw new Error(`${file.name}, rewritten by seed ${seed}, is refused: ${String(error)}`, { cause: error });
  });
  const title = `${file.name}, rewritten by seed ${seed}`;
  expect([title, comparable(found, file.kind)]).toEqual([title, comparable(meaning, file.kind)]);
}
