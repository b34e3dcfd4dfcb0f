/** Schemas of the queue: today's files, what of each would be sent, and how far sending them one after another is. */
import { z } from 'zod';
import { paramsSchema } from '../domain/model/issues.ts';
import { sheetBesideSchema } from './batch-file.ts';
import { courierMoneySchema, stateCountsSchema } from './views.ts';

/** A file of the queue as it would be sent now; sums in soʻm. */
export const queueFileSchema = z.object({
  batchId: z.string(),
  fileName: z.string(),
  /** Name of the shop; null: nobody knows whose orders these are, or there is only one shop. */
  shop: z.string().nullable(),
  isShopAsked: z.boolean(),
  /** The `supplier_buyer_id` that the shop's orders must go to; null: not known yet. */
  account: z.int().nullable(),
  /** Orders that would be sent, and their sum. */
  ready: z.int(),
  amount: z.number(),
  counts: stateCountsSchema,
  /** Questions about the file that must be answered. */
  questions: z.int(),
  /** Orders among the ready ones that may be none, or are due in the past. */
  remarks: z.int(),
  /** Ready orders with money that the WMS is told nothing of. */
  courierMoney: courierMoneySchema,
  /** The sheets that are read as one; none: it is one sheet. */
  sheets: z.array(z.string()),
  /** Other sheets of the file with orders that are in no file of the list: nobody sends them. */
  sheetsBeside: z.array(sheetBesideSchema),
  hasAccessKey: z.boolean(),
});
export type QueueFile = z.infer<typeof queueFileSchema>;

/** A file to be sent, with what was shown of it: no more than that goes out. */
export const queuedFileSchema = z.object({ batchId: z.string(), ready: z.int(), amount: z.number() });
export type QueuedFile = z.infer<typeof queuedFileSchema>;

export const queueStateSchema = z.object({
  /** The file that is being sent; null: none. */
  current: z.string().nullable(),
  /** Files whose turn comes. */
  waiting: z.array(z.string()),
  /** Files that could not be sent, and why: `error.<code>`. */
  failed: z.array(z.object({ batchId: z.string(), code: z.string(), params: paramsSchema })),
});
export type QueueState = z.infer<typeof queueStateSchema>;
