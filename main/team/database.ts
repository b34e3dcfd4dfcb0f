/** Connects to PostgreSQL: one connection, statements one after another, nothing that is repeated unasked. */
import net from 'node:net';
import pg from 'pg';
import type { Client, ClientConfig } from 'pg';
import { FailureError } from '../../shared/result.ts';
import type { TeamFile } from './team-file.ts';

/** Milliseconds. A statement that was not answered in this time ends the connection: what became of it is asked anew. */
const [connectTimeout, statementTimeout, answerTimeout] = [5_000, 8_000, 10_000] as const;
const mostAttempts = 5;

export type Address = Pick<TeamFile, 'host' | 'port' | 'database' | 'role' | 'password' | 'ca'>;

/** The database cannot be reached, or ended the connection: nobody knows what became of the last statement. */
export class TeamAwayError extends Error {}

/** The computer's epoch or incarnation is another one, or the ledger is held: nothing was claimed. */
export class NotConfirmedError extends Error {}

/** Errors that say nothing of the connection. */
function isOfAct(error: unknown): boolean {
  return error instanceof FailureError || error instanceof NotConfirmedError || isOfStatement(error);
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (net.isIPv4(host) && host.startsWith('127.'));
}

/** Anything but this computer itself is spoken to through TLS alone, with the certificate checked. */
export function configOf({ host, port, database, role, password, ca }: Address): ClientConfig {
  return {
    host,
    port,
    database,
    user: role,
    password,
    application_name: 'order-importer',
    connectionTimeoutMillis: connectTimeout,
    statement_timeout: statementTimeout,
    query_timeout: answerTimeout,
    keepAlive: true,
    ...(isLoopback(host) && ca === null
      ? { ssl: false }
      : { ssl: { rejectUnauthorized: true, ...(ca === null ? {} : { ca }) } }),
  };
}

/** The server ended this transaction for another's sake: of two that wait for each other it lets one go on. */
function isRolledBack(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40P01' || error.code === '40001');
}

/** Errors in which the server speaks of the statement, and not of itself or the connection. */
function isOfStatement(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return false;
  // 08 connection, 53 resources, 57 operator's intervention, 58 system error, 25006 read-only standby, 40 rolled back.
  return !/^(?:08|53|57|58|40)|^25006$/u.test(error.code);
}

/** What Node says of a certificate that is not signed by a trusted one, or has run out. */
const untrusted =
  /^(?:CERT_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|INVALID_CA|CRL_)/u;

/** A connection that was refused because of TLS: it stays so until a person does something. */
function refusedByTls(error: unknown, host: string): FailureError | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return new FailureError('team.certificateName', { host });
  if (untrusted.test(code)) return new FailureError('team.certificate', { host });
  // The driver has no code for it.
  return error.message.includes('does not support SSL') ? new FailureError('team.noTls', { host }) : null;
}

/** What the server says of role and database is for a person; all else may pass. */
function asTold(error: unknown): Error {
  if (error instanceof FailureError || error instanceof TeamAwayError || error instanceof NotConfirmedError)
    return error;
  if (error instanceof pg.DatabaseError && /^28|^3D000|^42501/u.test(error.code ?? ''))
    return new FailureError('team.refused', { message: error.message });
  if (isOfStatement(error)) return error as Error;
  return new TeamAwayError(error instanceof Error ? error.message : String(error), { cause: error });
}

/** @throws FailureError `team.refused`, `team.certificateName`, `team.certificate`, `team.noTls`; TeamAwayError */
export async function connect(address: Address): Promise<Client> {
  const client = new pg.Client(configOf(address));
  // The end of an idle connection is met by the next statement.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(
      `SET synchronous_commit = on; SET search_path = pg_catalog; SET idle_in_transaction_session_timeout = '15s'`,
    );
    return client;
  } catch (error) {
    void client.end().catch(() => undefined);
    throw refusedByTls(error, address.host) ?? asTold(error);
  }
}

/** A connection that is made when it is needed, and made anew after it was lost. Its users take turns. */
export class TeamDatabase {
  readonly #address: Address;
  readonly #prepare: (client: Client) => Promise<void>;
  #client: Client | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param prepare runs on every new connection before it is used */
  constructor(address: Address, prepare: (client: Client) => Promise<void>) {
    this.#address = address;
    this.#prepare = prepare;
  }

  /** Runs `act` in its turn. @throws TeamAwayError; FailureError of `prepare` and {@link connect} */
  use<T>(act: (client: Client) => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => this.#used(act));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /**
   * Runs `act` in a transaction, anew where the server ended that for another's sake. Where its end was not answered nobody
   * knows whether it is committed.
   *
   * Whoever locks rows does so in one order, so that nobody waits in a circle: the computer's own, other computers, contents
   * by server and key, orders by server and number.
   */
  transaction<T>(act: (client: Client) => Promise<T>): Promise<T> {
    return this.#again(async (client) => {
      await client.query('BEGIN');
      try {
        const value = await act(client);
        await client.query('COMMIT');
        return value;
      } catch (error) {
        if (isRolledBack(error) || isOfAct(error)) await client.query('ROLLBACK');
        throw error;
      }
    });
  }

  /** Like {@link transaction}, where `act` changes something by one statement alone: that is a transaction by itself. */
  statement<T>(act: (client: Client) => Promise<T>): Promise<T> {
    return this.#again(act);
  }

  /** Runs `act`, anew where the server ended its transaction for another's sake. */
  #again<T>(act: (client: Client) => Promise<T>): Promise<T> {
    return this.use(async (client) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await act(client);
        } catch (error) {
          if (!isRolledBack(error) || attempt >= mostAttempts) throw error;
        }
      }
    });
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#drop();
  }

  async #used<T>(act: (client: Client) => Promise<T>): Promise<T> {
    try {
      if (this.#client === null) {
        const client = await connect(this.#address);
        this.#client = client;
        // What ended while nobody used it is made anew by the next one.
        for (const event of ['end', 'error'] as const)
          client.once(event, () => {
            if (this.#client === client) void this.#drop();
          });
        await this.#prepare(client);
      }
      return await act(this.#client);
    } catch (error) {
      const told = asTold(error);
      if (!isOfAct(error)) await this.#drop();
      throw told;
    }
  }

  async #drop(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (!client) return;
    // What hangs is not waited for: the socket itself is closed.
    const { connection } = client as unknown as { connection?: { stream?: net.Socket } };
    const timer = setTimeout(() => connection?.stream?.destroy(), 500);
    await Promise.race([
      client.end().catch(() => undefined),
      new Promise((resolve) => {
        setTimeout(resolve, 1000).unref();
      }),
    ]);
    clearTimeout(timer);
    connection?.stream?.destroy();
  }
}
