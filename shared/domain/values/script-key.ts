/** Makes one key of a name in Latin and in Cyrillic letters: «Чойнак» and «Choynak», «Раҳимов» and «Raximov». Only for comparing. */
import { apostrophes } from './clean-text.ts';

const latin: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'o',
  ф: 'f',
  х: 'h',
  ҳ: 'h',
  ц: 's',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ү: 'o',
  ұ: 'o',
  ө: 'o',
  ә: 'a',
  ң: 'ng',
};

const cyrillic = new RegExp(`[${Object.keys(latin).join('')}]`, 'g');
/** Spellings of one sound that are made one, and what they become: of «zkh» the second and third letter make one before. */
const oneSound = /ye|zk?h|kh|ts|[qxw]/g;
const sound: Readonly<Record<string, string>> = {
  ...{ ye: 'e', zh: 'j', zkh: 'j', kh: 'h', ts: 's' },
  ...{ q: 'k', x: 'h', w: 'v' },
};
/** Nothing to normalise, and no Cyrillic: most texts in Latin letters. */
const plain = /^[\x20-\x7E]*$/;

/** Letters and digits of a text in one script; what typists do not tell apart (q and k, x and h) is one. Signs that make products (+, %) count. */
export function scriptKey(text: string): string {
  const isPlain = plain.test(text);
  const lower = (isPlain ? text : text.normalize('NFKC'))
    .replaceAll('+', ' plus ')
    .replaceAll('%', ' foiz ')
    .toLowerCase()
    .replace(apostrophes, '');
  return (isPlain ? lower : lower.replace(cyrillic, (letter) => latin[letter] ?? letter))
    .replace(oneSound, (spelling) => sound[spelling] ?? spelling)
    .replace(isPlain ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether one of the texts is in Cyrillic and the other in Latin letters. */
export function areOfTwoScripts(first: string, second: string): boolean {
  return /\p{Script=Cyrillic}/u.test(first) !== /\p{Script=Cyrillic}/u.test(second);
}

/** Spellings of one sound in both scripts, the longer ones first. */
const sounds: readonly (readonly string[])[] = [
  ['sh', 'ш', 'щ'],
  ['ch', 'ч'],
  ['yo', 'ё'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['ye', 'е', 'e', 'э'],
  ['kh', 'x', 'h', 'х', 'ҳ'],
  ['zh', 'j', 'ж'],
  ['ts', 'ц'],
  ['q', 'k', 'қ', 'к'],
  ['g', 'г', 'ғ'],
  ['o', 'о', 'ў'],
  ['u', 'у', 'ў'],
  ['i', 'и', 'ы'],
  ['y', 'й'],
  ['v', 'w', 'в'],
  ...[...'abdflmnprstz'].map((letter) => [letter, ...Object.keys(latin).filter((one) => latin[one] === letter)]),
];
const spellings = sounds.flat().toSorted((a, b) => b.length - a.length);

/** The text in pieces of one sound, each with its spellings in both scripts; the text's own is the first. */
export function soundsOf(text: string): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const lower = text.toLowerCase();
  for (let at = 0; at < lower.length;) {
    const piece = spellings.find((spelling) => lower.startsWith(spelling, at)) ?? lower.slice(at, at + 1);
    const others = sounds.filter((sound) => sound.includes(piece)).flat();
    found.push([...new Set([piece, ...others])]);
    at += piece.length;
  }
  return found;
}

/** Whether two texts say the same, where one is in Cyrillic and the other in Latin letters. */
export function isSameInOtherScript(first: string, second: string): boolean {
  return areOfTwoScripts(first, second) && /\p{L}/u.test(first) && scriptKey(first) === scriptKey(second);
}
