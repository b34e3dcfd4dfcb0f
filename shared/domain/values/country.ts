/** Countries (docs/domain.md, decision 28). */
import type { Cell } from '../table.ts';
import { cleanText, isBlankText } from './clean.ts';
import { blank, value, type Parsed } from './parsed.ts';

/** The one spelling that spellings of Uzbekistan are unified to. */
export const uzbekistan = 'Uzbekistan';

export function parseCountry(cell: Cell): Parsed<string> {
  const { text } = cleanText(cell.text);
  return isBlankText(text) ? blank : value(text);
}
