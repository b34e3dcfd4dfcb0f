/** Keeps how the ledger stands for this computer: since when it answers, or why nothing may be claimed. */
import type { RunReason } from '../../shared/domain/sending/run.ts';
import { FailureError } from '../../shared/result.ts';
import { TeamAwayError } from './database.ts';

export class LedgerStanding {
  readonly #now: () => number;
  readonly #aloneEnded: () => void;
  readonly #listeners: (() => void)[] = [];
  #obstacle: RunReason | null = { code: 'run.teamAway', params: {} };
  #connectedSince: number | null = null;
  #isAlone = false;

  /** @param aloneEnded called when this computer goes by the ledger again */
  constructor(now: () => number, aloneEnded: () => void) {
    this.#now = now;
    this.#aloneEnded = aloneEnded;
  }

  /** Why nothing may be claimed; null: the ledger answers. */
  get obstacle(): RunReason | null {
    return this.#obstacle;
  }

  /** Since when the ledger answers and lets this computer send, ms since 1970; null: it does not. */
  get connectedSince(): number | null {
    return this.#connectedSince;
  }

  /** Whether a person lets this computer send without the ledger's word until it answers again. */
  get isAlone(): boolean {
    return this.#isAlone;
  }

  /** Calls the listener whenever any of this changes. */
  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  tellNobody(): void {
    this.#listeners.length = 0;
  }

  /** Only while the ledger is out of reach; what it refuses, or holds, stays refused. */
  goAlone(): boolean {
    if (this.#obstacle?.code !== 'run.teamAway') return false;
    this.#isAlone = true;
    this.tellChanged();
    return true;
  }

  /** Notes what keeps this computer from sending; null: nothing. */
  meet(obstacle: RunReason | null): void {
    const before = [this.#obstacle?.code, this.#isAlone];
    this.#obstacle = obstacle;
    if (obstacle !== null) this.#connectedSince = null;
    else this.#connectedSince ??= this.#now();
    if (this.#isAlone && obstacle?.code !== 'run.teamAway') {
      this.#isAlone = false;
      this.#aloneEnded();
    }
    if (before[0] !== obstacle?.code || before[1] !== this.#isAlone) this.tellChanged();
  }

  tellChanged(): void {
    for (const listener of this.#listeners) listener();
  }
}

const obstacles: Readonly<Record<string, string>> = {
  'team.appTooOld': 'run.teamAppTooOld',
  'team.otherDatabase': 'run.teamOtherDatabase',
  'team.otherTeam': 'run.teamOtherTeam',
  'team.fileMissing': 'run.teamFileMissing',
  'team.certificateName': 'run.teamCertificateName',
  'team.certificate': 'run.teamCertificate',
  'team.noTls': 'run.teamNoTls',
};

/** What an error of the database means for a run; any other error is thrown on. */
export function obstacleOf(error: unknown): RunReason {
  if (error instanceof TeamAwayError) return { code: 'run.teamAway', params: {} };
  if (error instanceof FailureError) {
    const { code, params } = error.failure;
    return { code: obstacles[code] ?? 'run.teamRefused', params: { message: '', ...params } };
  }
  throw error;
}
