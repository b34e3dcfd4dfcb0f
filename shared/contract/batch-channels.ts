/** The calls about files and their orders before they are sent: opening, columns, rows, edits. */
import { z } from 'zod';
import { columnFieldSchema, fieldSchema, readingOptionsChangeSchema } from '../domain/model/choices.ts';
import { fixSchema } from '../domain/model/issues.ts';
import { rulesSchema } from '../domain/model/rules.ts';
import { earlierVersionSchema } from './earlier.ts';
import { facetViewSchema } from './facets.ts';
import { sheetBesideSchema } from './batch-file.ts';
import { batchHistorySchema } from './history.ts';
import { batchListItemSchema } from './files.ts';
import {
  batchSummarySchema,
  causeViewSchema,
  columnViewSchema,
  fieldViewSchema,
  summaryWithPositionSchema,
  orderViewSchema,
  rowFilterSchema,
  rowWindowSchema,
} from './views.ts';
import { channel, noArgument, batchId, batchArgument } from './channel.ts';

/** true: leave out; false: put back; `toggle`: leave out unless all of them are left out already. */
const leaveOutSchema = z.union([z.boolean(), z.literal('toggle')]);
const cell = z.object({ row: z.int(), column: z.int(), text: z.string().max(32_767) });

export const batchChannels = {
  'batch.list': channel(noArgument, z.array(batchListItemSchema)),
  /** Shows the open dialog; an empty list: it was cancelled. */
  'file.choose': channel(noArgument, z.array(batchId)),
  'file.openSample': channel(z.object({ name: z.string() }), batchId),
  /** Opens a range copied from a spreadsheet (tab-separated rows); it is stored as a file of its own. */
  'file.paste': channel(
    z.object({
      text: z
        .string()
        .min(1)
        .max(64 * 1024 * 1024),
    }),
    batchId,
  ),
  /** Cancels reading the file of this (future) batch; the call that started it fails with `reading.cancelled`. */
  'file.cancelReading': channel(batchArgument, noArgument),
  'batch.open': channel(batchArgument, batchSummarySchema),
  'batch.close': channel(batchArgument, noArgument),
  /** Has the batch learn what others sent since it was opened; `batch.sentElsewhere` tells. `isWatching`: nobody waits for it. */
  'batch.learnFromOthers': channel(z.object({ batchId, isWatching: z.boolean() }), noArgument),
  'batch.remove': channel(batchArgument, noArgument),
  /** Removes the files past their time that only orders which are ready kept (`error.store.expiredReady`). */
  'batch.removeExpired': channel(noArgument, z.object({ count: z.int() })),
  'batch.getSummary': channel(batchArgument, batchSummarySchema),
  /** Says whose orders these are; refused once orders of it were sent for another shop. */
  'batch.setShop': channel(z.object({ batchId, shop: z.string().max(100) }), batchSummarySchema),
  'batch.getColumns': channel(
    batchArgument,
    z.object({
      columns: z.array(columnViewSchema),
      fields: z.array(fieldViewSchema),
      top: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
    }),
  ),
  'batch.setColumn': channel(
    z.object({ batchId, column: z.int().min(0), field: columnFieldSchema.nullable() }),
    batchSummarySchema,
  ),
  'batch.setConstant': channel(
    z.object({ batchId, field: fieldSchema, text: z.string().max(255).nullable() }),
    batchSummarySchema,
  ),
  'batch.setRules': channel(z.object({ batchId, rules: rulesSchema }), batchSummarySchema),
  /**
   * Reads the file again with another sheet, range, heading row, encoding or delimiter. Edits are kept, unless that leads
   * to another sheet: then all of them are undone.
   */
  'batch.setReadingOptions': channel(z.object({ batchId, ...readingOptionsChangeSchema.shape }), batchSummarySchema),
  /** The sheets that list the same as the one that was read become files of their own, beside it. */
  'batch.openAlikeSheets': channel(batchArgument, batchSummarySchema),
  'batch.getRows': channel(
    z.object({ batchId, filter: rowFilterSchema, from: z.int().min(0), count: z.int().min(1).max(500) }),
    rowWindowSchema,
  ),
  /** Facet values with their counts; each facet counts the orders that pass all other filters. */
  'batch.getFacets': channel(z.object({ batchId, filter: rowFilterSchema }), z.array(facetViewSchema)),
  /** Index of a row in the filtered list; -1 where it does not pass the filter. */
  'batch.findRow': channel(z.object({ batchId, filter: rowFilterSchema, row: z.int() }), z.object({ index: z.int() })),
  /** The next (or previous) cell with a problem from a position on; wraps around at the end. */
  'batch.findProblem': channel(
    z.object({
      batchId,
      from: z.object({ row: z.int(), column: z.int() }).nullable(),
      direction: z.enum(['next', 'previous']),
      cause: z.string().nullable(),
    }),
    z.object({ position: z.object({ row: z.int(), column: z.int() }).nullable() }),
  ),
  'batch.listCauses': channel(batchArgument, z.array(causeViewSchema)),
  'order.get': channel(z.object({ batchId, orderKey: z.string() }), orderViewSchema),
  /** The other sheets of the file with orders that are not sent with the batch. */
  'batch.listSheetsBeside': channel(batchArgument, z.array(sheetBesideSchema)),
  'batch.editCells': channel(z.object({ batchId, cells: z.array(cell).min(1).max(100_000) }), batchSummarySchema),
  'batch.leaveOutOrders': channel(
    z.object({ batchId, orderKeys: z.array(z.string()).min(1), out: leaveOutSchema }),
    batchSummarySchema,
  ),
  /** Leaves out single rows (Excel's numbers), or puts them back. */
  'batch.leaveOutRows': channel(
    z.object({ batchId, rows: z.array(z.int().min(1)).min(1).max(100_000), out: leaveOutSchema }),
    batchSummarySchema,
  ),
  /** Adds an item row to the order; `changedPosition` is its first item cell. */
  'batch.addRow': channel(z.object({ batchId, orderKey: z.string() }), summaryWithPositionSchema),
  /** Deletes rows that a person added. */
  'batch.removeRows': channel(
    z.object({ batchId, rows: z.array(z.int().min(1)).min(1).max(10_000) }),
    batchSummarySchema,
  ),
  'batch.applyFix': channel(z.object({ batchId, fix: fixSchema }), batchSummarySchema),
  /** Applies a cause's fix to all of its cells, as one step of the history. */
  'batch.applyFixToAll': channel(z.object({ batchId, cause: z.string() }), batchSummarySchema),
  /** `changedPosition` is where undo or redo changed something; null: there was nothing to undo or redo. */
  'batch.undo': channel(batchArgument, summaryWithPositionSchema),
  'batch.redo': channel(batchArgument, summaryWithPositionSchema),
  /** Makes the steps again that were taken back before the latest change replaced them. */
  'batch.bringBackSteps': channel(batchArgument, batchSummarySchema),
  'batch.getHistory': channel(batchArgument, batchHistorySchema),
  /** Undoes or redoes up to the point where this step is the last one; 0: the file as opened. */
  'batch.goToStep': channel(z.object({ batchId, sequence: z.int().min(0) }), summaryWithPositionSchema),
  /** What changed since the earlier version of the file, and which edits still fit; null: nothing (more) to decide. */
  'batch.getEarlierVersion': channel(batchArgument, earlierVersionSchema.nullable()),
  /** Carries the earlier version's edits over, as steps of the history, or declines. */
  'batch.decideCarryOver': channel(z.object({ batchId, carry: z.boolean() }), batchSummarySchema),
  'template.save': channel(noArgument, z.object({ fileName: z.string().nullable() })),
} as const;
