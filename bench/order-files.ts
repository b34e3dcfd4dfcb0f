/** Writes the files that the bench reads: generated orders as workbooks or CSV. */
import { once } from 'node:events';
import fs from 'node:fs';
import { headings, orderRows, type GeneratedCell } from './orders.ts';
import { ZipFile } from './zip-file.ts';

/** `shared`, `inline`: a workbook with its texts as shared strings, or in the cells. */
export type FileKind = 'shared' | 'inline' | 'csv';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageParts = 'http://schemas.openxmlformats.org/package/2006';
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const pieceLength = 1 << 18;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const columnLetter = (column: number): string => String.fromCharCode(65 + column);

function contentTypes(parts: readonly { readonly name: string; readonly type: string }[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = parts
    .map((part) => `<Override PartName="/xl/${part.name}" ContentType="${type}.${part.type}+xml"/>`)
    .join('');
  return (
    `${xmlHead}<Types xmlns="${packageParts}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
  );
}

function relationshipsTo(parts: readonly { readonly name: string; readonly kind: string }[]): string {
  const each = parts
    .map(
      ({ name, kind }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${name}"/>`,
    )
    .join('');
  return `${xmlHead}<Relationships xmlns="${packageParts}/relationships">${each}</Relationships>`;
}

const workbook =
  `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relationships}">` +
  '<workbookPr defaultThemeVersion="166925"/><sheets><sheet name="Orders" sheetId="1" r:id="rId1"/>' +
  '</sheets></workbook>';
const styles =
  `${xmlHead}<styleSheet xmlns="${main}"><numFmts count="1">` +
  `<numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts><fonts count="1"><font>` +
  '<sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill>' +
  '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

class SharedStrings {
  readonly #places = new Map<string, number>();
  #uses = 0;

  place(text: string): number {
    this.#uses++;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#places.size);
    return this.#places.size - 1;
  }

  *xml(): Generator<string> {
    yield `${xmlHead}<sst xmlns="${main}" count="${this.#uses}" uniqueCount="${this.#places.size}">`;
    let piece = '';
    for (const text of this.#places.keys()) {
      piece += `<si><t>${escaped(text)}</t></si>`;
      if (piece.length > pieceLength) {
        yield piece;
        piece = '';
      }
    }
    yield `${piece}</sst>`;
  }
}

function cellXml(address: string, value: GeneratedCell, strings: SharedStrings | null): string {
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
  if (typeof value === 'object') return `<c r="${address}" s="1"><v>${value.serial}</v></c>`;
  return strings
    ? `<c r="${address}" t="s"><v>${strings.place(value)}</v></c>`
    : `<c r="${address}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
}

function* allRows(count: number): Generator<readonly GeneratedCell[]> {
  yield headings;
  yield* orderRows(count);
}

function* sheetXml(count: number, strings: SharedStrings | null): Generator<string> {
  yield (
    `${xmlHead}<worksheet xmlns="${main}" xmlns:r="${relationships}">` +
    `<dimension ref="A1:${columnLetter(headings.length - 1)}${count + 1}"/><sheetViews>` +
    '<sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    '<cols><col min="2" max="2" width="16" customWidth="1"/></cols><sheetData>'
  );
  let piece = '';
  let row = 0;
  for (const values of allRows(count)) {
    row++;
    piece += `<row r="${row}" spans="1:${values.length}">`;
    for (const [column, value] of values.entries()) piece += cellXml(`${columnLetter(column)}${row}`, value, strings);
    piece += '</row>';
    if (piece.length > pieceLength) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`;
}

async function writeWorkbook(path: string, count: number, strings: SharedStrings | null): Promise<void> {
  const parts = [
    { name: 'workbook.xml', type: 'sheet.main', kind: '' },
    { name: 'worksheets/sheet1.xml', type: 'worksheet', kind: 'worksheet' },
    { name: 'styles.xml', type: 'styles', kind: 'styles' },
    ...(strings ? [{ name: 'sharedStrings.xml', type: 'sharedStrings', kind: 'sharedStrings' }] : []),
  ];
  const zip = new ZipFile(path);
  await zip.add('[Content_Types].xml', [contentTypes(parts)]);
  await zip.add('_rels/.rels', [relationshipsTo([{ name: 'xl/workbook.xml', kind: 'officeDocument' }])]);
  await zip.add('xl/workbook.xml', [workbook]);
  await zip.add('xl/_rels/workbook.xml.rels', [relationshipsTo(parts.slice(1))]);
  await zip.add('xl/worksheets/sheet1.xml', sheetXml(count, strings));
  await zip.add('xl/styles.xml', [styles]);
  if (strings) await zip.add('xl/sharedStrings.xml', strings.xml());
  await zip.close();
}

function dateText({ serial }: { readonly serial: number }): string {
  const [date = '', time = ''] = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString().split('T');
  return `${date.split('-').toReversed().join('.')} ${time.slice(0, 5)}`;
}

function csvField(value: GeneratedCell): string {
  const text = typeof value === 'object' ? dateText(value) : String(value);
  return /[;"\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function writeCsv(path: string, count: number): Promise<void> {
  const out = fs.createWriteStream(path);
  let piece = '\uFEFF';
  for (const values of allRows(count)) {
    piece += `${values.map(csvField).join(';')}\r\n`;
    if (piece.length < pieceLength) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  out.end(piece);
  await once(out, 'finish');
}

/** Writes a file of `count` rows of orders below their headings; the file gets its name only when it is complete. */
export async function writeOrderFile(path: string, kind: FileKind, count: number): Promise<void> {
  const partial = `${path}.partial`;
  if (kind === 'csv') await writeCsv(partial, count);
  else await writeWorkbook(partial, count, kind === 'shared' ? new SharedStrings() : null);
  fs.renameSync(partial, path);
}
