/** A batch's file as the window sees it: what it is, and which part of it was read. */
import { z } from 'zod';

export const batchFileSchema = z.object({
  name: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string(),
  /** `rows`: non-empty ones, as far as they were counted (`more`: there are more); null of sheets that were not looked into. */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.int().nullable(), more: z.boolean() })),
  /** The tables of the sheet, where it holds several: by their ranges, with the rows below their headings. */
  tables: z.array(z.object({ range: z.string(), rows: z.int(), headings: z.array(z.string()) })),
  /** The range of the one that was read; null: the whole sheet. */
  range: z.string().nullable(),
  /** A sheet of orders and one of their items that belong together, and whether they were read as one table. */
  pair: z.object({ orders: z.string(), items: z.string(), joined: z.boolean() }).nullable(),
  /** Excel's number of the heading row; null where none was found. */
  headerRow: z.int().nullable(),
  /** Non-empty rows below the heading. */
  rows: z.int(),
  columns: z.int(),
});
