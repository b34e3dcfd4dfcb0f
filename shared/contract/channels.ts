/**
 * Every call between the window and main, declared once: a zod schema for the argument and one for the result. The
 * handlers in main/ and the window's client are typed by this table: a missing handler does not compile. Every call is
 * answered by a {@link Result}; nothing is thrown across.
 */
import { z } from 'zod';
import {
  columnFieldSchema,
  constantsSchema,
  fieldSchema,
  readingOptionsChangeSchema,
} from '../domain/model/choices.ts';
import { productKeySchema, productSchema } from '../domain/products/product.ts';
import { profileSchema } from '../domain/model/profile.ts';
import { rulesSchema } from '../domain/model/rules.ts';
import { earlierVersionSchema } from './earlier.ts';
import { facetViewSchema } from './facets.ts';
import { batchHistorySchema } from './history.ts';
import { batchListItemSchema, foundOrderSchema } from './files.ts';
import {
  ledgerOrdersPageSchema,
  ledgerServerSchema,
  ledgerMergeResultSchema,
  refusedOrdersSchema,
  sentBeforeGroupSchema,
  wmsOrderStatusSchema,
} from './sending.ts';
import { productImportResultSchema, productTableSchema } from './products.ts';
import { accessKeyStateSchema, settingsChangeSchema, settingsSchema } from './settings.ts';
import {
  batchSummarySchema,
  causeViewSchema,
  columnViewSchema,
  fieldViewSchema,
  fixSchema,
  summaryWithPositionSchema,
  orderViewSchema,
  rowFilterSchema,
  rowWindowSchema,
  runViewSchema,
  sendPlanSchema,
} from './views.ts';

const batchId = z.string().min(1).max(64);
const batchArgument = z.object({ batchId });
const noArgument = z.object({});
/** Out, back in, or toggled: out unless all of them are out already, as one key does both. */
const leaveOutSchema = z.union([z.boolean(), z.literal('toggle')]);
const cell = z.object({ row: z.int(), column: z.int(), text: z.string().max(32_767) });

function channel<A extends z.ZodType, R extends z.ZodType>(
  argument: A,
  result: R,
): { readonly argument: A; readonly result: R } {
  return { argument, result };
}

export const channels = {
  'app.getInfo': channel(
    noArgument,
    z.object({
      version: z.string(),
      packaged: z.boolean(),
      platform: z.string(),
      samples: z.array(z.object({ name: z.string() })),
    }),
  ),
  /** Versions, settings, counts and the error log, without customers, as a file: shows the save dialog; null where nothing was chosen. */
  'diagnostics.save': channel(noArgument, z.object({ fileName: z.string().nullable() })),
  'settings.get': channel(noArgument, settingsSchema),
  'settings.set': channel(settingsChangeSchema, settingsSchema),
  'accessKey.getState': channel(noArgument, accessKeyStateSchema),
  /** Keeps a pasted access key for the server in use. */
  'accessKey.set': channel(z.object({ key: z.string().trim().min(1).max(8192) }), accessKeyStateSchema),
  'accessKey.logIn': channel(
    z.object({ login: z.string().min(1).max(255), password: z.string().min(1).max(255) }),
    accessKeyStateSchema,
  ),
  'accessKey.forget': channel(noArgument, accessKeyStateSchema),
  /** Asks the server in use whether it is there and takes the key, without creating anything. */
  'server.test': channel(
    noArgument,
    z.object({ reachable: z.boolean(), authorised: z.boolean().nullable(), lookupOffered: z.boolean().nullable() }),
  ),

  /** The server that orders go to now; `inside`: the practice WMS of this app, and no other practice WMS. */
  'server.getInUse': channel(
    noArgument,
    z.object({ url: z.string(), identity: z.string(), practice: z.boolean(), inside: z.boolean() }),
  ),

  'batch.list': channel(noArgument, z.array(batchListItemSchema)),
  /** Orders that were sent, by order id, WMS id, phone or name, over all files; the latest first, at most 50. */
  'order.search': channel(z.object({ text: z.string().max(200) }), z.array(foundOrderSchema)),
  /** Shows the system's dialog; an empty list where the operator chose nothing. */
  'file.choose': channel(noArgument, z.array(batchId)),
  'file.openSample': channel(z.object({ name: z.string() }), batchId),
  /** A range copied from a spreadsheet: rows of cells with tabs between. It is kept as a file of its own. */
  'file.paste': channel(
    z.object({
      text: z
        .string()
        .min(1)
        .max(64 * 1024 * 1024),
    }),
    batchId,
  ),
  /** Stops the reading of a file by the batch that it is to become, or that it is: then what was asked for fails with `reading.cancelled`. */
  'file.cancelReading': channel(batchArgument, noArgument),
  'batch.open': channel(batchArgument, batchSummarySchema),
  'batch.close': channel(batchArgument, noArgument),
  'batch.remove': channel(batchArgument, noArgument),
  'batch.getSummary': channel(batchArgument, batchSummarySchema),
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
  /** Another sheet, heading row, encoding or delimiter: the file is read again, edits that still fit are kept. */
  'batch.setReadingOptions': channel(z.object({ batchId, ...readingOptionsChangeSchema.shape }), batchSummarySchema),
  'batch.getRows': channel(
    z.object({ batchId, filter: rowFilterSchema, from: z.int().min(0), count: z.int().min(1).max(500) }),
    rowWindowSchema,
  ),
  /** Counted values to narrow the rows to; each facet is counted over what passes everything else. */
  'batch.getFacets': channel(z.object({ batchId, filter: rowFilterSchema }), z.array(facetViewSchema)),
  /** Where a row stands in the filtered list; -1 where it does not pass the filter. */
  'batch.findRow': channel(z.object({ batchId, filter: rowFilterSchema, row: z.int() }), z.object({ index: z.int() })),
  /** The next cell with a problem after (or before) a place, round the end. */
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
  'batch.editCells': channel(z.object({ batchId, cells: z.array(cell).min(1).max(100_000) }), batchSummarySchema),
  'batch.leaveOutOrders': channel(
    z.object({ batchId, orderKeys: z.array(z.string()).min(1), out: leaveOutSchema }),
    batchSummarySchema,
  ),
  /** Single rows, by Excel's numbers: out of their orders, and back in. */
  'batch.leaveOutRows': channel(
    z.object({ batchId, rows: z.array(z.int().min(1)).min(1).max(100_000), out: leaveOutSchema }),
    batchSummarySchema,
  ),
  /** Adds an item row to the order: `place` is its first item cell. */
  'batch.addRow': channel(z.object({ batchId, orderKey: z.string() }), summaryWithPositionSchema),
  /** Takes rows away that were added. */
  'batch.removeRows': channel(
    z.object({ batchId, rows: z.array(z.int().min(1)).min(1).max(10_000) }),
    batchSummarySchema,
  ),
  'batch.applyFix': channel(z.object({ batchId, fix: fixSchema }), batchSummarySchema),
  /** Applies a cause's fix to every cell of it, as one step of the history. */
  'batch.applyFixToAll': channel(z.object({ batchId, cause: z.string() }), batchSummarySchema),
  /** Where the history went back or forth something changed: `place`; null where there was nothing to take back or do again. */
  'batch.undo': channel(batchArgument, summaryWithPositionSchema),
  'batch.redo': channel(batchArgument, summaryWithPositionSchema),
  'batch.getHistory': channel(batchArgument, batchHistorySchema),
  /** Goes to the point of the history where this step was the last; 0: the file as it was opened. */
  'batch.goToStep': channel(z.object({ batchId, sequence: z.int().min(0) }), summaryWithPositionSchema),
  /** What changed since the file was opened before, and which of the work on it fits; null: nothing (more) is to be said. */
  'batch.getEarlierVersion': channel(batchArgument, earlierVersionSchema.nullable()),
  /** Carries the work over, as steps of the history, or leaves it. */
  'batch.decideCarryOver': channel(z.object({ batchId, carry: z.boolean() }), batchSummarySchema),
  /** Saves the batch's choices as the profile for files with these headings. */
  'profile.save': channel(
    z.object({ batchId, name: z.string().trim().min(1).max(100) }),
    z.object({ name: z.string() }),
  ),
  'profile.list': channel(
    noArgument,
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        columns: profileSchema.shape.columns,
        constants: constantsSchema,
        rules: rulesSchema,
      }),
    ),
  ),
  /** Other rules for the next files; files that are open keep theirs. */
  'profile.setRules': channel(z.object({ id: z.string(), rules: rulesSchema }), noArgument),
  'profile.remove': channel(z.object({ id: z.string() }), noArgument),
  'profile.rename': channel(
    z.object({ id: z.string(), name: z.string().trim().min(1).max(100) }),
    z.object({ name: z.string() }),
  ),
  /** Shows the save dialog; null where the operator chose nothing. */
  'profile.export': channel(z.object({ id: z.string() }), z.object({ fileName: z.string().nullable() })),
  /** Shows the open dialog; null where the operator chose nothing. A profile of this name is replaced. */
  'profile.import': channel(noArgument, z.object({ name: z.string().nullable(), replaced: z.boolean() })),

  /** The product table of the server in use; all of its batches follow a change at once. */
  'product.list': channel(noArgument, productTableSchema),
  /** Adds products, or gives known keys other ids. */
  'product.save': channel(z.object({ products: z.array(productSchema).min(1).max(100_000) }), productTableSchema),
  'product.remove': channel(z.object({ keys: z.array(productKeySchema).min(1).max(100_000) }), productTableSchema),
  /** Takes over the table of the practice WMS; what the table of the server in use has already stays. */
  'product.copyFromPractice': channel(noArgument, productTableSchema),
  /** Shows the open dialog and takes the products of a sheet. */
  'product.import': channel(noArgument, productImportResultSchema),
  /** Shows the save dialog and writes the batch's unmapped products as a sheet to be filled in; null where nothing was chosen. */
  'product.exportUnmapped': channel(batchArgument, z.object({ fileName: z.string().nullable(), count: z.int() })),

  'run.getPlan': channel(batchArgument, sendPlanSchema),
  'run.start': channel(z.object({ batchId, firstOnly: z.boolean() }), runViewSchema),
  'run.pause': channel(batchArgument, runViewSchema),
  'run.resume': channel(batchArgument, runViewSchema),
  'run.stop': channel(batchArgument, runViewSchema),
  'run.setConcurrency': channel(z.object({ batchId, concurrency: z.int().min(1).max(16) }), runViewSchema),
  /** The batch's run, or its last state with status `idle`. */
  'run.getState': channel(batchArgument, runViewSchema),
  /** A person settles an order: it is there / send again (a new revision) / look it up now. */
  'order.settle': channel(
    z.object({
      batchId,
      orderKey: z.string(),
      act: z.enum(['there', 'sendAgain', 'lookUp']),
      wmsId: z.int().min(1).nullable(),
    }),
    orderViewSchema,
  ),
  /** A person wants an order sent though its number was sent before, from another file or computer. */
  'order.sendAnyway': channel(z.object({ batchId, orderKey: z.string() }), orderViewSchema),
  /** A person wants these refused orders sent again as they are, each as a new revision. Those that the WMS has, or may have, are passed over. */
  'order.resend': channel(z.object({ batchId, orders: refusedOrdersSchema }), z.object({ count: z.int() })),
  /** How an accepted order stands in the WMS now. */
  'order.getWmsStatus': channel(z.object({ batchId, orderKey: z.string() }), wmsOrderStatusSchema),
  /** The ids of the unknown orders as a list for the WMS's people, put on the clipboard. */
  'order.copyUnknownIds': channel(batchArgument, z.object({ count: z.int() })),

  /** The servers that orders were ever sent to (practice apart), the latest first. */
  'ledger.listServers': channel(noArgument, z.array(ledgerServerSchema)),
  /** Orders of a server whose number, or WMS id, begins with the text. */
  'ledger.listOrders': channel(
    z.object({
      server: z.string().max(2048),
      text: z.string().max(20),
      from: z.int().min(0),
      count: z.int().min(1).max(500),
    }),
    ledgerOrdersPageSchema,
  ),
  /** Shows the save dialog; null where the operator chose nothing. */
  'ledger.export': channel(noArgument, z.object({ fileName: z.string().nullable(), count: z.int() })),
  /** Shows the open dialog and takes in another computer's ledger; null where the operator chose nothing. */
  'ledger.merge': channel(noArgument, ledgerMergeResultSchema.nullable()),
  /** Shows the open dialog and takes in what old reports say was accepted by the server in the settings; null where the operator chose nothing. */
  'ledger.importReports': channel(noArgument, ledgerMergeResultSchema.nullable()),

  /** Shows the save dialog; null where the operator chose nothing. */
  'report.save': channel(
    z.object({ batchId, format: z.enum(['xlsx', 'csv']) }),
    z.object({ fileName: z.string().nullable() }),
  ),
  /** The orders by region, the most money first; and how many of each were accepted, with their sum in so'm. */
  'report.getRegions': channel(
    batchArgument,
    z.array(z.object({ region: z.string(), orders: z.int(), done: z.int(), amount: z.number() })),
  ),
  /** The orders that were sent before, by the earlier file: duplicates first. */
  'report.listSentBefore': channel(batchArgument, z.array(sentBeforeGroupSchema)),
  /** The summary as a PDF: shows the save dialog; null where the operator chose nothing. */
  'report.savePdf': channel(batchArgument, z.object({ fileName: z.string().nullable() })),
  /** Puts the summary on the clipboard as text for a message. */
  'report.copyText': channel(batchArgument, noArgument),
  'report.showInFolder': channel(batchArgument, noArgument),
  /** A new batch of the rows whose orders were not done. */
  'report.openFailedRows': channel(batchArgument, batchId),
  'template.save': channel(noArgument, z.object({ fileName: z.string().nullable() })),
  /** What the practice WMS has taken, newest first. */
  'practice.listOrders': channel(
    noArgument,
    z.object({
      url: z.string(),
      total: z.int(),
      orders: z.array(z.object({ wmsId: z.int(), orderId: z.int(), items: z.int(), at: z.number() })),
    }),
  ),
} as const;

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type ChannelArgument<N extends ChannelName> = z.input<Channels[N]['argument']>;
export type ParsedChannelArgument<N extends ChannelName> = z.output<Channels[N]['argument']>;
export type ChannelResult<N extends ChannelName> = z.output<Channels[N]['result']>;

/** Events from main to the window. Each carries a sequence number; after a gap the window asks for snapshots. */
export const events = {
  'batch.changed': z.object({ batchId, version: z.int() }),
  'run.changed': runViewSchema,
  /** Orders whose state changed during a run; the window refreshes those rows that it shows. */
  'order.changed': z.object({ batchId, orderKeys: z.array(z.string()) }),
  'reading.progress': z.object({
    batchId: z.string(),
    fileName: z.string(),
    stage: z.enum(['reading', 'checking', 'comparing']),
    done: z.number(),
    total: z.number(),
  }),
  /** The reading that was told of is over, well or not. */
  'reading.ended': z.object({ batchId }),
  'report.progress': z.object({ batchId, done: z.number(), total: z.number() }),
  /** A file that could not become a batch, or anything else to be said: `error.<code>`. */
  'app.failed': z.object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    fileName: z.string().nullable(),
  }),
  /** Something found at the start that the operator must know: orders whose answer was lost, a journal that lost attempts. */
  'app.startupNotice': z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  /** A file was opened from outside (dropped, double-clicked): show its batch. */
  'batch.opened': z.object({ batchId }),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventData<N extends EventName> = z.output<Events[N]>;

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name);
}

/** The schema of an event, typed as one that gives the event's data. */
export function eventSchemaOf<N extends EventName>(name: N): z.ZodType<EventData<N>> {
  // TypeScript cannot follow that the table's entry for N gives EventData<N>.
  return events[name] as unknown as z.ZodType<EventData<N>>;
}

/** What the preload script puts into the window as `window.orderImporter`. */
export interface Bridge {
  call(name: string, argument: unknown): Promise<unknown>;
  /** Calls `listener` for every event; answers a function that ends it. */
  onEvent(
    listener: (event: { readonly sequence: number; readonly name: string; readonly data: unknown }) => void,
  ): () => void;
  /** Opens dropped or pasted files; their paths never reach the page. Answers a Result of batch ids. */
  openFiles(files: readonly unknown[]): Promise<unknown>;
}
