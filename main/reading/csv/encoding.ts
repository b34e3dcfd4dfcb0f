/** Detects the encoding of a text file and decodes it. */
import type { Issue } from '../../../shared/domain/model/issues.ts';
import { limits } from '../limits.ts';
import { readingIssue, readingRefusal } from '../refusal.ts';
import { guessLegacyEncoding } from './letter-frequency.ts';
import { OneByteText } from './one-byte-text.ts';

const patternBytes = 4096;
/** Share of a UTF-8 text's letters beyond ASCII that may be damaged before it is taken for another encoding. */
const damagedShare = 0.01;

/** In a UTF-16 text, no more than this share of its byte pairs may be two ASCII letters. */
const plainShare = 0.1;

export interface DecodedText<T = string> {
  readonly text: T;
  /** WHATWG name. */
  readonly encoding: string;
  readonly issues: readonly Issue[];
}

/**
 * Decodes a text: in the encoding that was asked for, else by its byte order mark, the pattern of its zero bytes, strict
 * UTF-8, and last by letter frequency. A byte order mark is no part of the text.
 */
export function decodeText(bytes: Buffer, wanted: string | undefined): DecodedText {
  return decodeWith(bytes, wanted, decodeAs);
}

/** Decodes a text as {@link decodeText} does; a large one with one byte a character only as its parts are asked for. @param mostWhole bytes */
export function decodeInParts(
  bytes: Buffer,
  wanted: string | undefined,
  mostWhole: number = limits.wholeTextBytes,
): DecodedText<string | OneByteText> {
  return decodeWith<string | OneByteText>(bytes, wanted, (all, encoding) => {
    const characters = all.length > mostWhole ? charactersOf(encoding) : null;
    if (characters === null) return decodeAs(all, encoding);
    const text = new OneByteText(all, characters);
    const spoilt = text.damagedCount;
    return { text, encoding, issues: spoilt > 0 ? [damaged(spoilt)] : [] };
  });
}

/** WHATWG's names of the encodings with one byte a character. */
const oneByteEncodings = /^(?:ibm866|iso-8859-|koi8-|macintosh|windows-|x-mac-cyrillic)/u;

/** The characters of the bytes 0 to 255; null where a character may have several bytes. */
function charactersOf(encoding: string): string | null {
  if (!oneByteEncodings.test(encoding)) return null;
  return decodeAs(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), encoding).text;
}

function decodeWith<T>(
  bytes: Buffer,
  wanted: string | undefined,
  decode: (bytes: Buffer, encoding: string) => DecodedText<T>,
): DecodedText<T | string> {
  if (wanted !== undefined) return decode(bytes, knownEncoding(wanted));
  const marked = encodingOfMark(bytes) ?? encodingOfZeros(bytes.subarray(0, patternBytes));
  if (marked !== undefined) return decode(bytes, marked);
  const whole = withoutCutCharacter(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(whole);
    const issues = whole.length < bytes.length ? [damaged(1)] : [];
    return { text, encoding: 'utf-8', issues };
  } catch {
    return decodeDamaged(bytes) ?? decode(bytes, guessLegacyEncoding(bytes));
  }
}

/** A text that is UTF-8 with a few damaged letters; null: it is not valid UTF-8, so it has a one-byte encoding. */
function decodeDamaged(bytes: Buffer): DecodedText | null {
  const { spoilt, letters } = damageOf(bytes);
  return spoilt <= letters * damagedShare
    ? { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', issues: [damaged(spoilt)] }
    : null;
}

const pieceBytes = 1024 * 1024;

/** Counts non-ASCII letters and damaged ones in a text taken for UTF-8; in pieces, to save memory. */
function damageOf(bytes: Buffer): { readonly spoilt: number; readonly letters: number } {
  const decoder = new TextDecoder('utf-8');
  let spoilt = 0;
  let letters = 0;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const text = decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: at + pieceBytes < bytes.length });
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === 0xfffd) spoilt++;
      else if (code > 0x7f) letters++;
    }
    // The rest of the file cannot lower the share enough any more.
    if (spoilt > letters && at + pieceBytes >= bytes.length * damagedShare) break;
  }
  return { spoilt, letters };
}

function decodeAs(bytes: Buffer, encoding: string): DecodedText {
  if (encoding === 'windows-1252') return { text: decodeWindows1252(bytes), encoding, issues: [] };
  const text = new TextDecoder(encoding).decode(bytes);
  let spoilt = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) spoilt++;
  return { text, encoding, issues: spoilt > 0 ? [damaged(spoilt)] : [] };
}

function damaged(count: number): Issue {
  return readingIssue('reading.damagedCharacters', 'warning', 'file', { count });
}

/** Names under which people know encodings whose WHATWG names are others. */
const usualNames: Readonly<Record<string, string>> = {
  '1251': 'windows-1251',
  'mac-cyrillic': 'x-mac-cyrillic',
  maccyrillic: 'x-mac-cyrillic',
  'x-mac-ukrainian': 'x-mac-cyrillic',
  '8859-5': 'iso-8859-5',
  koi8: 'koi8-r',
  dos: 'ibm866',
};

function knownEncoding(wanted: string): string {
  try {
    return new TextDecoder(usualNames[wanted.toLowerCase()] ?? wanted).encoding;
  } catch {
    throw readingRefusal('reading.unknownEncoding', { encoding: wanted });
  }
}

function encodingOfMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: the zero bytes of its digits, delimiters and ends of line are all at even or all at odd positions. */
function encodingOfZeros(head: Buffer): string | undefined {
  let even = 0;
  let odd = 0;
  let plain = 0;
  for (let index = 0; index + 1 < head.length; index += 2) {
    if (head[index] === 0) even++;
    if (head[index + 1] === 0) odd++;
    if (isPlain(head[index]) && isPlain(head[index + 1])) plain++;
  }
  if (even + odd === 0) return undefined;
  const pairs = head.length / 2;
  // Two ASCII letters side by side would be one Chinese character in UTF-16: this is a one-byte text with stray zeros.
  if (plain > pairs * plainShare) throw readingRefusal('reading.notSpreadsheet');
  if (odd > pairs * 0.05 && even === 0) return 'utf-16le';
  if (even > pairs * 0.05 && odd === 0) return 'utf-16be';
  throw readingRefusal('reading.notSpreadsheet');
}

/** Whether the byte is a visible ASCII character. */
function isPlain(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x20 && byte < 0x7f;
}

/** Without the first bytes of a character that is cut at the very end, as in a file cut in two. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

/** U+0080 to U+009F of windows-1252 (WHATWG Encoding); some versions of Node's decoder leave them as control characters. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character);
}
