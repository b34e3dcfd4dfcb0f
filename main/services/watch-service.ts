/**
 * Takes files of a watched folder as batches: those of known headings, each content once. Nothing is sent. Runs in the engine
 * worker, and in a terminal.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { noChoices } from '../../shared/domain/model/choices.ts';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';
import { fileFault, systemErrorCode } from '../../shared/domain/table/file-faults.ts';
import { FailureError, valueOrThrow, type Failure } from '../../shared/result.ts';
import type { Remote } from '../platform/remote.ts';
import type { Clock } from '../ports.ts';
import { listSpreadsheetsInZip, readZipMember, type FileToRead } from '../reading/read-file.ts';
import type { BatchRecord } from '../store/batch-stores.ts';
import type { Store } from '../store/store.ts';
import { stampOf, type TakeOutcome } from '../watch/watched-folder.ts';
import { readFileKind } from './open-batch.ts';
import type { OpenBatches } from './open-batches.ts';

/** A file that was taken. */
export interface ArrivedFile {
  readonly batchId: string;
  readonly fileName: string;
  readonly counts: StateCounts;
}

export interface TakeOptions {
  /** Identity of the server in use. */
  readonly server: string;
  /** Id of the shop whose orders all files of the folder are; null: each file tells. */
  readonly shop: string | null;
}

/** A file that is written in pieces may look like this until it is whole. */
const perhapsUnfinished = new Set([
  'reading.empty',
  'reading.zeros',
  'reading.incomplete',
  'reading.brokenZip',
  'reading.brokenWorkbook',
  'reading.unreadable',
]);
/** ms for which such a file must not have changed before it counts as damaged. */
const damagedAfter = 120_000;
/** In other hands, or out of reach: it is tried for as long as it takes. */
const outOfReach = new Set(['reading.locked', 'reading.noAccess', 'reading.driveGone', 'reading.notFound']);
/** Fewer headings prove nothing. */
const fewestHeadings = 2;

type FileOnDisk = { readonly path: string; readonly stamp: string };
/** The file itself, or one out of a zip. */
type Spreadsheet = FileToRead & { readonly name: string };

export class WatchService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;
  readonly #clock: Clock;

  constructor(store: Remote<Store>, opened: OpenBatches, clock: Clock) {
    this.#store = store;
    this.#opened = opened;
    this.#clock = clock;
  }

  /** Takes the file, where it is whole, new, and of known headings; what it is left for is noted in the store. */
  async take(file: FileOnDisk, options: TakeOptions): Promise<TakeOutcome<ArrivedFile>> {
    if (await this.#store.watched.isKnown(file)) return { kind: 'known' };
    let fileHash: string | null = null;
    try {
      fileHash = await this.#hashOf(file);
      if (await this.#store.watched.isTaken(fileHash)) {
        await this.#store.watched.take({ ...file, fileHash }, null);
        return { kind: 'known' };
      }
      const members = await listSpreadsheetsInZip(file);
      return members.length < 2
        ? await this.#takeOne({ ...file, fileHash }, options)
        : await this.#takeMembers({ ...file, fileHash }, members, options);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      const { failure } = error;
      const endsAt = patienceWith(failure);
      if (endsAt !== 0) return { kind: 'notYet', failure, endsAt };
      await this.leave({ ...file, fileHash }, failure);
      return { kind: 'left' };
    }
  }

  /** Notes that the file is left for this reason. */
  async leave(file: FileOnDisk & { readonly fileHash?: string | null }, failure: Failure): Promise<void> {
    await this.#store.watched.leave({ path: file.path, stamp: file.stamp, fileHash: file.fileHash ?? null }, failure);
  }

  /** Opens what was taken and not opened since, because the app ended in between. */
  async finish({ server }: Pick<TakeOptions, 'server'>): Promise<ArrivedFile[]> {
    const finished: ArrivedFile[] = [];
    for (const batchId of await this.#store.watched.unopened()) {
      const batch = await this.#store.batches.get(batchId);
      // What cannot be opened now says so where a person opens it.
      if (batch)
        await this.#open(batch, server).then(
          (file) => finished.push(file),
          () => undefined,
        );
    }
    return finished;
  }

  /** The digest of the file's bytes. @throws FailureError `reading.incomplete` where it changes meanwhile, and those of the drive */
  async #hashOf({ path: file, stamp }: FileOnDisk): Promise<string> {
    const hash = createHash('sha256');
    const name = path.basename(file);
    try {
      await pipeline(createReadStream(file), hash);
      if (stampOf(await stat(file)) !== stamp) throw new FailureError('reading.incomplete', { file: name });
    } catch (error) {
      const code = systemErrorCode(error);
      throw code === undefined
        ? error
        : new FailureError(fileFault(code, true), { file: name, reason: code }, { cause: error });
    }
    return hash.digest('hex');
  }

  async #takeOne(
    file: FileOnDisk & { readonly fileHash: string },
    options: TakeOptions,
  ): Promise<TakeOutcome<ArrivedFile>> {
    const spreadsheet = { path: file.path, name: path.basename(file.path) };
    const batch = await this.#batchOf(spreadsheet, file.fileHash, options);
    const taken = batch === null ? [] : await this.#keep(file, [batch], options);
    // A person opened it by hand, or it was taken by another process meanwhile.
    if (taken.length > 0) return { kind: 'taken', taken };
    await this.#store.watched.take(file, null);
    return { kind: 'known' };
  }

  /** Those of a zip's spreadsheets that are of known headings; where it is none, what the first is left for. */
  async #takeMembers(
    file: FileOnDisk & { readonly fileHash: string },
    members: readonly string[],
    options: TakeOptions,
  ): Promise<TakeOutcome<ArrivedFile>> {
    const batches: BatchRecord[] = [];
    const failures: FailureError[] = [];
    for (const member of members) {
      try {
        const unpacked = await readZipMember(file, member);
        const fileHash = createHash('sha256').update(unpacked.bytes).digest('hex');
        const batch = await this.#batchOf(unpacked, fileHash, options);
        if (batch) batches.push(batch);
      } catch (error) {
        if (!(error instanceof FailureError)) throw error;
        failures.push(error);
      }
    }
    const [first] = failures;
    if (first && batches.length === 0) throw first;
    const taken = await this.#keep(file, batches, options);
    // Last of all: a zip of which not everything was noted is looked through again.
    await this.#store.watched.take(file, null);
    if (first) await this.leave(file, first.failure);
    return taken.length === 0 ? { kind: 'known' } : { kind: 'taken', taken };
  }

  /**
   * The batch that is to be checked: a new one, or one that was left halfway when the app ended. Null: it is there already.
   * @throws FailureError those of {@link #checkKind} and {@link #create}
   */
  async #batchOf(file: Spreadsheet, fileHash: string, options: TakeOptions): Promise<BatchRecord | null> {
    if (await this.#store.watched.isTaken(fileHash)) return null;
    const known = await this.#store.batches.findSameFile({ fileHash });
    if (known !== null) return known.counts !== null || this.#opened.isOpen(known.id) ? null : known;
    await this.#checkKind(file, options);
    return this.#create(file, fileHash, options);
  }

  /** @throws FailureError `watch.unknownHeadings`, `watch.ownReport`, those of the reading */
  async #checkKind(file: Spreadsheet, { server, shop }: TakeOptions): Promise<void> {
    const { headings, isReport, hasProfile } = await readFileKind(
      { batchId: '', fileName: file.name, file, choices: noChoices, isNew: true, shop, server },
      this.#store,
      this.#clock.now(),
      { foreign: this.#opened.foreign },
    );
    if (isReport) throw new FailureError('watch.ownReport', { file: file.name });
    const filled = headings.filter((heading) => heading.trim() !== '');
    const isKnown =
      filled.length >= fewestHeadings && (hasProfile || (await this.#store.batches.knowsHeadings(shop, headings)));
    if (!isKnown)
      throw new FailureError('watch.unknownHeadings', {
        file: file.name,
        headings: filled.slice(0, 4).join(', ') || '–',
      });
  }

  /** Stores a copy. @throws FailureError `reading.incomplete` where it is not what was read before */
  async #create(file: Spreadsheet, fileHash: string, { shop }: TakeOptions): Promise<BatchRecord> {
    const batchId = randomUUID();
    const batch = await ('path' in file
      ? this.#store.batches.createFromPath(file.path, file.name, batchId)
      : this.#store.batches.createFromBytes(file.bytes, file.name, batchId));
    if (batch.fileHash !== fileHash) {
      await this.#store.batches.remove(batchId);
      throw new FailureError('reading.incomplete', { file: file.name });
    }
    return shop === null || batch.shop === shop
      ? batch
      : valueOrThrow(await this.#store.batches.setShop(batchId, shop));
  }

  /** Notes first that each content is taken, then checks its orders: whatever ends the app in between, it is taken once. */
  async #keep(
    { path: at, stamp }: FileOnDisk,
    batches: readonly BatchRecord[],
    { server }: TakeOptions,
  ): Promise<ArrivedFile[]> {
    const kept: BatchRecord[] = [];
    for (const batch of batches) {
      // Where another process of this home was quicker, its batch counts.
      if (await this.#store.watched.take({ path: at, stamp, fileHash: batch.fileHash }, batch.id)) kept.push(batch);
      else await this.#store.batches.remove(batch.id);
    }
    const taken: ArrivedFile[] = [];
    try {
      for (const batch of kept) taken.push(await this.#open(batch, server));
    } catch (error) {
      // It may be possible later, or is said: nothing half done stays, and what was checked is in the list.
      for (const { id, fileHash } of kept.slice(taken.length)) {
        await this.#store.watched.forget(fileHash);
        await this.#store.batches.remove(id);
      }
      throw error;
    }
    return taken;
  }

  /** Reads and checks the batch for the list of files, and lets it go again. */
  async #open({ id, fileName }: BatchRecord, server: string): Promise<ArrivedFile> {
    const opened = await this.#opened.open(id, server);
    const { counts } = await this.#opened.publish(opened);
    // Unless a person has it open by now.
    if ((await this.#store.batches.get(id))?.isNewArrival !== false) this.#opened.close(id);
    return { batchId: id, fileName, counts };
  }
}

/** ms without a change after which a file that failed so is left; 0: at once, null: never. */
function patienceWith({ code }: Failure): number | null {
  if (perhapsUnfinished.has(code)) return damagedAfter;
  if (outOfReach.has(code)) return null;
  // Of the file itself, or a fault of the app; anything else (a full disk, a team out of reach) will pass.
  return /^(?:reading|watch)\.|^unexpected$/u.test(code) ? 0 : null;
}
