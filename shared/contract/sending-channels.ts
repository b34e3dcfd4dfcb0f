/** The calls about sending: the plan, runs, today's files, single orders. */
import { z } from 'zod';
import { refusedOrdersSchema, wmsOrderStatusSchema } from './sending.ts';
import { queuedFileSchema, queueFileSchema, queueStateSchema } from './queue.ts';
import { orderViewSchema, runViewSchema, sendPlanSchema } from './views.ts';
import { channel, noArgument, batchId, batchArgument } from './channel.ts';

export const sendingChannels = {
  'run.getPlan': channel(batchArgument, sendPlanSchema),
  'run.start': channel(z.object({ batchId, firstOnly: z.boolean() }), runViewSchema),
  'run.pause': channel(batchArgument, runViewSchema),
  'run.resume': channel(batchArgument, runViewSchema),
  'run.stop': channel(batchArgument, runViewSchema),
  'run.setConcurrency': channel(z.object({ batchId, concurrency: z.int().min(1).max(16) }), runViewSchema),
  /** State of the batch's run, or of its last one with status `idle`. */
  'run.getState': channel(batchArgument, runViewSchema),
  /** What of a file would be sent now: for the page of today's files. */
  'queue.getFile': channel(batchArgument, queueFileSchema),
  'queue.getState': channel(noArgument, queueStateSchema),
  /** Sends the files one after another, each with its shop's key, and no more of each than was shown. */
  'queue.send': channel(z.object({ files: z.array(queuedFileSchema).min(1).max(100) }), queueStateSchema),
  /** Begins no further file; the one under way goes on. */
  'queue.stop': channel(noArgument, queueStateSchema),
  /** Saves one workbook over all of the files, or (by shop) one for each shop into a folder; null: the dialog was cancelled. */
  'queue.saveReports': channel(
    z.object({ batchIds: z.array(batchId).min(1).max(100), byShop: z.boolean() }),
    z.object({ fileNames: z.array(z.string()).nullable() }),
  ),
  /** A person settles an order: it is in the WMS / send it again (a new revision) / look it up now. */
  'order.settle': channel(
    z.object({
      batchId,
      orderKey: z.string(),
      act: z.enum(['there', 'sendAgain', 'lookUp']),
      wmsId: z.int().min(1).nullable(),
    }),
    orderViewSchema,
  ),
  /** A person has seen that the witness is broken (`error.sending.witnessBroken`): sending is held no more. */
  'run.markWitnessSeen': channel(noArgument, noArgument),
  /** Sends an order on a person's word although its number was sent before, from another file or computer. */
  'order.sendAnyway': channel(z.object({ batchId, orderKey: z.string() }), orderViewSchema),
  /**
   * Sends refused orders again as they are, on a person's word, each as a new revision. Skips those that the WMS has or
   * may have.
   */
  'order.resend': channel(z.object({ batchId, orders: refusedOrdersSchema }), z.object({ count: z.int() })),
  /** The current status of an accepted order in the WMS. */
  'order.getWmsStatus': channel(z.object({ batchId, orderKey: z.string() }), wmsOrderStatusSchema),
  /** Copies the ids of the unknown orders to the clipboard, as a list for the WMS's staff. */
  'order.copyUnknownIds': channel(batchArgument, z.object({ count: z.int() })),
} as const;
