/** What a cell's number format says of its number: a plain number, a date, or a percentage. */
import { ownTags } from './xml-tags.ts';

/** What the numbers under a cell format (`cellXfs`) are. */
export type NumberKind = 'number' | 'date' | 'percent';

const longestCode = 300;

/**
 * Formats that have no code in the file: 14 to 22, 45 and 47 everywhere, 27 to 36 and 50 to 58 in East Asian Excels.
 * 46 is `[h]:mm:ss`, a duration. (ECMA-376 part 1, 18.8.30)
 */
function builtinKind(id: number): NumberKind {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 22) || id === 45 || id === 47 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'number';
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

/** Reads the styles part; the kinds are by index of the cell format. */
export function readNumberKinds(xml: string): NumberKind[] {
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
    return code === undefined ? builtinKind(id) : kindOfFormatCode(code);
  });
}
