/** Makes the keys under which an order is known, of what identifies it (shared/domain/identity/). */
import { createHash, createHmac } from 'node:crypto';
import type { OrderContent } from '../../shared/domain/identity/order-content.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { keyKinds, type KeyKind } from '../../shared/domain/identity/order-keys.ts';
import type { OrderRequest } from '../../shared/wms/order-create.ts';

/** Enough that no two orders of a shop ever meet by chance. */
const digestBytes = 16;

export interface KeyMaker {
  ofContent(content: OrderContent): readonly string[];
  /** Of the order's id in the shop, where it got a number of our own. */
  ofOutsideId(outsideId: string): string;
  /** See {@link requestKeys}. */
  ofRequest(request: OrderRequest): readonly string[];
  /** See {@link outsideGoodsKey}. */
  ofOutsideGoods(outsideId: string, request: OrderRequest): string;
}

/**
 * @param secret of this computer (or of its team); keys made with another one do not compare
 * @param shop id of the shop: what two shops say alike are two orders
 */
export function createKeyMaker(secret: string, shop: string): KeyMaker {
  const key = (kind: KeyKind, text: string): string => {
    const digest = createHmac('sha256', secret)
      .update(`${keyKinds[kind]}${mark(shop)}|${text}`)
      .digest();
    return `${keyKinds[kind]}:${digest.toString('base64url', 0, digestBytes)}`;
  };
  return {
    ofContent({ file, corrected, phone, person, stamp }) {
      const keys = [key('corrected', corrected)];
      if (file !== null) keys.push(key('file', file));
      if (phone !== null) keys.push(key('phone', phone));
      if (person !== null) keys.push(key('person', person));
      if (stamp !== null) keys.push(key('stamp', stamp));
      return keys;
    },
    ofOutsideId: (outsideId) => key('outsideId', outsideId),
    ofRequest: (request) => requestKeys(request, shop),
    ofOutsideGoods: (outsideId, request) => outsideGoodsKey(outsideId, request, shop),
  };
}

/** Tells whether keys were made with this secret, and says nothing else of it. */
export function secretMark(secret: string): string {
  return createHmac('sha256', secret).update('mark').digest('base64url');
}

/** What of a shop goes into a digest; nothing of the one that everything belonged to before there were several. */
function mark(shop: string): string {
  return shop === firstShop ? '' : `|${JSON.stringify(shop)}`;
}

/** Keys of a shop's request itself, without its number: they need no secret, as the hash of a body needs none. */
export function requestKeys(request: OrderRequest, shop: string): readonly string[] {
  return [requestKey(request, shop), plainKey('goods', shop, goodsOf(request))];
}

/** The key of all that a shop's request says, but for its number. */
export function requestKey({ order_id: _number, ...content }: OrderRequest, shop: string): string {
  return plainKey('request', shop, content);
}

/** The key of an id in the shop with the goods: an id alone, which may be a phone, is never hashed without the secret. */
export function outsideGoodsKey(outsideId: string, request: OrderRequest, shop: string): string {
  return plainKey('outsideGoods', shop, [outsideId, goodsOf(request)]);
}

function goodsOf({ order_id: _number, scheduled_at: _date, fulfillment_status: _status, ...goods }: OrderRequest) {
  return goods;
}

function plainKey(kind: KeyKind, shop: string, value: object): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(value) + mark(shop))
    .digest();
  return `${keyKinds[kind]}:${digest.toString('base64url', 0, digestBytes)}`;
}
