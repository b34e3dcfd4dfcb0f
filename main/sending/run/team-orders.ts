/**
 * Lets a run send what it has claimed of the team's ledger, and nothing else: orders are claimed before the journal, by the
 * thousand, and given back where they were not used.
 */
import type { LedgerEntry } from '../../../shared/domain/model/ledger.ts';
import { firstShop } from '../../../shared/domain/model/shop.ts';
import type { Revision } from '../../../shared/domain/sending/revision.ts';
import type { RunReason } from '../../../shared/domain/sending/run.ts';
import type { Clock, Journal, OrderSource, SendableOrder } from '../../ports.ts';
import type { ClaimAnswer, TeamClaim, TeamRun } from '../../platform/team-ports.ts';
import { encodeOrder } from '../../platform/encode-order.ts';
import { outsideGoodsKey, requestKey } from '../../platform/order-keys.ts';

/** So many claims in one statement: a database that goes away stops nothing for as long as its word holds. */
const claimedAtOnce = 1_000;
/** With fewer left the next ones are claimed while these are sent: the network's time is nobody's wait. */
const claimedAheadFrom = 500;
/** Milliseconds after which a terminal, where nobody waits, ends a run that cannot go on. */
const longestAbsence = 120_000;

/** The database did not answer: what was to be claimed waits. */
class TeamAbsentError extends Error {}

/** What `act` gives, or `otherwise` where the database did not answer. */
export async function orWhileAbsent<T, const U>(act: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof TeamAbsentError) return otherwise;
    throw error;
  }
}

export interface TeamOrdersOptions {
  readonly team: TeamRun;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly batchId: string;
  readonly fileName: string;
  readonly shop: string | null;
  /** Another computer has the order. */
  onBlocked(entry: LedgerEntry): void;
  /** What another computer left behind, unknown for `ambiguousFor` ms; negative: its request may still be under way so long. */
  onTakenOver(order: SendableOrder, ambiguousFor: number): Promise<void>;
}

/** Orders, and the ledger's answers; null: it did not answer. */
interface Asked {
  readonly orders: readonly SendableOrder[];
  readonly answers: ReadonlyMap<number, ClaimAnswer> | null;
}

export class TeamOrders {
  readonly #parts: TeamOrdersOptions;
  #claimed: SendableOrder[] = [];
  #unclaimed: readonly SendableOrder[] = [];
  /** What is being claimed while others are sent. */
  #ahead: Promise<Asked> | null = null;
  /** Handed out and not admitted yet; and the answer to each that was claimed anew with others, where it is not ours. */
  readonly #offered = new Map<number, SendableOrder>();
  readonly #answered = new Map<number, ClaimAnswer>();
  #claimingAnew: Promise<unknown> | null = null;
  #absentSince: number | null = null;

  constructor(parts: TeamOrdersOptions) {
    this.#parts = parts;
  }

  /** Why nothing is sent just now; null: it goes on. */
  get obstacle(): RunReason | null {
    return this.#absentSince === null ? null : this.#parts.team.obstacle;
  }

  /** Why a run without a person should end: the ledger has been out of reach for long. */
  get reasonToEnd(): RunReason | null {
    if (this.#absentSince === null || this.#parts.clock.monotonic() - this.#absentSince < longestAbsence) return null;
    return this.#parts.team.obstacle;
  }

  /** Sends without the ledger until it answers again; false where it is not out of reach. */
  goAlone(): boolean {
    return this.#parts.team.goAlone();
  }

  /** Whether the ledger lets this computer send. */
  async mayGoOn(): Promise<boolean> {
    const may = await this.#parts.team.confirm();
    this.#absentSince = may ? null : (this.#absentSince ?? this.#parts.clock.monotonic());
    return may;
  }

  /** Tells, at the instant when it is asked, whether a byte of the order's request may be written. */
  mayWrite(orderId: number): () => boolean {
    const { team } = this.#parts;
    return () => team.isConfirmed() && team.holds(orderId);
  }

  /** The source's orders that this run has claimed; where the database does not answer, `take` throws and loses none. */
  claiming(source: OrderSource): OrderSource {
    return {
      ...source,
      take: async (limit) => {
        while (this.#claimed.length === 0) {
          const asking = this.#ahead ?? this.#ask(source);
          this.#ahead = null;
          const { orders, answers } = await asking;
          if (answers === null) throw new TeamAbsentError();
          if (orders.length === 0) return [];
          await this.#keepOurs(orders, answers);
        }
        const taken = this.#claimed.splice(0, limit);
        for (const order of taken) this.#offered.set(order.orderId, order);
        if (this.#claimed.length < claimedAheadFrom && this.#ahead === null) {
          this.#ahead = this.#ask(source);
          // Where it fails whoever takes next is told.
          this.#ahead.catch(() => undefined);
        }
        return taken;
      },
    };
  }

  /** Whether the order may be sent; what was given back or may be anyone's again is claimed anew. */
  async admit(what: SendableOrder | number): Promise<'yes' | 'no'> {
    const orderId = typeof what === 'number' ? this.#parts.journal.revision(what)?.orderId : what.orderId;
    if (orderId === undefined) return 'yes';
    const isOurs = await this.#isClaimed(what, orderId);
    this.#offered.delete(orderId);
    return isOurs ? 'yes' : 'no';
  }

  async #isClaimed(what: SendableOrder | number, orderId: number): Promise<boolean> {
    const { team, journal } = this.#parts;
    while (!team.holds(orderId) && this.#claimingAnew !== null) await this.#claimingAnew;
    if (team.holds(orderId)) return true;
    const claim =
      typeof what === 'number' ? this.#claimAgain(journal.revision(what)) : (this.#claimsOf([what])[0] ?? null);
    if (claim === null) return true;
    const answer = this.#answered.get(orderId) ?? (await this.#claimAnew(claim));
    this.#answered.delete(orderId);
    if (typeof what !== 'number') return this.#isOurs(what, answer);
    if (answer?.kind === 'blocked') this.#parts.onBlocked(answer.entry);
    return answer?.kind === 'claimed';
  }

  /**
   * Claims an order whose claim was given back at a pause or lost, and all that wait with it: one by one each would wait for
   * the network.
   */
  async #claimAnew(claim: TeamClaim): Promise<ClaimAnswer | undefined> {
    const { team } = this.#parts;
    const orders = [...this.#offered.values(), ...this.#claimed]
      .filter(({ orderId }) => orderId !== claim.orderId && !team.holds(orderId) && !this.#answered.has(orderId))
      .slice(0, claimedAtOnce - 1);
    const asking = team.claim([claim, ...this.#claimsOf(orders)]);
    // Others wait for it: what they wait for may be among these.
    this.#claimingAnew = asking.catch(() => undefined);
    try {
      const answers = await asking;
      if (answers === null) throw new TeamAbsentError();
      for (const { orderId } of orders) {
        const answer = answers.get(orderId);
        if (answer !== undefined && answer.kind !== 'claimed') this.#answered.set(orderId, answer);
      }
      return answers.get(claim.orderId);
    } finally {
      this.#claimingAnew = null;
    }
  }

  settled(revision: Revision): void {
    if (revision.state !== 'sending') this.#parts.team.drop(revision.orderId);
  }

  giveBack(): Promise<void> {
    this.#answered.clear();
    return this.#parts.team.giveBack();
  }

  /** Claims the source's next orders; what was not answered is claimed first. */
  async #ask(source: OrderSource): Promise<Asked> {
    if (this.#unclaimed.length === 0) this.#unclaimed = await source.take(claimedAtOnce);
    const orders = this.#unclaimed;
    if (orders.length === 0) return { orders, answers: new Map() };
    const answers = await this.#parts.team.claim(this.#claimsOf(orders));
    if (answers !== null) this.#unclaimed = [];
    return { orders, answers };
  }

  async #keepOurs(orders: readonly SendableOrder[], answers: ReadonlyMap<number, ClaimAnswer>): Promise<void> {
    for (const order of orders) if (await this.#isOurs(order, answers.get(order.orderId))) this.#claimed.push(order);
  }

  async #isOurs(order: SendableOrder, answer: ClaimAnswer | undefined): Promise<boolean> {
    if (answer?.kind === 'blocked') this.#parts.onBlocked(answer.entry);
    if (answer?.kind === 'takenOver') await this.#parts.onTakenOver(order, answer.ambiguousFor);
    return answer?.kind === 'claimed';
  }

  #claimsOf(orders: readonly SendableOrder[]): readonly TeamClaim[] {
    const { journal, batchId, fileName, shop, team } = this.#parts;
    // All that the team's orders say of shops is looked through for them: once for all, and where a number is ours alone.
    const ids = orders.some(hasContent) ? team.idsElsewhere(shop ?? firstShop) : [];
    return orders.map((order) => ({
      orderId: order.orderId,
      bodyHash: encodeOrder(order.request).hash,
      fileName,
      shop,
      contents: ids.flatMap((id) => contentKey(order, id) ?? []),
      againSince: sinceOf(journal.latest(batchId, order.orderId)),
    }));
  }

  #claimAgain(revision: Revision | null): TeamClaim | null {
    if (revision === null) return null;
    const { fileName, shop } = this.#parts;
    const { orderId, bodyHash } = revision;
    return { orderId, bodyHash, fileName, shop, contents: [], againSince: sinceOf(revision) };
  }
}

/** Whether the order's number is not the file's. */
function hasContent({ isUnnumbered, outsideId }: SendableOrder): boolean {
  return outsideId !== undefined || isUnnumbered === true;
}

/** The key of what an order under a number of our own says; null: its number is the file's. */
function contentKey({ isUnnumbered, outsideId, request }: SendableOrder, shop: string): string | null {
  if (outsideId !== undefined) return outsideGoodsKey(outsideId, request, shop);
  return isUnnumbered === true ? requestKey(request, shop) : null;
}

/** When a person decided that the order is sent again; null: nobody did. */
function sinceOf(revision: Revision | null): number | null {
  return revision?.cause === 'again' ? revision.at : null;
}
