/** The history of a batch's edits, as the window lists it. Rows are Excel's numbers, columns 0-based. */
import { z } from 'zod';

/** Column null: the row as a whole. */
export const editPositionSchema = z.object({ row: z.int(), column: z.int().nullable() });

/** What a step did; the window names the column as it is mapped now. */
export const historyStepSchema = z.object({
  sequence: z.int(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Taken back; it can still be done again. */
  undone: z.boolean(),
  kind: z.enum(['cells', 'leftOut', 'putBack', 'rowAdded', 'rowRemoved']),
  /** Cells, or rows. */
  count: z.int(),
  /** The column of the cells; null: several of them, or none. */
  column: z.int().nullable(),
  /** How many columns the cells are in. */
  columns: z.int(),
  /** What all of the cells held before, and what all of them got; null: not all the same. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The first cell. */
  position: editPositionSchema,
});
export type HistoryStep = z.infer<typeof historyStepSchema>;

export const batchHistorySchema = z.object({
  /** The latest steps, newest first: those that were taken back, then those in force. */
  steps: z.array(historyStepSchema),
  /** Steps in force before these. */
  earlierStepCount: z.int(),
});
export type BatchHistory = z.infer<typeof batchHistorySchema>;
