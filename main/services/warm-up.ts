/** Readies the code that understands files before somebody opens one. */
import { noChoices } from '../../shared/domain/model/choices.ts';
import { openBatch } from './open-batch.ts';

/**
 * Opens a small file and forgets it. The first file of a process takes three times as long as the next one of its size
 * (docs/benchmarks.md), because the code runs for the first time: better while nobody waits. Nothing is stored.
 * @param now milliseconds since 1970-01-01Z
 * @throws FailureError `reading.…`
 */
export async function warmUp(file: string, now: number): Promise<void> {
  const wanted = { batchId: '', fileName: '', file: { path: file }, choices: noChoices, isNew: true, server: null };
  await openBatch(wanted, null, now);
}
