/** Keeps the access key of a run: checks whether it has expired, and renews it without a person where that is possible. */
import type { Clock } from '../../ports.ts';
import type { RunPause } from './run-control.ts';
import { accessKeyExpiry } from '../access-key-expiry.ts';

export class RunAccessKey {
  readonly #clock: Clock;
  readonly #renew: (() => Promise<string | null>) | undefined;
  #accessKey: string;
  /** The key that was found to have expired: a person who gives it again (the clock may be wrong) is believed. */
  #expired: string | null = null;
  /** Renewing is allowed once after every key that was accepted. */
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

  /** The server accepted the key. */
  markAccepted(): void {
    this.#mayRenew = true;
  }

  /** The pause for a key that says itself that it has expired; once for each key, else null. */
  takeExpiryPause(): RunPause | null {
    const expiry = accessKeyExpiry(this.#accessKey);
    if (expiry === null || expiry > this.#clock.now() || this.#expired === this.#accessKey) return null;
    this.#expired = this.#accessKey;
    return { kind: 'askForAccessKey', reason: { code: 'run.expired', params: {} } };
  }

  /** A new key for one that was refused or has expired; null where only a person can give one. */
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
