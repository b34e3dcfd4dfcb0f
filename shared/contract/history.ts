/** Schema of a batch's edit history as the window lists it. Rows are Excel's numbers, columns 0-based. */
import { z } from 'zod';

/** Column null: the row as a whole. */
export const editPositionSchema = z.object({ row: z.int(), column: z.int().nullable() });

/** What a step did; the window names the column as it is mapped now. */
export const historyStepSchema = z.object({
  sequence: z.int(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Who did it; null: nobody was chosen. */
  operator: z.string().nullable(),
  /** Undone; it can still be redone. */
  undone: z.boolean(),
  kind: z.enum(['cells', 'leftOut', 'putBack', 'rowAdded', 'rowRemoved', 'takenAsNew']),
  /** Number of cells, or of rows. */
  count: z.int(),
  /** The cells' column; null: several columns, or none. */
  column: z.int().nullable(),
  /** Number of columns that the cells are in. */
  columns: z.int(),
  /** The text of all cells before and after; null: not the same for all. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** The first cell. */
  position: editPositionSchema,
});
export type HistoryStep = z.infer<typeof historyStepSchema>;

export const batchHistorySchema = z.object({
  /** The latest steps, newest first: undone ones, then those in force. */
  steps: z.array(historyStepSchema),
  /** Number of older steps in force that are not listed. */
  earlierStepCount: z.int(),
  /** Number of steps that were taken back before the latest change, and can be made again behind it. */
  overtakenStepCount: z.int(),
});
export type BatchHistory = z.infer<typeof batchHistorySchema>;
