/**
 * Watches whose orders the WMS says that it took (`supplier_buyer_id`, decision 21): with another shop's key they would
 * belong to another account, and nothing else would tell.
 */
import type { RunReason } from '../../../shared/domain/sending/run.ts';
import type { ExpectedAccount } from '../sender.ts';

export class AccountGuard {
  readonly #learn: ExpectedAccount['learn'];
  /** The accounts of other shops, with their names. */
  readonly #others: ReadonlyMap<number, string>;
  /** Null: the first one is. */
  #expected: number | null;
  /** The unexpected one that a person was told of. */
  #unexpected: number | null = null;

  /** Whether the answer is still awaited that shows whose account the key is. */
  #isUnproven: boolean;

  /** @param account undefined: any will do */
  constructor(account: ExpectedAccount | undefined) {
    this.#expected = account?.expected ?? null;
    this.#others = account?.others ?? new Map();
    this.#isUnproven = this.#expected !== null || this.#others.size > 0;
    this.#learn = account?.learn ?? (() => undefined);
  }

  /** Whether no second order may go out yet: it would be written down for the wrong account, too. */
  get isUnproven(): boolean {
    return this.#isUnproven;
  }

  /** Why the run must pause after an answer with this account; null: it goes on. */
  check(account: number | null | undefined): RunReason | null {
    this.#isUnproven = false;
    if (account === null || account === undefined) return null;
    const shop = this.#others.get(account);
    if (this.#expected === null && shop === undefined) {
      this.#expected = account;
      this.#learn(account);
    }
    if (account === this.#expected) return null;
    this.#unexpected = account;
    if (shop !== undefined) return { code: 'run.accountOfOtherShop', params: { shop, account: String(account) } };
    return { code: 'run.otherAccount', params: { expected: String(this.#expected), account: String(account) } };
  }

  /** The pause was for something else: what nobody was told of stays unexpected. */
  forget(): void {
    this.#unexpected = null;
  }

  /** A person who was told lets the run go on: it is the right account from now on. */
  accept(): void {
    if (this.#unexpected === null) return;
    this.#expected = this.#unexpected;
    this.#learn(this.#unexpected);
    this.#unexpected = null;
  }
}
