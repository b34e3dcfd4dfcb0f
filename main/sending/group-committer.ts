/**
 * Commits writes to the journal and the witness in groups: while the disk is busy with one group, the next one gathers, and
 * shares one commit and one flush. None is skipped, and none resolves before it is on the disk.
 */
import type { Journal, WitnessedAttempt } from '../ports.ts';
import type { Witness } from './witness.ts';

/** Journal or witness could not be written: nothing more may be sent (invariant 9). */
export class RecordingError extends Error {
  readonly where: 'journal' | 'witness';
  constructor(where: 'journal' | 'witness', cause: unknown) {
    super(`The ${where} could not be written.`, { cause });
    this.name = 'RecordingError';
    this.where = where;
  }
}

/** The result of a write, and the line that must be witnessed before the write resolves. */
export interface RecordedWrite<T> {
  readonly value: T;
  readonly line?: WitnessedAttempt;
  /** Undoes the write where its line could not be witnessed. */
  readonly undo?: () => void;
}

interface PendingWrite {
  /** Runs inside the transaction; what it returns settles the write once all is on the disk. */
  readonly act: () => RecordedWrite<() => void>;
  readonly reject: (error: RecordingError) => void;
}

export class GroupCommitter {
  readonly #journal: Journal;
  readonly #witness: Witness;
  #pending: PendingWrite[] = [];

  constructor(journal: Journal, witness: Witness) {
    this.#journal = journal;
    this.#witness = witness;
  }

  /** Runs `act` in the next group; resolves when it is on the disk. @throws RecordingError */
  write<T>(act: () => RecordedWrite<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#pending.length === 0) setImmediate(() => this.#flush());
      this.#pending.push({
        act: () => {
          const { value, ...rest } = act();
          return { value: () => resolve(value), ...rest };
        },
        reject,
      });
    });
  }

  #flush(): void {
    const group = this.#pending;
    this.#pending = [];
    let done: readonly RecordedWrite<() => void>[];
    try {
      done = this.#journal.transaction(() => group.map(({ act }) => act()));
    } catch (error) {
      for (const { reject } of group) reject(new RecordingError('journal', error));
      return;
    }
    const lines = done.flatMap(({ line }) => line ?? []);
    try {
      if (lines.length > 0) this.#witness.append(lines);
    } catch (error) {
      this.#undo(done);
      for (const [index, { line, value }] of done.entries()) {
        if (line) group[index]?.reject(new RecordingError('witness', error));
        else value();
      }
      return;
    }
    for (const { value } of done) value();
  }

  /** Requests that were not witnessed are never sent, and the journal should say so. */
  #undo(done: readonly RecordedWrite<unknown>[]): void {
    try {
      this.#journal.transaction(() => {
        for (const { line, undo } of done) if (line) undo?.();
      });
    } catch {
      // Then the next start finds them as «sending» and makes them unknown: safe, only less precise.
    }
  }
}
