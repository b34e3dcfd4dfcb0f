/** Schemas of how the grid is narrowed, sorted and collapsed: facets with counted values, row order, collapsed orders. */
import { z } from 'zod';

/** `day`: delivery date, `YYYY-MM-DD`; `problem`: a cause; `status`: the API document's number. '' means blank. */
export const facetNames = ['state', 'problem', 'region', 'day', 'status'] as const;
export type FacetName = (typeof facetNames)[number];
const facetName = z.enum(facetNames);

/** Chosen values: OR within a facet, AND between facets. */
export const facetChoicesSchema = z.partialRecord(facetName, z.array(z.string().max(1_000)).max(1_000));
export type FacetChoices = z.infer<typeof facetChoicesSchema>;

export const facetViewSchema = z.object({
  facet: facetName,
  /** Most frequent first, days in order; `count`: orders with the value that pass all other filters. */
  values: z.array(z.object({ value: z.string(), count: z.int() })),
  /** How many further values are not listed. */
  unlistedCount: z.int(),
});
export type FacetView = z.infer<typeof facetViewSchema>;

/** Sorts whole orders, with all their rows; orders without a value come last. */
export const rowSortSchema = z.object({ column: z.int().min(0), direction: z.enum(['ascending', 'descending']) });
export type RowSort = z.infer<typeof rowSortSchema>;

/** Orders of which only the first row is shown: all of them (or none) except those listed. */
export const collapsedOrdersSchema = z.object({ all: z.boolean(), except: z.array(z.string()).max(10_000) });
export type CollapsedOrders = z.infer<typeof collapsedOrdersSchema>;
