/**
 * An edit: one step of a person's work on a batch, kept in order for ever (undo marks it, redo unmarks it).
 * The batch's table is always the file with the surviving edits applied to it, in order.
 */
import { z } from 'zod';

/** Rows of a sheet, and as many that a person may add below them: these have numbers beyond the sheet's. */
const rowNumber = z.int().min(1).max(2_097_152);
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
  /** A row that the file does not have, under a number beyond the file's rows, so that none of these moves. */
  z.object({
    kind: z.literal('addRow'),
    row: rowNumber,
    cells: z.array(z.object({ column: columnIndex, text: z.string().max(32_767) })),
  }),
  /** Rows that were added are there no more. The file's own rows stay: they are left out. */
  z.object({ kind: z.literal('removeRows'), rows: z.array(rowNumber).min(1) }),
]);

export type Edit = z.infer<typeof editSchema>;
