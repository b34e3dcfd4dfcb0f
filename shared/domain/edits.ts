/**
 * An edit: one step of a person's work on a batch, kept in order for ever (undo marks it, redo unmarks it).
 * The batch's table is always the file with the surviving edits applied to it, in order.
 */
import { z } from 'zod';

const rowNumber = z.int().min(1).max(1_048_576);
const columnIndex = z.int().min(0).max(16_383);

export const editSchema = z.discriminatedUnion('kind', [
  /** Cells get a text, as if typed; '' clears. Rows as Excel shows them, columns 0-based. */
  z.object({
    kind: z.literal('cells'),
    cells: z.array(z.object({ row: rowNumber, column: columnIndex, text: z.string().max(32_767) })).min(1),
  }),
  /**
   * Rows are left out or put back. An order whose rows are all left out is «left out»; a row left out alone is no longer
   * an item of its order.
   */
  z.object({ kind: z.literal('leaveOut'), rows: z.array(rowNumber).min(1), out: z.boolean() }),
]);

export type Edit = z.infer<typeof editSchema>;
