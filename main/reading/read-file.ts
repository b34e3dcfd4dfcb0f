/** Reads a file of any supported format into tables, or fails with a code that a person can act on. */
import type { SheetFile } from '../../shared/domain/table/sheet-file.ts';
import { FailureError } from '../../shared/result.ts';
import { baseName, bytesSource, fileSource, type ByteSource } from './byte-source.ts';
import { recogniseFormat } from './format.ts';
import { throwIfCancelled } from '../platform/cooperative.ts';
import { openSheetReader, unpackMember, type ReadOptions } from './sheet-reader.ts';
import { chooseSpreadsheet, contentOfZip } from './zip-content.ts';
import { readZipDirectory } from './zip/directory.ts';

/** `name`: what people know the file as, where it is kept under another one. */
export type FileToRead =
  { readonly path: string; readonly name?: string } | { readonly bytes: Uint8Array; readonly name: string };

export type { ReadOptions };

/**
 * Reads one sheet of a file. A table is never shorter than the sheet: whatever would end a reading early is thrown.
 * @throws FailureError `reading.…` (docs/reading.md lists them), with the file's name in `params.file`
 */
export async function readSheetFile(file: FileToRead, options: ReadOptions = {}): Promise<SheetFile> {
  return naming(file, () =>
    withSource(file, async (source) => {
      throwIfCancelled(options.signal);
      const reader = await openSheetReader(source, options);
      try {
        const read = await reader.readSheet();
        options.onProgress?.(source.size, source.size);
        return read;
      } finally {
        reader.close();
      }
    }),
  );
}

/**
 * Checks that the file is a spreadsheet within the limits, without reading its cells; returns its size in bytes.
 * @throws FailureError as {@link readSheetFile}
 */
export async function checkFileFormat(file: FileToRead): Promise<{ readonly size: number }> {
  return naming(file, () =>
    withSource(file, async (source) => {
      if ((await recogniseFormat(source)) === 'zip') contentOfZip(await readZipDirectory(source));
      return { size: source.size };
    }),
  );
}

/** Reads every sheet of a file in the order of its tabs, hidden ones too. @throws FailureError as {@link readSheetFile} */
export async function* readEverySheet(
  file: FileToRead,
  options: Omit<ReadOptions, 'sheet' | 'firstRows'> = {},
): AsyncGenerator<SheetFile, void, undefined> {
  const source = await naming(file, () => openSource(file));
  try {
    const reader = await naming(file, () => openSheetReader(source, options));
    const sheets = reader.readAllSheets();
    try {
      for (
        let next = await naming(file, () => sheets.next());
        !next.done;
        next = await naming(file, () => sheets.next())
      )
        yield next.value;
      await naming(file, () => source.checkSize());
    } finally {
      reader.close();
    }
  } finally {
    await source.close();
  }
}

/**
 * Names (with folders) of the spreadsheets in a zip that is a packed folder; none for any other file.
 * @throws FailureError as {@link readSheetFile}
 */
export async function listSpreadsheetsInZip(file: FileToRead): Promise<readonly string[]> {
  return naming(file, () =>
    withSource(file, async (source) => {
      if ((await recogniseFormat(source)) !== 'zip') return [];
      const content = contentOfZip(await readZipDirectory(source));
      return content.kind === 'folder' ? content.spreadsheets.map(({ name }) => name) : [];
    }),
  );
}

/** One spreadsheet out of such a zip, as a file of its own. @throws FailureError as {@link readSheetFile} */
export async function readZipMember(
  file: FileToRead,
  member: string,
  signal?: AbortSignal,
): Promise<{ readonly bytes: Uint8Array; readonly name: string }> {
  return naming(file, () =>
    withSource(file, async (source) => {
      const content =
        (await recogniseFormat(source)) === 'zip' ? contentOfZip(await readZipDirectory(source)) : undefined;
      const spreadsheets = content?.kind === 'folder' ? content.spreadsheets : [];
      if (spreadsheets.length === 0) throw new FailureError('reading.noSuchMember', { member, files: '–' });
      return unpackMember(source, chooseSpreadsheet(spreadsheets, member), { signal });
    }),
  );
}

function openSource(file: FileToRead): Promise<ByteSource> {
  return 'path' in file
    ? fileSource(file.path, file.name)
    : Promise.resolve().then(() => bytesSource(file.bytes, file.name));
}

async function withSource<T>(file: FileToRead, act: (source: ByteSource) => Promise<T>): Promise<T> {
  const source = await openSource(file);
  try {
    const result = await act(source);
    await source.checkSize();
    return result;
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
