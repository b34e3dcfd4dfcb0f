/** A process's hold on the team's ledger: confirms, claims, tells what became of orders, learns what others did. */
import type { Client } from 'pg';
import type { RunReason } from '../../shared/domain/sending/run.ts';
import { FailureError } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type {
  ClaimAnswer,
  LearnedOrders,
  PaceHeard,
  PaceSaid,
  ServerAnswers,
  TeamClaim,
  TeamHome,
  TeamLedger,
  TeamMember,
  TeamRun,
} from '../platform/team-ports.ts';
import { claimOrders, giveBackClaims, seenClaims } from './claims.ts';
import { endDecisions } from './decisions.ts';
import { NotConfirmedError, TeamAwayError, TeamDatabase } from './database.ts';
import { Fence } from './fence.ts';
import { exchangeServerAnswers, learnChanges } from './learning.ts';
import { checkSetBack, confirmComputer, entered, enterLedger } from './membership.ts';
import { hearNews } from './news.ts';
import { giveNumbers, reserveNumbers } from './numbers.ts';
import { exchangePace } from './pace.ts';
import { RunClaims } from './run-claims.ts';
import { checkSchema, type SchemaAbilities } from './schema.ts';
import { Sharing } from './sharing.ts';
import { LedgerStanding, obstacleOf } from './standing.ts';
import { addressOf, type TeamFile } from './team-file.ts';
import { createTeamSecret, type TeamSecret } from './team-secret.ts';
import { tellLog } from './telling.ts';

/** Milliseconds: what is new is told, and what others did is asked for where no news came of it; after a failure it rests. */
const [tellEvery, learnEvery, restAfterFailure] = [500, 5_000, 3_000] as const;

export interface TeamSessionOptions {
  readonly file: TeamFile;
  readonly home: TeamHome;
  readonly servers: ServerAnswers;
  readonly clock: Clock;
  /** The computer's name, as people see it. */
  readonly name: string;
}

export class TeamSession implements TeamLedger {
  readonly sharing: Sharing;
  readonly #options: TeamSessionOptions;
  readonly #database: TeamDatabase;
  readonly #secret: TeamSecret;
  readonly #fence: Fence;
  readonly #runs = new Set<RunClaims>();
  readonly #listeners: ((learned: readonly LearnedOrders[]) => void)[] = [];
  readonly #standing: LedgerStanding;
  readonly #timer: NodeJS.Timeout;
  #member: TeamMember | null = null;
  #epoch = 0;
  #hasNews = false;
  #abilities: SchemaAbilities = { isShared: false, hasDecisions: false, hasPace: false };
  #restUntil = -Infinity;
  #learnAt = -Infinity;
  #isBusy = false;

  constructor(options: TeamSessionOptions) {
    const { file, clock } = options;
    this.#options = options;
    this.#secret = createTeamSecret(file.secret);
    this.#fence = new Fence(clock);
    // What was taken without the ledger is claimed like all else.
    this.#standing = new LedgerStanding(
      () => clock.now(),
      () => this.#forgetClaims(),
    );
    this.#database = new TeamDatabase(file, (client) => this.#prepare(client));
    this.sharing = new Sharing({
      database: this.#database,
      home: options.home,
      secret: this.#secret,
      team: file.team,
      name: options.name,
      existing: () => this.#existing(),
    });
    this.#timer = setInterval(() => void this.#tick(), tellEvery);
    this.#timer.unref();
  }

  get file(): TeamFile {
    return this.#options.file;
  }

  get secret(): TeamSecret {
    return this.#secret;
  }

  /** Why nothing may be claimed; null: the ledger answers. */
  get obstacle(): RunReason | null {
    return this.#standing.obstacle;
  }

  /** Computer and name of the database, for people. */
  get address(): string {
    return addressOf(this.#options.file);
  }

  /** Since when the ledger answers and lets this computer send, ms since 1970; null: it does not. */
  get connectedSince(): number | null {
    return this.#standing.connectedSince;
  }

  /** Whether a person lets this computer send without the ledger's word until it answers again. */
  get isAlone(): boolean {
    return this.#standing.isAlone;
  }

  get isFresh(): boolean {
    return this.isAlone || this.#fence.isFresh;
  }

  openRun(server: string, wholeTimeout: number, operator: string | null, account = ''): TeamRun {
    const run = new RunClaims(this, this.#options.home, { server, wholeTimeout, operator, account });
    this.#runs.add(run);
    return run;
  }

  onLearned(listener: (learned: readonly LearnedOrders[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Calls the listener whenever the ledger begins or ceases to let this computer send. */
  onChanged(listener: () => void): void {
    this.#standing.onChanged(listener);
  }

  /**
   * Lets this computer send without the ledger's word, at a person's risk of sending what another one sends, until the
   * database answers again. Only while it is out of reach; what it refuses, or holds, stays refused.
   */
  goAlone(): boolean {
    return this.#standing.goAlone();
  }

  /** Connects, tells what is untold, gives back what a dead process left, learns what others did. Whether that worked. */
  async connect(): Promise<boolean> {
    return (await this.#try(async () => {
      await this.#ask();
      await this.tell();
      // Where the ledger is held, this may have been the log that was missing.
      if (!this.#fence.isFresh) await this.#ask();
      await this.#giveBackOfTheDead();
      await this.learn();
      await this.share();
    }))
      ? this.obstacle === null
      : false;
  }

  /** Whether orders may be sent: asks the database where its last word is old. Never throws. */
  async confirm(): Promise<boolean> {
    if (this.isAlone) return true;
    if (this.#fence.isToBeRenewed) await this.#try(() => this.#ask());
    return this.#fence.isFresh;
  }

  /** Claims orders once what is untold is told; null where the database did not answer. */
  async claim(run: RunClaims, orders: readonly TeamClaim[]): Promise<ReadonlyMap<number, ClaimAnswer> | null> {
    // What this home knows of the others still holds an order back, in the journal.
    if (this.isAlone) return new Map(orders.map(({ orderId }) => [orderId, { kind: 'claimed' }]));
    let answers: ReadonlyMap<number, ClaimAnswer> | null = null;
    await this.#try(async () => {
      if (!(await this.confirm())) return;
      await this.tell();
      // Where the connection failed at the start, what a dead process of this home left is still claimed.
      await this.#giveBackOfTheDead();
      const { home } = this.#options;
      const { server, others } = home.namesOf(run.server);
      const epoch = this.#epoch;
      const got = await this.#database.transaction(async (client) => {
        const member = this.#existing();
        const { computer, incarnations } = home.member() ?? member;
        const claimed = await claimOrders(
          client,
          { computer, epoch, incarnations, token: run.token, server, otherNames: others, operator: run.operator },
          seenClaims(orders, home, run.server),
          this.#secret,
        );
        const ids = [...claimed].filter(([, { kind }]) => kind === 'claimed').map(([orderId]) => orderId);
        if (this.#abilities.hasDecisions) await endDecisions(client, computer, server, ids);
        return claimed;
      });
      if (epoch !== this.#epoch) return;
      const own = [...got].filter(([, { kind }]) => kind !== 'blocked').map(([orderId]) => orderId);
      home.forgetOthers(run.server, own);
      if (own.length < got.size) await this.learn();
      answers = got;
    });
    return answers;
  }

  /** Tells the log of outcomes up to its end. @throws TeamAwayError, FailureError */
  async tell(): Promise<void> {
    await tellLog(
      this.#database,
      () => this.#existing().computer,
      this.#options.home,
      this.#secret,
      () => this.#abilities.hasDecisions,
    );
  }

  /** Learns what the others did since it was last asked. @throws TeamAwayError, FailureError */
  async learn(): Promise<void> {
    const { home } = this.#options;
    this.#learnAt = this.#options.clock.monotonic() + learnEvery;
    this.#hasNews = false;
    const { computer } = this.#existing();
    const learned = await this.#database.use((client) => learnChanges(client, computer, home, this.#secret));
    if (learned.length > 0) for (const listener of this.#listeners) listener(learned);
  }

  /** Exchanges shops, products and what else the team shares. @throws TeamAwayError, FailureError */
  async share(): Promise<void> {
    const { home, servers } = this.#options;
    if (await this.sharing.exchange()) this.#standing.tellChanged();
    const isShared = this.sharing.isOpen ? home.things.knowsServers : null;
    await this.#database.use((client) => exchangeServerAnswers(client, servers, isShared));
  }

  /** Gives back what was claimed with a run's token and not used; false where the database did not answer. */
  async giveBack(run: RunClaims): Promise<boolean> {
    return this.#try(async () => {
      await this.tell();
      await this.#giveBack([run.token]);
    });
  }

  /**
   * The team's numbers for outside ids: one id has one number, one number one id.
   * @throws FailureError `team.numbersAway`, and what keeps this home out of the team
   */
  async numbers(server: string, shop: string, outsideIds: readonly string[], start: number): Promise<void> {
    const { home } = this.#options;
    const name = home.namesOf(server).server;
    const act = async (): Promise<void> => {
      await this.#ask();
      const given = home.givenNumbers(name, shop);
      const numbers = await this.#database.transaction((client) =>
        giveNumbers(client, { server: name, shop: this.#shopOfNumbers(shop), outsideIds, start, given }, this.#secret),
      );
      home.keepNumbers(name, shop, numbers);
    };
    if (!(await this.#try(act))) throw new FailureError('team.numbersAway');
  }

  /** Of a shop that is this home's alone the ids are another shop's to the team. */
  #shopOfNumbers(shop: string): string {
    const { things } = this.#options.home;
    return things.isApart(shop) ? `${shop} ${this.#existing().computer}` : shop;
  }

  /** Numbers for orders without one, which no other computer of the team gets; null: the ledger does not answer. */
  async reserve(server: string, start: number, count: number): Promise<readonly number[] | null> {
    const name = this.#options.home.namesOf(server).server;
    let numbers: readonly number[] | null = null;
    const act = async (): Promise<void> => {
      await this.#ask();
      numbers = await this.#database.transaction((client) => reserveNumbers(client, name, start, count));
    };
    await this.#try(act);
    return numbers;
  }

  /** Runs `act` on the ledger's connection, as a member. @throws TeamAwayError, FailureError */
  use<T>(act: (client: Client, member: TeamMember) => Promise<T>): Promise<T> {
    return this.#database.use((client) => act(client, this.#existing()));
  }

  /** Whether the database holds what people decide about orders left behind: it does from a version on. */
  get hasDecisions(): boolean {
    return this.#abilities.hasDecisions;
  }

  /** {@link use}, in a transaction. */
  transaction<T>(act: (client: Client, member: TeamMember) => Promise<T>): Promise<T> {
    return this.#database.transaction((client) => act(client, this.#existing()));
  }

  /** Exchanges how fast may be sent to a server and account; null where the database does not answer. Never throws. */
  async pace(server: string, account: string, said: PaceSaid): Promise<PaceHeard | null> {
    if (!this.#abilities.hasPace || this.obstacle !== null) return null;
    const name = this.#options.home.namesOf(server).server;
    const key = this.#secret.keyOf('account', `${name}|${account}`);
    let heard: PaceHeard | null = null;
    await this.#try(async () => {
      heard = await this.use((client, { computer }) =>
        exchangePace(client, { computer, server: name, account: key }, said),
      );
    });
    return heard;
  }

  /** Notes how long a request of this computer may take: whoever takes over waits as long. */
  async noteTimeout(seconds: number): Promise<void> {
    await this.#database.use((client) =>
      client.query('UPDATE order_importer.computers SET whole_timeout = $2 WHERE id = $1 AND whole_timeout < $2', [
        this.#existing().computer,
        Math.ceil(seconds),
      ]),
    );
  }

  /** Tells what is untold and ends the connection. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#standing.tellNobody();
    for (const run of this.#runs) await run.giveBack();
    if (this.obstacle === null) await this.#try(() => this.tell());
    await this.#database.close();
  }

  #existing(): TeamMember {
    if (this.#member === null) throw new TeamAwayError('not entered');
    return this.#member;
  }

  /** Begins every connection: the right database, this home's computer in it, and nothing lost since. */
  async #prepare(client: Client): Promise<void> {
    const { file, home } = this.#options;
    this.#abilities = await checkSchema(client, file.team);
    this.sharing.open(this.#abilities.isShared);
    await hearNews(client, () => (this.#hasNews = true));
    if (this.#member === null) return this.#enter(client);
    const { rows } = await client.query<{ told: string }>('SELECT told FROM order_importer.computers WHERE id = $1', [
      this.#member.computer,
    ]);
    const isSetBack = await checkSetBack(client, home.member() ?? this.#member, rows[0]);
    if (isSetBack) this.#withdraw();
    if (rows.length === 0) await this.#enter(client);
  }

  async #enter(client: Client): Promise<void> {
    const { file, home, name } = this.#options;
    this.#withdraw();
    // Another process of this home has left the team: this one does not enter it again.
    if (this.#member !== null && home.member() === null) throw new FailureError('team.fileMissing');
    await client.query('BEGIN');
    const { epoch } = await enterLedger(client, home, file.team, name);
    await client.query('COMMIT');
    this.#member = entered(home);
    this.#epoch = epoch;
  }

  /** No claim of this process counts any more. */
  #withdraw(): void {
    this.#fence.withdraw();
    this.#forgetClaims();
  }

  #forgetClaims(): void {
    for (const run of this.#runs) run.forget();
  }

  /** Asks for the database's word: this computer, this epoch, this incarnation; a ledger that is held gives none. */
  async #ask(): Promise<void> {
    const { home } = this.#options;
    const asked = this.#fence.mark();
    const { isHeld, isSetBack } = await this.#database.use((client) =>
      confirmComputer(client, home, this.#existing(), this.#epoch),
    );
    if (isSetBack) this.#withdraw();
    if (isHeld) this.#withdraw();
    else this.#fence.confirm(asked);
    this.#standing.meet(isHeld ? { code: 'run.teamSetBack', params: {} } : null);
  }

  async #giveBack(tokens: readonly string[]): Promise<void> {
    if (tokens.length === 0) return;
    const { home } = this.#options;
    await this.#database.transaction((client) =>
      giveBackClaims(client, this.#existing().computer, tokens, home, this.#secret),
    );
    for (const token of tokens) home.removeToken(token);
  }

  async #giveBackOfTheDead(): Promise<void> {
    await this.#giveBack(this.#options.home.deadTokens());
  }

  /** Runs `act`; where it fails says why, and whether the claims are lost. Never throws what is the database's or the network's. */
  async #try(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof NotConfirmedError) {
        await this.#enterAgain();
        return false;
      }
      this.#standing.meet(obstacleOf(error));
      return false;
    }
  }

  /** The epoch was raised, or the home is another computer now: nothing that was claimed counts, and it begins anew. */
  async #enterAgain(): Promise<void> {
    this.#withdraw();
    try {
      await this.#database.use((client) => this.#enter(client));
      await this.#ask();
    } catch (error) {
      if (!(error instanceof NotConfirmedError)) this.#standing.meet(obstacleOf(error));
    }
  }

  async #enterByAndBy(): Promise<void> {
    this.#isBusy = true;
    if (!(await this.connect())) this.#restUntil = this.#options.clock.monotonic() + restAfterFailure;
    this.#isBusy = false;
  }

  async #tick(): Promise<void> {
    const { home, clock } = this.#options;
    if (this.#isBusy || clock.monotonic() < this.#restUntil) return;
    const member = home.member();
    // Entered by `connect`; and in the window, where nobody waits for it, by and by.
    if (this.#member === null) return this.#enterByAndBy();
    if (member === null) return;
    const isDue = clock.monotonic() >= this.#learnAt;
    const isUntold = home.lastOutcome() > member.told || this.sharing.isUnsettled;
    if (!isUntold && !isDue && !this.#hasNews) return;
    this.#isBusy = true;
    const isDone = await this.#try(async () => {
      // A computer without a run is heard of, too: nobody takes over from one that is only idle.
      if (isDue || this.isAlone) await this.#ask();
      await this.tell();
      const hasLearned = isDue || this.#hasNews;
      if (hasLearned) await this.learn();
      if (hasLearned || this.sharing.isUnsettled) await this.share();
    });
    if (!isDone) this.#restUntil = clock.monotonic() + restAfterFailure;
    this.#isBusy = false;
  }
}
