/** The rules of a profile: the choices about the document's gaps (docs/domain.md, «Decisions»), as one zod schema. */
import { z } from 'zod';
import { checkLevels, checkNames } from './checks.ts';

const startNumber = z.int().min(1).max(2_147_483_647);

/** What each rule may say; what holds until somebody chooses stands in {@link rulesSchema}. */
const ruleSchemas = {
  /** Decisions 1 and 2: what discount and final_price are given for. */
  discountPer: z.enum(['unit', 'line']),
  /** Whether the discount's column holds soʻm, or per cent of the price: then the sum is computed (and must be whole). */
  discountIs: z.enum(['sum', 'percent']),
  /** Decision 1: a line that fits neither reading. */
  lineCheck: z.enum(['off', 'warning', 'error']),
  /** Decision 5. `auto`: 5 with a delivery date, else 1; `column`: from a column (numbers or words); `omit`: key left out. */
  status: z.union([z.enum(['auto', 'column', 'omit']), z.int().min(1).max(7)]),
  /** Decision 6: whether 2, 3, 4, 6, 7 may be sent at creation. */
  allowUnusualStatus: z.boolean(),
  /** Decision 8: the same instant in UTC, or the wall clock with a Z behind it. */
  clock: z.enum(['utc', 'localWithZ']),
  /** Decision 9: HH:MM for a date without a time. */
  defaultTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** What `3/4/2026` means where the column does not prove it; `auto`: day first, said once. */
  dateOrder: z.enum(['auto', 'dayFirst', 'monthFirst']),
  /** Decision 24. */
  regionSpelling: z.enum(['asTyped', 'uzLatin']),
  /** Decision 24: what «Toshkent» alone is sent as. `ask`: as typed, with a question; `asTyped`: without one. */
  toshkentMeans: z.enum(['ask', 'asTyped', 'city', 'region']),
  /** Whether the region is taken out of the address where no cell gives it. `ask`: offered where it would help. */
  regionFromAddress: z.enum(['ask', 'on', 'off']),
  /** Whether a cell such as «Choynak x2; Piyola» gives an item for each product. `ask`: offered where cells look so. */
  splitItems: z.enum(['ask', 'on', 'off']),
  /** Whether a sheet of orders and a sheet of their items are read as one table. `ask`: offered where a workbook has them. */
  joinSheets: z.enum(['ask', 'on', 'off']),
  /**
   * Decision 11. `own`: every order id of the file gets a lasting number of our own, the first of them `start`;
   * `everyRow`: each row is an order, numbered by its place from `start`.
   */
  orderNumbers: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fromColumn') }),
    z.object({ kind: z.literal('own'), start: startNumber }),
    z.object({ kind: z.literal('everyRow'), start: startNumber }),
  ]),
  /** Decision 23. */
  missingVariation: z.enum(['omit', 'sameAsProduct']),
  /** Decision 28: used where no column gives a country. */
  country: z.string().min(1).max(255),
  /** What is otherwise a warning; those that are not named stay one. */
  checks: z.partialRecord(z.enum(checkNames), z.enum(checkLevels)),
};

export const rulesSchema = z.object({
  discountPer: ruleSchemas.discountPer.default('unit'),
  discountIs: ruleSchemas.discountIs.default('sum'),
  lineCheck: ruleSchemas.lineCheck.default('warning'),
  status: ruleSchemas.status.default('auto'),
  allowUnusualStatus: ruleSchemas.allowUnusualStatus.default(false),
  clock: ruleSchemas.clock.default('utc'),
  defaultTime: ruleSchemas.defaultTime.default('09:00'),
  dateOrder: ruleSchemas.dateOrder.default('auto'),
  regionSpelling: ruleSchemas.regionSpelling.default('asTyped'),
  toshkentMeans: ruleSchemas.toshkentMeans.default('ask'),
  regionFromAddress: ruleSchemas.regionFromAddress.default('ask'),
  splitItems: ruleSchemas.splitItems.default('ask'),
  joinSheets: ruleSchemas.joinSheets.default('ask'),
  orderNumbers: ruleSchemas.orderNumbers.default({ kind: 'fromColumn' }),
  missingVariation: ruleSchemas.missingVariation.default('omit'),
  country: ruleSchemas.country.default('Uzbekistan'),
  checks: ruleSchemas.checks.default({}),
});

export type Rules = z.infer<typeof rulesSchema>;
export type OrderNumbersRule = Rules['orderNumbers'];

/** A change of some rules. It has no defaults: what is not named stays as it is. */
export const rulesChangeSchema = z.object(ruleSchemas).partial();
export type RulesChange = { readonly [R in keyof Rules]?: Rules[R] | undefined };

export const defaultRules: Rules = rulesSchema.parse({});

/** The rules with the change made to them. */
export function withRules(rules: Rules, change: RulesChange): Rules {
  return { ...rules, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}
