/** Post codes (docs/domain.md, decision 26). */
import type { Cell } from '../table.ts';
import { cleanText, isBlankText } from './clean.ts';
import { blank, value, type Parsed } from './parsed.ts';

/** Always a text: 100200 from Excel is "100200". Anything but six digits is kept as typed, with a warning. */
export function parseZip(cell: Cell): Parsed<string> {
  const { text } = cleanText(cell.text);
  return isBlankText(text) ? blank : value(text.replace(/\.0+$/, ''));
}
