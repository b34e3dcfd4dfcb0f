/** Chooses the sheet of a workbook to read: the one that a name or a number means, or the likeliest of several. */
import type { SheetInfo, SheetPreview } from '../../shared/domain/table/sheet-file.ts';
import type { FailureError } from '../../shared/result.ts';
import { readingRefusal } from './refusal.ts';

/** Place in the list of the sheet to prefer over the first one with rows; null: none. */
export type PreferSheet = (sheets: readonly SheetPreview[]) => number | null;

/**
 * Index of the sheet. A text is first taken as a name (as in Excel, case does not matter), then, if it is all digits, as a
 * 1-based number.
 * @throws FailureError `reading.noSuchSheet`, with the names of the sheets
 */
export function chooseSheet(sheets: readonly SheetInfo[], wanted: string | number): number {
  const index = typeof wanted === 'number' ? wanted - 1 : findByText(sheets, wanted);
  if (sheets[index]) return index;
  throw readingRefusal('reading.noSuchSheet', {
    wanted: String(wanted),
    count: sheets.length,
    sheets: sheets.map((sheet) => `«${sheet.name}»`).join(', '),
  });
}

function findByText(sheets: readonly SheetInfo[], wanted: string): number {
  const exact = sheets.findIndex((sheet) => sheet.name === wanted);
  if (exact >= 0) return exact;
  const folded = fold(wanted);
  const found = sheets.findIndex((sheet) => fold(sheet.name) === folded);
  if (found >= 0) return found;
  return /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
}

function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** The preview of a visible sheet, or why it could not be read. */
export type SheetPeekResult = SheetPreview | { readonly sheetIndex: number; readonly error: FailureError };

/** The sheet to read where several are visible and none was asked for; `preferredOver`: the first one, where another is preferred. */
export interface SheetChoice {
  readonly sheetIndex: number;
  readonly preferredOver: number | null;
}

/** A table has a heading and a row below it. */
const rowsOfATable = 2;

/**
 * The sheet that is preferred for what it holds, else the first one with a table, else the fullest. A sheet that cannot
 * be read is skipped only for one that is preferred, since it may be the right one.
 * @throws FailureError of the sheet that cannot be read
 */
export function chooseLikeliestSheet(
  looks: readonly SheetPeekResult[],
  preferred: PreferSheet | undefined,
): SheetChoice {
  const peeks = looks.filter((look): look is SheetPreview => !('error' in look));
  const first = looks.find((look) => 'error' in look || look.rows >= rowsOfATable);
  const place = preferred?.(peeks) ?? null;
  const wanted = place === null ? undefined : peeks[place];
  if (wanted) return { sheetIndex: wanted.sheetIndex, preferredOver: first?.sheetIndex ?? null };
  if (first && 'error' in first) throw first.error;
  const fullest = peeks.reduce<SheetPreview | undefined>(
    (best, peek) => (best === undefined || peek.rows > best.rows ? peek : best),
    undefined,
  );
  return { sheetIndex: (first ?? fullest)?.sheetIndex ?? 0, preferredOver: null };
}

/** The previews of the other sheets, without those that cannot be read: nobody asked for them. */
export function otherSheetPeeks(looks: readonly SheetPeekResult[], sheetIndex: number): SheetPreview[] {
  return looks.filter((look): look is SheetPreview => !('error' in look) && look.sheetIndex !== sheetIndex);
}
