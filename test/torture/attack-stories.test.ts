/** Many random stories of an office under attack (test/attacks/stories.ts). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { play, story } from '../attacks/stories.ts';

test(
  'whatever happens to records, names and clocks: no customer’s order is there twice',
  { timeout: 3_600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const customers = await play(told);
        expect(customers.filter((name, at) => customers.indexOf(name) !== at)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  },
);
