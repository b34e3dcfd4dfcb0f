/** Asks something of texts once: neighbouring rows often hold the same one, and some columns repeat a few. */
export class RememberedText<T> {
  readonly #ask: (text: string) => T;
  readonly #most: number;
  readonly #known = new Map<string, T>();
  #last = '';
  #lastAnswer: T;

  /** @param most how many different texts are remembered beside the last one; 0: none, where they hardly repeat */
  constructor(ask: (text: string) => T, most = 0) {
    this.#ask = ask;
    this.#most = most;
    this.#lastAnswer = ask('');
  }

  of(text: string): T {
    if (text === this.#last) return this.#lastAnswer;
    const known = this.#most === 0 ? undefined : this.#known.get(text);
    const answer = known === undefined ? this.#ask(text) : known;
    if (known === undefined && this.#known.size < this.#most) this.#known.set(text, answer);
    this.#last = text;
    this.#lastAnswer = answer;
    return answer;
  }
}

/** A column, and what is asked of its cells' texts. */
export interface AskedColumn<T> {
  readonly column: number;
  readonly asked: RememberedText<T>;
}

/** Each column has a memory of its own. @param most see {@link RememberedText} */
export function askColumns<T>(
  columns: readonly number[],
  ask: (text: string) => T,
  most = 0,
): readonly AskedColumn<T>[] {
  return columns.map((column) => ({ column, asked: new RememberedText(ask, most) }));
}
