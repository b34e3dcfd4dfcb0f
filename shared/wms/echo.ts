/** Compares the order that the WMS reports back with what was sent (docs/domain.md, decision 17). */
import type { Field } from '../domain/model/fields.ts';
import { type OrderItem, orderEchoSchema, type OrderRequest } from './order-create.ts';

export interface EchoDifference {
  /** `order_items`: the number of items differs. */
  readonly field: Field | 'order_items';
  /** Index into the sent order_items; null for the order itself. */
  readonly item: number | null;
  readonly sent: string;
  readonly answered: string;
}

export interface EchoComparison {
  /** Number of values that the answer repeated besides the order id; 0 proves nothing. */
  readonly compared: number;
  readonly differences: readonly EchoDifference[];
}

/** An order as the WMS returns it: `data` of the creation's answer, an item of a look-up, a view. */
export type EchoedOrder = { readonly order_id: number } & Readonly<Record<string, unknown>>;

type Scalar = string | number | null | undefined;

/** Normalised for comparison: without differences in spaces and Unicode forms; of a phone only the digits. */
function comparable(field: Field, value: string | number): string {
  const text = String(value).normalize('NFC').replace(/\s+/gu, ' ').trim();
  return field === 'phone' ? text.replace(/\D/gu, '') : text;
}

const itemEchoFields = ['client_product_id', 'quantity', 'price'] as const;
type EchoedItem = { readonly [field in (typeof itemEchoFields)[number]]?: Scalar };

/** Pairs the server's items with the sent ones, as their order may differ: equal items first, the others in sequence. */
function inSentOrder(sent: readonly OrderItem[], echoed: readonly EchoedItem[]): (EchoedItem | undefined)[] {
  const rest = [...echoed];
  const paired = sent.map((item) => {
    const at = rest.findIndex((candidate) => itemEchoFields.every((field) => candidate[field] === item[field]));
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  });
  return paired.map((found) => found ?? rest.shift());
}

/**
 * Compares an order of the WMS with the request that was sent. Values absent on either side are not compared: this server
 * never confirms variation, discount, final price and schedule.
 */
export function compareEcho(request: OrderRequest, record: EchoedOrder): EchoComparison {
  const differences: EchoDifference[] = [];
  let compared = 0;
  const compare = (field: Field, item: number | null, sent: Scalar, answered: Scalar) => {
    if (sent === undefined || sent === null || answered === undefined || answered === null) return;
    compared++;
    if (comparable(field, sent) !== comparable(field, answered))
      differences.push({ field, item, sent: String(sent), answered: String(answered) });
  };
  const echo = orderEchoSchema.safeParse(record).data;
  compare('fulfillment_status', null, request.fulfillment_status, echo?.fulfillment_status);
  for (const field of ['full_name', 'phone', 'address', 'region', 'country', 'city', 'zip'] as const) {
    compare(field, null, request[field], echo?.orderAddress?.[field]);
  }
  const items = echo?.orderItems;
  if (items) {
    if (items.length !== request.order_items.length) {
      compared++;
      differences.push({
        field: 'order_items',
        item: null,
        sent: String(request.order_items.length),
        answered: String(items.length),
      });
    } else {
      const answered = inSentOrder(request.order_items, items);
      for (const [index, item] of request.order_items.entries()) {
        for (const field of itemEchoFields) compare(field, index, item[field], answered[index]?.[field]);
      }
    }
  }
  return { compared, differences };
}

/** The differences between the WMS's order and the request: shown as «accepted, but differs». */
export function echoDifferences(request: OrderRequest, record: EchoedOrder): readonly EchoDifference[] {
  return compareEcho(request, record).differences;
}
