/**
 * Says in one number for whom, what and for which day an order is: orders with equal numbers are, as good as surely, the same
 * order twice (docs/domain.md, «Orders with a number»). A number, as there is one of it for every order of a file.
 */
import type { OrderRequest } from '../../wms/order-create.ts';
import type { ParsedOrder } from '../checking/order-request.ts';

const upperBits = 0x10_0000;
const dayLength = 'YYYY-MM-DD'.length;
/** Numbers of so many digits are exact. */
const mostDigits = 15;

/** 0 where phone, date, a product or a quantity cannot be read (yet): nothing can be said then. */
export function repeatSignature({ phone, delivery, lines }: ParsedOrder): number {
  if (phone === null || !delivery.complete || lines.length === 0) return 0;
  // Items count in any order: what they make is added up.
  let items = 0;
  for (const { product, variation, quantity } of lines) {
    if (product === null || quantity === null) return 0;
    items = (items + hashOfItem(product.value, variation?.value, quantity.value)) | 0;
  }
  return signatureOf(phone.value, delivery.scheduledAt?.value ?? '', items);
}

/** The same of an order as it goes out; never 0. */
export function signatureOfRequest({ phone, scheduled_at: at, order_items: lines }: OrderRequest): number {
  let items = 0;
  for (const { client_product_id: product, client_product_variation_id: variation, quantity } of lines)
    items = (items + hashOfItem(product, variation, quantity)) | 0;
  return signatureOf(phone, at ?? '', items);
}

/** @param items what the items make together: they count in any order, and are added up */
function signatureOf(phone: string, at: string, items: number): number {
  const number = numberOf(phone);
  const day = hashOfText(at, dayLength);
  const low = mixed(mixed(mixed(0x9e37, number), day), items);
  const high = mixed(mixed(mixed(mixed(0x79b9, Math.floor(number / 2 ** 32)), number % 2 ** 32), day), items ^ 0x5bd1);
  return ((high >>> 0) % upperBits) * 2 ** 32 + (low >>> 0) || 1;
}

/** What `Number` makes of a phone; many times as fast where it is as nearly all are. */
function numberOf(phone: string): number {
  if (phone.length > mostDigits) return Number(phone);
  let number = 0;
  for (let at = phone.startsWith('+') ? 1 : 0; at < phone.length; at++) {
    const digit = phone.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number(phone);
    number = number * 10 + digit;
  }
  return number;
}

function hashOfItem(product: number, variation: number | undefined, quantity: number): number {
  return mixed(mixed(product, variation ?? 0), quantity);
}

function mixed(hash: number, value: number): number {
  const low = value | 0;
  // Dividing is slow, and most values are small.
  const high = low === value ? low >> 31 : Math.floor(value / 2 ** 32);
  let result = Math.imul(hash ^ low ^ high, 0x85ebca6b);
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35);
  return result ^ (result >>> 16);
}

function hashOfText(text: string, length: number): number {
  let hash = 0;
  const end = Math.min(text.length, length);
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash, end);
}
