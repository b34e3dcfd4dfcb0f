/** Serves the reading of a foreign format, in the process of its own: opens the one file and sends its sheets. */
import { FailureError } from '../../../shared/result.ts';
import { bytesSource, fileSource } from '../byte-source.ts';
import { isCompoundFile } from '../compound-file.ts';
import { readingRefusal } from '../refusal.ts';
import { outlineBiff } from './biff.ts';
import { compoundStream } from './compound-stream.ts';
import type { ForeignBook } from './foreign-sheet.ts';
import { packCells } from './packed-cells.ts';
import type { ForeignAnswer, ForeignFile, ForeignFormat, ForeignRequest } from './protocol.ts';
import { loadCodePages, openWithSheetJs } from './sheetjs.ts';

/** Above this size of a file hidden columns are not read: that takes twice the memory. */
const withColumnsBytes = 8 * 1024 * 1024;

export class ForeignReaderServer {
  readonly #answer: (answer: ForeignAnswer) => void;
  #book: ForeignBook | undefined;

  constructor(answer: (answer: ForeignAnswer) => void) {
    this.#answer = answer;
  }

  /** Answers every request, with a failure where it must. */
  async handle(request: ForeignRequest): Promise<void> {
    try {
      if (request.kind === 'open') await this.#open(request.file, request.format);
      else await this.#sendSheet(request.index, request.firstRows);
    } catch (error) {
      // Whatever the library threw (it throws texts, too) means that the file could not be understood.
      const { code, params } =
        error instanceof FailureError ? error.failure : readingRefusal('reading.brokenWorkbook').failure;
      this.#answer({ kind: 'failure', code, params });
    }
  }

  async #open(file: ForeignFile, format: ForeignFormat): Promise<void> {
    this.#book = await openBook(await bytesOf(file), format);
    this.#answer({
      kind: 'workbook',
      sheets: this.#book.sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows })),
    });
  }

  async #sendSheet(index: number, firstRows: number | undefined): Promise<void> {
    const sheet = this.#book?.sheets[index];
    if (!sheet) throw new RangeError(`no sheet ${index}`);
    const { table } = await sheet.read(firstRows);
    for (const cells of packCells(table)) this.#answer({ kind: 'cells', cells });
    const { date1904, merged, hiddenRows, hiddenColumns, struckRows } = table;
    this.#answer({
      kind: 'sheetEnd',
      date1904,
      merged: [...merged],
      hiddenRows: [...hiddenRows],
      hiddenColumns: [...hiddenColumns],
      struckRows: [...struckRows],
    });
  }
}

async function bytesOf(file: ForeignFile): Promise<Buffer> {
  const source = 'path' in file ? await fileSource(file.path) : bytesSource(file.bytes, '');
  try {
    return await source.read(0, source.size);
  } finally {
    await source.close();
  }
}

async function openBook(bytes: Buffer, format: ForeignFormat): Promise<ForeignBook> {
  if (format !== 'xls') return openWithSheetJs(bytes, { withColumns: bytes.length < withColumnsBytes });
  const stream = isCompoundFile(bytes) ? compoundStream(bytes, ['Workbook', 'Book']) : bytes;
  if (!stream) throw readingRefusal('reading.notSpreadsheet');
  const { usesCodePages, hiddenColumns, struckRows } = outlineBiff(stream);
  if (usesCodePages) await loadCodePages();
  return openWithSheetJs(stream, { withColumns: false, hiddenColumns, struckRows });
}
