/** Distinguishes one-byte encodings by how often the resulting letters occur in Russian and Uzbek texts. */

const sampleBytes = 64 * 1024;

const candidates = ['windows-1251', 'koi8-r', 'ibm866'] as const;

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

const logarithms = new Map(Object.entries(frequencies).map(([letter, parts]) => [letter, Math.log(parts / 1000)]));

/** The encoding whose reading looks most like a text; windows-1252 where none gives Cyrillic words. */
export function guessLegacyEncoding(bytes: Buffer): string {
  const sample = withoutAscii(bytes);
  let best: string = 'windows-1251';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of candidates) {
    const score = scoreText(new TextDecoder(encoding).decode(sample));
    // windows-1251 comes first: it wins where two give the same.
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return looksWestern(sample) ? 'windows-1252' : best;
}

/** The whole words that have a non-ASCII letter, so that a letter's neighbours are known; at most `sampleBytes` bytes. */
function withoutAscii(bytes: Buffer): Buffer {
  const sample = Buffer.allocUnsafe(Math.min(bytes.length * 2, sampleBytes));
  let length = 0;
  let wordStart = 0;
  let isWanted = false;
  for (let at = 0; at <= bytes.length && length < sample.length; at++) {
    const byte = bytes[at] ?? 32;
    if (byte >= 0x80) isWanted = true;
    const isWordByte = byte >= 0x80 || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
    if (isWordByte) continue;
    if (isWanted) {
      length += bytes.copy(sample, length, wordStart, Math.min(at, wordStart + 64));
      if (length < sample.length) sample[length++] = 32;
    }
    wordStart = at + 1;
    isWanted = false;
  }
  return sample.subarray(0, length);
}

function scoreText(text: string): number {
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
  // Signs that stand in texts: quotes, dashes, number sign, no-break space.
  return /[«»„“”‘’–—№…\u00a0°]/.test(character) ? usualSign : noLetter;
}

/** Western European text: accented letters are single among Latin ones, where Cyrillic letters follow each other. */
function looksWestern(sample: Buffer): boolean {
  let lone = 0;
  let inRows = 0;
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0xc0) continue;
    const isLone = isLatin(sample[at - 1]) || isLatin(sample[at + 1]);
    const isInRow = (sample[at - 1] ?? 0) >= 0x80 || (sample[at + 1] ?? 0) >= 0x80;
    if (isInRow) inRows++;
    else if (isLone) lone++;
  }
  return lone > inRows;
}

function isLatin(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
}
