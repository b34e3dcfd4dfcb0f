/** Compares two versions of a file: added, removed and changed rows. */
import { isTotalText } from '../rows/total-words.ts';
import type { Table } from '../table/table.ts';
import type { FileVersion, MatchedRows } from './match-rows.ts';

/** Row indices, ascending. Sums are not listed: they follow from their rows. */
export interface FileChanges {
  /** In the later table. */
  readonly added: readonly number[];
  readonly changed: readonly number[];
  /** In the earlier table. */
  readonly removed: readonly number[];
  /** Number of unchanged rows. */
  readonly unchangedCount: number;
}

/** Whether the row is a sum; such a row has no order id of its own. */
function isSum(table: Table, ids: readonly string[], index: number): boolean {
  if (ids[index] !== (ids[index - 1] ?? '')) return false;
  let sum = false;
  table.forEachCell(index, (_column, kind, text) => {
    sum ||= kind === 'text' && isTotalText(text);
  });
  return sum;
}

export function compareRows(earlier: FileVersion, later: FileVersion, rows: MatchedRows): FileChanges {
  const columns = rows.laterColumnByEarlier.flatMap((after, before) => (after < 0 ? [] : [[before, after] as const]));
  const added: number[] = [];
  const changed: number[] = [];
  const removed: number[] = [];
  let unchangedCount = 0;
  for (let after = later.plan.firstDataIndex; after < later.table.rowCount; after++) {
    const before = rows.earlierRowByLater[after] ?? -1;
    const isSame =
      before >= 0 &&
      columns.every(([from, to]) => earlier.table.text(before, from).trim() === later.table.text(after, to).trim());
    if (isSame) unchangedCount++;
    else if (isSum(later.table, rows.laterOrderIds, after)) continue;
    else if (before < 0) added.push(after);
    else changed.push(after);
  }
  for (let before = earlier.plan.firstDataIndex; before < earlier.table.rowCount; before++) {
    if ((rows.laterRowByEarlier[before] ?? -1) < 0 && !isSum(earlier.table, rows.earlierOrderIds, before))
      removed.push(before);
  }
  return { added, changed, removed, unchangedCount };
}

/**
 * Whether the later file continues the earlier one: at least half of the smaller one's rows are in the other. Files of
 * two days may well have the same name.
 */
export function isNewerVersionOfSameFile({ added, changed, removed, unchangedCount }: FileChanges): boolean {
  const kept = unchangedCount + changed.length;
  return kept > 0 && kept * 2 >= Math.min(kept + added.length, kept + removed.length);
}
