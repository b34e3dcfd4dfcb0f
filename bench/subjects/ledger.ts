/** Subjects: a ledger's file merged and exported; an order looked for among those that were sent from here. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { systemClock } from '../../main/ports.ts';
import { createSender } from '../../main/sending/create-sender.ts';
import { homeWitness } from '../../main/sending/witness.ts';
import { exportLedger, mergeLedgerFile } from '../../main/services/ledger-files.ts';
import { Database } from '../../main/store/database.ts';
import { openStore } from '../../main/store/open-store.ts';
import type { Store } from '../../main/store/store.ts';
import { formatLedgerHeader, formatLedgerLines, ledgerHeaderLength } from '../../shared/domain/sending/ledger-file.ts';
import { valueOrThrow } from '../../shared/result.ts';
import { numberArgument, textArgument, timed, type Arguments, type Numbers, type Subjects } from '../subject.ts';

const server = 'https://wms.example.uz';
const firstOrder = 2_026_000_000;
/** Orders whose customers are still there. */
const withCustomer = 100_000;
const atOnce = 1_000;

const sha = (text: string) => createHash('sha256').update(text);
const keyOf = (kind: string, order: number): string =>
  `${kind}:${sha(`${kind}${order}`).digest('base64url').slice(0, 22)}`;

/** The file of a computer that sent so many orders. */
async function make(args: Arguments): Promise<Numbers> {
  const [file, entries] = [textArgument(args, 'file'), numberArgument(args, 'entries')];
  const { ms } = await timed(() => {
    const [descriptor, digest] = [fs.openSync(file, 'w'), createHash('sha256')];
    fs.writeSync(descriptor, ' '.repeat(ledgerHeaderLength));
    for (let from = 0; from < entries; from += atOnce) {
      const lines = formatLedgerLines(
        Array.from({ length: Math.min(atOnce, entries - from) }, (_, index) => {
          const order = from + index;
          return {
            ...{ server, orderId: firstOrder + order, state: 'accepted', bodyHash: sha(`${order}`).digest('hex') },
            ...{ fileName: `buyurtmalar ${Math.floor(order / 2000)}.xlsx`, wmsId: 500_000 + order },
            ...{ at: Date.UTC(2026, 0, 1) + order * 20_000, keys: [keyOf('d1', order), keyOf('s1', order)] },
            ...{ operator: 'Aziza', facts: { amount: 150_000, items: 2, deliveryDay: '2026-11-24' } },
          } as const;
        }),
      );
      digest.update(lines);
      fs.writeSync(descriptor, lines);
    }
    fs.writeSync(descriptor, formatLedgerHeader(entries, digest.digest('hex')), 0);
    fs.closeSync(descriptor);
  });
  return { ms };
}

/** The store of a home, as a terminal opens it. */
function opened(args: Arguments): Store {
  const store = valueOrThrow(openStore(textArgument(args, 'home'), systemClock, homeWitness));
  createSender({ store, clock: systemClock });
  return store;
}

async function measured(act: () => Promise<number> | number): Promise<Numbers> {
  const before = process.cpuUsage();
  const { ms, value } = await timed(act);
  const { user, system } = process.cpuUsage(before);
  return { ms, cpu: (user + system) / 1000, count: value };
}

async function merge(args: Arguments): Promise<Numbers> {
  const store = opened(args);
  const numbers = await measured(async () => (await mergeLedgerFile(store.ledger, textArgument(args, 'file'))).added);
  store.close();
  return numbers;
}

async function share(args: Arguments): Promise<Numbers> {
  const store = opened(args);
  const numbers = await measured(() => exportLedger(store.ledger, textArgument(args, 'file')));
  store.close();
  return numbers;
}

/** A home that sent so many orders itself. */
async function fill(args: Arguments): Promise<Numbers> {
  opened(args).close();
  const database = new Database(path.join(textArgument(args, 'home'), 'order-importer.db'));
  const entries = numberArgument(args, 'entries');
  const { ms } = await timed(() =>
    database.transaction(() => {
      database.run(
        `INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices)
         VALUES ('b', 'buyurtmalar.xlsx', 'xlsx', '', 0, 0, 0, '{}')`,
      );
      database.run(
        `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)
         INSERT INTO revisions (batch_id, server, order_id, number, latest, cause, order_key, rows, body, body_hash, state,
           attempts, ambiguous, taken, not_there, wms_id, proof, reasons, at)
         SELECT 'b', ?1, ?3 + i, 1, 1, 'first', ?3 + i, '[2]', iif(?2 - i > ?4, NULL, json_object('order_id', ?3 + i,
           'full_name', 'Karimova Aziza ' || i, 'phone', '+998' || (900000000 + i), 'address', hex(zeroblob(100)))),
           'x', 'accepted', 1, 0, 0, 0, 500000 + i, 'answer', '[]', i FROM n`,
        ...[server, entries, firstOrder, withCustomer],
      );
    }),
  );
  database.close();
  return { ms };
}

/** Each kind of search some times: the longest, and how long the first for a customer takes. */
async function search(args: Arguments): Promise<Numbers> {
  const store = opened(args);
  const last = numberArgument(args, 'entries') - 1;
  const find = (text: string): Promise<Numbers> => measured(() => store.search.find(text).length);
  const slowest = async (texts: readonly string[]): Promise<number> => {
    let longest = 0;
    for (const text of texts) {
      const { ms = Number.NaN, count } = await find(text);
      if (count !== 1) throw new Error(`«${text}» was found ${count} times`);
      longest = Math.max(longest, ms);
    }
    return longest;
  };
  const { ms: first = Number.NaN } = await find(`Karimova ${last}`);
  const ids = [last, last - 7, last - 700];
  const numbers = {
    first,
    number: await slowest(ids.map((id) => String(firstOrder + id))),
    wmsId: await slowest(ids.map((id) => String(500_000 + id))),
    name: await slowest(ids.map((id) => `karimova ${id}`)),
    phone: await slowest(ids.map((id) => `+998 ${900_000_000 + id}`)),
  };
  store.close();
  return { ...numbers, ms: Math.max(numbers.number, numbers.wmsId, numbers.name, numbers.phone) };
}

/** The list of sent orders: its first page, one that a number narrows, and the counts of its server; of a processor. */
async function list(args: Arguments): Promise<Numbers> {
  const store = opened(args);
  const last = numberArgument(args, 'entries') - 1;
  const cpuOf = async (act: () => number): Promise<number> => (await measured(act)).cpu ?? Number.NaN;
  const numbers = {
    ms: await cpuOf(() => store.ledger.page(server, '', 0, 100).entries.length),
    narrowed: await cpuOf(() => store.ledger.page(server, String(firstOrder + last), 0, 100).entries.length),
    counts: await cpuOf(() => store.ledger.counts(server).accepted),
  };
  store.close();
  return numbers;
}

export const subjects: Subjects = { make, merge, share, fill, search, list };
