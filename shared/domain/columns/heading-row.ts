/** Finds the heading row under titles and banners. */
import { cleanText, isBlankText } from '../values/clean-text.ts';
import { fold } from '../values/fold.ts';
import { readHeading } from './name-match.ts';

export interface HeadingRow {
  /** Index into the rows given. */
  readonly index: number;
  /** 2 where the headings stand in two rows (join with {@link joinHeadings}). */
  readonly headingRowCount: 1 | 2;
}

/** Two known names make a heading row; one may be a title («Buyurtmalar»). */
const fewestKnown = 2;
/** A cell longer than this is a banner's sentence. */
const longestHeading = 80;

interface RowFacts {
  readonly texts: readonly string[];
  readonly filled: number;
  /** Names that mean a field or a known column that is not sent. */
  readonly known: number;
  /** Whether every filled cell could be a heading: no number, date or phone, no two the same. */
  readonly plausible: boolean;
}

/** `rows`: the texts of the sheet's first rows (about 30), blank cells as ''. Undefined where no row looks like headings. */
export function findHeadingRow(rows: readonly (readonly string[])[]): HeadingRow | undefined {
  const facts = rows.map(factsOf);
  const known = bestKnown(facts);
  const index = known ?? firstPlausible(facts);
  if (index === undefined) return undefined;
  const below = facts[index + 1];
  const here = facts[index];
  if (below && here && isSecondRow(here, below)) return { index, headingRowCount: 2 };
  const above = facts[index - 1];
  return above && here && known !== undefined && isGroupRow(above, here)
    ? { index: index - 1, headingRowCount: 2 }
    : { index, headingRowCount: 1 };
}

function factsOf(row: readonly string[]): RowFacts {
  const texts = row.map((text) => cleanText(text).text);
  const filled = texts.filter((text) => text !== '');
  const known = filled.filter((text) => text.length <= longestHeading && isKnown(text)).length;
  return {
    texts,
    filled: filled.length,
    known,
    plausible: filled.every(isLabel) && new Set(filled).size === filled.length,
  };
}

function isKnown(text: string): boolean {
  const { matches, unsentKind, part } = readHeading(text);
  return unsentKind !== undefined || part !== undefined || matches.length > 0;
}

/** A text that may be a heading: it has a letter (or is «№»), and is no value such as a phone, a code or a date. */
function isLabel(text: string): boolean {
  if (text.length > longestHeading || isBlankText(text)) return false;
  if (/^[№#]$/.test(text)) return true;
  return /\p{L}/u.test(text) && !/\d{4,}/.test(text);
}

/** The first of the rows with the most known names: headings may be repeated further down. */
function bestKnown(facts: readonly RowFacts[]): number | undefined {
  let best: number | undefined;
  for (const [index, { known, filled }] of facts.entries()) {
    // Values are known words now and then («Status: new»); headings are known for the greater part, or many.
    if (known < fewestKnown || known * 4 < filled) continue;
    if (best === undefined || known > (facts[best]?.known ?? 0)) best = index;
  }
  return best;
}

/** Nothing is known: the first row as wide as the table whose cells are all labels, with rows below it. */
function firstPlausible(facts: readonly RowFacts[]): number | undefined {
  const widest = Math.max(0, ...facts.map(({ filled }) => filled));
  const index = facts.findIndex(({ filled, plausible }) => plausible && filled > 0 && filled >= widest * 0.6);
  return index >= 0 && (widest > 1 || facts.length > 1) ? index : undefined;
}

/** Names under merged names: the lower row fills what the upper leaves blank, or splits it, and holds no values. */
function isSecondRow(upper: RowFacts, lower: RowFacts): boolean {
  if (lower.filled === 0 || !lower.plausible) return false;
  const isOpen = (column: number) => (upper.texts[column] ?? '') === '';
  const columns = lower.texts.flatMap((text, column) => (text === '' ? [] : [column]));
  // The first part of a split name stands right under it.
  const complements = columns.every((column) => isOpen(column) || isOpen(column + 1));
  return complements && columns.some(isOpen) && lower.known >= 1 && lower.filled < upper.filled + lower.filled - 1;
}

/** Fewer numbers may be an order. */
const fewestNumbered = 4;

/** Whether the row below the headings numbers the columns, 1, 2, 3 …, as printed forms do. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  return filled.length >= fewestNumbered && filled.every((text, at) => text === String(at + 1));
}

/** What groups of columns are called, beside the names of fields: folded beginnings of words. */
const groupWords = new RegExp(
  '^(?:заказ|буюртма|buyurtma|zakaz|order|покупател|получател|клиент|мижоз|mijoz|xaridor|' +
    'харидор|customer|recipient|buyer|client|товар|маҳсулот|махсулот|mahsulot|tovar|product|item|' +
    'line ?item|доставк|етказ|yetkaz|dostavka|delivery|shipping|billing|адрес|манзил|manzil|' +
    'address|оплат|тулов|tolov|payment|цен|нарх|narx|price)',
  'u',
);

/**
 * A row of group names («Заказы», «Покупатель») right above the headings: each stands over several columns, or is the name
 * of such a group. A title beside a date or a shop's name is none.
 */
function isGroupRow(upper: RowFacts, lower: RowFacts): boolean {
  if (upper.filled < 2 || !upper.plausible) return false;
  const isOverBlank = (text: string, column: number) => text !== '' && (lower.texts[column] ?? '') === '';
  // A name over a blank cell is merged over both rows; what is no name there is no heading at all.
  const merged = upper.texts.filter(isOverBlank);
  if (!merged.every(isKnown) || upper.filled - merged.length >= lower.filled) return false;
  const starts = upper.texts.flatMap((text, column) => (text === '' ? [] : [column]));
  const named = starts.filter(
    (column) => groupWords.test(fold(upper.texts[column] ?? '')) || isKnown(upper.texts[column] ?? ''),
  );
  const last = lower.texts.findLastIndex((text) => text !== '');
  const isWide = starts.every((column, at) => (starts[at + 1] ?? last + 1) - column >= 2);
  if (named.length === 0 || (!isWide && named.length * 2 <= starts.length)) return false;
  const firstFilled = lower.texts.findIndex((text) => text !== '');
  return upper.texts.findIndex((text) => text !== '') <= firstFilled + 1;
}

/** Two heading rows as one, «Upper / Lower»; an upper heading holds for the blank cells to its right (merged cells). */
export function joinHeadings(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const above = upper[column]?.trim() ?? '';
    const own = lower[column]?.trim() ?? '';
    if (above !== '') group = above;
    if (own === '') return above;
    return group === '' || group === own ? own : `${group} / ${own}`;
  });
}
