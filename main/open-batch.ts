/** From a stored batch (or a file alone) to a batch in memory: reading, the profile for its headings, the past. */
import type { Choices } from '../shared/domain/choices.ts';
import type { LedgerEntry, OrderOutcome } from '../shared/domain/ledger.ts';
import { interpretColumns } from '../shared/domain/orders/column-plan.ts';
import { rowsSheetOf } from '../shared/domain/own-report.ts';
import { choicesFromProfile } from '../shared/domain/orders/profile-choices.ts';
import type { Profile } from '../shared/domain/profile.ts';
import type { SheetFile } from '../shared/domain/sheet-file.ts';
import { Batch } from './engine/batch.ts';
import type { StoredEdit } from './ports.ts';
import { openedReport } from './opened-report.ts';
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

async function readAs(file: FileToRead, { sheet, encoding, delimiter }: Choices, reading: ReadOptions): Promise<SheetFile> {
  return readSheetFile(file, { ...reading, ...(sheet === null ? {} : { sheet }), ...(encoding === null ? {} : { encoding }), ...(delimiter === null ? {} : { delimiter }) });
}

/** Of our own report the sheet with the rows is read, unless somebody chose another one. */
async function readWanted({ file, choices, isNew }: BatchToOpen, reading: ReadOptions): Promise<{ readonly file: SheetFile; readonly choices: Choices }> {
  const read = await readAs(file, choices, reading);
  const sheet = isNew && choices.sheet === null ? rowsSheetOf(read.sheets) : null;
  if (sheet === null) return { file: read, choices };
  return { file: await readAs(file, { ...choices, sheet }, reading), choices: { ...choices, sheet } };
}

/**
 * Reads the file and makes the batch of it. Of a report of ours the accepted rows are left out, as an edit of a new batch.
 * @throws FailureError of the reading
 */
export async function openBatch(wanted: BatchToOpen, archive: Archive | null, now: number, reading: Pick<ReadOptions, 'progress' | 'signal' | 'foreign'> = {}): Promise<Batch> {
  const { file, choices } = await readWanted(wanted, reading);
  const plan = interpretColumns(file.table, choices);
  const headings = plan.columns.map(({ heading }) => heading);
  const report = openedReport(file.table, plan);
  const profile = wanted.profile === undefined && archive ? await archive.profiles.findByHeadings(headings) : (wanted.profile ?? null);
  const first = profile && wanted.isNew ? choicesFromProfile(profile, headings, choices) : choices;
  const batch = new Batch({
    batchId: wanted.batchId,
    fileName: wanted.fileName,
    file: report ? { ...file, issues: [...file.issues, report.issue] } : file,
    choices: report && wanted.isNew ? report.choicesFrom(first) : first,
    profile,
    edits: wanted.edits ?? [],
    past: { ledger: new Map(), outcomes: wanted.outcomes ?? new Map() },
    now,
  });
  const isUntouched = wanted.isNew && (wanted.edits ?? []).length === 0;
  if (report?.edit && isUntouched) batch.applyEdit(report.edit);
  await learnPast(batch, archive, wanted.server);
  return batch;
}
