/** Distinguishes one-byte encodings by how often the resulting letters occur in Russian and Uzbek texts. */

import { letterScore } from '../../../shared/domain/values/letter-frequency.ts';

const sampleBytes = 64 * 1024;

const candidates = ['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'iso-8859-5'] as const;

/** The encoding whose reading looks most like a text; windows-1252 where none gives Cyrillic words. */
export function guessLegacyEncoding(bytes: Buffer): string {
  const sample = withoutAscii(bytes);
  let best: string = 'windows-1251';
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of candidates) {
    const score = letterScore(new TextDecoder(encoding).decode(sample));
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
