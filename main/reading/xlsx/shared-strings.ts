/** Reads the shared strings of a workbook: texts that cells refer to by index. */
import { isBlank } from '../cells.ts';
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import { endsName, findTagEnd, slash } from './xml-bytes.ts';
import { XmlContent } from './xml-content.ts';
import { XmlScanner } from './xml-scanner.ts';

const letterS = 115;
const letterI = 105;

export interface SharedStrings {
  /** In the order of the part; a blank text is ''. */
  readonly texts: readonly string[];
  /** By index, where runs have fonts of their own: whether all are struck through; no other string is in it. */
  readonly struck: ReadonlyMap<number, boolean>;
}

export class SharedStringScanner extends XmlScanner {
  /** In the order of the part; a blank text is ''. */
  readonly strings: string[] = [];
  readonly struck = new Map<number, boolean>();
  readonly #content = new XmlContent();
  #characters = 0;

  constructor() {
    super('sst', ['si']);
  }

  protected override take(bytes: Buffer, at: number): number {
    const name = this.nameStart(bytes, at + 1);
    if (name < 0) return 0;
    if (name + 2 >= bytes.length) return -1;
    if (bytes[name] !== letterS || bytes[name + 1] !== letterI || !endsName(bytes[name + 2])) return 0;
    const tagEnd = findTagEnd(bytes, name + 2);
    if (tagEnd < 0) return -1;
    if (bytes[tagEnd - 1] === slash) {
      this.#add('');
      return tagEnd + 1;
    }
    const text = this.#content.richText(bytes, tagEnd + 1);
    if (this.#content.next >= 0) {
      if (this.#content.isStruck !== null) this.struck.set(this.strings.length, this.#content.isStruck);
      this.#add(text);
    }
    return this.#content.next;
  }

  protected override open(): void {
    // Strings are read by {@link take}; other elements hold nothing of interest.
  }

  protected override close(): void {
    // As in open().
  }

  #add(text: string): void {
    this.#characters += text.length;
    if (this.#characters > limits.textCharacters || this.strings.length >= limits.sharedStrings)
      throw readingRefusal('reading.tooMuchText');
    this.strings.push(isBlank(text) ? '' : text);
  }
}
