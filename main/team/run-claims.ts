/** The claims of one run: under a token that is stored before it is used. */
import { randomUUID } from 'node:crypto';
import type { RunReason } from '../../shared/domain/sending/run.ts';
import type { ClaimAnswer, PaceHeard, PaceSaid, TeamClaim, TeamHome, TeamRun } from '../platform/team-ports.ts';

/** What of the session a run needs. */
interface Session {
  readonly obstacle: RunReason | null;
  readonly isFresh: boolean;
  readonly isAlone: boolean;
  goAlone(): boolean;
  confirm(): Promise<boolean>;
  claim(run: RunClaims, orders: readonly TeamClaim[]): Promise<ReadonlyMap<number, ClaimAnswer> | null>;
  giveBack(run: RunClaims): Promise<boolean>;
  noteTimeout(seconds: number): Promise<void>;
  pace(server: string, account: string, said: PaceSaid): Promise<PaceHeard | null>;
}

export class RunClaims implements TeamRun {
  readonly server: string;
  readonly operator: string | null;
  readonly #session: Session;
  readonly #home: TeamHome;
  readonly #wholeTimeout: number;
  readonly #account: string;
  readonly #held = new Set<number>();
  #token: string | null = null;
  #asking: Promise<unknown> = Promise.resolve();

  constructor(
    session: Session,
    home: TeamHome,
    {
      server,
      wholeTimeout,
      operator,
      account,
    }: {
      readonly server: string;
      readonly wholeTimeout: number;
      readonly operator: string | null;
      readonly account: string;
    },
  ) {
    this.operator = operator;
    this.#session = session;
    this.#home = home;
    this.server = server;
    this.#wholeTimeout = wholeTimeout;
    this.#account = account;
  }

  get token(): string {
    return this.#token ?? '';
  }

  get obstacle(): RunReason | null {
    return this.#session.obstacle;
  }

  goAlone(): boolean {
    return this.#session.goAlone();
  }

  confirm(): Promise<boolean> {
    return this.#session.confirm();
  }

  isConfirmed(): boolean {
    return this.#session.isFresh;
  }

  holds(orderId: number): boolean {
    return this.#held.has(orderId);
  }

  idsElsewhere(shop: string): readonly string[] {
    return this.#home.things.idsElsewhere(shop);
  }

  drop(orderId: number): void {
    this.#held.delete(orderId);
  }

  /** The session's claims were taken over, or the database lost them. */
  forget(): void {
    this.#held.clear();
  }

  exchangePace(said: PaceSaid): Promise<PaceHeard | null> {
    return this.#session.pace(this.server, this.#account, said);
  }

  claim(orders: readonly TeamClaim[]): Promise<ReadonlyMap<number, ClaimAnswer> | null> {
    const asked = this.#claim(orders);
    this.#asking = Promise.allSettled([this.#asking, asked]);
    return asked;
  }

  async #claim(orders: readonly TeamClaim[]): Promise<ReadonlyMap<number, ClaimAnswer> | null> {
    if (this.#token === null) {
      const token = randomUUID();
      this.#home.addToken(token);
      this.#token = token;
      try {
        if (!this.#session.isAlone) await this.#session.noteTimeout(this.#wholeTimeout);
      } catch {
        // Not told: the claim, which fails like it, says why.
      }
    }
    const answers = await this.#session.claim(this, orders);
    for (const [orderId, { kind }] of answers ?? []) if (kind === 'claimed') this.#held.add(orderId);
    return answers;
  }

  async giveBack(): Promise<void> {
    // What is being claimed just now goes back, too.
    await this.#asking;
    if (this.#token === null) return;
    this.#held.clear();
    // Where it was not answered the token stays noted: whoever opens the home next gives back what is left.
    if (await this.#session.giveBack(this)) this.#token = null;
  }
}
