/** Formats and parses the ledger as a file to move between computers: JSON lines, a header and then one per order. */
import { z } from 'zod';
import { failure, success, type Result } from '../../result.ts';
import { isPracticeServer } from '../../wms/practice-server.ts';
import type { LedgerEntry } from '../model/ledger.ts';

/** An entry without what exists on its own computer only, such as its batch. */
export type SharedLedgerEntry = Omit<LedgerEntry, 'batchId' | 'state'> & {
  readonly server: string;
  readonly state: 'accepted' | 'unknown' | 'taken';
};

const heading = { format: 'order-importer-ledger', version: 1 } as const;
const headingSchema = z.object({ format: z.literal(heading.format), version: z.int() });

const lineSchema = z.object({
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
});

/** The entries to export: without practice; those being sent become `unknown`, as others cannot see their end. */
export function entriesToShare(
  entries: readonly (LedgerEntry & { readonly server: string })[],
): readonly SharedLedgerEntry[] {
  return entries
    .filter(({ server }) => !isPracticeServer(server))
    .map(({ server, orderId, state, bodyHash, fileName, wmsId, at }) => ({
      server,
      orderId,
      state: state === 'sending' ? 'unknown' : state,
      bodyHash,
      fileName,
      wmsId,
      at,
    }));
}

export function formatLedgerFile(entries: readonly SharedLedgerEntry[]): string {
  const lines = entries.map(
    ({ server, orderId, state, bodyHash, fileName, wmsId, at }): z.infer<typeof lineSchema> => ({
      server,
      order: orderId,
      state,
      hash: bodyHash,
      file: fileName,
      wms: wmsId,
      at,
    }),
  );
  return [heading, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Reads all entries or none. Fails with `ledger.notOurs`, `ledger.newer`, `ledger.broken` ({line}). */
export function parseLedgerFile(text: string): Result<readonly SharedLedgerEntry[]> {
  const lines = text.replace(/^\uFEFF/u, '').split('\n');
  // The last line must end with a line break: otherwise the file was truncated.
  if (lines.pop()?.trim() !== '') return failure('ledger.notOurs');
  const first = headingSchema.safeParse(parsed(lines[0] ?? ''));
  if (!first.success) return failure('ledger.notOurs');
  if (first.data.version !== heading.version) return failure('ledger.newer');
  const entries: SharedLedgerEntry[] = [];
  for (const [index, text] of lines.entries()) {
    if (index === 0) continue;
    const line = lineSchema.safeParse(parsed(text));
    if (!line.success) return failure('ledger.broken', { line: index + 1 });
    const { server, order, state, hash, file, wms, at } = line.data;
    entries.push({ server, orderId: order, state, bodyHash: hash, fileName: file, wmsId: wms, at });
  }
  return success(entries);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
