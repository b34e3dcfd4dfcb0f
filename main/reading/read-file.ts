/** The way into reading: a file of whatever kind becomes a table, or a refusal that a person can act on. */
import type { SheetFile } from '../../shared/domain/sheet-file.ts';
import { FailureError } from '../../shared/result.ts';
import type { Progress } from '../ports.ts';
import { baseName, bytesSource, fileSource, type ByteSource } from './byte-source.ts';
import { readCsv } from './csv/read-csv.ts';
import { recogniseFormat } from './format.ts';
import { limits } from './limits.ts';
import { refusal, throwIfCancelled } from './refusal.ts';
import { readAllXlsxSheets, readXlsx } from './xlsx/read-xlsx.ts';
import { findSpreadsheet } from './zip-content.ts';
import { readZipDirectory, type ZipEntry } from './zip/directory.ts';
import { inflateWhole, InflationBudget, type Unpacking } from './zip/inflate.ts';

/** `name`: what people know the file as, where it is kept under another one. */
export type FileToRead = { readonly path: string; readonly name?: string } | { readonly bytes: Uint8Array; readonly name: string };

export interface ReadOptions {
  /** Name, or 1-based number, of the sheet. Without it: the first visible sheet with two rows or more. */
  readonly sheet?: string | number | undefined;
  /** WHATWG name of a text file's encoding, where the guess is wrong. */
  readonly encoding?: string | undefined;
  /** A text file's delimiter, where the guess is wrong. */
  readonly delimiter?: string | undefined;
  /** Read only so many non-empty rows, for a first look. */
  readonly firstRows?: number | undefined;
  /** Ends the reading with `reading.cancelled`. */
  readonly signal?: AbortSignal | undefined;
  /** In bytes of the file. */
  readonly progress?: Progress | undefined;
}

/**
 * Reads one sheet of a file.
 *
 * Throws a {@link FailureError} with a code `reading.…` (docs/reading.md lists them) and the file's name in
 * `params.file`. Whatever would end a reading early is such an error: a table is never shorter than the sheet.
 */
export async function readSheetFile(file: FileToRead, options: ReadOptions = {}): Promise<SheetFile> {
  return naming(file, () => withSource(file, (source) => readSource(source, options, 0)));
}

/** Reads every sheet of a file in the order of its tabs, hidden ones too. Throws as {@link readSheetFile} does. */
export async function* readEverySheet(file: FileToRead, options: Omit<ReadOptions, 'sheet' | 'firstRows'> = {}): AsyncGenerator<SheetFile, void, undefined> {
  const source = await naming(file, () => openSource(file));
  try {
    const isZip = (await naming(file, () => recogniseFormat(source))) === 'zip';
    const entries = isZip ? await naming(file, () => readZipDirectory(source)) : [];
    const packed = isZip ? await naming(file, async () => findSpreadsheet(entries)) : undefined;
    if (!isZip || packed) {
      yield await naming(file, () => readSource(source, options, 0));
      return;
    }
    const sheets = readAllXlsxSheets(unpackingOf(source, options), entries);
    for (;;) {
      const next = await naming(file, () => sheets.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await source.close();
  }
}

async function readSource(source: ByteSource, options: ReadOptions, depth: number): Promise<SheetFile> {
  throwIfCancelled(options.signal);
  if ((await recogniseFormat(source)) === 'text') return readCsv(source, options);
  const entries = await readZipDirectory(source);
  const packed = findSpreadsheet(entries);
  const read = packed ? await readPacked(source, packed, options, depth) : await readXlsx(unpackingOf(source, options), entries, options);
  options.progress?.(source.size, source.size);
  return read;
}

/** The one spreadsheet of a zip, as messengers and mail send it. A zip inside that one is not gone into. */
async function readPacked(source: ByteSource, entry: ZipEntry, options: ReadOptions, depth: number): Promise<SheetFile> {
  if (depth > 0) throw refusal('reading.zipWithoutSheet');
  if (entry.encrypted) throw refusal('reading.packedPassword');
  const bytes = await inflateWhole(unpackingOf(source, options), entry, limits.fileBytes);
  return readSource(bytesSource(bytes, baseName(entry.name)), { ...options, progress: undefined }, depth + 1);
}

function unpackingOf(source: ByteSource, options: ReadOptions): Unpacking {
  let done = 0;
  return {
    source,
    budget: new InflationBudget(),
    signal: options.signal,
    onPacked: (bytes) => {
      done = Math.min(done + bytes, source.size);
      options.progress?.(done, source.size);
    },
  };
}

function openSource(file: FileToRead): Promise<ByteSource> {
  return 'path' in file ? fileSource(file.path, file.name) : Promise.resolve().then(() => bytesSource(file.bytes, file.name));
}

async function withSource<T>(file: FileToRead, act: (source: ByteSource) => Promise<T>): Promise<T> {
  const source = await openSource(file);
  try {
    return await act(source);
  } finally {
    await source.close();
  }
}

/** Adds the file's name to a failure: every sentence begins with it. */
async function naming<T>(file: FileToRead, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const name = 'path' in file ? (file.name ?? baseName(file.path)) : file.name;
    throw new FailureError(error.failure.code, { file: name, ...error.failure.params }, { cause: error });
  }
}
