/** Folds the ways in which a word is typed into one form. Only for comparing, never for sending. */
import { apostrophes } from './clean-text.ts';

/** Latin letters and the Cyrillic ones that look alike, as they get mixed within a word. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  i: 'і',
};
const latinLookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(lookAlikes).map(([latin, cyrillic]) => [cyrillic, latin]),
);
/** Uzbek Cyrillic letters that a Russian keyboard lacks, and what is typed instead. */
const simplerLetters: Readonly<Record<string, string>> = { ё: 'е', ў: 'у', қ: 'к', ғ: 'г', ҳ: 'х', і: 'и' };

/** Nothing to normalise, and no Cyrillic: most texts in Latin letters. */
const plain = /^[\x20-\x7E]*$/;

/**
 * Lower case, NFKC, no apostrophes, Uzbek Cyrillic letters replaced by Russian ones, Latin look-alikes within Cyrillic
 * words made Cyrillic, everything but letters and digits a single space. Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  if (plain.test(text))
    return text
      .toLowerCase()
      .replace(apostrophes, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  const lower = text.normalize('NFKC').toLowerCase().replace(apostrophes, '').normalize('NFKC');
  const words = lower.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  return words.split(' ').map(foldWord).join(' ');
}

/** The folded text with every Cyrillic letter that looks like a Latin one made Latin. */
export function latinLookAlikesOf(folded: string): string {
  return folded.toLowerCase().replace(/[\u0400-\u04FF]/g, (letter) => latinLookAlikes[letter] ?? letter);
}

function foldWord(word: string): string {
  if (!/[\u0400-\u04FF]/.test(word)) return word;
  const cyrillic = word.replace(/[a-z]/g, (letter) => lookAlikes[letter] ?? letter);
  // A Latin word with Cyrillic look-alikes.
  if (/[a-z]/.test(cyrillic)) return word.replace(/[\u0400-\u04FF]/g, (letter) => latinLookAlikes[letter] ?? letter);
  const simpler = cyrillic.replace(/[ёўқғҳі]/g, (letter) => simplerLetters[letter] ?? letter);
  if (!/\p{M}/u.test(simpler)) return simpler;
  // A mark left over may make another letter with the simpler one: «ё» with two more dots.
  const composed = simpler.normalize('NFKC');
  return composed === simpler ? simpler : foldWord(composed);
}
