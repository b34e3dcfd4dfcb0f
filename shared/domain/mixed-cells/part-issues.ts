/** What is said of single cells that were taken apart: parts that no column holds, and parts that may be something else. */
import type { Issue } from '../model/issues.ts';
import type { Table } from '../table/table.ts';
import { excerpt } from '../values/cell-text.ts';

/** A column whose cells were taken apart. Rows are indices. */
export interface SaidOfApart {
  readonly source: number;
  readonly made: readonly { readonly key: string; readonly heading: string }[];
  /** By row, what is in no part; or the key of the part that is in doubt. */
  readonly rests: ReadonlyMap<number, string>;
  readonly doubts: ReadonlyMap<number, string>;
  readonly isSure: boolean;
}

/** What no column holds, at its cell. */
export function restIssues(table: Table, { source, rests }: SaidOfApart): Issue[] {
  return [...rests].map(([index, rest]) => ({
    code: 'reading.partLeft',
    severity: 'warning',
    scope: 'row',
    row: table.rowNumber(index),
    column: source,
    params: { rest: excerpt(rest.replace(/\s+/gu, ' ')) },
  }));
}

/** Cells of which a part may be something else, each at the part; none where the whole column is asked about. */
export function doubtIssues(taken: Table, { source, doubts, made, isSure }: SaidOfApart): Issue[] {
  const first = taken.parts.find((part) => part.source === source)?.firstColumn;
  if (!isSure || first === undefined) return [];
  return [...doubts].map(([index, key]) => {
    const at = made.findIndex((column) => column.key === key);
    const params = {
      heading: made[at]?.heading ?? '',
      text: excerpt(taken.text(index, first + at).replace(/\s+/gu, ' ')),
    };
    return {
      code: 'reading.partDoubtful',
      severity: 'warning',
      scope: 'row',
      row: taken.rowNumber(index),
      column: first + at,
      params,
    };
  });
}
