/** The rules of a profile: the choices about the document's gaps (docs/domain.md, «Decisions»), as one zod schema. */
import { z } from 'zod';

const level = z.enum(['off', 'warning', 'error']);

export const rulesSchema = z.object({
  /** Decisions 1 and 2: what discount and final_price are given for. */
  discountPer: z.enum(['unit', 'line']).default('unit'),
  /** Decision 1: a line that fits neither reading. */
  lineCheck: level.default('warning'),
  /** Decision 5. `auto`: 5 with a delivery date, else 1; `column`: from a column (numbers or words); `omit`: key left out. */
  status: z.union([z.enum(['auto', 'column', 'omit']), z.int().min(1).max(7)]).default('auto'),
  /** Decision 6: whether 2, 3, 4, 6, 7 may be sent at creation. */
  allowUnusualStatus: z.boolean().default(false),
  /** Decision 8: the same instant in UTC, or the wall clock with a Z behind it. */
  clock: z.enum(['utc', 'localWithZ']).default('utc'),
  /** Decision 9: HH:MM for a date without a time. */
  defaultTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).default('09:00'),
  /** Decision 24. */
  regionSpelling: z.enum(['asTyped', 'uzLatin']).default('asTyped'),
  /** Decision 23. */
  missingVariation: z.enum(['omit', 'sameAsProduct']).default('omit'),
  /** Decision 28: used where no column gives a country. */
  country: z.string().min(1).max(255).default('Uzbekistan'),
});

export type Rules = z.infer<typeof rulesSchema>;

export const defaultRules: Rules = rulesSchema.parse({});
