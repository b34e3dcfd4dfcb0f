/** Prepares a file for another process: by its path where it has one, else by its bytes. */
import type { ByteSource } from '../byte-source.ts';
import type { ForeignFile } from './protocol.ts';

export async function toForeignFile(source: ByteSource): Promise<ForeignFile> {
  return source.path === undefined ? { bytes: await source.read(0, source.size) } : { path: source.path };
}
