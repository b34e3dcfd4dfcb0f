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
import { ledgerHeaderLength, parseLedgerLine } from '../../shared/domain/sending/ledger-file.ts';
import {
  formatOfficeContent,
  formatOfficeHeader,
  officeHeaderLength,
  parseOfficeContent,
  parseOfficeHeader,
  type OfficeContent,
} from '../../shared/domain/sending/office-file.ts';
import { FailureError, valueOrThrow } from '../../shared/result.ts';
import { isPracticeServer } from '../../shared/wms/practice-server.ts';
import { LineReader } from '../platform/line-reader.ts';
import type { Clock } from '../ports.ts';
import { fileNamePart } from '../reporting/report-name.ts';
import { replaceFile, writePiece } from '../reporting/file-replacement.ts';
import {
  longestLine,
  mergeLines,
  readLedgerLines,
  writeSharedLines,
  type LedgerPart,
  type MergedFile,
} from './ledger-files.ts';
import type { Store } from '../store/store.ts';

/** The parts of a store that the office is made of, in this thread or behind a port. */
type Part<K extends 'shops' | 'products' | 'settled' | 'profiles', M extends keyof Store[K]> = {
  readonly [N in M]: Store[K][N] extends (...args: infer A) => infer R ? (...args: A) => R | Promise<R> : never;
};
export interface OfficeStore {
  readonly shops: Part<'shops', 'list' | 'adopt'>;
  readonly products: Part<'products', 'all' | 'list' | 'save'>;
  readonly settled: Part<'settled', 'get' | 'settle'>;
  readonly profiles: Part<'profiles', 'list' | 'save' | 'headings' | 'rememberFingerprint'>;
  readonly ledger: LedgerPart<'sharedLines' | 'find' | 'beginMerge' | 'addToMerge' | 'commitMerge' | 'abandonMerge'>;
}

export const officeEnding = 'office';
/** Bytes of what such a file holds beside the ledger. */
const largestContent = 256 * 1024 * 1024;

/** Another computer's file that was looked at: all of it but the ledger, and what that looked like. */
export interface LookedAtOffice extends OfficeContent {
  readonly path: string;
  readonly digest: string;
}

/** The file of this computer in a folder: each computer has its own, so that none overwrites another's. */
export function officeFileName(computer = os.hostname()): string {
  return `order-importer ${fileNamePart(computer).slice(0, 60) || 'computer'}.${officeEnding}`;
}

async function officeOf(store: OfficeStore, now: number): Promise<OfficeContent> {
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
  const content = formatOfficeContent(await officeOf(store, clock.now()));
  await replaceFile(path.join(folder, name), async (stream, whenWritten) => {
    await writePiece(stream, `${' '.repeat(officeHeaderLength)}${content}${' '.repeat(ledgerHeaderLength)}`);
    const { header } = await writeSharedLines(store.ledger, (lines) => writePiece(stream, lines));
    whenWritten(async (written) => {
      await written.write(header, officeHeaderLength + Buffer.byteLength(content));
      const digest = createHash('sha256');
      const behind = written.createReadStream({ start: officeHeaderLength, autoClose: false });
      for await (const bytes of behind) digest.update(bytes as Buffer);
      await written.write(formatOfficeHeader(digest.digest('hex')), 0);
    });
  });
  return name;
}

/**
 * Reads another computer's file to its end; what is handed on counts only once this returns.
 * @param take pieces of the ledger's lines
 * @throws FailureError `office.notOurs`, `office.newer`, `office.changed`, `reading.…`
 */
async function readOfficeFile(file: string, take: (lines: string) => Promise<void>): Promise<LookedAtOffice> {
  const tooLong = (line: number): FailureError => new FailureError(line === 1 ? 'office.notOurs' : 'office.changed');
  const reader = await LineReader.open(file, tooLong);
  try {
    const promised = valueOrThrow(parseOfficeHeader((await reader.line(longestLine)).toString()));
    const digest = createHash('sha256');
    reader.follow(digest);
    const content = await reader.line(largestContent);
    await readLedgerLines(reader, take);
    if (digest.digest('hex') !== promised) throw new FailureError('office.changed');
    return { ...valueOrThrow(parseOfficeContent(content.toString())), path: file, digest: promised };
  } catch (error) {
    const isOfLedger = error instanceof FailureError && error.failure.code.startsWith('ledger.');
    throw isOfLedger ? new FailureError('office.changed', {}, { cause: error }) : error;
  } finally {
    await reader.close();
  }
}

/** Looks at another computer's file: what taking it in would change here. @throws FailureError those of {@link readOfficeFile} */
export async function lookAtOffice(
  store: OfficeStore,
  path: string,
): Promise<{ readonly file: LookedAtOffice; readonly changes: OfficeChanges }> {
  let [orders, ordersAdded] = [0, 0];
  const file = await readOfficeFile(path, async (lines) => {
    const byServer = new Map<string, number[]>();
    for (const line of lines.split('\n')) {
      const read = parseLedgerLine(line);
      if (read === null) throw new FailureError('office.changed');
      const known = byServer.get(read.server);
      if (known) known.push(read.order);
      else byServer.set(read.server, [read.order]);
    }
    for (const [server, ids] of byServer) {
      const known = await store.ledger.find(server, ids, null);
      orders += ids.length;
      ordersAdded += ids.filter((id) => !known.has(id)).length;
    }
  });
  return {
    file,
    changes: { ...(await compareOffice(store, file, await shopIdsOf(store, file))), orders, ordersAdded },
  };
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

/** @param id of the shop here; null: it is not here */
async function comparedSettled(store: OfficeStore, id: string | null, theirs: Settled) {
  const ours = id === null ? [] : settledThings(await store.settled.get(id));
  return compared(ours, settledThings(theirs), thingKey, (thing) => thing);
}

/** What taking in all but the ledger would change here. */
async function compareOffice(
  store: OfficeStore,
  file: LookedAtOffice,
  shopIds: ShopIds,
): Promise<Omit<OfficeChanges, 'orders' | 'ordersAdded'>> {
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
  return {
    computer: file.computer,
    at: file.at,
    shops: file.shops.filter(({ id }) => (shopIds.get(id) ?? null) === null).map(({ name }) => name),
    productsAdded,
    productsOther,
    profilesAdded,
    profilesOther,
  };
}

/** The id that each shop of a file has here; null: it is not here. */
type ShopIds = ReadonlyMap<string, string | null>;

/** Which of our shops the file's are; nothing is changed. */
async function shopIdsOf(store: OfficeStore, { shops }: LookedAtOffice): Promise<ShopIds> {
  const found = new Map<string, string | null>();
  for (const shop of shops) found.set(shop.id, (await store.shops.adopt(shop, '', false))?.id ?? null);
  return found;
}

/**
 * Takes in shops, products, saved settings, what was settled, and the ledger. What is here already stays, unless `theirs` count.
 * @param nameOfFirst what a shop that nobody named is called where there are several now
 * @throws FailureError `office.changed` where the file is another one than was looked at; those of {@link readOfficeFile}
 */
export async function takeOffice(
  store: OfficeStore,
  file: LookedAtOffice,
  theirs: boolean,
  nameOfFirst: string,
): Promise<MergedFile> {
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
  return mergeLines(store.ledger, async (add) => {
    const { digest } = await readOfficeFile(file.path, (lines) => add(withShops(lines, ids)));
    if (digest !== file.digest) throw new FailureError('office.changed');
    return true;
  });
}

/** The lines with the ids that their shops have here. */
function withShops(lines: string, ids: ReadonlyMap<string, string>): string {
  if ([...ids].every(([theirs, ours]) => theirs === ours)) return lines;
  const withOurs = (line: string): string => {
    const read = parseLedgerLine(line);
    if (read?.shop === undefined) return line;
    const { id, name } = read.shop;
    return JSON.stringify({ ...read, shop: { id: ids.get(id) ?? id, name } });
  };
  return lines.split('\n').map(withOurs).join('\n');
}
