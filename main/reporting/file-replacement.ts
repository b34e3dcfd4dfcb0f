/** Writes a file whole or not at all: into a temporary file beside it first, flushed, then renamed. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { FailureError } from '../../shared/result.ts';
import { removeFile, renameFile } from '../platform/files.ts';

const codes: Readonly<Record<string, string>> = {
  EBUSY: 'reporting.fileInUse',
  ENOSPC: 'reporting.noSpace',
  EDQUOT: 'reporting.noSpace',
  EACCES: 'reporting.notAllowed',
  EROFS: 'reporting.notAllowed',
  ENOENT: 'reporting.noFolder',
  ENOTDIR: 'reporting.noFolder',
  EISDIR: 'reporting.notAllowed',
  ENAMETOOLONG: 'reporting.nameTooLong',
  EFBIG: 'reporting.noSpace',
};

function toWriteFailure(error: unknown, path: string): FailureError {
  if (error instanceof FailureError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  // Windows answers EPERM for a file that Excel holds open.
  const known =
    code === 'EPERM' ? (process.platform === 'win32' ? 'reporting.fileInUse' : 'reporting.notAllowed') : codes[code];
  return new FailureError(known ?? 'reporting.notWritten', { name: basename(path), code }, { cause: error });
}

/** Flushes the rename itself; Windows cannot open directories. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Refuses a pipe or a device of this name: it would be replaced by a file. */
async function refuseSpecial(path: string): Promise<void> {
  const facts = await stat(path).catch(() => null);
  if (facts && !facts.isFile() && !facts.isDirectory())
    throw new FailureError('reporting.notAFile', { name: basename(path) });
}

/** A whole hour: nothing is written for so long, and another process may be writing the same file now. */
const abandonedAfterMs = 3_600_000;

/** Removes what a process that died while it wrote the file of this name left beside it: customers may be in it. */
async function removeAbandoned(path: string): Promise<void> {
  const folder = dirname(path);
  const prefix = temporaryPrefix(path);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || !/^[0-9a-f]{8}\.tmp$/u.test(name.slice(prefix.length))) continue;
    const file = join(folder, name);
    const { mtimeMs } = await stat(file);
    if (Date.now() - mtimeMs > abandonedAfterMs) await removeFile(file);
  }
}

function temporaryPrefix(path: string): string {
  return `.${basename(path).slice(0, 100)}.`;
}

/** Has `act` fill in what could not be known before the rest was written; the file is not flushed yet. */
export type WhenWritten = (act: (file: FileHandle) => Promise<unknown>) => void;

/**
 * Replaces the file at `path` by what `write` writes. After a failure the old file is still there and no other is left.
 * @throws FailureError `reporting.fileInUse`, `reporting.noSpace`, `reporting.notAllowed`, `reporting.noFolder`,
 * `reporting.nameTooLong`, `reporting.notAFile`, `reporting.notWritten`, and what `write` throws
 */
export async function replaceFile<T>(
  path: string,
  write: (stream: Writable, whenWritten: WhenWritten) => Promise<T>,
): Promise<T> {
  const temporary = join(dirname(path), `${temporaryPrefix(path)}${randomBytes(4).toString('hex')}.tmp`);
  try {
    await refuseSpecial(path);
    const handle = await open(temporary, 'wx+');
    const stream = handle.createWriteStream({ autoClose: false });
    let result: T;
    const fillIns: Parameters<WhenWritten>[0][] = [];
    try {
      const broken = new Promise<never>((_, reject) => stream.once('error', reject));
      // A writer that awaits the stream would wait for ever once it is broken.
      result = await Promise.race([write(stream, (act) => void fillIns.push(act)), broken]);
      if (!stream.writableEnded) stream.end();
      // Only this tells a stream that ended from one that broke while it was ending.
      await Promise.race([finished(stream), broken]);
      for (const fillIn of fillIns) await fillIn(handle);
      await handle.sync();
    } finally {
      // A writer that was abandoned may still reject.
      stream.destroy();
      await handle.close();
    }
    await renameFile(temporary, path);
    await syncDirectory(dirname(path));
    await removeAbandoned(path).catch(() => undefined);
    return result;
  } catch (error) {
    // The failure itself is what counts.
    await removeFile(temporary).catch(() => undefined);
    throw toWriteFailure(error, path);
  }
}

/** Writes a piece, and waits while the disk is slower: what is written piece by piece is never in memory as a whole. */
export async function writePiece(stream: Writable, piece: string): Promise<void> {
  if (!stream.write(piece)) await once(stream, 'drain');
}
