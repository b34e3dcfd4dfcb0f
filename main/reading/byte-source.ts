/** Gives the readers bytes, from a file on disk or from memory: by position, a piece at a time. */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { parse, resolve } from 'node:path';
import { fileFault, systemErrorCode } from '../../shared/domain/table/file-faults.ts';
import { limits } from './limits.ts';
import { readingRefusal } from './refusal.ts';

export interface ByteSource {
  /** The file's name without its folder. */
  readonly name: string;
  /** Where it is on the disk; undefined for bytes in memory. */
  readonly path: string | undefined;
  /** Bytes. */
  readonly size: number;
  /** Exactly `length` bytes from `position`. @throws FailureError `reading.incomplete` where the file ends before */
  read(position: number, length: number): Promise<Buffer>;
  /** @throws FailureError `reading.incomplete` where the size has changed since opening: the file is still being written */
  checkSize(): Promise<void>;
  close(): Promise<void>;
}

export function bytesSource(bytes: Uint8Array, name: string): ByteSource {
  refuseSize(bytes.byteLength);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    name,
    path: undefined,
    size: buffer.length,
    read: (position, length) => {
      if (position < 0 || position + length > buffer.length)
        return Promise.reject(readingRefusal('reading.incomplete'));
      return Promise.resolve(buffer.subarray(position, position + length));
    },
    checkSize: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** Opens a file for reading. @throws FailureError `reading.…`, a code for each cause */
export async function fileSource(path: string, shownName?: string): Promise<ByteSource> {
  const name = shownName ?? baseName(path);
  let handle: FileHandle | undefined;
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw readingRefusal('reading.folder');
    // A pipe or a device could block for ever.
    if (!facts.isFile()) throw readingRefusal('reading.notAFile');
    refuseSize(facts.size);
    handle = await open(path, 'r');
    return handleSource(handle, path, name, facts.size);
  } catch (error) {
    await handle?.close();
    throw (await isDriveGone(path, error)) ? readingRefusal('reading.driveGone', {}, error) : fileRefusal(error, false);
  }
}

/** A file on a disconnected drive gives ENOENT: then the drive's root is missing, too. */
async function isDriveGone(file: string, error: unknown): Promise<boolean> {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return false;
  const { root } = parse(resolve(file));
  return stat(root).then(
    () => false,
    () => true,
  );
}

function handleSource(handle: FileHandle, path: string, name: string, size: number): ByteSource {
  return {
    name,
    path,
    size,
    async read(position, length) {
      const buffer = Buffer.allocUnsafe(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle
          .read(buffer, filled, length - filled, position + filled)
          .catch((error: unknown) => {
            throw fileRefusal(error, true);
          });
        // Shorter than it was a moment ago, or the packed size reaches past the end.
        if (bytesRead === 0) throw readingRefusal('reading.incomplete');
        filled += bytesRead;
      }
      return buffer;
    },
    async checkSize() {
      const now = await handle.stat().catch((error: unknown) => {
        throw fileRefusal(error, true);
      });
      if (now.size !== size) throw readingRefusal('reading.incomplete');
    },
    close: () => handle.close(),
  };
}

function refuseSize(bytes: number): void {
  if (bytes === 0) throw readingRefusal('reading.empty');
  if (bytes > limits.fileBytes) {
    throw readingRefusal('reading.tooBig', {
      megabytes: Math.ceil(bytes / 1024 / 1024),
      limit: limits.fileBytes / 1024 / 1024,
    });
  }
}

function fileRefusal(error: unknown, isOpen: boolean): unknown {
  const code = systemErrorCode(error);
  return code === undefined ? error : readingRefusal(fileFault(code, isOpen), { reason: code }, error);
}

/** The last part of a path, whichever slash it is written with. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
