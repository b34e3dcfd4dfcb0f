/**
 * The access key of a terminal: out of its variables, out of what the window keeps, or by signing in; and a new one for a
 * key that has run out, where there is a way.
 */
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { FailureError, type Result } from '../../shared/result.ts';
import { refreshPathOf } from '../../shared/wms/addresses.ts';
import { renewAccessKey, signIn, type SignInResult } from '../sending/wms/client.ts';
import type { ConnectionOptions } from '../sending/wms/connection.ts';
import type { SecretStore } from '../store/store.ts';

/** The keys that the window keeps, by the identity of their server, where this process can read them. */
export interface StoredAccessKeys {
  get(server: string): Promise<string | null>;
  set(server: string, key: string): Promise<void>;
  /** What a new key can be got with. */
  getRefreshToken(server: string): Promise<string | null>;
  setRefreshToken(server: string, token: string): Promise<void>;
}

/** Opens the keys that the window keeps in a home's secrets. */
export type OpenStoredAccessKeys = (secrets: SecretStore) => StoredAccessKeys;

export interface TerminalAccessKeyOptions {
  readonly server: RunServer;
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
  /** Good for one use: the one that came last. */
  #refreshToken: string | null = null;

  constructor(options: TerminalAccessKeyOptions) {
    this.#options = options;
    this.#refreshToken = this.#variable('WMS_REFRESH_TOKEN');
  }

  /** The variable that a new key belongs in. */
  get variableName(): string {
    return this.#options.tokenEnv ?? defaultVariable;
  }

  /** The key to begin with. @throws FailureError `cli.noToken`, and those of the sign-in */
  async obtain(): Promise<string> {
    const { storedKeys, server, tokenEnv } = this.#options;
    const given = this.#variable(this.variableName);
    if (given !== null) return given;
    const known =
      tokenEnv === undefined
        ? ((await storedKeys?.get(server.identity)) ?? (await this.#signedIn()) ?? (await this.#refreshed()))
        : null;
    if (known === null) throw new FailureError('cli.noToken', { name: this.variableName });
    return known;
  }

  /** A new key for one that was not taken, or has run out; null where only a person can give one. */
  async renew(): Promise<string | null> {
    return (await this.#refreshed()) ?? (await this.#signedIn().catch(() => null));
  }

  async #refreshed(): Promise<string | null> {
    const { storedKeys, loginPath, server, connectionOptions } = this.#options;
    const token = this.#refreshToken ?? (await storedKeys?.getRefreshToken(server.identity)) ?? null;
    if (token === null) return null;
    this.#refreshToken = null;
    const answer = await renewAccessKey(server.url, refreshPathOf(loginPath), token, connectionOptions);
    return answer.ok ? this.#keep(answer) : null;
  }

  /** Null where the variables give no login. */
  async #signedIn(): Promise<string | null> {
    const { loginPath, server, connectionOptions } = this.#options;
    const [login, password] = [this.#variable('WMS_LOGIN'), this.#variable('WMS_PASSWORD')];
    return login === null || password === null
      ? null
      : this.#keep(await signIn(server.url, loginPath, { login, password }, connectionOptions));
  }

  async #keep(answer: Result<SignInResult>): Promise<string> {
    if (!answer.ok) throw new FailureError(answer.error.code, answer.error.params);
    const { storedKeys, server } = this.#options;
    const { accessKey, refreshToken } = answer.value;
    this.#refreshToken = refreshToken;
    await storedKeys?.set(server.identity, accessKey);
    if (refreshToken !== null) await storedKeys?.setRefreshToken(server.identity, refreshToken);
    return accessKey;
  }

  #variable(name: string): string | null {
    const text = this.#options.environment[name]?.trim() ?? '';
    return text === '' ? null : text;
  }
}
