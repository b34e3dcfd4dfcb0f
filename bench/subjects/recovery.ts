/**
 * Subjects: the first start after a process was killed: the whole database checked and compared with the witness from its
 * beginning; and what it costs merely to read the two.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createSender } from '../../main/sending/create-sender.ts';
import { openWitness, homeWitness } from '../../main/sending/witness.ts';
import { systemClock, type WitnessedAttempt } from '../../main/ports.ts';
import { Database } from '../../main/store/database.ts';
import { openStore } from '../../main/store/open-store.ts';
import { startDatabaseCheck } from '../../main/workers/start-database-check.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { numberArgument, textArgument, timed, type Arguments, type Numbers, type Subjects } from '../subject.ts';

const server = 'https://wms.example.uz';
const url = `${server}/v1/order/create`;
const batchId = '6225e528-6016-46a8-81be-de18851d3952';
/** Kinds of the keys that an order leaves. */
const kinds = ['c1', 'd1', 'f1', 'n1', 'p1', 's1'] as const;
/** Orders whose content is still there; of the older ones it was erased. */
const withContent = 100_000;
const atOnce = 10_000;

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const keyOf = (kind: string, order: number): string =>
  `${kind}:${createHash('sha256').update(`${kind} ${order}`).digest('base64url').slice(0, 22)}`;

/** The attempt of an order, with an id that is spread as random ones are. */
function attemptOf(order: number): WitnessedAttempt {
  const hash = sha(`attempt ${order}`);
  const id = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hash.slice(from, to))
    .join('-');
  const keys = kinds.map((kind) => keyOf(kind, order));
  const startedAt = Date.UTC(2026, 0, 1) + order * 20_000;
  return {
    attempt: { id, batchId, server, url, orderId: order, bodyHash: sha(`body ${order}`), startedAt, keys },
    fileName: 'buyurtmalar.xlsx',
  };
}

function fillOrders(database: Database, from: number, to: number, last: number): void {
  for (let order = from; order < to; order++) {
    const { attempt } = attemptOf(order);
    const isKept = last - order < withContent;
    database.run(
      `INSERT INTO revisions (id, batch_id, server, order_id, number, latest, cause, order_key, rows, body, body_hash, state,
         attempts, ambiguous, taken, not_there, wms_id, proof, reasons, at, keys, amount, items, delivery_day)
       VALUES (?1, ?2, ?3, ?1, 1, 1, 'first', ?1, '[2]', ?4, ?5, 'accepted', 1, 0, 0, 0, ?1, 'answer', '[]', ?6, ?7, 50000, 1,
         '2026-11-05')`,
      order,
      batchId,
      server,
      isKept ? `{"order_id":${order},"full_name":"Mijoz ${order}","more":"${'x'.repeat(360)}"}` : null,
      attempt.bodyHash,
      attempt.startedAt,
      JSON.stringify(attempt.keys),
    );
    database.run('INSERT INTO made (id, number) VALUES (?, ?)', attempt.id, order);
  }
}

/** Attempts and keys in the order of their tables: written at random they would take the better part of an hour. */
function fillRest(database: Database, last: number): void {
  database.run(
    `INSERT INTO attempts (id, revision_id, url, started_at, ended_at, happened, status, headers, answer)
     SELECT id, number, ?1, 0, 0, 'accepted', 200,
       iif(?2 - number < ?3, '{"contentType":"application/json; charset=UTF-8"}', NULL),
       iif(?2 - number < ?3, '{"data":{"id":1,"order_id":1,"more":"' || hex(zeroblob(250)) || '"}}', NULL)
     FROM made ORDER BY id`,
    url,
    last,
    withContent,
  );
  for (const kind of kinds)
    database.run(
      `INSERT INTO identity_keys (server, key, number, at)
       SELECT ?1, ?2 || ':' || substr(hex(randomblob(11)), 1, 22), number, 0 FROM made ORDER BY 2`,
      server,
      kind,
    );
}

/** Runs `fill` without the triggers and the index that make each row dear, and puts them back. */
function inBulk(database: Database, fill: () => void): void {
  const made = database.all(
    `SELECT type, name, sql FROM sqlite_master WHERE type = 'trigger' OR name IN ('identity_keys_by_number', 'attempts_by_revision')`,
  );
  for (const { type, name } of made) database.exec(`DROP ${String(type)} ${String(name)}`);
  database.exec('CREATE TEMP TABLE made (id TEXT NOT NULL, number INTEGER NOT NULL)');
  fill();
  for (const { sql } of made) database.exec(String(sql));
  for (const { name } of database.all('SELECT name FROM row_counts'))
    database.run(`UPDATE row_counts SET rows = (SELECT count(*) FROM ${String(name)}) WHERE name = ?`, String(name));
}

/** A home whose last process was killed: its log is there. */
async function make(args: Arguments): Promise<Numbers> {
  const home = textArgument(args, 'home');
  const attempts = numberArgument(args, 'attempts');
  const { ms } = await timed(() => {
    valueOrThrow(openStore(home, systemClock)).close();
    const database = new Database(path.join(home, 'order-importer.db'));
    const witness = openWitness(path.join(home, 'witness.log'));
    database.exec('PRAGMA synchronous = OFF');
    database.run(
      `INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices, removed_at)
       VALUES (?, 'buyurtmalar.xlsx', 'xlsx', '', 0, 0, 0, '{}', 0)`,
      batchId,
    );
    inBulk(database, () => {
      for (let from = 1; from <= attempts; from += atOnce) {
        const to = Math.min(attempts + 1, from + atOnce);
        witness.append(Array.from({ length: to - from }, (_, index) => attemptOf(from + index)));
        database.transaction(() => fillOrders(database, from, to, attempts));
      }
      database.transaction(() => fillRest(database, attempts));
    });
    database.all('PRAGMA wal_checkpoint(TRUNCATE)');
    database.run('UPDATE batches SET opened_at = 1');
    // The process ends without closing the database, as one that is killed: the log stays.
  });
  return { ms };
}

async function measured(act: () => unknown): Promise<Numbers> {
  const before = process.cpuUsage();
  const { ms } = await timed(act);
  const { user, system } = process.cpuUsage(before);
  return { ms, cpu: (user + system) / 1000 };
}

/** What a terminal does before anything else is done there, and the window before anything is sent. */
async function ours(args: Arguments): Promise<Numbers> {
  let told = Number.NaN;
  const numbers = await measured(() => {
    const store = valueOrThrow(
      openStore(textArgument(args, 'home'), systemClock, homeWitness, { startCheck: startDatabaseCheck }),
    );
    told = createSender({ store, clock: systemClock }).notices.length;
  });
  // Nor is it closed here: the log is found again by the next run.
  return { ...numbers, told };
}

/** What SQLite itself offers. */
async function check(args: Arguments, pragma: string): Promise<Numbers> {
  const database = new Database(path.join(textArgument(args, 'home'), 'order-importer.db'));
  return measured(() => database.all(`PRAGMA ${pragma}(1)`));
}

/** The witness's bytes, hashed. */
async function readBytes(args: Arguments): Promise<Numbers> {
  return measured(() => {
    const hash = createHash('sha256');
    const descriptor = fs.openSync(path.join(textArgument(args, 'home'), 'witness.log'), 'r');
    const buffer = Buffer.alloc(1 << 20);
    for (let read = fs.readSync(descriptor, buffer); read > 0; read = fs.readSync(descriptor, buffer))
      hash.update(buffer.subarray(0, read));
    fs.closeSync(descriptor);
  });
}

export const subjects: Subjects = {
  make,
  ours,
  quickCheck: (args) => check(args, 'quick_check'),
  integrityCheck: (args) => check(args, 'integrity_check'),
  readBytes,
};
