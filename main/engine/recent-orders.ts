/**
 * Keeps what other files sent in the last days, by signature (shared/domain/identity/repeat-signature.ts): first only which
 * signatures there are, and of those that stand in this file, too, the orders.
 */
import type { EarlierOrder } from '../ports.ts';

const none: readonly EarlierOrder[] = [];

export class RecentOrders {
  #signatures: ReadonlySet<number> | null = null;
  readonly #unexplained = new Set<number>();
  readonly #earlier = new Map<number, readonly EarlierOrder[]>();

  /** Whether nobody told the signatures yet. */
  get isUnknown(): boolean {
    return this.#signatures === null;
  }

  setSignatures(signatures: readonly number[]): void {
    this.#signatures = new Set(signatures);
  }

  /** To be called for every order of the file. */
  see(signature: number): void {
    if (this.#signatures?.has(signature) === true && !this.#earlier.has(signature)) this.#unexplained.add(signature);
  }

  /** Signatures that stand in both, whose orders nobody asked for; from now on they count as asked for. */
  takeUnexplained(): number[] {
    const signatures = [...this.#unexplained];
    this.#unexplained.clear();
    return signatures;
  }

  explain(earlier: ReadonlyMap<number, readonly EarlierOrder[]>): void {
    for (const [signature, orders] of earlier) this.#earlier.set(signature, orders);
  }

  /** The latest first. */
  ordersAlike(signature: number): readonly EarlierOrder[] {
    return this.#earlier.size === 0 ? none : (this.#earlier.get(signature) ?? none);
  }
}
