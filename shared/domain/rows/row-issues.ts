/** Issues of rows that belong to no order and are left out. */
import type { Issue, Severity } from '../model/issues.ts';
import type { RowKind } from './row-kinds.ts';

const issueByKind: Partial<Record<RowKind, readonly [code: string, severity: Severity]>> = {
  total: ['orders.totalRow', 'notice'],
  heading: ['orders.repeatedHeading', 'notice'],
  example: ['orders.exampleRow', 'notice'],
  note: ['orders.noteRow', 'notice'],
  title: ['orders.titleRow', 'notice'],
  freshHead: ['orders.noteRow', 'notice'],
  unsentHead: ['orders.cancelledHead', 'warning'],
};

/** The issue of a row of this kind, or null where there is none. `row` as Excel shows it. */
export function issueOfRow(kind: RowKind, row: number): Issue | null {
  const sentence = issueByKind[kind];
  return sentence === undefined ? null : { code: sentence[0], severity: sentence[1], scope: 'row', row, params: {} };
}
