/**
 * The issue: something about a cell, row, order or the whole file that the operator should know or must correct.
 * Declared once, as zod schemas: the contract uses them as they are, the domain only their types.
 */
import { z } from 'zod';
import { productSchema } from '../products/product.ts';
import { columnFieldSchema, fieldSchema, readingOptionsChangeSchema } from './choices.ts';
import { rulesChangeSchema } from './rules.ts';
import { settledThingSchema } from './settled.ts';

export const severitySchema = z.enum(['error', 'warning', 'notice']);
export type Severity = z.infer<typeof severitySchema>;

/** Values for the `{name}` places of a sentence in the catalogues. Plain data, so that it can cross to the window. */
export const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()])).readonly();
export type Params = z.infer<typeof paramsSchema>;

/** Another sheet of the file, several of them, or another table on it (choices.ts). */
const filePartChoiceSchema = readingOptionsChangeSchema.pick({ sheet: true, together: true, range: true }).readonly();
export type FilePartChoice = z.infer<typeof filePartChoiceSchema>;

const cellPositionSchema = z.object({ row: z.int(), column: z.int() }).readonly();
/** A cell: row as Excel shows it, column 0-based. */
export type CellPosition = z.infer<typeof cellPositionSchema>;

/**
 * A change that would settle the issue. It is data: the engine turns it into an edit, the window into a button.
 * Rows are Excel's numbers, columns 0-based.
 */
export const fixSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setCell'), row: z.int(), column: z.int(), text: z.string() }).readonly(),
  /** Sets the constant for rows in which the field's cell is blank, or for a field without a column. */
  z.object({ kind: z.literal('setConstant'), field: fieldSchema, text: z.string() }).readonly(),
  /** Swaps the fields of two columns. */
  z.object({ kind: z.literal('swapFields'), first: fieldSchema, second: fieldSchema }).readonly(),
  /** Puts one text into several cells: settles differing values within an order. */
  z.object({ kind: z.literal('setCells'), cells: z.array(cellPositionSchema).readonly(), text: z.string() }).readonly(),
  z.object({ kind: z.literal('leaveOut'), orderKeys: z.array(z.string()).readonly() }).readonly(),
  /** Leaves single rows of an order out. */
  z.object({ kind: z.literal('leaveRowsOut'), rows: z.array(z.int()).readonly() }).readonly(),
  /** Gives these rows together a number of our own: an order of their own. `column`: where the file's numbers stand. */
  z.object({ kind: z.literal('giveNumber'), rows: z.array(z.int()).readonly(), column: z.int() }).readonly(),
  /** Leaves out orders that the WMS has with other content; what differs goes on the list for the WMS's people. */
  z
    .object({
      kind: z.literal('leaveAsSent'),
      orderKeys: z.array(z.string()).readonly(),
      /** What was sent is not known any more: nothing of it differs. */
      erased: z.literal(true).optional(),
    })
    .readonly(),
  /** Says that orders which resemble known ones are new (decision 41). */
  z.object({ kind: z.literal('takeAsNew'), orderKeys: z.array(z.string()).readonly() }).readonly(),
  /** Maps a column to a field, or to none (null); may change rules too. `joins`: in addition to the field's columns. */
  z
    .object({
      kind: z.literal('setColumn'),
      column: z.int(),
      heading: z.string(),
      field: columnFieldSchema.nullable(),
      rules: rulesChangeSchema.optional(),
      joins: z.boolean().optional(),
    })
    .readonly(),
  /** Reads another part of the file; `answer.<answer>` in the catalogues says which, with these params. */
  z
    .object({
      kind: z.literal('setReading'),
      answer: z.string(),
      params: paramsSchema,
      reading: filePartChoiceSchema,
    })
    .readonly(),
  /** Changes rules; `answer.<answer>` in the catalogues says what that means. */
  z.object({ kind: z.literal('setRules'), answer: z.string(), rules: rulesChangeSchema }).readonly(),
  /** Settles something about the shop's files for good, or takes it back; rows that it is about are left out or put back. */
  z.object({ kind: z.literal('settle'), thing: settledThingSchema, settled: z.boolean() }).readonly(),
  /** Leaves out the rows of this file whose cell in the column holds the value, or puts them back. */
  z
    .object({
      kind: z.literal('leaveOutWhere'),
      heading: z.string(),
      column: z.int(),
      value: z.string(),
      out: z.boolean(),
    })
    .readonly(),
  /**
   * Adds a code or name to the product table, for all files that go to this server. `like`: key of the similar product
   * whose ids are taken; null where the ids were typed.
   */
  z.object({ kind: z.literal('setProduct'), ...productSchema.shape, like: z.string().nullable() }).readonly(),
]);
export type Fix = z.infer<typeof fixSchema>;

/** One way to settle an issue. */
export const questionAnswerSchema = z
  .object({
    fix: fixSchema,
    /**
     * What a person may type instead of the fix's own value: a constant (a date, «tomorrow 14:00»), the first order number,
     * a time of day, one text for several cells.
     */
    inputKind: z.enum(['date', 'number', 'time', 'text']).optional(),
  })
  .readonly();
export type QuestionAnswer = z.infer<typeof questionAnswerSchema>;

export const issueSchema = z
  .object({
    /** Key of the sentence: `issue.<code>` in the catalogues, such as `orders.sentBefore`. Codes are stable. */
    code: z.string(),
    severity: severitySchema,
    scope: z.enum(['cell', 'row', 'order', 'file']),
    /** Row as Excel shows it. */
    row: z.int().optional(),
    /** 0-based. */
    column: z.int().optional(),
    field: columnFieldSchema.optional(),
    /** The order id as read, or its text in the file where it cannot be read. */
    orderId: z.string().optional(),
    params: paramsSchema,
    fix: fixSchema.optional(),
    /** Where there are several ways: all of them, the proposed one (`fix`) first. An unanswered error holds orders back. */
    answers: z.array(questionAnswerSchema).readonly().optional(),
  })
  .readonly();
export type Issue = z.infer<typeof issueSchema>;
export type IssueScope = Issue['scope'];
