/** What the window sees beyond one batch: the files that were worked on, and the orders that were sent from them. */
import { z } from 'zod';
import { orderStateSchema, stateCountsSchema } from './views.ts';

/** A file of the list on the first screen. */
export const batchListItemSchema = z.object({
  batchId: z.string(),
  fileName: z.string(),
  createdAt: z.number(),
  openedAt: z.number(),
  practice: z.boolean(),
  server: z.string().nullable(),
  /** Null until the batch was opened once to the end. */
  counts: stateCountsSchema.nullable(),
  /** The system's user who opened the file; null where it is not known. */
  openedBy: z.string().nullable(),
});
export type BatchListItem = z.infer<typeof batchListItemSchema>;

/** An order that was sent, found over all files. */
export const foundOrderSchema = z.object({
  orderId: z.int(),
  orderKey: z.string(),
  wmsId: z.int().nullable(),
  state: orderStateSchema,
  at: z.number(),
  /** Its first row, as Excel shows it; null where the file's data was removed. */
  row: z.int().nullable(),
  fileName: z.string(),
  /** Null where the file was removed from the list. */
  batchId: z.string().nullable(),
  practice: z.boolean(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
});
export type FoundOrder = z.infer<typeof foundOrderSchema>;
