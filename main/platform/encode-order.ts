/** The bytes of an order's request, and their hash: made here alone, as their sameness decides what is sent again. */
import { createHash } from 'node:crypto';
import { orderRequestSchema, type OrderRequest } from '../../shared/wms/order-create.ts';

export interface EncodedOrder {
  /** What goes out: JSON, its keys in the document's order whatever order the request has them in. */
  readonly body: string;
  /** SHA-256 (hex) of the body's UTF-8 bytes. */
  readonly hash: string;
}

/** A request is read-only: where it is claimed and then frozen, it is encoded once. */
const encoded = new WeakMap<OrderRequest, EncodedOrder>();

/** The request as it is sent, frozen and compared. Throws where it is none: the check of the order lets no such request through. */
export function encodeOrder(request: OrderRequest): EncodedOrder {
  const known = encoded.get(request);
  if (known) return known;
  const body = JSON.stringify(orderRequestSchema.parse(request));
  const made = { body, hash: hashOfBody(body) };
  encoded.set(request, made);
  return made;
}

/** The hash of a body that was encoded earlier. */
export function hashOfBody(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}
