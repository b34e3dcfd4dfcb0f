/**
 * Sends files one after another, each by a run of its own with its own key. A run that waits for a person holds the files
 * behind it; one that a person stops ends the queue.
 */
import type { QueuedFile, QueueState } from '../../shared/contract/queue.ts';
import type { RunView } from '../../shared/contract/views.ts';
import { FailureError, type Failure } from '../../shared/result.ts';

export class SendQueue {
  readonly #start: (file: QueuedFile) => Promise<RunView>;
  readonly #toFailure: (error: unknown) => Failure;
  readonly #changed: (state: QueueState) => void;
  #waiting: QueuedFile[] = [];
  #current: { readonly batchId: string; readonly since: number | null } | null = null;
  #failed: QueueState['failed'] = [];

  /**
   * @param start starts a file's run; it fails by throwing
   * @param toFailure what the window is told of whatever it threw
   */
  constructor(
    start: (file: QueuedFile) => Promise<RunView>,
    toFailure: (error: unknown) => Failure,
    changed: (state: QueueState) => void,
  ) {
    this.#start = start;
    this.#toFailure = toFailure;
    this.#changed = changed;
  }

  state(): QueueState {
    return {
      current: this.#current?.batchId ?? null,
      waiting: this.#waiting.map(({ batchId }) => batchId),
      failed: [...this.#failed],
    };
  }

  /** Adds the files that are not in the queue yet, and begins. */
  send(files: readonly QueuedFile[]): QueueState {
    const known = new Set([this.#current?.batchId, ...this.#waiting.map(({ batchId }) => batchId)]);
    const added = files.filter(({ batchId }) => !known.has(batchId));
    const again = new Set(added.map(({ batchId }) => batchId));
    this.#failed = this.#failed.filter(({ batchId }) => !again.has(batchId));
    this.#waiting.push(...added);
    void this.#next();
    return this.state();
  }

  /** No further file is begun; the one under way goes on. */
  stop(): QueueState {
    this.#waiting = [];
    this.#changed(this.state());
    return this.state();
  }

  /** To be called with every change of a run. */
  runChanged({ batchId, status, startedAt }: RunView): void {
    // What an earlier run of the file still says of itself is none of this one's.
    if (this.#current?.batchId !== batchId || this.#current.since === null || startedAt < this.#current.since) return;
    if (status !== 'finished' && status !== 'stopped') return;
    if (status === 'stopped') this.#waiting = [];
    this.#current = null;
    this.#changed(this.state());
    void this.#next();
  }

  async #next(): Promise<void> {
    if (this.#current !== null) return;
    const file = this.#waiting.shift();
    if (file === undefined) return;
    this.#current = { batchId: file.batchId, since: null };
    this.#changed(this.state());
    try {
      const run = await this.#start(file);
      this.#current = { batchId: run.batchId, since: run.startedAt };
      this.#changed(this.state());
      this.runChanged(run);
    } catch (error) {
      this.#failed = [...this.#failed, { batchId: file.batchId, ...this.#toFailure(error) }];
      this.#current = null;
      this.#changed(this.state());
      void this.#next();
    }
  }
}

/** @throws FailureError `queue.otherwise` where more would go out now than was shown */
export function refuseMoreThanShown(shown: QueuedFile, now: { readonly ready: number; readonly amount: number }): void {
  if (now.ready > shown.ready || now.amount > shown.amount)
    throw new FailureError('queue.otherwise', { count: now.ready });
}
