/**
 * Keeps what files say otherwise of orders that stay as they were sent, for the WMS's people. A decision hangs on the edit
 * that made it: it counts while the edit does, and so do the keys that the order is known by because of it.
 */
import { z } from 'zod';
import { editSchema } from '../../shared/domain/model/edits.ts';
import { changedFieldSchema, type SentChange } from '../../shared/domain/model/sent-changes.ts';
import { serverTableKey } from '../../shared/wms/practice-server.ts';
import type { Database, Row } from './database.ts';
import { isClaim } from './identity-gaps.ts';
import { isServer } from './server-names.ts';
import type { SentChangeStore, SentContent, SentOrderQuery, StayingOrder } from './sent-stores.ts';

export interface InternalSentChanges extends SentChangeStore {
  /** Those of a period and a shop (null: of all). */
  listOf(query: Omit<SentOrderQuery, 'operator'>): readonly SentChange[];
  /** Notes what was decided by the edit; a part of the transaction that stores it. */
  add(batchId: string, sequence: number, orders: readonly StayingOrder[], at: number): void;
  /** The edit's rows have other numbers now; a part of the transaction that changed it. @param to one for each of `from` */
  readdress(batchId: string, sequence: number, from: readonly number[], to: readonly number[]): void;
  /** Lets the decisions of the batch follow its edits; a part of the transaction that changed them. */
  follow(batchId: string): void;
}

const keysSchema = z.array(z.string());

export function openSentChangeStore(database: Database): InternalSentChanges {
  /** Learns or forgets keys; those that the order was known by anyway are no part of the decision. */
  function setInForce(batchId: string, sequence: number, row: number, inForce: boolean): void {
    const decision = database.get(
      'SELECT * FROM sent_changes WHERE batch_id = ? AND sequence = ? AND row = ?',
      batchId,
      sequence,
      row,
    );
    if (!decision || decision['in_force'] === Number(inForce)) return;
    const server = serverTableKey(String(decision['server']));
    for (const key of keysSchema.parse(JSON.parse(String(decision['keys'])))) {
      if (inForce)
        database.run(
          'INSERT INTO identity_keys (server, key, number, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
          server,
          key,
          Number(decision['order_id']),
          Number(decision['at']),
        );
      else
        database.run(
          'DELETE FROM identity_keys WHERE server = ? AND key = ? AND number = ?',
          server,
          key,
          Number(decision['order_id']),
        );
    }
    database.run(
      'UPDATE sent_changes SET in_force = ? WHERE batch_id = ? AND sequence = ? AND row = ?',
      Number(inForce),
      batchId,
      sequence,
      row,
    );
  }

  /** The rows that stay as they were sent, each by the edit that said so last and was not taken back by a later one. */
  function stayingRows(batchId: string, decided: ReadonlySet<string>): ReadonlyMap<number, number> {
    const staying = new Map<number, number>();
    const edits = database.all(
      `SELECT sequence, edit FROM edits WHERE batch_id = ? AND state = 'live' AND place IS NULL ORDER BY sequence`,
      batchId,
    );
    for (const { sequence, edit: text } of edits) {
      const edit = editSchema.parse(JSON.parse(String(text)));
      if (edit.kind !== 'leaveOut' && edit.kind !== 'takeAsNew') continue;
      for (const row of edit.rows) {
        if (decided.has(`${Number(sequence)} ${row}`)) staying.set(row, Number(sequence));
        else if (edit.kind === 'takeAsNew' || !edit.out) staying.delete(row);
      }
    }
    return staying;
  }

  function follow(batchId: string): void {
    const decisions = database.all('SELECT sequence, row FROM sent_changes WHERE batch_id = ?', batchId);
    if (decisions.length === 0) return;
    const all = decisions.map(({ sequence, row }) => ({ sequence: Number(sequence), row: Number(row) }));
    const staying = stayingRows(batchId, new Set(all.map(({ sequence, row }) => `${sequence} ${row}`)));
    // What is taken back first: two decisions may share keys.
    for (const { sequence, row } of all) if (staying.get(row) !== sequence) setInForce(batchId, sequence, row, false);
    for (const { sequence, row } of all) if (staying.get(row) === sequence) setInForce(batchId, sequence, row, true);
  }

  return {
    add(batchId, sequence, orders, at) {
      for (const { server, orderId, wmsId, row, keys, compared, changes } of orders) {
        const known = new Set(
          database
            .all('SELECT key FROM identity_keys WHERE server = ? AND number = ?', serverTableKey(server), orderId)
            .map((held) => String(held['key'])),
        );
        database.run(
          `INSERT INTO sent_changes (batch_id, sequence, row, server, order_id, wms_id, at, compared, changes, keys, in_force)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
          batchId,
          sequence,
          row,
          server,
          orderId,
          wmsId,
          at,
          Number(compared),
          JSON.stringify(changes),
          JSON.stringify(keys.filter((key) => !known.has(key))),
        );
      }
      follow(batchId);
    },
    readdress(batchId, sequence, from, to) {
      const numbers = new Map(from.map((row, at) => [row, to[at] ?? row]));
      const decisions = database.all(
        'SELECT row FROM sent_changes WHERE batch_id = ? AND sequence = ?',
        batchId,
        sequence,
      );
      // By way of numbers that no row has: one may get what another had.
      for (const sign of [-1, 1])
        for (const { row } of decisions) {
          const before = Number(row);
          const here = numbers.get(before) ?? before;
          database.run(
            'UPDATE sent_changes SET row = ? WHERE batch_id = ? AND sequence = ? AND row = ?',
            sign * here,
            batchId,
            sequence,
            sign < 0 ? before : -here,
          );
        }
    },
    follow,
    listOf: ({ from, to, shop }) =>
      database
        .all(
          `${inForce} AND c.at >= ?1 AND c.at < ?2 AND (?3 IS NULL OR b.shop = ?3) ORDER BY c.at DESC, c.order_id`,
          from,
          to,
          shop,
        )
        .map(changeOf),
    list: () => database.all(`${inForce} ORDER BY c.at DESC, c.order_id`).map(changeOf),
    ofOrder: (server, orderId) =>
      database
        .all(`${inForce} AND c.server ${isServer()} AND c.order_id = ? ORDER BY c.at DESC`, server, orderId)
        .map(changeOf),
    sent(server, orderIds) {
      const found = new Map<number, SentContent>();
      const rows = database.all(
        `SELECT r.order_id, r.body, b.opened_by FROM revisions r JOIN batches b ON b.id = r.batch_id
         WHERE r.server ${isServer()} AND r.order_id IN (SELECT value FROM json_each(?)) AND r.state = 'accepted' ORDER BY r.at`,
        server,
        JSON.stringify(orderIds),
      );
      for (const { order_id: id, body, opened_by: by } of rows)
        found.set(Number(id), {
          body: body === null ? null : String(body),
          openedBy: by === null ? null : String(by),
        });
      return found;
    },
  };
}

const inForce = `SELECT c.*, b.file_name FROM sent_changes c JOIN batches b ON b.id = c.batch_id WHERE c.in_force = 1 AND NOT ${isClaim}`;

function changeOf(row: Row): SentChange {
  return {
    server: String(row['server']),
    orderId: Number(row['order_id']),
    wmsId: row['wms_id'] === null ? null : Number(row['wms_id']),
    fileName: String(row['file_name']),
    at: Number(row['at']),
    compared: row['compared'] === 1,
    changes: z.array(changedFieldSchema).parse(JSON.parse(String(row['changes']))),
  };
}
