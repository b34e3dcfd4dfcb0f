/** Cleans a cell's text of invisible marks and surplus spaces: the first step of every value parser. */

/** Result of {@link cleanText}. */
export interface CleanText {
  /** NFC, one space between words, no invisible marks. */
  readonly text: string;
  /** Whether zero-width, bidi or control marks were removed (worth a notice: they come from copied web pages). */
  readonly invisible: boolean;
}

/**
 * Fast path: one line of ASCII, Russian and Uzbek letters and the usual marks, all of which are NFC. Most cells are such
 * and need no cleaning.
 */
const plainMark = '!-~А-яЁёЎўҚқҒғҲҳʻʼ‘’«»–—№';
const plain = new RegExp(`^[${plainMark}](?: ?[${plainMark}])*$`);
const spaces = /[\s\u0085\u200B]*[\s\u0085][\s\u0085\u200B]*/g;
/** Control, zero-width and bidi marks, soft hyphens, lone surrogates. */
const invisibleMarks =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uD800-\uDFFF]/gu;

/**
 * Strips byte order and invisible marks, Excel's text guards (a leading `'`, `="…"`) and surplus spaces (of any kind,
 * line breaks too). Cleaning a clean text changes nothing.
 */
export function cleanText(text: string): CleanText {
  if (plain.test(text) && !text.startsWith("'") && !text.startsWith('=')) return { text, invisible: false };
  let invisible = false;
  let before: string;
  let after = text;
  do {
    before = after;
    after = after.replaceAll('\uFEFF', '').replace(spaces, ' ');
    const visible = after.replace(invisibleMarks, '');
    invisible ||= visible !== after;
    after = withoutGuard(visible.trim()).normalize('NFC');
  } while (after !== before);
  return { text: after, invisible };
}

function withoutGuard(text: string): string {
  const formula = /^="(.*)"$/s.exec(text);
  if (formula) return (formula[1] ?? '').replaceAll('""', '"');
  return text.startsWith("'") ? text.slice(1) : text;
}

/** All characters typed as an apostrophe in Uzbek (oʻ, gʻ, ʼ). */
export const apostrophes = /[ʻʼ‘’‛′`´'ʹʽ＇]/g;

const blankTexts: ReadonlySet<string> = new Set([
  '',
  'na',
  'n/a',
  'n.a.',
  '#n/a n/a',
  'нд',
  'н/д',
  'нет',
  'null',
  'none',
  'nil',
  'yoq',
  'йук',
  'йуқ',
  'йўк',
  'йўқ',
  'bosh',
]);

/** Whether a (clean) text means «nothing»: '', dashes, «n/a», «н/д», «yoʻq», «нет». */
export function isBlankText(text: string): boolean {
  if (text === '') return true;
  if (text.length > 8) return false;
  if (/^[-‐-―−_.…?\s]+$/.test(text)) return true;
  return blankTexts.has(text.toLowerCase().replace(apostrophes, ''));
}
