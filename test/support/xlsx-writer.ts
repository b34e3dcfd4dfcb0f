/** Writes an .xlsx from raw XML parts, so that each test can vary one feature. */
import { zip, type ZipOptions, type ZipPart } from './zip-writer.ts';

export const spreadsheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface SheetSpec {
  readonly name?: string;
  /** `hidden`, `veryHidden`. */
  readonly state?: string;
  /** The content of sheetData. */
  readonly rows?: string;
  /** The whole worksheet, instead of one made of `rows`. */
  readonly xml?: string;
  readonly beforeRows?: string;
  readonly afterRows?: string;
  /** The part's name under xl/. */
  readonly part?: string;
  /** The relationship's target, if not the part's relative name. */
  readonly target?: string;
  /** Last segment of the relationship's type. */
  readonly type?: string;
}

export interface WorkbookSpec {
  readonly sheets?: readonly SheetSpec[];
  /** The rows of the only sheet, if `sheets` is not given. */
  readonly rows?: string;
  readonly beforeRows?: string;
  readonly afterRows?: string;
  /** The content of `sst`; without it there are no shared strings. */
  readonly strings?: string;
  /** Number formats by id, and the format id of each cell format. */
  readonly formats?: Readonly<Record<number, string>>;
  readonly cellFormats?: readonly number[];
  /** Attributes of workbookPr. */
  readonly properties?: string;
  /** Parts to add, or to replace those of the same name; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly part?: (part: ZipPart) => ZipPart;
  readonly zip?: ZipOptions;
}

export function sheetXml(spec: Pick<SheetSpec, 'rows' | 'beforeRows' | 'afterRows'>): string {
  const { beforeRows = '', rows = '', afterRows = '' } = spec;
  return (
    `${declaration}<worksheet xmlns="${spreadsheetNamespace}">` +
    `${beforeRows}<sheetData>${rows}</sheetData>${afterRows}</worksheet>`
  );
}

export function workbookParts(spec: WorkbookSpec): ZipPart[] {
  const sheets = spec.sheets ?? [
    { rows: spec.rows ?? '', beforeRows: spec.beforeRows ?? '', afterRows: spec.afterRows ?? '' },
  ];
  const named = sheets.map((sheet, index) => ({
    ...sheet,
    name: sheet.name ?? `Sheet${index + 1}`,
    part: sheet.part ?? `worksheets/sheet${index + 1}.xml`,
  }));
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels':
      `${declaration}<Relationships>` +
      `<Relationship Id="rId1" Type="${relationshipNamespace}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${declaration}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${relationshipNamespace}">` +
      `<workbookPr ${spec.properties ?? ''}/><sheets>` +
      named
        .map(
          (sheet, index) =>
            `<sheet name="${escapeXml(sheet.name)}" sheetId="${index + 1}"` +
            `${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${index + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${declaration}<Relationships>` +
      named
        .map(
          (sheet, index) =>
            `<Relationship Id="rId${index + 1}" Type="${relationshipNamespace}/${sheet.type ?? 'worksheet'}" ` +
            `Target="${sheet.target ?? sheet.part}"/>`,
        )
        .join('') +
      (spec.strings === undefined
        ? ''
        : `<Relationship Id="rIdS" Type="${relationshipNamespace}/sharedStrings" Target="sharedStrings.xml"/>`) +
      `<Relationship Id="rIdF" Type="${relationshipNamespace}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(spec.formats ?? {}, spec.cellFormats ?? [0]),
  };
  if (spec.strings !== undefined)
    parts['xl/sharedStrings.xml'] = `${declaration}<sst xmlns="${spreadsheetNamespace}">${spec.strings}</sst>`;
  for (const sheet of named) parts[`xl/${sheet.part}`] = sheet.xml ?? sheetXml(sheet);
  return Object.entries({ ...parts, ...spec.parts }).flatMap(([name, data]) => {
    if (data === null) return [];
    const part = { name, data };
    return [spec.part ? spec.part(part) : part];
  });
}

export function workbook(spec: WorkbookSpec): Buffer {
  return zip(workbookParts(spec), spec.zip);
}

export function stylesXml(formats: Readonly<Record<number, string>>, cellFormats: readonly number[]): string {
  const numberFormats = Object.entries(formats).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
  );
  const cellXfs = cellFormats.map((id) => `<xf numFmtId="${id}" fontId="0" applyNumberFormat="1"/>`);
  return (
    `${declaration}<styleSheet xmlns="${spreadsheetNamespace}"><numFmts>${numberFormats.join('')}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cellXfs.join('')}</cellXfs></styleSheet>`
  );
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Escapes a text as Excel does: characters that XML cannot hold (`_x0001_`), and what looks like such an escape. */
export function escapeCellText(text: string): string {
  const escaped = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\0-\x08\x0b-\x1f\ufffe\uffff]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
  return escapeXml(escaped);
}
