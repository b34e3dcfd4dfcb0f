/**
 * Builds the text of a cell in OpenDocument: paragraphs, with white space written as elements. White space between the tags is
 * kept as it stands: by the standard several spaces are one, but LibreOffice writes and reads them as several.
 * Source: ODF 1.3 part 3, 6.1.
 */
import type { StartTag } from '../markup/xml-events.ts';

/** Longer runs of spaces are not written by people. */
const mostSpaces = 32_767;

export class OdsCellText {
  #paragraphs = 0;
  #text = '';

  clear(): void {
    this.#paragraphs = 0;
    this.#text = '';
  }

  get text(): string {
    return this.#text;
  }

  startParagraph(): void {
    if (this.#paragraphs++ > 0) this.#text += '\n';
  }

  add(characters: string): void {
    this.#text += characters;
  }

  /** Adds white space that an element inside a paragraph stands for. */
  addElement(tag: StartTag): void {
    if (tag.name === 'text:s')
      this.#text += ' '.repeat(Math.min(Number(tag.attributes.get('text:c') ?? 1) || 1, mostSpaces));
    else if (tag.name === 'text:tab') this.#text += '\t';
    else if (tag.name === 'text:line-break') this.#text += '\n';
  }
}
