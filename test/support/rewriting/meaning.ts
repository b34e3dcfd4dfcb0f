/** What a file means: every sheet with its cells and facts, in a form that can be compared. */
import { readEverySheet } from '../../../main/reading/read-file.ts';
import { cellsOf } from '../read-bytes.ts';

export interface Meaning {
  readonly name: string;
  readonly hidden: boolean;
  readonly date1904: boolean;
  readonly cells: Readonly<Record<string, string>>;
  readonly merged: readonly string[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly issues: readonly string[];
}

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

export async function meaningOf(bytes: Uint8Array, name: string): Promise<readonly Meaning[]> {
  const sheets: Meaning[] = [];
  for await (const { sheets: infos, sheetIndex, table, issues } of readEverySheet({ bytes, name }))
    sheets.push({
      name: table.sheet,
      hidden: infos[sheetIndex]?.hidden ?? false,
      date1904: table.date1904,
      cells: Object.fromEntries(Object.entries(cellsOf(table)).sort(([a], [b]) => (a < b ? -1 : 1))),
      merged: table.merged.map((range) => Object.values(range).join(' ')).sort(),
      hiddenRows: ascending(table.hiddenRows),
      hiddenColumns: ascending(table.hiddenColumns),
      issues: issues.map(({ code }) => code).sort(),
    });
  return sheets;
}
