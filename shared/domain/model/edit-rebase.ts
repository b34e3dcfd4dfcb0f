/** Steps that were taken back and then replaced by another change, brought back behind it. */
import type { Edit } from './edits.ts';

const placeOf = ({ row, column }: { readonly row: number; readonly column: number }): string => `${row} ${column}`;

/**
 * The steps as they can be made again after `latest`: what that one says of a cell or a row stays. A row that it added has
 * the number of one that a step may have added: what such a step says of that row is left away.
 */
export function stepsBehind(steps: readonly Edit[], latest: Edit): Edit[] {
  const cells = new Set(latest.kind === 'cells' ? latest.cells.map(placeOf) : []);
  const rows = new Set(latest.kind === 'cells' ? [] : latest.kind === 'addRow' ? [latest.row] : latest.rows);
  return steps.flatMap((step): Edit[] => {
    if (step.kind === 'cells') {
      const left = step.cells.filter(
        (cell) => !cells.has(placeOf(cell)) && !(latest.kind === 'addRow' && rows.has(cell.row)),
      );
      return left.length === 0 ? [] : [{ ...step, cells: left }];
    }
    if (step.kind === 'addRow') return latest.kind === 'addRow' && rows.has(step.row) ? [] : [step];
    const left = step.rows.filter((row) => !rows.has(row));
    return left.length === 0 ? [] : [{ ...step, rows: left }];
  });
}
