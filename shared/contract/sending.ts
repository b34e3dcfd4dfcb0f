/** Schemas about orders that were sent: sending again, status in the WMS, earlier sendings, the ledger. */
import { z } from 'zod';
import { orderStateSchema } from './views.ts';

/** Selects orders that the WMS refused: by key, or by cause (null: any cause). */
export const refusedOrdersSchema = z.union([
  z.object({ orderKeys: z.array(z.string()).min(1).max(100_000) }),
  z.object({ cause: z.string().nullable() }),
]);
export type RefusedOrders = z.infer<typeof refusedOrdersSchema>;

/** An order's status in the WMS, and its times as the WMS writes them. */
export const wmsOrderStatusSchema = z.object({
  wmsId: z.int(),
  status: z.int().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
});

/**
 * Orders that were sent before, grouped by the earlier sending. `refused`: the WMS says that it has the number, but
 * nothing is known of it here.
 */
export const sentBeforeGroupSchema = z.object({
  state: orderStateSchema,
  /** Whether the WMS has them with other content. */
  changed: z.boolean(),
  reason: z.enum(['accepted', 'taken', 'sending', 'unknown', 'refused']),
  /** The earlier file; null where nothing is known of it here. */
  fileName: z.string().nullable(),
  /** Time of their latest earlier sending, ms since 1970; null where nothing is known. */
  at: z.number().nullable(),
  /** Who of the team's other computers sent them; null: this one did. */
  by: z.string().nullable(),
  orderCount: z.int(),
  /** The first few of their order numbers. */
  firstOrderIds: z.array(z.string()),
});
export type SentBeforeGroup = z.infer<typeof sentBeforeGroupSchema>;

/** A server in the ledger, and when the last of its orders changed (ms since 1970). */
export const ledgerServerSchema = z.object({ server: z.string(), at: z.number() });
export type LedgerServer = z.infer<typeof ledgerServerSchema>;

/** A server's orders, each counted once, by the state that counts most. */
export const ledgerCountsSchema = z.object({ accepted: z.int(), unknown: z.int(), taken: z.int() });
export type LedgerCounts = z.infer<typeof ledgerCountsSchema>;

/** Orders of a server, latest first. */
export const ledgerOrdersPageSchema = z.object({
  total: z.int(),
  orders: z.array(
    z.object({
      orderId: z.int(),
      state: z.enum(['sending', 'accepted', 'unknown', 'taken']),
      wmsId: z.int().nullable(),
      fileName: z.string(),
      at: z.number(),
      /** Who had it sent; null: not known. */
      operator: z.string().nullable(),
    }),
  ),
});
export type LedgerOrdersPage = z.infer<typeof ledgerOrdersPageSchema>;

/**
 * Result of merging another computer's ledger or old reports, in orders. `isProven`: false where the file is of an old format
 * that does not show whether it is whole.
 */
export const ledgerMergeResultSchema = z.object({
  added: z.int(),
  known: z.int(),
  settled: z.int(),
  isProven: z.boolean(),
});
export type LedgerMergeResult = z.infer<typeof ledgerMergeResultSchema>;
