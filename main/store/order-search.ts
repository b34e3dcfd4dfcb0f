/** Finds orders that were sent, over all batches: by order id, WMS id, phone or name. */
import { z } from 'zod';
import { maxSearchedCustomers } from '../../shared/domain/model/order-search.ts';
import { fold } from '../../shared/domain/values/fold.ts';
import { scriptKey } from '../../shared/domain/values/script-key.ts';
import { journalStates } from '../../shared/domain/model/order-states.ts';
import type { Database, Row } from './database.ts';
import type { FoundOrderRecord, OrderSearch, SentChangeStore } from './sent-stores.ts';

/** Shorter texts would match too much. */
const leastLetters = 3;
const leastPhoneDigits = 5;
const page = 5000;

const selected = `SELECT r.id, r.server, r.order_id, r.wms_id, r.state, r.at, r.rows, r.order_key, r.batch_id,
    b.file_name, b.server_practice, b.removed_at,
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
  return {
    server: read.server,
    orderId: read.order_id,
    orderKey: read.order_key,
    wmsId: read.wms_id,
    state: read.state,
    at: read.at,
    row: rowsSchema.parse(JSON.parse(read.rows))[0] ?? null,
    fileName: read.file_name,
    batchId: read.removed_at === null ? read.batch_id : null,
    practice: read.server_practice === 1,
    name: read.name,
    phone: read.phone,
  };
}

/** A test for customers: each word of the text begins a word of the name, or its digits are in the phone. Null: too short. */
function customerTest(text: string): ((name: string, phone: string) => boolean) | null {
  const digits = text.replace(/\D/gu, '');
  const isPhone = /^[\d\s+()-]+$/u.test(text);
  if (isPhone) return digits.length < leastPhoneDigits ? null : (_name, phone) => phone.includes(digits);
  const wordsOf = (folded: string): string[] => folded.split(' ').filter((word) => word !== '');
  const forms = [fold, scriptKey].map((form) => ({ form, words: wordsOf(form(text)) }));
  if (forms.every(({ words }) => words.join('').length < leastLetters)) return null;
  // A name is the same in either script.
  return (name) =>
    forms.some(({ form, words }) => {
      const parts = wordsOf(form(name));
      return words.length > 0 && words.every((word) => parts.some((part) => part.startsWith(word)));
    });
}

export function openOrderSearch(database: Database, sentChanges: Pick<SentChangeStore, 'ofOrder'>): OrderSearch {
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

  function byCustomer(test: (name: string, phone: string) => boolean, limit: number): FoundRow[] {
    const found: FoundRow[] = [];
    let before = Number.MAX_SAFE_INTEGER;
    for (let looked = 0; looked < maxSearchedCustomers && found.length < limit; looked += page) {
      const rows = database.all(
        `${selected} AND r.body IS NOT NULL AND r.id < ? ORDER BY r.id DESC LIMIT ${page}`,
        before,
      );
      for (const row of rows)
        if (test(String(row['name'] ?? ''), String(row['phone'] ?? '').replace(/\D/gu, ''))) found.push(foundOf(row));
      if (rows.length < page) break;
      before = Number(rows.at(-1)?.['id']);
    }
    return found;
  }

  return {
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
