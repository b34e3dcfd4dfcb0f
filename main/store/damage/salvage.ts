/** Copies whatever can still be read out of a damaged database, row by row. */
import { reduceRevision } from '../../../shared/domain/sending/reduce-revision.ts';
import type { Revision } from '../../../shared/domain/sending/revision.ts';
import { hashOfBody } from '../../platform/encode-order.ts';
import { Database, type Row } from '../database.ts';
import { revisionOf, stateColumns, stateValues } from '../revision-rows.ts';

/** Tables that others refer to come first, attempts last; the position in the witness is not copied, and rows are counted anew. */
const first = ['shops', 'batches', 'profiles', 'settings'];
const last = ['revisions', 'attempts'];
const never = new Set(['witnessed', 'row_counts']);

/** Copies the tables from `file` to `into` as far as they are readable. @param between runs after the batches are copied */
export function salvageTables(file: string, into: Database, between: () => void): void {
  let from: Database;
  try {
    from = new Database(file, 'salvage');
  } catch {
    between();
    return;
  }
  try {
    const all = into
      .all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .map((row) => String(row['name']));
    const middle = all.filter((name) => !first.includes(name) && !last.includes(name) && !never.has(name));
    for (const table of first) copyTable(from, into, table);
    between();
    for (const table of [...middle, ...last]) copyTable(from, into, table);
  } finally {
    from.close();
  }
}

/** From the beginning up to the damage, then from the end. */
function copyTable(from: Database, into: Database, table: string): void {
  const columns = into.all(`PRAGMA table_info(${table})`);
  const keys = columns.filter((column) => Number(column['pk']) > 0).map((column) => String(column['name']));
  const names = columns.map((column) => String(column['name']));
  const order = keys.length > 0 ? keys : ['rowid'];
  for (const direction of ['ASC', 'DESC']) {
    try {
      for (const row of from.iterate(
        `SELECT * FROM ${table} NOT INDEXED ORDER BY ${order.map((key) => `${key} ${direction}`).join(', ')}`,
      ))
        insert(into, table, names, row);
      return;
    } catch {
      // The damage is here: the other end is tried, then the next table.
    }
  }
}

function insert(into: Database, table: string, names: readonly string[], row: Row): void {
  const known = names.filter((name) => name in row);
  try {
    into.run(
      `INSERT OR IGNORE INTO ${table} (${known.join(', ')}) VALUES (${known.map(() => '?').join(', ')})`,
      ...known.map((name) => row[name] ?? null),
    );
  } catch {
    // A row whose parent row is lost, or that is garbage itself.
  }
}

/**
 * Keeps only the salvaged revisions that can be verified; the witness makes the rest unknown. An order that was sent and has
 * no final state becomes unknown, too: its later attempts may be lost.
 */
export function invalidateUnproven(database: Database, at: number): void {
  for (const { id } of database.all('SELECT id FROM revisions')) {
    const revision = sound(database, Number(id));
    if (!revision) {
      database.run('DELETE FROM attempts WHERE revision_id = ?', Number(id));
      database.run('DELETE FROM revisions WHERE id = ?', Number(id));
    } else if (revision.attempts > 0) {
      const state = reduceRevision(revision, { type: 'forgotten', at });
      if (state !== revision)
        database.run(
          `UPDATE revisions SET ${stateColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
          ...stateValues(state),
          revision.id,
        );
    }
  }
  database.run('UPDATE revisions SET owner = NULL');
  database.run(`UPDATE attempts SET ended_at = ?, happened = 'forgotten' WHERE ended_at IS NULL`, at);
  database.run(
    `UPDATE revisions SET latest = 1 WHERE latest = 0 AND number =
     (SELECT max(number) FROM revisions o WHERE o.batch_id = revisions.batch_id AND o.order_id = revisions.order_id)
     AND NOT EXISTS (SELECT 1 FROM revisions o WHERE o.batch_id = revisions.batch_id AND o.order_id = revisions.order_id AND o.latest = 1)`,
  );
}

/** The revision, if its row is readable, its body matches its hash, and an acceptance has its proof. */
function sound(database: Database, id: number): Revision | null {
  try {
    const row = database.get('SELECT * FROM revisions WHERE id = ?', id);
    if (!row) return null;
    const revision = revisionOf(row);
    if (revision.body !== null && hashOfBody(revision.body) !== revision.bodyHash) return null;
    return (revision.state === 'accepted') === (revision.proof !== null) ? revision : null;
  } catch {
    return null;
  }
}
