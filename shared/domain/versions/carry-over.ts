/**
 * Carries a person's edits of a file over to its later version. A correction fits where its cell still holds the text
 * that was corrected; a row that was left out stays left out. Edits that do not fit are returned as conflicts.
 */
import type { Edit } from '../model/edits.ts';
import type { EditedTable } from '../table/edited-table.ts';
import type { ColumnPlan } from '../columns/column-plan.ts';
import { carryOverAddedRows } from './carry-over-added-rows.ts';
import { matchRows, type MatchedRows } from './match-rows.ts';
import { compareRows, type FileChanges } from './compare-rows.ts';

/** A version of a file with its edits. */
export interface VersionWithEdits {
  readonly table: EditedTable;
  readonly plan: ColumnPlan;
  /** Indices of rows. */
  readonly leftOut: ReadonlySet<number>;
}

/** The kind of edit: a cell was corrected, a row was left out, a row was added. */
export type CarryOverConflictKind = 'cell' | 'leftOut' | 'added';

/**
 * Why the edit does not fit: its row (for an added row: its order) or column no longer exists, or the cell's content
 * changed (for an added row: its order has new rows in the file).
 */
export type CarryOverConflictReason = 'rowGone' | 'columnGone' | 'changed';

/** An edit of the earlier version that does not fit the later one. */
export interface CarryOverConflict {
  readonly work: CarryOverConflictKind;
  readonly reason: CarryOverConflictReason;
  /** The row in the earlier file, as Excel shows it. */
  readonly row: number;
  /** '' where the row had none. */
  readonly orderId: string;
  /** The cell's column in the earlier file; null: the edit is about a row. */
  readonly column: number | null;
  /** The cell's text before and after the correction; for an added row its content. */
  readonly before: string;
  readonly after: string;
  /** The text there now, and its row (as Excel shows it); null: there is none. */
  readonly currentText: string | null;
  readonly currentRow: number | null;
}

export interface CarriedOverEdits {
  /** Edits of the later file: at most one of cells, one that leaves rows out, and one per added row. */
  readonly edits: readonly Edit[];
  readonly addedRowCount: number;
  readonly cellCount: number;
  /** Rows that stay left out, including new ones of orders that were left out as a whole. */
  readonly leftOutRowCount: number;
  /** Of these, rows that changed or are new. */
  readonly changedLeftOutRowCount: number;
  /** In the order of the earlier file. */
  readonly conflicts: readonly CarryOverConflict[];
}

export interface VersionComparison {
  readonly rows: MatchedRows;
  readonly changes: FileChanges;
  readonly carriedOver: CarriedOverEdits;
}

/** Matches and compares two versions of a file, and carries the earlier one's edits over; changes nothing. */
export function compareVersions(earlier: VersionWithEdits, later: VersionWithEdits): VersionComparison {
  const before = { table: earlier.table.file, plan: earlier.plan };
  const after = { table: later.table.file, plan: later.plan };
  const rows = matchRows(before, after);
  const changes = compareRows(before, after, rows);
  return { rows, changes, carriedOver: carryOverEdits(earlier, later, rows, changes) };
}

type CellText = Extract<Edit, { kind: 'cells' }>['cells'][number];

function carryOverEdits(
  earlier: VersionWithEdits,
  later: VersionWithEdits,
  rows: MatchedRows,
  changes: FileChanges,
): CarriedOverEdits {
  const cells: CellText[] = [];
  const conflicts: CarryOverConflict[] = [];
  for (const correction of earlier.table.overrides()) {
    if (earlier.table.isAdded(correction.index)) continue;
    const conflict = carryOverCorrection(correction, earlier, later, rows, cells);
    if (conflict) conflicts.push(conflict);
  }
  const out = rowsLeftOut(earlier, later, rows);
  for (const index of earlier.leftOut) {
    if (
      index >= earlier.plan.firstDataIndex &&
      !earlier.table.isAdded(index) &&
      (rows.laterRowByEarlier[index] ?? -1) < 0
    )
      conflicts.push(conflictOf('rowGone', earlier, rows, index));
  }
  const added = carryOverAddedRows(earlier, later, rows);
  conflicts.push(...added.conflicts);
  conflicts.sort((a, b) => a.row - b.row || (a.column ?? -1) - (b.column ?? -1));
  const moved = new Set([...changes.changed, ...changes.added]);
  const edits: Edit[] = [];
  if (cells.length > 0) edits.push({ kind: 'cells', cells });
  if (out.length > 0)
    edits.push({ kind: 'leaveOut', rows: out.map((index) => later.table.rowNumber(index)), out: true });
  edits.push(...added.edits);
  return {
    edits,
    addedRowCount: added.edits.length,
    cellCount: cells.length,
    leftOutRowCount: out.length,
    changedLeftOutRowCount: out.filter((index) => moved.has(index)).length,
    conflicts,
  };
}

interface Correction {
  readonly index: number;
  readonly column: number;
  readonly text: string;
}

/** Adds the correction to `cells` where it fits; else returns the conflict. Null also where the later file has it already. */
function carryOverCorrection(
  { index, column, text }: Correction,
  earlier: VersionWithEdits,
  later: VersionWithEdits,
  rows: MatchedRows,
  cells: CellText[],
): CarryOverConflict | null {
  const before = earlier.table.file.text(index, column);
  if (text === before || index < earlier.plan.firstDataIndex) return null;
  const after = rows.laterRowByEarlier[index] ?? -1;
  const afterColumn = rows.laterColumnByEarlier[column] ?? -1;
  const more = { work: 'cell', column, before, after: text } as const;
  if (after < 0) return { ...conflictOf('rowGone', earlier, rows, index), ...more };
  const currentRow = later.table.rowNumber(after);
  if (afterColumn < 0) return { ...conflictOf('columnGone', earlier, rows, index), ...more, currentRow };
  const currentText = later.table.text(after, afterColumn);
  if (currentText.trim() === text.trim()) return null;
  if (currentText.trim() !== before.trim())
    return { ...conflictOf('changed', earlier, rows, index), ...more, currentText, currentRow };
  cells.push({ row: currentRow, column: afterColumn, text });
  return null;
}

function conflictOf(
  reason: CarryOverConflictReason,
  { table }: VersionWithEdits,
  { earlierOrderIds }: MatchedRows,
  index: number,
): CarryOverConflict {
  return {
    work: 'leftOut',
    reason,
    row: table.rowNumber(index),
    orderId: earlierOrderIds[index] ?? '',
    column: null,
    before: '',
    after: '',
    currentText: null,
    currentRow: null,
  };
}

/** Indices of later rows to leave out that are not left out yet, ascending. */
function rowsLeftOut(
  earlier: VersionWithEdits,
  later: VersionWithEdits,
  { laterRowByEarlier, earlierOrderIds, earlierRowByLater, laterOrderIds }: MatchedRows,
): number[] {
  const out = new Set<number>();
  if (earlier.leftOut.size === 0) return [];
  for (const index of earlier.leftOut) {
    const after = laterRowByEarlier[index] ?? -1;
    if (after >= 0 && index >= earlier.plan.firstDataIndex) out.add(after);
  }
  const whole = idsLeftOut(earlier, earlierOrderIds);
  // An order that was left out as a whole must not return by a row that was added to it.
  const kept = new Set([...out].map((after) => laterOrderIds[after] ?? ''));
  for (let after = later.plan.firstDataIndex; after < earlierRowByLater.length; after++) {
    const id = laterOrderIds[after] ?? '';
    if ((earlierRowByLater[after] ?? -1) < 0 && kept.has(id) && whole.has(id)) out.add(after);
  }
  return [...out].filter((after) => !later.leftOut.has(after)).sort((a, b) => a - b);
}

/** Ids of orders whose rows were all left out. */
function idsLeftOut({ leftOut, table, plan }: VersionWithEdits, ids: readonly string[]): ReadonlySet<string> {
  const whole = new Set([...leftOut].map((index) => ids[index] ?? ''));
  whole.delete('');
  for (let index = plan.firstDataIndex; index < table.file.rowCount; index++)
    if (!leftOut.has(index)) whole.delete(ids[index] ?? '');
  return whole;
}
