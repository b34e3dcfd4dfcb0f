/** Carries rows that a person added to a file over to its later version. */
import type { Edit } from '../model/edits.ts';
import type { MatchedRows } from './match-rows.ts';
import type { CarryOverConflict, VersionWithEdits } from './carry-over.ts';

export interface CarriedOverRows {
  readonly edits: readonly Extract<Edit, { kind: 'addRow' }>[];
  readonly conflicts: readonly CarryOverConflict[];
}

/**
 * An added row fits where its order is still in the file and has no new rows there: one of these may be the same item,
 * which must not be sent twice.
 */
export function carryOverAddedRows(
  earlier: VersionWithEdits,
  later: VersionWithEdits,
  rows: MatchedRows,
): CarriedOverRows {
  const edits: Extract<Edit, { kind: 'addRow' }>[] = [];
  const conflicts: CarryOverConflict[] = [];
  const standing = new Set(rows.laterOrderIds.slice(later.plan.firstDataIndex));
  const grown = new Set(
    [...rows.earlierRowByLater.keys()]
      .filter((after) => after >= later.plan.firstDataIndex && (rows.earlierRowByLater[after] ?? -1) < 0)
      .map((after) => rows.laterOrderIds[after] ?? ''),
  );
  const there = rowsThere(later);
  for (const index of earlier.table.added.indices) {
    if (earlier.leftOut.has(index)) continue;
    const texts = earlier.table.rowTexts(index);
    const cells = texts.flatMap((text, column) =>
      text === '' ? [] : [{ column: rows.laterColumnByEarlier[column] ?? -1, text }],
    );
    if (cells.length === 0 || there.has(contentOf(cells))) continue;
    const orderId = (earlier.plan.mapping.columns.order_id ?? [])
      .map((column) => (texts[column] ?? '').trim())
      .join(' ')
      .trim();
    const reason = cells.some(({ column }) => column < 0)
      ? 'columnGone'
      : !standing.has(orderId)
        ? 'rowGone'
        : grown.has(orderId)
          ? 'changed'
          : null;
    if (reason === null) edits.push({ kind: 'addRow', row: later.table.added.nextNumber + edits.length, cells });
    else
      conflicts.push({
        work: 'added',
        reason,
        row: earlier.table.rowNumber(index),
        orderId,
        column: null,
        before: '',
        after: texts.filter((text) => text !== '').join(', '),
        currentText: null,
        currentRow: null,
      });
  }
  return { edits, conflicts };
}

function contentOf(cells: readonly { readonly column: number; readonly text: string }[]): string {
  return JSON.stringify(cells.toSorted((a, b) => a.column - b.column).map(({ column, text }) => [column, text]));
}

/** Contents of the rows that were added to the later file already. */
function rowsThere({ table }: VersionWithEdits): ReadonlySet<string> {
  return new Set(
    table.added.indices.map((index) =>
      contentOf(table.rowTexts(index).flatMap((text, column) => (text === '' ? [] : [{ column, text }]))),
    ),
  );
}
