/** Reads an .xlsx or .xlsm workbook: one of its sheets, or each of them in turn. */
import type { SheetFile } from '../../../shared/domain/table/sheet-file.ts';
import { FailureError } from '../../../shared/result.ts';
import { CellCollector } from '../cells.ts';
import { limits } from '../limits.ts';
import { throwIfCancelled } from '../../platform/cooperative.ts';
import { readingRefusal } from '../refusal.ts';
import {
  chooseLikeliestSheet,
  chooseSheet,
  otherSheetPeeks,
  type PreferSheet,
  type SheetPeekResult,
} from '../sheet-choice.ts';
import {
  hiddenIssues,
  missingSheetsIssues,
  otherSheetsIssues,
  preferredSheetIssue,
  styleIssues,
} from '../sheet-notices.ts';
import type { ZipEntry } from '../zip/directory.ts';
import type { UnpackContext } from '../zip/inflate.ts';
import { OfficePackage } from './package.ts';
import type { SharedStrings } from './shared-strings.ts';
import { SheetScanner } from './sheet-scanner.ts';
import { openWorkbook, readSharedStrings, type Workbook, type WorkbookSheet } from './workbook.ts';

export interface XlsxOptions {
  /** Name, or 1-based number, of the sheet; without it the one that is preferred, else the first visible one that holds a table. */
  readonly sheet?: string | number | undefined;
  readonly preferred?: PreferSheet | undefined;
  /** Read only so many non-empty rows. */
  readonly firstRows?: number | undefined;
}

export interface XlsxBook {
  readSheet(options: XlsxOptions): Promise<SheetFile>;
  /** Every sheet, hidden ones too, in the order of their tabs. */
  readAllSheets(): AsyncGenerator<SheetFile, void, undefined>;
}

/** Opens the workbook with its shared strings; its sheets are read when they are asked for. */
export async function openXlsx(unpacking: UnpackContext, entries: readonly ZipEntry[]): Promise<XlsxBook> {
  const workbook = await openWorkbook(new OfficePackage(unpacking, entries));
  const strings = await readSharedStrings(workbook);
  const missing = missingSheetsIssues(workbook.missing);
  return {
    async readSheet(options) {
      const file = await readOne(workbook, strings, options);
      return { ...file, issues: [...file.issues, ...missing] };
    },
    async *readAllSheets() {
      for (const index of workbook.sheets.keys()) {
        const file = await readSheet(workbook, strings, index, undefined);
        yield index === 0 ? { ...file, issues: [...file.issues, ...missing] } : file;
      }
    },
  };
}

async function readOne(workbook: Workbook, strings: SharedStrings, options: XlsxOptions): Promise<SheetFile> {
  const { firstRows } = options;
  if (options.sheet !== undefined) {
    const sheetIndex = chooseSheet(workbook.sheets, options.sheet);
    const file = await readSheet(workbook, strings, sheetIndex, firstRows);
    const looks = firstRows === undefined ? await lookInto(workbook, strings, workbook.sheets[sheetIndex]) : [];
    return {
      ...file,
      otherSheets: otherSheetPeeks(
        looks.map(({ look }) => look),
        sheetIndex,
      ),
    };
  }
  const looks = await lookInto(workbook, strings);
  const { sheetIndex, preferredOver } = chooseLikeliestSheet(
    looks.map(({ look }) => look),
    options.preferred,
  );
  const known = firstRows === undefined ? looks.find(({ look }) => look.sheetIndex === sheetIndex)?.whole : undefined;
  const file = known ?? (await readSheet(workbook, strings, sheetIndex, firstRows));
  const otherSheets = otherSheetPeeks(
    looks.map(({ look }) => look),
    sheetIndex,
  );
  const nameOf = (index: number): string => workbook.sheets[index]?.name ?? '';
  const preferred = preferredOver === null ? [] : [preferredSheetIssue(nameOf(sheetIndex), nameOf(preferredOver))];
  return {
    ...file,
    otherSheets,
    issues: [
      ...file.issues,
      ...preferred,
      ...otherSheetsIssues(nameOf(sheetIndex), [sheetIndex], workbook.sheets, otherSheets),
    ],
  };
}

async function readSheet(
  workbook: Workbook,
  strings: SharedStrings,
  sheetIndex: number,
  firstRows: number | undefined,
): Promise<SheetFile> {
  const sheet = workbook.sheets[sheetIndex];
  if (!sheet) throw new RangeError(`no sheet ${sheetIndex}`);
  const cells = new CellCollector();
  const scanner = await scanSheet(workbook, strings, sheet, cells, firstRows);
  const { merged, hiddenRows, hiddenColumns } = scanner;
  const struckRows = scanner.struckRows();
  const table = cells.build(
    { sheet: sheet.name, date1904: workbook.date1904, merged, hiddenRows, hiddenColumns, struckRows },
    scanner.text(),
  );
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: workbook.infos,
    sheetIndex,
    table,
    otherSheets: [],
    issues: [...cells.issues, ...hiddenIssues(table), ...(workbook.hasStyles ? [] : styleIssues(table))],
  };
}

async function scanSheet(
  workbook: Workbook,
  strings: SharedStrings,
  sheet: WorkbookSheet,
  cells: CellCollector,
  firstRows: number | undefined,
): Promise<SheetScanner> {
  if (!sheet.entry) throw readingRefusal('reading.brokenWorkbook');
  const scanner = new SheetScanner({
    strings: strings.texts,
    struckStrings: strings.struck,
    numberFormats: workbook.numberFormats,
    struckFormats: workbook.struckFormats,
    cells,
    firstRows,
  });
  for await (const piece of workbook.package.pieces(sheet.entry)) {
    scanner.write(piece);
    if (scanner.isStopped) break;
  }
  scanner.end();
  return scanner;
}

interface Looked {
  readonly look: SheetPeekResult;
  /** The sheet itself, where it has no more rows than the preview. */
  readonly whole: SheetFile | undefined;
}

/**
 * Previews the visible sheets (all, where all are hidden) except `except`; a lone sheet is not previewed. Several sheets
 * of the same part count as one.
 */
async function lookInto(
  workbook: Workbook,
  strings: SharedStrings,
  except?: WorkbookSheet,
): Promise<readonly Looked[]> {
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  const parts = new Set(except?.entry ? [except.entry] : []);
  const candidates = (visible.length > 0 ? visible : workbook.sheets).filter((sheet) => {
    if (sheet === except || (sheet.entry && parts.has(sheet.entry))) return false;
    if (sheet.entry) parts.add(sheet.entry);
    return true;
  });
  const [lone, another] = candidates;
  if (!except && lone && !another)
    return [
      {
        look: { sheetIndex: workbook.sheets.indexOf(lone), rows: 0, hasMoreRows: true, table: null },
        whole: undefined,
      },
    ];
  const looks: Looked[] = [];
  let cells = 0;
  let filled = 0;
  for (const sheet of candidates) {
    if (cells > limits.peekedCells || filled >= limits.peekedSheets) break;
    throwIfCancelled(workbook.package.unpacking.signal);
    const sheetIndex = workbook.sheets.indexOf(sheet);
    try {
      const read = await readSheet(workbook, strings, sheetIndex, limits.peekedRows);
      const { rowCount, cellCount } = read.table;
      cells += cellCount;
      const isFilled = rowCount > 1;
      if (isFilled) filled++;
      const hasMoreRows = rowCount >= limits.peekedRows;
      looks.push({
        look: {
          sheetIndex,
          rows: rowCount,
          hasMoreRows,
          table: isFilled && cellCount <= limits.peekedCells ? read.table : null,
        },
        whole: hasMoreRows || except || !isFilled ? undefined : read,
      });
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      throwIfCancelled(workbook.package.unpacking.signal);
      filled++;
      looks.push({ look: { sheetIndex, error }, whole: undefined });
    }
  }
  return looks;
}
