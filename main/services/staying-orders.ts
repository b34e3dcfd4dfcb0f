/** Finds out what a file says otherwise of orders that were sent before, from what this computer still holds of them. */
import { changedFields } from '../../shared/domain/identity/changed-fields.ts';
import type { ChangedField } from '../../shared/domain/model/sent-changes.ts';
import { epochFromSent, formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import { orderRequestSchema, type OrderRequest } from '../../shared/wms/order-create.ts';
import type { Batch } from '../engine/batch.ts';
import type { ComparableOrder } from '../engine/earlier-sending.ts';
import type { Remote } from '../platform/remote.ts';
import type { SentContent, StayingOrder } from '../store/sent-stores.ts';
import type { Store } from '../store/store.ts';

export interface ComparedOrder {
  /** Whether what was sent is still held here. */
  readonly compared: boolean;
  readonly changes: readonly ChangedField[];
}

/** Compares an order of the batch with what was sent of it; times are written as the operator's clock shows them. */
export function compareWithSent(batch: Batch, order: ComparableOrder, sent: SentContent | undefined): ComparedOrder {
  if (order.content === null) return { compared: false, changes: [] };
  const request = requestOf(sent);
  const { clock } = batch.choices.rules;
  const changes = changedFields(request, order.content).map((change): ChangedField => {
    if (change.field !== 'scheduled_at') return change;
    const spelled = (text: string | null): string | null => {
      const at = text === null ? Number.NaN : epochFromSent(text, clock);
      return Number.isNaN(at) ? text : formatTashkentTime(at);
    };
    return { ...change, before: spelled(change.before), after: spelled(change.after) };
  });
  return { compared: request !== null, changes };
}

function requestOf(sent: SentContent | undefined): OrderRequest | null {
  if (sent?.body == null) return null;
  const read = orderRequestSchema.safeParse(JSON.parse(sent.body));
  return read.success ? read.data : null;
}

/** What is to be kept of orders (by key) that stay as they were sent. */
export async function stayingOrders(
  store: Remote<Store>,
  batch: Batch,
  server: string,
  orderKeys: readonly string[],
): Promise<readonly StayingOrder[]> {
  const orders = orderKeys.flatMap((key) => batch.comparableOrder(key) ?? []);
  const sent = await store.sentChanges.sent(
    server,
    orders.map(({ orderId }) => orderId),
  );
  return orders.map((order) => {
    const { orderId, wmsId, row, keys } = order;
    return { server, orderId, wmsId, row, keys, ...compareWithSent(batch, order, sent.get(orderId)) };
  });
}
