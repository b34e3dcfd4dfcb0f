/** What was understood of strangers' sheets stays understood, and nothing more goes out wrong in silence. */
import { describe, expect, it } from 'vitest';
import { patience } from '../../support/patience.ts';
import { measureSheets, type SheetResult } from '../../support/understanding/measure.ts';
import { readOpenState, worseThan } from '../../support/understanding/open-state.ts';
import { tallyOf } from '../../support/understanding/tally.ts';
import { readSheet, sheetClasses, sheetPaths } from '../../support/understanding/sheet.ts';

const root = process.cwd();
const state = readOpenState(root);
const sheets = sheetPaths(root, 'open').map((found) => readSheet('open', found));

describe('the open half of the corpus', () => {
  const measured: SheetResult[] = [];

  it.each(sheetClasses)('%s: no sheet is worse than before', { timeout: patience(60_000) }, async (kind) => {
    const results = await measureSheets(sheets.filter((sheet) => sheet.class === kind));
    measured.push(...results);
    expect(worseThan(state, results)).toEqual([]);
  });

  it('makes no more wrong by first answers than before', () => {
    expect(measured.length).toBe(sheets.length);
    expect(tallyOf(measured).silentAfterAnswers).toBeLessThanOrEqual(state.silentAfterAnswers);
  });

  it('lists only sheets that there are', () => {
    const names = new Set(sheets.map(({ name }) => name));
    const listed = [...state.faultless, ...Object.keys(state.silent)];
    expect(listed.filter((name) => !names.has(name))).toEqual([]);
  });
});
