/** Gives a store from which a file can be opened without anything being kept. */
import type { OpeningStore } from '../services/opening-store.ts';
import type { Store } from '../store/store.ts';

/** The store for a command that writes nothing: order numbers are previewed, not allocated. */
export function readOnlyStore({
  profiles,
  shops,
  batches,
  ledger,
  products,
  orderNumbers,
  identities,
  alikeOrders,
  settled,
}: Store): OpeningStore {
  return {
    profiles,
    shops,
    batches,
    ledger,
    products,
    alikeOrders,
    settled,
    orderNumbers: { ...orderNumbers, allocate: orderNumbers.preview },
    identities: {
      ...identities,
      resolve: (server, batchId, orders, options) =>
        identities.resolve(server, batchId, orders, { ...options, keep: false }),
      answerGaps: () => undefined,
      recognise: (server, orders, options) => identities.recognise(server, orders, { ...options, keep: false }),
    },
  };
}
