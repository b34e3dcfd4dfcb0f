/** Builds a file with its edits, without reading its orders, for comparing it with a newer version of the file. */
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { VersionWithEdits } from '../../shared/domain/versions/carry-over.ts';
import { EditedTable } from '../../shared/domain/table/edited-table.ts';
import { interpretColumns } from '../../shared/domain/columns/column-plan.ts';
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import type { StoredEdit } from '../ports.ts';
import { EditHistory } from './edits/edit-history.ts';

export function createEditedVersion(
  { table: file }: SheetFile,
  choices: Choices,
  edits: readonly StoredEdit[],
): VersionWithEdits {
  const table = new EditedTable(file);
  const leftOut = new Set<number>();
  new EditHistory(table, leftOut).restore(edits);
  return { table, plan: interpretColumns(file, choices), leftOut };
}
