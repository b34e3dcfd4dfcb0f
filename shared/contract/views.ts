/** What the window sees of a batch: plain data, in windows of what is visible. Rows are Excel's numbers, columns 0-based. */
import { z } from 'zod';
import { batchFileSchema } from './batch-file.ts';
import { collapsedOrdersSchema, facetChoicesSchema, rowSortSchema } from './facets.ts';
import { editPositionSchema } from './history.ts';
import { choicesSchema, columnFieldSchema, fieldSchema, readingOptionsChangeSchema } from '../domain/model/choices.ts';
import { orderStates } from '../domain/model/order-states.ts';
import { productSchema } from '../domain/products/product.ts';
import { rulesChangeSchema } from '../domain/model/rules.ts';

export const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));
export const severitySchema = z.enum(['error', 'warning', 'notice']);
export const orderStateSchema = z.enum(orderStates);
const cellPositionSchema = z.object({ row: z.int(), column: z.int() });

export const fixSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setCell'), row: z.int(), column: z.int(), text: z.string() }),
  z.object({ kind: z.literal('setConstant'), field: fieldSchema, text: z.string() }),
  z.object({ kind: z.literal('swapFields'), first: fieldSchema, second: fieldSchema }),
  z.object({ kind: z.literal('setCells'), cells: z.array(cellPositionSchema).readonly(), text: z.string() }),
  z.object({ kind: z.literal('leaveOut'), orderKeys: z.array(z.string()).readonly() }),
  z.object({
    kind: z.literal('setColumn'),
    column: z.int(),
    heading: z.string(),
    field: columnFieldSchema.nullable(),
    rules: rulesChangeSchema.optional(),
    joins: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('setReading'),
    answer: z.string(),
    params: paramsSchema,
    reading: readingOptionsChangeSchema.pick({ sheet: true, range: true }),
  }),
  z.object({ kind: z.literal('setRules'), answer: z.string(), rules: rulesChangeSchema }),
  z.object({ kind: z.literal('setProduct'), ...productSchema.shape, like: z.string().nullable() }),
]);

/** One of the ways to settle an issue; `typed`: what a person may type in its place (shared/domain/questions/question-answers.ts). */
export const questionAnswerSchema = z.object({
  fix: fixSchema,
  inputKind: z.enum(['date', 'number', 'time', 'text']).optional(),
});

export const issueSchema = z.object({
  code: z.string(),
  severity: severitySchema,
  scope: z.enum(['cell', 'row', 'order', 'file']),
  row: z.int().optional(),
  column: z.int().optional(),
  field: columnFieldSchema.optional(),
  orderId: z.string().optional(),
  params: paramsSchema,
  fix: fixSchema.optional(),
  answers: z.array(questionAnswerSchema).optional(),
});

export const stateCountsSchema = z.object({
  total: z.int(),
  ...Object.fromEntries(orderStates.map((state) => [state, z.int()])),
} as Record<'total' | (typeof orderStates)[number], z.ZodInt>);

/** One column of the sheet, and what it became. */
export const columnViewSchema = z.object({
  column: z.int(),
  letters: z.string(),
  heading: z.string(),
  field: columnFieldSchema.nullable(),
  confidence: z.number(),
  reason: z.object({ code: z.string(), params: paramsSchema }),
  candidates: z.array(z.object({ field: columnFieldSchema, confidence: z.number() })),
  /** Whether the operator or a profile decided it. */
  chosen: z.boolean(),
  /** Up to three different non-blank values as the file holds them, and what would be sent (null: refused or not sent). */
  samples: z.array(z.object({ text: z.string(), becomes: z.string().nullable() })),
  filledCount: z.int(),
});
export type ColumnView = z.infer<typeof columnViewSchema>;

/** A field of an order, and what feeds it. */
export const fieldViewSchema = z.object({
  field: fieldSchema,
  required: z.boolean(),
  /** Needed, and nothing gives it: no column, no constant, no rule, no look-up in the product table. */
  missing: z.boolean(),
  columns: z.array(z.int()),
  constant: z.string().nullable(),
  /** A default of the profile that is used when nothing else is given (country). */
  profileDefault: z.string().nullable(),
});
export type FieldView = z.infer<typeof fieldViewSchema>;

export const batchSummarySchema = z.object({
  batchId: z.string(),
  /** Grows with every change of the batch: the window drops windows of an older version. */
  version: z.int(),
  file: batchFileSchema,
  /** Identity of the server that its orders went to; of the one that they are compared with while none has gone out. */
  server: z.string(),
  choices: choicesSchema,
  profileName: z.string().nullable(),
  counts: stateCountsSchema,
  /** Orders (not issues) that have at least one warning and no error. */
  withWarnings: z.int(),
  /** So'm over the orders that are ready, and over those accepted. */
  readyAmount: z.number(),
  acceptedAmount: z.number(),
  issues: z.object({ error: z.int(), warning: z.int(), notice: z.int() }),
  /** File-level issues, such as a missing field or a question about the delivery date. */
  fileIssues: z.array(issueSchema),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});
export type BatchSummary = z.infer<typeof batchSummarySchema>;

/** The batch after its history went back or forth, and where that changed it. */
export const summaryWithPositionSchema = batchSummarySchema.extend({ changedPosition: editPositionSchema.nullable() });
export type SummaryWithPosition = z.infer<typeof summaryWithPositionSchema>;

export const rowFilterSchema = z.object({
  show: z.enum(['all', 'errors', 'warnings', 'ready', 'leftOut', 'done', 'notDone', 'lookAtIt']).default('all'),
  /** Only rows of orders with an issue of this cause. */
  cause: z.string().nullable().default(null),
  /** Only rows in which a cell or the order id contains this text, case and apostrophes ignored. */
  search: z.string().max(200).default(''),
  /** Only orders that pass these facets. */
  facets: facetChoicesSchema.optional(),
  /** None: as in the file. */
  sort: rowSortSchema.nullable().optional(),
  collapsed: collapsedOrdersSchema.optional(),
});
export type RowFilter = z.infer<typeof rowFilterSchema>;

export const cellViewSchema = z.object({
  /** What is shown: the value that would be sent where it can be read, else the cell's text. */
  text: z.string(),
  /** What the cell holds, where `text` is something else. */
  rawText: z.string().optional(),
  severity: severitySchema.optional(),
  edited: z.boolean().optional(),
  /** The value was inherited from the order's first row, computed, or found in the product table. */
  origin: z.enum(['inherited', 'constant', 'computed', 'products']).optional(),
});
export type CellView = z.infer<typeof cellViewSchema>;

export const rowViewSchema = z.object({
  row: z.int(),
  /** Where joined columns hold something: the row on their own sheet. */
  joinedRow: z.int().optional(),
  orderKey: z.string().nullable(),
  orderId: z.string(),
  state: orderStateSchema.nullable(),
  /** First row of its order in this list: the grid draws the order's band above it. */
  isFirstOfOrder: z.boolean(),
  /** 0 or 1, alternating by order, so that items of one order stand together. */
  bandIndex: z.int(),
  /** Of the first row of an order with several rows. Amount in so'm. */
  group: z.object({ items: z.int(), amount: z.number(), collapsed: z.boolean() }).optional(),
  editable: z.boolean(),
  leftOut: z.boolean(),
  /** A person added it: the file has no such row. */
  added: z.boolean().optional(),
  /** By sheet column, `columns` of them. */
  cells: z.array(cellViewSchema),
  /** Worst severity of row- and order-level issues. */
  severity: severitySchema.optional(),
  wmsId: z.int().nullable(),
});
export type RowView = z.infer<typeof rowViewSchema>;

export const rowWindowSchema = z.object({
  version: z.int(),
  /** Rows that pass the filter. */
  total: z.int(),
  from: z.int(),
  rows: z.array(rowViewSchema),
});
export type RowWindow = z.infer<typeof rowWindowSchema>;

/** One line of the list of problems: one cause over many cells. */
export const causeViewSchema = z.object({
  cause: z.string(),
  code: z.string(),
  severity: severitySchema,
  field: columnFieldSchema.nullable(),
  /** Of the first issue: the sentence's values. */
  params: paramsSchema,
  count: z.int(),
  orderCount: z.int(),
  /** What an earlier sending made of the first of these orders (rejected, duplicate …); null where the file is what is wrong. */
  state: orderStateSchema.nullable(),
  /** Orders among them that the WMS refused and that may be sent again as they are. */
  resendableCount: z.int(),
  /** Where the first one is. */
  firstPosition: z.object({ row: z.int().nullable(), column: z.int().nullable() }),
  /** A change that settles all of them: one text for every cell of the cause, each cell's own suggestion, or a fix as such. */
  fixAll: z
    .union([
      z.object({ kind: z.literal('setText'), text: z.string() }),
      z.object({ kind: z.literal('each') }),
      fixSchema,
    ])
    .nullable(),
});
export type CauseView = z.infer<typeof causeViewSchema>;

export const attemptViewSchema = z.object({
  number: z.int(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** HTTP status, where an answer came. */
  status: z.int().nullable(),
  /** Catalogue key part: `attempt.<outcome>`. */
  outcome: z.string(),
  /** The answer, customers' data masked. */
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
  amount: z.number(),
  wmsId: z.int().nullable(),
  /** Field by field as the WMS will get it; item null for order-level fields. */
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
  /** The exact request body, indented for reading; null where the order has errors. */
  body: z.string().nullable(),
  attempts: z.array(attemptViewSchema),
  at: z.number().nullable(),
  /** Earlier sending of the same id, where the order is a duplicate or already sent. */
  earlierSending: z.object({ fileName: z.string(), at: z.number(), wmsId: z.int().nullable() }).nullable(),
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
  /** Why it paused, stopped or slowed down: `reason.<code>`, else `error.<code>`, in the catalogues; null: as planned. */
  reason: z.object({ code: z.string(), params: paramsSchema }).nullable(),
  counts: stateCountsSchema,
  /** Orders that this run set out to send. */
  planned: z.int(),
  done: z.int(),
  inFlight: z.int(),
  /** Requests allowed at once just now, and the most that the operator allows. */
  pace: z.int(),
  concurrency: z.int(),
  ordersPerMinute: z.number(),
  /** The run so far in equal stretches, oldest first: orders a minute, and the mean time of an answer in ms. */
  history: z.array(z.object({ perMinute: z.number(), answerMs: z.number().nullable() })),
  secondsLeft: z.number().nullable(),
  startedAt: z.number(),
  /** Orders waiting for the quiet time before their look-up. */
  awaitingLookup: z.int(),
});
export type RunView = z.infer<typeof runViewSchema>;

export const sendPlanSchema = z.object({
  batchId: z.string(),
  ready: z.int(),
  amount: z.number(),
  server: z.object({ url: z.string(), practice: z.boolean(), secure: z.boolean() }),
  hasAccessKey: z.boolean(),
  /** Estimated seconds for all. */
  seconds: z.number(),
  withErrors: z.int(),
  leftOut: z.int(),
  alreadySent: z.int(),
  /** The server that this batch went to before, where it is another one: sending now goes on as a new batch. */
  earlierServer: z.object({ url: z.string(), practice: z.boolean() }).nullable(),
});
export type SendPlan = z.infer<typeof sendPlanSchema>;
