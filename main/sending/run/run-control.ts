/** Who may stop a run, and why it stands: pauses by a person or by an answer, the end, a failure of the disk. */
import type { RunReason, RunStatus } from '../../../shared/domain/sending/run.ts';
import { RecordingError } from '../group-committer.ts';

export interface RunPause {
  /** `ask`: for an access key. */
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

  /** @param changed called at every change of status, and when the run should look up from its wait */
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

  /** The first reason counts: what comes in while requests are awaited follows from the same cause. */
  hold(pause: RunPause): void {
    if (this.#pause || this.#isStopping || this.#hasEnded) return;
    this.#pause = pause;
    this.setStatus('pausing');
  }

  resume(): void {
    if (!this.#pause) return;
    // Nothing says that what the server objected to is gone: one order goes first.
    if (this.#pause !== byOperator && this.#pause !== firstSent) this.#oneAtATime = 'trial';
    this.#pause = null;
    this.setStatus('running');
  }

  stop(): void {
    this.#isStopping = true;
    if (!this.#hasEnded) this.setStatus('stopping');
  }

  /** Something else than the network went wrong: the run ends. */
  fail(error: unknown): void {
    const where = error instanceof RecordingError ? error.where : null;
    const cause = error instanceof RecordingError ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    // SQLite's word for a file that is not what it wrote; the store sets it aside at the next start.
    const isDamaged = where === 'journal' && /malformed|not a database/iu.test(message);
    this.#failure ??= {
      code: where === null ? 'run.failed' : `run.${where}${isDamaged ? 'Damaged' : 'Failed'}`,
      params: { message },
    };
    this.#changed();
  }

  /** An order came through: the single one, if there is one. */
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
