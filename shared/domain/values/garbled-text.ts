/**
 * Texts whose letters were lost or taken for others on their way into the file: saved in one encoding and read in another
 * («€ванов ЏЮтр» for «Иванов Пётр»), or saved in one that has not all of them («?одиров Ша?зод» for «Қодиров Шаҳзод»).
 */
import { letterScore } from './letter-frequency.ts';
import { bytesOf, oneByteEncodings, textOf, utf8TextOf } from './one-byte-encodings.ts';

/** What is left of letters that an encoding could not hold. */
const replacement = '\uFFFD';
const replaced = '???';
/** A question mark inside a word, or at its beginning: no sentence has one there. In an address of a web page it has its place. */
const replacedInWord = /\p{L}\?+\p{L}|(?:^|[\s,.(«"'/-])\?+\p{L}\p{L}/u;
const webAddress = /:\/\/|www\./i;

/** Whether letters were lost: what they were nobody can say. */
export function hasLostLetters(text: string): boolean {
  if (text.includes(replacement)) return true;
  // Nearly every text ends here.
  if (!text.includes('?')) return false;
  return text.includes(replaced) || (replacedInWord.test(text) && !webAddress.test(text));
}

/** What a character is for {@link isWorthALook}. */
const kinds = { other: 0, small: 1, smallConsonant: 2, capital: 3, sign: 4, accent: 5, strange: 6 } as const;
const kindOf = new Uint8Array(0x2600);
const setKinds = (characters: string, kind: number): void => {
  for (const character of characters) kindOf[character.charCodeAt(0)] = kind;
};
for (let code = 0x80; code < 0x100; code++) kindOf[code] = code < 0xa0 ? kinds.strange : kinds.accent;
for (let code = 0x410; code < 0x450; code++) kindOf[code] = code < 0x430 ? kinds.capital : kinds.small;
setKinds('Ёё', kinds.capital);
setKinds('ё', kinds.small);
setKinds('бвгджзйклмнпрстфхцчшщ', kinds.smallConsonant);
// Letters of Serbian and Macedonian, and what DOS draws frames with.
setKinds('ЂЃђѓЉЊЋЏљњћџќЌјЈѕЅ', kinds.strange);
for (let code = 0x2500; code <= 0x25a0; code++) kindOf[code] = kinds.strange;
// Signs that stand by themselves, or before a number; those of Latin-1 stand among the accents.
setKinds('€‚ƒ„…†‡ˆ‰‹›Š™šŒœŽžŸ˜‘’“”•–—≈≤≥√÷≠∞∂∆', kinds.sign);

const longestCluster = 4;

/**
 * Whether a text has what words of no language here have: letters of Serbian, frames, signs right before a Cyrillic letter,
 * accents in a row, a capital after a small letter, five consonants in a row. Some good texts have, too. It is asked for every
 * name and address of a file, so that it is a walk along the letters.
 */
function isWorthALook(text: string): boolean {
  let before: number = kinds.other;
  let cluster = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 0x80 || code >= kindOf.length ? kinds.other : (kindOf[code] ?? 0);
    if (kind !== kinds.other) {
      const isAfterSign = before === kinds.sign || before === kinds.accent;
      if (kind === kinds.strange || (kind >= kinds.sign && isAfterSign)) return true;
      if (kind <= kinds.capital && isAfterSign) return true;
      if (kind === kinds.capital && (before === kinds.small || before === kinds.smallConsonant)) return true;
    }
    cluster = kind === kinds.smallConsonant ? cluster + 1 : 0;
    if (cluster > longestCluster) return true;
    before = kind;
  }
  return false;
}

/** UTF-8 of Cyrillic letters, read as windows-1251 or windows-1252: every second letter one of two. Some of it may be lost. */
const pairsOfUtf8 =
  /(?:[РС][ЂЃђѓЉЊЋЏљњћџќЌјЈѕЅ°±Ііґµ¶·№є»ї‚„…†‡€‰‹‘’“”•–—™›¤¦§©«¬®]){2}|(?:[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]){2}/;

/** Different letters beyond ASCII without which nothing is said: in fewer it may be chance. */
const fewestLetters = 3;
/** By how much the letters of the other reading must be likelier, all together (natural logarithm). */
const clearly = 6;
/** How likely the letters of the other reading must be, each on an average. */
const usual = -4.6;

export interface GarbledText {
  /** What it was before it was read in a wrong encoding; null where that cannot be told. */
  readonly meant: string | null;
}

/** Whether a text was read in a wrong encoding; null where it looks as it should. */
export function garblingOf(text: string): GarbledText | null {
  if (!isWorthALook(text)) return null;
  const count = lettersBeyondAscii(text);
  if (count < 2) return null;
  let meant: string | null = null;
  let bestScore = letterScore(text) + clearly;
  for (const taken of oneByteEncodings) {
    const bytes = bytesOf(text, taken);
    if (bytes === undefined) continue;
    // No text of words has all its letters in the pairs and threes that UTF-8 is made of.
    const utf8 = utf8TextOf(bytes);
    if (utf8 !== undefined) return { meant: utf8 };
    for (const other of oneByteEncodings) {
      if (other === taken || other === 'windows-1252') continue;
      const reading = textOf(bytes, other);
      const score = letterScore(reading);
      if (score <= bestScore) continue;
      if (new Set(reading.match(/[^\0-\x7f]/g)).size < fewestLetters) continue;
      if (score < lettersBeyondAscii(reading) * usual) continue;
      meant = reading;
      bestScore = score;
    }
  }
  return meant !== null || pairsOfUtf8.test(text) ? { meant } : null;
}

function lettersBeyondAscii(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) count++;
  return count;
}
