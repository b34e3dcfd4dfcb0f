/** Schemas of POST /v1/order/create, request and answer; defined only here (docs/domain.md, «The API document»). */
import { z } from 'zod';

const text = z.string().min(1).max(255);
const integer = z.int();

/** Keys in the API document's order: `JSON.stringify` of a parsed request is the body sent. */
export const orderItemSchema = z.strictObject({
  client_product_id: integer.min(1),
  client_product_variation_id: integer.min(1).optional(),
  quantity: integer.min(1),
  price: integer.min(0),
  discount: integer.min(0),
  final_price: integer.min(0),
});

export const orderRequestSchema = z.strictObject({
  order_id: integer.min(1),
  /** UTC, `YYYY-MM-DDTHH:mm:ssZ`; omitted when not known (decision 7). */
  scheduled_at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    .optional(),
  fulfillment_status: integer.min(1).max(7).optional(),
  full_name: text,
  phone: text,
  address: text,
  region: text,
  country: text,
  city: text.optional(),
  zip: text.optional(),
  order_items: z.array(orderItemSchema).min(1),
});

export type OrderItem = z.infer<typeof orderItemSchema>;
export type OrderRequest = z.infer<typeof orderRequestSchema>;

/**
 * The part of the answer that proves acceptance (decision 14): integer data.id and data.order_id. The echo is parsed
 * leniently: a strange echo is shown to the operator but does not undo the acceptance (decision 17).
 */
export const orderAnswerSchema = z.looseObject({
  data: z.looseObject({ id: integer, order_id: integer }),
});

/** Nothing, in the ways that servers say it. */
function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

/** Whether an answer with a success's status says itself that it is none, or gives an id that no order has. */
export function contradictsItself(answer: OrderAnswer): boolean {
  // In the order itself `status` is the order's.
  const isFailed = typeof answer['status'] === 'string' && /^(?:error|fail|failed|failure)$/iu.test(answer['status']);
  return isFailed || denies(answer) || denies(answer.data) || answer.data.id < 1;
}

function denies({ success, errors, error }: Readonly<Record<string, unknown>>): boolean {
  const isDenied = success === false || success === 0 || success === 'false' || success === '0';
  return isDenied || !isNothing(errors) || (error !== false && error !== 0 && !isNothing(error));
}

/** A strange value in one place of the echo must not discard the others. */
const echoedText = z.union([z.string(), z.number()]).nullish().catch(undefined);
const echoedInteger = z
  .union([
    integer,
    z
      .string()
      .regex(/^\d{1,15}$/u)
      .transform(Number),
  ])
  .nullish()
  .catch(undefined);

export const orderEchoSchema = z.looseObject({
  fulfillment_status: echoedInteger,
  supplier_buyer_id: echoedInteger,
  created_at: z.string().nullish().catch(undefined),
  orderAddress: z
    .looseObject({
      full_name: echoedText,
      phone: echoedText,
      address: echoedText,
      city: echoedText,
      region: echoedText,
      zip: echoedText,
      country: echoedText,
    })
    .nullish()
    .catch(undefined),
  orderItems: z
    .array(z.looseObject({ client_product_id: echoedInteger, quantity: echoedInteger, price: echoedInteger }))
    .nullish()
    .catch(undefined),
});

export type OrderAnswer = z.infer<typeof orderAnswerSchema>;
