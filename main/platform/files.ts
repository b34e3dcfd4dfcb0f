/**
 * Replaces, removes and reads small files. On Windows another program (a virus scanner, OneDrive, a back-up) may hold a file
 * for a moment in which it can be neither renamed nor removed: such a step is tried again for some seconds, here and nowhere
 * else.
 */
import { constants, renameSync, rmSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileFault, systemErrorCode } from '../../shared/domain/table/file-faults.ts';
import { FailureError } from '../../shared/result.ts';

const megabyte = 1024 * 1024;
/** Milliseconds for which a file that is held by another program is tried again, and those before the first next try. */
const longestHold = 5000;
const firstPause = 10;
const longestPause = 250;

/** What Windows answers where another program holds the file; elsewhere these say something else, and waiting is no use. */
const heldCodes: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY']);

function isHeld(error: unknown, platform: NodeJS.Platform): boolean {
  return platform === 'win32' && heldCodes.has(systemErrorCode(error) ?? '');
}

function* pauses(): Generator<number, void> {
  let waited = 0;
  for (let pause = firstPause; waited < longestHold; pause = Math.min(pause * 2, longestPause)) {
    yield pause;
    waited += pause;
  }
}

/** Runs `act`, again for some seconds where another program holds the file. @throws what `act` throws at last */
export async function whileHeld<T>(act: () => Promise<T>, platform = process.platform): Promise<T> {
  for (const pause of pauses()) {
    try {
      return await act();
    } catch (error) {
      if (!isHeld(error, platform)) throw error;
      await setTimeout(pause);
    }
  }
  return act();
}

/** As {@link whileHeld}, for what must not be interrupted; the thread waits. */
export function whileHeldSync<T>(act: () => T, platform = process.platform): T {
  for (const pause of pauses()) {
    try {
      return act();
    } catch (error) {
      if (!isHeld(error, platform)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  return act();
}

/** Renames; a file of the new name is replaced. */
export function renameFile(from: string, to: string): Promise<void> {
  return whileHeld(() => rename(from, to));
}

export function renameFileSync(from: string, to: string): void {
  whileHeldSync(() => renameSync(from, to));
}

/** Removes a file, or a folder with what is in it; one that is not there is removed already. */
export function removeFile(file: string): Promise<void> {
  return whileHeld(() => rm(file, { recursive: true, force: true }));
}

export function removeFileSync(file: string): void {
  whileHeldSync(() => rmSync(file, { recursive: true, force: true }));
}

/** What is said of a file that cannot be read. @param isOpen whether it was opened already */
export function readingFailure(error: unknown, file: string, isOpen: boolean): unknown {
  const code = systemErrorCode(error);
  if (code === undefined) return error;
  return new FailureError(fileFault(code, isOpen), { file: path.basename(file), reason: code }, { cause: error });
}

/** Opens a file for reading; a pipe or a device is never waited for. @throws FailureError `reading.…` with the file's name */
export async function openOrdinaryFile(file: string): Promise<FileHandle> {
  const name = path.basename(file);
  let handle: FileHandle | undefined;
  try {
    // Opening a pipe would else wait for its writer.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const facts = await handle.stat();
    if (facts.isDirectory()) throw new FailureError('reading.folder', { file: name });
    if (!facts.isFile()) throw new FailureError('reading.notAFile', { file: name });
    return handle;
  } catch (error) {
    await handle?.close();
    throw readingFailure(error, file, handle !== undefined);
  }
}

/**
 * Reads a small file as UTF-8. Its size is known before a byte of it is read.
 * @param most bytes
 * @throws FailureError `file.tooBig`, and those of {@link openOrdinaryFile}
 */
export async function readTextFile(file: string, most: number): Promise<string> {
  const handle = await openOrdinaryFile(file);
  try {
    const { size } = await handle.stat();
    if (size > most)
      throw new FailureError('file.tooBig', {
        file: path.basename(file),
        megabytes: Math.ceil(size / megabyte),
        limit: Math.ceil(most / megabyte),
      });
    return await handle.readFile('utf8');
  } catch (error) {
    throw readingFailure(error, file, true);
  } finally {
    await handle.close();
  }
}
