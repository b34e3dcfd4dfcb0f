/** Links this process to the team's ledger: the connection, this home's computer there, and whether its word still holds. */
import type { Client } from 'pg';
import { FailureError } from '../../shared/result.ts';
import type { TeamHome, TeamMember } from '../platform/team-ports.ts';
import type { Clock } from '../ports.ts';
import { NotConfirmedError, TeamAwayError, TeamDatabase } from './database.ts';
import { Fence } from './fence.ts';
import { checkSetBack, confirmComputer, entered, enterLedger, knownRow } from './membership.ts';
import { hearNews } from './news.ts';
import { checkSchema, type SchemaAbilities } from './schema.ts';
import { LedgerStanding, obstacleOf } from './standing.ts';
import type { TeamFile } from './team-file.ts';

export interface LinkOptions {
  readonly file: TeamFile;
  readonly home: TeamHome;
  readonly clock: Clock;
  /** The computer's name, as people see it. */
  readonly name: string;
  /** A new connection found what its database can hold. */
  onOpened(abilities: SchemaAbilities): void;
  /** No claim of this process counts any more. */
  onWithdrawn(): void;
  /** The database knows less than it once told this home. */
  onSetBack(): void;
}

export class LedgerLink {
  readonly standing: LedgerStanding;
  readonly database: TeamDatabase;
  readonly #options: LinkOptions;
  readonly #fence: Fence;
  #member: TeamMember | null = null;
  #epoch = 0;
  #hasNews = false;
  #abilities: SchemaAbilities = { age: 'same', isShared: false, hasDecisions: false, hasPace: false };

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#fence = new Fence(options.clock);
    // What was taken without the ledger is claimed like all else.
    this.standing = new LedgerStanding(
      () => options.clock.now(),
      () => options.onWithdrawn(),
    );
    this.database = new TeamDatabase(options.file, (client) => this.#prepare(client));
  }

  /** What the database can hold, as the last connection found it. */
  get abilities(): SchemaAbilities {
    return this.#abilities;
  }

  /** Of this computer: it goes up when its claims are taken over. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Whether this process has entered the ledger. */
  get isEntered(): boolean {
    return this.#member !== null;
  }

  /** Who this home is in the team. @throws TeamAwayError */
  get member(): TeamMember {
    if (this.#member === null) throw new TeamAwayError('not entered');
    return this.#member;
  }

  /** Whether the database's last word holds this instant. */
  get isFresh(): boolean {
    return this.#fence.isFresh;
  }

  /** Whether another connection announced changes since the last {@link takeNews}. */
  get hasNews(): boolean {
    return this.#hasNews;
  }

  takeNews(): void {
    this.#hasNews = false;
  }

  /** Asks the database for its word where the last one is old; whether orders may be sent. Never throws. */
  async confirm(): Promise<boolean> {
    if (this.#fence.isToBeRenewed) await this.try(() => this.ask());
    return this.#fence.isFresh;
  }

  /**
   * Asks for the database's word: this computer, this epoch, this incarnation; a ledger that is held gives none.
   * @throws NotConfirmedError, TeamAwayError, FailureError
   */
  async ask(): Promise<void> {
    const { home } = this.#options;
    const asked = this.#fence.mark();
    const { isHeld, isSetBack } = await this.database.use((client) =>
      confirmComputer(client, home, this.member, this.#epoch),
    );
    if (isSetBack) this.#setBack();
    if (isHeld) this.#withdraw();
    else this.#fence.confirm(asked);
    this.standing.meet(isHeld ? { code: 'run.teamSetBack', params: {} } : null);
  }

  /** Runs `act`; where it fails says why, and whether the claims are lost. Never throws what is the database's or the network's. */
  async try(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof NotConfirmedError) {
        await this.#enterAgain();
        return false;
      }
      this.standing.meet(obstacleOf(error));
      return false;
    }
  }

  /** Looks whether somebody has brought the database to another version since the connection was made. */
  async lookAgain(): Promise<void> {
    const { age } = this.#abilities;
    await this.database.use((client) => this.#look(client));
    if (age !== this.#abilities.age) this.standing.tellChanged();
  }

  async #look(client: Client): Promise<void> {
    this.#abilities = await checkSchema(client, this.#options.file.team);
    this.#options.onOpened(this.#abilities);
  }

  /** Begins every connection: the right database, this home's computer in it, and nothing lost since. */
  async #prepare(client: Client): Promise<void> {
    const { home } = this.#options;
    await this.#look(client);
    await hearNews(client, () => (this.#hasNews = true));
    if (this.#member === null) return this.#enter(client);
    const row = await knownRow(client, this.#member);
    const isSetBack = await checkSetBack(client, home.member() ?? this.#member, row);
    if (isSetBack) this.#setBack();
    if (row === undefined) await this.#enter(client);
  }

  async #enter(client: Client): Promise<void> {
    const { file, home, name } = this.#options;
    this.#withdraw();
    // Another process of this home has left the team: this one does not enter it again.
    if (this.#member !== null && home.member() === null) throw new FailureError('team.fileMissing');
    await client.query('BEGIN');
    const { epoch, isSetBack } = await enterLedger(client, home, file.team, name);
    await client.query('COMMIT');
    if (isSetBack) this.#options.onSetBack();
    this.#member = entered(home);
    this.#epoch = epoch;
  }

  /** The epoch was raised, or the home is another computer now: nothing that was claimed counts, and it begins anew. */
  async #enterAgain(): Promise<void> {
    this.#withdraw();
    try {
      await this.database.use((client) => this.#enter(client));
      await this.ask();
    } catch (error) {
      if (!(error instanceof NotConfirmedError)) this.standing.meet(obstacleOf(error));
    }
  }

  #setBack(): void {
    this.#withdraw();
    this.#options.onSetBack();
  }

  #withdraw(): void {
    this.#fence.withdraw();
    this.#options.onWithdrawn();
  }
}
