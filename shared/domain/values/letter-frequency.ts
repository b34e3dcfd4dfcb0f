/** How much a text looks like Russian or Uzbek in Cyrillic letters: how often its letters occur, and how its capitals stand. */

/** Letters of Russian by how often they occur, per thousand (Russian National Corpus). */
const frequencies: Readonly<Record<string, number>> = {
  о: 110,
  е: 85,
  а: 80,
  и: 74,
  н: 67,
  т: 63,
  с: 55,
  р: 47,
  в: 45,
  л: 44,
  к: 35,
  м: 32,
  д: 30,
  п: 28,
  у: 26,
  я: 20,
  ы: 19,
  ь: 17,
  г: 17,
  з: 16,
  б: 16,
  ч: 14,
  й: 12,
  х: 10,
  ж: 9,
  ш: 7,
  ю: 6,
  ц: 5,
  щ: 4,
  э: 3,
  ф: 3,
  ъ: 1,
  ё: 1,
};
/** Weights of a letter outside the table, and of characters that no text holds. */
const rareLetter = Math.log(0.0005);
const noLetter = Math.log(0.000005);
/** Cost of a capital after a small letter: KOI8-R and windows-1251 mistaken for one another exchange the two. */
const capitalInside = 3;
const capital = 0.5;
const usualSign = Math.log(0.01);

const isCyrillic = /[а-яёўқғҳ]/i;
const isSmallCyrillic = /[а-яёўқғҳ]/;
const isLetter = /\p{L}/u;

const logarithms = new Map(Object.entries(frequencies).map(([letter, parts]) => [letter, Math.log(parts / 1000)]));

/** The sum of the weights of a text's characters beyond ASCII: the likelier the text, the nearer to 0. */
export function letterScore(text: string): number {
  let score = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character > '\x7f') score += scoreCharacter(character, text[at - 1] ?? ' ', text[at + 1] ?? ' ');
  }
  return score;
}

function scoreCharacter(character: string, before: string, after: string): number {
  if (isCyrillic.test(character)) {
    // Words are of one alphabet.
    if (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after)) return noLetter;
    const small = character.toLowerCase();
    const weight = logarithms.get(small) ?? rareLetter;
    if (character === small) return weight;
    return isSmallCyrillic.test(before) ? weight - capitalInside : weight - capital;
  }
  // Signs that stand in texts: quotes, dashes, number sign, no-break space. Inside a word there is an apostrophe at most.
  if (/[‘’]/.test(character)) return usualSign;
  if (!/[«»„“”–—№…\u00a0°]/.test(character)) return noLetter;
  if (!isLetter.test(after) || /[\u00a0°]/.test(character)) return usualSign;
  if (isLetter.test(before)) return /[–—]/.test(character) ? usualSign : noLetter;
  // What ends a word or stands between two is nearly never written right before one.
  return /[–—…»”]/.test(character) ? rareLetter : usualSign;
}
