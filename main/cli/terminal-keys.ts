/**
 * The access key of a terminal: out of its variables, out of what the window keeps, or by signing in; and a new one for a
 * key that has run out, where there is a way.
 */
import type { RunServer } from '../../shared/domain/sending/run.ts';
import { FailureError, type Result } from '../../shared/result.ts';
import { refreshPathOf } from '../../shared/wms/addresses.ts';
import { renewKey, signIn, type SignIn } from '../sending/wms/client.ts';
import type { Way } from '../sending/wms/connection.ts';
import type { Secrets } from '../store/store.ts';

/** The keys that the window keeps, by the identity of their server, where this process can read them. */
export interface KeptKeys {
  get(server: string): Promise<string | null>;
  set(server: string, key: string): Promise<void>;
  /** What a new key can be got with. */
  renewal(server: string): Promise<string | null>;
  setRenewal(server: string, token: string): Promise<void>;
}

/** Opens the keys that the window keeps in a home's secrets. */
export type OpenKeptKeys = (secrets: Secrets) => KeptKeys;

export interface TerminalKeyOptions {
  readonly server: RunServer;
  readonly environment: NodeJS.ProcessEnv;
  /** The variable that holds the key, where one was named. */
  readonly tokenEnv: string | undefined;
  readonly loginPath: string;
  readonly way: Way;
  /** Null: this process cannot read them. */
  readonly kept: KeptKeys | null;
}

const usualVariable = 'WMS_TOKEN';

export class TerminalKeys {
  readonly #options: TerminalKeyOptions;
  /** Good for one use: the one that came last. */
  #refreshToken: string | null = null;

  constructor(options: TerminalKeyOptions) {
    this.#options = options;
    this.#refreshToken = this.#variable('WMS_REFRESH_TOKEN');
  }

  /** The variable that a new key belongs in. */
  get variable(): string {
    return this.#options.tokenEnv ?? usualVariable;
  }

  /** The key to begin with. @throws FailureError `cli.noToken`, and those of the sign-in */
  async first(): Promise<string> {
    const { kept, server, tokenEnv } = this.#options;
    const given = this.#variable(this.variable);
    if (given !== null) return given;
    const known = tokenEnv === undefined ? ((await kept?.get(server.identity)) ?? (await this.#signedIn()) ?? (await this.#refreshed())) : null;
    if (known === null) throw new FailureError('cli.noToken', { name: this.variable });
    return known;
  }

  /** A new key for one that was not taken, or has run out; null where only a person can give one. */
  async renewed(): Promise<string | null> {
    return (await this.#refreshed()) ?? (await this.#signedIn().catch(() => null));
  }

  async #refreshed(): Promise<string | null> {
    const { kept, loginPath, server, way } = this.#options;
    const token = this.#refreshToken ?? (await kept?.renewal(server.identity)) ?? null;
    if (token === null) return null;
    this.#refreshToken = null;
    const answer = await renewKey(server.url, refreshPathOf(loginPath), token, way);
    return answer.ok ? this.#keep(answer) : null;
  }

  /** Null where the variables give no login. */
  async #signedIn(): Promise<string | null> {
    const { loginPath, server, way } = this.#options;
    const [login, password] = [this.#variable('WMS_LOGIN'), this.#variable('WMS_PASSWORD')];
    return login === null || password === null ? null : this.#keep(await signIn(server.url, loginPath, { login, password }, way));
  }

  async #keep(answer: Result<SignIn>): Promise<string> {
    if (!answer.ok) throw new FailureError(answer.error.code, answer.error.params);
    const { kept, server } = this.#options;
    const { accessToken, refreshToken } = answer.value;
    this.#refreshToken = refreshToken;
    await kept?.set(server.identity, accessToken);
    if (refreshToken !== null) await kept?.setRenewal(server.identity, refreshToken);
    return accessToken;
  }

  #variable(name: string): string | null {
    const text = this.#options.environment[name]?.trim() ?? '';
    return text === '' ? null : text;
  }
}
