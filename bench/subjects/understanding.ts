/** Subject: the sheets of one half of the corpus, each opened, answered and judged. */
import fs from 'node:fs';
import path from 'node:path';
import { measureSheets } from '../../test/support/understanding/measure.ts';
import { readSheet, sheetPaths, type Half } from '../../test/support/understanding/sheet.ts';
import { numberArgument, textArgument, type Subjects } from '../subject.ts';

export const subjects: Subjects = {
  /**
   * Measures every `of`-th sheet from the `part`-th on, and writes the results to `out` as JSON: they are more than
   * numbers. `only`: names that contain this.
   */
  sheets: async (args) => {
    const half = textArgument(args, 'half') as Half;
    const only = textArgument(args, 'only');
    const [part, of] = [numberArgument(args, 'part'), numberArgument(args, 'of')];
    const root = textArgument(args, 'root');
    const paths = sheetPaths(root, half).filter(({ name }) => name.includes(only));
    const mine = paths.filter((_, index) => index % of === part);
    const results = await measureSheets(mine.map((found) => readSheet(half, found)));
    fs.writeFileSync(path.resolve(textArgument(args, 'out')), JSON.stringify(results));
    return { sheets: results.length };
  },
};
