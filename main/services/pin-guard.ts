/**
 * The PIN that guards settings from those who share the computer's login: server, access keys, shops, sending twice. Kept
 * beside the access keys as a salted slow hash; wrong ones are slowed down, over restarts, too.
 */
import { Buffer } from 'node:buffer';
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { FailureError } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { SecretStore } from '../store/store.ts';

/** The name of the secret that the PIN is kept under. */
export const pinSecret = 'pin';

const keptSchema = z.object({
  salt: z.string(),
  hash: z.string(),
  /** Wrong ones in a row, and when the last one was given (ms since 1970). */
  wrong: z.int().min(0),
  at: z.number(),
});
type Kept = z.infer<typeof keptSchema>;

/** Some 30 ms and 32 MB for each try. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const hashBytes = 32;

/** How long the right PIN counts, in ms. */
const openMs = 5 * 60_000;
const freeTries = 3;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

/** ms to wait after so many wrong ones in a row: none at first, then half a minute, and twice as long each time. */
export function waitAfter(wrong: number): number {
  return wrong < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(wrong - freeTries, 10));
}

function hashOf(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(pin, salt, hashBytes, cost, (error, hash) => (error ? reject(error) : resolve(hash))),
  );
}

/** The secrets, in this thread or behind a port. */
type Secrets = {
  readonly [K in keyof SecretStore]: (
    ...args: Parameters<SecretStore[K]>
  ) => ReturnType<SecretStore[K]> | Promise<ReturnType<SecretStore[K]>>;
};

export class PinGuard {
  readonly #secrets: Secrets;
  readonly #clock: Pick<Clock, 'now' | 'monotonic'>;
  /** Tries one after the other, so that many at once are slowed down, too. */
  #trying: Promise<unknown> = Promise.resolve();
  /** Until when the right PIN counts, on the monotonic clock. */
  #openUntil = 0;

  constructor(secrets: Secrets, clock: Pick<Clock, 'now' | 'monotonic'>) {
    this.#secrets = secrets;
    this.#clock = clock;
  }

  async isSet(): Promise<boolean> {
    return (await this.#kept()) !== null;
  }

  /** @throws FailureError `pin.needed` where there is a PIN that was not given in the last minutes */
  async demand(): Promise<void> {
    if ((await this.isSet()) && this.#clock.monotonic() >= this.#openUntil) throw new FailureError('pin.needed');
  }

  /** @throws FailureError `pin.wrong`, `pin.wait` ({seconds}): too many wrong ones, this one was not looked at */
  enter(pin: string): Promise<void> {
    const tried = this.#trying.then(() => this.#enter(pin));
    this.#trying = tried.catch(() => undefined);
    return tried;
  }

  /** From now on this PIN guards; the one before is to be demanded first. */
  async set(pin: string): Promise<void> {
    const salt = randomBytes(16);
    const hash = await hashOf(pin, salt);
    await this.#keep({ salt: salt.toString('hex'), hash: hash.toString('hex'), wrong: 0, at: 0 });
    this.close();
  }

  async remove(): Promise<void> {
    await this.#secrets.clear(pinSecret);
    this.close();
  }

  /** The PIN is to be given again: somebody else works here now. */
  close(): void {
    this.#openUntil = 0;
  }

  async #enter(pin: string): Promise<void> {
    const kept = await this.#kept();
    if (kept === null) return;
    const now = this.#clock.now();
    const wait = waitAfter(kept.wrong);
    // A clock that was set back must not make it longer than it is.
    const left = Math.min(wait, kept.at + wait - now);
    if (left > 0) throw new FailureError('pin.wait', { seconds: Math.ceil(left / 1000) });
    // Counted before it is looked at: ending the app in between is no free try.
    await this.#keep({ ...kept, wrong: kept.wrong + 1, at: now });
    const hash = await hashOf(pin, Buffer.from(kept.salt, 'hex'));
    if (!timingSafeEqual(hash, Buffer.from(kept.hash, 'hex'))) throw new FailureError('pin.wrong');
    await this.#keep({ ...kept, wrong: 0, at: now });
    this.#openUntil = this.#clock.monotonic() + openMs;
  }

  async #kept(): Promise<Kept | null> {
    const blob = await this.#secrets.get(pinSecret);
    return blob === null ? null : keptSchema.parse(JSON.parse(Buffer.from(blob).toString('utf8')));
  }

  async #keep(kept: Kept): Promise<void> {
    await this.#secrets.set(pinSecret, new Uint8Array(Buffer.from(JSON.stringify(kept))));
  }
}
