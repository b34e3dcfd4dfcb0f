/** Escapes fields of a csv file so that no program runs formulas in it, with whatever separator the file is opened. */
import { formulaStarts } from '../../shared/domain/report/formula-starts.ts';

/** What may part two cells where the file is opened with another separator, or with its quotes misread: line breaks, too. */
const separators: ReadonlySet<string> = new Set([...',;|:\t\r\n\v\f\u0085\u2028\u2029']);
/** What a program may skip before it looks whether a cell is a formula: spaces, controls, invisible signs, quotes. */
const skipped = /^[\s"\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]$/u;
const leadingControl = /^[\t\r\n]/u;
/** A function, another program (DDE) or another sheet: only with one of these a formula that begins with a sign does anything. */
const harmful = /[\p{L}_][\p{L}\p{N}._]*\(|[\p{L}\p{N}_.']\||[\p{L}\p{N}_.'\]]!|[=＝]/gu;

/** Whether a sign behind a separator begins what could be a formula: «+998 90…» and «@karim» are none. */
function isHiddenFormula(sign: string, next: string, isHarmBehind: boolean): boolean {
  if (sign === '=' || sign === '＝' || isHarmBehind) return true;
  return sign === '@' || sign === '＠' ? !/^[\p{L}\p{N}_]$/u.test(next) : !/^\d$/u.test(next);
}

/** An apostrophe before each formula that would begin a cell of its own behind a separator or a line break in the text. */
function escapeHidden(text: string): string {
  const lastHarm = [...text.matchAll(harmful)].at(-1)?.index ?? -1;
  let escaped = '';
  let at = 0;
  let begins = false;
  for (const sign of text) {
    if (begins && formulaStarts.has(sign)) {
      const [next = ''] = text.slice(at + sign.length, at + sign.length + 2);
      if (isHiddenFormula(sign, next, lastHarm > at)) escaped += "'";
    }
    begins = separators.has(sign) || (begins && skipped.test(sign));
    escaped += sign;
    at += sign.length;
  }
  return escaped;
}

/** Whether the text as a whole would be a formula. */
function beginsFormula(text: string): boolean {
  for (const sign of text) {
    if (formulaStarts.has(sign)) return true;
    if (!skipped.test(sign)) return false;
  }
  return false;
}

/**
 * The text with an apostrophe before it where a program might take it for a formula. An apostrophe of its own gets a
 * second one, so that taking one off always gives the text back (but for a formula hidden behind a separator).
 */
export function escapeFormula(text: string): string {
  const inner = escapeHidden(text);
  return beginsFormula(text) || leadingControl.test(text) || text.startsWith("'") ? `'${inner}` : inner;
}

/** A field of a line with `;` between the fields. */
export function csvField(text: string): string {
  const safe = escapeFormula(text);
  return /[";,\r\n\t]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(';')}\r\n`;
}
