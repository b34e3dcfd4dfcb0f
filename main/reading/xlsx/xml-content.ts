/** Reads the content of an element, from bytes that may end in the middle of it. */
import { isBlank } from '../cells.ts';
import { readingRefusal } from '../refusal.ts';
import {
  cdataEnd,
  cdataStart,
  commentEnd,
  commentStart,
  exclamation,
  findEndTagEnd,
  findLocalName,
  findNameEnd,
  findTagEnd,
  greaterThan,
  instructionEnd,
  lessThan,
  questionMark,
  readAttributes,
  slash,
  startsWith,
} from './xml-bytes.ts';
import { isTrue } from './xml-tags.ts';
import { decodeEscapes, decodeReferences } from './xml-text.ts';

const ampersand = 38;
const carriageReturn = 13;
const underscore = 95;
const letterI = 105;
const letterS = 115;
const letterT = 116;
const letterX = 120;

/** Each method returns what it read and sets `next` to the position after it, or to -1 where the bytes end before. */
export class XmlContent {
  next = -1;
  /** Of the string that {@link richText} read: whether all its runs are struck through; null: as its cell is. */
  isStruck: boolean | null = null;

  /** The text of an element that holds only text, from after its start tag to after its end tag. */
  text(bytes: Buffer, from: number): string {
    const end = bytes.length;
    let hasReferences = false;
    let hasEscapes = false;
    let at = from;
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte === lessThan) break;
      if (byte === ampersand || byte === carriageReturn) hasReferences = true;
      else if (byte === underscore && bytes[at + 1] === letterX) hasEscapes = true;
    }
    if (at + 1 >= end) return this.#incomplete();
    if (bytes[at + 1] !== slash) return this.#piecewiseText(bytes, from);
    const tagEnd = findEndTagEnd(bytes, at);
    if (tagEnd < 0) return this.#incomplete();
    this.next = tagEnd + 1;
    if (at === from) return '';
    const raw = bytes.toString('utf8', from, at);
    // A reference may stand for a letter of an escape: `&#x5F;x000D_`.
    if (hasReferences) return decodeEscapes(decodeReferences(raw));
    return hasEscapes ? decodeEscapes(raw) : raw;
  }

  /** A text that holds comments or CDATA: put together from its pieces. */
  #piecewiseText(bytes: Buffer, from: number): string {
    let text = '';
    for (let at = from; ;) {
      const mark = bytes.indexOf(lessThan, at);
      if (mark < 0 || mark + 1 >= bytes.length) return this.#incomplete();
      text += decodeReferences(bytes.toString('utf8', at, mark));
      if (bytes[mark + 1] === slash) {
        const tagEnd = findTagEnd(bytes, mark);
        if (tagEnd < 0) return this.#incomplete();
        this.next = tagEnd + 1;
        return decodeEscapes(text);
      }
      if (startsWith(bytes, mark, cdataStart) === true) {
        const close = bytes.indexOf(cdataEnd, mark);
        if (close < 0) return this.#incomplete();
        text += bytes
          .toString('utf8', mark + cdataStart.length, close)
          .replaceAll('\r\n', '\n')
          .replaceAll('\r', '\n');
      }
      at = this.skipMarkup(bytes, mark);
      if (at < 0) return this.#incomplete();
    }
  }

  /**
   * The text of a shared or inline string, from after its start tag to after its end tag: its `t` elements, plain or in
   * runs. Phonetic runs (`rPh`) are no part of the text.
   */
  richText(bytes: Buffer, from: number): string {
    this.isStruck = null;
    const plain = this.#plainText(bytes, from);
    if (plain !== undefined) return plain;
    let text = '';
    /** The run's own strike; null: it has no properties, and is as the cell. */
    let strike: boolean | null = null;
    const seen = new Set<boolean | null>();
    for (let at = from; ;) {
      const mark = bytes.indexOf(lessThan, at);
      if (mark < 0 || mark + 1 >= bytes.length) return this.#incomplete();
      const second = bytes[mark + 1];
      if (second === exclamation || second === questionMark) {
        at = this.skipMarkup(bytes, mark);
        if (at < 0) return this.#incomplete();
        continue;
      }
      const tagEnd = findTagEnd(bytes, mark);
      if (tagEnd < 0) return this.#incomplete();
      const nameStart = findLocalName(bytes, second === slash ? mark + 2 : mark + 1, tagEnd);
      const nameLength = findNameEnd(bytes, nameStart, tagEnd) - nameStart;
      at = tagEnd + 1;
      if (second === slash) {
        // End tags of runs and their properties are skipped: only that of `si` or `is` ends the text.
        if (nameLength === 2 && isStringName(bytes, nameStart)) {
          this.next = at;
          if (seen.has(false)) this.isStruck = false;
          else if (seen.has(true) && !seen.has(null)) this.isStruck = true;
          return text;
        }
        continue;
      }
      const name = bytes.toString('latin1', nameStart, nameStart + nameLength);
      if (name === 'r') strike = null;
      else if (name === 'rPr') strike = false;
      else if (name === 'strike')
        strike = isTrue(readAttributes(bytes, nameStart + nameLength, tagEnd).get('val') ?? '1');
      else if (bytes[tagEnd - 1] !== slash && name === 't') {
        const run = this.text(bytes, at);
        at = this.next;
        text += run;
        if (!isBlank(run)) seen.add(strike);
      } else if (bytes[tagEnd - 1] !== slash && name === 'rPh') at = this.skipElement(bytes, at);
      if (at < 0) return this.#incomplete();
    }
  }

  /** The common case: one `t` without attributes and nothing else. Undefined where it is another, or the bytes end. */
  #plainText(bytes: Buffer, from: number): string | undefined {
    if (
      from + 3 > bytes.length ||
      bytes[from] !== lessThan ||
      bytes[from + 1] !== letterT ||
      bytes[from + 2] !== greaterThan
    )
      return undefined;
    const text = this.text(bytes, from + 3);
    const end = this.next;
    if (end < 0 || end + 5 > bytes.length || bytes[end] !== lessThan || bytes[end + 1] !== slash) return undefined;
    // With a prefix it takes the slow path.
    if (!isStringName(bytes, end + 2) || bytes[end + 4] !== greaterThan) return undefined;
    this.next = end + 5;
    return text;
  }

  /** The position after the end of an element, from after its start tag. */
  skipElement(bytes: Buffer, from: number): number {
    let depth = 1;
    let at = from;
    while (depth > 0) {
      const mark = bytes.indexOf(lessThan, at);
      if (mark < 0 || mark + 1 >= bytes.length) return -1;
      const second = bytes[mark + 1];
      if (second === exclamation || second === questionMark) {
        at = this.skipMarkup(bytes, mark);
        if (at < 0) return -1;
        continue;
      }
      const tagEnd = findTagEnd(bytes, mark);
      if (tagEnd < 0) return -1;
      if (second === slash) depth--;
      else if (bytes[tagEnd - 1] !== slash) depth++;
      at = tagEnd + 1;
    }
    return at;
  }

  /** The position after a comment, a CDATA section, a processing instruction or a lone tag. A DOCTYPE refuses the file. */
  skipMarkup(bytes: Buffer, mark: number): number {
    const second = bytes[mark + 1];
    if (second === questionMark) return endOf(bytes, instructionEnd, mark + 2);
    if (second === exclamation) {
      const isComment = startsWith(bytes, mark, commentStart);
      if (isComment === true) return endOf(bytes, commentEnd, mark + commentStart.length);
      const isCdata = startsWith(bytes, mark, cdataStart);
      if (isCdata === true) return endOf(bytes, cdataEnd, mark + cdataStart.length);
      if (isComment === undefined || isCdata === undefined) return -1;
      throw readingRefusal('reading.hostileXml');
    }
    const tagEnd = findTagEnd(bytes, mark);
    return tagEnd < 0 ? -1 : tagEnd + 1;
  }

  #incomplete(): string {
    this.next = -1;
    return '';
  }
}

/** Whether the two letters are `si` or `is`: the names of a shared and of an inline string. */
function isStringName(bytes: Buffer, at: number): boolean {
  const second = bytes[at + 1];
  return bytes[at] === letterS ? second === letterI : bytes[at] === letterI && second === letterS;
}

function endOf(bytes: Buffer, mark: Buffer, from: number): number {
  const found = bytes.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}
