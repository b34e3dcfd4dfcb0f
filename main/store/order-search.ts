/** Finds orders that were sent, over all batches: by order id, WMS id, phone or name. */
import { z } from 'zod';
import { rowName } from '../../shared/domain/model/sheet-rows.ts';
import { journalStates } from '../../shared/domain/model/order-states.ts';
import { customerTest, type Customers, type CustomerTest } from './customers.ts';
import type { Database, Row } from './database.ts';
import { sheetsRead } from './sheets-read.ts';
import type { FoundOrderRecord, OrderSearch, SentChangeStore } from './sent-stores.ts';

/** Orders that are looked up at once. */
const foundAtOnce = 100;

const selected = `SELECT r.id, r.server, r.order_id, r.wms_id, r.state, r.at, r.rows, r.order_key, r.batch_id,
    b.file_name, b.choices ->> 'together' AS sheets, b.server_practice, b.removed_at,
    json_extract(r.body, '$.full_name') AS name, json_extract(r.body, '$.phone') AS phone
  FROM revisions r JOIN batches b ON b.id = r.batch_id WHERE r.latest = 1`;

const rowSchema = z.object({
  server: z.string(),
  order_id: z.int(),
  wms_id: z.int().nullable(),
  state: z.enum(journalStates),
  at: z.int(),
  rows: z.string(),
  order_key: z.string(),
  batch_id: z.string(),
  file_name: z.string(),
  server_practice: z.int().nullable(),
  removed_at: z.int().nullable(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
});

const rowsSchema = z.array(z.int());

/** An order without what is still to be looked up of it. */
type FoundRow = Omit<FoundOrderRecord, 'changes'> & { readonly server: string };

function foundOf(row: Row): FoundRow {
  const read = rowSchema.parse(row);
  const [first] = rowsSchema.parse(JSON.parse(read.rows));
  return {
    server: read.server,
    orderId: read.order_id,
    orderKey: read.order_key,
    wmsId: read.wms_id,
    state: read.state,
    at: read.at,
    row: first === undefined ? null : rowName(sheetsRead(row['sheets']), first),
    fileName: read.file_name,
    batchId: read.removed_at === null ? read.batch_id : null,
    practice: read.server_practice === 1,
    name: read.name,
    phone: read.phone,
  };
}

export function openOrderSearch(
  database: Database,
  sentChanges: Pick<SentChangeStore, 'ofOrder'>,
  customers: Pick<Customers, 'find' | 'takeMore'>,
): OrderSearch {
  function byNumber(number: number, limit: number): FoundRow[] {
    return database
      .all(`${selected} AND (r.order_id = ?1 OR r.wms_id = ?1) ORDER BY r.at DESC LIMIT ?2`, number, limit)
      .map(foundOf);
  }

  /** What the team's other computers sent; of their customers nothing is known here. */
  function byNumberInTeam(number: number, limit: number): FoundRow[] {
    return database
      .all(
        `SELECT t.server, t.order_id, t.wms_id, t.state, t.at, t.file_name, t.by FROM team_orders t
         WHERE (t.order_id = ?1 OR t.wms_id = ?1) AND NOT EXISTS (SELECT 1 FROM revisions r
           WHERE r.latest = 1 AND r.order_id = t.order_id AND r.server = t.server AND r.state = 'accepted')
         ORDER BY t.at DESC LIMIT ?2`,
        number,
        limit,
      )
      .map((row) => ({
        server: String(row['server']),
        orderId: Number(row['order_id']),
        orderKey: String(row['order_id']),
        wmsId: row['wms_id'] === null ? null : Number(row['wms_id']),
        state: row['state'] === 'taken' ? 'duplicate' : z.enum(journalStates).parse(row['state']),
        at: Number(row['at']),
        row: null,
        fileName: String(row['file_name']),
        batchId: null,
        practice: false,
        name: null,
        phone: null,
        by: String(row['by']),
      }));
  }

  function byCustomer(test: CustomerTest, limit: number): FoundRow[] {
    const found: FoundRow[] = [];
    let candidates: number[] = [];
    const lookUp = (): void => {
      const rows = database.all(
        `${selected} AND r.body IS NOT NULL AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id DESC`,
        JSON.stringify(candidates),
      );
      found.push(...rows.map(foundOf));
      candidates = [];
    };
    for (const id of customers.find(test)) {
      candidates.push(id);
      if (candidates.length === foundAtOnce) lookUp();
      if (found.length >= limit) return found;
    }
    lookUp();
    return found;
  }

  return {
    prepare: () => customers.takeMore(),
    find(text, limit = 50) {
      const trimmed = text.trim();
      const isNumber = /^[1-9]\d{0,14}$/u.test(trimmed);
      const number = Number(trimmed);
      const numbered = isNumber ? [...byNumber(number, limit), ...byNumberInTeam(number, limit)] : [];
      const test = customerTest(trimmed);
      const known = new Set(numbered.map(({ batchId, orderKey }) => `${batchId} ${orderKey}`));
      const others = test
        ? byCustomer(test, limit).filter(({ batchId, orderKey }) => !known.has(`${batchId} ${orderKey}`))
        : [];
      return [...numbered, ...others]
        .slice(0, limit)
        .map(({ server, ...found }) => ({ ...found, changes: sentChanges.ofOrder(server, found.orderId) }));
    },
  };
}
