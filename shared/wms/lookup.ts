/**
 * GET /v1/order/index?order_id=N and GET /v1/order/view?id=N: answers (docs/domain.md, decisions 13 and 18). Neither is
 * documented, so every answer is read with suspicion: only a list that is about our id, or empty, says anything.
 */
import { z } from 'zod';

/** Database drivers give integers as text now and then. */
const looseInteger = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/u)
    .transform(Number),
]);

/** An order as a list or a view shows it; its other keys are those of the creation's answer. */
const recordSchema = z.looseObject({ id: looseInteger.nullish().catch(null), order_id: looseInteger });
const recordsSchema = z.array(recordSchema);
const metaSchema = z
  .looseObject({ totalCount: looseInteger.optional().catch(undefined) })
  .optional()
  .catch(undefined);
const listSchema = z.union([
  recordsSchema.transform((items) => ({ items, _meta: undefined })),
  z.looseObject({ items: recordsSchema, _meta: metaSchema }),
  z.looseObject({ data: recordsSchema, _meta: metaSchema }).transform(({ data, _meta }) => ({ items: data, _meta })),
  z.looseObject({ data: z.looseObject({ items: recordsSchema, _meta: metaSchema }) }).transform(({ data }) => data),
]);
const viewSchema = z.union([recordSchema, z.looseObject({ data: recordSchema }).transform(({ data }) => data)]);

export type WmsRecord = z.infer<typeof recordSchema>;

export type LookupAnswer =
  /** `copies` is how many orders of this id the server has: more than 1 where it does not keep them unique. */
  | { readonly kind: 'found'; readonly wmsId: number | null; readonly record: WmsRecord; readonly copies: number }
  /** The server looked and has none. To be trusted only after it found an order that is known to be there (decision 13). */
  | { readonly kind: 'notThere' }
  /** HTML, an error, a list that cannot be read or was not filtered: nothing is known. */
  | { readonly kind: 'notOffered' };

/** Finds our order in the answer to a look-up. @param body the parsed JSON, or the text where it is none */
export function findInLookup(body: unknown, orderId: number): LookupAnswer {
  const list = listSchema.safeParse(body);
  if (!list.success) return { kind: 'notOffered' };
  const { items, _meta } = list.data;
  const ours = items.filter((item) => item.order_id === orderId);
  const [record] = ours;
  if (record) return { kind: 'found', wmsId: record.id ?? null, record, copies: ours.length };
  // Others and not ours: the filter was ignored, and ours may be on a later page.
  if (items.length > 0 || (_meta?.totalCount ?? 0) > 0) return { kind: 'notOffered' };
  return { kind: 'notThere' };
}

const recordStatusSchema = z.object({
  fulfillment_status: looseInteger.nullish().catch(null),
  created_at: z.string().max(64).nullish().catch(null),
  updated_at: z.string().max(64).nullish().catch(null),
});

/** How an order stands, as the server shows it; times as it writes them. Null where it does not show them. */
export function wmsOrderStatusOf(record: WmsRecord): {
  readonly status: number | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
} {
  const { fulfillment_status: status, created_at: createdAt, updated_at: updatedAt } = recordStatusSchema.parse(record);
  return { status: status ?? null, createdAt: createdAt ?? null, updatedAt: updatedAt ?? null };
}

/** Reads the answer to «show this order»; null where it is none. @param body the parsed JSON, or the text where it is none */
export function readOrderView(body: unknown): WmsRecord | null {
  const view = viewSchema.safeParse(body);
  return view.success ? view.data : null;
}
