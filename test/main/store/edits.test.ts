/** Edits whose cells are read otherwise: they move with these, or wait; and what older versions kept of such ones. */
import path from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import { Database } from '../../../main/store/database.ts';
import { openStore } from '../../../main/store/open-store.ts';
import { migrate, migrations } from '../../../main/store/schema.ts';
import type { Edit } from '../../../shared/domain/model/edits.ts';
import { rowInTable } from '../../../shared/domain/model/sheet-rows.ts';
import type { CellPlaces } from '../../../shared/domain/table/cell-places.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const cell = (row: number, text: string): Edit => ({ kind: 'cells', cells: [{ row, column: 1, text }] });

/** Sheets with the same columns, alone or as one. */
function placesOf(...names: readonly string[]): CellPlaces {
  return {
    layout: names.length > 1 ? 'list' : 'sheet',
    delimiter: null,
    sheets: names.map((name) => ({ name, isWhole: true, firstDataRow: 0, columns: [] })),
    ownColumns: 16_384,
    parts: [],
    lastRow: rowInTable(names.length - 1, 9),
  };
}

async function prepare() {
  const store = valueOrThrow(openStore(temporaryFolder(), systemClock));
  const { id } = await store.batches.createFromBytes(new TextEncoder().encode('a;b\n1;2\n'), 'kunlar.csv');
  const list = () =>
    store.edits
      .list(id)
      .map(({ sequence, undone, aside }) => `${sequence}${undone ? ' undone' : ''}${aside ? ' aside' : ''}`);
  return { store, id, list };
}

it('steps that were taken back are done again on their own sheet only, in the order in which they were made', async () => {
  const { store, id, list } = await prepare();
  const [both, second] = [placesOf('A', 'B'), placesOf('B')];
  store.edits.followReading(id, both);
  store.edits.append(id, cell(2, 'of A'));
  store.edits.append(id, cell(rowInTable(1, 2), 'of B'));
  store.edits.append(id, cell(3, 'of A, too'));
  store.edits.undo(id);
  store.edits.undo(id);
  store.edits.followReading(id, second);
  expect(list()).toEqual(['1 aside', '2 undone', '3 undone aside']);
  expect(store.edits.undo(id)).toBeNull();
  expect(store.edits.redo(id)?.edit).toEqual(cell(2, 'of B'));
  expect(store.edits.redo(id)).toBeNull();
  store.edits.append(id, cell(4, 'later'));
  store.edits.followReading(id, both);
  // Nothing can be done again behind what is in force.
  expect(list()).toEqual(['1', '2', '4']);
  expect(store.edits.droppedByLast(id)).toEqual([cell(3, 'of A, too')]);
  store.close();
});

it('a decision about what was sent moves with its row, and counts only where it is read', async () => {
  const { store, id } = await prepare();
  const [both, second, other] = [placesOf('A', 'B'), placesOf('B'), placesOf('A')];
  const rows = [rowInTable(1, 2), rowInTable(1, 3)];
  const staying = rows.map((row, at) => ({
    ...{ server: 'wms.example', orderId: 700 + at, wmsId: 12, row, keys: [], compared: true, changes: [] },
  }));
  store.edits.append(id, { kind: 'leaveOut', rows, out: true }, staying);
  const decided = () => store.sentChanges.list().map(({ orderId }) => orderId);
  for (const [to, expected] of [
    [both, [700, 701]],
    [second, [700, 701]],
    [other, []],
    [both, [700, 701]],
  ] as const) {
    store.edits.followReading(id, to);
    expect(decided()).toEqual(expected);
  }
  store.edits.append(id, { kind: 'leaveOut', rows: rows.slice(0, 1), out: false });
  expect(decided()).toEqual([701]);
  store.close();
});

it('what an older version had taken back when other sheets were chosen is not done again', () => {
  const home = temporaryFolder();
  const database = new Database(path.join(home, 'order-importer.db'));
  migrate(
    database,
    migrations.slice(
      0,
      migrations.findIndex((step) => step.includes('ADD COLUMN place')),
    ),
  );
  for (const [id, choices] of [
    ['switched', '{"sheet":"B"}'],
    ['together', '{"sheet":null,"together":["A","B"]}'],
    ['plain', '{"sheet":null}'],
  ]) {
    database.run(
      `INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices) VALUES (?1, 'a', 'csv', ?1, 1, 1, 1, ?2)`,
      id ?? '',
      choices ?? '',
    );
    for (const [sequence, state] of ['live', 'undone'].entries())
      database.run(
        'INSERT INTO edits (batch_id, sequence, edit, at, state) VALUES (?, ?, ?, 1, ?)',
        ...[id ?? '', sequence + 1, JSON.stringify(cell(2, 'x')), state],
      );
  }
  database.close();
  const store = valueOrThrow(openStore(home, systemClock));
  const redone = ['switched', 'together', 'plain'].map((id) => store.edits.redo(id)?.sequence ?? null);
  expect(redone).toEqual([null, null, 2]);
  expect(store.edits.append('switched', cell(3, 'y')).sequence).toBe(3);
  store.close();
});
