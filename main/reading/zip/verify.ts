/** Verifies a whole zip before the library reads it, which checks neither sizes nor checksums. */
import type { ZipEntry } from './directory.ts';
import { inflate, type UnpackContext } from './inflate.ts';

/** @throws FailureError of inflating: a part that is cut, damaged, encrypted, or a zip bomb */
export async function verifyZip(unpacking: UnpackContext, entries: readonly ZipEntry[]): Promise<void> {
  for (const entry of entries) {
    const pieces = inflate(unpacking, entry);
    while (!(await pieces.next()).done);
  }
}
