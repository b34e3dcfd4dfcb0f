/** Parses discounts in per cent (docs/domain.md, «Numbers»). */
import type { Cell } from '../table/table.ts';
import { excerpt, readCellContent } from './cell-text.ts';
import { readNumeral, type Numeral } from './numeral.ts';
import { refusedCell, parsedValue, type Parsed } from './parsed.ts';

/** An exact percentage: `digits` × 10^(−`decimals`) per cent. */
export type Percent = Numeral;

/** `10`, `10%`, `7,5 %` and a cell of 0.1 under a percent format. More than 100 and less than 0 are refused. */
export function parsePercent(cell: Cell): Parsed<Percent> {
  const content = readCellContent(cell, ['number', 'percent'], { field: 'discount' });
  if (content.kind !== 'content') return content;
  const shown = { field: 'discount', value: excerpt(content.text) };
  const bare = content.text.replace(/^-?\s*%\s*|\s*%$/g, '').trim();
  if (/^[-−–—]/.test(bare)) {
    const without = bare.replace(/^[-−–—]\s*/, '');
    // Suggested only where it would be accepted.
    return parsePercent({ kind: 'text', text: without }).kind === 'value'
      ? refusedCell('values.negative', shown, without)
      : refusedCell('values.negative', shown);
  }
  const read = readNumeral(bare, cell.kind === 'text' ? 'typed' : 'numberCell');
  if (!read || read.digits.length > 15) return refusedCell('values.numberUnreadable', shown);
  const percent = cell.kind === 'percent' ? { ...read, digits: `${read.digits}00` } : read;
  return Number(percent.digits) / 10 ** percent.decimals > 100
    ? refusedCell('values.percentTooLarge', shown)
    : parsedValue(percent, ...content.remarks);
}

/** The percentage of a sum; undefined where that is no whole number, as nothing is ever rounded. */
export function percentOfSum(sum: number, { digits, decimals }: Percent): number | undefined {
  const product = BigInt(sum) * BigInt(digits);
  const divisor = 100n * 10n ** BigInt(decimals);
  return product % divisor === 0n ? Number(product / divisor) : undefined;
}
