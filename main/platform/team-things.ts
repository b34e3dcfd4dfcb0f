/** Defines the things of an office that a team shares: shops, products, what was settled, profiles, names of a WMS. */

/** In the order in which they are taken in: nothing comes before what it belongs to. */
export const thingKinds = ['shop', 'server', 'product', 'settled', 'profile', 'heading'] as const;
export type ThingKind = (typeof thingKinds)[number];

/** Where a thing belongs: what is open there follows it. */
export interface ThingPlace {
  readonly kind: ThingKind;
  /** Id of the shop; null: of none. */
  readonly shop: string | null;
  /** Identity of the server whose product it is; null: of none. */
  readonly server: string | null;
}

/** A thing by its key, in JSON as its kind defines them (main/store/team-things/kinds.ts); `value` null: there is none. */
export interface Thing {
  readonly kind: ThingKind;
  readonly key: string;
  readonly value: string | null;
}

/** A thing as the team has it. */
export interface TeamThing extends Thing {
  /** Counts its changes. */
  readonly version: number;
  /** Who changed it last: the operator, else the computer; and when (ms since 1970, by the database's clock). */
  readonly by: string;
  readonly at: number;
}

/** A thing that this home has otherwise than the team; `version`: of the team's that it was changed from, 0: it has none. */
export interface UntoldThing extends Thing {
  readonly version: number;
}

/** Two people changed one thing: a person says which counts. `ours` null: it was removed here, `theirs` null: there. */
export interface ThingQuestion {
  /** Names the question as it was seen; another one where either side changed since. */
  readonly id: string;
  readonly kind: ThingKind;
  readonly key: string;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly by: string;
  readonly at: number;
  /** Whether it may also be two shops, of which the home's stays its own. */
  readonly mayBeApart: boolean;
}

/** `apart`: two shops that happen to be called alike by the app; the home's is not shared. */
export type ThingChoice = 'ours' | 'theirs' | 'apart';

/** The home's part of sharing things with a team. */
export interface ThingsHome {
  /** From where changes are asked for, and as of which setting back of the database. */
  seen(): { readonly horizon: string; readonly setBack: number };
  /** Notes what the team has; it is taken in by {@link settle}. */
  learn(things: readonly TeamThing[]): void;
  /** Begins to learn all that the team has: what is not learned until `learned` it has no more. */
  learnAll(): void;
  learned(seen: { readonly horizon: string; readonly setBack: number }): void;
  /**
   * Compares what changed here or there since the last time: takes in what only the team changed, and notes what is to be
   * told and what a person is to be asked. Returns where something of this home changed.
   */
  settle(): readonly ThingPlace[];
  /** Whether something is to be settled or told. */
  isUnsettled(): boolean;
  untold(limit: number): readonly UntoldThing[];
  /** The team has these as they were told. */
  told(things: readonly TeamThing[]): void;
  /** Who works here, for whoever is asked about it. */
  operator(): string | null;
  questions(): readonly ThingQuestion[];
  /** Returns where this home may have changed. @throws FailureError `team.questionGone` where it is another question now */
  choose(id: string, choice: ThingChoice): ThingPlace;
  /** Whether the team says, or said, something of these two addresses. */
  knowsServers(this: void, server: string, other: string): boolean;
  /**
   * Under which ids other computers may send the orders of this shop: its own first. A shop that nobody named has the same id
   * on every computer, and may be any of the team's; one with a name may be what another computer never named.
   */
  idsElsewhere(shop: string): readonly string[];
  /** Whether this home has a shop beside others that no person ever named: what it sent under it may be of any of them. */
  hasUnnamedShop(): boolean;
  /** Whether the home's shop of this id is another one than the team's. */
  isApart(shop: string): boolean;
}
