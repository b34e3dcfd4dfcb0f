/** Schema of a profile's rules: choices where the API document leaves gaps (docs/domain.md, «Decisions»). */
import { z } from 'zod';
import { checkLevels, checkNames } from './checks.ts';

const startNumber = z.int().min(1).max(2_147_483_647);

/** The values of each rule; the defaults are in {@link rulesSchema}. */
const ruleSchemas = {
  /**
   * Decisions 1 and 2: whether discount and final_price are per unit or per line. `lineByPiece`: the sheet gives them per
   * line, they go out per unit.
   */
  discountPer: z.enum(['unit', 'line', 'lineByPiece']),
  /**
   * Whether the discount's column holds soʻm or per cent of the price; the computed sum must be whole. `ask`: soʻm, unless
   * the sheet looks otherwise.
   */
  discountIs: z.enum(['ask', 'sum', 'percent']),
  /** Whether prices stand in soʻm or in thousands of them. `ask`: as the heading says, unless they look otherwise. */
  priceUnit: z.enum(['ask', 'som', 'thousand']),
  /** Whether Excel exchanged day and month of the date cells. `ask`: no, unless the texts beside them say otherwise. */
  exchangedDates: z.enum(['ask', 'no', 'yes']),
  /** Decision 1: severity of a line that adds up neither way. */
  lineCheck: z.enum(['off', 'warning', 'error']),
  /** Decision 5. `auto`: 5 with a delivery date, else 1; `column`: from a column (numbers or words); `omit`: no key. */
  status: z.union([z.enum(['auto', 'column', 'omit']), z.int().min(1).max(7)]),
  /** Decision 39: orders that the sheet calls cancelled. `ask`: held until a person says; `send`: they go like others. */
  cancelledOrders: z.enum(['ask', 'send']),
  /** Orders that the sheet marks as delivered, unpaid, drafts or fetched. `ask`: held until a person says; `send`: they go like others. */
  markedOrders: z.enum(['ask', 'send']),
  /** Words of the shop's statuses that nobody else knows, and of which a person said that orders with them go like the others. */
  goingStatuses: z.array(z.string().trim().min(1).max(100)).max(200),
  /** Remarks that move an order's day or strike out a ware. `ask`: it is held until a person says; `send`: orders go as their columns say. */
  noteChanges: z.enum(['ask', 'send']),
  /** Rows of an order that are equal. `ask`: it is held until a person says; `items`: each is a piece of its own. */
  repeatedRows: z.enum(['ask', 'items']),
  /** Decision 6: whether 2, 3, 4, 6, 7 may be sent at creation. */
  allowUnusualStatus: z.boolean(),
  /** Decision 8: the same instant in UTC, or the local time with a Z appended. */
  clock: z.enum(['utc', 'localWithZ']),
  /** Decision 9: HH:MM for a date without a time. */
  defaultTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** Whether days of delivery that stand beside the orders (in a title, lines between, below) hold for them. `ask`: offered where no column gives one. */
  standingDays: z.enum(['ask', 'on', 'off']),
  /** Orders without a day among others that have one. `ask`: as new, with a question; `asNew`: without one. */
  undatedOrders: z.enum(['ask', 'asNew']),
  /** What `3/4/2026` means where the column does not prove it; `auto`: day first, reported once. */
  dateOrder: z.enum(['auto', 'dayFirst', 'monthFirst']),
  /** Decision 24. */
  regionSpelling: z.enum(['asTyped', 'uzLatin']),
  /** Decision 24: what «Toshkent» alone is sent as. `ask`: as typed, with a question; `asTyped`: without one. */
  toshkentMeans: z.enum(['ask', 'asTyped', 'city', 'region']),
  /** Whether the region is taken from the address where no cell gives it. `ask`: offered where it would help. */
  regionFromAddress: z.enum(['ask', 'on', 'off']),
  /** Whether a cell such as «Choynak x2; Piyola» is split into items. `ask`: offered where cells look like it. */
  splitItems: z.enum(['ask', 'on', 'off']),
  /** Whether cells that hold several things are taken apart. `ask`: they are, and it is said; `asIs`: they are not. */
  mixedCells: z.enum(['ask', 'apart', 'asIs']),
  /** Whether a sheet of orders and a sheet of their items are joined. `ask`: offered where a workbook has both. */
  joinSheets: z.enum(['ask', 'on', 'off']),
  /**
   * Decision 11. `own`: every order id of the file gets a lasting number of our own, from `start` on; `everyRow`: the
   * file has none, orders are known by what their rows say, and new ones get lasting numbers of our own from `start` on.
   */
  orderNumbers: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fromColumn') }),
    z.object({ kind: z.literal('own'), start: startNumber }),
    z.object({ kind: z.literal('everyRow'), start: startNumber }),
  ]),
  /**
   * Decision 41: whether a shop without order numbers sends its whole list every time, or only new orders. `ask`: nobody
   * said; a whole list is assumed.
   */
  listKind: z.enum(['ask', 'wholeList', 'newOnly']),
  /** Decision 23. */
  missingVariation: z.enum(['omit', 'sameAsProduct']),
  /** Decision 28: used where no column gives a country. */
  country: z.string().min(1).max(255),
  /** Levels of checks; absent ones are warnings. */
  checks: z.partialRecord(z.enum(checkNames), z.enum(checkLevels)),
};

export const rulesSchema = z.object({
  discountPer: ruleSchemas.discountPer.default('unit'),
  discountIs: ruleSchemas.discountIs.default('ask'),
  priceUnit: ruleSchemas.priceUnit.default('ask'),
  exchangedDates: ruleSchemas.exchangedDates.default('ask'),
  lineCheck: ruleSchemas.lineCheck.default('warning'),
  status: ruleSchemas.status.default('auto'),
  cancelledOrders: ruleSchemas.cancelledOrders.default('ask'),
  markedOrders: ruleSchemas.markedOrders.default('ask'),
  goingStatuses: ruleSchemas.goingStatuses.default([]),
  noteChanges: ruleSchemas.noteChanges.default('ask'),
  repeatedRows: ruleSchemas.repeatedRows.default('ask'),
  allowUnusualStatus: ruleSchemas.allowUnusualStatus.default(false),
  clock: ruleSchemas.clock.default('utc'),
  defaultTime: ruleSchemas.defaultTime.default('09:00'),
  standingDays: ruleSchemas.standingDays.default('ask'),
  undatedOrders: ruleSchemas.undatedOrders.default('ask'),
  dateOrder: ruleSchemas.dateOrder.default('auto'),
  regionSpelling: ruleSchemas.regionSpelling.default('asTyped'),
  toshkentMeans: ruleSchemas.toshkentMeans.default('ask'),
  regionFromAddress: ruleSchemas.regionFromAddress.default('ask'),
  splitItems: ruleSchemas.splitItems.default('ask'),
  mixedCells: ruleSchemas.mixedCells.default('ask'),
  joinSheets: ruleSchemas.joinSheets.default('ask'),
  orderNumbers: ruleSchemas.orderNumbers.default({ kind: 'fromColumn' }),
  listKind: ruleSchemas.listKind.default('ask'),
  missingVariation: ruleSchemas.missingVariation.default('omit'),
  country: ruleSchemas.country.default('Uzbekistan'),
  checks: ruleSchemas.checks.default({}),
});

export type Rules = z.infer<typeof rulesSchema>;
export type OrderNumbersRule = Rules['orderNumbers'];

/** A partial change of the rules, without defaults: what is absent stays as it is. */
export const rulesChangeSchema = z.object(ruleSchemas).partial();
export type RulesChange = { readonly [R in keyof Rules]?: Rules[R] | undefined };

export const defaultRules: Rules = rulesSchema.parse({});

/** The rules with the change applied. */
export function withRules(rules: Rules, change: RulesChange): Rules {
  return { ...rules, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}
