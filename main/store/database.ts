/** Wraps SQLite: the only file that knows which package it is. The API is node:sqlite's, which can replace it. */
import { DatabaseSync } from '@photostructure/sqlite';
import fs from 'node:fs';
import { makePrivateFile } from '../platform/private-home.ts';

export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;
type Statement = ReturnType<InstanceType<typeof DatabaseSync>['prepare']>;

/** Milliseconds to wait for another process that is writing. */
const busyTimeout = 10_000;
/** Milliseconds between two tries to open a database that another process is recovering: SQLite does not wait then. */
const openingPause = 50;

function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Whether SQLite says that another process has locked it. */
export function isBusyError(error: unknown): boolean {
  return error instanceof Error && /locked|busy/iu.test(error.message);
}

/** Whether SQLite says that the file is damaged. */
export function isCorruptionError(error: unknown): boolean {
  return error instanceof Error && /malformed|not a database|corrupt/iu.test(error.message);
}

function connect(path: string): InstanceType<typeof DatabaseSync> {
  // SQLite gives its log the mode of the database.
  makePrivateFile(path);
  for (const until = Date.now() + busyTimeout; ; wait(openingPause)) {
    const connection = new DatabaseSync(path, { timeout: busyTimeout });
    try {
      connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
      return connection;
    } catch (error) {
      connection.close();
      if (!isBusyError(error) || Date.now() >= until) throw error;
    }
  }
}

/** The marker beside a database in which damage was met: the next one to open it checks all of it. */
export function damageMarkerPath(path: string): string {
  return `${path}.damaged`;
}

export class Database {
  readonly path: string;
  readonly #connection: InstanceType<typeof DatabaseSync>;
  readonly #statements = new Map<string, Statement>();
  #depth = 0;

  /** @param use `salvage`: read-only, for a damaged one */
  constructor(path: string, use: 'work' | 'salvage' = 'work') {
    this.path = path;
    this.#connection = use === 'work' ? connect(path) : new DatabaseSync(path, { readOnly: true });
  }

  exec(sql: string): void {
    this.#marked(() => this.#connection.exec(sql));
  }

  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly id: number } {
    const { changes, lastInsertRowid } = this.#marked(() => this.#prepared(sql).run(...values));
    return { changes, id: Number(lastInsertRowid) };
  }

  get(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#marked(() => this.#prepared(sql).get(...values)) as Row | undefined;
  }

  all(sql: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#marked(() => this.#prepared(sql).all(...values)) as readonly Row[];
  }

  /** The rows one by one: those before a damaged place come before the error. */
  iterate(sql: string): Iterable<Row> {
    return this.#prepared(sql).iterate() as Iterable<Row>;
  }

  /**
   * Runs `act` in one transaction. It takes the write lock at once (no other process can write between what `act` reads
   * and writes) and is on the disk when this returns; an inner call joins the outer one. Rolled back where `act` throws.
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

  #marked<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (isCorruptionError(error)) this.#mark();
      throw error;
    }
  }

  #mark(): void {
    try {
      fs.writeFileSync(damageMarkerPath(this.path), '');
    } catch {
      // The error itself is thrown anyway; without the marker the damage is only met again.
    }
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
