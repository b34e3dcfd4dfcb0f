/** What is to be said of rows that belong to no order: they are left out with a notice. */
import type { Issue } from '../issues.ts';
import type { RowKind } from './row-kinds.ts';

const codes: Partial<Record<RowKind, string>> = { total: 'orders.totalRow', heading: 'orders.repeatedHeading', example: 'orders.exampleRow', note: 'orders.noteRow' };

/** The notice on a row of this kind, or null where there is nothing to say. `row` as Excel shows it. */
export function issueOfRow(kind: RowKind, row: number): Issue | null {
  const code = codes[kind];
  return code === undefined ? null : { code, severity: 'notice', scope: 'row', row, params: {} };
}
