/** Reads text tables: csv, tsv and the like. */
import Papa from 'papaparse';
import type { SheetFile } from '../../../shared/domain/table/sheet-file.ts';
import type { ProgressListener } from '../../ports.ts';
import type { ByteSource } from '../byte-source.ts';
import { CellCollector } from '../cells.ts';
import { readingRefusal } from '../refusal.ts';
import { chooseSheet } from '../sheet-choice.ts';
import { detectDelimiter, separatorLine } from './delimiter.ts';
import { decodeInParts } from './encoding.ts';
import { partOf } from './one-byte-text.ts';
import { raggedIssues } from './ragged-rows.ts';
import { readRecords } from './records.ts';

/** Occurs in no text: «no delimiter» for papaparse. */
const noDelimiter = '\x1f';

export interface CsvOptions {
  readonly sheet?: string | number | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly firstRows?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/**
 * Reads a text table. Rows are numbered as Excel would show them: blank lines count, a line break inside quotes does not.
 * Every cell is a text.
 */
export async function readCsv(source: ByteSource, options: CsvOptions): Promise<SheetFile> {
  const sheets = [{ name: source.name.replace(/\.[^.]*$/, ''), hidden: false }];
  if (options.sheet !== undefined) chooseSheet(sheets, options.sheet);
  const { text, encoding, issues } = decodeInParts(await source.read(0, source.size), options.encoding);
  const head = text.slice(0, headCharacters);
  refuseBinary(head);
  const separator = separatorLine(head);
  const delimiter = options.delimiter ?? separator?.delimiter ?? detectDelimiter(text);
  // DOS programs end a text with 0x1A.
  const end = text.charCodeAt(text.length - 1) === 0x1a ? text.length - 1 : text.length;
  const body = partOf(text, separator?.length ?? 0, end);
  const cells = new CellCollector();
  refuseDelimiter(delimiter ?? noDelimiter);
  const records = await readRecords(body, delimiter ?? noDelimiter, cells, { ...options, fileBytes: source.size });
  const table = cells.build({ sheet: sheets[0]?.name ?? '' }, body);
  if (table.rowCount === 0) throw readingRefusal('reading.empty');
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets,
    sheetIndex: 0,
    otherSheets: [],
    table,
    issues: [...issues, ...records.issues, ...cells.issues, ...raggedIssues(records.widths, table)],
  };
}

function refuseDelimiter(delimiter: string): void {
  if (delimiter.length !== 1 || Papa.BAD_DELIMITERS.includes(delimiter))
    throw readingRefusal('reading.unknownDelimiter', { delimiter });
}

/** Characters of a text that are looked at for what is no table, and for the line that names the delimiter. */
const headCharacters = 64 * 1024;

/** Bytes of a program or a picture give control characters that no table holds. */
function refuseBinary(head: string): void {
  if (/[\0-\x08\x0e-\x19\x1b-\x1e]/.test(head)) throw readingRefusal('reading.notSpreadsheet');
}
