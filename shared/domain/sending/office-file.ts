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
import { parsedLine } from './ledger-file.ts';

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

const format = 'order-importer-office';
const version = 1;
const headingSchema = z.object({ format: z.literal(format), version: z.int(), digest: z.string() });

/** Characters of the first line with its line break, whatever it says: it is written when what is behind it is. */
export const officeHeaderLength = 160;

/** The first line; the digest is that of everything behind it: the content, and the ledger's file. */
export function formatOfficeHeader(digest: string): string {
  return `${JSON.stringify({ format, version, digest }).padEnd(officeHeaderLength - 1)}\n`;
}

/** The digest that the first line promises. Fails with `office.notOurs`, `office.newer`. */
export function parseOfficeHeader(line: string): Result<string> {
  const heading = headingSchema.safeParse(parsedLine(line));
  if (!heading.success) return failure('office.notOurs');
  return heading.data.version > version ? failure('office.newer') : success(heading.data.digest);
}

export function formatOfficeContent(content: OfficeContent): string {
  return `${JSON.stringify(content)}\n`;
}

/** Fails with `office.changed`. */
export function parseOfficeContent(line: string): Result<OfficeContent> {
  const content = contentSchema.safeParse(parsedLine(line));
  return content.success ? success(content.data) : failure('office.changed');
}
