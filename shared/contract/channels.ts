/**
 * Declares every call and event between the window and main, each once, as zod schemas. The handlers in main/ and the
 * window's client are typed by these tables: a missing handler does not compile. Every call is answered by a `Result`
 * and never rejects.
 */
import { z } from 'zod';
import {
  columnFieldSchema,
  constantsSchema,
  fieldSchema,
  readingOptionsChangeSchema,
} from '../domain/model/choices.ts';
import { productKeySchema, productSchema } from '../domain/products/product.ts';
import { fixSchema, paramsSchema } from '../domain/model/issues.ts';
import { sentChangeSchema } from '../domain/model/sent-changes.ts';
import {
  billViewSchema,
  monthOrdersQuerySchema,
  monthOrdersSchema,
  monthQuerySchema,
  monthViewSchema,
} from './month.ts';
import { shopChangeSchema, shopNameSchema, shopSchema } from '../domain/model/shop.ts';
import { profileSchema } from '../domain/model/profile.ts';
import { rulesSchema } from '../domain/model/rules.ts';
import { settledSchema, settledThingSchema } from '../domain/model/settled.ts';
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
import { queuedFileSchema, queueFileSchema, queueStateSchema } from './queue.ts';
import { channel, noArgument } from './channel.ts';
import { officeChangesSchema } from './office.ts';
import { productImportSchema, productTableSchema } from './products.ts';
import { accessKeyStateSchema, pinSchema, pinStateSchema, settingsChangeSchema, settingsSchema } from './settings.ts';
import { teamChannels, teamOfferSchema, teamStateSchema } from './team.ts';
import { updateStateSchema } from './updates.ts';
import { arrivedFilesSchema, watchStateSchema } from './watch.ts';
import {
  batchSummarySchema,
  causeViewSchema,
  columnViewSchema,
  fieldViewSchema,
  summaryWithPositionSchema,
  orderViewSchema,
  rowFilterSchema,
  rowWindowSchema,
  runViewSchema,
  sendPlanSchema,
  stateCountsSchema,
} from './views.ts';

const batchId = z.string().min(1).max(64);
/** What a page is about; without the id: the only shop, or the first by name. */
const ofShop = z.object({ shop: z.string().max(100).optional() });
const batchArgument = z.object({ batchId });
/** true: leave out; false: put back; `toggle`: leave out unless all of them are left out already. */
const leaveOutSchema = z.union([z.boolean(), z.literal('toggle')]);
const cell = z.object({ row: z.int(), column: z.int(), text: z.string().max(32_767) });

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
  /** Saves versions, settings, counts and the error log (no customer data) by the save dialog; null: it was cancelled. */
  'diagnostics.save': channel(noArgument, z.object({ fileName: z.string().nullable() })),
  'updates.getState': channel(noArgument, updateStateSchema),
  /** Looks for a newer version now; what fails is in the state. */
  'updates.check': channel(noArgument, updateStateSchema),
  'settings.get': channel(noArgument, settingsSchema),
  'settings.set': channel(settingsChangeSchema, settingsSchema),
  'accessKey.getState': channel(ofShop, accessKeyStateSchema),
  /** Stores a pasted access key for the server in use. */
  'accessKey.set': channel(ofShop.extend({ key: z.string().trim().min(1).max(8192) }), accessKeyStateSchema),
  'accessKey.logIn': channel(
    ofShop.extend({ login: z.string().min(1).max(255), password: z.string().min(1).max(255) }),
    accessKeyStateSchema,
  ),
  'accessKey.forget': channel(ofShop, accessKeyStateSchema),
  'pin.getState': channel(noArgument, pinStateSchema),
  /** Gives the PIN: what it guards can be done in the next minutes. Fails with `pin.wrong`, `pin.wait`. */
  'pin.enter': channel(z.object({ pin: z.string().max(100) }), noArgument),
  'pin.set': channel(z.object({ pin: pinSchema }), pinStateSchema),
  'pin.remove': channel(noArgument, pinStateSchema),
  /** The PIN was forgotten: it is removed together with every access key of this computer. */
  'pin.forget': channel(noArgument, pinStateSchema),
  /** Checks that the server in use can be reached and accepts the access key; creates nothing. */
  'server.test': channel(
    ofShop,
    z.object({ reachable: z.boolean(), authorised: z.boolean().nullable(), lookupOffered: z.boolean().nullable() }),
  ),

  /** The server that orders go to now; `inside`: it is the practice WMS built into this app. */
  'server.getInUse': channel(
    noArgument,
    z.object({ url: z.string(), identity: z.string(), practice: z.boolean(), inside: z.boolean() }),
  ),

  'batch.list': channel(noArgument, z.array(batchListItemSchema)),
  /** Searches the sent orders of all files by order id, WMS id, phone or name; latest first, at most 50. */
  'order.search': channel(z.object({ text: z.string().max(200) }), z.array(foundOrderSchema)),
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
  /** Saves the batch's choices as the profile for files with these headings. */
  'profile.save': channel(
    z.object({ batchId, name: z.string().trim().min(1).max(100) }),
    z.object({ name: z.string() }),
  ),
  'profile.list': channel(
    ofShop,
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
  /** Changes the profile's rules for future files; open files keep theirs. */
  'profile.setRules': channel(ofShop.extend({ id: z.string(), rules: rulesSchema }), noArgument),
  'profile.remove': channel(ofShop.extend({ id: z.string() }), noArgument),
  'profile.rename': channel(
    ofShop.extend({ id: z.string(), name: z.string().trim().min(1).max(100) }),
    z.object({ name: z.string() }),
  ),
  /** Shows the save dialog; null: it was cancelled. */
  'profile.export': channel(ofShop.extend({ id: z.string() }), z.object({ fileName: z.string().nullable() })),
  /** Shows the open dialog; null: it was cancelled. Replaces a profile of the same name. */
  'profile.import': channel(ofShop, z.object({ name: z.string().nullable(), replaced: z.boolean() })),

  /** Shows the dialog for the folder that is saved to after each run, and saves; null: it was cancelled. */
  'office.chooseFolder': channel(noArgument, z.object({ fileName: z.string().nullable() })),
  'office.saveNow': channel(noArgument, z.object({ fileName: z.string().nullable() })),
  'office.stopSaving': channel(noArgument, noArgument),
  /** Shows the open dialog and says what taking the file in would change; null: it was cancelled. */
  'office.look': channel(noArgument, officeChangesSchema.nullable()),
  /** Takes in the file that was looked at last; `theirs`: where both have something, theirs counts. */
  'office.take': channel(z.object({ theirs: z.boolean() }), noArgument),
  ...teamChannels,

  'watch.getState': channel(noArgument, watchStateSchema),
  /** Shows the dialog for the folder to be watched; what lies there already is not taken. */
  'watch.choose': channel(noArgument, watchStateSchema),
  'watch.stop': channel(noArgument, watchStateSchema),
  /** Seconds between two looks into the folder; 0: as it needs it. */
  'watch.setPolling': channel(z.object({ seconds: z.int().min(0).max(3600) }), watchStateSchema),
  /** What lay in the folder when it was chosen is taken after all. */
  'watch.takeThoseBefore': channel(noArgument, watchStateSchema),
  /** Opens a file that was left, as `file.choose` does; `batch.opened` tells. */
  'watch.open': channel(z.object({ id: z.int() }), noArgument),
  /** Its line is shown no more; it stays as it is. */
  'watch.dismiss': channel(z.object({ id: z.int() }), watchStateSchema),
  'month.get': channel(monthQuerySchema, monthViewSchema),
  /** The orders of the period, a part at a time. */
  'month.orders': channel(monthOrdersQuerySchema, monthOrdersSchema),
  /** Shows the open dialog and compares the sheet with the month; null: it was cancelled. */
  'month.compare': channel(monthQuerySchema, billViewSchema.nullable()),
  /** Shows the save dialog; null: it was cancelled. */
  'month.save': channel(monthQuerySchema, z.object({ fileName: z.string().nullable() })),

  /** The shops, by name; at least one. A single one that nobody named has a blank name. */
  'shop.list': channel(noArgument, z.array(shopSchema)),
  'shop.add': channel(z.object({ name: shopNameSchema }), z.array(shopSchema)),
  'shop.change': channel(z.object({ id: z.string().max(100), change: shopChangeSchema }), z.array(shopSchema)),
  'shop.remove': channel(z.object({ id: z.string().max(100) }), z.array(shopSchema)),

  /** What was settled about the shop's files; taking it back applies to its open files at once. */
  'settled.get': channel(ofShop, settledSchema),
  'settled.takeBack': channel(ofShop.extend({ thing: settledThingSchema }), settledSchema),

  /** The product table of a shop on the server in use; a change applies to all of their batches at once. */
  'product.list': channel(ofShop, productTableSchema),
  /** Adds products, or changes the ids of known keys. */
  'product.save': channel(ofShop.extend({ products: z.array(productSchema).min(1).max(100_000) }), productTableSchema),
  'product.remove': channel(ofShop.extend({ keys: z.array(productKeySchema).min(1).max(100_000) }), productTableSchema),
  /** What other shops' tables on the server in use say of a key: only to be offered, with the shop's name. */
  'product.listOffers': channel(
    z.object({ batchId, ...productKeySchema.shape }),
    z.array(z.object({ shop: z.string(), product: productSchema })),
  ),
  /** Copies the practice WMS's table; keys that the server in use has already are kept. */
  'product.copyFromPractice': channel(ofShop, productTableSchema),
  /** Shows the open dialog, and answers what importing the products of the sheet would do. Changes nothing. */
  'product.readSheet': channel(ofShop, productImportSchema),
  /** Shows the save dialog and writes the batch's unmapped products as a sheet to fill in; null: it was cancelled. */
  'product.exportUnmapped': channel(batchArgument, z.object({ fileName: z.string().nullable(), count: z.int() })),

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

  /** The servers that orders were ever sent to, without practice; latest first. */
  'ledger.listServers': channel(noArgument, z.array(ledgerServerSchema)),
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
  /** Orders by region, largest sum first, with the number accepted and their sum in so'm. */
  'report.getRegions': channel(
    batchArgument,
    z.array(z.object({ region: z.string(), orders: z.int(), done: z.int(), amount: z.number() })),
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
  'template.save': channel(noArgument, z.object({ fileName: z.string().nullable() })),
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

export type Channels = typeof channels;
export type ChannelName = keyof Channels;
export type ChannelArgument<N extends ChannelName> = z.input<Channels[N]['argument']>;
export type ParsedChannelArgument<N extends ChannelName> = z.output<Channels[N]['argument']>;
export type ChannelResult<N extends ChannelName> = z.output<Channels[N]['result']>;

/** Events from main to the window. Each carries a sequence number; after a gap the window asks for snapshots. */
export const events = {
  'batch.changed': z.object({ batchId, version: z.int() }),
  /** So many orders of an open batch were sent meanwhile from another file, window or terminal. */
  'batch.sentElsewhere': z.object({ batchId, count: z.int() }),
  'run.changed': runViewSchema,
  'queue.changed': queueStateSchema,
  'watch.changed': watchStateSchema,
  /** Files came by the watched folder, and wait in the list. */
  'watch.arrived': z.object({ files: arrivedFilesSchema }),
  /** Orders whose state changed during a run; the window refreshes the rows that it shows. */
  'order.changed': z.object({ batchId, orderKeys: z.array(z.string()) }),
  'reading.progress': z.object({
    batchId: z.string(),
    fileName: z.string(),
    stage: z.enum(['reading', 'checking', 'comparing']),
    done: z.number(),
    total: z.number(),
  }),
  /** The reading that `reading.progress` reported has ended, successfully or not. */
  'reading.ended': z.object({ batchId }),
  'report.progress': z.object({ batchId, done: z.number(), total: z.number() }),
  /** A failure that no call answers, such as a file that could not be opened: `error.<code>`. */
  'app.failed': z.object({
    code: z.string(),
    params: paramsSchema,
    fileName: z.string().nullable(),
  }),
  /** Found at startup, for the operator: orders whose answer was lost, a journal that lost attempts. */
  'app.startupNotice': z.object({ code: z.string(), params: paramsSchema }),
  /** The team's ledger began, or ceased, to let this computer send; or this computer joined or left. */
  'team.changed': teamStateSchema,
  /** A team file was chosen, or dropped on the window: it asks whether to join. */
  'team.offered': teamOfferSchema,
  /** A newer version was found, fetched, or could not be looked for. */
  'updates.changed': updateStateSchema,
  /** A file that was opened here is open in Excel, too: what was saved last counts. */
  'file.openElsewhere': z.object({ fileName: z.string() }),
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
  /** Calls `listener` for every event; returns a function that unsubscribes. */
  onEvent(
    listener: (event: { readonly sequence: number; readonly name: string; readonly data: unknown }) => void,
  ): () => void;
  /** Opens dropped or pasted files; their paths never reach the page. Resolves to a Result of batch ids. */
  openFiles(files: readonly unknown[]): Promise<unknown>;
}
