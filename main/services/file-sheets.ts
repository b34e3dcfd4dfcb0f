/** What is seen of a file's sheets: which one is current, which list the same as the one that was read. */
import { noChoices } from '../../shared/domain/model/choices.ts';
import { areAlike } from '../../shared/domain/sheets/stack-tables.ts';
import { currentSheet, isEarlierSheet } from '../../shared/domain/sheets/sheet-preference.ts';
import type { SheetFile, SheetPreview } from '../../shared/domain/table/sheet-file.ts';
import type { FilePart } from '../engine/file-part.ts';
import { currentSheetIssue, otherSheetsIssues } from '../reading/sheet-notices.ts';
import { fieldsOfTable } from './sheets-together.ts';

export function nameOf({ sheets }: SheetFile, index: number): string {
  return sheets[index]?.name ?? '';
}

export function peekOf({ sheetIndex, table }: SheetFile): SheetPreview {
  return { sheetIndex, rows: table.rowCount, hasMoreRows: false, table };
}

/** Index of the sheet whose days of delivery are to come, where the one that was read is an earlier one. */
export function currentOf(read: SheetFile, now: number): number | null {
  const others = read.otherSheets.flatMap(({ sheetIndex, table }) =>
    table === null || table.rowCount < 2 ? [] : [{ sheetIndex, name: nameOf(read, sheetIndex), table }],
  );
  const place =
    others.length === 0 ? null : currentSheet({ name: nameOf(read, read.sheetIndex), table: read.table }, others, now);
  return place === null ? null : (others[place]?.sheetIndex ?? null);
}

/**
 * The current sheet, with the one of earlier orders that it was read instead of, and the others, named.
 * @param earlier name of that sheet; null: there is none, and nothing is said
 */
export function besideEarlier(current: SheetFile, earlier: string | null): SheetFile {
  if (earlier === null) return current;
  const sheet = nameOf(current, current.sheetIndex);
  const { sheetIndex, sheets, otherSheets } = current;
  const said = [currentSheetIssue(sheet, earlier), ...otherSheetsIssues(sheet, [sheetIndex], sheets, otherSheets)];
  return { ...current, issues: [...current.issues, ...said] };
}

/**
 * The sheet that is read where nobody chose one: the current one instead of one of earlier orders.
 * @param read what the reader found by itself
 * @param readSheet reads the sheet of that name
 * @param now milliseconds since 1970
 */
export async function withCurrentSheet(
  read: SheetFile,
  readSheet: (name: string) => Promise<SheetFile>,
  now: number,
): Promise<SheetFile> {
  const current = currentOf(read, now);
  return current === null ? read : besideEarlier(await readSheet(nameOf(read, current)), nameOf(read, read.sheetIndex));
}

/** The workbook's sheets as the window lists them. @param now milliseconds since 1970 */
export function sheetsOf(read: SheetFile, now: number): FilePart['sheets'] {
  const seen = [peekOf(read), ...read.otherSheets];
  const own = { fields: fieldsOfTable(read.table, noChoices) };
  const isOld = isEarlierSheet({ name: nameOf(read, read.sheetIndex), table: read.table }, now);
  return read.sheets.map(({ name, hidden }, index) => {
    const peek = seen.find(({ sheetIndex }) => sheetIndex === index);
    const table = peek?.table ?? null;
    const isAlike =
      index !== read.sheetIndex && table !== null && areAlike([own, { fields: fieldsOfTable(table, noChoices) }]);
    return {
      name,
      hidden,
      rows: peek?.rows ?? null,
      more: peek?.hasMoreRows ?? false,
      alike: isAlike,
      earlier: !isOld && table !== null && isEarlierSheet({ name, table }, now),
    };
  });
}
