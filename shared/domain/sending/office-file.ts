/**
 * Formats and parses what an office without a team carries to another computer: shops, products, saved settings, what was
 * settled and the ledger, in one file. No customer is in it, and no access key. The first line has the digest of the rest:
 * a file that was cut or changed is refused whole.
 */
import { z } from 'zod';
import { failure, success, type Result } from '../../result.ts';
import { profileSchema } from '../model/profile.ts';
import { settledSchema } from '../model/settled.ts';
import { shopSchema } from '../model/shop.ts';
import { productSchema } from '../products/product.ts';
import { formatLedgerFile, parsedLine, parseLedgerFile, type DigestOf, type SharedLedgerEntry } from './ledger-file.ts';

const shopId = z.string().max(100);

const contentSchema = z.object({
  /** Name of the computer that wrote it, and when (ms since 1970). */
  computer: z.string().max(255),
  at: z.int().min(0),
  shops: z.array(shopSchema).max(10_000),
  products: z.array(
    z.object({ server: z.string().min(1).max(2048), shop: shopId, products: z.array(productSchema).max(1_000_000) }),
  ),
  /** What was settled about each shop's files; files of older versions have none. */
  settled: z.array(z.object({ shop: shopId, settled: settledSchema })).default([]),
  profiles: z.array(
    z.object({
      shop: shopId,
      profiles: z.array(profileSchema).max(100_000),
      /** Which of them goes with which headings; the headings themselves are not in it. */
      headings: z.array(z.object({ fingerprint: z.string().max(64), name: z.string().max(100) })).max(1_000_000),
    }),
  ),
});
export type OfficeContent = z.infer<typeof contentSchema>;

export interface OfficeFile extends OfficeContent {
  readonly entries: readonly SharedLedgerEntry[];
}

const format = 'order-importer-office';
const version = 1;
const headingSchema = z.object({ format: z.literal(format), version: z.int(), digest: z.string() });

export function formatOfficeFile({ entries, ...content }: OfficeFile, digestOf: DigestOf): string {
  const body = `${JSON.stringify(content)}\n${formatLedgerFile(entries, digestOf)}`;
  return `${JSON.stringify({ format, version, digest: digestOf(body) })}\n${body}`;
}

/** Reads all of it or nothing. Fails with `office.notOurs`, `office.newer`, `office.changed`. */
export function parseOfficeFile(text: string, digestOf: DigestOf): Result<OfficeFile> {
  const end = text.indexOf('\n');
  const heading = headingSchema.safeParse(parsedLine(text.slice(0, Math.max(0, end))));
  if (!heading.success) return failure('office.notOurs');
  if (heading.data.version > version) return failure('office.newer');
  const body = text.slice(end + 1);
  if (digestOf(body) !== heading.data.digest) return failure('office.changed');
  const lineEnd = body.indexOf('\n');
  const content = contentSchema.safeParse(parsedLine(body.slice(0, Math.max(0, lineEnd))));
  const ledger = parseLedgerFile(body.slice(lineEnd + 1), digestOf);
  if (!content.success || !ledger.ok) return failure('office.changed');
  return success({ ...content.data, entries: ledger.value.entries });
}
