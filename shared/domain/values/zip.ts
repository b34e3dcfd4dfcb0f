/** Post codes (docs/domain.md, decision 26). */
import type { Cell } from '../table/table.ts';
import { quoted, textOf } from './cell-text.ts';
import { refusal, value, warning, type Parsed } from './parsed.ts';
import { textLimit } from './text.ts';

const sixDigits = /^\d{6}$/;

/** Always a text: 100200 from Excel is "100200". Anything but six digits is kept as typed, with a warning. */
export function parseZip(cell: Cell): Parsed<string> {
  if ((cell.kind === 'text' || cell.kind === 'number') && sixDigits.test(cell.text)) return value(cell.text);
  const content = textOf(cell, ['number'], { field: 'zip' });
  if (content.kind !== 'content') return content;
  const zip = content.text.replace(/^(\d{3}) (\d{3})$/, '$1$2').replace(/^(\d+)[.,]0+$/, '$1');
  const shown = { field: 'zip', value: quoted(zip) };
  if (zip.length > textLimit) return refusal('values.textTooLong', { ...shown, length: zip.length, limit: textLimit });
  return sixDigits.test(zip) ? value(zip, ...content.remarks) : value(zip, ...content.remarks, warning('values.zipForm', shown));
}
