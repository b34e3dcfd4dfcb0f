/**
 * Stores a batch's edits in order, live or undone; undone ones that a new edit replaced stay in the table as `dropped`, and
 * those whose cells are not read with the place of these.
 */
import { choicesSchema } from '../../shared/domain/model/choices.ts';
import { editSchema, type Edit } from '../../shared/domain/model/edits.ts';
import {
  areSamePlaces,
  cellPlacesSchema,
  moveColumns,
  moveHistory,
  type CellPlaces,
} from '../../shared/domain/table/cell-places.ts';
import type { Clock, StoredEdit } from '../ports.ts';
import type { Database, Row } from './database.ts';
import type { InternalSentChanges } from './sent-changes.ts';
import type { EditStore } from './batch-stores.ts';

export function openEditStore(
  database: Database,
  clock: Clock,
  sentChanges: InternalSentChanges,
  operator: () => string | null,
): EditStore {
  /** Changes one edit from live to undone or back; null where there is none. */
  function move(
    batchId: string,
    from: 'live' | 'undone',
    to: 'live' | 'undone',
    which: 'max' | 'min',
  ): StoredEdit | null {
    return database.transaction(() => {
      const row = database.get(
        `SELECT * FROM edits WHERE batch_id = ?1 AND sequence = (SELECT ${which}(sequence) FROM edits WHERE batch_id = ?1 AND state = ?2 AND place IS NULL)`,
        batchId,
        from,
      );
      if (!row) return null;
      database.run(
        'UPDATE edits SET state = ? WHERE batch_id = ? AND sequence = ?',
        to,
        batchId,
        Number(row['sequence']),
      );
      sentChanges.follow(batchId);
      return { ...storedEdit(row), undone: to === 'undone' };
    });
  }

  function keptPlaces(batchId: string): CellPlaces | null {
    const row = database.get('SELECT cell_places AS place FROM batches WHERE id = ?', batchId);
    return row ? placesOf(row) : null;
  }

  /** The columns that were decided, where they stand now. */
  function moveDecided(batchId: string, from: CellPlaces, to: CellPlaces): void {
    const row = database.get('SELECT choices FROM batches WHERE id = ?', batchId);
    const choices = choicesSchema.parse(JSON.parse(String(row?.['choices'])));
    const columns = moveColumns(choices.columns, from, to);
    database.run('UPDATE batches SET choices = ? WHERE id = ?', JSON.stringify({ ...choices, columns }), batchId);
  }

  /** All of the edits with the addresses that their cells have now, and what was decided about rows with them. */
  function readdress(batchId: string, from: CellPlaces, to: CellPlaces): void {
    const edits = database.all('SELECT * FROM edits WHERE batch_id = ? ORDER BY sequence', batchId).map(storedEdit);
    for (const [at, { sequence, edit, aside = null }] of moveHistory(edits, from, to).entries()) {
      setPlace(batchId, sequence, edit, aside);
      const before = edits[at]?.edit;
      if (before) sentChanges.readdress(batchId, sequence, rowsOf(before), rowsOf(edit));
    }
    // The history is linear: behind what is in force nothing can be redone.
    database.run(
      `UPDATE edits SET state = 'dropped' WHERE batch_id = ?1 AND state = 'undone' AND place IS NULL AND sequence <
         (SELECT max(sequence) FROM edits WHERE batch_id = ?1 AND state = 'live' AND place IS NULL)`,
      batchId,
    );
    sentChanges.follow(batchId);
  }

  function setPlace(batchId: string, sequence: number, edit: Edit, place: CellPlaces | null): void {
    database.run(
      'UPDATE edits SET edit = ?, place = ? WHERE batch_id = ? AND sequence = ?',
      JSON.stringify(edit),
      place === null ? null : JSON.stringify(cellPlacesSchema.parse(place)),
      batchId,
      sequence,
    );
  }

  return {
    append: (batchId, edit, staying = []) =>
      database.transaction(() => {
        database.run(
          `UPDATE edits SET state = 'dropped' WHERE batch_id = ? AND state = 'undone' AND place IS NULL`,
          batchId,
        );
        const sequence = Number(
          database.get('SELECT coalesce(max(sequence), 0) + 1 AS next FROM edits WHERE batch_id = ?', batchId)?.[
            'next'
          ],
        );
        const at = clock.now();
        database.run(
          'INSERT INTO edits (batch_id, sequence, edit, at, operator) VALUES (?, ?, ?, ?, ?)',
          batchId,
          sequence,
          JSON.stringify(edit),
          at,
          operator(),
        );
        if (staying.length > 0) sentChanges.add(batchId, sequence, staying, at);
        else sentChanges.follow(batchId);
        return { sequence, edit, undone: false, at };
      }),
    undo: (batchId) => move(batchId, 'live', 'undone', 'max'),
    redo: (batchId) => move(batchId, 'undone', 'live', 'min'),
    goTo: (batchId, sequence) =>
      database.transaction(() => {
        database.run(
          `UPDATE edits SET state = 'undone' WHERE batch_id = ? AND state = 'live' AND place IS NULL AND sequence > ?`,
          batchId,
          sequence,
        );
        database.run(
          `UPDATE edits SET state = 'live' WHERE batch_id = ? AND state = 'undone' AND place IS NULL AND sequence <= ?`,
          batchId,
          sequence,
        );
        sentChanges.follow(batchId);
      }),
    droppedByLast: (batchId) =>
      database
        .all(
          `WITH here AS (SELECT * FROM edits WHERE batch_id = ? AND place IS NULL),
             latest AS (SELECT max(sequence) AS at FROM here WHERE state = 'live')
           SELECT * FROM here WHERE state = 'dropped' AND sequence < (SELECT at FROM latest)
           AND sequence > coalesce((SELECT max(sequence) FROM here WHERE state = 'live' AND sequence < (SELECT at FROM latest)), 0)
           ORDER BY sequence`,
          batchId,
        )
        .map((row) => storedEdit(row).edit),
    makings: (batchId) =>
      new Map(
        database
          .all('SELECT sequence, at, operator FROM edits WHERE batch_id = ?', batchId)
          .map((row) => [
            Number(row['sequence']),
            { at: Number(row['at']), operator: row['operator'] === null ? null : String(row['operator']) },
          ]),
      ),
    followReading: (batchId, places) =>
      database.transaction(() => {
        const from = keptPlaces(batchId) ?? places;
        database.run(
          'UPDATE batches SET cell_places = ? WHERE id = ?',
          JSON.stringify(cellPlacesSchema.parse(places)),
          batchId,
        );
        if (areSamePlaces(from, places)) return;
        moveDecided(batchId, from, places);
        readdress(batchId, from, places);
      }),
    history: (batchId) => ({ edits: list(batchId), places: keptPlaces(batchId) }),
    list,
  };

  function list(batchId: string): readonly StoredEdit[] {
    return database
      .all(`SELECT * FROM edits WHERE batch_id = ? AND state <> 'dropped' ORDER BY sequence`, batchId)
      .map(storedEdit);
  }
}

function storedEdit(row: Row): StoredEdit {
  const aside = placesOf(row);
  return {
    sequence: Number(row['sequence']),
    edit: editSchema.parse(JSON.parse(String(row['edit']))),
    undone: row['state'] === 'undone',
    ...(aside === null ? {} : { aside }),
    at: Number(row['at']),
  };
}

/** Where the cells of an edit stand that are not read now; null: they are. */
function placesOf({ place }: Row): CellPlaces | null {
  return place === null ? null : cellPlacesSchema.parse(JSON.parse(String(place)));
}

/** The rows that it is about as a whole, in its order. */
function rowsOf(edit: Edit): readonly number[] {
  return edit.kind === 'leaveOut' || edit.kind === 'takeAsNew' ? edit.rows : [];
}
