/** Finds the batch that a file is already. */
import type { Remote } from '../platform/remote.ts';
import type { BatchRecord, Store } from '../store/store.ts';

/** Id of an older batch of the same bytes with which work can continue: not one sent to an earlier practice WMS. */
export async function findBatchOfSameFile(
  store: Remote<Store>,
  { id, fileHash, fileName }: Pick<BatchRecord, 'id' | 'fileHash' | 'fileName'>,
): Promise<string | null> {
  const same = (await store.batches.list()).filter(
    (other) => other.id !== id && other.fileHash === fileHash && other.fileName === fileName,
  );
  return same.find(({ server }) => server === null || !server.practice)?.id ?? null;
}
