/**
 * Schemas of what a person settled about a shop's files for good (docs/domain.md, «What was settled»): what a text means,
 * which rows are left out, which field a heading is. It acts on every further file of the shop, and is said when it does.
 */
import { z } from 'zod';
import { columnFieldSchema } from './choices.ts';

const text = z.string().trim().min(1).max(255);

/** A text of a field, and what it is read as in its place. Compared folded. */
const settledValueSchema = z.object({ field: columnFieldSchema, value: text, text });
export type SettledValue = z.infer<typeof settledValueSchema>;

/** Rows that are left out: those whose cell in the column with this heading holds this value. Both are compared folded. */
const settledRowsSchema = z.object({ heading: z.string().trim().min(1).max(1000), value: text });
export type SettledRows = z.infer<typeof settledRowsSchema>;

/** What a column with this heading is; null: not sent. */
const settledHeadingSchema = z.object({
  heading: z.string().trim().min(1).max(1000),
  field: columnFieldSchema.nullable(),
});
export type SettledHeading = z.infer<typeof settledHeadingSchema>;

/** When it was settled: milliseconds since 1970-01-01Z. */
const at = z.object({ at: z.number() });

/** Everything that was settled about a shop, the latest first. */
export const settledSchema = z.object({
  values: z.array(settledValueSchema.extend(at.shape)).readonly(),
  rows: z.array(settledRowsSchema.extend(at.shape)).readonly(),
  headings: z.array(settledHeadingSchema.extend(at.shape)).readonly(),
});
export type Settled = z.infer<typeof settledSchema>;

export const nothingSettled: Settled = { values: [], rows: [], headings: [] };

/** One thing that is settled, or was until it is taken back. */
export const settledThingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), ...settledValueSchema.shape }),
  z.object({ kind: z.literal('rows'), ...settledRowsSchema.shape }),
  z.object({ kind: z.literal('heading'), ...settledHeadingSchema.shape }),
]);
export type SettledThing = z.infer<typeof settledThingSchema>;
