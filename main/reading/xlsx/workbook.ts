/** Opens the workbook: its sheets in their order, its date system, its strings and formats. */
import type { SheetInfo } from '../../../shared/domain/table/sheet-file.ts';
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { readNumberFormats, type NumberFormat } from './number-formats.ts';
import type { OfficePackage, Relationship } from './package.ts';
import { SharedStringScanner, type SharedStrings } from './shared-strings.ts';
import { readStruckFormats } from './struck-formats.ts';
import { isTrue, ownTags, relationshipId } from './xml-tags.ts';

export interface WorkbookSheet extends SheetInfo {
  /** Undefined where the workbook names a part that is not there; it matters only where that sheet is read. */
  readonly entry: ZipEntry | undefined;
}

export interface Workbook {
  readonly package: OfficePackage;
  /** Worksheets only, in the order of their tabs: charts and dialogs have no cells. */
  readonly sheets: readonly WorkbookSheet[];
  /** Name and visibility of the sheets: one list shared by all that are read. */
  readonly infos: readonly SheetInfo[];
  /** Names of sheets that the workbook lists and that are nowhere in the file. */
  readonly missing: readonly string[];
  readonly date1904: boolean;
  readonly numberFormats: readonly NumberFormat[];
  /** 1 for each cell format that is struck through; null where there is none. */
  readonly struckFormats: Uint8Array | null;
  /** Without styles a date cannot be distinguished from a number. */
  readonly hasStyles: boolean;
  readonly stringsEntry: ZipEntry | undefined;
}

/** Opens a workbook without reading its sheets. */
export async function openWorkbook(officePackage: OfficePackage): Promise<Workbook> {
  const part = await findWorkbookPart(officePackage);
  const xml = await officePackage.text(part);
  if (xml === undefined) throw readingRefusal('reading.zipWithoutSheet');
  const relationships = await officePackage.relationships(part);
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const { listed, date1904 } = readWorkbookPart(xml);
  // Each sheet needs a part of its own, and a package has no more parts (limits.zipEntries).
  if (listed.length > limits.sheets) throw readingRefusal('reading.brokenWorkbook');
  const relationshipOf = new Map(relationships.map((one) => [one.id, one]));
  const missing = missingSheets(listed, relationships, officePackage);
  const sheets = listed.flatMap((sheet): WorkbookSheet[] => {
    const target = targetOf(sheet, relationshipOf, folder);
    return target === undefined ? [] : [{ name: sheet.name, hidden: sheet.hidden, entry: officePackage.find(target) }];
  });
  if (sheets.length === 0) throw readingRefusal('reading.noSheets');
  const partOf = (type: string, usual: string): string =>
    relationships.find((one) => one.type === type)?.part ?? folder + usual;
  const styles = await officePackage.text(partOf('styles', 'styles.xml'));
  return {
    package: officePackage,
    sheets,
    infos: sheets.map(({ name, hidden }) => ({ name, hidden })),
    missing,
    date1904,
    numberFormats: styles === undefined ? [] : readNumberFormats(styles),
    struckFormats: styles === undefined ? null : readStruckFormats(styles),
    hasStyles: styles !== undefined,
    stringsEntry: officePackage.find(partOf('sharedStrings', 'sharedStrings.xml')),
  };
}

/** Reads the shared strings; none where the workbook keeps its texts in the cells. */
export async function readSharedStrings(workbook: Workbook): Promise<SharedStrings> {
  if (!workbook.stringsEntry) return { texts: [], struck: new Map() };
  const scanner = new SharedStringScanner();
  for await (const piece of workbook.package.pieces(workbook.stringsEntry)) scanner.write(piece);
  scanner.end();
  const { strings, struck } = scanner;
  // Without one that is struck there is nothing to note.
  return { texts: strings, struck: [...struck.values()].includes(true) ? struck : new Map() };
}

/** The package's main part, if it is a workbook. */
async function findWorkbookPart(officePackage: OfficePackage): Promise<string> {
  const main = (await officePackage.relationships('')).find((one) => one.type === 'officeDocument');
  return main && officePackage.find(main.part) ? main.part : 'xl/workbook.xml';
}

interface ListedSheet extends SheetInfo {
  readonly sheetId: string;
  readonly relationshipId: string | undefined;
}

function readWorkbookPart(xml: string): { listed: ListedSheet[]; date1904: boolean } {
  const listed: ListedSheet[] = [];
  let date1904 = false;
  let root: string | undefined;
  let isClosed = false;
  for (const own of ownTags(xml)) {
    const { tag } = own;
    root ??= tag.name;
    if (tag.name === root && (tag.closing || tag.selfClosing)) isClosed = true;
    if (tag.closing) continue;
    if (tag.name === 'workbookPr') date1904 = isTrue(tag.attributes.get('date1904'));
    else if (tag.name === 'sheet') {
      const state = tag.attributes.get('state');
      listed.push({
        name: tag.attributes.get('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        sheetId: tag.attributes.get('sheetId') ?? '',
        relationshipId: relationshipId(own),
      });
    }
  }
  if (root !== 'workbook' || !isClosed) throw readingRefusal('reading.brokenWorkbook');
  return { listed, date1904 };
}

/**
 * Sheets without a relationship: macros leave such names behind. Where all are such, or where a worksheet lies in the file that
 * may be the one, the workbook is damaged.
 */
function missingSheets(
  listed: readonly ListedSheet[],
  relationships: readonly Relationship[],
  officePackage: OfficePackage,
): readonly string[] {
  if (relationships.length === 0) return [];
  const ids = new Set(relationships.map(({ id }) => id));
  const missing = listed.filter((sheet) => !ids.has(sheet.relationshipId ?? ''));
  if (missing.length === 0) return [];
  const parts = relationships.map(({ part }) => part);
  if (missing.length === listed.length || officePackage.hasWorksheetBeside(parts))
    throw readingRefusal('reading.brokenWorkbook');
  return missing.map(({ name }) => name);
}

/** The sheet's part; undefined for what is no worksheet, and for one that is missing. Some writers leave the relationships out: then by the usual name. */
function targetOf(
  sheet: ListedSheet,
  relationshipOf: ReadonlyMap<string, Relationship>,
  folder: string,
): string | undefined {
  if (relationshipOf.size === 0) return `${folder}worksheets/sheet${sheet.sheetId}.xml`;
  const found = relationshipOf.get(sheet.relationshipId ?? '');
  return found?.type === 'worksheet' ? found.part : undefined;
}
