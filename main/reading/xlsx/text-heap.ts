/** Short texts of a workbook, made once each: orders repeat names, towns and addresses from row to row. */
import { lessThan } from './xml-bytes.ts';

const ampersand = 38;
const carriageReturn = 13;
const underscore = 95;
/** Places for texts; two texts of one place take turns. */
const places = 4096;
const longestKept = 64;

export class ShortTexts {
  text = '';
  readonly #texts = Array.from({ length: places }, () => '');
  readonly #lengths = new Uint8Array(places);
  readonly #bytes = new Uint8Array(places * longestKept);

  /**
   * Reads to the next `<`, leaves what it read in `text`, and answers with the position of the `<`; 0 where the bytes end, or
   * where the text holds anything that may stand for something else: `&`, a carriage return, an underscore.
   */
  read(bytes: Buffer, from: number): number {
    const end = bytes.length;
    let hash = 0;
    let at = from;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === lessThan) break;
      if (byte === ampersand || byte === carriageReturn || byte === underscore) return 0;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    if (at >= end) return 0;
    const length = at - from;
    this.text = length > longestKept ? bytes.toString('utf8', from, at) : this.#kept(bytes, from, length, (hash ^ (hash >>> 12)) & (places - 1));
    return at;
  }

  #kept(bytes: Buffer, from: number, length: number, place: number): string {
    const keptAt = place * longestKept;
    if (this.#lengths[place] === length) {
      let index = 0;
      while (index < length && this.#bytes[keptAt + index] === bytes[from + index]) index++;
      if (index === length) return this.#texts[place] ?? '';
    }
    const text = bytes.toString('utf8', from, from + length);
    this.#lengths[place] = length;
    this.#texts[place] = text;
    for (let index = 0; index < length; index++) this.#bytes[keptAt + index] = bytes[from + index] ?? 0;
    return text;
  }
}
