/**
 * Looks up a word of a heading among the known ones: as it stands, shortened, without vowels, in the other script, with a
 * slip of the finger, or as two words without a space.
 */
import { once } from '../../once.ts';
import { editDistance } from '../values/edit-distance.ts';
import { areOfTwoScripts, scriptKey } from '../values/script-key.ts';
import { foldHeadingText } from './fold-heading.ts';
import { concepts, conceptWords, roles, roleWords, type Concept, type Role } from './heading-words.ts';

interface Stem<T> {
  readonly stem: string;
  readonly isWhole: boolean;
  readonly meaning: T;
}

function stemsOf<T extends string>(all: readonly T[], words: Readonly<Record<T, string>>): Stem<T>[] {
  return all
    .flatMap((meaning) =>
      words[meaning]
        .split(', ')
        .map((word) => ({ stem: foldHeadingText(word.replace(/^=/, '')), isWhole: word.startsWith('='), meaning })),
    )
    .sort((a, b) => b.stem.length - a.stem.length);
}

/** Stems by their first letters, in the order in which they are tried. */
type Stems<T> = ReadonlyMap<string, readonly Stem<T>[]>;

function byInitial<T>(stems: readonly Stem<T>[]): Stems<T> {
  const found = new Map<string, Stem<T>[]>();
  for (const stem of stems) {
    const initial = stem.stem[0] ?? '';
    const known = found.get(initial);
    if (known) known.push(stem);
    else found.set(initial, [stem]);
  }
  return found;
}

const allConcepts = once(() => stemsOf(concepts, conceptWords));
const allRoles = once(() => stemsOf(roles, roleWords));
export const conceptStems = once(() => byInitial(allConcepts()));
export const roleStems = once(() => byInitial(allRoles()));

/** A shortened word has this many letters at least; a longer word may be shortened. */
const [fewestLetters, fewestOfWhole] = [3, 5];

/** What shortened words may stand for: beginnings of known words that no other meaning has («manz.», «ord», «cust»). */
export const shortened = once(shortenedWords);

function shortenedWords(): ReadonlyMap<string, { readonly concept?: Concept; readonly role?: Role }> {
  const found = new Map<string, { readonly concept?: Concept; readonly role?: Role } | null>();
  const stems = byInitial<Concept | Role>([...allConcepts(), ...allRoles()].filter(({ isWhole }) => !isWhole));
  const add = (stem: string, meaning: { readonly concept?: Concept; readonly role?: Role }): void => {
    if (stem.includes(' ') || stem.length < fewestOfWhole) return;
    // «yetk.» is of the shorter «yetkaz», not of «yetkazuvchi».
    const alike = stems.get(stem[0] ?? '') ?? [];
    const shorter = alike.findLast(({ stem: other }) => other !== stem && stem.startsWith(other));
    for (let length = Math.max(fewestLetters, shorter?.stem.length ?? 0); length < stem.length; length++) {
      const short = stem.slice(0, length);
      const known = found.get(short);
      if (known === undefined) found.set(short, meaning);
      else if (known !== null && (known.concept !== meaning.concept || known.role !== meaning.role))
        found.set(short, null);
    }
  };
  for (const { stem, isWhole, meaning } of allConcepts())
    if (!isWhole && meaning !== 'filler' && meaning !== 'other') add(stem, { concept: meaning });
  for (const { stem, isWhole, meaning } of allRoles()) if (!isWhole) add(stem, { role: meaning });
  return new Map([...found].flatMap(([short, meaning]) => (meaning === null ? [] : [[short, meaning] as const])));
}

/** Words without some of their vowels have this many letters at least. */
const fewestContracted = 3;
const longestEnding = 2;
const vowel = /[аеиоуыэюяaeiou]/u;
const contractible = once(() =>
  byInitial<Concept | Role>(
    [...allConcepts(), ...allRoles()].filter(
      ({ stem, isWhole }) => !isWhole && stem.length >= fewestOfWhole && !stem.includes(' '),
    ),
  ),
);

/**
 * Whether the word is the beginning of the stem with vowels left out behind the first letter, which they share («buyr»,
 * «тлф», «адрс»). From where one is left out all are: «закза» is a mistake in typing.
 */
function isContractionOf(word: string, stem: string): boolean {
  let at = 1;
  let isShort = false;
  for (const [place, letter] of [...word].entries()) {
    if (place === 0) continue;
    // What follows the stem is an ending.
    if (at === stem.length) return isShort && word.length - place <= longestEnding && !vowel.test(letter);
    for (; at < stem.length && stem[at] !== letter && vowel.test(stem[at] ?? ''); at++) isShort = true;
    if (stem[at] !== letter || (isShort && vowel.test(letter))) return false;
    at++;
  }
  return isShort;
}

/** What a word without vowels stands for, where it can be only one thing; of «буюртма» and «буюртмачи» the shorter. */
export function contracted(word: string): { readonly concept?: Concept; readonly role?: Role } | undefined {
  if (word.length < fewestContracted || !/^\p{L}+$/u.test(word)) return undefined;
  const meant = (contractible().get(word[0] ?? '') ?? []).filter(({ stem }) => isContractionOf(word, stem));
  const meanings = new Set(
    meant
      .filter(({ stem }) => !meant.some((other) => other.stem !== stem && stem.startsWith(other.stem)))
      .map(({ meaning }) => meaning),
  );
  const [meaning] = meanings;
  if (meaning === undefined || meanings.size > 1 || meaning === 'filler' || meaning === 'other') return undefined;
  return isRole(meaning) ? { role: meaning } : { concept: meaning };
}

/** Letters of a word that is shortened to some of its consonants. */
const [fewestAbbreviated, mostAbbreviated] = [2, 4];

/**
 * Everything that a few letters may be short for: those that begin a known word and come in its order («nx», «nrx» for
 * narx, «цн» for цена); the last letter may be of an ending. Only the values can tell which it is.
 */
export function abbreviated(word: string): ReadonlySet<AnyMeaning> {
  if (word.length < fewestAbbreviated || word.length > mostAbbreviated || !/^\p{L}+$/u.test(word)) return new Set();
  return new Set(
    (anyStems().get(word[0] ?? '') ?? [])
      .filter(({ stem }) => stem.length > word.length && !stem.includes(' ') && isAbbreviationOf(word, stem))
      .map(({ meaning }) => meaning),
  );
}

function isAbbreviationOf(word: string, stem: string): boolean {
  let at = 0;
  for (const [place, letter] of [...word].entries()) {
    const found = stem.indexOf(letter, at);
    if (found === -1) return place === word.length - 1 && place >= fewestAbbreviated;
    at = found + 1;
  }
  return true;
}

export function isRole(meaning: Concept | Role): meaning is Role {
  return (roles as readonly string[]).includes(meaning);
}

export function matchAt<T>(
  stems: Stems<T>,
  words: readonly string[],
  at: number,
): { readonly meaning: T; readonly length: number } | undefined {
  const word = words[at] ?? '';
  for (const { stem, isWhole, meaning } of stems.get(word[0] ?? '') ?? []) {
    const length = stem.includes(' ') ? 2 : 1;
    const text = length === 2 ? `${word} ${words[at + 1] ?? ''}` : word;
    if (isWhole ? text === stem : text.startsWith(stem)) return { meaning, length };
  }
  return undefined;
}

/**
 * A word with a wrong letter has this many letters at least, one in which a letter is missing or too many a letter less
 * («tartib» is not «tarkib»); a shorter one only a letter twice, or two exchanged.
 */
const fewestMistyped = 6;
const fewestDoubled = 5;

export type AnyMeaning = Concept | Role;
const allStems = once((): readonly Stem<AnyMeaning>[] =>
  [...allConcepts(), ...allRoles()].toSorted((a, b) => b.stem.length - a.stem.length),
);
const anyStems = once(() => byInitial(allStems()));

const sorted = (text: string): string => [...text].sort().join('');

/** Whether the text is the stem with one slip of the finger, never in its first letter. */
function isSlipOf(text: string, stem: string): boolean {
  if (stem[0] !== text[0] || editDistance(text, stem, 1) !== 1) return false;
  if (stem.length > fewestMistyped) return true;
  if (stem.length === fewestMistyped && text.length !== stem.length) return true;
  return text.length === stem.length ? sorted(text) === sorted(stem) : text.length > stem.length && /(.)\1/u.test(text);
}

/** The longest known word that this one (`next` behind it) is with one slip. */
export function mistyped(word: string, next: string): { readonly meaning: AnyMeaning; readonly length: number } | null {
  let found: { readonly stem: string; readonly meaning: AnyMeaning; readonly length: number } | null = null;
  for (const { stem, isWhole, meaning } of anyStems().get(word[0] ?? '') ?? []) {
    if (stem.length < (found?.stem.length ?? fewestDoubled)) break;
    // What says nothing is not worth guessing: «Kelin» is a bride.
    if (meaning === 'filler') continue;
    const length = stem.includes(' ') ? 2 : 1;
    const text = length === 1 ? word : `${word} ${next}`;
    if (!/^[\p{L} ]+$/u.test(text)) continue;
    const ends = isWhole ? [text.length] : [stem.length, stem.length + 1, stem.length - 1];
    if (!ends.some((end) => end <= text.length && isSlipOf(text.slice(0, end), stem))) continue;
    if (found !== null && found.meaning !== meaning) return null;
    found = { stem, meaning, length };
  }
  return found;
}

/** Letters of a word that is known in the other script, as sounds. */
const fewestSounds = 4;
/** Words as they sound, by the first letter of that. */
const sounds = once(() => {
  const found = new Map<string, (Stem<AnyMeaning> & { readonly key: string })[]>();
  for (const stem of allStems()) {
    const key = stem.stem.includes(' ') ? '' : scriptKey(stem.stem);
    if (key.length < fewestSounds) continue;
    found.set(key[0] ?? '', [...(found.get(key[0] ?? '') ?? []), { ...stem, key }]);
  }
  return found;
});

/** What a word means that is a known one in the other script: «gorod», «kolichestvo», «тотал». */
export function ofOtherScript(word: string): AnyMeaning | undefined {
  if (word.length < fewestSounds || !/^\p{L}+$/u.test(word)) return undefined;
  const key = scriptKey(word);
  return sounds()
    .get(key[0] ?? '')
    ?.find((stem) => (stem.isWhole ? key === stem.key : key.startsWith(stem.key)) && areOfTwoScripts(word, stem.stem))
    ?.meaning;
}

/** A known word with so many more letters is the word with an ending. */
const longestSuffix = 2;

function meaningOfWhole(word: string): AnyMeaning | undefined {
  const isIt = ({ stem, isWhole }: Stem<AnyMeaning>): boolean =>
    stem === word || (!isWhole && word.startsWith(stem) && word.length - stem.length <= longestSuffix);
  const short = shortened().get(word);
  return (
    anyStems()
      .get(word[0] ?? '')
      ?.find(isIt)?.meaning ??
    short?.concept ??
    short?.role
  );
}

/** What two known words mean that were written without a space: «custname», «prodid», «telefonraqami». */
export function runTogether(word: string): readonly AnyMeaning[] {
  if (word.length < fewestMistyped || !/^\p{L}+$/u.test(word)) return [];
  for (let at = word.length - 2; at >= fewestLetters; at--) {
    const first = meaningOfWhole(word.slice(0, at));
    const second = first === undefined ? undefined : meaningOfWhole(word.slice(at));
    if (first !== undefined && second !== undefined && first !== second) return [first, second];
  }
  return [];
}
