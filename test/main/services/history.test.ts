/** The history of a batch as the window asks for it: kept across restarts, gone through in one step. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { Database } from '../../../main/store/database.ts';
import type { RowFilter } from '../../../shared/contract/views.ts';
import { startServices } from '../../support/services.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const sample = path.resolve(import.meta.dirname, '../../../samples/orders-mistakes.xlsx');
const everything: RowFilter = { show: 'all', cause: null, search: '' };
const nowhere = 'https://wms.example';

it('goes to a point of the history and is found there after a restart, with what can still be done again', async () => {
  const home = temporaryFolder();
  const before = startServices(home);
  const [batchId = ''] = await before.files.addFile(sample, nowhere);
  await before.batches.open(batchId, nowhere);
  await before.store.settings.set({ operators: ['Malika'], operator: 'Malika' });
  for (const text of ['Bir', 'Ikki', 'Uch']) await before.batches.edit(batchId, [{ row: 4, column: 2, text }]);
  expect((await before.batches.goTo(batchId, 1)).changedPosition).toEqual({ row: 4, column: 2 });
  const rows = await before.batches.rows(batchId, everything, 0, 5);
  const { steps } = await before.batches.history(batchId);
  expect(steps.map(({ sequence, undone, before: from, after }) => [sequence, undone, from, after])).toEqual([
    [3, true, 'Ikki', 'Uch'],
    [2, true, 'Bir', 'Ikki'],
    [1, false, 'Mirzayeva Zilola', 'Bir'],
  ]);
  expect(new Set(steps.map(({ operator }) => operator))).toEqual(new Set(['Malika']));
  expect(steps.every(({ at }) => Math.abs(Date.now() - at) < 3_600_000)).toBe(true);
  await before.stop();

  const after = startServices(home);
  await after.batches.open(batchId, nowhere);
  expect(await after.batches.rows(batchId, everything, 0, 5)).toEqual({ ...rows, version: expect.any(Number) });
  expect((await after.batches.history(batchId)).steps).toEqual(steps);
  await after.batches.goTo(batchId, 3);
  expect((await after.batches.rows(batchId, everything, 0, 1)).rows[0]?.cells[2]?.text).toBe('Uch');
  // A new change overtakes what was taken back.
  await after.batches.goTo(batchId, 0);
  await after.batches.edit(batchId, [{ row: 4, column: 2, text: 'Toʻrt' }]);
  expect((await after.batches.history(batchId)).steps.map(({ sequence }) => sequence)).toEqual([4]);
  // … which are brought back behind it: what it says of a cell stays.
  await after.batches.goTo(batchId, 0);
  await after.batches.edit(batchId, [{ row: 4, column: 2, text: 'Besh' }]);
  await after.batches.edit(batchId, [{ row: 5, column: 2, text: 'Olti' }]);
  await after.batches.goTo(batchId, 0);
  await after.batches.edit(batchId, [{ row: 4, column: 2, text: 'Yetti' }]);
  expect((await after.batches.history(batchId)).overtakenStepCount).toBe(1);
  const back = await after.batches.bringBackSteps(batchId);
  expect(back.canRedo).toBe(false);
  expect((await after.batches.history(batchId)).overtakenStepCount).toBe(0);
  const texts = (await after.batches.rows(batchId, everything, 0, 2)).rows.map(({ cells }) => cells[2]?.text);
  expect(texts).toEqual(['Yetti', 'Olti']);
});

it('corrections of a file that another version of the app read otherwise wait, and are named', async () => {
  const home = temporaryFolder();
  const before = startServices(home);
  const [batchId = ''] = await before.files.addFile(sample, nowhere);
  await before.batches.open(batchId, nowhere);
  await before.batches.edit(batchId, [{ row: 4, column: 2, text: 'Bir' }]);
  await before.batches.setColumn(batchId, 2, 'city');
  await before.stop();
  const textAfter = async (layout: string) => {
    const database = new Database(path.join(home, 'order-importer.db'));
    database.run(`UPDATE batches SET cell_places = json_set(cell_places, '$.layout', ?)`, layout);
    database.close();
    const after = startServices(home);
    const { fileIssues, canUndo, choices } = await after.batches.open(batchId, nowhere);
    const { rows } = await after.batches.rows(batchId, everything, 0, 1);
    await after.stop();
    return [
      rows[0]?.cells[2]?.text,
      choices.columns,
      canUndo,
      fileIssues.filter(({ code }) => code === 'reading.correctionsAside').map(({ severity }) => severity),
    ];
  };
  expect(await textAfter('blanks')).toEqual(['Mirzayeva Zilola', [], false, ['warning']]);
  // As it was read when the correction was made.
  const database = new Database(path.join(home, 'order-importer.db'));
  database.run(`UPDATE edits SET place = json_set(place, '$.layout', 'sheet')`);
  database.close();
  expect(await textAfter('sheet')).toEqual(['Bir', [], true, []]);
});
