/**
 * Tells by its words which product of the table a name that is not in it may mean: a translation («чайник 1,5 л» and
 * «Choynak 1.5L»), a shorter or longer name, other endings. Only ever offered.
 */
import { scriptKey } from '../values/script-key.ts';
import { wareMeanings } from './ware-words.ts';

/** What a name says, apart from the order and the script of its words. */
export interface NameWords {
  /** Words, or the number of their meaning. */
  readonly words: ReadonlySet<string>;
  /** Numbers with their units: «1.5l», «24sm», «42». */
  readonly measures: ReadonlySet<string>;
}

const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:l|litr|litrov|litra|litre|liter)$/u, 'l'],
  [/^(?:ml|millilitr)$/u, 'ml'],
  [/^(?:sm|cm|santimetr)$/u, 'sm'],
  [/^(?:mm)$/u, 'mm'],
  [/^(?:m|metr|metra|metrov)$/u, 'm'],
  [/^(?:kg|kilo|kilogramm)$/u, 'kg'],
  [/^(?:g|gr|gramm)$/u, 'g'],
  [/^(?:dona|sht|shtuk|shtuka|pcs|ta)$/u, 'dona'],
];
const shortestStem = 4;
/** So many letters at a word's end may be its ending. */
const mostEnding = 2;
/** Words that say nothing. */
const fillers: ReadonlySet<string> = new Set([
  'uchun',
  'bilan',
  'va',
  'dlya',
  'i',
  's',
  'iz',
  'na',
  'for',
  'with',
  'the',
  'of',
  'and',
]);

interface Meaning {
  readonly id: string;
  readonly isKind: boolean;
}

/** Beginnings of words in one script, with their meanings. */
const byBeginning: ReadonlyMap<string, Meaning> = new Map(
  wareMeanings.flatMap(({ words, isKind }, at) =>
    words.map((word) => [scriptKey(word), { id: `#${at}`, isKind }] as const),
  ),
);

/** Most letters behind a known beginning: «чайничек», «болшой». */
const mostBehind = 3;

function meaningOf(word: string): Meaning | undefined {
  for (let length = word.length; length >= Math.max(2, word.length - mostBehind); length--) {
    // A short word counts as a whole: «ок», «чай».
    if (length < shortestStem && length < word.length - mostEnding) return undefined;
    const found = byBeginning.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

const unitOf = (word: string): string | undefined => units.find(([pattern]) => pattern.test(word))?.[1];

export function wordsOfName(name: string): NameWords {
  const words = new Set<string>();
  const measures = new Set<string>();
  const text = name.replace(/(\d)[.,](\d)/gu, '$1_$2').replace(/(\d)(?=\p{L})/gu, '$1 ');
  const all = text.split(/[^\p{L}\p{N}_ʻʼ‘’'`]+/u).flatMap((word) => (word.includes('_') ? word : scriptKey(word)));
  for (const [at, word] of all.entries()) {
    if (word === '' || fillers.has(word)) continue;
    if (/^\d/u.test(word)) measures.add(word.replace(/_0*$/u, '') + (unitOf(all[at + 1] ?? '') ?? ''));
    else if (!(at > 0 && /^\d/u.test(all[at - 1] ?? '') && unitOf(word) !== undefined))
      words.add(meaningOf(word)?.id ?? word);
  }
  return { words, measures };
}

const kinds: ReadonlySet<string> = new Set(wareMeanings.flatMap(({ isKind }, at) => (isKind ? [`#${at}`] : [])));

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.startsWith('#') || other.startsWith('#')) return false;
  const least = Math.min(one.length, other.length);
  const common = least - mostEnding;
  return (
    common >= shortestStem - 1 &&
    Math.abs(one.length - other.length) <= mostEnding &&
    one.slice(0, common) === other.slice(0, common)
  );
}

/**
 * How many words the two names do not share, where one may mean the other; null: it may not. Every word of the shorter name
 * is in the longer one, one of them tells the ware, and numbers do not differ.
 */
export function nameDistance(asked: NameWords, known: NameWords): number | null {
  const [few, many] = asked.words.size <= known.words.size ? [asked, known] : [known, asked];
  let isWare = false;
  for (const word of few.words) {
    if (![...many.words].some((other) => isSameWord(word, other))) return null;
    isWare ||= !kinds.has(word);
  }
  if (!isWare) return null;
  // A number that only the asked name has is another size.
  for (const measure of asked.measures) if (!hasMeasure(known.measures, measure)) return null;
  const left = [...known.measures].filter((measure) => !hasMeasure(asked.measures, measure)).length;
  return many.words.size - few.words.size + left;
}

/** «1.5» without a unit is any 1.5. */
function hasMeasure(measures: ReadonlySet<string>, measure: string): boolean {
  const number = /^[\d_]+/u.exec(measure)?.[0] ?? '';
  return [...measures].some(
    (other) =>
      other === measure || ((/^[\d_]+$/u.test(other) || number === measure) && /^[\d_]+/u.exec(other)?.[0] === number),
  );
}
