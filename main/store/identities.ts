/**
 * Keeps by which keys the orders of a server are known, and which rows of which batches got which numbers of our own
 * (docs/domain.md, «Orders without a number»).
 */
import {
  matchOrders,
  type FileOrder,
  type KnownOrder,
  type ListKind,
  type OrderMatch,
} from '../../shared/domain/identity/match-orders.ts';
import { isPlainKey, keyKinds, keyOfKind, saysTheSame } from '../../shared/domain/identity/order-keys.ts';
import { createKeyMaker } from '../platform/order-keys.ts';
import type { Clock, NumberedOrder, RecognisedOrder, ResolvedOrder, UnnumberedOrder } from '../ports.ts';
import type { Database } from './database.ts';
import { freeNumbers } from './free-numbers.ts';
import { openIdentityGaps } from './identity-gaps.ts';
import { openRemadeKeys } from './remade-keys.ts';
import { hasImports, isFromElsewhere, wasSent } from './sent-numbers.ts';
import { isServer, namesOf } from './server-names.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';
import type { ChosenNumbers, IdentityStore } from './number-stores.ts';

/** How long an order is looked for by signs that prove nothing: a phone, a name with its address, the same goods. */
const weakSignsLastMs = 60 * 86_400_000;
/** A phone of more orders than this is nobody's own. */
const mostOrdersOfPhone = 50;
const keysAtOnce = 5_000;

const phonePrefix = `${keyKinds.phone}:`;
const goodsPrefix = `${keyKinds.goods}:`;
const weakPrefixes = [phonePrefix, `${keyKinds.person}:`, goodsPrefix];
/** What an order says, as a whole. */
const saidKinds = [`${keyKinds.file}:`, `${keyKinds.corrected}:`, `${keyKinds.request}:`];
const saysAll = (key: string): boolean => saidKinds.some((prefix) => key.startsWith(prefix));
const isWeak = (key: string): boolean => weakPrefixes.some((prefix) => key.startsWith(prefix));

/** Free numbers, as they come. */
const taken: ChosenNumbers = (free) => free;

function nextOf(numbers: Iterator<number>): number {
  const next = numbers.next();
  if (next.done === true) throw new Error('There is no number left.');
  return next.value;
}

export interface InternalIdentities extends IdentityStore {
  /**
   * The revision was accepted: what other batches froze under its number, and surely did not send, and what files say that were
   * only opened, says nothing of the order that the WMS has. A file with that content would else count as sent.
   */
  forgetOtherContents(acceptedRevision: number): void;
  /** Notes the keys of an order that is about to go out; a part of the transaction that freezes it. */
  addKeys(server: string, number: number, keys: readonly string[], at?: number): void;
  /** The numbers of outside ids whose orders were sent, by id: a database that came back older does not know them otherwise. */
  numbersOfOutsideIds(server: string, shop: string, outsideIds: readonly string[]): ReadonlyMap<string, number>;
  /** The first number of each key that went out, else the first that is known, under what the key stands for. */
  numbersByKeys<T>(server: string, keys: ReadonlyMap<string, T>): ReadonlyMap<T, number>;
  /** The keys of these orders that may leave this computer; of orders from before keys were kept, those that their bodies give. */
  plainKeysOf(server: string, numbers: readonly number[]): ReadonlyMap<number, readonly string[]>;
  /** Notes what bodies still say of orders that were sent before keys were kept. */
  addMissingKeys(): void;
}

export function openIdentityStore(database: Database, homeDir: string, clock: Clock): InternalIdentities {
  const gaps = openIdentityGaps(database);
  const ownSecret = openRemadeKeys(database, homeDir, gaps, addKeys);
  function addKeys(server: string, number: number, keys: readonly string[], at = clock.now()): void {
    for (const key of keys)
      database.run(
        'INSERT INTO identity_keys (server, key, number, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET at = max(at, ?4)',
        serverTableKey(server),
        key,
        number,
        at,
      );
  }

  function rowsOf(server: string, batchId: string): ReadonlyMap<number, { number: number; decided: boolean }> {
    const rows = database.all(
      `SELECT row, number, decided FROM identity_rows WHERE batch_id = ? AND server ${isServer()}`,
      batchId,
      serverTableKey(server),
    );
    const linked = new Map(
      rows.map((row) => [Number(row['row']), { number: Number(row['number']), decided: row['decided'] === 1 }]),
    );
    if (linked.size > 0) return linked;
    // Sent when rows were numbered by their place: those numbers stay.
    const sent = database.all(
      `SELECT order_id, rows FROM revisions WHERE batch_id = ? AND server ${isServer()} AND latest = 1`,
      batchId,
      server,
    );
    for (const row of sent) {
      const [first] = JSON.parse(String(row['rows'])) as readonly number[];
      if (first !== undefined) linked.set(first, { number: Number(row['order_id']), decided: false });
    }
    return linked;
  }

  function keysOf(server: string, number: number): readonly string[] {
    return database
      .all(
        `SELECT DISTINCT key FROM identity_keys WHERE server ${isServer()} AND number = ?`,
        serverTableKey(server),
        number,
      )
      .map((row) => String(row['key']));
  }

  /** Known orders that share a key with one of these, but for the numbers `except`. */
  function known(server: string, orders: readonly FileOrder[], except: ReadonlySet<number>): readonly KnownOrder[] {
    const tables = serverTableKey(server);
    const asked = [...new Set(orders.flatMap(({ keys }) => keys))];
    const since = clock.now() - weakSignsLastMs;
    const numbers = new Set<number>();
    for (let at = 0; at < asked.length; at += keysAtOnce) {
      const found = database.all(
        `SELECT key, number, at, count(*) OVER (PARTITION BY key) AS shared FROM identity_keys
         WHERE server ${isServer()} AND key IN (SELECT value FROM json_each(?))`,
        tables,
        JSON.stringify(asked.slice(at, at + keysAtOnce)),
      );
      for (const row of found) {
        const key = String(row['key']);
        if (isWeak(key) && Number(row['at']) < since) continue;
        if (key.startsWith(phonePrefix) && Number(row['shared']) > mostOrdersOfPhone) continue;
        if (!except.has(Number(row['number']))) numbers.add(Number(row['number']));
      }
    }
    const byNumber = new Map<number, Set<string>>([...numbers].map((number) => [number, new Set()]));
    const all = [...numbers];
    for (let at = 0; at < all.length; at += keysAtOnce) {
      const rows = database.all(
        `SELECT key, number FROM identity_keys WHERE server ${isServer()} AND number IN (SELECT value FROM json_each(?))`,
        tables,
        JSON.stringify(all.slice(at, at + keysAtOnce)),
      );
      for (const row of rows) byNumber.get(Number(row['number']))?.add(String(row['key']));
    }
    return all.map((number) => ({
      number,
      keys: byNumber.get(number) ?? new Set(),
      wasSent: wasSent(database, server, number),
      isFromElsewhere: isFromElsewhere(database, server, number),
    }));
  }

  function numbersByKeys<T>(server: string, keys: ReadonlyMap<string, T>): ReadonlyMap<T, number> {
    const all = [...keys.keys()];
    const numbers = new Map<T, number>();
    for (let at = 0; at < all.length; at += keysAtOnce) {
      const rows = database.all(
        `SELECT DISTINCT key, number FROM identity_keys
         WHERE server ${isServer()} AND key IN (SELECT value FROM json_each(?)) ORDER BY number`,
        serverTableKey(server),
        JSON.stringify(all.slice(at, at + keysAtOnce)),
      );
      for (const row of rows) {
        const of = keys.get(String(row['key']));
        if (of === undefined) continue;
        const number = Number(row['number']);
        const before = numbers.get(of);
        if (before === undefined || (!wasSent(database, server, before) && wasSent(database, server, number)))
          numbers.set(of, number);
      }
    }
    return numbers;
  }

  /** Whether a person said that the order under this number is a new one. */
  function isDecided(server: string, number: number): boolean {
    return (
      database.get(
        `SELECT 1 FROM identity_rows WHERE server ${isServer()} AND number = ? AND decided = 1 LIMIT 1`,
        serverTableKey(server),
        number,
      ) !== undefined
    );
  }

  function link(batchId: string, server: string, row: number, number: number, decided: boolean): void {
    database.run(
      `INSERT INTO identity_rows (batch_id, server, row, number, decided) VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (batch_id, server, row) DO UPDATE SET number = ?4, decided = ?5`,
      batchId,
      serverTableKey(server),
      row,
      number,
      decided ? 1 : 0,
    );
  }

  /**
   * Rows that got numbers of ours before another computer, or an old report, told that their orders went out under others:
   * their content says so, or the same goods for the same customer on another day.
   */
  function sentElsewhere(
    server: string,
    orders: readonly UnnumberedOrder[],
    linked: ReturnType<typeof rowsOf>,
    listKind: ListKind,
  ): readonly [number, ResolvedOrder][] {
    if (linked.size === 0 || !hasImports(database, server)) return [];
    const unsent = orders.filter(({ row, isNew }) => {
      const own = linked.get(row);
      return own !== undefined && !isNew && !wasSent(database, server, own.number);
    });
    const own = new Set([...linked.values()].map(({ number }) => number));
    const telling = (key: string): boolean => !isWeak(key) || key.startsWith(goodsPrefix);
    const asked = unsent.map(({ row, keys }) => ({ row, keys: keys.filter(telling) }));
    const elsewhere = known(server, asked, own).filter((order) => order.isFromElsewhere);
    return [...matchOrders(asked, elsewhere, listKind)].flatMap(([row, match]): [number, ResolvedOrder][] =>
      match.kind === 'new' ? [] : [[row, match]],
    );
  }

  function resolve(
    server: string,
    batchId: string,
    orders: readonly UnnumberedOrder[],
    { start, listKind, keep, source, numbers: chosen = taken }: Parameters<IdentityStore['resolve']>[3],
  ): ReadonlyMap<number, ResolvedOrder> {
    const linked = rowsOf(server, batchId);
    const resolved = new Map<number, ResolvedOrder>(sentElsewhere(server, orders, linked, listKind));
    const open: UnnumberedOrder[] = [];
    const hasOtherNames = namesOf(database, serverTableKey(server)).length > 1;
    // A file of new orders alone holds none of those.
    const erased = listKind === 'newOnly' ? [] : gaps.numbersFor(server, batchId, source);
    for (const order of orders) {
      if (resolved.has(order.row)) continue;
      const own = linked.get(order.row);
      // A decision that was taken back counts no more, unless its order went out; nor does a number that was given before
      // it was said that the WMS has another name, under which the order may be known, or before it may have been sent.
      const isOwn = own?.decided === true ? order.isNew : !hasOtherNames && erased.length === 0;
      const holds = own !== undefined && (isOwn || wasSent(database, server, own.number));
      if (holds) resolved.set(order.row, { kind: 'given', number: own.number });
      else open.push(order);
    }
    const except = new Set([...linked.values(), ...resolved.values()].map(({ number }) => number));
    const undecided = open.filter(({ isNew }) => !isNew);
    const matches = matchOrders(undecided, known(server, undecided, except), listKind);
    const numbers = chosen(freeNumbers(database, server, start))[Symbol.iterator]();
    // In the file's order, as they were numbered then: it shows a number, and proves nothing.
    const unclaimed = erased.values();
    for (const { row, keys, isNew } of open) {
      const match: OrderMatch = isNew ? { kind: 'new' } : (matches.get(row) ?? { kind: 'new' });
      const isUnsent =
        match.kind === 'new' || (!wasSent(database, server, match.number) && !isDecided(server, match.number));
      if (erased.length > 0 && !isNew && isUnsent && keyOfKind(keys, 'file') !== undefined) {
        resolved.set(row, { kind: 'erased', number: unclaimed.next().value ?? erased.at(-1) ?? 0 });
      } else if (match.kind === 'new') {
        const own = linked.get(row);
        const number = own === undefined || own.decided ? nextOf(numbers) : own.number;
        resolved.set(row, { kind: 'given', number });
        if (!keep) continue;
        link(batchId, server, row, number, isNew);
        addKeys(server, number, keys);
      } else {
        resolved.set(row, match);
        if (!keep || match.kind !== 'same' || wasSent(database, server, match.number)) continue;
        link(batchId, server, row, match.number, false);
        addKeys(server, match.number, keys);
      }
    }
    return resolved;
  }

  function giveNumber(
    server: string,
    batchId: string,
    { row, keys }: Parameters<IdentityStore['giveNumber']>[2],
    { start, listKind, numbers = taken }: Parameters<IdentityStore['giveNumber']>[3],
  ): number {
    const tables = serverTableKey(server);
    const ofBatch = database.all(
      `SELECT row, number FROM identity_rows WHERE batch_id = ? AND server ${isServer()}`,
      batchId,
      tables,
    );
    const own = ofBatch.find((linked) => Number(linked['row']) === row);
    if (own) return Number(own['number']);
    const except = new Set(ofBatch.map((linked) => Number(linked['number'])));
    const strong = keys.filter((key) => !isWeak(key));
    const same =
      listKind === 'newOnly'
        ? undefined
        : known(server, [{ row, keys: strong }], except).find(
            (order) => isOurs(server, order.number) && saysTheSame(strong, order.keys),
          );
    const number = same?.number ?? nextOf(numbers(freeNumbers(database, server, start))[Symbol.iterator]());
    link(batchId, server, row, number, false);
    addKeys(server, number, keys);
    return number;
  }

  function hasOwnNumbers(server: string): boolean {
    return (
      database.get(`SELECT 1 FROM identity_rows WHERE server ${isServer()} LIMIT 1`, serverTableKey(server)) !==
      undefined
    );
  }

  function isOurs(server: string, number: number): boolean {
    return (
      database.get(
        `SELECT 1 FROM identity_rows WHERE server ${isServer()} AND number = ?`,
        serverTableKey(server),
        number,
      ) !== undefined
    );
  }

  function recognise(
    server: string,
    orders: readonly NumberedOrder[],
    { listKind, keep }: Parameters<IdentityStore['recognise']>[2],
  ): ReadonlyMap<number, RecognisedOrder> {
    const asked = orders.map(({ orderId, keys, numberKey }) => ({ row: orderId, keys, numberKey }));
    const withNumbers = asked.map(({ row, keys, numberKey }) => ({ row, keys: [...keys, numberKey] }));
    const sent = known(server, withNumbers, new Set()).filter(
      ({ number, wasSent: wentOut }) => wentOut && isOurs(server, number),
    );
    const recognised = new Map<number, RecognisedOrder>();
    const ofShop = new Map(sent.map((order) => [keyOfKind([...order.keys], 'outsideId'), order]));
    const open = asked.filter(({ row, keys, numberKey }) => {
      const own = ofShop.get(numberKey);
      if (own === undefined) return true;
      recognised.set(row, { kind: saysTheSame(keys, own.keys) ? 'same' : 'changed', number: own.number });
      return false;
    });
    // A phone, a name or the same goods say nothing where the shop has numbers of its own, but of an order of which nothing
    // else is left to compare.
    const free = sent
      .filter(({ keys }) => keyOfKind([...keys], 'outsideId') === undefined)
      .map((order) => {
        const its = [...order.keys];
        const isComparable = keyOfKind(its, 'file') !== undefined || keyOfKind(its, 'corrected') !== undefined;
        return isComparable ? { ...order, keys: new Set(its.filter((key) => !isWeak(key))) } : order;
      });
    const matches = matchOrders(open, free, listKind);
    for (const { row, numberKey } of open) {
      const match = matches.get(row);
      if (match === undefined || match.kind === 'new') continue;
      recognised.set(row, match);
      if (keep && match.kind === 'same') addKeys(server, match.number, [numberKey]);
    }
    return recognised;
  }

  function forgetOtherContents(acceptedRevision: number): void {
    const accepted = database.get('SELECT server, order_id, keys FROM revisions WHERE id = ?', acceptedRevision);
    if (!accepted) return;
    const [server, number] = [String(accepted['server']), Number(accepted['order_id'])];
    const frozen = database.all(
      `SELECT keys, id <> ? AND ambiguous = 0 AND state IN ('ready', 'waiting', 'rejected') AS is_unsent FROM revisions
       WHERE server ${isServer()} AND order_id = ? AND keys IS NOT NULL
       UNION ALL SELECT keys, 0 FROM sent_changes WHERE server ${isServer()} AND order_id = ? AND in_force = 1`,
      acceptedRevision,
      server,
      number,
      server,
      number,
    );
    const keysWhere = (isUnsent: boolean): Set<string> =>
      new Set(
        frozen
          .filter((row) => (row['is_unsent'] === 1) === isUnsent)
          .flatMap((row) => JSON.parse(String(row['keys'])) as string[]),
      );
    const said = keysWhere(false);
    const unsent = keysWhere(true);
    // What files said of it that were only opened is no content of it either.
    const isKnownAsAWhole = [...said].some(saysAll);
    if (accepted['keys'] !== null && isKnownAsAWhole)
      for (const key of keysOf(server, number)) if (saysAll(key)) unsent.add(key);
    for (const key of unsent)
      if (!said.has(key))
        database.run(
          `DELETE FROM identity_keys WHERE server ${isServer()} AND key = ? AND number = ?`,
          serverTableKey(server),
          key,
          number,
        );
  }

  return {
    forgetOtherContents,
    secret: ownSecret,
    hasOwnNumbers,
    recognise: (server, orders, options) => database.transaction(() => recognise(server, orders, options)),
    addKeys,
    addMissingKeys: () => void ownSecret(),
    numbersByKeys,
    plainKeysOf(server, numbers) {
      const keys = new Map<number, string[]>();
      const rows = database.all(
        `SELECT DISTINCT number, key FROM identity_keys WHERE server ${isServer()} AND number IN (SELECT value FROM json_each(?))`,
        serverTableKey(server),
        JSON.stringify(numbers),
      );
      for (const row of rows) {
        const key = String(row['key']);
        if (!isPlainKey(key)) continue;
        const number = Number(row['number']);
        const known = keys.get(number);
        if (known) known.push(key);
        else keys.set(number, [key]);
      }
      return keys;
    },
    resolve(server, batchId, orders, options) {
      ownSecret();
      return database.transaction(() => resolve(server, batchId, orders, options));
    },
    giveNumber: (server, batchId, order, options) =>
      database.transaction(() => giveNumber(server, batchId, order, options)),
    keysOf: (server, numbers) => new Map(numbers.map((number) => [number, keysOf(server, number)])),
    numbersOfOutsideIds(server, shop, outsideIds) {
      const maker = createKeyMaker(ownSecret(), shop);
      return numbersByKeys(server, new Map(outsideIds.map((id) => [maker.ofOutsideId(id), id])));
    },
    answerGaps: (server, batchId, source, heldRows) =>
      database.transaction(() => gaps.answer(server, batchId, source, heldRows)),
    learn: (server, number, keys) => database.transaction(() => addKeys(server, number, keys)),
  };
}
