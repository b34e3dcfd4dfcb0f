/**
 * Changes an open batch: applies a change in memory, stores it, and tells the window; or puts everything back. There is
 * no other way to change what lasts of a batch, so that memory always equals what a restart would give.
 */
import type { BatchSummary } from '../../shared/contract/views.ts';
import type { Choices } from '../../shared/domain/model/choices.ts';
import type { Edit } from '../../shared/domain/model/edits.ts';
import { isSamePart, sheetsOffered } from '../../shared/domain/model/file-part.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import type { Batch } from '../engine/batch.ts';
import type { NumberedEdit } from '../engine/edits/edit-history.ts';
import type { Remote } from '../platform/remote.ts';
import type { BatchRecord } from '../store/batch-stores.ts';
import type { StayingOrder } from '../store/sent-stores.ts';
import type { Store } from '../store/store.ts';
import { loadSendHistory } from './send-history.ts';
import type { OpenBatches, OpenedBatch } from './open-batches.ts';
import { saveChoicesAsProfile, saveProfileAs } from './remembered-profile.ts';

/** What a change answers: the batch as it is after it, and what the change itself has to say. */
export interface ChangedBatch<T> {
  readonly summary: BatchSummary;
  readonly result: T;
}

export class BatchChanges {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  /**
   * Makes a change after whatever else changes this batch. What is refused has changed nothing. What could not be stored,
   * or of which nobody knows whether it was (the commit stood and its answer was lost), is read again from the store.
   * @throws FailureError of the refusal, or of the store
   */
  make<T>(batchId: string, act: (change: BatchChange) => Promise<T>): Promise<ChangedBatch<T>> {
    return this.#opened.runExclusive(batchId, async (opened) => {
      const change = new BatchChange(this.#store, this.#opened, opened);
      try {
        const result = await act(change);
        // From here on ids count as asked for: what fails would leave them without their history.
        change.hasBegun = true;
        await loadSendHistory(change.batch, this.#store, change.opened.server);
        return { result, summary: await this.#opened.publish(change.opened) };
      } catch (error) {
        if (change.hasBegun) await this.#opened.restore(batchId);
        throw error;
      }
    });
  }
}

/** A change under way: each step is applied in memory and then stored. */
export class BatchChange {
  readonly #store: Remote<Store>;
  readonly #openBatches: OpenBatches;
  #opened: OpenedBatch;
  /** Whether memory or store may differ from what they were. */
  hasBegun = false;

  constructor(store: Remote<Store>, openBatches: OpenBatches, opened: OpenedBatch) {
    this.#store = store;
    this.#openBatches = openBatches;
    this.#opened = opened;
  }

  /** The batch as it stands; another object once the file was read again. */
  get opened(): OpenedBatch {
    return this.#opened;
  }

  get batch(): Batch {
    return this.#opened.batch;
  }

  /**
   * @param staying orders that it leaves out because they stay as they were sent
   * @throws FailureError where the edit is refused: nothing has changed by it
   */
  async applyEdit(edit: Edit, staying: readonly StayingOrder[] = []): Promise<void> {
    valueOrThrow(this.batch.applyEdit(edit));
    this.hasBegun = true;
    await this.#store.edits.append(this.batch.batchId, edit, staying);
  }

  /** The step that was taken back; null where there is none. @throws FailureError as {@link applyEdit} */
  async undo(): Promise<NumberedEdit | null> {
    return this.#move(valueOrThrow(this.batch.undo()), () => this.#store.edits.undo(this.batch.batchId));
  }

  /** The step that was done again; null where there is none. @throws FailureError as {@link applyEdit} */
  async redo(): Promise<NumberedEdit | null> {
    return this.#move(valueOrThrow(this.batch.redo()), () => this.#store.edits.redo(this.batch.batchId));
  }

  /**
   * Goes to the point of the history where this step was the last (0: the file as it was opened). Answers the last step on
   * the way; null where there is none. @throws FailureError as {@link applyEdit}
   */
  async goTo(sequence: number): Promise<NumberedEdit | null> {
    const step = valueOrThrow(this.batch.goTo(sequence)).at(-1) ?? null;
    return this.#move(step, () => this.#store.edits.goTo(this.batch.batchId, sequence));
  }

  /**
   * New choices: they last, and hold for the next file with these headings.
   * @param typed constants as they were typed («tomorrow 14:00»); the profile keeps them so
   */
  async setChoices(choices: Choices, typed: Choices['constants'] = {}): Promise<void> {
    this.hasBegun = true;
    const before = this.batch.choices.columns;
    const answered = choices.columns.filter(
      ({ column, field }) => !before.some((known) => known.column === column && known.field === field),
    );
    if (choices.rules.joinSheets === this.batch.choices.rules.joinSheets) {
      this.batch.setChoices(choices);
      await this.#store.batches.setChoices(this.batch.batchId, this.batch.choices);
    } else {
      // Whether sheets are joined decides what is read; columns are then others, and have a profile of their own.
      await this.readAgain({ ...choices, columns: [], range: null, headerRow: null });
      this.#opened.profileName = null;
    }
    await this.#rememberHeadings(answered);
    await saveChoicesAsProfile(this.#store, this.#opened, typed);
  }

  /** What a person answered for single headings holds for other files of the shop, too. */
  async #rememberHeadings(answered: Choices['columns']): Promise<void> {
    const { shop } = this.batch;
    if (shop === null) return;
    const headings = this.batch.headings();
    const things = answered.flatMap(({ column, field }) => {
      const heading = headings[column]?.trim() ?? '';
      return heading === '' ? [] : [{ kind: 'heading' as const, heading, field }];
    });
    if (things.length > 0) await this.#store.settled.settle(shop, things);
  }

  /**
   * Whether these choices lead to other sheets or another table while something of this part was sent. What was sent stays with its
   * report: the other part becomes a batch of its own, or is one already, and the window is told to open it.
   */
  async openOtherPart(choices: Choices): Promise<boolean> {
    const { batch } = this;
    const { file, counts } = batch.summary();
    const now = { sheet: file.sheet, together: file.together, range: file.range };
    const wanted = { sheet: choices.sheet ?? file.sheet, together: choices.together, range: choices.range };
    const isJoined = file.pair?.joined === true;
    if (!isJoined && isSamePart({ ...wanted, range: wanted.range ?? now.range }, now)) return false;
    if (counts.total - counts.ready - counts.withErrors - counts.leftOut - counts.alreadySent - counts.duplicate === 0)
      return false;
    const stored = await this.#store.batches.get(batch.batchId);
    if (!stored) throw new FailureError('batch.gone');
    if (!isJoined) await this.#nameSheet();
    const others = await this.#store.batches.otherParts(batch.batchId);
    const known = others.find((other) => isSamePart(other.choices, wanted));
    const id = known?.id ?? (await this.#copyFor(stored, { ...choices, ...wanted }));
    this.#openBatches.emit('batch.opened', { batchId: id });
    return true;
  }

  /**
   * Makes a batch of each other sheet that lists the same as this one, beside it; a sheet that is one already stays as it is.
   * @param choicesOf the choices with which a sheet is read first
   */
  async openAlikeSheets(choicesOf: (sheet: string) => Choices): Promise<void> {
    const { file } = this.batch.summary();
    const stored = await this.#store.batches.get(this.batch.batchId);
    if (!stored) throw new FailureError('batch.gone');
    await this.#nameSheet();
    const others = await this.#store.batches.otherParts(stored.id);
    for (const name of sheetsOffered(file.sheets))
      if (!others.some(({ choices }) => choices.sheet === name && choices.together.length === 0))
        await this.#copyFor(stored, choicesOf(name));
  }

  /** The list and the report call the parts of a file by their sheets' names. */
  async #nameSheet(): Promise<void> {
    const { batch } = this;
    if (batch.choices.sheet !== null) return;
    this.hasBegun = true;
    batch.setChoices({ ...batch.choices, sheet: batch.summary().file.sheet });
    await this.#store.batches.setChoices(batch.batchId, batch.choices);
  }

  async #copyFor(stored: BatchRecord, choices: Choices): Promise<string> {
    const copy = await this.#store.batches.createFromPath(stored.path, stored.fileName);
    if (stored.shop !== null) valueOrThrow(await this.#store.batches.setShop(copy.id, stored.shop));
    await this.#store.batches.setChoices(copy.id, choices);
    return copy.id;
  }

  /**
   * Reads the file with other choices. Corrections stay with their cells; those whose cells are not read any more wait until
   * they are read again.
   */
  async readAgain(choices: Choices): Promise<void> {
    // Opening lets the corrections follow: from here on memory may differ from the store.
    this.hasBegun = true;
    this.#opened = await this.#openBatches.reopen(this.batch.batchId, choices, this.#opened.server);
    await this.#store.batches.setChoices(this.batch.batchId, this.batch.choices);
  }

  /** Saves the choices as a profile with this name, which is the batch's from then on. */
  async saveProfile(name: string): Promise<void> {
    this.hasBegun = true;
    await saveProfileAs(this.#store, this.#opened, name);
  }

  async #move(step: NumberedEdit | null, store: () => Promise<unknown>): Promise<NumberedEdit | null> {
    if (step === null) return null;
    this.hasBegun = true;
    await store();
    return step;
  }
}
