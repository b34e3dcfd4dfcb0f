/** Facets: what a batch's orders can be narrowed to, each value with its count; how its rows are sorted and folded. */
import { z } from 'zod';

/** `day`: the delivery date, `YYYY-MM-DD`; `problem`: a cause; `status`: the document's number. '' is «blank». */
export const facetNames = ['state', 'problem', 'region', 'day', 'status'] as const;
export type FacetName = (typeof facetNames)[number];
const facetName = z.enum(facetNames);

/** Values of one facet are alternatives, facets come together. */
export const facetChoicesSchema = z.partialRecord(facetName, z.array(z.string().max(1_000)).max(1_000));
export type FacetChoices = z.infer<typeof facetChoicesSchema>;

export const facetViewSchema = z.object({
  facet: facetName,
  /** The commonest first, days in order; orders with the value among those that pass everything but this facet. */
  values: z.array(z.object({ value: z.string(), count: z.int() })),
  /** Values that are not listed. */
  unlistedCount: z.int(),
});
export type FacetView = z.infer<typeof facetViewSchema>;

/** Orders move, with all of their rows; without a value they stand last. */
export const rowSortSchema = z.object({ column: z.int().min(0), direction: z.enum(['ascending', 'descending']) });
export type RowSort = z.infer<typeof rowSortSchema>;

/** Orders of which only the first row is shown: all, or none, but for some. */
export const collapsedOrdersSchema = z.object({ all: z.boolean(), except: z.array(z.string()).max(10_000) });
export type CollapsedOrders = z.infer<typeof collapsedOrdersSchema>;
