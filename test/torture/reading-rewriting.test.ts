/**
 * Files rewritten by chance into others that mean the same: 100,000 of them, or as many as REWRITINGS says, from the seed
 * REWRITINGS_FROM on. A failure names the file and the seed.
 */
import { expect, it } from 'vitest';
import { madeFile, storedFiles } from '../support/rewriting/files-to-rewrite.ts';
import { meaningOf, type Meaning } from '../support/rewriting/meaning.ts';
import { expectSameMeaning } from '../support/rewriting/rewrite.ts';

const count = Number(process.env['REWRITINGS'] ?? 100_000);
const from = Number(process.env['REWRITINGS_FROM'] ?? 1_000_000);
/** Failures that are told before it is given up. */
const mostFailures = 10;
/** So many of the files made by chance for each file of the fixtures and samples. */
const madeForEach = 3;
const millisecondsForEach = 100;

it(
  `${count} rewritings are read as what they were made from`,
  async () => {
    const files = storedFiles();
    const meanings = new Map<string, readonly Meaning[]>();
    const failures: string[] = [];
    for (let seed = from; seed < from + count && failures.length < mostFailures; seed++) {
      const stored =
        seed % (madeForEach + 1) === 0 ? files[Math.floor(seed / (madeForEach + 1)) % files.length] : undefined;
      const file = stored ?? madeFile(seed);
      const meaning = meanings.get(file.name) ?? (await meaningOf(file.bytes, file.name));
      if (stored) meanings.set(file.name, meaning);
      await expectSameMeaning(file, meaning, seed).catch((error: unknown) => failures.push(String(error)));
    }
    expect(failures).toEqual([]);
  },
  60_000 + count * millisecondsForEach,
);
