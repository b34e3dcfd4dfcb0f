/** Schemas of what an office without a team carries to another computer. */
import { z } from 'zod';

/** What taking in another computer's file would change here. */
export const officeChangesSchema = z.object({
  computer: z.string(),
  /** When it was saved, ms since 1970. */
  at: z.number(),
  /** Names of shops that are not here. */
  shops: z.array(z.string()),
  /** Products and saved settings (what was settled is among these) that are not here, and those that are otherwise here. */
  productsAdded: z.int(),
  productsOther: z.int(),
  profilesAdded: z.int(),
  profilesOther: z.int(),
  /** Sent orders that are not known here, of all in the file. */
  ordersAdded: z.int(),
  orders: z.int(),
});
export type OfficeChanges = z.infer<typeof officeChangesSchema>;
