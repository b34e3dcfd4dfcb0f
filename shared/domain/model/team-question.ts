/** Schema of a question about a thing that two people of a team changed at once, as window and terminal ask it. */
import { z } from 'zod';
import { columnFieldSchema } from './choices.ts';

/** The parts of a profile that can differ. */
export const profileParts = ['server', 'columns', 'constants', 'rules', 'sending'] as const;

/** What one side says. `none`: it was removed there. */
const saidSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('product'),
    productId: z.int(),
    variationId: z.int().nullable(),
    price: z.int().nullable(),
  }),
  /** A heading's field; null: not sent. */
  z.object({ kind: z.literal('field'), field: columnFieldSchema.nullable() }),
  /** Rows are left out; two addresses are one WMS, or two. */
  z.object({ kind: z.enum(['leftOut', 'sameWms', 'otherWms']) }),
  z.object({ kind: z.literal('profile'), columns: z.int(), constants: z.array(z.string()) }),
  z.object({
    kind: z.literal('shop'),
    name: z.string(),
    numberStart: z.int().nullable(),
    account: z.int().nullable(),
    removed: z.boolean(),
  }),
]);
export type Said = z.infer<typeof saidSchema>;

export const teamQuestionSchema = z.object({
  /** Another one where either side changed since. */
  id: z.string(),
  kind: z.enum(['shop', 'server', 'product', 'value', 'rows', 'heading', 'profile', 'profileHeadings']),
  /** What it is about: the product, the text, the heading, the profile, the shop, the other address. */
  what: z.string(),
  /** Of a text: of which field; of rows: in the column with which heading; of an address: which one; else empty. */
  of: z.string(),
  /** The shop's name; empty where it has none. */
  shop: z.string(),
  ours: saidSchema,
  theirs: saidSchema,
  /** Of a profile: what both say otherwise. */
  differs: z.array(z.enum(profileParts)),
  /** Who changed it there: the operator, else the computer; and when (ms since 1970). */
  by: z.string(),
  at: z.number(),
  /** It may be two shops, of which this computer's stays its own. */
  mayBeApart: z.boolean(),
});
export type TeamQuestion = z.infer<typeof teamQuestionSchema>;

export const teamChoices = ['ours', 'theirs', 'apart'] as const;
export type TeamChoice = (typeof teamChoices)[number];
