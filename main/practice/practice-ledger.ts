/** Keeps the orders that the practice WMS has accepted: in memory only, lost when it stops. */
import { itemFields, orderFields } from '../../shared/domain/model/fields.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { OrderRequest } from '../../shared/wms/order-create.ts';

export interface PracticeOrder {
  /** The WMS's own number: 1, 2, 3 … */
  readonly id: number;
  readonly orderId: number;
  readonly request: OrderRequest;
  /** Milliseconds since 1970-01-01Z. */
  readonly at: number;
  /** Whose access key it came with: `supplier_buyer_id`. */
  readonly account: number;
}

/** An order as the WMS shows it: `data` of the creation's answer, an item of the list, the view. */
export function toWmsRecord(order: PracticeOrder): Record<string, unknown> {
  const { id, request } = order;
  const { full_name, phone, address, city = null, region, zip = null, country } = request;
  return {
    id,
    order_id: order.orderId,
    supplier_buyer_id: order.account,
    fulfillment_status: request.fulfillment_status ?? (request.scheduled_at === undefined ? 1 : 5),
    // On the clock of Tashkent, as the document's example has it.
    created_at: localFromEpoch(order.at).replace('T', ' '),
    orderAddress: { id, order_id: id, full_name, phone, address, city, region, zip, country, status: 1 },
    orderItems: request.order_items.map(({ client_product_id, quantity, price }, index) => ({
      id: id * 1000 + index,
      order_id: id,
      // The WMS's own number of the product: never ours (decision 16).
      product_id: client_product_id + 4,
      client_product_id,
      quantity,
      price,
      status: 0,
    })),
    // As in the document: a host that is not this one and must not be followed (decision 18).
    _links: { self: { href: `http://localhost:8070/v1/order/view?id=${id}` } },
  };
}

/** The fields of a body that the document names; the real server ignores other keys too. */
export function pickDocumentedFields(body: Readonly<Record<string, unknown>>): OrderRequest {
  const pick = (source: Readonly<Record<string, unknown>>, names: readonly string[]) =>
    Object.fromEntries(
      names.filter((name) => source[name] !== undefined && source[name] !== null).map((name) => [name, source[name]]),
    );
  const items = Array.isArray(body['order_items']) ? body['order_items'] : [];
  return {
    ...pick(body, orderFields),
    order_items: items.map((item: Record<string, unknown>) => pick(item, itemFields)),
  } as OrderRequest;
}

export class PracticeLedger {
  readonly #orders: PracticeOrder[] = [];
  readonly #byOrderId = new Map<number, PracticeOrder[]>();

  /** Adds an order; the caller checks whether its id is free. */
  add(request: OrderRequest, at: number, account: number): PracticeOrder {
    const order = { id: this.#orders.length + 1, orderId: request.order_id, request, at, account };
    this.#orders.push(order);
    const same = this.#byOrderId.get(order.orderId);
    if (same) same.push(order);
    else this.#byOrderId.set(order.orderId, [order]);
    return order;
  }

  /** All orders of an id; more than one only where the server does not keep ids unique. */
  find(orderId: number): readonly PracticeOrder[] {
    return this.#byOrderId.get(orderId) ?? [];
  }

  byId(id: number): PracticeOrder | undefined {
    return this.#orders[id - 1];
  }

  all(): readonly PracticeOrder[] {
    return this.#orders;
  }
}
