/**
 * Parses numbers as written by people and programs, exactly: in digits, never in floating point
 * (docs/domain.md, «Numbers»).
 */
import type { Cell } from '../table/table.ts';

/** A non-negative number: `digits` × 10^(−`decimals`), without loss. */
export interface Numeral {
  readonly digits: string;
  readonly decimals: number;
  /** One separator before exactly three digits: «1.000» is a thousand or one. `digits` then reads it as a thousand. */
  readonly ambiguous: boolean;
}

/** How dots and commas are interpreted: in a number cell the dot is always the decimal point. */
export type Notation = 'typed' | 'numberCell';

/** Fast path for most number cells: a positive integer of digits only, within 32 bits. */
const bareInteger = /^[1-9]\d{0,8}$/;
/** The largest of them. */
export const bareIntegerLimit = 999_999_999;

/** The integer of a cell with digits only; undefined for everything that needs full parsing. */
export function bareIntegerOf(cell: Cell): number | undefined {
  return (cell.kind === 'number' || cell.kind === 'text') && bareInteger.test(cell.text)
    ? Number(cell.text)
    : undefined;
}

const plainNumber = /^\d+(?:\.\d*)?$/;
const scientific = /^(\d+)(?:[.,](\d+))?e([+-]?\d{1,3})$/i;
/** Digits in groups of three, separated by spaces or apostrophes of any kind. */
const spacedGroups = /^\d{1,3}(?:[ '’ʼʻ‘`]\d{3})+(?=$|[.,])/;
const longest = 40;

/** Parses an unsigned number without words; undefined where the text is none. */
export function readNumeral(text: string, notation: Notation): Numeral | undefined {
  if (text.length > longest) return undefined;
  const power = scientific.exec(text);
  if (power)
    return timesPowerOfTen(
      { digits: `${power[1]}${power[2] ?? ''}`, decimals: power[2]?.length ?? 0, ambiguous: false },
      Number(power[3]),
    );
  if (notation === 'numberCell') return plainNumber.test(text) ? fromParts(...split(text, '.')) : undefined;
  const spaced = spacedGroups.exec(text);
  const joined = spaced ? spaced[0].replace(/\D/g, '') + text.slice(spaced[0].length) : text;
  return /^[\d.,]+$/.test(joined) ? fromSeparators(joined, spaced !== null) : undefined;
}

function fromSeparators(text: string, groupedAlready: boolean): Numeral | undefined {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last < 0) return fromParts(text, '');
  const separator = text.charAt(last);
  const other = separator === '.' ? ',' : '.';
  const occurrences = text.split(separator).length - 1;
  if (text.includes(other)) {
    const [whole, fraction] = split(text, separator);
    return occurrences === 1 && !groupedAlready && isGrouped(whole, other)
      ? fromParts(whole.replaceAll(other, ''), fraction)
      : undefined;
  }
  if (occurrences > 1)
    return !groupedAlready && isGrouped(text, separator) ? fromParts(text.replaceAll(separator, ''), '') : undefined;
  const [whole, fraction] = split(text, separator);
  const ambiguous = !groupedAlready && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return ambiguous ? { digits: whole + fraction, decimals: 0, ambiguous } : fromParts(whole, fraction);
}

function isGrouped(text: string, separator: string): boolean {
  const [first = '', ...groups] = text.split(separator);
  return /^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group));
}

function split(text: string, separator: string): [string, string] {
  const at = text.lastIndexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function fromParts(whole: string, fraction: string): Numeral | undefined {
  if (whole === '' && fraction === '') return undefined;
  return { digits: (whole + fraction).replace(/^0+(?=\d)/, ''), decimals: fraction.length, ambiguous: false };
}

/** The number times 10^`power`. */
export function timesPowerOfTen(numeral: Numeral, power: number): Numeral | undefined {
  const decimals = numeral.decimals - power;
  if (decimals >= 0) return decimals > 400 ? undefined : { ...numeral, decimals };
  return decimals < -longest
    ? undefined
    : { ...numeral, digits: `${numeral.digits}${'0'.repeat(-decimals)}`.replace(/^0+(?=\d)/, ''), decimals: 0 };
}

/** The digits of an integer numeral; undefined where it has a fraction. */
export function integerDigits({ digits, decimals }: Numeral): string | undefined {
  if (decimals === 0) return digits;
  const padded = digits.padStart(decimals + 1, '0');
  return /^0+$/.test(padded.slice(-decimals)) ? padded.slice(0, -decimals).replace(/^0+(?=\d)/, '') : undefined;
}

/** Number of significant digits, without leading and trailing zeros. */
export function significantDigits(numeral: Numeral): number {
  return numeral.digits.replace(/^0+/, '').replace(/0+$/, '').length;
}

/**
 * The number at Excel's 15 significant digits: 94999.99999999999 was 95000 before a formula touched it. Unchanged where
 * 15 digits hold it.
 */
export function roundToExcelPrecision(numeral: Numeral): Numeral {
  const digits = numeral.digits.replace(/^0+/, '');
  const surplus = digits.length - 15;
  if (surplus <= 0 || surplus > numeral.decimals) return numeral;
  const kept = BigInt(digits.slice(0, 15)) + (digits.charAt(15) >= '5' ? 1n : 0n);
  return { digits: kept.toString(), decimals: numeral.decimals - surplus, ambiguous: false };
}
