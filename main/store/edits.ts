/** Stores a batch's edits in order, live or undone; undone ones that a new edit replaced stay in the table as `dropped`. */
import { editSchema } from '../../shared/domain/model/edits.ts';
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
        `SELECT * FROM edits WHERE batch_id = ?1 AND sequence = (SELECT ${which}(sequence) FROM edits WHERE batch_id = ?1 AND state = ?2)`,
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

  return {
    append: (batchId, edit, staying = []) =>
      database.transaction(() => {
        database.run(`UPDATE edits SET state = 'dropped' WHERE batch_id = ? AND state = 'undone'`, batchId);
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
          `UPDATE edits SET state = 'undone' WHERE batch_id = ? AND state = 'live' AND sequence > ?`,
          batchId,
          sequence,
        );
        database.run(
          `UPDATE edits SET state = 'live' WHERE batch_id = ? AND state = 'undone' AND sequence <= ?`,
          batchId,
          sequence,
        );
        sentChanges.follow(batchId);
      }),
    droppedByLast: (batchId) =>
      database
        .all(
          `SELECT * FROM edits WHERE batch_id = ?1 AND state = 'dropped'
           AND sequence < (SELECT max(sequence) FROM edits WHERE batch_id = ?1 AND state = 'live')
           AND sequence > coalesce((SELECT max(sequence) FROM edits WHERE batch_id = ?1 AND state = 'live' AND sequence <
             (SELECT max(sequence) FROM edits WHERE batch_id = ?1 AND state = 'live')), 0)
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
    list: (batchId) =>
      database
        .all(`SELECT * FROM edits WHERE batch_id = ? AND state <> 'dropped' ORDER BY sequence`, batchId)
        .map(storedEdit),
  };
}

function storedEdit(row: Row): StoredEdit {
  return {
    sequence: Number(row['sequence']),
    edit: editSchema.parse(JSON.parse(String(row['edit']))),
    undone: row['state'] === 'undone',
    at: Number(row['at']),
  };
}
