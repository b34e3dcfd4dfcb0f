/** Free texts (docs/domain.md, decisions 24, 29 and 38). */
import type { Cell } from '../table/table.ts';
import { quoted, textOf } from './cell-text.ts';
import { refusal, value, valueWith, warning, type Parsed } from './parsed.ts';

export type TextField = 'full_name' | 'address' | 'region' | 'city';

/** Characters (UTF-16 units, as the request's schema counts them) of every text (decision 29). */
export const textLimit = 255;

/** What an encoding leaves behind that could not hold the letters. */
const damaged = /\uFFFD|\?{3,}/;

/** 1 … 255 characters as typed (cleaned, NFC; a number by its own digits); longer is refused, nothing is cut. */
export function parseText(cell: Cell, field: TextField): Parsed<string> {
  const content = textOf(cell, ['number'], { field });
  if (content.kind !== 'content') return content;
  const { text, remarks } = content;
  if (text.length > textLimit) return refusal('values.textTooLong', { field, value: quoted(text), length: text.length, limit: textLimit });
  return damaged.test(text) ? value(text, ...remarks, warning('values.textDamaged', { field, value: quoted(text) })) : valueWith(text, remarks);
}
