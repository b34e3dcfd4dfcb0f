/**
 * Saves what an office knows (ledger, products, saved settings, what was settled, shops) to a folder after each run, and takes in what another
 * computer saved: shown first, merged, never erasing. Runs in the engine worker, and in a terminal.
 */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { OfficeChanges } from '../../shared/contract/office.ts';
import type { Profile } from '../../shared/domain/model/profile.ts';
import type { Settled, SettledThing } from '../../shared/domain/model/settled.ts';
import { settledKey, settledThings } from '../../shared/domain/settled/settled-things.ts';
import { foldProductKey, type Product } from '../../shared/domain/products/product.ts';
import { formatOfficeFile, parseOfficeFile, type OfficeFile } from '../../shared/domain/sending/office-file.ts';
import type { SharedLedgerEntry } from '../../shared/domain/sending/ledger-file.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { isPracticeServer } from '../../shared/wms/practice-server.ts';
import { readTextFile } from '../platform/files.ts';
import { fileNamePart } from '../reporting/report-name.ts';
import { replaceFile } from '../reporting/file-replacement.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../store/store.ts';

/** The parts of a store that the office is made of, in this thread or behind a port. */
type Part<K extends 'shops' | 'products' | 'settled' | 'profiles' | 'ledger', M extends keyof Store[K]> = {
  readonly [N in M]: Store[K][N] extends (...args: infer A) => infer R ? (...args: A) => R | Promise<R> : never;
};
export interface OfficeStore {
  readonly shops: Part<'shops', 'list' | 'adopt'>;
  readonly products: Part<'products', 'all' | 'list' | 'save'>;
  readonly settled: Part<'settled', 'get' | 'settle'>;
  readonly profiles: Part<'profiles', 'list' | 'save' | 'headings' | 'rememberFingerprint'>;
  readonly ledger: Part<'ledger', 'share' | 'list'>;
}

export const officeEnding = 'office';
/** Bytes of such a file. */
const largest = 512 * 1024 * 1024;

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The file of this computer in a folder: each computer has its own, so that none overwrites another's. */
export function officeFileName(computer = os.hostname()): string {
  return `order-importer ${fileNamePart(computer).slice(0, 60) || 'computer'}.${officeEnding}`;
}

async function officeOf(store: OfficeStore, now: number): Promise<OfficeFile> {
  const shops = await store.shops.list();
  const profiles = await Promise.all(
    shops.map(async ({ id }) => ({
      shop: id,
      profiles: [...(await store.profiles.list(id))],
      headings: [...(await store.profiles.headings(id))],
    })),
  );
  const settled = await Promise.all(shops.map(async ({ id }) => ({ shop: id, settled: await store.settled.get(id) })));
  const products = (await store.products.all()).filter(({ server }) => !isPracticeServer(server));
  return {
    computer: os.hostname().slice(0, 255),
    at: now,
    shops: [...shops],
    products: products.map((table) => ({ ...table, products: [...table.products] })),
    settled,
    profiles,
    entries: await store.ledger.share(),
  };
}

/**
 * Writes the office's file into the folder, and returns its name.
 * @throws FailureError `office.folderGone` where the folder (a stick) is not there, and those of {@link replaceFile}
 */
export async function saveOffice(store: OfficeStore, folder: string, clock: Pick<Clock, 'now'>): Promise<string> {
  const isThere = await stat(folder).then(
    (about) => about.isDirectory(),
    () => false,
  );
  if (!isThere) throw new FailureError('office.folderGone', { folder });
  const name = officeFileName();
  const text = formatOfficeFile(await officeOf(store, clock.now()), digestOf);
  await replaceFile(path.join(folder, name), async (stream) => void stream.write(text));
  return name;
}

/** Reads another computer's file. @throws FailureError those of {@link parseOfficeFile} and {@link readTextFile} */
export async function readOffice(file: string): Promise<OfficeFile> {
  return valueOrThrow(parseOfficeFile(await readTextFile(file, largest), digestOf));
}

const productKey = ({ keyKind, key }: Product): string => `${keyKind} ${foldProductKey(keyKind, key)}`;
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const idsOf = ({ productId, variationId, price }: Product) => [productId, variationId, price];

/** What is new in a table, and what is otherwise there. */
function compared<T>(
  ours: readonly T[],
  theirs: readonly T[],
  keyOf: (one: T) => string,
  valueOf: (one: T) => unknown,
): { readonly added: readonly T[]; readonly other: readonly T[] } {
  const known = new Map(ours.map((one) => [keyOf(one), one]));
  const added = theirs.filter((one) => !known.has(keyOf(one)));
  const other = theirs.filter((one) => {
    const own = known.get(keyOf(one));
    return own !== undefined && !isSame(valueOf(own), valueOf(one));
  });
  return { added, other };
}

const thingKey = (thing: SettledThing): string => `${thing.kind} ${settledKey(thing)}`;
const profileKey = ({ name }: Profile): string => name;
const orderKey = ({ server, orderId }: { readonly server: string; readonly orderId: number }): string =>
  `${orderId} ${server}`;

/** @param id of the shop here; null: it is not here */
async function comparedSettled(store: OfficeStore, id: string | null, theirs: Settled) {
  const ours = id === null ? [] : settledThings(await store.settled.get(id));
  return compared(ours, settledThings(theirs), thingKey, (thing) => thing);
}

/** What taking the file in would change here. */
export async function compareOffice(store: OfficeStore, file: OfficeFile, shopIds: ShopIds): Promise<OfficeChanges> {
  let [productsAdded, productsOther, profilesAdded, profilesOther] = [0, 0, 0, 0];
  for (const { server, shop, products } of file.products) {
    const id = shopIds.get(shop) ?? null;
    const ours = id === null ? [] : await store.products.list(server, id);
    const { added, other } = compared(ours, products, productKey, idsOf);
    productsAdded += added.length;
    productsOther += other.length;
  }
  for (const { shop, profiles } of file.profiles) {
    const id = shopIds.get(shop) ?? null;
    const { added, other } = compared(
      id === null ? [] : await store.profiles.list(id),
      profiles,
      profileKey,
      (profile) => profile,
    );
    profilesAdded += added.length;
    profilesOther += other.length;
  }
  for (const { shop, settled } of file.settled) {
    const { added, other } = await comparedSettled(store, shopIds.get(shop) ?? null, settled);
    profilesAdded += added.length;
    profilesOther += other.length;
  }
  const known = new Set((await store.ledger.list()).map(orderKey));
  return {
    computer: file.computer,
    at: file.at,
    shops: file.shops.filter(({ id }) => (shopIds.get(id) ?? null) === null).map(({ name }) => name),
    productsAdded,
    productsOther,
    profilesAdded,
    profilesOther,
    ordersAdded: file.entries.filter((entry) => !known.has(orderKey(entry))).length,
    orders: file.entries.length,
  };
}

/** The id that each shop of a file has here; null: it is not here. */
export type ShopIds = ReadonlyMap<string, string | null>;

/** Which of our shops the file's are; nothing is changed. */
export async function shopIdsOf(store: OfficeStore, { shops }: OfficeFile): Promise<ShopIds> {
  const found = new Map<string, string | null>();
  for (const shop of shops) found.set(shop.id, (await store.shops.adopt(shop, '', false))?.id ?? null);
  return found;
}

/**
 * Takes in shops, products, saved settings and what was settled, and returns the ledger's entries for merging. What is here already stays,
 * unless `theirs` count.
 * @param nameOfFirst what a shop that nobody named is called where there are several now
 */
export async function takeOffice(
  store: OfficeStore,
  file: OfficeFile,
  theirs: boolean,
  nameOfFirst: string,
): Promise<readonly SharedLedgerEntry[]> {
  const ids = new Map<string, string>();
  for (const shop of file.shops) {
    const adopted = await store.shops.adopt(shop, nameOfFirst, true);
    if (adopted) ids.set(shop.id, adopted.id);
  }
  for (const { server, shop, products } of file.products) {
    const id = ids.get(shop) ?? shop;
    const { added, other } = compared(await store.products.list(server, id), products, productKey, idsOf);
    const taken = theirs ? [...added, ...other] : added;
    if (taken.length > 0) await store.products.save(server, id, taken);
  }
  for (const { shop, settled } of file.settled) {
    const id = ids.get(shop) ?? shop;
    const { added, other } = await comparedSettled(store, id, settled);
    const taken = theirs ? [...added, ...other] : added;
    if (taken.length > 0) await store.settled.settle(id, taken);
  }
  for (const { shop, profiles, headings } of file.profiles) {
    const id = ids.get(shop) ?? shop;
    const { added, other } = compared(await store.profiles.list(id), profiles, profileKey, (profile) => profile);
    for (const profile of theirs ? [...added, ...other] : added) await store.profiles.save(id, profile);
    for (const { fingerprint, name } of headings)
      await store.profiles.rememberFingerprint(id, fingerprint, name, theirs);
  }
  return file.entries.map((entry) =>
    entry.shop === undefined
      ? entry
      : { ...entry, shop: { ...entry.shop, id: ids.get(entry.shop.id) ?? entry.shop.id } },
  );
}
