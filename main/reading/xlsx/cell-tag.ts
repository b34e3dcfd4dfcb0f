/** Reads the start tag of a cell: `<c r="B7" s="3" t="s">`. */
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import { doubleQuote, equals, greaterThan, isSpace, singleQuote, slash } from './xml-bytes.ts';
import { decodeReferences } from './xml-text.ts';

const ampersand = 38;
const letterR = 114;
const letterS = 115;
const letterT = 116;
const digitZero = 48;

/** What a cell's `t` says of its value; `text` is a formula's text or an inline string. (ECMA-376 part 1, 18.18.11) */
export type CellType = 'number' | 'shared' | 'text' | 'boolean' | 'error' | 'isoDate';

/** Holds the attributes of the tag read last; one object is reused for all cells, because a sheet has millions. */
export class CellTag {
  /** As Excel shows it; 0 where the tag has no address. */
  row = 0;
  /** 0-based; -1 where the tag has no address. */
  column = -1;
  /** Index of the cell format. */
  style = 0;
  type: CellType = 'number';
  selfClosing = false;

  /** `from` is the position after the tag's name. Returns the position after the tag, or -1 where the bytes end inside it. */
  read(bytes: Buffer, from: number): number {
    const end = bytes.length;
    this.row = 0;
    this.column = -1;
    this.style = 0;
    this.type = 'number';
    this.selfClosing = false;
    let at = from;
    for (;;) {
      while (at < end && isSpace(bytes[at])) at++;
      if (at + 3 >= end) return -1;
      const name = bytes[at];
      if (name === greaterThan) return at + 1;
      if (name === slash) {
        this.selfClosing = true;
        return at + 2;
      }
      // Nearly always `x="`; anything else takes the slow path.
      const isShort = bytes[at + 1] === equals && (bytes[at + 2] === doubleQuote || bytes[at + 2] === singleQuote);
      const quoteAt = isShort ? at + 2 : findQuote(bytes, at + 1);
      if (quoteAt < 0) return -1;
      const quote = bytes[quoteAt];
      const valueStart = quoteAt + 1;
      let valueEnd = valueStart;
      let hasReference = false;
      for (; valueEnd < end && bytes[valueEnd] !== quote; valueEnd++)
        if (bytes[valueEnd] === ampersand) hasReference = true;
      if (valueEnd >= end) return -1;
      if (isShort || bytes[at + 1] === equals || isSpace(bytes[at + 1])) {
        if (hasReference) {
          const meant = Buffer.from(decodeReferences(bytes.toString('utf8', valueStart, valueEnd)));
          this.#take(name, meant, 0, meant.length);
        } else this.#take(name, bytes, valueStart, valueEnd);
      }
      at = valueEnd + 1;
    }
  }

  /** An attribute, by the only letter of its name. */
  #take(name: number | undefined, bytes: Buffer, from: number, to: number): void {
    if (name === letterR) this.#readAddress(bytes, from, to);
    else if (name === letterS) this.style = readDigits(bytes, from, to);
    else if (name === letterT) this.type = readType(bytes, from, to);
  }

  #readAddress(bytes: Buffer, from: number, to: number): void {
    let at = from;
    let letters = 0;
    for (; at < to; at++) {
      const letter = (bytes[at] ?? 0) & 0xdf;
      if (letter < 65 || letter > 90) break;
      letters = letters * 26 + letter - 64;
    }
    this.row = readDigits(bytes, at, to);
    if (letters === 0 || this.row === 0) throw readingRefusal('reading.brokenWorkbook');
    // Beyond the last column it does not matter how far.
    this.column = Math.min(letters, limits.columns + 1) - 1;
  }
}

/** The quote that opens an attribute's value. */
function findQuote(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === doubleQuote || byte === singleQuote) return at;
    if (byte === greaterThan) throw readingRefusal('reading.brokenWorkbook');
  }
  return -1;
}

function readType(bytes: Buffer, from: number, to: number): CellType {
  switch (bytes[from]) {
    case letterS:
      return to - from === 1 ? 'shared' : 'text';
    case 105: // inlineStr
      return 'text';
    case 98: // b
      return 'boolean';
    case 101: // e
      return 'error';
    case 100: // d
      return 'isoDate';
    default:
      return 'number';
  }
}

/** The number that the bytes write in decimal digits, or 0 where they are anything else. */
function readDigits(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - digitZero;
    if (digit < 0 || digit > 9) return 0;
    value = value * 10 + digit;
  }
  return value;
}
