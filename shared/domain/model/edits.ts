/**
 * Schema of an edit: one step of a person's work on a batch. Edits are stored in order for ever (undo marks, redo unmarks
 * them); the batch's table is always the file with the unmarked edits applied in order.
 */
import { z } from 'zod';
import { mostSheetsTogether, rowsPerSheet } from './sheet-rows.ts';

const rowNumber = z
  .int()
  .min(1)
  .max(rowsPerSheet * mostSheetsTogether);
const columnIndex = z.int().min(0).max(16_383);

export const editSchema = z.discriminatedUnion('kind', [
  /** Sets cells to a text, as if typed; '' clears. Rows as Excel shows them, columns 0-based. */
  z.object({
    kind: z.literal('cells'),
    cells: z.array(z.object({ row: rowNumber, column: columnIndex, text: z.string().max(32_767) })).min(1),
  }),
  /**
   * Leaves rows out or puts them back. An order whose rows are all left out is «left out»; a row left out alone is no
   * longer an item of its order.
   */
  z.object({ kind: z.literal('leaveOut'), rows: z.array(rowNumber).min(1), out: z.boolean() }),
  /** Adds a row under a number beyond the file's rows, so that none of these moves. */
  z.object({
    kind: z.literal('addRow'),
    row: rowNumber,
    cells: z.array(z.object({ column: columnIndex, text: z.string().max(32_767) })),
  }),
  /** Says that orders which resemble known ones are new all the same; by their first rows (decision 41). */
  z.object({ kind: z.literal('takeAsNew'), rows: z.array(rowNumber).min(1) }),
  /** Deletes added rows. The file's own rows are left out instead. */
  z.object({ kind: z.literal('removeRows'), rows: z.array(rowNumber).min(1) }),
]);

export type Edit = z.infer<typeof editSchema>;
