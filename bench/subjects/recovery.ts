/**
 * Subjects: the first start after a process was killed: the whole database checked and compared with the witness from its
 * beginning; and what it costs merely to read the two.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createSender } from '../../main/sending/create-sender.ts';
import { openWitness, witnessedBatches, type WitnessedAttempt } from '../../main/sending/witness.ts';
import { systemClock } from '../../main/ports.ts';
import { Database } from '../../main/store/database.ts';
import { openStore } from '../../main/store/open-store.ts';
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

function fill(database: Database, from: number, to: number, last: number): void {
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
    database.run(
      `INSERT INTO attempts (id, revision_id, url, started_at, ended_at, happened, status, headers, answer)
       VALUES (?1, ?2, ?3, ?4, ?4, 'accepted', 200, ?5, ?6)`,
      attempt.id,
      order,
      url,
      attempt.startedAt,
      isKept ? '{"contentType":"application/json; charset=UTF-8"}' : null,
      isKept ? `{"data":{"id":${order},"order_id":${order},"more":"${'x'.repeat(500)}"}}` : null,
    );
  }
}

/** The keys in the order of their index: written at random they would take the better part of an hour. */
function fillKeys(database: Database, kind: string, count: number): void {
  const keys = Array.from({ length: count }, (_, index) => [keyOf(kind, index + 1), index + 1] as const);
  keys.sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [key, number] of keys)
    database.run('INSERT INTO identity_keys (server, key, number, at) VALUES (?, ?, ?, 0)', server, key, number);
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
    for (let from = 1; from <= attempts; from += atOnce) {
      const to = Math.min(attempts + 1, from + atOnce);
      witness.append(Array.from({ length: to - from }, (_, index) => attemptOf(from + index)));
      database.transaction(() => fill(database, from, to, attempts));
    }
    for (const kind of kinds) database.transaction(() => fillKeys(database, kind, attempts));
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
    const store = valueOrThrow(openStore(textArgument(args, 'home'), systemClock, witnessedBatches));
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
