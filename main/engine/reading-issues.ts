/** Sorts the issues that the file's reader found by the rows that they are about. */
import type { Issue } from '../../shared/domain/model/issues.ts';
import type { EditedTable } from '../../shared/domain/table/edited-table.ts';

/** By row index; issues of the file as a whole are left away. */
export function readingIssuesByRow(
  readingIssues: readonly Issue[],
  table: EditedTable,
): ReadonlyMap<number, readonly Issue[]> {
  const byRow = new Map<number, Issue[]>();
  for (const issue of readingIssues) {
    const index = issue.row === undefined || issue.scope === 'file' ? -1 : table.file.indexOfRow(issue.row);
    if (index < 0) continue;
    const known = byRow.get(index);
    if (known) known.push(issue);
    else byRow.set(index, [issue]);
  }
  return byRow;
}
