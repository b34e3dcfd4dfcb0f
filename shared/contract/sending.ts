/** What the window asks and hears about orders that were sent: sent again, as they stand in the WMS, sent before. */
import { z } from 'zod';
import { orderStateSchema } from './views.ts';

/** Orders that the WMS refused: by their keys, or by what it said (a cause; null: whatever it said). */
export const refusedOrdersSchema = z.union([
  z.object({ orderKeys: z.array(z.string()).min(1).max(100_000) }),
  z.object({ cause: z.string().nullable() }),
]);
export type RefusedOrders = z.infer<typeof refusedOrdersSchema>;

/** How an order stands in the WMS: its status there, and its times as the WMS writes them. */
export const wmsOrderStatusSchema = z.object({
  wmsId: z.int(),
  status: z.int().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
});

/**
 * Orders that were sent before, by what is known of the earlier sending. `refused`: the WMS says that it has the number,
 * and nothing is known of it here.
 */
export const sentBeforeGroupSchema = z.object({
  state: orderStateSchema,
  reason: z.enum(['accepted', 'taken', 'sending', 'unknown', 'refused']),
  /** The earlier file; null where nothing is known of it here. */
  fileName: z.string().nullable(),
  /** The latest of their earlier sendings, ms since 1970; null where nothing is known. */
  at: z.number().nullable(),
  orderCount: z.int(),
  /** The first of their numbers. */
  firstOrderIds: z.array(z.string()),
});
export type SentBeforeGroup = z.infer<typeof sentBeforeGroupSchema>;

/** A server that orders were ever sent to, as the ledger knows it: each order once, by what counts most of it. */
export const ledgerServerSchema = z.object({
  server: z.string(),
  accepted: z.int(),
  unknown: z.int(),
  taken: z.int(),
  at: z.number(),
});
export type LedgerServer = z.infer<typeof ledgerServerSchema>;

/** Orders of a server, the latest first. */
export const ledgerOrdersPageSchema = z.object({
  total: z.int(),
  orders: z.array(
    z.object({
      orderId: z.int(),
      state: z.enum(['sending', 'accepted', 'unknown', 'taken']),
      wmsId: z.int().nullable(),
      fileName: z.string(),
      at: z.number(),
    }),
  ),
});
export type LedgerOrdersPage = z.infer<typeof ledgerOrdersPageSchema>;

/** What came of taking in another computer's ledger, or old reports: orders. */
export const ledgerMergeResultSchema = z.object({ added: z.int(), known: z.int(), settled: z.int() });
export type LedgerMergeResult = z.infer<typeof ledgerMergeResultSchema>;
