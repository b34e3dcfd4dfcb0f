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

/**
 * Reads a small file as UTF-8. Its size is known before a byte of it is read, and a pipe or a device is never waited for.
 * @param most bytes
 * @throws FailureError `reading.…` with the file's name
 */
export async function readTextFile(file: string, most: number): Promise<string> {
  const name = path.basename(file);
  let handle: FileHandle | undefined;
  try {
    // Opening a pipe would else wait for its writer.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const facts = await handle.stat();
    if (facts.isDirectory()) throw new FailureError('reading.folder', { file: name });
    if (!facts.isFile()) throw new FailureError('reading.notAFile', { file: name });
    if (facts.size > most)
      throw new FailureError('file.tooBig', {
        file: name,
        megabytes: Math.ceil(facts.size / megabyte),
        limit: Math.ceil(most / megabyte),
      });
    return await handle.readFile('utf8');
  } catch (error) {
    const code = systemErrorCode(error);
    throw code === undefined
      ? error
      : new FailureError(fileFault(code, handle !== undefined), { file: name, reason: code }, { cause: error });
  } finally {
    await handle?.close();
  }
}
