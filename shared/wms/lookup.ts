/**
 * Reads the answers of GET /v1/order/index?order_id=N and GET /v1/order/view?id=N (docs/domain.md, decisions 13 and 18).
 * Neither is documented, so only a list that contains our id, or is empty, proves anything.
 */
import { z } from 'zod';

/** Some database drivers return integers as text. */
const looseInteger = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/u)
    .transform(Number),
]);

/** An order in a list or a view; its other keys are those of the creation's answer. */
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
  /** `copies`: number of orders with this id; more than 1 where the server does not keep ids unique. */
  | { readonly kind: 'found'; readonly wmsId: number | null; readonly record: WmsRecord; readonly copies: number }
  /** The server has no such order. Trusted only after a look-up of a known order succeeded (decision 13). */
  | { readonly kind: 'notThere' }
  /** HTML, an error, an unreadable or unfiltered list: proves nothing. */
  | { readonly kind: 'notOffered' };

/** Finds our order in the answer to a look-up. @param body the parsed JSON, or the text where it is no JSON */
export function findInLookup(body: unknown, orderId: number): LookupAnswer {
  const list = listSchema.safeParse(body);
  if (!list.success) return { kind: 'notOffered' };
  const { items, _meta } = list.data;
  const ours = items.filter((item) => item.order_id === orderId);
  const [record] = ours;
  if (record) return { kind: 'found', wmsId: record.id ?? null, record, copies: ours.length };
  // Only other orders: the filter was ignored, and ours may be on a later page.
  if (items.length > 0 || (_meta?.totalCount ?? 0) > 0) return { kind: 'notOffered' };
  return { kind: 'notThere' };
}

const recordStatusSchema = z.object({
  fulfillment_status: looseInteger.nullish().catch(null),
  created_at: z.string().max(64).nullish().catch(null),
  updated_at: z.string().max(64).nullish().catch(null),
});

/** An order's status in the WMS, its times as written by the server; null where not given. */
export function wmsOrderStatusOf(record: WmsRecord): {
  readonly status: number | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
} {
  const { fulfillment_status: status, created_at: createdAt, updated_at: updatedAt } = recordStatusSchema.parse(record);
  return { status: status ?? null, createdAt: createdAt ?? null, updatedAt: updatedAt ?? null };
}

/** Reads the answer of a view; null where it is no order. @param body the parsed JSON, or the text where it is no JSON */
export function readOrderView(body: unknown): WmsRecord | null {
  const view = viewSchema.safeParse(body);
  return view.success ? view.data : null;
}
