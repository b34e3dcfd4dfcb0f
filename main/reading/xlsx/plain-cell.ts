/**
 * Reads a cell in the form that nearly every program writes: an address, perhaps a format, perhaps a type, and one plain
 * value.
 *
 * `<c r="B7" s="3"><v>12.5</v></c>`, `<c r="B7" t="s"><v>0</v></c>`, `<c r="B7" t="inlineStr"><is><t>Ali</t></is></c>`.
 * Reading it in one pass halves the time of a sheet. Any other form is left to {@link CellTag} and {@link XlsxCellValue},
 * which read every form; both ways must give the same result.
 */
import type { TextHeap } from './text-heap.ts';
import { doubleQuote, greaterThan } from './xml-bytes.ts';
import { dataViewOf, word } from './xml-words.ts';

const minus = 45;
const point = 46;
const digitZero = 48;
const digitNine = 57;
const letterA = 65;
const letterZ = 90;

const cellStart = word('<c r');
const valueStart = word('="');
const styleStart = word(' s="');
const typeStart = word(' t="');
const numberStart = word('><v>');
const numberEnd = word('</v>');
const cellEnd = word('</c>');
const emptyEnd = word('/>');
/** What follows ` t="`, as words of four bytes. */
const sharedType = word('s"><');
const numberType = word('n"><');
const restOfNumberStart = word('v>');
const inlineType = [word('inli'), word('neSt'), word('r"><'), word('is><'), word('t>')] as const;
const inlineTypeLength = 18;
const inlineEnd = [word('</t>'), word('</is'), word('></c')] as const;
const inlineEndLength = 13;

/** Bytes of the longest start tag and number of this form; a cell nearer to the end of the bytes waits for more of them. */
const reach = 96;
/** Length of `XFD1048576` or of a format's number, and some more; longer ones take the general way. */
const longestAddress = 12;
const longestStyle = 12;
/** Any number of so many digits fits a JS number. */
const exactDigits = 15;
const nothing = Buffer.alloc(0);
const powersOfTen = Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);

export type PlainType = 'none' | 'number' | 'shared' | 'inline';

/** Holds the cell read last; one object is reused for all cells. */
export class PlainCell {
  /** As Excel shows it. */
  row = 0;
  /** 0-based. */
  column = 0;
  /** Index of the cell format. */
  style = 0;
  /** `none`: the cell has a format and no value. */
  type: PlainType = 'none';
  /** The content is the text that the heap read last: a text, or a number that JavaScript would write differently. */
  isText = false;
  /** The number, or the index of the shared string. */
  value = 0;
  readonly #texts: TextHeap;
  #bytes: Buffer = nothing;
  #view = dataViewOf(nothing);

  constructor(texts: TextHeap) {
    this.#texts = texts;
  }

  /** Sets the bytes that {@link read} reads. */
  setBytes(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#view = dataViewOf(bytes);
    this.#texts.setBytes(bytes, this.#view);
  }

  /** `at` is the position of `<`. Returns the position after the cell's end tag, or 0 where the cell has another form or is cut. */
  read(at: number): number {
    const view = this.#view;
    if (at + reach > this.#bytes.length) return 0;
    if (view.getInt32(at, true) !== cellStart || view.getInt16(at + 4, true) !== valueStart) return 0;
    let next = this.#readAddress(at + 6);
    if (next === 0) return 0;
    this.style = 0;
    let follows = view.getInt32(next, true);
    if (follows === styleStart) {
      next = this.#readStyle(next + 4);
      if (next === 0) return 0;
      follows = view.getInt32(next, true);
    }
    if (follows === numberStart) {
      this.type = 'number';
      return this.#readNumber(next + 4);
    }
    if (follows === typeStart) return this.#readTyped(next + 4);
    this.type = 'none';
    return view.getInt16(next, true) === emptyEnd ? next + 2 : 0;
  }

  /** Returns the position after the closing quote, or 0. */
  #readAddress(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    let byte = bytes[at] ?? 0;
    let letters = 0;
    while (byte >= letterA && byte <= letterZ) {
      letters = letters * 26 + byte - letterA + 1;
      byte = bytes[++at] ?? 0;
    }
    let row = 0;
    while (byte >= digitZero && byte <= digitNine) {
      row = row * 10 + byte - digitZero;
      byte = bytes[++at] ?? 0;
    }
    this.column = letters - 1;
    this.row = row;
    return byte === doubleQuote && letters > 0 && row > 0 && at - from < longestAddress ? at + 1 : 0;
  }

  /** Returns the position after the closing quote, or 0. */
  #readStyle(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    let byte = bytes[at] ?? 0;
    let style = 0;
    while (byte >= digitZero && byte <= digitNine) {
      style = style * 10 + byte - digitZero;
      byte = bytes[++at] ?? 0;
    }
    this.style = style;
    return byte === doubleQuote && at - from < longestStyle ? at + 1 : 0;
  }

  /** From the value of `t`. */
  #readTyped(at: number): number {
    const view = this.#view;
    const first = view.getInt32(at, true);
    if (first === sharedType || first === numberType) {
      this.type = first === sharedType ? 'shared' : 'number';
      return view.getInt16(at + 4, true) === restOfNumberStart ? this.#readNumber(at + 6) : 0;
    }
    const [, second, third, fourth, rest] = inlineType;
    if (first !== inlineType[0] || view.getInt32(at + 4, true) !== second || view.getInt32(at + 8, true) !== third)
      return 0;
    if (view.getInt32(at + 12, true) !== fourth || view.getInt16(at + 16, true) !== rest) return 0;
    this.type = 'inline';
    return this.#readInline(at + inlineTypeLength);
  }

  /** The digits of a number without an exponent, and what ends the cell. */
  #readNumber(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    const isNegative = bytes[at] === minus;
    if (isNegative) at++;
    const start = at;
    let value = 0;
    let byte = bytes[at] ?? 0;
    while (byte >= digitZero && byte <= digitNine) {
      value = value * 10 + byte - digitZero;
      byte = bytes[++at] ?? 0;
    }
    const whole = at - start;
    let digits = whole;
    let isExact = whole > 0 && (bytes[start] !== digitZero || (whole === 1 && !isNegative));
    if (byte === point && whole > 0) {
      byte = bytes[++at] ?? 0;
      while (byte >= digitZero && byte <= digitNine) {
        value = value * 10 + byte - digitZero;
        byte = bytes[++at] ?? 0;
      }
      digits = at - start - 1;
      // A trailing zero or a point without digits would be lost; JavaScript writes some numbers with an exponent.
      isExact &&= digits > whole && bytes[at - 1] !== digitZero;
      value /= powersOfTen[digits - whole] ?? 1;
      isExact &&= value >= 1e-6;
    }
    if (digits === 0 || at + 8 > bytes.length) return 0;
    if (this.#view.getInt32(at, true) !== numberEnd || this.#view.getInt32(at + 4, true) !== cellEnd) return 0;
    this.value = isNegative ? -value : value;
    this.isText = !isExact || digits > exactDigits;
    return this.isText && this.#texts.read(from) === 0 ? 0 : at + 8;
  }

  /** A text without escapes, and what ends the cell. */
  #readInline(from: number): number {
    const view = this.#view;
    const end = this.#texts.read(from);
    if (end === 0 || end + inlineEndLength > this.#bytes.length) return 0;
    const [first, second, third] = inlineEnd;
    if (
      view.getInt32(end, true) !== first ||
      view.getInt32(end + 4, true) !== second ||
      view.getInt32(end + 8, true) !== third
    )
      return 0;
    this.isText = true;
    return view.getUint8(end + 12) === greaterThan ? end + inlineEndLength : 0;
  }
}
