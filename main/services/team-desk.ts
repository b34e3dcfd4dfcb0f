/** The window's way to the team's ledger, in the thread that sends: holds the session, which joining and leaving change. */
import type { TeamState, TeamView } from '../../shared/contract/team.ts';
import type { TeamChoice } from '../../shared/domain/model/team-question.ts';
import { FailureError } from '../../shared/result.ts';
import type { LearnedOrders } from '../platform/team-ports.ts';
import type { ThingPlace } from '../platform/team-things.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { LeftDecision } from '../team/left-behind.ts';
import { parseTeamFile, teamFileText } from '../team/team-file.ts';
import type { RunService } from './run-service.ts';
import { keepTeamFile } from './team-file-store.ts';
import { teamQuestions } from './team-questions.ts';
import { closedTeam, openTeamSession, teamState, type OfficeTeam } from './team-service.ts';

type Session = import('../team/session.ts').TeamSession;

/** What of the ledger only the database can say, where it does not. */
function nothingSeen(): Omit<TeamView, 'state'> {
  return { computers: [], heldBy: null, acceptedTwice: [], left: [], unnamedShop: null, questions: [] };
}

export class TeamDesk {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #learned: ((learned: readonly LearnedOrders[]) => void)[] = [];
  readonly #shared: ((places: readonly ThingPlace[]) => void)[] = [];
  readonly #changed: ((state: TeamState) => void)[] = [];
  #team: OfficeTeam | null = null;
  #session: Session | null = null;
  #isChanging = false;
  #runs: Pick<RunService, 'activeBatchIds' | 'notices'> | null = null;
  #seal: (text: string) => Promise<Uint8Array | null> = async () => null;

  private constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** @param unsealed the text of the sealed team file; null: there is none, or it cannot be opened here */
  static async open(store: Store, clock: Clock, unsealed: string | null): Promise<TeamDesk> {
    const desk = new TeamDesk(store, clock);
    try {
      const given = unsealed === null ? null : parseTeamFile(unsealed);
      const session = await openTeamSession(store, clock, given);
      if (session !== null) desk.#listen(session);
      desk.#take(session);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      desk.#team = closedTeam(error.failure);
    }
    return desk;
  }

  /** The team's ledger, which runs send by; null: in no team. @throws FailureError `team.changing` while this computer joins or leaves */
  ledger(): OfficeTeam | null {
    if (this.#isChanging) throw new FailureError('team.changing');
    return this.#team;
  }

  /** Gets the runs, under which nothing may be joined or left. */
  attach(runs: Pick<RunService, 'activeBatchIds' | 'notices'>): void {
    this.#runs = runs;
  }

  /** @param seal seals the team file's text; null: the system has no safe storage, and the file is kept for its owner alone */
  sealBy(seal: (text: string) => Promise<Uint8Array | null>): void {
    this.#seal = seal;
  }

  onLearned(listener: (learned: readonly LearnedOrders[]) => void): void {
    this.#learned.push(listener);
  }

  onShared(listener: (places: readonly ThingPlace[]) => void): void {
    this.#shared.push(listener);
  }

  onChanged(listener: (state: TeamState) => void): void {
    this.#changed.push(listener);
  }

  state(): TeamState {
    return this.#team && teamState(this.#store, this.#team);
  }

  /** With who is there and what was left behind, where the database answers. */
  async view(): Promise<TeamView> {
    const session = this.#session;
    if (session === null) return { state: this.state(), ...nothingSeen() };
    const [{ viewTeam }, { listLeftBehind }] = await Promise.all([
      import('../team/set-up.ts'),
      import('../team/left-behind.ts'),
    ]);
    const seen = await session
      .use(async (client, member) => ({
        ...(await viewTeam(client, member)),
        left: [...(await listLeftBehind(client, member, session.secret))],
      }))
      .catch(() => null);
    const unnamed = this.#store.shops.unnamed();
    return {
      ...{ state: this.state(), ...nothingSeen(), ...seen },
      unnamedShop: unnamed && { ...unnamed, others: [...unnamed.others] },
      questions: [...teamQuestions(this.#store)],
    };
  }

  /** @throws FailureError `team.address` where it is no address of a database */
  async checkAddress(url: string): Promise<void> {
    (await import('../team/set-up.ts')).parseDatabaseUrl(url, null);
  }

  /**
   * Makes a team's ledger in a database; returns the text of the team file, and whether its address leads to this computer alone.
   * @param ca who signed the server's certificate (PEM); null: whom the computer trusts anyway
   * @throws FailureError `team.alreadyIn`, those of `createTeam`
   */
  async create(
    url: string,
    ca: string | null,
  ): Promise<{ readonly text: string; readonly isForThisComputerAlone: boolean }> {
    const [{ createTeam, isForThisComputerAlone, parseDatabaseUrl }, { reached }] = await Promise.all([
      import('../team/set-up.ts'),
      import('./team-membership.ts'),
    ]);
    if (this.#team !== null) throw new FailureError('team.alreadyIn');
    const address = parseDatabaseUrl(url, ca);
    const file = await reached(() => createTeam(address));
    return { text: teamFileText(file), isForThisComputerAlone: isForThisComputerAlone(file) };
  }

  /**
   * Brings the team's database to this version; returns whether there was anything to do.
   * @param url of its owner
   * @throws FailureError `team.none`, `team.address`, those of `upgradeTeam`, `team.away`
   */
  async upgrade(url: string): Promise<boolean> {
    const session = this.#existing();
    const [{ parseDatabaseUrl, upgradeTeam }, { reached }] = await Promise.all([
      import('../team/set-up.ts'),
      import('./team-membership.ts'),
    ]);
    const { ca, team } = session.file;
    const owner = parseDatabaseUrl(url, ca);
    const isChanged = await reached(() => upgradeTeam(owner, team));
    await session.connect();
    return isChanged;
  }

  /** @throws FailureError `team.notOurs`, `team.alreadyIn` and those of `joinTeam` */
  async join(text: string): Promise<void> {
    const file = parseTeamFile(text);
    await this.#changing(async () => {
      // A home whose file is missing joins its own team again.
      if (this.#session !== null) throw new FailureError('team.alreadyIn');
      this.#recover();
      const { joinTeam } = await import('./team-membership.ts');
      const session = await joinTeam(this.#store, this.#clock, file, (opened) => this.#listen(opened));
      keepTeamFile(this.#store.homeDir, file, await this.#seal(text));
      this.#take(session);
    });
  }

  /** The text of the team file, for another computer. @throws FailureError `team.none` */
  fileText(): string {
    return teamFileText(this.#existing().file);
  }

  /** Returns whether the others were told. @throws FailureError `team.none`, `team.underWay` */
  async leave(): Promise<boolean> {
    return this.#changing(async () => {
      if (this.#team === null) throw new FailureError('team.none');
      this.#recover();
      const { leaveTheTeam, refuseUnderWay } = await import('./team-membership.ts');
      refuseUnderWay(this.#store);
      const isTold = await leaveTheTeam(this.#store, this.#session);
      this.#session = null;
      this.#team = null;
      return isTold;
    });
  }

  /** Sends though a computer that is gone has not told again what it sent, since the database was set back. */
  async goOn(): Promise<void> {
    const session = this.#existing();
    const [{ goOn }, { reached }] = await Promise.all([import('../team/set-up.ts'), import('./team-membership.ts')]);
    await reached(() => session.use(goOn));
    await session.connect();
  }

  /** Sends without the ledger until it answers again. @throws FailureError `team.notAway` */
  goAlone(): void {
    if (!this.#existing().goAlone()) throw new FailureError('team.notAway');
  }

  /** Takes over what a computer had in hand; returns how many orders became unknown. @throws FailureError `team.stillThere`, `team.away` */
  async takeOver(computer: string): Promise<number> {
    const session = this.#existing();
    const [{ takeOverComputer }, { reached }] = await Promise.all([
      import('../team/left-behind.ts'),
      import('./team-membership.ts'),
    ]);
    const count = await reached(() => session.transaction((client) => takeOverComputer(client, computer)));
    await session.learn().catch(() => undefined);
    return count;
  }

  /** A person says what became of an order that a computer left behind. @throws FailureError those of `settleLeftOrder`, `team.away` */
  async settle(decision: LeftDecision): Promise<void> {
    const session = this.#existing();
    const [{ settleLeftOrder }, { reached }] = await Promise.all([
      import('../team/left-behind.ts'),
      import('./team-membership.ts'),
    ]);
    await reached(() =>
      session.transaction((client, member) => settleLeftOrder(client, member, decision, session.hasDecisions)),
    );
    await session.learn().catch(() => undefined);
  }

  /** A person says which of two values counts. @throws FailureError `team.none`, `team.questionGone`, `servers.underWay` */
  async choose(id: string, choice: TeamChoice): Promise<void> {
    const session = this.#existing();
    const place = this.#store.team.things.choose(id, choice);
    for (const listener of this.#shared) listener([place]);
    // While the database is away it is told with the next exchange.
    await session.share().catch(() => undefined);
    this.#tell();
  }

  /** Ends the connection once what is untold is told. */
  async close(): Promise<void> {
    await this.#session?.close();
  }

  /** Has the journal learn what only the witness knows: it belongs to what the team is told. */
  #recover(): void {
    this.#runs?.notices();
  }

  #existing(): Session {
    if (this.#session === null) throw new FailureError('team.none');
    return this.#session;
  }

  #take(session: Session | null): void {
    this.#session = session;
    this.#team = session;
  }

  #listen(session: Session): void {
    session.onLearned((learned) => {
      for (const listener of this.#learned) listener(learned);
    });
    session.sharing.onShared((places) => {
      for (const listener of this.#shared) listener(places);
    });
    session.onChanged(() => {
      if (session === this.#session) this.#tell();
    });
  }

  #tell(): void {
    const state = this.state();
    for (const listener of this.#changed) listener(state);
  }

  /** No run begins meanwhile: it would send by what is about to change. */
  async #changing<T>(act: () => Promise<T>): Promise<T> {
    if (this.#isChanging) throw new FailureError('team.changing');
    if ((this.#runs?.activeBatchIds().length ?? 0) > 0) throw new FailureError('team.underWay');
    this.#isChanging = true;
    try {
      return await act();
    } finally {
      this.#isChanging = false;
      this.#tell();
    }
  }
}
