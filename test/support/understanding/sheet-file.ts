/** Writes a sheet of the corpus as the file that its shop would hand over. */
import { columnLetters } from '../../../shared/domain/table/table.ts';
import { encodeText } from '../encode-text.ts';
import { escapeCellText, workbook } from '../xlsx-writer.ts';
import type { Sheet, SheetCell } from './sheet.ts';

type File = Sheet['file'];

function csvField(value: string, delimiter: string): string {
  return /["\r\n]/u.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csvBytes({ rows, delimiter, encoding }: Extract<File, { kind: 'csv' }>): Buffer {
  const text = rows.map((row) => `${row.map((cell) => csvField(cell, delimiter)).join(delimiter)}\r\n`).join('');
  return encoding === 'utf-8-bom'
    ? encodeText(text, 'utf-8', true)
    : encodeText(text, encoding, encoding === 'utf-16le');
}

/** Number formats get ids of their own, beyond Excel's built-in ones. */
const firstFormat = 164;

function xlsxBytes({ sheets }: Extract<File, { kind: 'xlsx' }>): Buffer {
  const formats: string[] = [];
  const styleOf = (format: string): number => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format) + 1;
  };
  const cellXml = (cell: SheetCell, address: string): string => {
    if (cell === null || cell === '') return '';
    if (typeof cell === 'string')
      return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeCellText(cell)}</t></is></c>`;
    if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
    return `<c r="${address}" s="${styleOf(cell.format)}"><v>${cell.v}</v></c>`;
  };
  const written = sheets.map(({ name, rows, merged, hidden }) => ({
    name,
    ...(hidden ? { state: 'hidden' } : {}),
    rows: rows
      .map((row, at) => {
        const cells = (row ?? []).map((cell, column) => cellXml(cell, `${columnLetters(column)}${at + 1}`)).join('');
        return cells === '' ? '' : `<row r="${at + 1}">${cells}</row>`;
      })
      .join(''),
    afterRows:
      merged.length === 0
        ? ''
        : `<mergeCells count="${merged.length}">${merged.map((one) => `<mergeCell ref="${one}"/>`).join('')}</mergeCells>`,
  }));
  return workbook({
    sheets: written,
    formats: Object.fromEntries(formats.map((format, index) => [firstFormat + index, format])),
    cellFormats: [0, ...formats.map((_, index) => firstFormat + index)],
  });
}

/** The bytes of the sheet's file, and the ending of its name. */
export function sheetFile({ file }: Pick<Sheet, 'file'>): { readonly bytes: Buffer; readonly ending: string } {
  return file.kind === 'csv' ? { bytes: csvBytes(file), ending: 'csv' } : { bytes: xlsxBytes(file), ending: 'xlsx' };
}
