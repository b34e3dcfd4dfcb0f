/** Schemas of a batch as the window sees it; rows cross in windows. Rows are Excel's numbers, columns 0-based. */
import { z } from 'zod';
import { batchFileSchema } from './batch-file.ts';
import { collapsedOrdersSchema, facetChoicesSchema, rowSortSchema } from './facets.ts';
import { editPositionSchema } from './history.ts';
import { choicesSchema, columnFieldSchema, fieldSchema } from '../domain/model/choices.ts';
import { shopSchema } from '../domain/model/shop.ts';
import { fixSchema, issueSchema, paramsSchema, severitySchema } from '../domain/model/issues.ts';
import { changedFieldSchema } from '../domain/model/sent-changes.ts';
import { orderStates } from '../domain/model/order-states.ts';

export const orderStateSchema = z.enum(orderStates);

export const stateCountsSchema = z.object({
  total: z.int(),
  ...Object.fromEntries(orderStates.map((state) => [state, z.int()])),
} as Record<'total' | (typeof orderStates)[number], z.ZodInt>);

/** One column of the sheet, and the field that it is mapped to. */
export const columnViewSchema = z.object({
  column: z.int(),
  letters: z.string(),
  heading: z.string(),
  field: columnFieldSchema.nullable(),
  confidence: z.number(),
  reason: z.object({ code: z.string(), params: paramsSchema }),
  /** What else spoke for the field, or against it. */
  evidence: z.array(z.object({ code: z.string(), params: paramsSchema })),
  /** What it may be, best first. `elsewhere`: other shops' files answered so for this heading. */
  candidates: z.array(z.object({ field: columnFieldSchema, confidence: z.number(), elsewhere: z.boolean() })),
  /** Decided by a person, now or earlier, or a profile; neither guessed nor found by the product table. */
  chosen: z.boolean(),
  /**
   * Up to three different non-blank values as in the file, and what would be sent: '' where the text stands for nothing,
   * null where it is refused, unknown to the product table, or not sent; a code or name by which nothing is looked up as it
   * is. `refusal`: why it cannot be read, and its row.
   */
  samples: z.array(
    z.object({
      text: z.string(),
      becomes: z.string().nullable(),
      refusal: z.object({ row: z.int(), code: z.string(), params: paramsSchema }).nullable(),
    }),
  ),
  filledCount: z.int(),
});
export type ColumnView = z.infer<typeof columnViewSchema>;

/** A field of an order, and where its values come from. */
export const fieldViewSchema = z.object({
  field: fieldSchema,
  required: z.boolean(),
  /** Required, but without a source: no column, no constant, no rule, no look-up in the product table. */
  missing: z.boolean(),
  columns: z.array(z.int()),
  constant: z.string().nullable(),
  /** The profile's default, used where nothing else is given (country). */
  profileDefault: z.string().nullable(),
});
export type FieldView = z.infer<typeof fieldViewSchema>;

const shopNameViewSchema = shopSchema.pick({ id: true, name: true });

/** Whose orders a batch holds, where there are several shops. */
export const batchShopSchema = z.object({
  /** Null: nobody said, and nothing told; nothing can be sent until then. */
  chosen: shopNameViewSchema.nullable(),
  /** All shops, the likeliest first. */
  likeliest: z.array(shopNameViewSchema),
  /** Name of the removed shop that the file tells of, where nobody said whose it is. */
  removed: z.string().nullable(),
});
export type BatchShop = z.infer<typeof batchShopSchema>;

export const batchSummarySchema = z.object({
  batchId: z.string(),
  /** Incremented by every change of the batch: the window discards rows of an older version. */
  version: z.int(),
  file: batchFileSchema,
  /** Identity of the server that its orders were sent to; before that, of the one they are compared with. */
  server: z.string(),
  /** Whose orders these are; null: there is only one shop, and nothing of shops is shown. */
  shop: batchShopSchema.nullable(),
  choices: choicesSchema,
  profileName: z.string().nullable(),
  counts: stateCountsSchema,
  /** Orders of `counts.duplicate` that were accepted before with other content. */
  changedAfterSending: z.int(),
  /** Orders (not issues) that have at least one warning, also beside errors. */
  withWarnings: z.int(),
  /** Sum in so'm of the ready orders, and of the accepted ones. */
  readyAmount: z.number(),
  acceptedAmount: z.number(),
  issues: z.object({ error: z.int(), warning: z.int(), notice: z.int() }),
  /** File-level issues, such as a missing field or a question about the delivery date. */
  fileIssues: z.array(issueSchema),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});
export type BatchSummary = z.infer<typeof batchSummarySchema>;

/** The batch after a change, and where that changed it. */
export const summaryWithPositionSchema = batchSummarySchema.extend({ changedPosition: editPositionSchema.nullable() });
export type SummaryWithPosition = z.infer<typeof summaryWithPositionSchema>;

export const rowFilterSchema = z.object({
  show: z
    .enum(['all', 'errors', 'warnings', 'ready', 'leftOut', 'done', 'notDone', 'changed', 'toDecide', 'lookAtIt'])
    .default('all'),
  /** Only rows of orders with an issue of this cause. */
  cause: z.string().nullable().default(null),
  /** Only rows in which a cell or the order id contains this text; case and apostrophes are ignored. */
  search: z.string().max(200).default(''),
  /** Only orders that pass these facets. */
  facets: facetChoicesSchema.optional(),
  /** Absent or null: as in the file. */
  sort: rowSortSchema.nullable().optional(),
  collapsed: collapsedOrdersSchema.optional(),
});
export type RowFilter = z.infer<typeof rowFilterSchema>;

export const cellViewSchema = z.object({
  /** The value that would be sent where the cell can be read, else the cell's text. */
  text: z.string(),
  /** What the cell holds, where that differs from `text`. */
  rawText: z.string().optional(),
  severity: severitySchema.optional(),
  edited: z.boolean().optional(),
  /** The value was inherited from the order's first row, computed, or found in the product table. */
  origin: z.enum(['inherited', 'constant', 'computed', 'products']).optional(),
});
export type CellView = z.infer<typeof cellViewSchema>;

export const rowViewSchema = z.object({
  row: z.int(),
  /** Row on the other sheet, where joined columns hold something. */
  joinedRow: z.int().optional(),
  orderKey: z.string().nullable(),
  orderId: z.string(),
  /** The shop's own id, where the order goes out under a number of ours. */
  shopId: z.string().optional(),
  state: orderStateSchema.nullable(),
  /** First row of its order in this list: the grid draws the order's header above it. */
  isFirstOfOrder: z.boolean(),
  /** 0 or 1, alternating by order: the background that groups an order's rows. */
  bandIndex: z.int(),
  /** Only on the first row of an order with several rows. Amount in so'm. */
  group: z.object({ items: z.int(), amount: z.number(), collapsed: z.boolean() }).optional(),
  editable: z.boolean(),
  leftOut: z.boolean(),
  /** Added by a person: the file has no such row. */
  added: z.boolean().optional(),
  /** One per column of the sheet. */
  cells: z.array(cellViewSchema),
  /** Worst severity of row- and order-level issues. */
  severity: severitySchema.optional(),
  wmsId: z.int().nullable(),
  /** Accepted before with other content, and not decided yet. */
  changedAfterSending: z.boolean().optional(),
  /** Who of the team's other computers has it, since when; `isSending`: it is under way there. */
  by: z.object({ name: z.string(), at: z.number(), isSending: z.boolean() }).optional(),
});
export type RowView = z.infer<typeof rowViewSchema>;

export const rowWindowSchema = z.object({
  version: z.int(),
  /** Number of rows that pass the filter. */
  total: z.int(),
  from: z.int(),
  rows: z.array(rowViewSchema),
});
export type RowWindow = z.infer<typeof rowWindowSchema>;

/** One line of the problem list: a cause with all its cells. */
export const causeViewSchema = z.object({
  cause: z.string(),
  code: z.string(),
  severity: severitySchema,
  field: columnFieldSchema.nullable(),
  /** Values for the sentence, from the first issue. */
  params: paramsSchema,
  count: z.int(),
  orderCount: z.int(),
  /** The first order's state by its send history (rejected, duplicate …); null where the file itself is wrong. */
  state: orderStateSchema.nullable(),
  /** How many of the orders the WMS refused and may be sent again unchanged. */
  resendableCount: z.int(),
  /** Where the first issue is. */
  firstPosition: z.object({ row: z.int().nullable(), column: z.int().nullable() }),
  /** How many of them a person can still put right: what was accepted stays as it was sent. */
  fixableCount: z.int(),
  /** A change that settles all of these: one text for all cells, each cell's own suggestion, or the fix itself. */
  fixAll: z
    .union([
      z.object({ kind: z.literal('setText'), text: z.string() }),
      z.object({ kind: z.literal('each') }),
      fixSchema,
    ])
    .nullable(),
  /** Settles the value for all of the shop's files; null: that cannot be. */
  always: fixSchema.nullable(),
});
export type CauseView = z.infer<typeof causeViewSchema>;

export const attemptViewSchema = z.object({
  number: z.int(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** HTTP status; null where no answer came. */
  status: z.int().nullable(),
  /** Key in the catalogues: `attempt.<outcome>`. */
  outcome: z.string(),
  /** The answer's text, with customers' data masked. */
  answer: z.string().nullable(),
});
export type AttemptView = z.infer<typeof attemptViewSchema>;

export const orderViewSchema = z.object({
  key: z.string(),
  orderId: z.string(),
  rows: z.array(z.int()),
  state: orderStateSchema,
  editable: z.boolean(),
  /** Whether an item row can be added. */
  canAddItem: z.boolean(),
  issues: z.array(issueSchema),
  /** What can be settled for all of the shop's files, at its cell. */
  settleOffers: z.array(z.object({ row: z.int(), column: z.int(), fix: fixSchema })),
  amount: z.number(),
  wmsId: z.int().nullable(),
  /** The values as they will be sent, field by field; `item` is null for order-level fields. */
  values: z.array(
    z.object({
      field: fieldSchema,
      item: z.int().nullable(),
      text: z.string(),
      row: z.int().nullable(),
      column: z.int().nullable(),
      origin: z.enum(['cell', 'inherited', 'constant', 'computed', 'profile', 'products']),
    }),
  ),
  /** The request body, indented for reading; null where the order has errors. */
  body: z.string().nullable(),
  attempts: z.array(attemptViewSchema),
  /** Accepted before with other content, and not decided yet. */
  changedAfterSending: z.boolean(),
  at: z.number().nullable(),
  /** The earlier sending of the same id, or of the order that it resembles. */
  earlierSending: z
    .object({
      orderId: z.int(),
      fileName: z.string(),
      at: z.number(),
      wmsId: z.int().nullable(),
      /** The system's user who opened that file; null where it is not known. */
      openedBy: z.string().nullable(),
      /** Whether what was sent is still kept here. */
      compared: z.boolean(),
      /** What the file says otherwise, where that is to be decided; null where it is not. */
      changes: z.array(changedFieldSchema).nullable(),
    })
    .nullable(),
});
export type OrderView = z.infer<typeof orderViewSchema>;

export const runStatuses = [
  'idle',
  'running',
  'pausing',
  'paused',
  'waitingForKey',
  'stopping',
  'finished',
  'stopped',
] as const;

export const runViewSchema = z.object({
  batchId: z.string(),
  status: z.enum(runStatuses),
  /** Why it paused, stopped or slowed down: `reason.<code>`, else `error.<code>`, in the catalogues; null: no cause. */
  reason: z.object({ code: z.string(), params: paramsSchema }).nullable(),
  counts: stateCountsSchema,
  /** Number of orders that this run is to send. */
  planned: z.int(),
  done: z.int(),
  inFlight: z.int(),
  /** Requests allowed in flight now, and the operator's maximum. */
  pace: z.int(),
  concurrency: z.int(),
  ordersPerMinute: z.number(),
  /** The run so far in equal intervals, oldest first: orders per minute, and the mean response time in ms. */
  history: z.array(z.object({ perMinute: z.number(), answerMs: z.number().nullable() })),
  secondsLeft: z.number().nullable(),
  startedAt: z.number(),
  /** Number of orders waiting out the quiet time before their look-up. */
  awaitingLookup: z.int(),
  /** When the first of them is looked up, ms since 1970; null: not known, or there is none. */
  lookUpAt: z.number().nullable(),
});
export type RunView = z.infer<typeof runViewSchema>;

export const mayBeNoneSchema = z.object({
  /** Number of orders. */
  count: z.int(),
  /** The signs row by row, the first ones of many. */
  signs: z.array(z.object({ row: z.int(), orderKey: z.string(), code: z.string(), params: paramsSchema })),
  /** Number of all signs. */
  total: z.int(),
});
export type MayBeNone = z.infer<typeof mayBeNoneSchema>;

/** Orders about to be sent with money that the WMS is told nothing of; the sums in soʻm. */
export const courierMoneySchema = mayBeNoneSchema.extend({ prepaid: z.number(), fees: z.number() });
export type CourierMoney = z.infer<typeof courierMoneySchema>;

/** Whether two addresses are one WMS: held until a person says. */
export const sameServerQuestionSchema = z.object({
  /** Identity of the address that the orders are to go to, and of the one that has such orders already. */
  server: z.string(),
  other: z.string(),
  orders: z.int(),
  /** How many of them have the same content, whatever their numbers. */
  sameContent: z.int(),
});
export type SameServerQuestion = z.infer<typeof sameServerQuestionSchema>;

export const sendPlanSchema = z.object({
  batchId: z.string(),
  ready: z.int(),
  amount: z.number(),
  server: z.object({ url: z.string(), practice: z.boolean(), secure: z.boolean() }),
  hasAccessKey: z.boolean(),
  /** Estimated duration in seconds, at the shortest and at the longest. */
  seconds: z.object({ from: z.number(), to: z.number() }),
  withErrors: z.int(),
  leftOut: z.int(),
  alreadySent: z.int(),
  /** Orders about to be sent that may be none: a note speaks of cancelling, a row is struck through (decision 39). */
  mayBeNone: mayBeNoneSchema,
  courierMoney: courierMoneySchema,
  /** Orders about to be sent with product ids that the WMS has never accepted: the first ids and rows. */
  newProducts: z.object({ count: z.int(), ids: z.array(z.int()), rows: z.array(z.int()), isMore: z.boolean() }),
  /** Orders about to be sent that have a warning. */
  withWarnings: z.int(),
  /** Orders about to be sent whose delivery time passed since the file was opened, and the first ones' rows. */
  passed: z.object({ count: z.int(), rows: z.array(z.int()) }),
  /** The server that the batch was sent to before, where it differs: sending now continues as a new batch. */
  earlierServer: z.object({ url: z.string(), practice: z.boolean() }).nullable(),
  /** Another address that has orders like these: nothing is sent before a person says whether it is the same WMS. */
  sameServer: sameServerQuestionSchema.nullable(),
});
export type SendPlan = z.infer<typeof sendPlanSchema>;
