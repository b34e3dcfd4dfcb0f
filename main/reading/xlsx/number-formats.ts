/** Finds out from a cell's number format what its number is (a plain number, a date, a percentage), and which zeros it shows. */
import { ownTags } from './xml-tags.ts';

/** The kind of the numbers under a cell format. */
export type NumberKind = 'number' | 'date' | 'percent';

export interface NumberFormat {
  readonly kind: NumberKind;
  /** Digits that a whole number is shown with at least: 6 under `000000`. 0 where the format asks for none. */
  readonly leastDigits: number;
  /** The currency that a sum is shown in, where it is another one than soʻm: `$`, `₸`, `EUR`. */
  readonly currency?: string;
}

export const generalFormat: NumberFormat = { kind: 'number', leastDigits: 0 };

const longestCode = 300;

/**
 * Formats that have no code in the file: 14 to 22, 45 and 47 everywhere, 27 to 36 and 50 to 58 in East Asian Excels.
 * 46 is `[h]:mm:ss`, a duration. (ECMA-376 part 1, 18.8.30)
 */
function builtinFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent', leastDigits: 0 };
  const isDate = (id >= 14 && id <= 22) || id === 45 || id === 47 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { kind: 'date', leastDigits: 0 } : generalFormat;
}

/**
 * The kind that a format code gives: `dd.mm.yyyy` a date, `0%` a percentage, `[h]:mm` (a duration) a number.
 * Literal text, colours, conditions and locales in the code are ignored.
 */
export function kindOfFormatCode(code: string): NumberKind {
  // Excel allows 255 characters. The patterns below take time in proportion to the square of the length.
  if (code.length > longestCode) return 'number';
  if (/^general$/i.test(code.trim())) return 'number';
  const isDuration = /\[(h+|m+|s+)\]/i.test(code);
  const bare = code.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|general/gi, '');
  if (bare.includes('%')) return 'percent';
  // A digit placeholder other than the seconds' fraction makes it a number, whatever unquoted letters follow it.
  const isNumber = /[#?]/.test(bare) || /0/.test(bare.replace(/s[.,]0+/gi, ''));
  return !isDuration && !isNumber && /[ymdhs]/i.test(bare) ? 'date' : 'number';
}

/** What a format code gives. */
export function numberFormatOf(code: string): NumberFormat {
  const kind = kindOfFormatCode(code);
  if (kind !== 'number') return { kind, leastDigits: 0 };
  const currency = foreignCurrencyOf(code);
  return { kind, leastDigits: leastDigitsOf(code), ...(currency === null ? {} : { currency }) };
}

/** Signs and words of currencies, as price parsers know them. */
const currencies: readonly (readonly [shown: RegExp, name: string])[] = [
  [/([$€£₽₸¥])/u, ''],
  [/(?<!\p{L})(usd|eur|gbp|rub|kzt|cny)(?!\p{L})/iu, ''],
  [/(?<!\p{L})(?:руб|р\.|rur)/iu, '₽'],
  [/(?<!\p{L})(?:тенге|tenge|тг)(?!\p{L})/iu, '₸'],
  [/(?<!\p{L})(?:долл|дол\.|dollar)/iu, '$'],
];

/** `[$$-409]#,##0.00`, `#,##0 "₸"`: the currency that is shown beside a sum; null: none, or soʻm. */
function foreignCurrencyOf(code: string): string | null {
  if (code.length > longestCode) return null;
  const [positive = ''] = code.split(';');
  // «[$-419]» names a language alone, «[Red]» a colour.
  const shown = positive
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, ' $1 ')
    .replace(/\[[^\]]*\]|_.|\*./g, ' ')
    .replace(/["\\]/g, ' ');
  for (const [pattern, name] of currencies) {
    const found = pattern.exec(shown);
    if (found !== null) return name === '' ? (found[1] ?? '').toUpperCase() : name;
  }
  return null;
}

/** A sum as text, with the currency that its format shows: a bare number would be taken for soʻm. Undefined: it is none. */
export function withShownCurrency(held: string | number, { currency }: NumberFormat): string | undefined {
  return currency === undefined ? undefined : `${held} ${currency}`;
}

/**
 * The digits of whole numbers under codes such as `000000`, `"№"00000`, `000-000`. Codes with a fraction, groups of thousands or
 * an exponent are those of sums and measures; where a condition decides, nothing is said.
 */
function leastDigitsOf(code: string): number {
  if (code.length > longestCode || !code.includes('0')) return 0;
  // What stands for itself may hold a `;`, which else begins the part for negative numbers.
  const [positive = ''] = code.replace(/"[^"]*"?|\\.|_.|\*./g, '').split(';');
  if (/\[[<>=]/.test(positive)) return 0;
  const bare = positive.replace(/\[[^\]]*\]/g, '');
  if (/[.,%?@/]|e[+-]/i.test(bare)) return 0;
  const digits = bare.replace(/[^0#]/g, '');
  const first = digits.indexOf('0');
  return first < 0 || digits.length - first < 2 ? 0 : digits.length - first;
}

/** The number with the zeros that its format shows before it; undefined where it shows none. Zero itself stays one. */
export function withShownZeros(held: string | number, { leastDigits }: NumberFormat): string | undefined {
  if (leastDigits === 0 || held === 0) return undefined;
  const digits = String(held);
  return digits.length < leastDigits && /^\d*[1-9]\d*$/.test(digits) ? digits.padStart(leastDigits, '0') : undefined;
}

/** What is shown, where it is the number with zeros before it; for formats that write both. */
export function shownZerosOf(held: string | number, shown: string): string | undefined {
  return /^0\d+$/.test(shown) && shown.replace(/^0+/, '') === String(held) ? shown : undefined;
}

/** Whether a number is held with such zeros. No program writes them into its files. */
export function isWithZeros(held: string | number): held is string {
  return typeof held === 'string' && /^0\d/.test(held);
}

/** Reads the styles part: the formats by the index of the cell format. */
export function readNumberFormats(xml: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  // Other lists hold elements of these names: `dxfs`, what conditional formats change, has number formats under any id.
  let list = '';
  for (const { tag } of ownTags(xml)) {
    if (tag.name === 'cellXfs' || tag.name === 'numFmts') list = tag.closing || tag.selfClosing ? '' : tag.name;
    else if (tag.closing) continue;
    else if (tag.name === 'numFmt' && list === 'numFmts')
      codes.set(Number(tag.attributes.get('numFmtId')), tag.attributes.get('formatCode') ?? '');
    else if (tag.name === 'xf' && list === 'cellXfs') formatIds.push(Number(tag.attributes.get('numFmtId') ?? 0));
  }
  return formatIds.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtinFormat(id) : numberFormatOf(code);
  });
}
