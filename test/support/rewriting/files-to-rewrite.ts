/** The files that are rewritten: the fixtures and samples, and workbooks made by chance. */
import fs from 'node:fs';
import path from 'node:path';
import { columnLetters } from '../../../shared/domain/table/table.ts';
import { escapeCellText, stylesXml, workbook, type WorkbookSpec } from '../xlsx-writer.ts';
import { Chance } from './chance.ts';
import { madeMarkup } from './made-markup.ts';
import type { FileToRewrite } from './rewrite.ts';

const root = path.join(import.meta.dirname, '../../..');
const kinds: readonly (readonly [pattern: RegExp, kind: FileToRewrite['kind']])[] = [
  [/\.xlsx$/, 'xlsx'],
  [/\.ods$/, 'ods'],
  [/\.fods$/, 'fods'],
  [/calc\.xml$/, 'xml2003'],
  [/page\.xls$/, 'html'],
  [/\.(?:csv|tsv)$/, 'csv'],
];

/** Every file of the fixtures and the samples that can be rewritten. */
export function storedFiles(): readonly FileToRewrite[] {
  return ['test/fixtures', 'samples'].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const kind = kinds.find(([pattern]) => pattern.test(entry.name))?.[1];
        const bytes = fs.readFileSync(path.join(entry.parentPath, entry.name));
        return kind === undefined ? [] : [{ name: entry.name, kind, bytes }];
      }),
  );
}

const words = [
  'Каримова Азиза',
  'Oʻktam',
  "G'ulomova",
  'ШАҲНОЗА',
  'a & b < c > d "e" \'f\'',
  ' ikki  boʻsh ',
  'bir\nikki',
  'bir\r\nikki',
  '_x000D_',
  'x_x0041_y',
  '😀 qutisi',
  '\u200b',
  ']]>',
  '&amp;',
  '00123',
  '=1+1',
  'トウキョウ',
];
const codes = [
  '0',
  '0.00',
  'dd.mm.yyyy',
  'dd.mm.yyyy hh:mm',
  '0%',
  '000000',
  '#,##0 "soʻm"',
  '[h]:mm',
  '[Red]0;-0',
  '"d"0',
  '00-00',
  '[$-419]d mmm yyyy;@',
  'yyyy"-"mm',
  'hh:mm AM/PM',
  'mm:ss.0',
  '"Sana: "dd.mm',
  '# ??/??',
  '0.00E+00',
  '_-* #,##0_-;-* #,##0_-',
  '[<100]000;0.0',
  'General" dona"',
  '0000;;',
  '[Blue]#,##0.00%',
  '\\d0',
];
/** Those that have no code in a file, but for the East Asian ones. (ECMA-376 part 1, 18.8.30) */
const builtIn = [
  0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 37, 38, 39, 40, 45, 46, 47, 48, 49,
];

const looks =
  '<fonts><font><sz val="11"/><name val="Calibri"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border><left/><right/><top/><bottom/></border></borders>';

/** Without which other programs do not find the parts. */
function contentTypes(sheets: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [
    ['workbook', 'sheet.main'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
    ...Array.from({ length: sheets }, (_, index) => [`worksheets/sheet${index + 1}`, 'worksheet']),
  ];
  const overrides = parts.map(
    ([part, kind]) => `<Override PartName="/xl/${part}.xml" ContentType="${type}.${kind}+xml"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

/** A workbook of a few rows with every kind of cell. */
export function madeWorkbook(seed: number): FileToRewrite {
  const chance = new Chance(seed);
  const strings: string[] = [];
  const shared = (value: string): string => {
    strings.push(`<si><t xml:space="preserve">${escapeCellText(value)}</t></si>`);
    return String(strings.length - 1);
  };
  const formats = Object.fromEntries(codes.map((code, index) => [164 + index, code]));
  const cellFormats = [...builtIn, ...codes.map((_, index) => 164 + index)];
  const cell = (address: string): string => {
    const style = chance.is(0.5) ? ` s="${chance.below(cellFormats.length)}"` : '';
    const number = chance.pick([
      '0',
      '1001',
      '45568.5833',
      '-7.5',
      '0.1',
      '5000.00',
      '1E-7',
      '12345678901234567',
      '60',
    ]);
    const word = chance.pick(words);
    const formula = chance.pick([
      '<f>A1+1</f>',
      '<f t="shared" ref="A1:A9" si="0">B1</f>',
      '<f t="array" ref="A1">B1</f>',
      '<f/>',
    ]);
    return chance.pick([
      `<c r="${address}"${style}><v>${number}</v></c>`,
      `<c r="${address}"${style}><v>${number}</v></c>`,
      `<c r="${address}"${style} t="s"><v>${shared(word)}</v></c>`,
      `<c r="${address}"${style} t="inlineStr"><is><t>${escapeCellText(word)}</t></is></c>`,
      `<c r="${address}" t="str">${formula}<v>${escapeCellText(word)}</v></c>`,
      `<c r="${address}"${style}>${formula}<v>${number}</v></c>`,
      `<c r="${address}"${style}>${formula}</c>`,
      `<c r="${address}" t="b"><v>${chance.below(2)}</v></c>`,
      `<c r="${address}" t="e"><v>#N/A</v></c>`,
      `<c r="${address}"${style} t="d"><v>2026-10-05T14:30:00</v></c>`,
      `<c r="${address}"${style}/>`,
    ]);
  };
  const sheet = (index: number) => ({
    name: `Varaq & ${index}`,
    ...(chance.is(0.2) && index > 0 ? { state: 'hidden' } : {}),
    rows: Array.from({ length: 1 + chance.below(8) }, (_, line) => line * (1 + chance.below(2)) + 1)
      .filter((row, place, rows) => rows.indexOf(row) === place)
      .sort((a, b) => a - b)
      .map((row) => {
        const columns = Array.from({ length: chance.below(7) }, (_, column) => column * (1 + chance.below(2)));
        const cells = [...new Set(columns)]
          .sort((a, b) => a - b)
          .map((column) => cell(`${columnLetters(column)}${row}`));
        return `<row r="${row}"${chance.is(0.1) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
      })
      .join(''),
    ...(chance.is(0.3) ? { beforeRows: '<cols><col min="2" max="3" hidden="1" style="0"/></cols>' } : {}),
    ...(chance.is(0.3) ? { afterRows: '<mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>' } : {}),
  });
  const sheets = Array.from({ length: 1 + chance.below(3) }, (_, index) => sheet(index));
  const spec: WorkbookSpec = {
    sheets,
    parts: {
      '[Content_Types].xml': contentTypes(sheets.length),
      // exceljs does not open styles without fonts.
      'xl/styles.xml': stylesXml(formats, cellFormats).replace('<cellStyleXfs>', `${looks}<cellStyleXfs>`),
    },
    formats,
    cellFormats,
    ...(chance.is(0.3) ? { properties: 'date1904="1"' } : {}),
  };
  return { name: `made-${seed}.xlsx`, kind: 'xlsx', bytes: workbook({ ...spec, strings: strings.join('') }) };
}

/** A file of any format. */
export function madeFile(seed: number): FileToRewrite {
  const chance = new Chance(seed);
  return chance.is(0.6) ? madeWorkbook(seed) : madeMarkup(seed, chance);
}
