/** Controls whether a run goes on: pauses by a person or by an answer, the end, a failure of the disk. */
import type { RunReason, RunStatus } from '../../../shared/domain/sending/run.ts';
import { FailureError } from '../../../shared/result.ts';
import { systemFailure } from '../../platform/system-failure.ts';
import { RecordingError } from '../group-committer.ts';

export interface RunPause {
  /** `askForAccessKey`: a new key ends the pause. */
  readonly kind: 'waitForPerson' | 'askForAccessKey';
  readonly reason: RunReason;
}

const byOperator: RunPause = { kind: 'waitForPerson', reason: { code: 'run.byOperator', params: {} } };
const firstSent: RunPause = { kind: 'waitForPerson', reason: { code: 'run.firstSent', params: {} } };

export class RunControl {
  #status: RunStatus = 'running';
  #pause: RunPause | null = null;
  #isStopping = false;
  #failure: RunReason | null = null;
  /** Sends one at a time: the first order alone, or a trial after a pause that the server caused. */
  #oneAtATime: 'first' | 'trial' | null;
  readonly #changed: () => void;

  /** @param changed called at every change of status, and when the run should end its wait */
  constructor(firstOnly: boolean, changed: () => void) {
    this.#oneAtATime = firstOnly ? 'first' : null;
    this.#changed = changed;
  }

  get status(): RunStatus {
    return this.#status;
  }

  get currentPause(): RunPause | null {
    return this.#pause;
  }

  get failure(): RunReason | null {
    return this.#failure;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  get isOneAtATime(): boolean {
    return this.#oneAtATime !== null;
  }

  /** Whether new requests may go out. */
  get canProceed(): boolean {
    return !this.#pause && !this.#isStopping && !this.#failure;
  }

  pauseByOperator(): void {
    this.hold(byOperator);
  }

  /**
   * Pauses the run; returns whether it does so for this. The first reason counts: later ones, while requests are awaited,
   * follow from the same cause.
   */
  hold(pause: RunPause): boolean {
    if (this.#pause || this.#isStopping || this.#hasEnded) return false;
    this.#pause = pause;
    this.setStatus('pausing');
    return true;
  }

  resume(): void {
    if (!this.#pause) return;
    // The cause at the server may still be there: one order goes first.
    if (this.#pause !== byOperator && this.#pause !== firstSent) this.#oneAtATime = 'trial';
    this.#pause = null;
    this.setStatus('running');
  }

  stop(): void {
    this.#isStopping = true;
    if (!this.#hasEnded) this.setStatus('stopping');
  }

  /** Ends the run because of an error that is not the network's. */
  fail(error: unknown): void {
    const where = error instanceof RecordingError ? error.where : null;
    const cause = error instanceof RecordingError ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    // SQLite's messages for a damaged file; the store sets it aside at the next start.
    const isDamaged = where === 'journal' && /malformed|not a database/iu.test(message);
    const isReplaced = cause instanceof FailureError && cause.failure.code === 'store.replaced';
    const how = isReplaced ? 'Replaced' : isDamaged ? 'Damaged' : 'Failed';
    // A disk that is full, a database that another process holds: said as everywhere else.
    const known = where === null || isReplaced || isDamaged ? null : systemFailure(cause);
    this.#failure ??= known ?? { code: where === null ? 'run.failed' : `run.${where}${how}`, params: { message } };
    this.#changed();
  }

  /** Ends the run for a reason that is no error: what is left waits. */
  giveUp(reason: RunReason): void {
    this.#failure ??= reason;
    this.#changed();
  }

  /** An order was settled: if it was the single one (first or trial), the run pauses or goes on. */
  orderSettled(): void {
    if (this.#pause) return;
    if (this.#oneAtATime === 'first') this.hold(firstSent);
    this.#oneAtATime = null;
  }

  setStatus(status: RunStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.#changed();
  }

  get #hasEnded(): boolean {
    return this.#status === 'finished' || this.#status === 'stopped';
  }
}
