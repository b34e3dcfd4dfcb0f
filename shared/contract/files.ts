/** Schemas of what spans all batches: the list of files, and the search among sent orders. */
import { z } from 'zod';
import { sentChangeSchema } from '../domain/model/sent-changes.ts';
import { orderStateSchema, stateCountsSchema } from './views.ts';

/** A file in the list on the first screen. */
export const batchListItemSchema = z.object({
  batchId: z.string(),
  fileName: z.string(),
  /** Which of its sheets or tables, where several were opened; null: there is only this one. */
  part: z.string().nullable(),
  createdAt: z.number(),
  openedAt: z.number(),
  practice: z.boolean(),
  server: z.string().nullable(),
  /** Null until the batch has been opened completely once. */
  counts: stateCountsSchema.nullable(),
  /** Name of the shop whose orders it holds; null: there is only one shop, or nobody knows. */
  shop: z.string().nullable(),
  /** The operating system's user who opened the file; null: not known. */
  openedBy: z.string().nullable(),
  /** Whether it came by the watched folder and nobody has opened it since. */
  isNewArrival: z.boolean(),
});
export type BatchListItem = z.infer<typeof batchListItemSchema>;

/** A sent order found by the search over all files. */
export const foundOrderSchema = z.object({
  orderId: z.int(),
  orderKey: z.string(),
  wmsId: z.int().nullable(),
  state: orderStateSchema,
  at: z.number(),
  /** What people call its first row (shared/domain/model/sheet-rows.ts); null where the file's data was removed. */
  row: z.union([z.int(), z.string()]).nullable(),
  fileName: z.string(),
  /** Null where the file was removed from the list. */
  batchId: z.string().nullable(),
  practice: z.boolean(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  /** Who of the team's other computers sent it, which alone knows its customer. */
  by: z.string().optional(),
  /** What a later file says otherwise of it: on the list for the WMS's people (shared/domain/model/sent-changes.ts). */
  changes: z.array(sentChangeSchema).readonly(),
});
export type FoundOrder = z.infer<typeof foundOrderSchema>;
