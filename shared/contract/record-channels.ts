/** The calls about what was sent: ledger, addresses, report, month, the practice WMS's orders. */
import { z } from 'zod';
import { sentChangeSchema } from '../domain/model/sent-changes.ts';
import {
  billViewSchema,
  monthOrdersQuerySchema,
  monthOrdersSchema,
  monthQuerySchema,
  monthViewSchema,
} from './month.ts';
import { foundOrderSchema } from './files.ts';
import {
  ledgerOrdersPageSchema,
  ledgerCountsSchema,
  ledgerServerSchema,
  ledgerMergeResultSchema,
  sentBeforeGroupSchema,
} from './sending.ts';
import { stateCountsSchema } from './views.ts';
import { channel, noArgument, batchId, batchArgument } from './channel.ts';

export const recordChannels = {
  /** Searches the sent orders of all files by order id, WMS id, phone or name; latest first, at most 50. */
  'order.search': channel(z.object({ text: z.string().max(200) }), z.array(foundOrderSchema)),
  /** Reads ahead what a search for a customer looks through: somebody is about to search. */
  'order.prepareSearch': channel(noArgument, z.object({})),
  'month.get': channel(monthQuerySchema, monthViewSchema),
  /** The orders of the period, a part at a time. */
  'month.orders': channel(monthOrdersQuerySchema, monthOrdersSchema),
  /** Shows the open dialog and compares the sheet with the month; null: it was cancelled. */
  'month.compare': channel(monthQuerySchema, billViewSchema.nullable()),
  /** Shows the save dialog; null: it was cancelled. */
  'month.save': channel(monthQuerySchema, z.object({ fileName: z.string().nullable() })),
  /** The servers that orders were ever sent to, without practice; latest first. */
  'ledger.listServers': channel(noArgument, z.array(ledgerServerSchema)),
  /** How many orders went to a server: of a million it takes a second. */
  'ledger.countOrders': channel(z.object({ server: z.string().max(2048) }), ledgerCountsSchema),
  /** Orders of a server whose number or WMS id begins with the text. */
  'ledger.listOrders': channel(
    z.object({
      server: z.string().max(2048),
      text: z.string().max(20),
      from: z.int().min(0),
      count: z.int().min(1).max(500),
    }),
    ledgerOrdersPageSchema,
  ),
  /** Shows the save dialog; null: it was cancelled. */
  'ledger.export': channel(noArgument, z.object({ fileName: z.string().nullable(), count: z.int() })),
  /** Shows the open dialog and merges another computer's ledger; null: it was cancelled. */
  'ledger.merge': channel(noArgument, ledgerMergeResultSchema.nullable()),
  /**
   * Shows the open dialog and adds to the ledger what old reports list as accepted by the server in the settings; null:
   * it was cancelled.
   */
  'ledger.importReports': channel(noArgument, ledgerMergeResultSchema.nullable()),
  /** What was said of addresses that may be one WMS, the latest first. */
  'servers.listAnswers': channel(
    noArgument,
    z.array(z.object({ server: z.string(), other: z.string(), isSame: z.boolean(), at: z.number() })),
  ),
  /** A person says whether two addresses are one WMS; null takes the answer back. */
  'servers.answer': channel(
    z.object({ server: z.string().max(2048), other: z.string().max(2048), isSame: z.boolean().nullable() }),
    noArgument,
  ),
  /** What is to be changed in the WMS by its people, the latest first. */
  'ledger.listChanges': channel(noArgument, z.array(sentChangeSchema)),
  /** Copies that list to the clipboard as text for a message. */
  'ledger.copyChanges': channel(noArgument, z.object({ count: z.int() })),
  /** Shows the save dialog and writes that list as a sheet; null: it was cancelled. */
  'ledger.saveChanges': channel(noArgument, z.object({ fileName: z.string().nullable(), count: z.int() })),
  /** Shows the save dialog; null: it was cancelled. */
  'report.save': channel(
    z.object({ batchId, format: z.enum(['xlsx', 'csv', 'jsonl']) }),
    z.object({ fileName: z.string().nullable() }),
  ),
  /** Other sheets or tables of the same file of which something was sent, with their orders. */
  'report.listOtherParts': channel(
    batchArgument,
    z.array(z.object({ batchId, part: z.string(), counts: stateCountsSchema })),
  ),
  /** Orders by region, largest sum first, with the number accepted, their sum in so'm, and how many of them it leaves out. */
  'report.getRegions': channel(
    batchArgument,
    z.array(z.object({ region: z.string(), orders: z.int(), done: z.int(), amount: z.number(), unpriced: z.int() })),
  ),
  /** The orders that were sent before, grouped by the earlier file; duplicates first. */
  'report.listSentBefore': channel(batchArgument, z.array(sentBeforeGroupSchema)),
  /** Saves the summary as a PDF by the save dialog; null: it was cancelled. */
  'report.savePdf': channel(batchArgument, z.object({ fileName: z.string().nullable() })),
  /** Copies the summary to the clipboard as text for a message. */
  'report.copyText': channel(batchArgument, noArgument),
  'report.showInFolder': channel(batchArgument, noArgument),
  /** Opens the rows whose orders were not done as a new batch. */
  'report.openFailedRows': channel(batchArgument, batchId),
  /** The orders that the practice WMS accepted, newest first. */
  'practice.listOrders': channel(
    noArgument,
    z.object({
      url: z.string(),
      total: z.int(),
      orders: z.array(z.object({ wmsId: z.int(), orderId: z.int(), items: z.int(), at: z.number() })),
    }),
  ),
} as const;
