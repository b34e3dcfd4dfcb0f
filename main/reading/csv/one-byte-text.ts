/**
 * A large text in an encoding with one byte a character, kept as its bytes: decoded whole it takes two bytes for each, and as
 * much again while it is decoded. Its parts are decoded when they are asked for.
 */
import type { SourceText } from '../../../shared/domain/table/table.ts';

/** What cutting a text into cells asks of it; a string is one. Signs that are looked for are of ASCII. */
export interface CsvText extends SourceText {
  charCodeAt(at: number): number;
  indexOf(sign: string, from?: number): number;
  includes(sign: string): boolean;
}

const damagedCharacter = 0xfffd;
const firstBeyondAscii = 0x80;
/** Characters of a part for which there is room beforehand: nearly all cells. */
const usualCharacters = 1024;

export class OneByteText implements CsvText {
  readonly #bytes: Buffer;
  /** The code unit of each byte. */
  readonly #units: Uint16Array;
  readonly #room = new Uint16Array(usualCharacters);
  readonly #roomBytes = Buffer.from(this.#room.buffer);

  /** @param characters those of the bytes 0 to 255 */
  constructor(bytes: Buffer, characters: string) {
    this.#bytes = bytes;
    this.#units = Uint16Array.from(characters, (character) => character.charCodeAt(0));
  }

  get length(): number {
    return this.#bytes.length;
  }

  /** How many characters stand for bytes that the encoding has not. */
  get damagedCount(): number {
    let count = 0;
    if (this.#units.includes(damagedCharacter))
      for (const byte of this.#bytes) if (this.#units[byte] === damagedCharacter) count++;
    return count;
  }

  slice(from = 0, to = this.#bytes.length): string {
    const bytes = this.#bytes.subarray(from, to);
    const units = bytes.length <= usualCharacters ? this.#room : new Uint16Array(bytes.length);
    let isAscii = true;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= firstBeyondAscii) isAscii = false;
      units[at] = this.#units[byte] ?? 0;
    }
    // In little-endian order, as on every machine that the app runs on.
    const decoded = units === this.#room ? this.#roomBytes : Buffer.from(units.buffer);
    return isAscii ? bytes.toString('latin1') : decoded.toString('utf16le', 0, bytes.length * 2);
  }

  /** A part of the text, which is not decoded either. */
  part(from: number, to: number): OneByteText {
    return new OneByteText(this.#bytes.subarray(from, to), String.fromCharCode(...this.#units));
  }

  charCodeAt(at: number): number {
    return this.#units[this.#bytes[at] ?? -1] ?? Number.NaN;
  }

  indexOf(sign: string, from = 0): number {
    return this.#bytes.indexOf(sign.charCodeAt(0), from);
  }

  includes(sign: string): boolean {
    return this.indexOf(sign) >= 0;
  }
}

/** A part of a text from one character to before another. */
export function partOf(text: string | OneByteText, from: number, to: number): string | OneByteText {
  return typeof text === 'string' ? text.slice(from, to) : text.part(from, to);
}
