/** A file that is a batch already. */
import type { Remote } from '../platform/remote.ts';
import type { BatchRecord, Store } from '../store/store.ts';

/** An older batch of the same bytes that may still be gone on with: not one that went to a practice WMS of long ago. */
export async function findBatchOfSameFile(
  store: Remote<Store>,
  { id, fileHash, fileName }: Pick<BatchRecord, 'id' | 'fileHash' | 'fileName'>,
): Promise<string | null> {
  const same = (await store.batches.list()).filter(
    (other) => other.id !== id && other.fileHash === fileHash && other.fileName === fileName,
  );
  return same.find(({ server }) => server === null || !server.practice)?.id ?? null;
}
