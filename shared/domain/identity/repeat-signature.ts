/**
 * Says in one number for whom, what and for which day an order is: orders with equal numbers are, as good as surely, the same
 * order twice (docs/domain.md, «Orders with a number»). A number, as there is one of it for every order of a file.
 */
import type { ParsedOrder } from '../checking/order-request.ts';

const upperBits = 0x10_0000;
const dayLength = 'YYYY-MM-DD'.length;

/** 0 where phone, date, a product or a quantity cannot be read (yet): nothing can be said then. */
export function repeatSignature({ phone, delivery, lines }: ParsedOrder): number {
  if (phone === null || !delivery.complete || lines.length === 0) return 0;
  let low = hashOfText(phone.value, phone.value.length, 0x9e37);
  let high = hashOfText(phone.value, phone.value.length, 0x79b9);
  const at = delivery.scheduledAt?.value ?? '';
  low = hashOfText(at, dayLength, low);
  high = hashOfText(at, dayLength, high);
  // Items count in any order: what they make is added up.
  let items = 0;
  for (const { product, variation, quantity } of lines) {
    if (product === null || quantity === null) return 0;
    items = (items + mixed(mixed(product.value, variation?.value ?? 0), quantity.value)) | 0;
  }
  low = mixed(low, items);
  high = mixed(high, items ^ 0x5bd1);
  return ((high >>> 0) % upperBits) * 2 ** 32 + (low >>> 0) || 1;
}

function mixed(hash: number, value: number): number {
  let result = Math.imul(hash ^ (value | 0) ^ Math.floor(value / 2 ** 32), 0x85ebca6b);
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35);
  return result ^ (result >>> 16);
}

function hashOfText(text: string, length: number, start: number): number {
  let hash = start;
  const end = Math.min(text.length, length);
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash, end);
}
