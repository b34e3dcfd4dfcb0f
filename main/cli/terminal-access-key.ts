/**
 * Gets the access key for a terminal: from its environment variables, from the keys that the window stores, or by signing
 * in. Renews a key that has expired, where that can be done without a person.
 */
import { accessKeyOwner } from '../../shared/domain/model/shop.ts';
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { FailureError, valueOrThrow, type Result } from '../../shared/result.ts';
import { refreshPathOf } from '../../shared/wms/addresses.ts';
import { unsendableCharacter } from '../../shared/wms/login.ts';
import { renewAccessKey, signIn, type SignInResult } from '../sending/wms/client.ts';
import type { ConnectionOptions } from '../sending/wms/connection.ts';
import type { SecretStore } from '../store/store.ts';

/** The access keys that the window stores, by their owner (shared/domain/model/shop.ts), where this process can read them. */
export interface StoredAccessKeys {
  get(owner: string): Promise<string | null>;
  set(owner: string, key: string): Promise<void>;
  /** With it a new access key can be requested without a person. */
  getRefreshToken(owner: string): Promise<string | null>;
  setRefreshToken(owner: string, token: string): Promise<void>;
}

/** Opens the access keys that the window stores in a home's secrets. */
export type OpenStoredAccessKeys = (secrets: SecretStore) => StoredAccessKeys;

export interface TerminalAccessKeyOptions {
  readonly server: RunServer;
  /** Id of the shop whose key it is. */
  readonly shop: string;
  readonly environment: NodeJS.ProcessEnv;
  /** The variable that holds the key, where one was named. */
  readonly tokenEnv: string | undefined;
  readonly loginPath: string;
  readonly connectionOptions: ConnectionOptions;
  /** Null: this process cannot read them. */
  readonly storedKeys: StoredAccessKeys | null;
}

const defaultVariable = 'WMS_TOKEN';

export class TerminalAccessKey {
  readonly #options: TerminalAccessKeyOptions;
  /** The latest one; each is good for one use. */
  #refreshToken: string | null = null;

  readonly #owner: string;

  constructor(options: TerminalAccessKeyOptions) {
    this.#options = options;
    this.#owner = accessKeyOwner(options.server.identity, options.shop);
    this.#refreshToken = this.#variable('WMS_REFRESH_TOKEN');
  }

  /** The environment variable that a new key belongs in. */
  get variableName(): string {
    return this.#options.tokenEnv ?? defaultVariable;
  }

  /** The key to begin with. @throws FailureError `cli.noToken`, `cli.keyCharacter`, and those of the sign-in */
  async obtain(): Promise<string> {
    const { storedKeys, tokenEnv } = this.#options;
    const given = this.#variable(this.variableName);
    const unsendable = given === null ? null : unsendableCharacter(given);
    if (unsendable !== null) throw new FailureError('cli.keyCharacter', { name: this.variableName, ...unsendable });
    if (given !== null) return given;
    const known =
      tokenEnv === undefined
        ? ((await storedKeys?.get(this.#owner)) ?? (await this.#signedIn()) ?? (await this.#refreshed()))
        : null;
    if (known === null) throw new FailureError('cli.noToken', { name: this.variableName });
    return known;
  }

  /** A new key for one that was refused or has expired; null where only a person can give one. */
  async renew(): Promise<string | null> {
    return (await this.#refreshed()) ?? (await this.#signedIn().catch(() => null));
  }

  async #refreshed(): Promise<string | null> {
    const { storedKeys, loginPath, server, connectionOptions } = this.#options;
    const token = this.#refreshToken ?? (await storedKeys?.getRefreshToken(this.#owner)) ?? null;
    if (token === null) return null;
    this.#refreshToken = null;
    const answer = await renewAccessKey(server.url, refreshPathOf(loginPath), token, connectionOptions);
    return answer.ok ? this.#keep(answer) : null;
  }

  /** Signs in; null where the environment variables give no login. */
  async #signedIn(): Promise<string | null> {
    const { loginPath, server, connectionOptions } = this.#options;
    const [login, password] = [this.#variable('WMS_LOGIN'), this.#variable('WMS_PASSWORD')];
    return login === null || password === null
      ? null
      : this.#keep(await signIn(server.url, loginPath, { login, password }, connectionOptions));
  }

  async #keep(answer: Result<SignInResult>): Promise<string> {
    const { storedKeys } = this.#options;
    const { accessKey, refreshToken } = valueOrThrow(answer);
    this.#refreshToken = refreshToken;
    await storedKeys?.set(this.#owner, accessKey);
    if (refreshToken !== null) await storedKeys?.setRefreshToken(this.#owner, refreshToken);
    return accessKey;
  }

  #variable(name: string): string | null {
    const text = this.#options.environment[name]?.trim() ?? '';
    return text === '' ? null : text;
  }
}
