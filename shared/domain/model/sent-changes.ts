/** What a file says otherwise of an order that the WMS has already (docs/domain.md, «Changed after sending»). */
import { z } from 'zod';
import { fieldSchema } from './choices.ts';

/** Issues that say of an order: the WMS accepted it before, with other content. */
export const changedAfterSendingCodes: ReadonlySet<string> = new Set([
  'orders.changedAfterSending',
  'orders.cancelledAfterSending',
  'orders.cancelledAfterSendingBy',
  'orders.sentBefore',
  'orders.sentBeforeBy',
]);

export const changedFieldSchema = z
  .object({
    field: fieldSchema,
    /** The item's product as it was sent; null for what belongs to the order, and for an item as a whole. */
    product: z.string().nullable(),
    /** As it was sent; null: blank, no such item, or what was sent is not kept here any more. */
    before: z.string().nullable(),
    /** As the file has it now; null: blank, or the item is gone. */
    after: z.string().nullable(),
  })
  .readonly();
export type ChangedField = z.infer<typeof changedFieldSchema>;

/** A decision that an order stays as it was sent, for the WMS's people. */
export const sentChangeSchema = z
  .object({
    server: z.string(),
    orderId: z.int(),
    wmsId: z.int().nullable(),
    /** The file that says it otherwise, and when that was decided. */
    fileName: z.string(),
    at: z.int(),
    /** Whether what was sent was still kept here; else `before` is not known. */
    compared: z.boolean(),
    changes: z.array(changedFieldSchema).readonly(),
  })
  .readonly();
export type SentChange = z.infer<typeof sentChangeSchema>;
