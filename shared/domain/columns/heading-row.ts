/** Finds the heading row below titles and banners. */
import { cleanText, isBlankText } from '../values/clean-text.ts';
import { fold } from '../values/fold.ts';
import { readHeading } from './name-match.ts';

export interface HeadingRow {
  /** Index into the rows given. */
  readonly index: number;
  /** 2 where the headings take two rows (join with {@link joinHeadings}). */
  readonly headingRowCount: 1 | 2;
  /** Whether each heading is broken over the two rows: «Номер» above «заказа». */
  readonly isBroken?: boolean;
}

/** Known names that make a heading row; a single one may be a title («Buyurtmalar»). */
const fewestKnown = 2;
/** A longer cell is a banner's sentence, no heading. */
const longestHeading = 80;

interface RowFacts {
  readonly texts: readonly string[];
  readonly filled: number;
  /** Number of headings that mean a field or a known unsent column. */
  readonly known: number;
  /** Whether every filled cell could be a heading: no number, date or phone, no duplicates. */
  readonly plausible: boolean;
  /** The same, but for duplicates: under groups, headings repeat («Имя» of the sender and of the recipient). */
  readonly areLabels: boolean;
}

/** `rows`: texts of the sheet's first rows (about 30), blank cells as ''. Undefined where no row looks like headings. */
export function findHeadingRow(rows: readonly (readonly string[])[]): HeadingRow | undefined {
  const facts = rows.map(factsOf);
  const known = bestKnown(facts);
  const index = known ?? firstPlausible(facts);
  if (index === undefined) return undefined;
  const below = facts[index + 1];
  const here = facts[index];
  if (below && here && isSecondRow(here, below)) return { index, headingRowCount: 2 };
  const above = facts[index - 1];
  if (below && here && isBroken(here, below)) return { index, headingRowCount: 2, isBroken: true };
  if (above && here && isBroken(above, here)) return { index: index - 1, headingRowCount: 2, isBroken: true };
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
    areLabels: filled.every(isLabel),
  };
}

/** Numbers, phones and dates of the rows below the headings, which no heading is. */
const onlyNumbers = /^[\d\s.,:/+-]*$/;

function isKnown(text: string): boolean {
  if (onlyNumbers.test(text)) return false;
  const { matches, unsentKind, part } = readHeading(text);
  return unsentKind !== undefined || part !== undefined || matches.some(({ strength }) => strength !== 'hinted');
}

/** A longer text with a number in it is a message, as «Rahimov Sardor Samarqand sh Bobur 9 2 ta lagan». */
const mostWordsWithNumber = 6;

/** Whether a text may be a heading: it has a letter (or is «№») and is no value such as a phone, code, date or message. */
function isLabel(text: string): boolean {
  if (text.length > longestHeading || isBlankText(text)) return false;
  if (/^[№#]$/.test(text)) return true;
  if (/\d/.test(text) && text.split(' ').length > mostWordsWithNumber) return false;
  return /\p{L}/u.test(text) && !/\d{4,}|\d(?:[\s()+-]*\d){6}/.test(text);
}

/** The first of the rows with the most known names (headings may be repeated further down). */
function bestKnown(facts: readonly RowFacts[]): number | undefined {
  let best: number | undefined;
  for (const [index, { known, filled }] of facts.entries()) {
    // Values are known words now and then («Status: new»); of headings a good share is known.
    if (known < fewestKnown || known * 4 < filled) continue;
    if (best === undefined || known > (facts[best]?.known ?? 0)) best = index;
  }
  return best;
}

/** Without known names: the first row as wide as the table whose cells are all labels, with rows below it. */
function firstPlausible(facts: readonly RowFacts[]): number | undefined {
  const widest = Math.max(0, ...facts.map(({ filled }) => filled));
  const index = facts.findIndex(({ filled, plausible }) => plausible && filled > 0 && filled >= widest * 0.6);
  return index >= 0 && (widest > 1 || facts.length > 1) ? index : undefined;
}

/** Whether two rows are one heading: the lower fills or splits what the upper leaves blank, and holds no values. */
function isSecondRow(upper: RowFacts, lower: RowFacts): boolean {
  if (lower.filled === 0 || !lower.areLabels) return false;
  const isOpen = (column: number) => (upper.texts[column] ?? '') === '';
  const columns = lower.texts.flatMap((text, column) => (text === '' ? [] : [column]));
  // The first part of a split heading stands right below it.
  const complements = columns.every((column) => isOpen(column) || isOpen(column + 1));
  return complements && columns.some(isOpen) && lower.known >= 1 && lower.filled < upper.filled + lower.filled - 1;
}

/** A row of fewer numbers may be an order. */
const fewestNumbered = 4;

/** Whether the row below the headings numbers the columns, 1, 2, 3 …, as printed forms do. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  return filled.length >= fewestNumbered && filled.every((text, at) => text === String(at + 1));
}

/** Wares that are columns, fewest of them, and what stands before their prices. */
const fewestPriced = 2;
const priceLabel = /^(?:цена|цены|нарх\p{L}*|narx\p{L}*|price|prices)(?:[\s,]+\p{L}{1,5})?[\s.:=→>–—-]*$/iu;
const sumOfSom = /^\d{1,3}(?:[ .\u00A0]?\d{3})+(?:[.,]00)?\s*(?:so['‘’ʻʼ`]?m|сум\p{L}*|сўм|sum|uzs)?$/iu;

/**
 * Whether the row below the headings says what the wares cost that are columns, right behind «Цена →», and nothing else; the
 * columns of the customer are blank.
 */
export function isPriceRow(texts: readonly string[]): boolean {
  const label = texts.findIndex((text) => text.trim() !== '');
  if (label < 0 || !priceLabel.test((texts[label] ?? '').trim())) return false;
  const prices = texts.slice(label + 1).filter((text) => text.trim() !== '');
  return prices.length >= fewestPriced && prices.every((text) => sumOfSom.test(text.trim()));
}

/** Headings of column groups, besides field names: folded beginnings of words. */
const groupWords = new RegExp(
  '^(?:заказ|буюртма|buyurtma|zakaz|order|покупател|получател|клиент|мижоз|mijoz|xaridor|' +
    'харидор|customer|recipient|buyer|client|товар|маҳсулот|махсулот|mahsulot|tovar|product|item|' +
    'line ?item|доставк|етказ|yetkaz|dostavka|delivery|shipping|billing|адрес|манзил|manzil|' +
    'address|оплат|тулов|tolov|payment|цен|нарх|narx|price)',
  'u',
);

/**
 * Whether the upper row names groups of columns («Заказы», «Покупатель») right above the headings: each spans several
 * columns or is a known group name. A title beside a date or a shop's name is no such row.
 */
function isGroupRow(upper: RowFacts, lower: RowFacts): boolean {
  if (upper.filled < 2 || !upper.plausible) return false;
  const isOverBlank = (text: string, column: number) => text !== '' && (lower.texts[column] ?? '') === '';
  // A text above a blank cell is merged over both rows; if it is no known name, the row holds no headings.
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

/** Headings that go on in the row below, and share of them that go on with a small letter. */
const fewestBroken = 3;
const smallShare = 0.6;

/** Whether the lower row goes on with the headings above it, which are known only together. */
function isBroken(upper: RowFacts, lower: RowFacts): boolean {
  const under = lower.texts.flatMap((text, column) =>
    text === '' ? [] : [[upper.texts[column] ?? '', text] as const],
  );
  if (under.length < fewestBroken || !lower.areLabels || !upper.areLabels) return false;
  if (under.some(([above, text]) => above === '' || /\d/u.test(text))) return false;
  const small = under.filter(([, text]) => /^\p{Ll}/u.test(text)).length;
  if (small < under.length * smallShare) return false;
  const joined = fieldsNamed(joinBroken(upper.texts, lower.texts));
  return joined > fieldsNamed(upper.texts) && joined > fieldsNamed(lower.texts);
}

/** Number of fields that the headings name surely. */
function fieldsNamed(texts: readonly string[]): number {
  const fields = texts.flatMap((text) => {
    const { matches, part } = text === '' ? { matches: [], part: undefined } : readHeading(text);
    return matches.find(({ strength }) => strength !== 'weak' && strength !== 'hinted')?.field ?? part ?? [];
  });
  return new Set(fields).size;
}

/** «Номер» and «заказа», «Коли-» and «чество». */
function joinBroken(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [above, below] = [upper[column]?.trim() ?? '', lower[column]?.trim() ?? ''];
    if (below === '') return above;
    return /\p{L}[-\u00AD]$/u.test(above) ? `${above.slice(0, -1)}${below}` : `${above} ${below}`.trim();
  });
}

/** Joins the two rows of these headings. */
export function joinedHeadings(
  { isBroken = false }: HeadingRow,
  upper: readonly string[],
  lower: readonly string[],
): string[] {
  return isBroken ? joinBroken(upper, lower) : joinHeadings(upper, lower);
}

/** Joins two heading rows: «Upper / Lower»; an upper heading also covers the blank cells to its right (merged cells). */
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
