/** The access key of a run: whether it says that it has run out, and a new one without a person where there is a way. */
import type { Clock } from '../../ports.ts';
import type { Pause } from './run-control.ts';
import { expiryOf } from '../token.ts';

export class RunKey {
  readonly #clock: Clock;
  readonly #renew: (() => Promise<string | null>) | undefined;
  #token: string;
  /** The key that was found to have run out: a person who gives it again, on a computer whose clock is wrong, is believed. */
  #expired: string | null = null;
  /** Once after every key that went through. */
  #mayRenew = true;

  constructor(token: string, clock: Clock, renew: (() => Promise<string | null>) | undefined) {
    this.#token = token;
    this.#clock = clock;
    this.#renew = renew;
  }

  get token(): string {
    return this.#token;
  }

  give(token: string): void {
    this.#token = token;
  }

  /** The server took it. */
  wentThrough(): void {
    this.#mayRenew = true;
  }

  /** The pause that a key calls for which says itself that it has run out; once for each key. */
  expiry(): Pause | null {
    const expiry = expiryOf(this.#token);
    if (expiry === null || expiry > this.#clock.now() || this.#expired === this.#token) return null;
    this.#expired = this.#token;
    return { how: 'ask', reason: { code: 'run.expired', params: {} } };
  }

  /** A new key for one that was not taken, or has run out; null where only a person can give one. */
  async renewed({ how, reason }: Pause): Promise<string | null> {
    if (how !== 'ask' || reason.code === 'run.forbidden' || !this.#renew || !this.#mayRenew) return null;
    this.#mayRenew = false;
    const before = this.#token;
    const token = await this.#renew().catch(() => null);
    // A person may have given one in the meantime.
    if (this.#token !== before) return this.#token;
    return token === before ? null : token;
  }
}
