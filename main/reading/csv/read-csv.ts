/** Text tables: csv, tsv and their kin. papaparse cuts the text into cells; what to give it, and what it means, is decided here. */
import { setImmediate } from 'node:timers/promises';
import Papa from 'papaparse';
import type { Issue } from '../../../shared/domain/issues.ts';
import type { SheetFile } from '../../../shared/domain/sheet-file.ts';
import type { Progress } from '../../ports.ts';
import type { ByteSource } from '../byte-source.ts';
import { CellCollector, isBlank } from '../cells.ts';
import { limits } from '../limits.ts';
import { readingIssue, refusal, throwIfCancelled } from '../refusal.ts';
import { chooseSheet } from '../sheet-choice.ts';
import { detectDelimiter, separatorLine } from './delimiter.ts';
import { decodeText } from './encoding.ts';
import { raggedIssues, type RecordWidths } from './ragged-rows.ts';

/** Characters parsed in one go: between two of them progress is told and cancelling is heard. */
const pieceCharacters = 1024 * 1024;
/** Stands in no text: «no delimiter» for papaparse. */
const noDelimiter = '\x1f';

export interface CsvOptions {
  readonly sheet?: string | number | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly firstRows?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: Progress | undefined;
}

/**
 * Reads a text table. Rows are numbered as Excel would show them: blank lines count, a line break inside quotes does not.
 * Every cell is a text.
 */
export async function readCsv(source: ByteSource, options: CsvOptions): Promise<SheetFile> {
  const sheets = [{ name: source.name.replace(/\.[^.]*$/, ''), hidden: false }];
  if (options.sheet !== undefined) chooseSheet(sheets, options.sheet);
  const { text, encoding, issues } = decodeText(await source.read(0, source.size), options.encoding);
  refuseBinary(text);
  const separator = separatorLine(text);
  const delimiter = options.delimiter ?? separator?.delimiter ?? detectDelimiter(text);
  const cells = new CellCollector();
  // DOS ends a text with a character of its own.
  const body = text.slice(separator?.length ?? 0, text.endsWith('\x1a') ? -1 : undefined);
  const parsing = await parseRecords(body, delimiter ?? noDelimiter, cells, source.size, options);
  const table = cells.build({ sheet: sheets[0]?.name ?? '' });
  if (table.rowCount === 0) throw refusal('reading.empty');
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets,
    sheetIndex: 0,
    table,
    issues: [...issues, ...parsing.issues, ...cells.issues, ...raggedIssues(parsing.widths)],
  };
}

/** What papaparse answers with; its own types leave it open. */
interface ParsedPiece {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string; readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

interface Parsing {
  readonly issues: Issue[];
  readonly widths: RecordWidths;
}

async function parseRecords(text: string, delimiter: string, cells: CellCollector, fileBytes: number, options: CsvOptions): Promise<Parsing> {
  refuseDelimiter(delimiter);
  const newline = newlineOf(text);
  const parser = new Papa.Parser({ delimiter, newline });
  const records = new RecordTaker(cells, newline === '\n' && text.includes('\r'), options.firstRows);
  let pieceLength = pieceCharacters;
  for (let at = 0; at < text.length && !records.isDone; ) {
    const isLast = at + pieceLength >= text.length;
    const piece = parser.parse(isLast ? text.slice(at) : text.slice(at, at + pieceLength), 0, !isLast) as ParsedPiece;
    if (piece.meta.cursor === 0 && !isLast) {
      // Not one whole record: a larger piece, unless a quote was opened and never closed.
      if (pieceLength >= limits.recordCharacters) throw refusal('reading.recordTooLong', { row: records.row + 1 });
      pieceLength *= 2;
      continue;
    }
    records.take(piece);
    at = isLast ? text.length : at + piece.meta.cursor;
    pieceLength = pieceCharacters;
    options.progress?.(Math.round((fileBytes * at) / text.length), fileBytes);
    throwIfCancelled(options.signal);
    // Lets a cancelling message in.
    await setImmediate();
  }
  return { issues: records.issues, widths: records.widths };
}

/** Numbers the records and hands their cells on. */
class RecordTaker {
  readonly issues: Issue[] = [];
  readonly widths: RecordWidths = { rows: [], all: [], filled: [] };
  row = 0;
  isDone = false;
  readonly #cells: CellCollector;
  readonly #dropsCarriageReturn: boolean;
  readonly #firstRows: number;

  constructor(cells: CellCollector, dropsCarriageReturn: boolean, firstRows: number | undefined) {
    this.#cells = cells;
    this.#dropsCarriageReturn = dropsCarriageReturn;
    this.#firstRows = firstRows ?? Number.POSITIVE_INFINITY;
  }

  take(piece: ParsedPiece): void {
    this.#noteErrors(piece);
    for (const record of piece.data) {
      if (this.#cells.rowCount >= this.#firstRows) {
        this.isDone = true;
        return;
      }
      this.#takeRecord(record);
    }
  }

  #takeRecord(record: readonly string[]): void {
    const row = ++this.row;
    const last = record.length - 1;
    let filled = 0;
    for (let column = 0; column <= last; column++) {
      let text = record[column] ?? '';
      if (column === last && this.#dropsCarriageReturn && text.endsWith('\r')) text = text.slice(0, -1);
      if (isBlank(text)) continue;
      this.#cells.add(row, column, 'text', text);
      filled = column + 1;
    }
    if (filled === 0) return;
    this.widths.rows.push(row);
    this.widths.all.push(record.length);
    this.widths.filled.push(filled);
  }

  /** Wrong quotes, once for each row. What papaparse says of a record that it did not finish it will say again. */
  #noteErrors(piece: ParsedPiece): void {
    let noted = -1;
    for (const error of piece.errors) {
      if (error.row >= piece.data.length || error.row === noted) continue;
      noted = error.row;
      const place = { row: this.row + error.row + 1 };
      if (error.code === 'MissingQuotes') this.issues.push(readingIssue('reading.openQuote', 'error', 'row', {}, place));
      else if (error.code === 'InvalidQuotes') this.issues.push(readingIssue('reading.strayQuote', 'error', 'row', {}, place));
    }
  }
}

/**
 * The end of line that papaparse is to look for. Where both kinds occur (Excel writes CR LF after a row and LF inside a
 * cell) it is LF, and the CR before it is taken off the row's last cell.
 */
function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  let lineFeeds = 0;
  let pairs = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lineFeeds++;
    if (text[at - 1] === '\r') pairs++;
  }
  if (lineFeeds === 0) return text.includes('\r') ? '\r' : '\n';
  return pairs === lineFeeds ? '\r\n' : '\n';
}

function refuseDelimiter(delimiter: string): void {
  if (delimiter.length !== 1 || Papa.BAD_DELIMITERS.includes(delimiter)) throw refusal('reading.unknownDelimiter', { delimiter });
}

/** Bytes of a program or a picture give control characters that no table holds. */
function refuseBinary(text: string): void {
  if (/[\0-\x08\x0e-\x19\x1b-\x1e]/.test(text.slice(0, 64 * 1024))) throw refusal('reading.notSpreadsheet');
}
