/** Which sheet of a workbook a name or a number means. */
import type { SheetInfo } from '../../shared/domain/sheet-file.ts';
import { refusal } from './refusal.ts';

/**
 * Index of the sheet. A text is first taken as a name (as in Excel, case does not matter), then, if it is all digits, as a
 * 1-based number. Fails with `reading.noSuchSheet`, which names the sheets there are.
 */
export function chooseSheet(sheets: readonly SheetInfo[], wanted: string | number): number {
  const index = typeof wanted === 'number' ? wanted - 1 : findByText(sheets, wanted);
  if (sheets[index]) return index;
  throw refusal('reading.noSuchSheet', { wanted: String(wanted), count: sheets.length, sheets: sheets.map((sheet) => `«${sheet.name}»`).join(', ') });
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
