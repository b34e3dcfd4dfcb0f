/** Reads what is between a cell's tags: its value, and whether a formula gave it. */
import type { CellType } from './cell-tag.ts';
import {
  endsName,
  exclamation,
  findEndTagEnd,
  findLocalName,
  findTagEnd,
  greaterThan,
  lessThan,
  questionMark,
  slash,
} from './xml-bytes.ts';
import { XmlContent } from './xml-content.ts';

const letterF = 102;
const letterI = 105;
const letterS = 115;
const letterV = 118;
const digitZero = 48;
const minus = 45;
/** Any number of so many digits fits a JS number. */
const exactDigits = 15;

/** Holds the value of the cell read last; one object is reused for all cells. */
export class XlsxCellValue {
  /** A number only where its digits are what the file holds; '' without a value. */
  held: string | number = '';
  /** The value came from an inline string, whatever the cell's type says. */
  isInline = false;
  /** There was a `v` or an `is`, though perhaps an empty one. */
  isPresent = false;
  isFormula = false;
  /** Of an inline string: whether all its runs are struck through; null: as the cell is. */
  isStruck: boolean | null = null;
  readonly #content = new XmlContent();

  /** `from` is the position after the cell's start tag. Returns the position after its end tag, or -1. */
  read(bytes: Buffer, from: number, type: CellType): number {
    const end = bytes.length;
    this.held = '';
    this.isInline = false;
    this.isPresent = false;
    this.isFormula = false;
    this.isStruck = null;
    for (let at = from; ;) {
      while (at < end && bytes[at] !== lessThan) at++;
      if (at + 2 >= end) return -1;
      const second = bytes[at + 1];
      if (second === slash) {
        const tagEnd = findEndTagEnd(bytes, at);
        return tagEnd < 0 ? -1 : tagEnd + 1;
      }
      if (second === letterV && bytes[at + 2] === greaterThan) at = this.#readV(bytes, at + 3, type);
      else at = this.#readChild(bytes, at, type);
      if (at < 0) return -1;
    }
  }

  #readV(bytes: Buffer, from: number, type: CellType): number {
    if (type === 'shared' || type === 'number') {
      const next = this.#readExactInteger(bytes, from);
      if (next !== 0) return next;
    }
    const text = this.#content.text(bytes, from);
    this.#hold(text);
    return this.#content.next;
  }

  /** The common case: an integer that a JS number holds as it is written. Returns 0 for anything else. */
  #readExactInteger(bytes: Buffer, from: number): number {
    const isNegative = bytes[from] === minus;
    const start = isNegative ? from + 1 : from;
    let at = start;
    let value = 0;
    for (;;) {
      const digit = (bytes[at] ?? 0) - digitZero;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      at++;
    }
    const digits = at - start;
    if (bytes[at] !== lessThan || bytes[at + 1] !== slash || digits === 0 || digits > exactDigits) return 0;
    // A leading zero or minus zero would be lost.
    if (bytes[start] === digitZero && (digits > 1 || isNegative)) return 0;
    const tagEnd = findEndTagEnd(bytes, at);
    if (tagEnd < 0) return -1;
    this.#hold(isNegative ? -value : value);
    return tagEnd + 1;
  }

  /** Any child but a plain `<v>`: a formula, an inline string, an extension, a comment. */
  #readChild(bytes: Buffer, at: number, type: CellType): number {
    const second = bytes[at + 1];
    if (second === exclamation || second === questionMark) return this.#content.skipMarkup(bytes, at);
    const tagEnd = findTagEnd(bytes, at + 1);
    if (tagEnd < 0) return -1;
    const name = findLocalName(bytes, at + 1, tagEnd);
    const isEmpty = bytes[tagEnd - 1] === slash;
    if (bytes[name] === letterV && endsName(bytes[name + 1])) {
      if (!isEmpty) return this.#readV(bytes, tagEnd + 1, type);
      this.isPresent = true;
      return tagEnd + 1;
    }
    if (bytes[name] === letterI && bytes[name + 1] === letterS && endsName(bytes[name + 2])) {
      this.isInline = true;
      this.isPresent = true;
      if (isEmpty) return tagEnd + 1;
      this.held = this.#content.richText(bytes, tagEnd + 1);
      this.isStruck = this.#content.isStruck;
      return this.#content.next;
    }
    if (bytes[name] === letterF && endsName(bytes[name + 1])) this.isFormula = true;
    return isEmpty ? tagEnd + 1 : this.#content.skipElement(bytes, tagEnd + 1);
  }

  #hold(value: string | number): void {
    this.isPresent = true;
    if (!this.isInline) this.held = value;
  }
}
