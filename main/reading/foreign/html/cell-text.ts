/** Builds the text of a web page's cell as it is shown: white space is one space, blocks and `<br>` begin lines. */
import { decodeHtmlReferences } from './references.ts';

export class HtmlCellText {
  #text = '';
  #needsSpace = false;
  #needsLine = false;

  get text(): string {
    return this.#text;
  }

  clear(): void {
    this.#text = '';
    this.#needsSpace = false;
    this.#needsLine = false;
  }

  add(characters: string): void {
    for (const part of characters.split(/([ \t\r\n\f]+)/)) {
      if (part === '') continue;
      if (/^[ \t\r\n\f]/.test(part)) this.#needsSpace = true;
      else this.#addWord(decodeHtmlReferences(part));
    }
  }

  /** `<br>`: begins a line even where the one before is empty. */
  breakLine(): void {
    this.#text += '\n';
    this.#needsSpace = false;
    this.#needsLine = false;
  }

  /** Start or end of a block: what follows is on a line of its own. */
  breakBlock(): void {
    this.#needsLine = true;
  }

  #addWord(word: string): void {
    if (this.#needsLine && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += '\n';
    else if (this.#needsSpace && this.#text !== '' && !this.#text.endsWith('\n')) this.#text += ' ';
    this.#text += word;
    this.#needsSpace = false;
    this.#needsLine = false;
  }
}
