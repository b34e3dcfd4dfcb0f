/** Writes and reads the ledger as a file for another computer, piece by piece: it may hold a million orders. */
import { createHash } from 'node:crypto';
import { formatLedgerHeader, ledgerHeaderLength, parseLedgerHeader } from '../../shared/domain/sending/ledger-file.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { LineReader } from '../platform/line-reader.ts';
import { replaceFile, writePiece } from '../reporting/file-replacement.ts';
import type { LedgerStore, SharedLines, SharePlace } from '../store/sent-stores.ts';

/** Some functions of the ledger, in this thread or behind a port. */
export type LedgerPart<M extends keyof LedgerStore> = {
  readonly [N in M]: LedgerStore[N] extends (...args: infer A) => infer R ? (...args: A) => R | Promise<R> : never;
};

/**
 * Hands the lines of the ledger's entries that may leave this computer to `write`.
 * @returns the header that belongs before them, and how many they are
 */
export async function writeSharedLines(
  ledger: LedgerPart<'sharedLines'>,
  write: (lines: string) => Promise<void>,
): Promise<{ readonly header: string; readonly count: number }> {
  const digest = createHash('sha256');
  let count = 0;
  for (let place: SharePlace | null = null; ;) {
    const piece: SharedLines = await ledger.sharedLines(place);
    digest.update(piece.lines);
    await write(piece.lines);
    count += piece.count;
    place = piece.next;
    if (place === null) return { header: formatLedgerHeader(count, digest.digest('hex')), count };
  }
}

/** Writes the entries that may leave this computer, and returns how many they are. @throws FailureError those of {@link replaceFile} */
export async function exportLedger(ledger: LedgerPart<'sharedLines'>, file: string): Promise<number> {
  return replaceFile(file, async (stream, whenWritten) => {
    await writePiece(stream, ' '.repeat(ledgerHeaderLength));
    const { header, count } = await writeSharedLines(ledger, (lines) => writePiece(stream, lines));
    whenWritten((written) => written.write(header, 0));
    return count;
  });
}

/** Bytes of a line: an entry has at most some 20,000. */
export const longestLine = 65_536;

const changed = (): FailureError => new FailureError('ledger.changed');

/**
 * Reads a ledger to the end of its file, and hands its lines on in pieces, without the last line break of each: what is handed on
 * counts only once this returns.
 * @returns whether count and digest prove that it is whole; a file of the first version has neither
 * @throws FailureError those of {@link parseLedgerHeader} and {@link LineReader}, and what `take` throws
 */
export async function readLedgerLines(reader: LineReader, take: (lines: string) => Promise<void>): Promise<boolean> {
  const first = await reader.line(longestLine);
  let isEnded = first.at(-1) === 10;
  const promise = valueOrThrow(parseLedgerHeader(first.toString('utf8', 0, first.length - (isEnded ? 1 : 0))));
  const digest = createHash('sha256');
  let count = 0;
  let broken: unknown = null;
  for await (const bytes of reader.pieces(longestLine)) {
    digest.update(bytes);
    // The last line must end with a line break: otherwise the file was truncated.
    isEnded = bytes.at(-1) === 10;
    if (!isEnded) break;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
    if (promise !== null && count > promise.count) throw changed();
    // A line that is none is most often one that was changed: the digest tells.
    if (broken === null)
      await take(bytes.toString('utf8', 0, bytes.length - 1)).catch((error: unknown) => {
        if (promise === null) throw error;
        broken = error;
      });
  }
  if (!isEnded || (promise !== null && (count !== promise.count || digest.digest('hex') !== promise.digest)))
    throw changed();
  if (broken !== null) throw broken;
  return promise !== null;
}

export type MergedFile = Awaited<ReturnType<LedgerPart<'commitMerge'>['commitMerge']>> & { readonly isProven: boolean };

/** Merges what `read` hands on, all of it or nothing. @throws what `read` throws */
export async function mergeLines(
  ledger: LedgerPart<'beginMerge' | 'addToMerge' | 'commitMerge' | 'abandonMerge'>,
  read: (add: (lines: string) => Promise<void>) => Promise<boolean>,
): Promise<MergedFile> {
  const merge = await ledger.beginMerge();
  try {
    const isProven = await read(async (lines) => ledger.addToMerge(merge, lines));
    return { ...(await ledger.commitMerge(merge)), isProven };
  } catch (error) {
    await ledger.abandonMerge(merge);
    throw error;
  }
}

/** Merges another computer's ledger file, all of it or nothing. @throws FailureError those of {@link readLedgerLines} */
export async function mergeLedgerFile(
  ledger: LedgerPart<'beginMerge' | 'addToMerge' | 'commitMerge' | 'abandonMerge'>,
  file: string,
): Promise<MergedFile> {
  const tooLong = (line: number): FailureError =>
    new FailureError(line === 1 ? 'ledger.notOurs' : 'ledger.broken', { line });
  const reader = await LineReader.open(file, tooLong);
  try {
    return await mergeLines(ledger, (add) => readLedgerLines(reader, add));
  } finally {
    await reader.close();
  }
}
