/**
 * Formats and parses the ledger as a file to move between computers: JSON lines, a header and then one per order. The header
 * says how many they are and what their digest is, so that a file which was cut or changed is refused whole. Version 1 had
 * neither, nor keys.
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

export interface LedgerFile {
  readonly entries: readonly SharedLedgerEntry[];
  /** Whether count and digest prove that it is whole; an old file has neither. */
  readonly isProven: boolean;
}

/** SHA-256 (hex) of a text. */
export type DigestOf = (text: string) => string;

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

type LedgerLine = z.infer<typeof ledgerLineSchema>;

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

/**
 * The same JSON with the characters of formulas in its texts written as escapes: a program that opens the file as a table,
 * with whatever separator, finds none.
 */
function withoutFormulas(json: string): string {
  const escaped = (sign: string): string =>
    formulaStarts.has(sign) ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign;
  return json.replace(/"(?:[^"\\]|\\.)*"/gu, (text) => [...text].map(escaped).join(''));
}

export function formatLedgerFile(entries: readonly SharedLedgerEntry[], digestOf: DigestOf): string {
  const body = entries.map((entry) => `${withoutFormulas(JSON.stringify(lineOfEntry(entry)))}\n`).join('');
  return `${JSON.stringify({ format, version, count: entries.length, digest: digestOf(body) })}\n${body}`;
}

/** Reads all entries or none. Fails with `ledger.notOurs`, `ledger.newer`, `ledger.changed`, `ledger.broken` ({line}). */
export function parseLedgerFile(text: string, digestOf: DigestOf): Result<LedgerFile> {
  const whole = text.replace(/^\uFEFF/u, '');
  const end = whole.indexOf('\n');
  const heading = headingSchema.safeParse(parsedLine(whole.slice(0, Math.max(0, end))));
  if (!heading.success) return failure('ledger.notOurs');
  if (heading.data.version > version) return failure('ledger.newer');
  const isProven = heading.data.version === version;
  // Version 1 had neither: here the version itself was changed.
  if (!isProven && (heading.data.count ?? heading.data.digest) !== undefined) return failure('ledger.changed');
  const body = whole.slice(end + 1);
  if (isProven && digestOf(body) !== heading.data.digest) return failure('ledger.changed');
  const lines = body.split('\n');
  // The last line must end with a line break: otherwise the file was truncated.
  if (lines.pop()?.trim() !== '') return failure('ledger.changed');
  if (isProven && lines.length !== heading.data.count) return failure('ledger.changed');
  const entries: SharedLedgerEntry[] = [];
  for (const [index, text] of lines.entries()) {
    const line = ledgerLineSchema.safeParse(parsedLine(text));
    if (!line.success || line.data.keys?.every(isPlainKey) === false)
      return failure('ledger.broken', { line: index + 2 });
    entries.push(entryOfLine(line.data));
  }
  return success({ entries, isProven });
}

/** What a line of JSON holds; null where it is none. */
export function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
