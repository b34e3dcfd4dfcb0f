/**
 * Keeps the orders that were sent and of which nothing is left to know them by: their customers' data was erased before keys
 * were kept, or the secret of their keys was lost since. A file with the same headings is held once (docs/domain.md, «Orders
 * without a number»): nobody but a person can say which of its orders are among them.
 */
import { profileNameFor } from '../../shared/domain/model/profile-name.ts';
import type { Database } from './database.ts';
import { fingerprint } from './profiles.ts';
import { isServer } from './server-names.ts';
import type { SourceOfOrders } from './number-stores.ts';

export interface IdentityGaps {
  /** Every order whose data is erased: with another secret, keys tell no more. A part of the transaction that notices it. */
  add(): void;
  /** Numbers of such orders that came from files like this one, and that no order was said to be yet; the first sent first. */
  numbersFor(server: string, batchId: string, source: SourceOfOrders): readonly number[];
  /** See IdentityStore.answerGaps. */
  answer(server: string, batchId: string, source: SourceOfOrders, heldRows: readonly number[]): void;
}

/** A person said that an order of a file is one of these: it is no change for the WMS's people. */
export const isClaim = `(c.compared = 0 AND c.changes = '[]')`;

export function openIdentityGaps(database: Database): IdentityGaps {
  function gapsFor(server: string, batchId: string, { shop, headings, profile, fileName }: SourceOfOrders) {
    const rows = database.all(
      `SELECT g.server, g.number, b.file_name,
         b.profile IS NOT NULL AND EXISTS (SELECT 1 FROM profiles p WHERE p.shop = b.shop AND p.name = b.profile) AS has_profile,
         b.profile IS ?4 OR EXISTS (SELECT 1 FROM profile_headings h WHERE h.shop = b.shop AND h.name = b.profile AND h.fingerprint = ?5)
           AS has_headings
       FROM identity_gaps g JOIN revisions r ON r.server = g.server AND r.order_id = g.number AND r.latest = 1 AND r.body IS NULL
         JOIN batches b ON b.id = r.batch_id
       WHERE g.server ${isServer('?1')} AND b.shop IS ?2 AND (g.answered_in IS NULL OR g.answered_in = ?3)
       ORDER BY r.at, g.number`,
      server,
      shop,
      batchId,
      profile,
      fingerprint(headings),
    );
    const name = profileNameFor(fileName);
    // Where nothing tells the headings any more, the file's name does.
    return rows
      .filter((row) =>
        row['has_profile'] === 1 ? row['has_headings'] === 1 : profileNameFor(String(row['file_name'])) === name,
      )
      .map((row) => ({ server: String(row['server']), number: Number(row['number']) }));
  }

  const isClaimed = (server: string, number: number): boolean =>
    database.get(
      `SELECT 1 FROM sent_changes c WHERE c.server ${isServer()} AND c.order_id = ? AND c.in_force = 1 AND ${isClaim}`,
      server,
      number,
    ) !== undefined;

  return {
    add: () =>
      database.run(
        `INSERT INTO identity_gaps (server, number)
         SELECT DISTINCT server, order_id FROM revisions
         WHERE body IS NULL AND latest = 1 AND state IN ('accepted', 'sending', 'verifying', 'unknown', 'review')
         ON CONFLICT DO UPDATE SET answered_in = NULL`,
      ),
    numbersFor: (server, batchId, source) =>
      gapsFor(server, batchId, source)
        .map(({ number }) => number)
        .filter((number) => !isClaimed(server, number)),
    answer(server, batchId, source, heldRows) {
      const isSaid = heldRows.every(
        (row) =>
          database.get(
            `SELECT 1 FROM sent_changes c WHERE c.batch_id = ? AND c.row = ? AND c.in_force = 1 AND ${isClaim}`,
            batchId,
            row,
          ) !== undefined,
      );
      for (const gap of gapsFor(server, batchId, source))
        database.run(
          'UPDATE identity_gaps SET answered_in = ? WHERE server = ? AND number = ?',
          isSaid ? batchId : null,
          gap.server,
          gap.number,
        );
    },
  };
}
