/** Parses cell ranges as a sheet writes them: `A1:C3`. */
import { columnFromLetters, type MergedRange } from '../../../shared/domain/table/table.ts';
import { limits } from '../limits.ts';

/** The range; undefined where the text is no range within a sheet's limits. A lone cell is a range of itself. */
export function parseMergedRange(reference: string): MergedRange | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(reference.trim());
  if (!match) return undefined;
  const [, letters = '', digits = '', otherLetters = letters, otherDigits = digits] = match;
  const columns = [columnFromLetters(letters), columnFromLetters(otherLetters)];
  const rows = [Number(digits), Number(otherDigits)];
  if (columns.includes(undefined) || rows.some((row) => row < 1 || row > limits.rows)) return undefined;
  return {
    firstRow: Math.min(...rows),
    lastRow: Math.max(...rows),
    firstColumn: Math.min(columns[0] ?? 0, columns[1] ?? 0),
    lastColumn: Math.max(columns[0] ?? 0, columns[1] ?? 0),
  };
}
