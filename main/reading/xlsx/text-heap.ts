/**
 * Collects the inline texts of a sheet's cells as bytes, one after the other. They are decoded all at once when the sheet
 * has been read, and the cells are slices of the result. Orders repeat names, towns and addresses from row to row: a
 * repeated text is found by its bytes and not stored again.
 */
import { findLessThan, dataViewOf } from './xml-words.ts';

const ampersand = 38;
const carriageReturn = 13;
const underscore = 95;
const leadOfNoBreakSpace = 0xc2;
/** Slots for recent texts, by a hash of their bytes; a text replaces another one in its slot. */
const places = 8192;
const firstBytes = 64 * 1024;

export class TextHeap {
  /** Of the text read last: its start in {@link text}, and its end (exclusive). */
  from = 0;
  to = 0;
  /** Code units of all texts. */
  characters = 0;
  #source: Buffer = Buffer.alloc(0);
  #sourceView = dataViewOf(this.#source);
  #bytes = Buffer.allocUnsafe(firstBytes);
  #view = dataViewOf(this.#bytes);
  #length = 0;
  /** Of the text in each slot: its start among the bytes, its length, and its start and end in the decoded text. */
  readonly #keptAt = new Uint32Array(places);
  readonly #keptLength = new Uint32Array(places);
  readonly #keptFrom = new Uint32Array(places);
  readonly #keptTo = new Uint32Array(places);

  /** All texts, decoded; to be called again after more cells were read. */
  text(): string {
    return this.#bytes.toString('utf8', 0, this.#length);
  }

  /** Sets the bytes that {@link read} reads. */
  setBytes(bytes: Buffer, view: DataView): void {
    this.#source = bytes;
    this.#sourceView = view;
  }

  /**
   * Reads to the next `<` and returns its position; 0 where the bytes end, or where the heap cannot take the text: it holds
   * what may be an escape (`&`, a carriage return, an underscore), may be blank (it begins with a space), or has characters
   * of four or malformed bytes.
   */
  read(from: number): number {
    const bytes = this.#source;
    const end = bytes.length;
    const first = bytes[from] ?? 0;
    if (first <= 32 || first === leadOfNoBreakSpace) return 0;
    const at = findLessThan(this.#sourceView, from, end);
    if (at >= end || at === from) return 0;
    const place = placeOf(this.#sourceView, from, at);
    if (!this.#isAt(place, from, at - from)) return this.#put(place, bytes, from, at) ? at : 0;
    this.from = this.#keptFrom[place] ?? 0;
    this.to = this.#keptTo[place] ?? 0;
    return at;
  }

  #isAt(place: number, from: number, length: number): boolean {
    if (this.#keptLength[place] !== length) return false;
    const heap = this.#view;
    const source = this.#sourceView;
    const shift = (this.#keptAt[place] ?? 0) - from;
    const last = from + length - 4;
    if (last < from) {
      for (let at = from; at < from + length; at++) if (heap.getUint8(at + shift) !== source.getUint8(at)) return false;
      return true;
    }
    for (let at = from; at < last; at += 4)
      if (heap.getInt32(at + shift, true) !== source.getInt32(at, true)) return false;
    return heap.getInt32(last + shift, true) === source.getInt32(last, true);
  }

  #put(place: number, bytes: Buffer, from: number, to: number): boolean {
    const length = to - from;
    if (this.#length + length > this.#bytes.length) this.#grow(length);
    const units = copyLetters(bytes, from, to, this.#bytes, this.#length);
    if (units === 0) return false;
    this.from = this.characters;
    this.characters += units;
    this.to = this.characters;
    this.#keptAt[place] = this.#length;
    this.#keptLength[place] = length;
    this.#keptFrom[place] = this.from;
    this.#keptTo[place] = this.to;
    this.#length += length;
    return true;
  }

  #grow(length: number): void {
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + length));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    this.#view = dataViewOf(larger);
  }
}

/** The slot for a text, by its first, middle and last four bytes: hashing all of it would cost more than it saves. */
function placeOf(view: DataView, from: number, to: number): number {
  const length = to - from;
  let hash = length;
  if (length < 4) for (let at = from; at < to; at++) hash = Math.imul(hash, 31) + view.getUint8(at);
  else {
    const middle = from + ((length - 4) >> 1);
    hash =
      (hash +
        Math.imul(view.getInt32(from, true), 0x01000193) +
        Math.imul(view.getInt32(middle, true), 0x9e3779b1) +
        Math.imul(view.getInt32(to - 4, true), 0x85ebca6b)) |
      0;
  }
  return ((hash >>> 19) ^ hash) & (places - 1);
}

/** Copies a text and returns its number of code units; 0 where the heap cannot take it. */
function copyLetters(bytes: Buffer, from: number, to: number, target: Buffer, start: number): number {
  const shift = start - from;
  let units = 0;
  for (let at = from; at < to; units++) {
    const byte = bytes[at] ?? 0;
    if (byte === ampersand || byte === carriageReturn || byte === underscore) return 0;
    target[at + shift] = byte;
    at++;
    if (byte < 0x80) continue;
    if (byte < 0xc2 || byte >= 0xf0) return 0;
    const second = bytes[at] ?? 0;
    target[at + shift] = second;
    at++;
    if ((second & 0xc0) !== 0x80) return 0;
    if (byte < 0xe0) continue;
    // No overlong encoding, and no surrogate.
    if ((byte === 0xe0 && second < 0xa0) || (byte === 0xed && second >= 0xa0)) return 0;
    const third = bytes[at] ?? 0;
    target[at + shift] = third;
    at++;
    if ((third & 0xc0) !== 0x80) return 0;
  }
  return units;
}
