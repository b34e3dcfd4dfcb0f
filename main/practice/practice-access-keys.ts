/** Signs in to the practice WMS: any login with a password of six characters or more gets an access key. */
import { randomBytes } from 'node:crypto';
import { type PracticeAnswer, jsonAnswer } from './http-answers.ts';
import { isObject } from './validation.ts';

/** Access keys begin with this, which no live server's does: the two cannot be mixed up. */
const prefix = 'practice';

export class PracticeAccessKeys {
  readonly #ttl: number | undefined;
  readonly #now: () => number;
  /** When each key that was given out expires. */
  readonly #expiry = new Map<string, number>();
  readonly #refreshTokens = new Set<string>();

  /** @param ttl milliseconds that a key given out here is good for; undefined: for ever */
  constructor(ttl: number | undefined, now: () => number) {
    this.#ttl = ttl;
    this.#now = now;
  }

  login(body: unknown): PracticeAnswer {
    const { login, password } = isObject(body) ? body : {};
    const errors = [
      ...(typeof login === 'string' && login.trim() !== ''
        ? []
        : [{ field: 'login', message: 'Login cannot be blank.' }]),
      ...(typeof password === 'string' && password !== ''
        ? []
        : [{ field: 'password', message: 'Password cannot be blank.' }]),
    ];
    if (typeof password === 'string' && password !== '' && password.length < 6) {
      errors.push({ field: 'password', message: 'Password should contain at least 6 characters.' });
    }
    return errors.length > 0 ? jsonAnswer(422, errors) : this.#issue();
  }

  refresh(body: unknown): PracticeAnswer {
    const token = isObject(body) ? body['refresh_token'] : undefined;
    if (typeof token !== 'string' || !this.#refreshTokens.delete(token)) {
      return jsonAnswer(422, {
        message: 'error',
        errors: { refresh_token: ['Refresh token noto‘g‘ri yoki muddati o‘tgan'] },
      });
    }
    return this.#issue();
  }

  #issue(): PracticeAnswer {
    const accessToken = `${prefix}-${randomBytes(12).toString('hex')}`;
    const refreshToken = `${prefix}-refresh-${randomBytes(12).toString('hex')}`;
    this.#refreshTokens.add(refreshToken);
    if (this.#ttl !== undefined) this.#expiry.set(accessToken, this.#now() + this.#ttl);
    return jsonAnswer(200, { access_token: accessToken, refresh_token: refreshToken });
  }

  /** Whether an Authorization header lets its sender in. */
  isAuthorized(authorization: string | undefined): boolean {
    const key = /^Bearer (\S+)$/u.exec(authorization ?? '')?.[1];
    if (key === undefined || !key.startsWith(prefix)) return false;
    return (this.#expiry.get(key) ?? Infinity) > this.#now();
  }
}

/** The API document's example. */
const usualAccount = 4;

/** The account that a key belongs to: `practice-…@7` is account 7's, every other one account 4's. */
export function accountOf(authorization: string | undefined): number {
  const [, account] = /@(\d{1,9})$/u.exec(authorization ?? '') ?? [];
  return account === undefined ? usualAccount : Number(account);
}
