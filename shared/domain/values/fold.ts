/** Folding: one form for all the ways in which the same word is typed. Only for comparing, never for sending. */
import { apostrophes } from './clean-text.ts';

/** Cyrillic letters that look like Latin ones, as they get mixed inside one word. */
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
/** Uzbek Cyrillic letters that a Russian keyboard lacks, and the letters typed in their place. */
const simplerLetters: Readonly<Record<string, string>> = { ё: 'е', ў: 'у', қ: 'к', ғ: 'г', ҳ: 'х', і: 'и' };

/**
 * Lower case, NFKC, no apostrophes, Uzbek Cyrillic letters in their Russian stand-ins, Latin look-alikes inside Cyrillic
 * words made Cyrillic, everything that is no letter or digit a single space. Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(apostrophes, '');
  const words = lower.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  return words.split(' ').map(foldWord).join(' ');
}

function foldWord(word: string): string {
  if (!/[\u0400-\u04FF]/.test(word)) return word;
  const cyrillic = word.replace(/[a-z]/g, (letter) => lookAlikes[letter] ?? letter);
  // A Latin word with Cyrillic look-alikes in it.
  if (/[a-z]/.test(cyrillic)) return word.replace(/[\u0400-\u04FF]/g, (letter) => latinLookAlikes[letter] ?? letter);
  return cyrillic.replace(/[ёўқғҳі]/g, (letter) => simplerLetters[letter] ?? letter);
}
