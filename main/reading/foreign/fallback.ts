/** Reads a workbook that our own reader did not understand by the library: better with a warning than refused. */
import { FailureError } from '../../../shared/result.ts';
import type { StartForeignReader } from '../../ports.ts';
import { readingIssue } from '../refusal.ts';
import type { ZipEntry } from '../zip/directory.ts';
import type { UnpackContext } from '../zip/inflate.ts';
import { openRemoteBook, type RemoteBook } from './remote-book.ts';
import { toForeignFile } from './foreign-file.ts';
import { partsAreWhole } from './whole-parts.ts';

/** Failures that may be our reader's fault. Limits, passwords and hostile files are not among them. */
const misunderstandings: ReadonlySet<string> = new Set([
  'reading.brokenWorkbook',
  'reading.zipWithoutSheet',
  'reading.noSheets',
]);

/** Above this size of all parts the library needs too much memory, and our reader's limits may be the reason. */
const mostInflatedBytes = 64 * 1024 * 1024;

/** Time limit: the file may well be broken, and nobody waits two minutes for that. */
const milliseconds = 20_000;

/** The book as the library reads it; undefined where it cannot either, or must not be tried. */
export async function openFallback(
  error: unknown,
  start: StartForeignReader | undefined,
  unpacking: UnpackContext,
  entries: readonly ZipEntry[],
): Promise<RemoteBook | undefined> {
  if (!start || !(error instanceof FailureError) || !misunderstandings.has(error.failure.code)) return undefined;
  const inflated = entries.reduce((sum, { size }) => sum + size, 0);
  if (inflated > mostInflatedBytes) return undefined;
  try {
    if (!(await partsAreWhole(unpacking, entries))) return undefined;
    const book = await openRemoteBook(start, await toForeignFile(unpacking.source), 'xlsx', {
      signal: unpacking.signal,
      milliseconds,
    });
    if (book.sheets.some(({ rows }) => rows > 0))
      return { ...book, issues: [readingIssue('reading.otherReader', 'warning', 'file')] };
    book.close();
  } catch (failure) {
    if (failure instanceof FailureError && failure.failure.code === 'reading.cancelled') throw failure;
  }
  return undefined;
}
