/** What was understood of strangers' sheets stays understood, and nothing more goes out wrong in silence. */
import { describe, expect, it } from 'vitest';
import { measureSheet, type SheetResult } from '../../support/understanding/measure.ts';
import { readOpenState, worseThan } from '../../support/understanding/open-state.ts';
import { readSheet, sheetClasses, sheetPaths } from '../../support/understanding/sheet.ts';

const root = process.cwd();
const state = readOpenState(root);
const sheets = sheetPaths(root, 'open').map((found) => readSheet('open', found));

describe('the open half of the corpus', () => {
  it.each(sheetClasses)('%s: no sheet is worse than before', { timeout: 60_000 }, async (kind) => {
    const results: SheetResult[] = [];
    for (const sheet of sheets) if (sheet.class === kind) results.push(await measureSheet(sheet));
    expect(worseThan(state, results)).toEqual([]);
  });

  it('lists only sheets that there are', () => {
    const names = new Set(sheets.map(({ name }) => name));
    const listed = [...state.faultless, ...Object.keys(state.silent)];
    expect(listed.filter((name) => !names.has(name))).toEqual([]);
  });
});
