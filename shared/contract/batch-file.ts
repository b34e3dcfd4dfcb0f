/** Schema of a batch's file as the window sees it: its format, its sheets, and which part of it was read. */
import { z } from 'zod';

/** A sheet with orders that is not in the batch (shared/domain/model/sheets-beside.ts). */
export const sheetBesideSchema = z.object({
  name: z.string(),
  rows: z.int().nullable(),
  more: z.boolean(),
  isOwnFile: z.boolean(),
});

export const batchFileSchema = z.object({
  name: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string(),
  /**
   * `rows`: non-empty rows counted so far (`more`: there are more); null for sheets that were not previewed. `alike`: it
   * lists the same as the sheet that was read, as sheets of days do. `earlier`: unlike that one's, its days have passed, or its name says that
   * it is old.
   */
  sheets: z.array(
    z.object({
      name: z.string(),
      hidden: z.boolean(),
      rows: z.int().nullable(),
      more: z.boolean(),
      alike: z.boolean(),
      earlier: z.boolean(),
    }),
  ),
  /** Names of the sheets that were read as one table, in order; none: one sheet was read. */
  together: z.array(z.string()),
  /** The sheet's tables, where it holds several; `rows` counts those below the headings. */
  tables: z.array(z.object({ range: z.string(), rows: z.int(), headings: z.array(z.string()) })),
  /** Range of the table that was read; null: the whole sheet. */
  range: z.string().nullable(),
  /** A sheet of orders and a sheet of their items, and whether the two were joined into one table. */
  pair: z.object({ orders: z.string(), items: z.string(), joined: z.boolean() }).nullable(),
  /** Excel's number of the heading row; null where none was found. */
  headerRow: z.int().nullable(),
  /** Non-empty rows below the heading. */
  rows: z.int(),
  columns: z.int(),
});
