/** Finds the reader for a file's format; all readers have one interface: one sheet, or every sheet in turn. */
import type { FileFormat, SheetFile } from '../../shared/domain/table/sheet-file.ts';
import { FailureError } from '../../shared/result.ts';
import type { ProgressListener, StartForeignReader } from '../ports.ts';
import { baseName, bytesSource, type ByteSource } from './byte-source.ts';
import { readChat } from './chat/read-chat.ts';
import { readCsv } from './csv/read-csv.ts';
import { readBookSheet, readBookSheets } from './foreign/book-file.ts';
import { openFallback } from './foreign/fallback.ts';
import type { ForeignBook } from './foreign/foreign-sheet.ts';
import { openHtml } from './foreign/html/read-html.ts';
import type { MarkupOptions } from './foreign/markup/text-pieces.ts';
import { openFlatOds, openOds } from './foreign/ods/read-ods.ts';
import type { ForeignFormat } from './foreign/protocol.ts';
import { openRemoteBook, type RemoteBook, type RemoteOptions } from './foreign/remote-book.ts';
import { toForeignFile } from './foreign/foreign-file.ts';
import { decodeMarkup } from './foreign/text-encoding.ts';
import { openXml2003 } from './foreign/xml2003/read-xml2003.ts';
import { recogniseFormat } from './format.ts';
import { limits } from './limits.ts';
import { readingIssue, readingRefusal, type ReadingRefusalCode } from './refusal.ts';
import type { PreferSheet } from './sheet-choice.ts';
import { openXlsx } from './xlsx/read-xlsx.ts';
import { chooseSpreadsheet, contentOfZip } from './zip-content.ts';
import { readZipDirectory, type ZipEntry } from './zip/directory.ts';
import { inflateWhole, InflationBudget, type UnpackContext } from './zip/inflate.ts';
import { verifyZip } from './zip/verify.ts';

export interface ReadOptions {
  /** Name, or 1-based number, of the sheet. Else the preferred one, else the first visible one with two rows or more. */
  readonly sheet?: string | number | undefined;
  readonly preferred?: PreferSheet | undefined;
  /** Which spreadsheet of a zip with several, by its name there. */
  readonly member?: string | undefined;
  /** WHATWG name of a text file's encoding, where the guess is wrong. */
  readonly encoding?: string | undefined;
  /** A text file's delimiter, where the guess is wrong. */
  readonly delimiter?: string | undefined;
  /** Read only so many non-empty rows, for a first look. */
  readonly firstRows?: number | undefined;
  /** Ends the reading with `reading.cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** In bytes of the file. */
  readonly onProgress?: ProgressListener | undefined;
  /** For old binary formats; without it they fail, with advice on how to save them as .xlsx. */
  readonly foreign?: StartForeignReader | undefined;
}

export interface SheetReader {
  /** The sheet that the options name, else the first visible one that holds a table. */
  readSheet(): Promise<SheetFile>;
  /** Every sheet in the order of the tabs, hidden ones too. */
  readAllSheets(): AsyncGenerator<SheetFile, void, undefined>;
  close(): void;
}

/** Finds the reader for a file. @param isPacked whether it comes out of a zip: a zip inside a zip is not opened */
export async function openSheetReader(
  source: ByteSource,
  options: ReadOptions,
  isPacked = false,
): Promise<SheetReader> {
  const format = await recogniseFormat(source);
  if (options.member !== undefined && format !== 'zip')
    throw readingRefusal('reading.noSuchMember', { member: options.member, files: '–' });
  switch (format) {
    case 'text':
      return csvReader(source, options);
    case 'chat':
      return chatReader(source, options);
    case 'zip':
      return zipReader(source, options, isPacked);
    case 'xls':
      return remoteReader(source, 'xls', options);
    case 'fods':
      return markupReader(source, 'ods', openFlatOds, options);
    case 'xml2003':
      return markupReader(source, 'xml2003', openXml2003, options);
    case 'html':
      return markupReader(source, 'html', openHtml, options);
  }
}

function csvReader(source: ByteSource, options: ReadOptions): SheetReader {
  return {
    readSheet: () => readCsv(source, options),
    async *readAllSheets() {
      yield await readCsv(source, { ...options, sheet: undefined });
    },
    close: () => undefined,
  };
}

function chatReader(source: ByteSource, options: ReadOptions): SheetReader {
  return {
    readSheet: () => readChat(source, options.sheet),
    async *readAllSheets() {
      yield await readChat(source, undefined);
    },
    close: () => undefined,
  };
}

async function zipReader(source: ByteSource, options: ReadOptions, isPacked: boolean): Promise<SheetReader> {
  const entries = await readZipDirectory(source);
  const content = contentOfZip(entries);
  if (content.kind === 'folder') {
    if (isPacked) throw readingRefusal('reading.zipWithoutSheet');
    const { bytes, name } = await unpackMember(
      source,
      chooseSpreadsheet(content.spreadsheets, options.member),
      options,
    );
    return openSheetReader(bytesSource(bytes, name), { ...options, member: undefined, onProgress: undefined }, true);
  }
  if (options.member !== undefined)
    throw readingRefusal('reading.noSuchMember', { member: options.member, files: '–' });
  if (content.kind === 'xlsx') return xlsxReader(source, entries, options);
  if (content.kind === 'ods')
    return bookReader(
      await formatted('ods', () => openOds(unpackingOf(source, options), entries, options.firstRows)),
      'ods',
      options,
      hasPictures(entries),
    );
  await verifyZip(unpackingOf(source, { signal: options.signal }), entries);
  return remoteReader(source, 'xlsb', options);
}

/** A file out of a packed folder, with its name there. @throws FailureError `reading.packedPassword`, and those of {@link inflateWhole} */
export async function unpackMember(
  source: ByteSource,
  entry: ZipEntry,
  options: Pick<ReadOptions, 'signal' | 'onProgress'>,
): Promise<{ readonly bytes: Buffer; readonly name: string }> {
  if (entry.encrypted) throw readingRefusal('reading.packedPassword');
  return {
    bytes: await inflateWhole(unpackingOf(source, options), entry, limits.fileBytes),
    name: baseName(entry.name),
  };
}

function xlsxReader(source: ByteSource, entries: readonly ZipEntry[], options: ReadOptions): SheetReader {
  let fallback: RemoteBook | undefined;
  /** Where our reader does not understand the workbook: the library's reader, or the failure of ours. */
  const second = async (error: unknown): Promise<RemoteBook> => {
    fallback = await openFallback(error, options.foreign, unpackingOf(source, { signal: options.signal }), entries);
    if (!fallback) throw error;
    return fallback;
  };
  return {
    async readSheet() {
      try {
        const book = await openXlsx(unpackingOf(source, options), entries);
        return await filled((wanted) => book.readSheet(wanted), options, hasPictures(entries));
      } catch (error) {
        return bookReader(await second(error), 'xlsx', options, hasPictures(entries)).readSheet();
      }
    },
    async *readAllSheets() {
      let done = 0;
      try {
        for await (const sheet of (await openXlsx(unpackingOf(source, options), entries)).readAllSheets()) {
          yield sheet;
          done++;
        }
      } catch (error) {
        const book = await second(error);
        for await (const sheet of readBookSheets(book, 'xlsx')) if (sheet.sheetIndex >= done) yield sheet;
      }
    },
    close: () => fallback?.close(),
  };
}

/** A binary format, in a process of its own. */
async function remoteReader(
  source: ByteSource,
  format: Exclude<ForeignFormat, 'xlsx'>,
  options: ReadOptions,
): Promise<SheetReader> {
  // Without a process such files fail, with advice on what to do instead.
  if (!options.foreign) throw readingRefusal(`reading.${format}`);
  let rows = 0;
  let rowsInAll = 1;
  const remote: RemoteOptions = {
    signal: options.signal,
    // The library's own progress is unknown; the rows that have arrived count as half of the work.
    onRows: (more) => {
      rows += more;
      options.onProgress?.(Math.round((source.size * (1 + Math.min(1, rows / rowsInAll))) / 2), source.size);
    },
  };
  const { foreign } = options;
  const book = await formatted(format, async () =>
    openRemoteBook(foreign, await toForeignFile(source), format, remote),
  );
  rowsInAll = Math.max(rowsInAll, ...book.sheets.map((sheet) => sheet.rows));
  return { ...bookReader(book, format, options, false), close: () => book.close() };
}

async function markupReader(
  source: ByteSource,
  format: 'ods' | 'xml2003' | 'html',
  open: (text: string, options: MarkupOptions) => Promise<ForeignBook>,
  options: ReadOptions,
): Promise<SheetReader> {
  const { text, encoding, issues } = decodeMarkup(await source.read(0, source.size), options.encoding);
  const { firstRows, signal, onProgress } = options;
  const onCharacters = (done: number): void =>
    onProgress?.(Math.round((source.size * done) / text.length), source.size);
  const book = await formatted(format, () => open(text, { firstRows, signal, onCharacters }));
  return bookReader({ ...book, encoding, issues: [...issues, ...book.issues] }, format, options, false);
}

function bookReader(book: ForeignBook, format: FileFormat, options: ReadOptions, withPictures: boolean): SheetReader {
  return {
    readSheet: () => filled((wanted) => readBookSheet(book, format, wanted), options, withPictures),
    readAllSheets: () => readBookSheets(book, format),
    close: () => undefined,
  };
}

/** Replaces `reading.brokenWorkbook` by the format's own code. */
async function formatted<T>(format: 'xls' | 'xlsb' | 'ods' | 'xml2003' | 'html', open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'reading.brokenWorkbook')
      throw readingRefusal(`reading.${format}` satisfies ReadingRefusalCode, {}, error);
    throw error;
  }
}

/**
 * Where no sheet was asked for and the visible ones are empty, reads a hidden one that is not.
 * @throws FailureError `reading.noCells`, `reading.onlyPictures` where the workbook has no cells
 */
async function filled(
  read: (wanted: ReadOptions) => Promise<SheetFile>,
  options: ReadOptions,
  withPictures: boolean,
): Promise<SheetFile> {
  const file = await read(options);
  if (file.table.rowCount > 0 || options.sheet !== undefined) return file;
  for (const [index, { hidden, name }] of file.sheets.entries()) {
    if (!hidden) continue;
    const sheet = index + 1;
    if ((await read({ ...options, sheet, firstRows: 1 })).table.rowCount === 0) continue;
    const other = await read({ ...options, sheet });
    return {
      ...other,
      issues: [...other.issues, readingIssue('reading.hiddenSheet', 'notice', 'file', { sheet: name })],
    };
  }
  throw readingRefusal(withPictures ? 'reading.onlyPictures' : 'reading.noCells');
}

function hasPictures(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => /^(?:xl\/media|Pictures)\/./i.test(name));
}

function unpackingOf(
  source: ByteSource,
  { signal, onProgress }: Pick<ReadOptions, 'signal' | 'onProgress'>,
): UnpackContext {
  let done = 0;
  return {
    source,
    budget: new InflationBudget(),
    signal,
    onPacked: (bytes) => {
      done = Math.min(done + bytes, source.size);
      onProgress?.(done, source.size);
    },
  };
}
