/** Parses the pieces of a csv text whose quotes are malformed, by papaparse. */
import Papa from 'papaparse';
import { limits } from '../limits.ts';
import { readingRefusal } from '../refusal.ts';
import type { CsvText } from './one-byte-text.ts';

/** Such records come in runs: during a run papaparse gets more and more characters at once. */
const fewestCharacters = 256;
const mostCharacters = 1024 * 1024;
/** Quotes inside the cells of one record that close nothing. */
const mostStrayQuotes = 10_000;
/** papaparse scans the line's trailing spaces for every such quote: the largest product of the two that is allowed. */
const mostTangle = 20_000_000;

export type Newline = '\r\n' | '\n' | '\r';

/** The result of papaparse, whose own types leave it open. */
export interface ParsedPiece {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  /** `cursor`: characters that the records take. */
  readonly meta: { readonly cursor: number };
}

export class MalformedQuoteParser {
  readonly #text: CsvText;
  readonly #delimiter: string;
  readonly #newline: Newline;
  /** Where the last piece ended. */
  #end = -1;
  #characters = fewestCharacters;

  constructor(text: CsvText, delimiter: string, newline: Newline) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#newline = newline;
  }

  /** The next whole records from the position, at least one. @param row of the first, for the failure of one without an end */
  parse(position: number, row: number): ParsedPiece {
    this.#characters = position === this.#end ? Math.min(this.#characters * 2, mostCharacters) : fewestCharacters;
    const parser = new Papa.Parser({ delimiter: this.#delimiter, newline: this.#newline });
    for (let length = this.#characters; ;) {
      const isLast = position + length >= this.#text.length;
      const part = this.#text.slice(position, isLast ? undefined : position + length);
      const strayQuotes = strayQuotesIn(part, this.#delimiter);
      const isTangled = strayQuotes > 0 && strayQuotes * longestSpaceIn(part) > mostTangle;
      if (isTangled && length === this.#characters && length > fewestCharacters) {
        // Perhaps the piece only holds many records.
        length = this.#characters = fewestCharacters;
        continue;
      }
      if (isTangled) throw readingRefusal('reading.recordTooLong', { row });
      const piece = parser.parse(part, 0, !isLast) as ParsedPiece;
      if (piece.meta.cursor > 0) {
        this.#end = position + piece.meta.cursor;
        return piece;
      }
      // Not one whole record: a larger piece, unless a quote was opened and never closed.
      if (length >= limits.recordCharacters || strayQuotes > mostStrayQuotes)
        throw readingRefusal('reading.recordTooLong', { row });
      length *= 2;
    }
  }
}

/** Quotes that neither stand at a cell's border nor are doubled. */
function strayQuotesIn(text: string, delimiter: string): number {
  let strayQuotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (!isBorder(text[at - 1], delimiter) && !isBorder(text[at + 1], delimiter)) strayQuotes++;
  }
  return strayQuotes;
}

/** The most spaces in a row. */
function longestSpaceIn(text: string): number {
  let longest = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    length = code === 32 || code === 160 || code === 9 ? length + 1 : 0;
    if (length > longest) longest = length;
  }
  return longest;
}

/** What stands beside a quote that opens, closes or is doubled. */
function isBorder(character: string | undefined, delimiter: string): boolean {
  return (
    character === undefined || character === '"' || character === delimiter || character === '\n' || character === '\r'
  );
}
