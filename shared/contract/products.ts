/** What the window sees of a server's product table. */
import { z } from 'zod';
import { productSchema } from '../domain/products/product.ts';
import { paramsSchema } from './views.ts';

/** The product table of the server in use. */
export const productTableSchema = z.object({
  server: z.object({ url: z.string(), practice: z.boolean() }),
  products: z.array(productSchema),
});
export type ProductTableView = z.infer<typeof productTableSchema>;

/** What became of a sheet of products. */
export const productImportResultSchema = z.object({
  /** Null where the operator chose no file. */
  fileName: z.string().nullable(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Rows that could not be taken, with the reason: `issue.<code>`. */
  skipped: z.array(z.object({ row: z.int(), code: z.string(), params: paramsSchema })),
});
export type ProductImportResult = z.infer<typeof productImportResultSchema>;
