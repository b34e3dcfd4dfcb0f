/**
 * Scans a large XML part as it is inflated, without ever holding the whole of it.
 *
 * The bytes come in pieces that end anywhere. What is cut at the end of a piece is kept and put before the next one; a
 * single element may grow to {@link limits.xmlPieceBytes} that way, and no further.
 */
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import {
  cdataEnd,
  cdataStart,
  commentEnd,
  commentStart,
  exclamation,
  findLocalName,
  findNameEnd,
  findTagEnd,
  instructionEnd,
  lessThan,
  questionMark,
  slash,
  startsWith,
} from './xml-bytes.ts';
import { XmlNamespaces } from './xml-namespaces.ts';

const nothing = Buffer.alloc(0);
const declarationName = Buffer.from('xmlns');
/** Bytes of a piece that are joined to the end of the one before: more than nearly every row has. */
const seamBytes = 4096;

export abstract class XmlScanner {
  /** Set where no more is wanted; the rest is then ignored. */
  protected stopped = false;
  /** The namespace prefix, with its colon, that the part's elements carry. */
  #prefix: Buffer = nothing;
  #kept: Buffer = nothing;
  #waiting: Buffer[] = [];
  #waitingLength = 0;
  /** The end mark of what is being skipped: a comment, CDATA between elements, a processing instruction. */
  #skippingTo: Buffer | undefined;
  /** Buffer in which pieces are joined; reused, since allocating costs more than copying. */
  #joint: Buffer = nothing;
  /** As it is written, with its prefix. */
  #root: string | undefined;
  readonly #namespaces = new XmlNamespaces();
  #rootIsClosed = false;
  readonly #expectedRoot: string;
  readonly #taken: readonly string[];

  /** Local names: of the part's outermost element, and of the elements that {@link take} reads. */
  protected constructor(expectedRoot: string, taken: readonly string[]) {
    this.#expectedRoot = expectedRoot;
    this.#taken = taken;
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  /** Where the local name begins in the tag whose name begins at `from`, if the tag has the part's prefix; else -1. */
  protected nameStart(bytes: Buffer, from: number): number {
    const prefix = this.#prefix;
    for (let at = 0; at < prefix.length; at++) if (bytes[from + at] !== prefix[at]) return -1;
    return from + prefix.length;
  }

  /**
   * Reads a frequent element whole. Returns the position after it, 0 where it is none of the scanner's own, -1
   * where the bytes end inside it. `at` is the position of `<`; at least one byte follows.
   */
  protected abstract take(bytes: Buffer, at: number): number;

  /** A start tag that was not taken; `tagEnd` is the position of its `>`. */
  protected abstract open(name: string, bytes: Buffer, nameEnd: number, tagEnd: number, selfClosing: boolean): void;

  protected abstract close(name: string): void;

  write(piece: Buffer): void {
    if (this.stopped) return;
    // A long element is scanned again only when its length has doubled: the cost stays linear.
    if (this.#kept.length > 0 && this.#waitingLength + piece.length < this.#kept.length) {
      this.#waiting.push(piece);
      this.#waitingLength += piece.length;
      return;
    }
    const rest = this.#waitingLength === 0 ? this.#pastSeam(piece) : piece;
    const bytes = this.#kept.length === 0 ? rest : this.#joined(rest);
    this.#waiting = [];
    this.#waitingLength = 0;
    const consumed = this.#scan(bytes);
    this.#kept = consumed >= bytes.length ? nothing : bytes.subarray(consumed);
    if (this.#kept.length > limits.xmlPieceBytes) throw readingRefusal('reading.brokenWorkbook');
  }

  /** To be called after the last piece: a part whose outermost element never ended was cut. */
  end(): void {
    if (this.stopped) return;
    if (this.#waitingLength > 0) {
      const consumed = this.#scan(this.#joined(nothing));
      this.#kept = consumed > 0 ? nothing : this.#kept;
    }
    if (!this.#rootIsClosed || this.#skippingTo) throw readingRefusal('reading.brokenWorkbook');
  }

  /** Scans what was kept with only the beginning of the piece, to copy less; returns the rest of the piece. */
  #pastSeam(piece: Buffer): Buffer {
    const length = this.#kept.length;
    if (length === 0 || piece.length <= seamBytes) return piece;
    const consumed = this.#scan(this.#joined(piece.subarray(0, seamBytes)));
    this.#kept = this.#kept.subarray(consumed);
    return piece.subarray(Math.max(consumed - length, 0));
  }

  /** Joins what was kept and the piece. Overwrites what was joined before. */
  #joined(piece: Buffer): Buffer {
    const length = this.#kept.length + this.#waitingLength + piece.length;
    const target = this.#joint.length < length ? Buffer.allocUnsafeSlow(length * 2) : this.#joint;
    let at = 0;
    // What was kept may be in the same buffer, further back.
    for (const part of [this.#kept, ...this.#waiting, piece]) at += part.copy(target, at);
    this.#joint = target;
    return target.subarray(0, length);
  }

  /** Returns the number of bytes that are done. */
  #scan(bytes: Buffer): number {
    const end = bytes.length;
    let at = 0;
    while (!this.stopped) {
      if (this.#skippingTo) {
        const found = bytes.indexOf(this.#skippingTo, at);
        // The last bytes may be the beginning of the end mark.
        if (found < 0) return Math.max(at, end - this.#skippingTo.length + 1);
        at = found + this.#skippingTo.length;
        this.#skippingTo = undefined;
      }
      if (at < end && bytes[at] !== lessThan) at = bytes.indexOf(lessThan, at);
      if (at < 0 || at >= end) return end;
      if (at + 1 >= end) return at;
      const taken = this.take(bytes, at);
      if (taken < 0) return at;
      const next = taken > 0 ? taken : this.#markup(bytes, at);
      if (next < 0) return at;
      at = next;
    }
    return end;
  }

  #markup(bytes: Buffer, at: number): number {
    const second = bytes[at + 1];
    if (second === exclamation) return this.#declaration(bytes, at);
    if (second === questionMark) {
      this.#skippingTo = instructionEnd;
      return at + 2;
    }
    const tagEnd = findTagEnd(bytes, at + 1);
    if (tagEnd < 0) return -1;
    return second === slash ? this.#endTag(bytes, at, tagEnd) : this.#startTag(bytes, at, tagEnd);
  }

  #endTag(bytes: Buffer, at: number, tagEnd: number): number {
    const nameStart = findLocalName(bytes, at + 2, tagEnd);
    const nameEnd = findNameEnd(bytes, nameStart, tagEnd);
    const name = bytes.toString('latin1', nameStart, nameEnd);
    if (bytes.toString('latin1', at + 2, nameEnd) === this.#root) this.#rootIsClosed = true;
    if (this.#namespaces.isOwn(prefixBefore(bytes, at + 2, nameStart))) this.close(name);
    if (!this.#taken.includes(name)) this.#namespaces.leave();
    return tagEnd + 1;
  }

  #startTag(bytes: Buffer, at: number, tagEnd: number): number {
    const nameStart = findLocalName(bytes, at + 1, tagEnd);
    const nameEnd = findNameEnd(bytes, nameStart, tagEnd);
    const name = bytes.toString('latin1', nameStart, nameEnd);
    const prefix = prefixBefore(bytes, at + 1, nameStart);
    const selfClosing = bytes[tagEnd - 1] === slash;
    const declares = bytes.subarray(nameEnd, tagEnd).includes(declarationName);
    const tag = declares ? bytes.toString('utf8', at + 1, tagEnd) : prefix === '' ? '' : `${prefix}:`;
    // Elements that are taken are not followed: what they declare holds inside them alone.
    const isFollowed = !this.#taken.includes(name);
    if (isFollowed) this.#namespaces.enter(tag);
    if (this.#root === undefined) {
      if (name !== this.#expectedRoot) throw readingRefusal('reading.brokenWorkbook');
      this.#root = bytes.toString('latin1', at + 1, nameEnd);
      this.#prefix = Buffer.from(bytes.subarray(at + 1, nameStart));
      if (selfClosing) this.#rootIsClosed = true;
    } else if (!isFollowed && this.nameStart(bytes, at + 1) !== nameStart && this.#namespaces.isOwn(prefix, tag)) {
      // Another prefix than the outermost element's, for the same namespace: scanned again with this one.
      this.#prefix = Buffer.from(bytes.subarray(at + 1, nameStart));
      return at;
    }
    if (this.#namespaces.isOwn(prefix)) this.open(name, bytes, nameEnd, tagEnd, selfClosing);
    if (isFollowed && selfClosing) this.#namespaces.leave();
    return tagEnd + 1;
  }

  #declaration(bytes: Buffer, at: number): number {
    const isComment = startsWith(bytes, at, commentStart);
    const isCdata = startsWith(bytes, at, cdataStart);
    if (isComment === true || isCdata === true) {
      this.#skippingTo = isComment === true ? commentEnd : cdataEnd;
      return at + (isComment === true ? commentStart.length : cdataStart.length);
    }
    if (isComment === undefined || isCdata === undefined) return -1;
    throw readingRefusal('reading.hostileXml');
  }
}

/** The namespace prefix, without its colon, of a name that begins at `from`. */
function prefixBefore(bytes: Buffer, from: number, localStart: number): string {
  return localStart > from ? bytes.toString('latin1', from, localStart - 1) : '';
}
