/** The bytes of an order's request, and their hash: made here alone, as their sameness decides what is sent again. */
import { createHash } from 'node:crypto';
import { orderRequestSchema, type OrderRequest } from '../../shared/wms/order-create.ts';

export interface EncodedOrder {
  /** What goes out: JSON, its keys in the document's order whatever order the request has them in. */
  readonly body: string;
  /** SHA-256 (hex) of the body's UTF-8 bytes. */
  readonly hash: string;
}

/** The request as it is sent, frozen and compared. Throws where it is none: the check of the order lets no such request through. */
export function encodeOrder(request: OrderRequest): EncodedOrder {
  const body = JSON.stringify(orderRequestSchema.parse(request));
  return { body, hash: hashOfBody(body) };
}

/** The hash of a body that was encoded earlier. */
export function hashOfBody(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}
