/** Writes workbooks for tests, from the rows of their sheets as texts and numbers. */
import { columnLetters } from '../../shared/domain/table/table.ts';
import { escapeXml, workbook } from './xlsx-writer.ts';

export type SheetRow = readonly (string | number | null)[] | null;

/** The rows of a sheet as its XML; `null` leaves a row, or a cell, empty. */
function rowsXml(rows: readonly SheetRow[]): string {
  return rows
    .map((cells, index) => {
      const row = index + 1;
      const inside = (cells ?? []).map((cell, column) => {
        const address = `${columnLetters(column)}${row}`;
        if (cell === null || cell === '') return '';
        return typeof cell === 'number'
          ? `<c r="${address}"><v>${cell}</v></c>`
          : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
      });
      return inside.join('') === '' ? '' : `<row r="${row}">${inside.join('')}</row>`;
    })
    .join('');
}

/** A workbook of these sheets, in this order. */
export function sheetsBook(sheets: Readonly<Record<string, readonly SheetRow[]>>): Buffer {
  return workbook({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rowsXml(rows) })) });
}
