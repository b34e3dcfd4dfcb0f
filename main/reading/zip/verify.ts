/** Looks over a whole zip before another reader gets it: one that asks neither for sizes nor for checksums. */
import type { ZipEntry } from './directory.ts';
import { inflate, type UnpackContext } from './inflate.ts';

/** @throws FailureError of inflating: a part that is cut, damaged, encrypted, or swells without end */
export async function verifyZip(unpacking: UnpackContext, entries: readonly ZipEntry[]): Promise<void> {
  for (const entry of entries) {
    const pieces = inflate(unpacking, entry);
    while (!(await pieces.next()).done);
  }
}
