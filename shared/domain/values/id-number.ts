/** Parses ids: integers where every digit counts. */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { blankCell, refusedCell, type Parsed, type ValueRemark } from './parsed.ts';
import { bareIntegerOf, integerDigits, readNumeral, significantDigits } from './numeral.ts';

/** Excel keeps 15 digits of a number: a longer one has lost its last digits. */
export const excelDigits = 15;
/** Largest id of a 32-bit server (decision 11). */
export const largestInt32 = 2_147_483_647;

export interface IdNumber {
  readonly kind: 'number';
  readonly number: number;
  readonly text: string;
  readonly remarks: readonly ValueRemark[];
}

/** Part of the refusals' codes, so that each kind of id has sentences of its own. */
export type IdName = 'orderId' | 'productId' | 'variationId';

/**
 * Reads an id: digits, with a `.0` that Excel may have added. Refuses with `values.<code>.letters`, `.fraction`,
 * `.scientific`, `.spaces`, `.tooLong`, `.notPositive`.
 */
export function readId(
  cell: Cell,
  code: IdName,
  strip: RegExp | null = null,
): IdNumber | Exclude<Parsed<never>, { kind: 'value' }> {
  const bare = bareIntegerOf(cell);
  if (bare !== undefined) return { kind: 'number', number: bare, text: cell.text, remarks: [] };
  const content = readCellContent(cell, ['number']);
  if (content.kind !== 'content') return content;
  const text = strip ? content.text.replace(strip, '') : content.text;
  const shown = { value: excerpt(content.text) };
  if (text === '') return blankCell;
  const refuse = (reason: string, suggestion?: string) => refusedCell(`values.${code}.${reason}`, shown, suggestion);
  if (/^\d{1,3}( \d{3})+$/.test(text)) return refuse('spaces', text.replaceAll(' ', ''));
  if (/^[-−–]\s*\d+([.,]\d+)?$/.test(text)) return refuse('notPositive');
  if (cell.kind !== 'number' && /^\d+([.,]\d+)?e[+-]?\d+$/i.test(text)) return refuse('scientific');
  const numeral = /^[\d.,e+-]+$/i.test(text) ? readNumeral(text, 'numberCell') : undefined;
  if (!numeral) return refuse(/^\d+,\d+$/.test(text) ? 'fraction' : 'letters');
  const digits = integerDigits(numeral);
  if (digits === undefined) return refuse('fraction');
  if (digits.length > excelDigits || significantDigits(numeral) > excelDigits) return refuse('tooLong');
  if (digits === '0') return refuse('notPositive');
  return { kind: 'number', number: Number(digits), text: content.text, remarks: content.remarks };
}
