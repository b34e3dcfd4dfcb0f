/**
 * Rebuilds a damaged database: sets it aside, whole, and creates a new one from what can still be read of it, from the
 * files of the batches, and (by the sender, at its start) from the witness.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { noChoices } from '../../../shared/domain/model/choices.ts';
import { firstShop } from '../../../shared/domain/model/shop.ts';
import { FailureError } from '../../../shared/result.ts';
import { wmsPaths } from '../../../shared/wms/addresses.ts';
import { isPracticeServer } from '../../../shared/wms/practice-server.ts';
import { removeFileSync, renameFileSync } from '../../platform/files.ts';
import { makePrivateFolder } from '../../platform/private-home.ts';
import type { Clock, WitnessedBatch } from '../../ports.ts';
import { Database, damageMarkerPath } from '../database.ts';
import { isAnyProcessAlive } from '../process-presence.ts';
import { invalidateUnproven, salvageTables } from './salvage.ts';
import { migrate } from '../schema.ts';
import { restoreShop } from '../shops.ts';

export interface RebuiltDatabase {
  readonly database: Database;
  /** Where the damaged database is now. */
  readonly folder: string;
  readonly files: number;
  readonly orders: number;
}

/**
 * @param witnessed the batches that the witness knows
 * @throws FailureError `store.damagedInUse` while another process has the home in use
 */
export function rebuildDatabase(
  homeDir: string,
  file: string,
  clock: Clock,
  witnessed: () => readonly WitnessedBatch[],
): RebuiltDatabase {
  const processes = path.join(homeDir, 'processes');
  refuseInUse(processes, homeDir);
  const partial = `${file}.partial`;
  for (const suffix of ['', '-wal', '-shm']) removeFileSync(`${partial}${suffix}`);
  const made = new Database(partial);
  try {
    migrate(made);
    made.transaction(() => {
      salvageTables(file, made, () => void restoreLostBatches(made, path.join(homeDir, 'files'), witnessed));
      invalidateUnproven(made, clock.now());
    });
  } finally {
    made.close();
  }
  renameFileSync(partial, rebuiltName(file));
  const folder = setAside(homeDir, file, clock);
  try {
    // A process that started in between has the damaged one open; then everything stays as it was.
    refuseInUse(processes, homeDir);
  } catch (error) {
    for (const name of fs.readdirSync(folder)) renameFileSync(path.join(folder, name), path.join(homeDir, name));
    fs.rmdirSync(folder);
    throw error;
  }
  finishDatabaseRebuild(file);
  const database = new Database(file);
  const count = (sql: string) => Number(database.get(sql)?.['n'] ?? 0);
  return {
    database,
    folder,
    files: count('SELECT count(*) AS n FROM batches WHERE removed_at IS NULL'),
    orders: count('SELECT count(*) AS n FROM revisions WHERE latest = 1'),
  };
}

/** Path of the complete new database until it takes the old one's place. */
function rebuiltName(file: string): string {
  return `${file}.rebuilt`;
}

/** Puts the rebuilt database where the damaged one was; also after a crash just before. */
export function finishDatabaseRebuild(file: string): void {
  if (!fs.existsSync(rebuiltName(file)) || fs.existsSync(file)) return;
  renameFileSync(rebuiltName(file), file);
  removeFileSync(damageMarkerPath(file));
}

function refuseInUse(processes: string, homeDir: string): void {
  if (isAnyProcessAlive(processes)) throw new FailureError('store.damagedInUse', { folder: homeDir });
}

/** Moves the database and its WAL into a folder, under their own names. */
function setAside(homeDir: string, file: string, clock: Clock): string {
  const aside = path.join(homeDir, 'damaged', new Date(clock.now()).toISOString().replaceAll(':', '-'));
  makePrivateFolder(aside);
  const present = ['-wal', '-shm', ''].map((suffix) => `${file}${suffix}`).filter((from) => fs.existsSync(from));
  const moved: string[] = [];
  try {
    for (const from of present) {
      renameFileSync(from, path.join(aside, path.basename(from)));
      moved.push(from);
    }
  } catch (error) {
    // Another program holds one of them: a database is nothing without its log, so that none is moved.
    for (const from of moved) renameFileSync(path.join(aside, path.basename(from)), from);
    fs.rmdirSync(aside);
    throw error;
  }
  return aside;
}

/** Lists files of batches that the database lost again, by their names in the witness, and their shops; returns how many. */
export function restoreLostBatches(
  database: Database,
  folder: string,
  witnessed: () => readonly WitnessedBatch[],
): number {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const known = new Map(witnessed().map((batch) => [batch.batchId, batch]));
  for (const { shop } of known.values()) if (shop) restoreShop(database, shop);
  // Of a file that nothing was sent of nobody knows any more whose it is, where there are several shops.
  const isOneShop = database.get('SELECT 1 FROM shops WHERE id <> ? LIMIT 1', firstShop) === undefined;
  let added = 0;
  for (const name of names) {
    const [, id = '', extension = ''] =
      /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.([a-z0-9]{1,8}))?$/u.exec(name) ?? [];
    if (id === '' || database.get('SELECT 1 FROM batches WHERE id = ?', id)) continue;
    const bytes = fs.readFileSync(path.join(folder, name));
    const at = Math.round(fs.statSync(path.join(folder, name)).mtimeMs);
    const batch = known.get(id);
    database.run(
      'INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices, ' +
        'server_identity, server_url, server_practice, shop) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      batch?.fileName ?? name,
      extension,
      createHash('sha256').update(bytes).digest('hex'),
      bytes.length,
      at,
      at,
      JSON.stringify(noChoices),
      batch?.server ?? null,
      batch ? batch.url.slice(0, batch.url.lastIndexOf(wmsPaths.create) + 1) : null,
      batch ? Number(isPracticeServer(batch.server)) : null,
      batch || isOneShop ? (batch?.shop?.id ?? firstShop) : null,
    );
    added++;
  }
  if ([...known.values()].some(({ shop }) => shop === undefined)) restoreShop(database, undefined);
  return added;
}
