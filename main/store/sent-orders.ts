/** Reads what was sent in a period: the month, for as long as the ledger lives. */
import type { SentOrder } from '../../shared/domain/month/month.ts';
import { practicePrefix } from '../../shared/wms/practice-server.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';
import { orderRequestSchema } from '../../shared/wms/order-create.ts';
import type { Database, Row } from './database.ts';
import type { SentOrderStore } from './store.ts';

/** What is kept of an order for the month; all null where its content is not known. */
export interface OrderFacts {
  readonly amount: number | null;
  readonly items: number | null;
  readonly deliveryDay: string | null;
}

/** @param amount as the order's rules sum it up; undefined: by piece */
export function factsOfBody(body: string | null, amount?: number): OrderFacts {
  const request = body === null ? undefined : orderRequestSchema.safeParse(parsed(body)).data;
  if (request === undefined) return { amount: amount ?? null, items: null, deliveryDay: null };
  const { order_items: items, scheduled_at: delivery } = request;
  return {
    amount: amount ?? items.reduce((sum, { final_price, quantity }) => sum + final_price * quantity, 0),
    items: items.length,
    deliveryDay: delivery === undefined ? null : localFromEpoch(Date.parse(delivery)).slice(0, 10),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

export function openSentOrderStore(database: Database): SentOrderStore {
  return {
    list: ({ from, to, shop, operator }) =>
      database
        .all(
          `SELECT r.order_id, r.wms_id, r.server, r.at, r.amount, r.items, r.delivery_day, b.file_name, b.opened_by,
             json_extract(s.shop, '$.name') AS shop_name
           FROM revisions r JOIN batches b ON b.id = r.batch_id LEFT JOIN shops s ON s.id = b.shop
           WHERE r.state = 'accepted' AND r.server NOT LIKE '${practicePrefix}%' AND r.at >= ?1 AND r.at < ?2
             AND (?3 IS NULL OR b.shop = ?3) AND (?4 IS NULL OR b.opened_by = ?4) ORDER BY r.at, r.order_id`,
          from,
          to,
          shop,
          operator,
        )
        .map(sentOrderOf),
    operators: () =>
      database
        .all(
          `SELECT DISTINCT opened_by FROM batches b WHERE opened_by IS NOT NULL
           AND EXISTS (SELECT 1 FROM revisions r WHERE r.batch_id = b.id) ORDER BY opened_by`,
        )
        .map((row) => String(row['opened_by'])),
  };
}

function sentOrderOf(row: Row): SentOrder {
  const number = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  const text = (name: string): string | null => (row[name] === null ? null : String(row[name]));
  return {
    orderId: Number(row['order_id']),
    wmsId: number('wms_id'),
    server: String(row['server']),
    at: Number(row['at']),
    amount: number('amount'),
    items: number('items'),
    deliveryDay: text('delivery_day'),
    shop: text('shop_name') ?? '',
    operator: text('opened_by'),
    fileName: String(row['file_name']),
  };
}
