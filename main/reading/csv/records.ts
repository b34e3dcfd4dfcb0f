/**
 * Cuts a text into records and their cells. Lines without a quote, which are most, are cut here: what papaparse would do
 * with them needs no list for each. Wherever there is a quote papaparse decides.
 */
import { setImmediate } from 'node:timers/promises';
import Papa from 'papaparse';
import type { Issue } from '../../../shared/domain/issues.ts';
import type { Progress } from '../../ports.ts';
import { isBlank, type CellCollector } from '../cells.ts';
import { limits } from '../limits.ts';
import { readingIssue, refusal, throwIfCancelled } from '../refusal.ts';
import type { RecordWidths } from './ragged-rows.ts';

/** Characters cut in one go: between two of them progress is told and cancelling is heard. */
const pieceCharacters = 1024 * 1024;
/** Lines with quotes come in runs: as long as they do, papaparse gets more and more characters at once, up to a whole piece. */
const fewestCharacters = 256;
/** Quotes inside the cells of one record that close nothing. */
const mostStrayQuotes = 10_000;
/** papaparse looks behind every such quote through the spaces that end the line: of the two, the most that their product may be. */
const mostTangle = 20_000_000;

export interface RecordOptions {
  readonly fileBytes: number;
  readonly firstRows?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress | undefined;
}

export interface Records {
  readonly issues: readonly Issue[];
  readonly widths: RecordWidths;
}

/** What papaparse answers with; its own types leave it open. */
interface ParsedPiece {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

/** Hands the cells of the text to `cells`, each as a text; blank ones are left out. Rows are counted from 1. */
export async function readRecords(text: string, delimiter: string, cells: CellCollector, { fileBytes, firstRows, signal, progress }: RecordOptions): Promise<Records> {
  const cutter = new RecordCutter(text, delimiter, cells, firstRows);
  while (!cutter.isDone) {
    cutter.cutPiece();
    progress?.(Math.round((fileBytes * cutter.position) / text.length), fileBytes);
    throwIfCancelled(signal);
    // Lets a cancelling message in.
    await setImmediate();
  }
  return cutter;
}

class RecordCutter implements Records {
  readonly issues: Issue[] = [];
  readonly widths: RecordWidths = { rows: [], all: [], filled: [] };
  position = 0;
  readonly #text: string;
  readonly #delimiter: string;
  readonly #newline: '\r\n' | '\n' | '\r';
  readonly #dropsCarriageReturn: boolean;
  readonly #cells: CellCollector;
  readonly #firstRows: number;
  #row = 0;
  /** Where the first quote at or behind the position is; the text's length where there is none. */
  #quote = -1;
  #nextDelimiter = -1;
  /** Characters that papaparse gets at once. */
  #quotedCharacters = fewestCharacters;

  constructor(text: string, delimiter: string, cells: CellCollector, firstRows: number | undefined) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#newline = newlineOf(text);
    this.#dropsCarriageReturn = this.#newline === '\n' && text.includes('\r');
    this.#cells = cells;
    this.#firstRows = firstRows ?? Number.POSITIVE_INFINITY;
  }

  get isDone(): boolean {
    return this.position >= this.#text.length || this.#cells.rowCount >= this.#firstRows;
  }

  cutPiece(): void {
    const end = this.position + pieceCharacters;
    while (!this.isDone && this.position < end) {
      const from = this.position;
      this.#cutPlainLines(end);
      if (this.isDone || this.position >= end) return;
      this.#quotedCharacters = this.position === from ? Math.min(this.#quotedCharacters * 2, pieceCharacters) : fewestCharacters;
      this.#cutByPapaparse();
    }
  }

  /** Up to the first line with a quote. */
  #cutPlainLines(end: number): void {
    const text = this.#text;
    while (this.position < end && !this.isDone) {
      const from = this.position;
      if (this.#quote < from) this.#quote = orEnd(text.indexOf('"', from), text);
      const to = orEnd(text.indexOf(this.#newline, from), text);
      if (this.#quote < to) return;
      this.#cutLine(from, to);
      this.position = to + this.#newline.length;
    }
  }

  #cutLine(from: number, lineEnd: number): void {
    const text = this.#text;
    const row = ++this.#row;
    const to = this.#dropsCarriageReturn && lineEnd > from && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
    let column = 0;
    let filled = 0;
    for (let start = from; start <= to; column++) {
      if (this.#nextDelimiter < start) this.#nextDelimiter = orEnd(text.indexOf(this.#delimiter, start), text);
      const end = Math.min(this.#nextDelimiter, to);
      if (!isBlank(text, start, end)) {
        this.#cells.addSlice(row, column, start, end);
        filled = column + 1;
      }
      start = end + 1;
    }
    this.#noteWidth(row, column, filled);
  }

  #cutByPapaparse(): void {
    const parser = new Papa.Parser({ delimiter: this.#delimiter, newline: this.#newline });
    for (let length = this.#quotedCharacters; ; ) {
      const isLast = this.position + length >= this.#text.length;
      const part = this.#text.slice(this.position, isLast ? undefined : this.position + length);
      const strayQuotes = strayQuotesIn(part, this.#delimiter);
      const isTangled = strayQuotes > 0 && strayQuotes * longestSpaceIn(part) > mostTangle;
      if (isTangled && length === this.#quotedCharacters && length > fewestCharacters) {
        // Perhaps only because there are so many records in it.
        length = this.#quotedCharacters = fewestCharacters;
        continue;
      }
      if (isTangled) throw refusal('reading.recordTooLong', { row: this.#row + 1 });
      const piece = parser.parse(part, 0, !isLast) as ParsedPiece;
      if (piece.meta.cursor > 0) {
        this.#takeParsed(piece);
        this.position += piece.meta.cursor;
        return;
      }
      // Not one whole record: a larger piece, unless a quote was opened and never closed.
      if (length >= limits.recordCharacters || strayQuotes > mostStrayQuotes) throw refusal('reading.recordTooLong', { row: this.#row + 1 });
      length *= 2;
    }
  }

  #takeParsed(piece: ParsedPiece): void {
    this.#noteErrors(piece);
    for (const record of piece.data) {
      if (this.#cells.rowCount >= this.#firstRows) return;
      this.#takeRecord(record);
    }
  }

  #takeRecord(record: readonly string[]): void {
    const row = ++this.#row;
    const last = record.length - 1;
    let filled = 0;
    for (let column = 0; column <= last; column++) {
      let text = record[column] ?? '';
      if (column === last && this.#dropsCarriageReturn && text.endsWith('\r')) text = text.slice(0, -1);
      if (isBlank(text)) continue;
      this.#cells.add(row, column, 'text', text);
      filled = column + 1;
    }
    this.#noteWidth(row, record.length, filled);
  }

  #noteWidth(row: number, all: number, filled: number): void {
    if (filled === 0) return;
    this.widths.rows.push(row);
    this.widths.all.push(all);
    this.widths.filled.push(filled);
  }

  /** Wrong quotes, once for each row. What papaparse says of a record that it did not finish it will say again. */
  #noteErrors(piece: ParsedPiece): void {
    let noted = -1;
    for (const error of piece.errors) {
      if (error.row >= piece.data.length || error.row === noted) continue;
      noted = error.row;
      const place = { row: this.#row + error.row + 1 };
      if (error.code === 'MissingQuotes') this.issues.push(readingIssue('reading.openQuote', 'error', 'row', {}, place));
      else if (error.code === 'InvalidQuotes') this.issues.push(readingIssue('reading.strayQuote', 'error', 'row', {}, place));
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
  return character === undefined || character === '"' || character === delimiter || character === '\n' || character === '\r';
}

function orEnd(found: number, text: string): number {
  return found < 0 ? text.length : found;
}

/**
 * The end of line of the text. Where both kinds occur (Excel writes CR LF after a row and LF inside a cell) it is LF, and
 * the CR before it is taken off the row's last cell.
 */
function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  let lineFeeds = 0;
  let pairs = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lineFeeds++;
    if (text.charCodeAt(at - 1) === 13) pairs++;
  }
  if (lineFeeds === 0) return text.includes('\r') ? '\r' : '\n';
  return pairs === lineFeeds ? '\r\n' : '\n';
}
