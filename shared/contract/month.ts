/** Schemas of the month: what was sent in a period, and what the bill of the WMS says otherwise. */
import { z } from 'zod';
import { sentChangeSchema } from '../domain/model/sent-changes.ts';

const day = z.iso.date();

/** Days in Tashkent, both included; null: all shops, all operators. */
export const monthQuerySchema = z.object({
  from: day,
  to: day,
  shop: z.string().max(100).nullable(),
  operator: z.string().max(255).nullable(),
});
export type MonthQuery = z.infer<typeof monthQuerySchema>;

export const monthViewSchema = z.object({
  orders: z.int(),
  /** In soʻm. */
  amount: z.number(),
  /** Orders of which only the number is known any more. */
  withoutAmount: z.int(),
  /** Who sent at all. */
  operators: z.array(z.string()),
  days: z.array(z.object({ day: z.string(), orders: z.int(), amount: z.number() })),
  /** What is to be changed in the WMS by its people, as files of these days said. */
  changes: z.array(sentChangeSchema),
});
export type MonthView = z.infer<typeof monthViewSchema>;

/** A part of the period's orders, the first sent first. */
export const monthOrdersQuerySchema = monthQuerySchema.extend({
  start: z.int().min(0),
  count: z.int().min(1).max(500),
});
export type MonthOrdersQuery = z.infer<typeof monthOrdersQuerySchema>;

export const monthOrdersSchema = z.object({
  total: z.int(),
  start: z.int(),
  orders: z.array(
    z.object({
      orderId: z.int(),
      wmsId: z.int().nullable(),
      server: z.string(),
      /** Milliseconds since 1970-01-01Z. */
      at: z.number(),
      /** In soʻm; null, as the next two: only the number is known any more. */
      amount: z.number().nullable(),
      items: z.int().nullable(),
      /** YYYY-MM-DD in Tashkent; null also where none was asked for. */
      deliveryDay: z.string().nullable(),
      /** Name of the shop; blank where there is only one. */
      shop: z.string(),
      operator: z.string().nullable(),
      fileName: z.string(),
    }),
  ),
});
export type MonthOrders = z.infer<typeof monthOrdersSchema>;

/** How many there are, and the first of them; sums in soʻm, null where there is none. */
const differencesSchema = z.object({
  count: z.int(),
  first: z.array(z.object({ orderId: z.int(), ours: z.number().nullable(), theirs: z.number().nullable() })),
});

export const billViewSchema = z.object({
  both: z.int(),
  otherSum: differencesSchema,
  onlyOurs: differencesSchema,
  onlyTheirs: differencesSchema,
});
export type BillView = z.infer<typeof billViewSchema>;
