import { expect, it } from 'vitest';
import { sheetsBeside } from '../../../../shared/domain/model/sheets-beside.ts';

const sheet = (name: string, alike = true) => ({ name, rows: 4, more: false, alike, earlier: false });
const file = {
  sheet: '24.11',
  together: [],
  sheets: [sheet('24.11'), sheet('25.11'), sheet('Narxlar', false), sheet('26.11')],
};
const part = (name: string | null, practice?: boolean) => ({
  choices: { sheet: name, together: [] },
  server: practice === undefined ? null : { practice },
});
const named = (others: ReturnType<typeof part>[], practice = false) =>
  sheetsBeside(file, others, practice).map(({ name, isOwnFile }) => (isOwnFile ? `${name} own` : name));

it('names the other sheets that list orders, and which are files of their own', () => {
  expect(named([])).toEqual(['25.11', '26.11']);
  expect(named([part('25.11')])).toEqual(['25.11 own', '26.11']);
});

it('leaves out what was sent, but not where that was practice and this is not', () => {
  expect(named([part('25.11', false)])).toEqual(['26.11']);
  expect(named([part('25.11', true)])).toEqual(['25.11 own', '26.11']);
  expect(named([part('25.11', true)], true)).toEqual(['26.11']);
});

it('sheets that were read as one are in it, and those of days that have passed are nobody’s to send', () => {
  const sheets = [...file.sheets, { ...sheet('20.11'), earlier: true }];
  expect(sheetsBeside({ ...file, sheets, together: ['24.11', '25.11'] }, [], false).map(({ name }) => name)).toEqual([
    '26.11',
  ]);
  const both = { choices: { sheet: '25.11', together: ['25.11', '26.11'] }, server: { practice: false } };
  expect(sheetsBeside({ ...file, sheets }, [both], false)).toEqual([]);
});
