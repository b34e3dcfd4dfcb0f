/**
 * Cuts a text into records and their cells, with the same result as papaparse. Cells with well-formed quotes are cut here,
 * without a list for each record; where a quote is malformed, papaparse parses.
 */
import { setImmediate } from 'node:timers/promises';
import type { Issue } from '../../../shared/domain/model/issues.ts';
import type { ProgressListener } from '../../ports.ts';
import { isBlank, type CellCollector } from '../cells.ts';
import { limits } from '../limits.ts';
import { throwIfCancelled } from '../../platform/cooperative.ts';
import { readingIssue, readingRefusal } from '../refusal.ts';
import { MalformedQuoteParser, type Newline, type ParsedPiece } from './malformed-quotes.ts';
import { RecordWidths } from './ragged-rows.ts';
import type { CsvText } from './one-byte-text.ts';
import { TextWindow } from './text-window.ts';

/** Characters cut at once: after each such window progress is reported and cancelling possible. */
const windowCharacters = 256 * 1024;
/** Cells handed on at once. */
const boundsCells = 1024;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

export interface RecordOptions {
  readonly fileBytes: number;
  readonly firstRows?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

export interface Records {
  readonly issues: readonly Issue[];
  readonly widths: RecordWidths;
}

/** Hands the cells of the text to `cells`, each as a text; blank ones are left out. Rows are counted from 1. */
export async function readRecords(
  text: CsvText,
  delimiter: string,
  cells: CellCollector,
  { fileBytes, firstRows, signal, onProgress }: RecordOptions,
): Promise<Records> {
  const cutter = new RecordCutter(text, delimiter, cells, firstRows);
  while (!cutter.isDone) {
    cutter.cutWindow();
    onProgress?.(Math.round((fileBytes * cutter.position) / text.length), fileBytes);
    throwIfCancelled(signal);
    // Lets a message to cancel arrive.
    await setImmediate();
  }
  return cutter;
}

class RecordCutter implements Records {
  readonly issues: Issue[] = [];
  readonly widths = new RecordWidths();
  /** Where the next cell begins. */
  position = 0;
  readonly #text: CsvText;
  readonly #delimiter: number;
  readonly #newline: number;
  /** By code unit: 1 for what ends a cell without quotes. */
  readonly #endsCell = new Uint8Array(0x1_0000);
  /** Whether a CR that ends the text belongs to the end of its last line. */
  readonly #dropsCarriageReturn: boolean;
  readonly #cells: CellCollector;
  readonly #firstRows: number;
  readonly #window: TextWindow;
  readonly #quoted: MalformedQuoteParser;
  /** Of the current record: its row, its cells so far, and those up to the last that is not blank. */
  #row = 1;
  #column = 0;
  #filled = 0;
  /** Start and end in the text of cells that follow each other in the record; end 0 for blank ones. */
  readonly #bounds = new Uint32Array(boundsCells * 2);

  constructor(text: CsvText, delimiter: string, cells: CellCollector, firstRows: number | undefined) {
    const newline = newlineOf(text);
    this.#text = text;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#newline = newline === '\r' ? carriageReturn : lineFeed;
    this.#endsCell[this.#delimiter] = 1;
    this.#endsCell[this.#newline] = 1;
    this.#dropsCarriageReturn = newline === '\n';
    this.#cells = cells;
    this.#firstRows = firstRows ?? Number.POSITIVE_INFINITY;
    this.#window = new TextWindow(text, windowCharacters);
    this.#quoted = new MalformedQuoteParser(text, delimiter, newline);
  }

  /** True only between two records: after a delimiter at the very end one more cell begins. */
  get isDone(): boolean {
    return this.#column === 0 && (this.position >= this.#text.length || this.#cells.rowCount >= this.#firstRows);
  }

  /** Cuts the cells that begin at the position and end in a window from there on. */
  cutWindow(): void {
    const window = this.#window;
    window.moveTo(this.position);
    while (!this.isDone) {
      const at = this.position - window.from;
      if (at > window.length || (at === window.length && !window.isLast)) return;
      if (window.units[at] === quote && at < window.length ? this.#cutQuoted(at) : this.#cutPlain(at)) continue;
      if (at === 0) this.#growWindow();
      return;
    }
  }

  #growWindow(): void {
    if (this.#window.length >= limits.recordCharacters)
      throw readingRefusal('reading.recordTooLong', { row: this.#row });
    this.#window.grow();
  }

  /** Cuts the cells of the record up to one that begins with a quote; false where the window ends before the first of them does. */
  #cutPlain(at: number): boolean {
    const { units, from, length, isLast } = this.#window;
    const endsCell = this.#endsCell;
    const bounds = this.#bounds;
    let count = 0;
    let start = at;
    let isRecordEnd = false;
    while (!isRecordEnd && count < boundsCells && (count === 0 || units[start] !== quote || start >= length)) {
      let end = start;
      while (end < length && endsCell[units[end] ?? 0] === 0) end++;
      if (end >= length && !isLast) break;
      isRecordEnd = end >= length || units[end] !== this.#delimiter;
      const hasReturn =
        isRecordEnd &&
        end > start &&
        units[end - 1] === carriageReturn &&
        (end < length ? units[end] === lineFeed : this.#dropsCarriageReturn);
      const textEnd = hasReturn ? end - 1 : end;
      bounds[count * 2] = from + start;
      bounds[count * 2 + 1] = areBlank(units, start, textEnd) ? 0 : from + textEnd;
      count++;
      start = end + 1;
    }
    this.#take(count);
    this.position = Math.min(from + start, this.#text.length);
    if (isRecordEnd) this.#endRecord();
    return count > 0;
  }

  /** Cuts a cell that begins with a quote, and whole records where its quotes are malformed; false where the window is too short. */
  #cutQuoted(at: number): boolean {
    const { units, length, isLast } = this.#window;
    let isDoubled = false;
    let end = at + 1;
    for (; ; end += 2) {
      while (end < length && units[end] !== quote) end++;
      if (end + 1 >= length || units[end + 1] !== quote) break;
      isDoubled = true;
    }
    // The two characters after the quote decide what it is.
    if (end + 2 >= length && !isLast) return false;
    if (end < length && this.#isBorder(end + 1)) this.#takeQuoted(at + 1, end, isDoubled);
    else this.#takeParsed(this.#quoted.parse(this.position, this.#row));
    return true;
  }

  /** Whether a quoted cell may end before this place. */
  #isBorder(at: number): boolean {
    const { units, length } = this.#window;
    const unit = units[at];
    if (at >= length || unit === this.#delimiter || unit === this.#newline) return true;
    return unit === carriageReturn && this.#newline === lineFeed && at + 1 < length && units[at + 1] === lineFeed;
  }

  /** The characters between the quotes of a cell. */
  #takeQuoted(start: number, end: number, isDoubled: boolean): void {
    const { units, from, length } = this.#window;
    if (isDoubled) {
      this.#cells.add(
        this.#row,
        this.#column,
        'text',
        this.#text.slice(from + start, from + end).replaceAll('""', '"'),
      );
      this.#filled = ++this.#column;
    } else {
      this.#bounds[0] = from + start;
      this.#bounds[1] = areBlank(units, start, end) ? 0 : from + end;
      this.#take(1);
    }
    const border = units[end + 1] === carriageReturn && this.#newline === lineFeed ? end + 2 : end + 1;
    this.position = Math.min(from + border + 1, this.#text.length);
    if (border >= length || units[border] !== this.#delimiter) this.#endRecord();
  }

  /** Adds the first `count` cells of the bounds. */
  #take(count: number): void {
    const filled = this.#cells.addSlices(this.#row, this.#column, this.#bounds, count);
    if (filled > 0) this.#filled = this.#column + filled;
    this.#column += count;
  }

  #endRecord(): void {
    this.widths.note(this.#row, this.#column, this.#filled);
    this.#row++;
    this.#column = 0;
    this.#filled = 0;
  }

  /** The first record may be the rest of the current one. */
  #takeParsed(piece: ParsedPiece): void {
    this.#noteErrors(piece);
    for (const record of piece.data) {
      if (this.isDone) break;
      this.#takeRecord(record);
    }
    this.position += piece.meta.cursor;
  }

  #takeRecord(record: readonly string[]): void {
    for (const [index, held] of record.entries()) {
      const isLast = index === record.length - 1;
      const text = isLast && this.#dropsCarriageReturn && held.endsWith('\r') ? held.slice(0, -1) : held;
      if (!isBlank(text)) {
        this.#cells.add(this.#row, this.#column, 'text', text);
        this.#filled = this.#column + 1;
      }
      this.#column++;
    }
    this.#endRecord();
  }

  /** Reports malformed quotes, once per row. Errors of an unfinished record are skipped: papaparse repeats them. */
  #noteErrors(piece: ParsedPiece): void {
    let noted = -1;
    for (const error of piece.errors) {
      if (error.row >= piece.data.length || error.row === noted) continue;
      noted = error.row;
      const place = { row: this.#row + error.row };
      if (error.code === 'MissingQuotes')
        this.issues.push(readingIssue('reading.openQuote', 'error', 'row', {}, place));
      else if (error.code === 'InvalidQuotes')
        this.issues.push(readingIssue('reading.strayQuote', 'error', 'row', {}, place));
    }
  }
}

/** Like {@link isBlank}, for code units. */
function areBlank(units: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = units[at] ?? 0;
    if (unit !== 32 && unit !== 160 && (unit < 9 || unit > 13)) return false;
  }
  return true;
}

/**
 * The end of line of the text. Where both kinds occur (Excel writes CR LF after a row and LF inside a cell) it is LF, and
 * the CR before it is taken off the row's last cell. Macs write CR after a row, and may write LF inside a cell.
 */
function newlineOf(text: CsvText): Newline {
  let lineFeeds = 0;
  let pairs = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lineFeeds++;
    if (text.charCodeAt(at - 1) === 13) pairs++;
  }
  if (lineFeeds === 0) return text.includes('\r') ? '\r' : '\n';
  if (pairs === lineFeeds) return '\r\n';
  return pairs === 0 && text.includes('\r') && endsRowsWithCarriageReturn(text) ? '\r' : '\n';
}

/** Characters at the beginning of a text that say how its rows end. */
const newlineSample = 64 * 1024;

function endsRowsWithCarriageReturn(text: CsvText): boolean {
  let isQuoted = false;
  let carriageReturns = 0;
  let lineFeeds = 0;
  for (let at = 0; at < Math.min(text.length, newlineSample); at++) {
    const code = text.charCodeAt(at);
    if (code === quote) isQuoted = !isQuoted;
    else if (!isQuoted && code === carriageReturn) carriageReturns++;
    else if (!isQuoted && code === lineFeed) lineFeeds++;
  }
  return carriageReturns > lineFeeds;
}
