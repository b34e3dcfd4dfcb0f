/** Defines what the home, the sending and the team's ledger (main/team/) know of one another. */
import type { LedgerEntry } from '../../shared/domain/model/ledger.ts';
import type { RunReason } from '../../shared/domain/sending/run.ts';
import type { Result } from '../../shared/result.ts';
import type { ThingsHome } from './team-things.ts';

/** A computer as one of a team (main/team/). */
export interface TeamMember {
  /** Id of the team's ledger. */
  readonly team: string;
  readonly computer: string;
  /** What the ledger may have as this home's incarnation: the last one, and one whose exchange was perhaps not answered. */
  readonly incarnations: readonly string[];
  /** How far the ledger is known to have this home's log. */
  readonly told: number;
  /** The highest change of the ledger that was seen. */
  readonly change: number;
  /** When the ledger last heard of this computer, by its own clock (ms since 1970). */
  readonly seenAt: number;
}

/** What this home knows of an order, as an entry of its log of outcomes. `open`: it may be sent by anyone. */
export interface TeamOutcome {
  readonly number: number;
  /** One name of the WMS, the same on every computer that knows its names. */
  readonly server: string;
  readonly orderId: number;
  readonly state: LedgerEntry['state'] | 'open';
  readonly bodyHash: string | null;
  readonly wmsId: number | null;
  readonly fileName: string;
  readonly shop: string | null;
  readonly amount: number | null;
  readonly items: number | null;
  /** YYYY-MM-DD. */
  readonly deliveryDay: string | null;
  /** Who had it sent; null: nobody was chosen. */
  readonly operator: string | null;
  readonly at: number;
  /** Keys of what it said without its number: under another number the same is the same order. */
  readonly contents: readonly string[];
}

/** An order of another computer; `open`: it has nothing of it any more. */
export interface TeamEntry extends Omit<TeamOutcome, 'number' | 'contents'> {
  /** Id of the computer whose it is. */
  readonly computer: string;
  /** Whose: the operator, else the computer. */
  readonly by: string;
  /** Counts the changes of the ledger's entry. */
  readonly version: number;
}

/** The home's part of being in a team. */
export interface TeamHome {
  /** What it shares of its shops. */
  readonly things: ThingsHome;
  /** Null: in no team. */
  member(): TeamMember | null;
  /** Enters a team as a new computer; all that this home ever sent is in its log of outcomes from then on. */
  enter(team: string, computer: string, incarnation: string): TeamMember;
  /** Leaves: what was sent from here stays known, and what others sent and was accepted. */
  leave(): void;
  /** Notes an incarnation before it is exchanged; `acceptIncarnation` once it was. */
  prepareIncarnation(next: string): TeamMember;
  acceptIncarnation(next: string): void;
  noteSeen(seen: { readonly told?: number; readonly change?: number; readonly seenAt?: number }): void;
  /** Outcomes of the log after an entry, each order once, as they are now; `last`: the number up to which they go. */
  outcomesAfter(number: number, limit: number): { readonly last: number; readonly outcomes: readonly TeamOutcome[] };
  lastOutcome(): number;
  /** Notes the token of a run before anything is claimed with it. */
  addToken(token: string): void;
  removeToken(token: string): void;
  /** Tokens of processes that are gone. */
  deadTokens(): readonly string[];
  /** What this home knows of these orders; where the witness is broken what it knows nothing of is unknown, not open. */
  standing(server: string, orderIds: readonly number[]): readonly TeamOutcome[];
  /** From where changes are asked for. */
  horizon(): string;
  /** Takes in what others did; `horizon`: from where to ask next. */
  learn(entries: readonly TeamEntry[], horizon?: string): void;
  /**
   * Takes in which computers the ledger has not heard of for long. Returns the orders that one of them has in hand, or has no
   * more, by this.
   */
  learnSilent(computers: readonly string[]): readonly LearnedOrders[];
  /** Takes in what people said elsewhere of this computer's own orders: unknown ones that were accepted. */
  learnOwn(entries: readonly TeamEntry[]): void;
  /** The change of another computer's entry that was known here before a time (ms since 1970); null: none, or a later one is. */
  seenVersion(server: string, orderId: number, before: number): number | null;
  /** Whether this home has one of these orders (of WMSs by the team's names) as another computer's. */
  hasOthers(orders: readonly { readonly server: string; readonly orderId: number }[]): boolean;
  /** These orders are this computer's now; what others had accepted stays known. */
  forgetOthers(server: string, orderIds: readonly number[]): void;
  entryOf(server: string, orderId: number): LedgerEntry | null;
  /** The name of a WMS under which a team knows it, and its other names. */
  namesOf(server: string): { readonly server: string; readonly others: readonly string[] };
  /** Numbers of our own that this home gave, of outside ids. */
  givenNumbers(server: string, shop: string): ReadonlyMap<string, number>;
  /** Keeps the team's numbers; of an order that went out under another one that stays. */
  keepNumbers(server: string, shop: string, numbers: ReadonlyMap<string, number>): void;
  /** Whether the team gave each of these outside ids its number: then it is known without its ledger. */
  hasTeamNumbers(server: string, shop: string, outsideIds: readonly string[]): boolean;
}

/** What people said of two addresses of a WMS. */
export interface ServerAnswers {
  list(): readonly { readonly server: string; readonly other: string; readonly isSame: boolean }[];
  answer(server: string, other: string, isSame: boolean): Result<null>;
}

/** An order that is to be claimed. */
export interface TeamClaim {
  readonly orderId: number;
  readonly bodyHash: string;
  readonly fileName: string;
  readonly shop: string | null;
  /** Of an order under a number of our own: what it says, whatever its number; under each id that its shop may have elsewhere. */
  readonly contents: readonly string[];
  /** When a person decided that it is sent again, though it was sent before (ms since 1970); null: nobody did. */
  readonly againSince: number | null;
}

/**
 * - `claimed`: this run alone may send it
 * - `takenOver`: what another computer left behind, whose fate nobody knows since `ambiguousFor` ms: this computer looks it up
 * - `blocked`: another computer's
 */
export type ClaimAnswer =
  | { readonly kind: 'claimed' }
  | { readonly kind: 'takenOver'; readonly ambiguousFor: number }
  | { readonly kind: 'blocked'; readonly entry: LedgerEntry };

/** A limit that a WMS does not state, as it was observed; `startedAgo`: ms since its last window began. */
export interface ObservedLimit {
  readonly requests: number;
  readonly windowMs: number;
  readonly startedAgo: number;
}

/** What a run says of its pace. */
export interface PaceSaid {
  readonly isSending: boolean;
  /** Milliseconds for which the WMS has asked this computer to wait. */
  readonly heldFor: number;
  /** Whether it has asked this run for fewer requests since it last said so. */
  readonly isSlowed: boolean;
  readonly limit: ObservedLimit | null;
}

/** What the team's other computers that send to the same account said. */
export interface PaceHeard {
  /** How many send just now. */
  readonly others: number;
  readonly heldFor: number;
  /** Whether the WMS has asked one of them for fewer requests lately. */
  readonly isSlowed: boolean;
  readonly limit: ObservedLimit | null;
}

/** A run's part of the team's ledger. */
export interface TeamRun {
  /** Says how fast this run may send, and what the others said; null: the ledger does not answer. Never throws. */
  exchangePace(said: PaceSaid): Promise<PaceHeard | null>;
  /** Whether orders may be sent: asks the database where its last word is no longer fresh. Never throws. */
  confirm(): Promise<boolean>;
  /** Whether a byte may be written: this instant. */
  isConfirmed(): boolean;
  /** Why it may not be sent. */
  readonly obstacle: RunReason | null;
  /** Sends without the ledger until it answers again, as a person allowed; false where it is not out of reach. */
  goAlone(): boolean;
  holds(orderId: number): boolean;
  /** See {@link ThingsHome.idsElsewhere}. */
  idsElsewhere(shop: string): readonly string[];
  /** Claims orders; null where the database did not answer. */
  claim(orders: readonly TeamClaim[]): Promise<ReadonlyMap<number, ClaimAnswer> | null>;
  /** The order may be sent by anyone again: it must be claimed anew. */
  drop(orderId: number): void;
  /** Gives back what was claimed and not used. Never throws. */
  giveBack(): Promise<void>;
}

/** Orders of a server of which something was learned. */
export interface LearnedOrders {
  readonly server: string;
  readonly orderIds: readonly number[];
}

/** The team's ledger, as sending sees it. */
export interface TeamLedger {
  /** Has the listener told what other computers did, whenever this home has learned it. */
  onLearned(listener: (learned: readonly LearnedOrders[]) => void): void;
  /**
   * @param wholeTimeout seconds after which a request is over, whatever became of it
   * @param account whose account of the server it is, where that is known
   */
  openRun(server: string, wholeTimeout: number, operator: string | null, account?: string): TeamRun;
}
