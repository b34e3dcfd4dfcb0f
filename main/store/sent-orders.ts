/** Reads what was sent in a period: the month, for as long as the ledger lives. */
import type { OrderFacts } from '../../shared/domain/model/ledger.ts';
import type { SentOrder } from '../../shared/domain/month/month.ts';
import { practicePrefix } from '../../shared/wms/practice-server.ts';
import { localFromEpoch } from '../../shared/domain/values/dates/tashkent-time.ts';
import { orderRequestSchema } from '../../shared/wms/order-create.ts';
import type { Database, Row } from './database.ts';
import type { InternalSentChanges } from './sent-changes.ts';
import type { SentOrderStore } from './sent-stores.ts';

/** What the month tells of an order; all null where its content is not known. @param amount as the order's rules sum it up; undefined: by piece */
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

export function openSentOrderStore(
  database: Database,
  sentChanges: Pick<InternalSentChanges, 'listOf'>,
): SentOrderStore {
  return {
    changes: sentChanges.listOf,
    list: ({ from, to, shop, operator }) =>
      database
        .all(`SELECT * FROM (${everySentOrder}) WHERE ${ofQuery} ORDER BY at, order_id`, from, to, shop, operator)
        .map(sentOrderOf),
    month({ from, to, shop, operator }) {
      const days = database.all(
        `SELECT date(at / 1000, 'unixepoch', '+5 hours') AS day, count(*) AS orders, coalesce(sum(amount), 0) AS amount,
           sum(amount IS NULL) AS without FROM (${everySentOrder}) WHERE ${ofQuery} GROUP BY day ORDER BY day`,
        from,
        to,
        shop,
        operator,
      );
      const total = (name: string): number => days.reduce((sum, row) => sum + Number(row[name]), 0);
      return {
        orders: total('orders'),
        amount: total('amount'),
        withoutAmount: total('without'),
        days: days.map(({ day, orders, amount }) => ({
          day: String(day),
          orders: Number(orders),
          amount: Number(amount),
        })),
      };
    },
    page({ from, to, shop, operator }, start, count) {
      const asked = [from, to, shop, operator] as const;
      const total = database.get(`SELECT count(*) AS n FROM (${everySentOrder}) WHERE ${ofQuery}`, ...asked)?.['n'];
      const rows = database.all(
        `SELECT * FROM (${everySentOrder}) WHERE ${ofQuery} ORDER BY at, order_id LIMIT ?5 OFFSET ?6`,
        ...asked,
        count,
        start,
      );
      return { total: Number(total ?? 0), orders: rows.map(sentOrderOf) };
    },
    operators: () =>
      database
        .all(`SELECT DISTINCT operator FROM (${everySentOrder}) WHERE operator IS NOT NULL ORDER BY operator`)
        .map((row) => String(row['operator'])),
  };
}

/**
 * What the WMS has: the journal's orders, and those of other computers (of a team, or merged) and old reports that are none
 * of these. Who sent: the
 * operator who was chosen, else the computer's user.
 */
const everySentOrder = `
  SELECT r.order_id, r.wms_id, r.server, r.at, r.amount, r.items, r.delivery_day, b.file_name, b.shop,
    coalesce(r.operator, b.opened_by) AS operator, json_extract(s.shop, '$.name') AS shop_name
    FROM revisions r JOIN batches b ON b.id = r.batch_id LEFT JOIN shops s ON s.id = b.shop
    WHERE r.state = 'accepted' AND r.server NOT LIKE '${practicePrefix}%'
  UNION ALL
  SELECT i.order_id, i.wms_id, i.server, i.at, i.amount, i.items, i.delivery_day, i.file_name, i.shop,
    i.operator, coalesce(json_extract(s.shop, '$.name'), i.shop_name)
    FROM (SELECT order_id, wms_id, server, at, amount, items, delivery_day, file_name, shop, operator, shop_name, state
        FROM ledger_imports
      UNION ALL SELECT order_id, wms_id, server, at, amount, items, delivery_day, file_name, shop, by, NULL, state
        FROM team_orders t WHERE NOT EXISTS (SELECT 1 FROM ledger_imports k
          WHERE k.server = t.server AND k.order_id = t.order_id AND k.state = 'accepted')) i
      LEFT JOIN shops s ON s.id = i.shop
    WHERE i.state = 'accepted' AND NOT EXISTS (SELECT 1 FROM revisions r
      WHERE r.state = 'accepted' AND r.order_id = i.order_id AND (r.wms_id = i.wms_id OR r.wms_id IS NULL OR i.wms_id IS NULL)
        AND (r.server = i.server OR EXISTS (SELECT 1 FROM same_servers n WHERE n.server = r.server AND n.name = i.server)))`;

/** Of a {@link SentOrderQuery}. */
const ofQuery = `at >= ?1 AND at < ?2 AND (?3 IS NULL OR shop = ?3) AND (?4 IS NULL OR operator = ?4)`;

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
    operator: text('operator'),
    fileName: String(row['file_name']),
  };
}
