/** Schemas of a server's product table as the window sees it. */
import { z } from 'zod';
import { productSchema } from '../domain/products/product.ts';
import { paramsSchema } from '../domain/model/issues.ts';

/** The product table of the server in use. */
export const productTableSchema = z.object({
  server: z.object({ url: z.string(), practice: z.boolean() }),
  products: z.array(productSchema),
});
export type ProductTableView = z.infer<typeof productTableSchema>;

/** What importing a sheet of products would do; nothing of it is done yet. */
export const productImportSchema = z.object({
  /** Null: the dialog was cancelled. */
  fileName: z.string().nullable(),
  added: z.array(productSchema),
  changed: z.array(z.object({ before: productSchema, after: productSchema })),
  unchanged: z.int(),
  /** Rows that were not imported, with the reason: `issue.<code>`. */
  skipped: z.array(z.object({ row: z.int(), code: z.string(), params: paramsSchema })),
});
export type ProductImport = z.infer<typeof productImportSchema>;
