/** Phone numbers (docs/domain.md, «Phones»). */
import type { Cell } from '../table.ts';
import { blank, refusal, value, type Parsed } from './parsed.ts';

/** E.164, `+998XXXXXXXXX` for Uzbek numbers; a foreign number is kept with a warning. */
export function parsePhone(cell: Cell): Parsed<string> {
  const digits = cell.text.replace(/\D/g, '');
  if (digits === '') return blank;
  if (digits.length === 9) return value(`+998${digits}`);
  return digits.length === 12 ? value(`+${digits}`) : refusal('values.phone-too-short', { value: cell.text, digits: digits.length });
}
