import { describe, expect, it } from 'vitest';
import {
  changesInRow,
  findChanges,
  findPattern,
  type FindReplaceQuery,
} from '../../../../renderer/review/replace/find-replace.ts';
import type { RowFilter, RowView } from '../../../../shared/contract/views.ts';
import { gridColumns as columns, rowView, rowWindow } from '../../grid/rows.ts';

const replacing = (find: string, replacement: string, more: Partial<FindReplaceQuery> = {}): FindReplaceQuery => ({
  find,
  replacement,
  wholeCell: false,
  column: null,
  ...more,
});
const all: RowFilter = { show: 'all', cause: null, search: '' };
const change = (before: string, wish: FindReplaceQuery): string | undefined =>
  changesInRow(rowView(7, [before]), columns, findPattern(wish.find, wish.wholeCell)!, wish)[0]?.text;

describe('changesOf', () => {
  it.each([
    [
      'everywhere in the cell, case ignored',
      'Тошкентт, тошкентт',
      replacing('ТОШКЕНТТ', 'Toshkent'),
      'Toshkent, Toshkent',
    ],
    ['whichever apostrophe is written', "Farg'ona", replacing('Fargʻona', 'Fargʻona viloyati'), 'Fargʻona viloyati'],
    ['signs stand for themselves', '1.5 (kg)', replacing('.5 (', ',5 ['), '1,5 [kg)'],
    ['dollars in the new text too', 'narx', replacing('narx', '$& $1'), '$& $1'],
    ['whole cells only', ' Buxoro ', replacing('buxoro', 'Buxoro viloyati', { wholeCell: true }), 'Buxoro viloyati'],
  ])('%s', (_name, before, wish, after) => {
    expect(change(before, wish)).toBe(after);
  });

  it('leaves longer cells alone when whole cells are wanted', () => {
    expect(change('Buxoro viloyati', replacing('Buxoro', 'x', { wholeCell: true }))).toBeUndefined();
  });

  it('takes what the cell holds, and only the wanted column', () => {
    const row = rowView(7, ['Toshkent', 'x', { text: 'Toshkent shahri', rawText: 'Тошкент' }]);
    expect(changesInRow(row, columns, findPattern('о', false)!, replacing('о', 'o', { column: 2 }))).toEqual([
      { row: 7, column: 2, address: 'C7', before: 'Тошкент', text: 'Тoшкент' },
    ]);
  });
});

describe('findChanges', () => {
  const rows: readonly RowView[] = Array.from({ length: 1200 }, (_, at) =>
    rowView(at + 2, [at % 3 === 0 ? 'eski' : 'boshqa'], { editable: at !== 0 }),
  );
  const ask = (_filter: RowFilter, from: number, count: number) => Promise.resolve(rowWindow(rows, from, count));

  it('looks through every window and counts what is locked', async () => {
    const changes = await findChanges(replacing('eski', 'yangi'), all, columns, ask, () => false);
    expect(changes).toMatchObject({ rows: 399, locked: 1, tooMany: false });
    expect(changes?.cells.at(-1)).toMatchObject({ row: 1199, text: 'yangi' });
  });

  it('narrows the rows by the engine’s search', async () => {
    const asked: RowFilter[] = [];
    await findChanges(
      replacing('eski', ''),
      { ...all, show: 'errors' },
      columns,
      (filter) => (asked.push(filter), Promise.resolve(null)),
      () => false,
    );
    expect(asked).toEqual([{ show: 'errors', cause: null, search: 'eski' }]);
  });

  it('stops when asked to, and finds nothing for nothing', async () => {
    expect(await findChanges(replacing('eski', 'x'), all, columns, ask, () => true)).toBeNull();
    expect((await findChanges(replacing('', 'x'), all, columns, ask, () => false))?.cells).toEqual([]);
  });
});
