/** Builds the views of the edit history's steps: how many cells, of which column, from what to what. */
import type { BatchHistory, HistoryStep } from '../../../shared/contract/history.ts';
import type { EditedTable } from '../../../shared/domain/table/edited-table.ts';
import type { AppliedEdit } from '../edits/edit-history.ts';
import type { Edit } from '../../../shared/domain/model/edits.ts';

/** A step without its time, which the store keeps. */
export type HistoryStepWithoutTime = Omit<HistoryStep, 'at' | 'operator'>;

/** Steps that the window is shown. */
export const maxHistorySteps = 500;

/** Longer texts are cut: the list shows their beginnings. */
const mostText = 200;

/** Where an edit changed something: its first cell, or its first row as a whole. */
export function positionOfEdit(edit: Edit): HistoryStep['position'] {
  if (edit.kind === 'addRow') return { row: edit.row, column: null };
  if (edit.kind !== 'cells') return { row: edit.rows[0] ?? 1, column: null };
  return { row: edit.cells[0]?.row ?? 1, column: edit.cells[0]?.column ?? 0 };
}

/** The text that all have in common; null where they differ. */
function common(texts: Iterable<string>): string | null {
  let found: string | null = null;
  for (const text of texts) {
    if (found !== null && found !== text) return null;
    found = text;
  }
  return found === null ? null : found.slice(0, mostText);
}

function rowStep(edit: Exclude<Edit, { kind: 'cells' }>): HistoryStep['kind'] {
  if (edit.kind === 'addRow') return 'rowAdded';
  if (edit.kind === 'removeRows') return 'rowRemoved';
  if (edit.kind === 'takeAsNew') return 'takenAsNew';
  return edit.out ? 'leftOut' : 'putBack';
}

export function stepView(
  { sequence, edit, before }: AppliedEdit,
  undone: boolean,
  table: EditedTable,
): HistoryStepWithoutTime {
  const position = positionOfEdit(edit);
  if (edit.kind !== 'cells')
    return {
      sequence,
      undone,
      kind: rowStep(edit),
      count: edit.kind === 'addRow' ? 1 : edit.rows.length,
      column: null,
      columns: 0,
      before: null,
      after: null,
      position,
    };
  const columns = new Set(edit.cells.map(({ column }) => column));
  const texts = edit.cells.map(
    ({ row, column }, at) => before.texts[at] ?? table.file.text(table.indexOfRow(row), column),
  );
  return {
    sequence,
    undone,
    kind: 'cells',
    count: edit.cells.length,
    column: columns.size === 1 ? position.column : null,
    columns: columns.size,
    before: common(texts),
    after: common(edit.cells.map(({ text }) => text)),
    position,
  };
}

/** The history with when (ms since 1970) and by whom each step was made, by its number. */
export function withMakings(
  { steps, earlier: earlierStepCount }: { readonly steps: readonly HistoryStepWithoutTime[]; readonly earlier: number },
  makings: ReadonlyMap<number, { readonly at: number; readonly operator: string | null }>,
): Omit<BatchHistory, 'overtakenStepCount'> {
  const made = (sequence: number) => makings.get(sequence) ?? { at: 0, operator: null };
  return { steps: steps.map((step) => ({ ...step, ...made(step.sequence) })), earlierStepCount };
}
