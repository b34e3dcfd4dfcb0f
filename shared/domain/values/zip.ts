/** Parses post codes (docs/domain.md, decision 26). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { refusedCell, parsedValue, warningRemark, type Parsed } from './parsed.ts';
import { maxTextLength } from './free-text.ts';

const sixDigits = /^\d{6}$/;

/** Always returns text: 100200 from Excel is "100200". Anything but six digits is kept as typed, with a warning. */
export function parseZip(cell: Cell): Parsed<string> {
  if ((cell.kind === 'text' || cell.kind === 'number') && sixDigits.test(cell.text)) return parsedValue(cell.text);
  const content = readCellContent(cell, ['number'], { field: 'zip' });
  if (content.kind !== 'content') return content;
  const zip = content.text.replace(/^(\d{3}) (\d{3})$/, '$1$2').replace(/^(\d+)[.,]0+$/, '$1');
  const shown = { field: 'zip', value: excerpt(zip) };
  if (zip.length > maxTextLength)
    return refusedCell('values.textTooLong', { ...shown, length: zip.length, limit: maxTextLength });
  return sixDigits.test(zip)
    ? parsedValue(zip, ...content.remarks)
    : parsedValue(zip, ...content.remarks, warningRemark('values.zipForm', shown));
}
