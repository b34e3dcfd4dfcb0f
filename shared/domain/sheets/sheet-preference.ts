/** Chooses which of a workbook's visible sheets is read by default. */
import { noChoices } from '../model/choices.ts';
import { interpretColumns } from '../columns/column-plan.ts';
import type { SheetPreview } from '../table/sheet-file.ts';
import { knownFields } from './known-fields.ts';

/** Least known headings of an orders' sheet: price or region lists have fewer. */
const fewestKnown = 3;
/** A sheet with this share of the best one's known headings counts as equally good. */
const nearShare = 0.6;

/**
 * Index in `sheets` of the sheet to prefer over the first one with rows: the first of those with the most known
 * headings. Null where the first one is as good, or none has known headings.
 */
export function preferredSheet(sheets: readonly SheetPreview[]): number | null {
  const known = sheets.map(({ table }) => {
    if (table === null || table.rowCount < 2) return 0;
    const { columns, headerIndex } = interpretColumns(table, noChoices);
    return headerIndex === null ? 0 : knownFields(columns.map(({ heading }) => heading)).size;
  });
  const best = Math.max(0, ...known);
  if (best < fewestKnown) return null;
  const first = sheets.findIndex(({ rows }) => rows >= 2);
  const chosen = known.findIndex((count) => count >= best * nearShare);
  return chosen === first ? null : chosen;
}
