/** The access key of a run: whether it says that it has run out, and a new one without a person where there is a way. */
import type { Clock } from '../../ports.ts';
import type { RunPause } from './run-control.ts';
import { accessKeyExpiry } from '../access-key-expiry.ts';

export class RunAccessKey {
  readonly #clock: Clock;
  readonly #renew: (() => Promise<string | null>) | undefined;
  #accessKey: string;
  /** The key that was found to have run out: a person who gives it again, on a computer whose clock is wrong, is believed. */
  #expired: string | null = null;
  /** Once after every key that went through. */
  #mayRenew = true;

  constructor(accessKey: string, clock: Clock, renew: (() => Promise<string | null>) | undefined) {
    this.#accessKey = accessKey;
    this.#clock = clock;
    this.#renew = renew;
  }

  get accessKey(): string {
    return this.#accessKey;
  }

  replace(accessKey: string): void {
    this.#accessKey = accessKey;
  }

  /** The server took it. */
  markAccepted(): void {
    this.#mayRenew = true;
  }

  /** The pause that a key calls for which says itself that it has run out; once for each key. */
  takeExpiryPause(): RunPause | null {
    const expiry = accessKeyExpiry(this.#accessKey);
    if (expiry === null || expiry > this.#clock.now() || this.#expired === this.#accessKey) return null;
    this.#expired = this.#accessKey;
    return { kind: 'askForAccessKey', reason: { code: 'run.expired', params: {} } };
  }

  /** A new key for one that was not taken, or has run out; null where only a person can give one. */
  async renew({ kind, reason }: RunPause): Promise<string | null> {
    if (kind !== 'askForAccessKey' || reason.code === 'run.forbidden' || !this.#renew || !this.#mayRenew) return null;
    this.#mayRenew = false;
    const before = this.#accessKey;
    const accessKey = await this.#renew().catch(() => null);
    // A person may have given one in the meantime.
    if (this.#accessKey !== before) return this.#accessKey;
    return accessKey === before ? null : accessKey;
  }
}
