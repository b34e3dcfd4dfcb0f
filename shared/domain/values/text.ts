/** Free texts (docs/domain.md, decisions 24, 29 and 38). */
import type { Cell } from '../table.ts';
import { cleanText, isBlankText } from './clean.ts';
import { blank, refusal, value, type Parsed } from './parsed.ts';

export type TextField = 'full_name' | 'address' | 'region' | 'city';

/** 1 … 255 characters as typed (cleaned, NFC); longer is refused, nothing is cut. */
export const textLimit = 255;

export function parseText(cell: Cell, field: TextField): Parsed<string> {
  const { text } = cleanText(cell.text);
  if (isBlankText(text)) return blank;
  return text.length <= textLimit ? value(text) : refusal('values.text-too-long', { value: text.slice(0, 60), length: text.length, limit: textLimit, field });
}
