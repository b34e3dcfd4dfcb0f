/** The file as it was opened before: what has changed since, and which of the work on it fits the file as it is now. */
import { mostListed, type ChangedRow, type EarlierVersion, type UnfitView } from '../../shared/contract/earlier.ts';
import { compareVersions, type CarriedWork, type Comparison, type Unfit, type WorkedVersion } from '../../shared/domain/versions/carry-over.ts';
import { isSameFileChanged } from '../../shared/domain/versions/compare.ts';
import { columnLetters } from '../../shared/domain/table/table.ts';
import type { Batch } from '../engine/batch.ts';
import { workedVersion } from '../engine/worked-version.ts';
import type { StartForeignReader, StoredEdit } from '../ports.ts';
import type { Batch as StoredBatch } from '../store/store.ts';
import { readWantedTable } from './wanted-table.ts';

/** What the comparison asks of the store; the store itself, or its remote, fits. */
export interface EarlierFiles {
  readonly batches: { earlierVersion(batchId: string): StoredBatch | null | Promise<StoredBatch | null> };
  readonly edits: { list(batchId: string): readonly StoredEdit[] | Promise<readonly StoredEdit[]> };
}

export interface FoundVersion {
  readonly stored: StoredBatch;
  readonly version: WorkedVersion;
  readonly later: WorkedVersion;
  readonly comparison: Comparison;
}

function hasWork({ edits, unfit }: CarriedWork): boolean {
  return edits.length > 0 || unfit.length > 0;
}

/**
 * Compares the batch with the file of this name that was opened before it. Null: there is none, it is another file that
 * happens to have the same name, or nothing is to be said.
 * @throws FailureError of the reading
 */
export async function findEarlierVersion(batch: Batch, store: EarlierFiles, foreign: StartForeignReader): Promise<FoundVersion | null> {
  const stored = await store.batches.earlierVersion(batch.batchId);
  if (!stored) return null;
  const { file } = await readWantedTable({ file: { path: stored.path, name: stored.fileName }, choices: stored.choices, isNew: false }, () => Promise.resolve('ask'), { foreign });
  const version = workedVersion(file, stored.choices, await store.edits.list(stored.id));
  const later = batch.worked;
  const comparison = compareVersions(version, later);
  const { changes, work } = comparison;
  const isChanged = changes.added.length + changes.changed.length + changes.gone.length > 0;
  if (!isSameFileChanged(changes) || (!isChanged && !hasWork(work))) return null;
  return { stored, version, later, comparison };
}

/** The comparison as the window shows it. */
export function earlierVersionView(found: FoundVersion, carried: boolean): EarlierVersion {
  const { stored, comparison } = found;
  const { changes, work } = comparison;
  return {
    fileName: stored.fileName,
    openedAt: stored.openedAt,
    carried,
    rows: { added: changes.added.length, changed: changes.changed.length, gone: changes.gone.length },
    changes: changedRows(found),
    work: { cells: work.cells, leftOut: work.leftOut, leftOutChanged: work.leftOutChanged, added: work.added, unfit: work.unfit.length },
    unfit: work.unfit.slice(0, mostListed).map((unfit) => unfitView(unfit, found.version)),
  };
}

function columnName({ plan }: WorkedVersion, column: number): { heading: string; letters: string } {
  return { heading: plan.columns[column]?.heading ?? '', letters: columnLetters(column) };
}

function unfitView({ column, ...unfit }: Unfit, version: WorkedVersion): UnfitView {
  return { ...unfit, column: column === null ? null : columnName(version, column) };
}

/** The changed rows first: they need a look more than new ones. */
function changedRows({ version, later, comparison: { rows, changes } }: FoundVersion): ChangedRow[] {
  const plain = (kind: 'added' | 'gone', index: number): ChangedRow => {
    const { table } = kind === 'added' ? later : version;
    return { kind, row: table.rowNumber(index), orderId: (kind === 'added' ? rows.laterIds : rows.earlierIds)[index] ?? '', cells: [] };
  };
  const changed = (index: number): ChangedRow => {
    const before = rows.earlierOf[index] ?? -1;
    const cells = rows.columnOf.flatMap((to, from) => {
      if (to < 0) return [];
      const texts = { before: version.table.file.text(before, from), after: later.table.file.text(index, to) };
      return texts.before.trim() === texts.after.trim() ? [] : [{ ...columnName(later, to), ...texts }];
    });
    return { kind: 'changed', row: later.table.rowNumber(index), orderId: rows.laterIds[index] ?? '', cells };
  };
  return [
    ...changes.changed.slice(0, mostListed).map(changed),
    ...changes.added.slice(0, mostListed).map((index) => plain('added', index)),
    ...changes.gone.slice(0, mostListed).map((index) => plain('gone', index)),
  ].slice(0, mostListed);
}
