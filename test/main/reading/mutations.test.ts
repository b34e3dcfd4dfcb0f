/** Damaged files, some hundreds of each kind; npm run torture makes them for minutes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../support/read-bytes.ts';
import { expectSound, mutations, seeds } from '../../support/mutated-files.ts';

describe.each(seeds)('$title', (seed) => {
  it('is read as it stands', async () => {
    const { table, issues } = await readBytes(seed.bytes, { name: seed.name });
    expect(table.rowCount).toBeGreaterThanOrEqual(40);
    expect(issues).toEqual([]);
  });

  it('damaged, it is refused or read, and never shorter in silence', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, (mutate) => expectSound(seed, mutate)),
      { numRuns: 200 },
    );
  });
});
