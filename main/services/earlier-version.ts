/** Compares a file with its earlier version: what has changed, and which of the edits still fit. */
import { rowName } from '../../shared/domain/model/sheet-rows.ts';
import {
  maxListedChanges,
  type ChangedRow,
  type EarlierVersion,
  type CarryOverConflictView,
} from '../../shared/contract/earlier.ts';
import {
  compareVersions,
  type CarriedOverEdits,
  type VersionComparison,
  type CarryOverConflict,
  type VersionWithEdits,
} from '../../shared/domain/versions/carry-over.ts';
import { isNewerVersionOfSameFile } from '../../shared/domain/versions/compare-rows.ts';
import { columnLetters } from '../../shared/domain/table/table.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import type { Batch } from '../engine/batch.ts';
import { createEditedVersion } from '../engine/edited-version.ts';
import type { StartForeignReader, StoredHistory } from '../ports.ts';
import type { BatchRecord as StoredBatch } from '../store/batch-stores.ts';
import { readSelectedTable } from './selected-table.ts';

/** What the comparison needs of the store; the store itself or its proxy will do. */
export interface EarlierVersionStore {
  readonly batches: {
    earlierVersion(batchId: string): StoredBatch | null | Promise<StoredBatch | null>;
    workedOnBefore(batchId: string): readonly StoredBatch[] | Promise<readonly StoredBatch[]>;
  };
  readonly edits: { history(batchId: string): StoredHistory | Promise<StoredHistory> };
}

export interface EarlierVersionMatch {
  readonly earlierBatch: StoredBatch;
  readonly earlier: VersionWithEdits;
  readonly current: VersionWithEdits;
  readonly comparison: VersionComparison;
}

function hasWork({ edits, conflicts }: CarriedOverEdits): boolean {
  return edits.length > 0 || conflicts.length > 0;
}

/**
 * Compares the batch with the file of this name that was opened before it, else with files of other names that were worked
 * on in the last days, where some of that work fits an order that was not sent yet. Null: there is none, it is another file
 * that happens to have the same name, or nothing differs.
 * @throws FailureError those of {@link readSelectedTable}
 */
export async function findEarlierVersion(
  batch: Batch,
  store: EarlierVersionStore,
  foreign: StartForeignReader,
): Promise<EarlierVersionMatch | null> {
  const sameName = await store.batches.earlierVersion(batch.batchId);
  const found = sameName && (await compared(batch, sameName, store, foreign));
  if (found) return found;
  for (const other of await store.batches.workedOnBefore(batch.batchId)) {
    const match = await compared(batch, other, store, foreign);
    const rows = match?.comparison.carriedOver.edits.flatMap(rowsOfEdit) ?? [];
    if (match && rows.some((row) => !batch.rowIdentities.isSentBefore(row))) return match;
  }
  return null;
}

function rowsOfEdit(edit: Edit): readonly number[] {
  if (edit.kind === 'cells') return edit.cells.map(({ row }) => row);
  return edit.kind === 'leaveOut' ? edit.rows : [];
}

async function compared(
  batch: Batch,
  earlierBatch: StoredBatch,
  store: EarlierVersionStore,
  foreign: StartForeignReader,
): Promise<EarlierVersionMatch | null> {
  const { file, layout } = await readSelectedTable(
    { file: { path: earlierBatch.path, name: earlierBatch.fileName }, choices: earlierBatch.choices, isNew: false },
    () => Promise.resolve('ask'),
    { foreign, now: earlierBatch.openedAt },
  );
  const earlier = createEditedVersion(file, layout, earlierBatch.choices, await store.edits.history(earlierBatch.id));
  const current = batch.editedVersion;
  const comparison = compareVersions(earlier, current);
  const { changes, carriedOver } = comparison;
  const isChanged = changes.added.length + changes.changed.length + changes.removed.length > 0;
  if (!isNewerVersionOfSameFile(changes) || (!isChanged && !hasWork(carriedOver))) return null;
  return { earlierBatch, earlier, current, comparison };
}

/** The comparison as the window shows it. */
export function earlierVersionView(found: EarlierVersionMatch, isCarriedOver: boolean): EarlierVersion {
  const { earlierBatch, comparison } = found;
  const { changes, carriedOver } = comparison;
  return {
    fileName: earlierBatch.fileName,
    openedAt: earlierBatch.openedAt,
    carriedOver: isCarriedOver,
    rows: { added: changes.added.length, changed: changes.changed.length, removed: changes.removed.length },
    changes: changedRows(found),
    work: {
      cells: carriedOver.cellCount,
      leftOut: carriedOver.leftOutRowCount,
      leftOutChanged: carriedOver.changedLeftOutRowCount,
      added: carriedOver.addedRowCount,
      conflicts: carriedOver.conflicts.length,
    },
    conflicts: carriedOver.conflicts.slice(0, maxListedChanges).map((conflict) => conflictView(conflict, found)),
  };
}

function columnName({ plan }: VersionWithEdits, column: number): { heading: string; letters: string } {
  return { heading: plan.columns[column]?.heading ?? '', letters: columnLetters(column) };
}

function conflictView(
  { column, row, currentRow, ...conflict }: CarryOverConflict,
  { earlier, current }: EarlierVersionMatch,
): CarryOverConflictView {
  const nameIn = ({ table }: VersionWithEdits, number: number) => rowName(table.file.sheetNames, number);
  return {
    ...conflict,
    row: nameIn(earlier, row),
    currentRow: currentRow === null ? null : nameIn(current, currentRow),
    column: column === null ? null : columnName(earlier, column),
  };
}

/** The changed rows first: they need checking more than new ones. */
function changedRows({ earlier, current, comparison: { rows, changes } }: EarlierVersionMatch): ChangedRow[] {
  const plain = (kind: 'added' | 'gone', index: number): ChangedRow => {
    const { table } = kind === 'added' ? current : earlier;
    return {
      kind,
      row: table.rowName(index),
      orderId: (kind === 'added' ? rows.laterOrderIds : rows.earlierOrderIds)[index] ?? '',
      cells: [],
    };
  };
  const changed = (index: number): ChangedRow => {
    const before = rows.earlierRowByLater[index] ?? -1;
    const cells = rows.laterColumnByEarlier.flatMap((to, from) => {
      if (to < 0) return [];
      const texts = { before: earlier.table.file.text(before, from), after: current.table.file.text(index, to) };
      return texts.before.trim() === texts.after.trim() ? [] : [{ ...columnName(current, to), ...texts }];
    });
    return { kind: 'changed', row: current.table.rowName(index), orderId: rows.laterOrderIds[index] ?? '', cells };
  };
  return [
    ...changes.changed.slice(0, maxListedChanges).map(changed),
    ...changes.added.slice(0, maxListedChanges).map((index) => plain('added', index)),
    ...changes.removed.slice(0, maxListedChanges).map((index) => plain('gone', index)),
  ].slice(0, maxListedChanges);
}
