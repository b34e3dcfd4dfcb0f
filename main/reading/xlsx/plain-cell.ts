/**
 * A cell in the form that nearly every program writes: an address, perhaps a format, perhaps a type, and one plain value.
 *
 * `<c r="B7" s="3"><v>12.5</v></c>`, `<c r="B7" t="s"><v>0</v></c>`, `<c r="B7" t="inlineStr"><is><t>Ali</t></is></c>`.
 * It is read in one go, which halves the time of a sheet. Whatever looks the least bit different is left to
 * {@link CellTag} and {@link CellValue}, which read every form; the two must agree where both can read.
 */
import { ShortTexts } from './short-texts.ts';
import { doubleQuote, equals, greaterThan, lessThan, slash } from './xml-bytes.ts';

const space = 32;
const minus = 45;
const point = 46;
const digitZero = 48;
const digitNine = 57;
const letterA = 65;
const letterZ = 90;
const letterC = 99;
const letterI = 105;
const letterN = 110;
const letterR = 114;
const letterS = 115;
const letterT = 116;
const letterV = 118;
/** Bytes of the longest start tag and number of this form; a cell nearer to the end of the bytes waits for more of them. */
const reach = 96;
/** Bytes of `="XFD1048576` and some more: what is longer, the other way looks at. */
const longestAddress = 14;
/** So many digits fit a JS number, whatever they are. */
const exactDigits = 15;
const powersOfTen = Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);

export type PlainType = 'none' | 'number' | 'shared' | 'inline';

/** Holds what the cell read last has; one is used for all cells. */
export class PlainCell {
  /** As Excel shows it. */
  row = 0;
  /** 0-based. */
  column = 0;
  /** Index of the cell format. */
  style = 0;
  /** `none`: the cell has a format and no value. */
  type: PlainType = 'none';
  /** A number only where its digits are what the file holds. */
  held: string | number = '';
  readonly #texts = new ShortTexts();

  /** `at` is the position of `<`. Answers with the position after the cell's end tag, or 0 where it is not of this form or not whole. */
  read(bytes: Buffer, at: number): number {
    if (at + reach > bytes.length) return 0;
    if (bytes[at + 1] !== letterC || bytes[at + 2] !== space || bytes[at + 3] !== letterR || bytes[at] !== lessThan) return 0;
    let next = this.#readAddress(bytes, at + 4);
    if (next === 0) return 0;
    this.style = 0;
    if (bytes[next] === space && bytes[next + 1] === letterS) {
      next = this.#readStyle(bytes, next + 2);
      if (next === 0) return 0;
    }
    const byte = bytes[next];
    if (byte === greaterThan) {
      this.type = 'number';
      return this.#readNumber(bytes, next + 1);
    }
    if (byte === slash) {
      this.type = 'none';
      return bytes[next + 1] === greaterThan ? next + 2 : 0;
    }
    if (byte !== space || bytes[next + 1] !== letterT || bytes[next + 2] !== equals || bytes[next + 3] !== doubleQuote) return 0;
    return this.#readTyped(bytes, next + 4);
  }

  /** From after `r`; answers with the position after the closing quote, or 0. */
  #readAddress(bytes: Buffer, from: number): number {
    if (bytes[from] !== equals || bytes[from + 1] !== doubleQuote) return 0;
    let at = from + 2;
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

  /** From after `s`; answers with the position after the closing quote, or 0. */
  #readStyle(bytes: Buffer, from: number): number {
    if (bytes[from] !== equals || bytes[from + 1] !== doubleQuote) return 0;
    let at = from + 2;
    let byte = bytes[at] ?? 0;
    let style = 0;
    while (byte >= digitZero && byte <= digitNine) {
      style = style * 10 + byte - digitZero;
      byte = bytes[++at] ?? 0;
    }
    this.style = style;
    return byte === doubleQuote ? at + 1 : 0;
  }

  /** From the value of `t`. */
  #readTyped(bytes: Buffer, at: number): number {
    const first = bytes[at];
    if (bytes[at + 1] === doubleQuote && bytes[at + 2] === greaterThan && (first === letterS || first === letterN)) {
      this.type = first === letterS ? 'shared' : 'number';
      return this.#readNumber(bytes, at + 3);
    }
    // inlineStr
    if (first === letterI && bytes[at + 1] === letterN && bytes[at + 9] === doubleQuote && bytes[at + 10] === greaterThan) {
      this.type = 'inline';
      return this.#readInline(bytes, at + 11);
    }
    return 0;
  }

  /** `<v>…</v></c>` with a number without an exponent. */
  #readNumber(bytes: Buffer, from: number): number {
    if (bytes[from] !== lessThan || bytes[from + 1] !== letterV || bytes[from + 2] !== greaterThan) return 0;
    let at = from + 3;
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
      // A last zero, or a point without digits, would not come back; nor would what JavaScript writes with an exponent.
      isExact &&= digits > whole && bytes[at - 1] !== digitZero;
      value /= powersOfTen[digits - whole] ?? 1;
      isExact &&= value >= 1e-6;
    }
    if (digits === 0 || byte !== lessThan || bytes[at + 1] !== slash || bytes[at + 2] !== letterV || bytes[at + 3] !== greaterThan) return 0;
    if (isExact && digits <= exactDigits) this.held = isNegative ? -value : value;
    else {
      this.#texts.read(bytes, from + 3);
      this.held = this.#texts.text;
    }
    return endOfCell(bytes, at + 4);
  }

  /** `<is><t>…</t></is></c>` with a text that means what it says. */
  #readInline(bytes: Buffer, from: number): number {
    if (bytes[from] !== lessThan || bytes[from + 1] !== letterI || bytes[from + 2] !== letterS || bytes[from + 3] !== greaterThan) return 0;
    if (bytes[from + 4] !== lessThan || bytes[from + 5] !== letterT || bytes[from + 6] !== greaterThan) return 0;
    const end = this.#texts.read(bytes, from + 7);
    if (end === 0 || end + 14 > bytes.length) return 0;
    if (bytes[end + 1] !== slash || bytes[end + 2] !== letterT || bytes[end + 3] !== greaterThan || bytes[end + 4] !== lessThan) return 0;
    if (bytes[end + 5] !== slash || bytes[end + 6] !== letterI || bytes[end + 7] !== letterS || bytes[end + 8] !== greaterThan) return 0;
    this.held = this.#texts.text;
    return endOfCell(bytes, end + 9);
  }
}

function endOfCell(bytes: Buffer, at: number): number {
  return bytes[at] === lessThan && bytes[at + 1] === slash && bytes[at + 2] === letterC && bytes[at + 3] === greaterThan ? at + 4 : 0;
}
