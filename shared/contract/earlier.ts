/** Schema of the comparison with the earlier version of a file. Rows are what people call them (sheet-rows.ts). */
import { z } from 'zod';

/** At most so many changes and conflicts are listed; the counts cover all. */
export const maxListedChanges = 200;

const rowNameSchema = z.union([z.int(), z.string()]);
const columnNameSchema = z.object({ heading: z.string(), letters: z.string() });

export const changedRowSchema = z.object({
  kind: z.enum(['added', 'changed', 'gone']),
  /** In this file; of a removed row: in the earlier one. */
  row: rowNameSchema,
  orderId: z.string(),
  /** The cells whose content differs. */
  cells: z.array(columnNameSchema.extend({ before: z.string(), after: z.string() })),
});
export type ChangedRow = z.infer<typeof changedRowSchema>;

/** An edit of the earlier version that does not fit this file: a corrected cell, a row left out or added. */
export const carryOverConflictSchema = z.object({
  work: z.enum(['cell', 'leftOut', 'added']),
  reason: z.enum(['rowGone', 'columnGone', 'changed']),
  /** In the earlier file. */
  row: rowNameSchema,
  orderId: z.string(),
  column: columnNameSchema.nullable(),
  before: z.string(),
  after: z.string(),
  /** What this file's cell holds, and in which row; null: there is no such cell. */
  currentText: z.string().nullable(),
  currentRow: rowNameSchema.nullable(),
});
export type CarryOverConflictView = z.infer<typeof carryOverConflictSchema>;

export const earlierVersionSchema = z.object({
  fileName: z.string(),
  /** Milliseconds since 1970. */
  openedAt: z.number(),
  /** Whether its edits were carried over already; conflicts are still listed. */
  carriedOver: z.boolean(),
  rows: z.object({ added: z.int(), changed: z.int(), removed: z.int() }),
  changes: z.array(changedRowSchema).max(maxListedChanges),
  work: z.object({
    /** Corrected cells that fit. */
    cells: z.int(),
    /** Rows to leave out again; and how many of these changed or are new. */
    leftOut: z.int(),
    leftOutChanged: z.int(),
    /** Rows that were added by hand. */
    added: z.int(),
    conflicts: z.int(),
  }),
  conflicts: z.array(carryOverConflictSchema).max(maxListedChanges),
});
export type EarlierVersion = z.infer<typeof earlierVersionSchema>;
