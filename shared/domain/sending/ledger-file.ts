/**
 * Formats and parses the ledger as a file to move between computers: JSON lines, a header and then one per order. The header
 * says how many they are and what their digest is, so that a file which was cut or changed is refused whole. Version 1 had
 * neither, nor keys. A file is written and read piece by piece, however long it is.
 */
import { z } from 'zod';
import { failure, success, type Result } from '../../result.ts';
import { isPracticeServer } from '../../wms/practice-server.ts';
import { isPlainKey } from '../identity/order-keys.ts';
import { shopSchema } from '../model/shop.ts';
import { formulaStarts } from '../report/formula-starts.ts';
import type { LedgerEntry } from '../model/ledger.ts';

/** An entry without what exists on its own computer only, such as its batch. */
export type SharedLedgerEntry = Omit<LedgerEntry, 'batchId' | 'state'> & {
  readonly server: string;
  readonly state: 'accepted' | 'unknown' | 'taken';
  /** By what the order is known beside its number; in a file those keys alone that need no secret. */
  readonly keys: readonly string[];
};

const format = 'order-importer-ledger';
const version = 2;
const headingSchema = z.object({
  format: z.literal(format),
  version: z.int(),
  count: z.int().optional(),
  digest: z.string().optional(),
});

/** An entry as a line of the file holds it; the file itself holds none but plain keys. */
export const ledgerLineSchema = z.object({
  server: z.string().min(1).max(2048),
  order: z.int().min(1),
  state: z.enum(['accepted', 'unknown', 'taken']),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable(),
  file: z.string().max(1024),
  wms: z.int().nullable(),
  at: z.int().min(0),
  keys: z.array(z.string().max(64)).max(100).optional(),
  shop: shopSchema.pick({ id: true, name: true }).optional(),
  /** Who had it sent. */
  by: z.string().max(255).optional(),
  /** In soʻm. */
  sum: z.int().min(0).nullable().optional(),
  items: z.int().min(0).nullable().optional(),
  /** Of delivery, in Tashkent. */
  day: z.iso.date().nullable().optional(),
});

export type LedgerLine = z.infer<typeof ledgerLineSchema>;

export function lineOfEntry(entry: SharedLedgerEntry): LedgerLine {
  const { server, orderId, state, bodyHash, fileName, wmsId, at, keys, shop, operator, facts } = entry;
  return {
    server,
    order: orderId,
    state,
    hash: bodyHash,
    file: fileName,
    wms: wmsId,
    at,
    ...(keys.length > 0 ? { keys: [...keys] } : {}),
    ...(shop === undefined ? {} : { shop }),
    ...(operator === undefined ? {} : { by: operator }),
    ...(facts === undefined ? {} : { sum: facts.amount, items: facts.items, day: facts.deliveryDay }),
  };
}

export function entryOfLine(line: LedgerLine): SharedLedgerEntry {
  const { server, order, state, hash, file, wms, at, keys = [], shop, by, sum, items, day } = line;
  return {
    server,
    orderId: order,
    state,
    bodyHash: hash,
    fileName: file,
    wmsId: wms,
    at,
    keys,
    ...(shop === undefined ? {} : { shop }),
    ...(by === undefined ? {} : { operator: by }),
    ...(sum === undefined ? {} : { facts: { amount: sum, items: items ?? null, deliveryDay: day ?? null } }),
  };
}

/** The entries to export: without practice; those being sent become `unknown`, as others cannot see their end. */
export function entriesToShare(
  entries: readonly (LedgerEntry & { readonly server: string })[],
  keysOf: (server: string, orderId: number) => readonly string[],
): readonly SharedLedgerEntry[] {
  return entries
    .filter(({ server }) => !isPracticeServer(server))
    .map(({ server, orderId, state, bodyHash, fileName, wmsId, at, shop, operator, facts }) => ({
      server,
      orderId,
      state: state === 'sending' ? 'unknown' : state,
      bodyHash,
      fileName,
      wmsId,
      at,
      keys: state === 'taken' ? [] : keysOf(server, orderId),
      ...(shop === undefined ? {} : { shop }),
      ...(operator === undefined ? {} : { operator }),
      ...(facts === undefined ? {} : { facts }),
    }));
}

const formulaSigns = new RegExp(`[${[...formulaStarts].join('').replace('-', String.raw`\-`)}]`, 'gu');
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
/** What a number below nought became; in a text its quotes would be escaped. */
const [escapedNumber, number] = [`"wms":${escaped('-')}`, '"wms":-'];

/**
 * An entry as JSON with the characters of formulas in its texts written as escapes: a program that opens the file as a table,
 * with whatever separator, finds none.
 */
function withoutFormulas(json: string): string {
  return json.replaceAll(formulaSigns, escaped).replace(escapedNumber, number);
}

/** The entries as lines of a ledger file. */
export function formatLedgerLines(entries: readonly SharedLedgerEntry[]): string {
  return entries.map((entry) => `${withoutFormulas(JSON.stringify(lineOfEntry(entry)))}\n`).join('');
}

/** Characters of the header with its line break, whatever it says: it is written when the lines behind it are. */
export const ledgerHeaderLength = 200;

/** The header of so many lines with this digest; blanks make it as long as every other one. */
export function formatLedgerHeader(count: number, digest: string): string {
  return `${JSON.stringify({ format, version, count, digest }).padEnd(ledgerHeaderLength - 1)}\n`;
}

/** What the first line of a ledger file promises of the lines behind it; null: nothing, as it is of the first version. */
export type LedgerPromise = { readonly count: number; readonly digest: string } | null;

/** @param line without its line break. Fails with `ledger.notOurs`, `ledger.newer`, `ledger.changed`. */
export function parseLedgerHeader(line: string): Result<LedgerPromise> {
  const whole = line.replace(/^\uFEFF/u, '');
  const heading = headingSchema.safeParse(parsedLine(whole));
  if (!heading.success) return failure('ledger.notOurs');
  const { version: of, count, digest } = heading.data;
  if (of > version) return failure('ledger.newer');
  // Blanks are written up to one length only.
  if (whole.endsWith(' ') && whole.length !== ledgerHeaderLength - 1) return failure('ledger.changed');
  if (of === version)
    return count === undefined || digest === undefined ? failure('ledger.changed') : success({ count, digest });
  // Version 1 had neither: here the version itself was changed.
  return (count ?? digest) === undefined ? success(null) : failure('ledger.changed');
}

/** What one of the other lines says; null where that is no entry, or has a key that a secret made. */
export function parseLedgerLine(line: string): LedgerLine | null {
  const read = ledgerLineSchema.safeParse(parsedLine(line)).data;
  return read === undefined || read.keys?.every(isPlainKey) === false ? null : read;
}

/** What a line of JSON holds; null where it is none. */
export function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
