/** Makes the request of a parsed order, and validates it as the last gate before it is sent. */
import { orderRequestSchema, type OrderItem, type OrderRequest } from '../../wms/order-create.ts';
import type { Issue } from '../model/issues.ts';
import type { Rules } from '../model/rules.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryAddress } from './delivery-address.ts';
import type { ItemLine } from './item-lines.ts';
import type { OrderFieldValue } from './order-field.ts';

/** An order's parsed values; kept only while the order is inspected, not for all orders of a file. */
export interface ParsedOrder {
  readonly orderId: OrderFieldValue<number> | null;
  readonly delivery: Delivery;
  readonly fullName: OrderFieldValue<string> | null;
  readonly phone: OrderFieldValue<string> | null;
  readonly address: OrderFieldValue<string> | null;
  readonly deliveryAddress: DeliveryAddress;
  readonly lines: readonly ItemLine[];
}

/** Whether everything that a request needs is present. */
export function isComplete({
  orderId,
  delivery,
  fullName,
  phone,
  address,
  deliveryAddress,
  lines,
}: ParsedOrder): boolean {
  if (orderId === null || !delivery.complete || fullName === null || phone === null || address === null) return false;
  if (deliveryAddress.region === null || deliveryAddress.country === null) return false;
  return lines.every(
    ({ product, quantity, money }) =>
      product !== null &&
      quantity !== null &&
      money.price !== null &&
      money.discount !== null &&
      money.finalPrice !== null,
  );
}

/** Whether computed amounts are still exact integers; the other values were checked when read. */
export function hasExactNumbers(lines: readonly ItemLine[]): boolean {
  return lines.every(({ money }) => isExact(money.price) && isExact(money.discount) && isExact(money.finalPrice));
}

function isExact(found: ItemLine['product']): boolean {
  return found === null || Number.isSafeInteger(found.value);
}

/** The request, its keys in the API document's order: `JSON.stringify` of it is the body. Null where something is missing. */
export function orderRequestOf(reading: ParsedOrder): OrderRequest | null {
  const { orderId, delivery, fullName, phone, address, deliveryAddress, lines } = reading;
  const { region, country, city, zip } = deliveryAddress;
  if (
    orderId === null ||
    fullName === null ||
    phone === null ||
    address === null ||
    region === null ||
    country === null
  )
    return null;
  const items = lines.map(itemOf).filter((item) => item !== null);
  if (items.length < lines.length) return null;
  return {
    order_id: orderId.value,
    ...(delivery.scheduledAt === null ? {} : { scheduled_at: delivery.scheduledAt.value }),
    ...(delivery.status === null ? {} : { fulfillment_status: delivery.status.value }),
    full_name: fullName.value,
    phone: phone.value,
    address: address.value,
    region: region.value,
    country: country.value,
    ...(city === null ? {} : { city: city.value }),
    ...(zip === null ? {} : { zip: zip.value }),
    order_items: items,
  };
}

function itemOf({ product, variation, quantity, money }: ItemLine): OrderItem | null {
  if (
    product === null ||
    quantity === null ||
    money.price === null ||
    money.discount === null ||
    money.finalPrice === null
  )
    return null;
  return {
    client_product_id: product.value,
    ...(variation === null ? {} : { client_product_variation_id: variation.value }),
    quantity: quantity.value,
    price: money.price.value,
    discount: money.discount.value,
    final_price: money.finalPrice.value,
  };
}

export type RequestValidation = { readonly request: OrderRequest } | { readonly refused: Issue };

/** Validates the request against the schema. A failure is a bug of ours, reported as the order's error at `row`. */
export function validateOrderRequest(request: OrderRequest, row: number): RequestValidation {
  const gate = orderRequestSchema.safeParse(request);
  if (gate.success) return { request };
  const field = String(gate.error.issues[0]?.path[0] ?? '');
  return {
    refused: {
      code: 'orders.notSendable',
      severity: 'error',
      scope: 'order',
      row,
      orderId: String(request.order_id),
      params: { field },
    },
  };
}

/** Total of the items in so'm; null where a price or a quantity is not known. */
export function orderAmountOf(lines: readonly ItemLine[], rules: Rules): number | null {
  let amount = 0;
  for (const { quantity, money } of lines) {
    if (money.finalPrice === null || quantity === null) return null;
    amount += rules.discountPer === 'line' ? money.finalPrice.value : money.finalPrice.value * quantity.value;
  }
  return amount;
}
