/** What the window sees of a file that was opened before and has changed since. Rows are Excel's numbers, columns 0-based. */
import { z } from 'zod';

/** Only the first of the changes and misfits are listed; the counts tell of all. */
export const maxListedChanges = 200;

const columnNameSchema = z.object({ heading: z.string(), letters: z.string() });

export const changedRowSchema = z.object({
  kind: z.enum(['added', 'changed', 'gone']),
  /** In this file; of a row that is gone: in the earlier one. */
  row: z.int(),
  orderId: z.string(),
  /** The cells that hold something else. */
  cells: z.array(columnNameSchema.extend({ before: z.string(), after: z.string() })),
});
export type ChangedRow = z.infer<typeof changedRowSchema>;

/** Work that does not fit this file: a corrected cell, a row that was left out or added. */
export const carryOverConflictSchema = z.object({
  work: z.enum(['cell', 'leftOut', 'added']),
  reason: z.enum(['rowGone', 'columnGone', 'changed']),
  /** In the earlier file. */
  row: z.int(),
  orderId: z.string(),
  column: columnNameSchema.nullable(),
  before: z.string(),
  after: z.string(),
  /** What the cell of this file holds, and in which row; null: there is none. */
  currentText: z.string().nullable(),
  currentRow: z.int().nullable(),
});
export type CarryOverConflictView = z.infer<typeof carryOverConflictSchema>;

export const earlierVersionSchema = z.object({
  fileName: z.string(),
  /** Milliseconds since 1970. */
  openedAt: z.number(),
  /** Whether its work was carried over already; what did not fit is still told. */
  carriedOver: z.boolean(),
  rows: z.object({ added: z.int(), changed: z.int(), removed: z.int() }),
  changes: z.array(changedRowSchema).max(maxListedChanges),
  work: z.object({
    /** Corrections that fit, in cells. */
    cells: z.int(),
    /** Rows to be left out again; of these, those that hold something else now or are new. */
    leftOut: z.int(),
    leftOutChanged: z.int(),
    /** Rows that were added by hand. */
    added: z.int(),
    conflicts: z.int(),
  }),
  conflicts: z.array(carryOverConflictSchema).max(maxListedChanges),
});
export type EarlierVersion = z.infer<typeof earlierVersionSchema>;
