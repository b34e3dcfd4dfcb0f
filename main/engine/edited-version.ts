/** Builds a file with its edits, without reading its orders, for comparing it with a newer version of the file. */
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { VersionWithEdits } from '../../shared/domain/versions/carry-over.ts';
import { EditedTable } from '../../shared/domain/table/edited-table.ts';
import { interpretColumns } from '../../shared/domain/columns/column-plan.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import { cellPlacesOf, moveHistory, type TableLayout } from '../../shared/domain/table/cell-places.ts';
import type { StoredHistory } from '../ports.ts';
import { EditHistory } from './edits/edit-history.ts';

export function createEditedVersion(
  { table: file, delimiter }: SheetFile,
  layout: TableLayout,
  choices: Choices,
  { edits, places }: StoredHistory,
): VersionWithEdits {
  const table = new EditedTable(file);
  const leftOut = new Set<number>();
  const now = cellPlacesOf(file, layout, delimiter);
  new EditHistory(table, leftOut).restore(moveHistory(edits, places ?? now, now));
  return { table, plan: interpretColumns(file, choices), leftOut };
}
