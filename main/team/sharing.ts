/** Exchanges the things that the team shares: what changed there is learned, what changed here is told. */
import type { TeamHome, TeamMember } from '../platform/team-ports.ts';
import type { ThingPlace } from '../platform/team-things.ts';
import type { TeamDatabase } from './database.ts';
import type { TeamSecret } from './team-secret.ts';
import { learnThings, tellThings } from './things.ts';

const toldAtOnce = 1_000;
/** Shops, what is theirs, what another computer changed at that moment: more is left for the next time. */
const mostRounds = 5;

export interface SharingParts {
  readonly database: TeamDatabase;
  readonly home: TeamHome;
  readonly secret: TeamSecret;
  /** The computer's, as people see it. */
  readonly name: string;
  /** Who this home is in the team. @throws TeamAwayError */
  existing(): TeamMember;
}

export class Sharing {
  readonly #parts: SharingParts;
  readonly #listeners: ((places: readonly ThingPlace[]) => void)[] = [];
  #isOpen = false;
  #isAnew = false;

  constructor(parts: SharingParts) {
    this.#parts = parts;
  }

  /** Whether the team's database holds what the office shares: it does once somebody brought it to this version. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** As a new connection found it. */
  open(isShared: boolean): void {
    this.#isOpen = isShared;
  }

  /** The database was set back: with the next exchange all that it has is learned anew. */
  learnAnew(): void {
    this.#isAnew = true;
  }

  /** Things that two people changed at once. */
  get questionCount(): number {
    return this.#parts.home.things.questions().length;
  }

  get isUnsettled(): boolean {
    return this.#isOpen && this.#parts.home.things.isUnsettled();
  }

  /** Calls the listener with where this home changed by what the others did. */
  onShared(listener: (places: readonly ThingPlace[]) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Learns, settles and tells until home and team say the same, but for what a person is asked about. Whether something new
   * is to be asked.
   * @throws TeamAwayError, FailureError
   */
  async exchange(): Promise<boolean> {
    const { database, home } = this.#parts;
    if (!this.#isOpen) return false;
    const { things } = home;
    const before = new Set(things.questions().map(({ id }) => id));
    const changed: ThingPlace[] = [];
    const noteChange = (change: number): void => home.noteSeen({ change });
    let refused = 0;
    for (let round = 0; round < mostRounds && (round === 0 || things.isUnsettled()); round++) {
      await database.use(async (client) => {
        // What is refused though nobody changed it since was told to a database that has been set back unseen. A new
        // connection may just have seen it.
        const anew = this.#isAnew || refused > 1;
        await learnThings(client, things, this.#parts.secret, noteChange, anew);
        this.#isAnew = false;
      });
      changed.push(...things.settle());
      refused = (await this.#tell(noteChange)) ? 0 : refused + 1;
    }
    if (changed.length > 0) for (const listener of this.#listeners) listener(changed);
    return things.questions().some(({ id }) => !before.has(id));
  }

  /** Tells what is untold, up to the first thing that another computer changed before: what that says is learned first. */
  async #tell(noteChange: (change: number) => void): Promise<boolean> {
    const { database, home, secret, name, existing } = this.#parts;
    const { things } = home;
    for (;;) {
      const untold = things.untold(toldAtOnce);
      if (untold.length === 0) return true;
      const operator = things.operator();
      const { told, change } = await database.transaction((client) =>
        tellThings(client, { computer: existing().computer, operator, name }, untold, secret),
      );
      things.told(told);
      // A database that lacks it later was set back.
      noteChange(change);
      if (told.length < untold.length) return false;
    }
  }
}
