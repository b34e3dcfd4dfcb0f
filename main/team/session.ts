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
import { exchangeServerAnswers, learnChanges, learnSilent } from './learning.ts';
import { LedgerLink } from './ledger-link.ts';
import { giveNumbers, reserveNumbers } from './numbers.ts';
import { exchangePace } from './pace.ts';
import { RunClaims } from './run-claims.ts';
import type { DatabaseAge } from './schema.ts';
import { Sharing } from './sharing.ts';
import { addressOf, type TeamFile } from './team-file.ts';
import { createTeamSecret, type TeamSecret } from './team-secret.ts';
import type { Told } from './team-rows.ts';
import { LogTeller } from './telling.ts';

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
  readonly #link: LedgerLink;
  readonly #secret: TeamSecret;
  readonly #teller: LogTeller;
  /** The transactions by which this process made orders this computer's: it need not learn of them. */
  readonly #ownXacts = new Set<string>();
  readonly #runs = new Set<RunClaims>();
  readonly #listeners: ((learned: readonly LearnedOrders[]) => void)[] = [];
  readonly #timer: NodeJS.Timeout;
  #restUntil = -Infinity;
  #learnAt = -Infinity;
  #isBusy = false;

  constructor(options: TeamSessionOptions) {
    const { file, home, clock, name } = options;
    this.#options = options;
    this.#secret = createTeamSecret(file.secret);
    const link = new LedgerLink({
      ...{ file, home, clock, name },
      onOpened: ({ isShared }) => {
        this.sharing.open(isShared);
        this.#teller.forget();
        this.#ownXacts.clear();
      },
      onSetBack: () => this.sharing.learnAnew(),
      onWithdrawn: () => {
        for (const run of this.#runs) run.forget();
      },
    });
    this.#link = link;
    this.#teller = new LogTeller({
      ...{ database: link.database, home, secret: this.#secret },
      computer: () => link.member.computer,
      hasDecisions: () => link.abilities.hasDecisions,
      onTold: ({ xact }, orders) => {
        // Where another computer had one of them, that is forgotten by learning.
        if (!home.hasOthers(orders)) this.#ownXacts.add(xact);
      },
    });
    this.sharing = new Sharing({
      ...{ home, name, database: link.database, secret: this.#secret },
      existing: () => link.member,
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
    return this.#link.standing.obstacle;
  }

  /** Computer and name of the database, for people. */
  get address(): string {
    return addressOf(this.#options.file);
  }

  /** Since when the ledger answers and lets this computer send, ms since 1970; null: it does not. */
  get connectedSince(): number | null {
    return this.#link.standing.connectedSince;
  }

  /** The database's version beside this app's. */
  get age(): DatabaseAge {
    return this.#link.abilities.age;
  }

  /** Whether a person lets this computer send without the ledger's word until it answers again. */
  get isAlone(): boolean {
    return this.#link.standing.isAlone;
  }

  get isFresh(): boolean {
    return this.isAlone || this.#link.isFresh;
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
    this.#link.standing.onChanged(listener);
  }

  /**
   * Lets this computer send without the ledger's word, at a person's risk of sending what another one sends, until the
   * database answers again. Only while it is out of reach; what it refuses, or holds, stays refused.
   */
  goAlone(): boolean {
    return this.#link.standing.goAlone();
  }

  /** Connects, tells what is untold, gives back what a dead process left, learns what others did. Whether that worked. */
  async connect(): Promise<boolean> {
    return (await this.#link.try(async () => {
      await this.#link.ask();
      await this.tell();
      // Where the ledger is held, this may have been the log that was missing.
      if (!this.#link.isFresh) await this.#link.ask();
      await this.#giveBackOfTheDead();
      await this.learn();
      await this.share();
    }))
      ? this.obstacle === null
      : false;
  }

  /** Whether orders may be sent: asks the database where its last word is old. Never throws. */
  async confirm(): Promise<boolean> {
    return this.isAlone || this.#link.confirm();
  }

  /** Claims orders once what is untold is told; null where the database did not answer. */
  async claim(run: RunClaims, orders: readonly TeamClaim[]): Promise<ReadonlyMap<number, ClaimAnswer> | null> {
    // What this home knows of the others still holds an order back, in the journal.
    if (this.isAlone) return new Map(orders.map(({ orderId }) => [orderId, { kind: 'claimed' }]));
    let answers: ReadonlyMap<number, ClaimAnswer> | null = null;
    await this.#link.try(async () => {
      if (!(await this.confirm())) return;
      await this.tell();
      // Where the connection failed at the start, what a dead process of this home left is still claimed.
      await this.#giveBackOfTheDead();
      const { home } = this.#options;
      const { server, others } = home.namesOf(run.server);
      const epoch = this.#link.epoch;
      const hasUnnamedShop = home.things.hasUnnamedShop();
      const made: Told[] = [];
      const got = await this.#link.database.transaction(async (client) => {
        const member = this.#link.member;
        const { computer, incarnations } = home.member() ?? member;
        const claimed = await claimOrders(
          client,
          {
            computer,
            epoch,
            incarnations,
            token: run.token,
            server,
            otherNames: others,
            operator: run.operator,
            hasUnnamedShop,
          },
          seenClaims(orders, home, run.server),
          this.#secret,
          (told) => made.push(told),
        );
        const ids = [...claimed].filter(([, { kind }]) => kind === 'claimed').map(([orderId]) => orderId);
        if (this.#link.abilities.hasDecisions) await endDecisions(client, computer, server, ids);
        return claimed;
      });
      if (epoch !== this.#link.epoch) return;
      const own = [...got].filter(([, { kind }]) => kind !== 'blocked').map(([orderId]) => orderId);
      home.forgetOthers(run.server, own);
      for (const each of made) this.#noteOwn(each);
      if (own.length < got.size) await this.learn();
      answers = got;
    });
    return answers;
  }

  /** Tells the log of outcomes up to its end. @throws TeamAwayError, FailureError */
  async tell(): Promise<void> {
    // A ledger that was set back waits for the log to be told again, also where nothing is new.
    if (this.obstacle !== null) this.#teller.forget();
    await this.#teller.tell();
  }

  /** Learns what the others did since it was last asked. @throws TeamAwayError, FailureError */
  async learn(): Promise<void> {
    const { home } = this.#options;
    this.#learnAt = this.#options.clock.monotonic() + learnEvery;
    this.#link.takeNews();
    const { computer } = this.#link.member;
    const learned = await this.#link.database.use(async (client) => [
      ...(await learnChanges(client, computer, home, this.#secret, this.#ownXacts)),
      ...(await learnSilent(client, computer, home)),
    ]);
    if (learned.length > 0) for (const listener of this.#listeners) listener(learned);
  }

  /** Exchanges shops, products and what else the team shares. @throws TeamAwayError, FailureError */
  async share(): Promise<void> {
    const { home, servers } = this.#options;
    if (this.#link.abilities.age === 'older') await this.#link.lookAgain();
    if (await this.sharing.exchange()) this.#link.standing.tellChanged();
    const isShared = this.sharing.isOpen ? home.things.knowsServers : null;
    await this.#link.database.use((client) => exchangeServerAnswers(client, servers, isShared));
  }

  /** Gives back what was claimed with a run's token and not used; false where the database did not answer. */
  async giveBack(run: RunClaims): Promise<boolean> {
    return this.#link.try(async () => {
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
    const isGiven = await this.#giving(async () => {
      const given = home.givenNumbers(name, shop);
      const numbers = await this.#link.database.transaction((client) =>
        giveNumbers(client, { server: name, shop: this.#shopOfNumbers(shop), outsideIds, start, given }, this.#secret),
      );
      home.keepNumbers(name, shop, numbers);
    });
    if (!isGiven && !home.hasTeamNumbers(name, shop, outsideIds)) throw new FailureError('team.numbersAway');
  }

  /** Runs `act` where the ledger lets this computer send: one that is held does not know yet which numbers went out. */
  async #giving(act: () => Promise<void>): Promise<boolean> {
    return (await this.#link.try(() => this.#link.ask())) && this.#link.isFresh && this.#link.try(act);
  }

  /** Of a shop that is this home's alone the ids are another shop's to the team. */
  #shopOfNumbers(shop: string): string {
    const { things } = this.#options.home;
    return things.isApart(shop) ? `${shop} ${this.#link.member.computer}` : shop;
  }

  /**
   * Numbers for orders without one, which no other computer of the team gets; null: the ledger does not answer.
   * @throws FailureError `team.numbersAway` while this computer sends without the ledger: nobody else would know of them
   */
  async reserve(server: string, start: number, count: number): Promise<readonly number[] | null> {
    const name = this.#options.home.namesOf(server).server;
    let numbers: readonly number[] | null = null;
    const isGiven = await this.#giving(async () => {
      numbers = await this.#link.database.transaction((client) => reserveNumbers(client, name, start, count));
    });
    if (!isGiven && this.isAlone) throw new FailureError('team.numbersAway');
    return numbers;
  }

  /** Runs `act` on the ledger's connection, as a member. @throws TeamAwayError, FailureError */
  use<T>(act: (client: Client, member: TeamMember) => Promise<T>): Promise<T> {
    return this.#link.database.use((client) => act(client, this.#link.member));
  }

  /** Whether the database holds what people decide about orders left behind: it does from a version on. */
  get hasDecisions(): boolean {
    return this.#link.abilities.hasDecisions;
  }

  /** {@link use}, in a transaction. */
  transaction<T>(act: (client: Client, member: TeamMember) => Promise<T>): Promise<T> {
    return this.#link.database.transaction((client) => act(client, this.#link.member));
  }

  /** Exchanges how fast may be sent to a server and account; null where the database does not answer. Never throws. */
  async pace(server: string, account: string, said: PaceSaid): Promise<PaceHeard | null> {
    if (!this.#link.abilities.hasPace || this.obstacle !== null) return null;
    const name = this.#options.home.namesOf(server).server;
    const key = this.#secret.keyOf('account', `${name}|${account}`);
    let heard: PaceHeard | null = null;
    await this.#link.try(async () => {
      heard = await this.use((client, { computer }) =>
        exchangePace(client, { computer, server: name, account: key }, said),
      );
    });
    return heard;
  }

  /** Notes how long a request of this computer may take: whoever takes over waits as long. */
  async noteTimeout(seconds: number): Promise<void> {
    await this.#link.database.use((client) =>
      client.query('UPDATE order_importer.computers SET whole_timeout = $2 WHERE id = $1 AND whole_timeout < $2', [
        this.#link.member.computer,
        Math.ceil(seconds),
      ]),
    );
  }

  /** Tells what is untold and ends the connection. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#link.standing.tellNobody();
    for (const run of this.#runs) await run.giveBack();
    if (this.obstacle === null) await this.#link.try(() => this.tell());
    await this.#link.database.close();
  }

  async #giveBack(tokens: readonly string[]): Promise<void> {
    if (tokens.length === 0) return;
    const { home } = this.#options;
    await this.#link.database.transaction((client) =>
      giveBackClaims(client, this.#link.member.computer, tokens, home, this.#secret),
    );
    for (const token of tokens) home.removeToken(token);
  }

  /** What the claims' transaction made this computer's, it has taken in. */
  #noteOwn({ change, xact }: Told): void {
    this.#options.home.noteSeen({ change });
    this.#ownXacts.add(xact);
  }

  async #giveBackOfTheDead(): Promise<void> {
    await this.#giveBack(this.#options.home.deadTokens());
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
    if (!this.#link.isEntered) return this.#enterByAndBy();
    if (member === null) return;
    const isDue = clock.monotonic() >= this.#learnAt;
    const isUntold = home.lastOutcome() > member.told || this.sharing.isUnsettled;
    if (!isUntold && !isDue && !this.#link.hasNews) return;
    this.#isBusy = true;
    const isDone = await this.#link.try(async () => {
      // A computer without a run is heard of, too: nobody takes over from one that is only idle.
      if (isDue || this.isAlone) await this.#link.ask();
      await this.tell();
      const hasLearned = isDue || this.#link.hasNews;
      if (hasLearned) await this.learn();
      if (hasLearned || this.sharing.isUnsettled) await this.share();
    });
    if (!isDone) this.#restUntil = clock.monotonic() + restAfterFailure;
    this.#isBusy = false;
  }
}
