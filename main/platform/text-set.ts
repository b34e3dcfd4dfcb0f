/** A set of random texts (ids, hashes) in sixteen to thirty-two bytes a piece: as strings a million would fill the memory. */

const first = 1 << 12;
/** So many characters at the end of a text are taken: of an id or a hash they are random enough. */
const taken = 24;

/** Remembers 63 bits of each text: a new one is taken for a known one once in some 10^12 questions to a set of a million. */
export class TextSet {
  #low = new Uint32Array(first);
  #high = new Uint32Array(first);
  #size = 0;
  /** The fingerprint of the latest text. */
  #a = 0;
  #b = 0;

  get size(): number {
    return this.#size;
  }

  add(text: string): void {
    if (2 * this.#size >= this.#low.length) this.#grow();
    this.#take(text);
    const at = this.#placeOf(this.#a, this.#b);
    if (this.#low[at] !== 0) return;
    this.#low[at] = this.#a;
    this.#high[at] = this.#b;
    this.#size++;
  }

  has(text: string): boolean {
    this.#take(text);
    return this.#low[this.#placeOf(this.#a, this.#b)] !== 0;
  }

  /** Two mixed sums over the text (FNV-1a and a multiplicative one); the first is never 0, which marks a free place. */
  #take(text: string): void {
    let a = 0x811c9dc5;
    let b = 0x9e3779b9;
    for (let index = Math.max(0, text.length - taken); index < text.length; index++) {
      const code = text.charCodeAt(index);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
    }
    this.#a = ((a ^ (a >>> 15)) | 1) >>> 0;
    this.#b = (b ^ (b >>> 16)) >>> 0;
  }

  /** Where the fingerprint is, or the free place for it. */
  #placeOf(a: number, b: number): number {
    const mask = this.#low.length - 1;
    let at = (Math.imul(a, 0x9e3779b1) ^ b) & mask;
    while (this.#low[at] !== 0 && (this.#low[at] !== a || this.#high[at] !== b)) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [low, high] = [this.#low, this.#high];
    this.#low = new Uint32Array(2 * low.length);
    this.#high = new Uint32Array(2 * low.length);
    for (let index = 0; index < low.length; index++) {
      const a = low[index] ?? 0;
      if (a === 0) continue;
      const at = this.#placeOf(a, high[index] ?? 0);
      this.#low[at] = a;
      this.#high[at] = high[index] ?? 0;
    }
  }
}
