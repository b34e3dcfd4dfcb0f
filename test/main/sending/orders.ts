/** Makes invented orders for the sending tests, and sources that hand them out. */
import type { OrderSource, SendableOrder } from '../../../main/ports.ts';
import type { Store } from '../../../main/store/store.ts';
import type { RunServer } from '../../../shared/domain/sending/run.ts';

export function sendableOrder(orderId: number): SendableOrder {
  return {
    orderKey: String(orderId),
    orderId,
    rows: [orderId + 1],
    request: {
      order_id: orderId,
      scheduled_at: '2026-11-24T09:00:00Z',
      fulfillment_status: 5,
      full_name: `Karimova Aziza ${orderId}`,
      phone: `+99890${String(orderId).padStart(7, '0')}`,
      address: `Navoiy koʻchasi ${orderId}`,
      region: 'Toshkent',
      country: 'Uzbekistan',
      order_items: [{ client_product_id: 1, quantity: 1, price: 5000, discount: 0, final_price: 5000 }],
    },
  };
}

export function sendableOrders(count: number, from = 1): readonly SendableOrder[] {
  return Array.from({ length: count }, (_, index) => sendableOrder(from + index));
}

/** Hands out each order once. */
export function orderSource(orders: readonly SendableOrder[]): OrderSource {
  const left = [...orders];
  return { take: async (limit) => left.splice(0, limit) };
}

/** The orders that an engine would offer: never sent, or to be sent again. */
export function offeredOrders(
  store: Store,
  batchId: string,
  orders: readonly SendableOrder[],
): readonly SendableOrder[] {
  const outcomes = store.outcomes.ofBatch(batchId);
  return orders.filter(({ orderId }) => {
    const state = outcomes.get(orderId)?.state;
    return state === undefined || state === 'ready' || state === 'waiting';
  });
}

export async function newBatch(store: Store, name = 'orders.csv'): Promise<string> {
  return (await store.batches.createFromBytes(new TextEncoder().encode(name), name)).id;
}

export function runServer({ url, identity }: { readonly url: string; readonly identity: string }): RunServer {
  return { url, identity, practice: true };
}
