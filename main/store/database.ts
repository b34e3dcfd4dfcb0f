/** SQLite behind one file: the only place that knows which package it is. The API is node:sqlite's, which can replace it. */
import { DatabaseSync } from '@photostructure/sqlite';

export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;
type Statement = ReturnType<InstanceType<typeof DatabaseSync>['prepare']>;

/** Milliseconds to wait for another process that is writing. */
const busyTimeout = 10_000;
/** Milliseconds between two tries to open what another process is putting in order after a crash: SQLite does not wait there. */
const openingPause = 50;

function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** SQLite's way of saying that another process has it. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/iu.test(error.message);
}

function opened(path: string): InstanceType<typeof DatabaseSync> {
  for (const until = Date.now() + busyTimeout; ; wait(openingPause)) {
    const connection = new DatabaseSync(path, { timeout: busyTimeout });
    try {
      connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
      return connection;
    } catch (error) {
      connection.close();
      if (!isBusy(error) || Date.now() >= until) throw error;
    }
  }
}

export class Database {
  readonly path: string;
  readonly #connection: InstanceType<typeof DatabaseSync>;
  readonly #statements = new Map<string, Statement>();
  #depth = 0;

  constructor(path: string) {
    this.path = path;
    this.#connection = opened(path);
  }

  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.#prepared(sql).run(...values);
    return { changes, id: Number(lastInsertRowid) };
  }

  get(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#prepared(sql).get(...values) as Row | undefined;
  }

  all(sql: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#prepared(sql).all(...values) as readonly Row[];
  }

  /**
   * Runs `act` in one transaction. It takes the write lock at once (no other process can write between what `act` reads
   * and writes) and is on the disk when this returns; an inner call joins the outer one. What throws is rolled back.
   */
  transaction<T>(act: () => T): T {
    if (this.#depth > 0) return act();
    this.exec('BEGIN IMMEDIATE');
    this.#depth = 1;
    try {
      const value = act();
      this.exec('COMMIT');
      return value;
    } catch (error) {
      // A full disk may have rolled back by itself.
      if (this.#connection.isTransaction) this.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  #prepared(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
