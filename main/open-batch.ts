/** From a stored batch (or a file alone) to a batch in memory: reading, the profile for its headings, the past. */
import type { Choices } from '../shared/domain/choices.ts';
import type { LedgerEntry, OrderOutcome } from '../shared/domain/ledger.ts';
import { interpretColumns } from '../shared/domain/orders/column-plan.ts';
import { choicesFromProfile } from '../shared/domain/orders/profile-choices.ts';
import type { Profile } from '../shared/domain/profile.ts';
import { Batch } from './engine/batch.ts';
import type { StoredEdit } from './ports.ts';
import { readSheetFile } from './reading/read-file.ts';
import type { FileToRead, ReadOptions } from './reading/read-file.ts';

/** What opening asks of the store; the store itself, or its remote, fits. */
export interface Archive {
  readonly profiles: { findByHeadings(headings: readonly string[]): Profile | null | Promise<Profile | null> };
  readonly ledger: { find(server: string, orderIds: readonly number[], exceptBatch: string | null): ReadonlyMap<number, LedgerEntry> | Promise<ReadonlyMap<number, LedgerEntry>> };
}

export interface BatchToOpen {
  readonly batchId: string;
  readonly fileName: string;
  readonly file: FileToRead;
  readonly choices: Choices;
  /** Whether nobody chose anything yet: then the profile makes its choices. */
  readonly isNew: boolean;
  /** The profile to use; undefined: the one remembered for these headings. */
  readonly profile?: Profile | null;
  readonly edits?: readonly StoredEdit[];
  readonly outcomes?: ReadonlyMap<number, OrderOutcome>;
  /** Identity of the server whose ledger counts; null: none is known yet. */
  readonly server: string | null;
}

/** Tells the batch what other batches know of its order ids; to be called again after edits that bring new ids. */
export async function learnPast(batch: Batch, archive: Archive | null, server: string | null): Promise<void> {
  const ids = batch.takeUnaskedIds();
  if (!archive || server === null || ids.length === 0) return;
  const entries = await archive.ledger.find(server, ids, batch.batchId);
  if (entries.size > 0) batch.setLedger(entries.values());
}

/**
 * Reads the file and makes the batch of it.
 * @throws FailureError of the reading
 */
export async function openBatch(wanted: BatchToOpen, archive: Archive | null, now: number, reading: Pick<ReadOptions, 'progress' | 'signal'> = {}): Promise<Batch> {
  const { choices } = wanted;
  const file = await readSheetFile(wanted.file, {
    ...reading,
    ...(choices.sheet === null ? {} : { sheet: choices.sheet }),
    ...(choices.encoding === null ? {} : { encoding: choices.encoding }),
    ...(choices.delimiter === null ? {} : { delimiter: choices.delimiter }),
  });
  const headings = interpretColumns(file.table, choices).columns.map(({ heading }) => heading);
  const profile = wanted.profile === undefined && archive ? await archive.profiles.findByHeadings(headings) : (wanted.profile ?? null);
  const batch = new Batch({
    batchId: wanted.batchId,
    fileName: wanted.fileName,
    file,
    choices: profile && wanted.isNew ? choicesFromProfile(profile, headings, choices) : choices,
    profile,
    edits: wanted.edits ?? [],
    past: { ledger: new Map(), outcomes: wanted.outcomes ?? new Map() },
    now,
  });
  await learnPast(batch, archive, wanted.server);
  return batch;
}
