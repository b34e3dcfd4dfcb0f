/** Stores batches: one row each, and the file's copy beside the database. */
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { choicesSchema, noChoices } from '../../shared/domain/model/choices.ts';
import { journalStates, orderStates, type StateCounts } from '../../shared/domain/model/order-states.ts';
import { fileFault, systemErrorCode } from '../../shared/domain/table/file-faults.ts';
import { failure, FailureError, success } from '../../shared/result.ts';
import { removeFile, renameFile } from '../platform/files.ts';
import { makePrivateFolder, ownFile } from '../platform/private-home.ts';
import type { Clock } from '../ports.ts';
import type { Database, Row } from './database.ts';
import { profileNameFor } from '../../shared/domain/model/profile-name.ts';
import { fingerprint } from './profiles.ts';
import { isServer, namesOf } from './server-names.ts';
import type { BatchRecord, BatchStore } from './batch-stores.ts';
import type { ShopStore } from './shop-stores.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));
const countsSchema: z.ZodType<StateCounts> = z.record(z.enum([...orderStates, 'total']), z.int());

const rowSchema = z.object({
  id: z.string(),
  file_name: z.string(),
  extension: z.string(),
  file_hash: z.string(),
  size: z.int(),
  created_at: z.int(),
  opened_at: z.int(),
  choices: json.pipe(choicesSchema),
  shop: z.string().nullable(),
  folder: z.string().nullable(),
  profile: z.string().nullable(),
  server_identity: z.string().nullable(),
  server_url: z.string().nullable(),
  server_practice: z.int().nullable(),
  counts: json.pipe(countsSchema).nullable(),
  opened_by: z.string().nullable(),
  earlier_answer: z.enum(['carried', 'closed']).nullable(),
  arrived: z.int().nullable(),
});

/** How long corrections are carried over to a file of another name, and from how many files. */
const workLastsMs = 7 * 86_400_000;
const mostWorkedOn = 2;

/** The file's name without the number that a second download or copy of it gets. */
function nameOfSource(fileName: string): string {
  return fileName.replace(/\s*\(\d+\)(?=\.[^.]*$)/u, '').toLowerCase();
}

/** @param onErased told where customers' data was erased */
export function openBatchStore(
  database: Database,
  filesDir: string,
  shops: Pick<ShopStore, 'list' | 'removed'>,
  clock: Clock,
  onErased: () => void,
): BatchStore {
  makePrivateFolder(filesDir);
  const fileOf = (id: string, extension: string) => path.join(filesDir, extension === '' ? id : `${id}.${extension}`);

  /** Batches of which this process has a run. */
  const running = new Set<string>();

  /** Counts that were stored before the end of a run, with what the journal says became of the orders. */
  function recounted(batchId: string, stored: StateCounts): StateCounts {
    const counts = { ...stored };
    for (const state of journalStates) if (state !== 'duplicate') counts[state] = 0;
    const rows = database.all(
      'SELECT state, count(*) AS n FROM revisions WHERE batch_id = ? AND latest = 1 GROUP BY state',
      batchId,
    );
    for (const row of rows) {
      const state = journalStates.find((known) => known === row['state']) ?? 'ready';
      counts[state] = Math.max(state === 'duplicate' ? stored.duplicate : 0, Number(row['n']));
    }
    const others = orderStates.reduce((sum, state) => sum + (state === 'ready' ? 0 : counts[state]), 0);
    return { ...counts, ready: Math.max(0, stored.total - others) };
  }

  function batchOf(row: Row): BatchRecord {
    const read = rowSchema.parse(row);
    const { server_identity: identity, server_url: url } = read;
    return {
      id: read.id,
      fileName: read.file_name,
      path: fileOf(read.id, read.extension),
      fileHash: read.file_hash,
      size: read.size,
      createdAt: read.created_at,
      openedAt: read.opened_at,
      choices: read.choices,
      shop: read.shop,
      folder: read.folder,
      profile: read.profile,
      server: identity === null || url === null ? null : { identity, url, practice: read.server_practice === 1 },
      openedBy: read.opened_by,
      counts: read.counts !== null && read.counts.sending > 0 ? recounted(read.id, read.counts) : read.counts,
      carryOverDecision: read.earlier_answer,
      isNewArrival: read.arrived === 1,
    };
  }

  function get(batchId: string): BatchRecord | null {
    const row = database.get('SELECT * FROM batches WHERE id = ? AND removed_at IS NULL', batchId);
    return row ? batchOf(row) : null;
  }

  function existing(batchId: string): BatchRecord {
    const batch = get(batchId);
    if (!batch) throw new Error(`There is no batch ${batchId}.`);
    return batch;
  }

  /** Where the person's file lies; null for our own copy of one. */
  function folderOf(file: string): string | null {
    const folder = path.dirname(path.resolve(file));
    return folder === path.resolve(filesDir) ? null : folder;
  }

  const copying = new Map<string, AbortController>();

  async function create(bytes: Readable, fileName: string, folder: string | null, id: string): Promise<BatchRecord> {
    // The name is untrusted: of its ending only letters and digits go into a path.
    const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
    const target = fileOf(id, extension);
    const abandoned = new AbortController();
    copying.set(id, abandoned);
    const { hash, size } = await copy(readable(bytes, fileName), target, abandoned.signal).finally(() =>
      copying.delete(id),
    );
    const at = clock.now();
    // A file may be of a shop that was removed: then the only one that is left is not taken for it.
    const [only, another] = [...shops.list(), ...shops.removed()];
    database.run(
      `INSERT INTO batches (id, file_name, extension, file_hash, size, created_at, opened_at, choices, opened_by, folder, shop)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      fileName,
      extension,
      hash,
      size,
      at,
      at,
      JSON.stringify(noChoices),
      systemUser(),
      folder,
      only !== undefined && another === undefined ? only.id : null,
    );
    return existing(id);
  }

  return {
    createFromPath: (file, fileName = path.basename(file), batchId = randomUUID()) =>
      create(fs.createReadStream(file), fileName, folderOf(file), batchId),
    createFromBytes: (bytes, fileName, batchId = randomUUID()) =>
      create(Readable.from([bytes]), fileName, null, batchId),
    cancelCreation: (batchId) => copying.get(batchId)?.abort(),
    list: (limit = 100) =>
      database
        .all('SELECT * FROM batches WHERE removed_at IS NULL ORDER BY opened_at DESC, created_at DESC LIMIT ?', limit)
        .map(batchOf),
    get,
    findSameFile({ fileHash, fileName, exceptBatch, shop, server }) {
      const row = database.get(
        `SELECT * FROM batches WHERE file_hash = ?1 AND (?2 IS NULL OR file_name = ?2) AND id IS NOT ?3 AND removed_at IS NULL
          AND (server_identity IS NULL OR CASE WHEN ?4 IS NULL THEN server_practice IS NOT 1 ELSE server_identity ${isServer('?4')} END)
          AND (?5 IS NULL OR shop IS NULL OR shop = ?5)
          ORDER BY opened_at DESC, created_at DESC LIMIT 1`,
        fileHash,
        fileName ?? null,
        exceptBatch ?? null,
        server ?? null,
        shop ?? null,
      );
      return row ? batchOf(row) : null;
    },
    otherParts(batchId) {
      const batch = get(batchId);
      if (!batch) return [];
      return database
        .all(
          `SELECT * FROM batches WHERE file_hash = ? AND file_name = ? AND shop IS ? AND id <> ? AND removed_at IS NULL
           ORDER BY created_at`,
          batch.fileHash,
          batch.fileName,
          batch.shop,
          batchId,
        )
        .map(batchOf);
    },
    earlierVersion(batchId) {
      const batch = get(batchId);
      if (!batch) return null;
      const others = database.all(
        `SELECT id, file_name, EXISTS (SELECT 1 FROM edits WHERE batch_id = batches.id AND state = 'live') AS worked_on FROM batches
          WHERE id <> ? AND file_hash <> ? AND created_at <= ? AND shop IS ? AND removed_at IS NULL
          ORDER BY worked_on DESC, created_at DESC`,
        batchId,
        batch.fileHash,
        batch.createdAt,
        batch.shop,
      );
      const found = others.find((row) => nameOfSource(String(row['file_name'])) === nameOfSource(batch.fileName));
      return found ? get(String(found['id'])) : null;
    },
    workedOnBefore(batchId) {
      const batch = get(batchId);
      if (!batch) return [];
      const others = database.all(
        `SELECT * FROM batches WHERE id <> ?1 AND file_hash <> ?2 AND created_at BETWEEN ?3 - ${workLastsMs} AND ?3
           AND shop IS ?4 AND profile IS ?5 AND removed_at IS NULL
           AND EXISTS (SELECT 1 FROM edits WHERE batch_id = batches.id AND state = 'live')
         ORDER BY created_at DESC`,
        batchId,
        batch.fileHash,
        batch.createdAt,
        batch.shop,
        batch.profile,
      );
      return others
        .map(batchOf)
        .filter(({ fileName }) => nameOfSource(fileName) !== nameOfSource(batch.fileName))
        .slice(0, mostWorkedOn);
    },
    setCarryOverDecision: (batchId, answer) =>
      void database.run('UPDATE batches SET earlier_answer = ? WHERE id = ?', answer, batchId),
    touch: (batchId) =>
      void database.run('UPDATE batches SET opened_at = ?, arrived = NULL WHERE id = ?', clock.now(), batchId),
    setChoices: (batchId, choices) =>
      void database.run(
        'UPDATE batches SET choices = ? WHERE id = ?',
        JSON.stringify(choicesSchema.parse(choices)),
        batchId,
      ),
    setProfile: (batchId, profile) =>
      void database.run('UPDATE batches SET profile = ? WHERE id = ?', profile, batchId),
    setHeadings: (batchId, headings) =>
      void database.run(
        'UPDATE batches SET headings = ?1 WHERE id = ?2 AND headings IS NOT ?1',
        fingerprint(headings),
        batchId,
      ),
    knowsHeadings: (shop, headings) =>
      database.get(
        'SELECT 1 FROM batches WHERE headings = ?1 AND (?2 IS NULL OR shop IS NULL OR shop = ?2)',
        fingerprint(headings),
        shop,
      ) !== undefined,
    setShop: (batchId, shop) =>
      database.transaction(() => {
        const batch = existing(batchId);
        if (batch.shop === shop) return success(batch);
        if (database.get('SELECT 1 FROM revisions WHERE batch_id = ?', batchId)) return failure('batch.shopFixed');
        // Numbers of our own that its rows got belong to the other shop.
        database.run('DELETE FROM identity_rows WHERE batch_id = ?', batchId);
        database.run('UPDATE batches SET shop = ?, profile = NULL, counts = NULL WHERE id = ?', shop, batchId);
        return success(existing(batchId));
      }),
    earlierFiles(fileName, folder) {
      const source = profileNameFor(fileName);
      const earlier = database.all('SELECT DISTINCT shop, file_name, folder FROM batches WHERE shop IS NOT NULL');
      const shopsOf = (isMeant: (row: Row) => boolean) => [
        ...new Set(earlier.filter(isMeant).map((row) => String(row['shop']))),
      ];
      return {
        sameName: shopsOf((row) => profileNameFor(String(row['file_name'])) === source),
        sameFolder: folder === null ? [] : shopsOf((row) => row['folder'] === folder),
      };
    },
    setServer: (batchId, server) =>
      database.transaction(() => {
        const batch = existing(batchId);
        if (batch.server && !namesOf(database, server.identity).includes(batch.server.identity))
          return failure('batch.otherServer', { server: batch.server.url });
        database.run(
          'UPDATE batches SET server_identity = ?, server_url = ?, server_practice = ? WHERE id = ?',
          server.identity,
          server.url,
          Number(server.practice),
          batchId,
        );
        return success(existing(batchId));
      }),
    setCounts(batchId, counts) {
      const sending = running.has(batchId) ? Math.max(1, counts.sending) : counts.sending;
      database.run('UPDATE batches SET counts = ? WHERE id = ?', JSON.stringify({ ...counts, sending }), batchId);
    },
    beginRun(batchId) {
      running.add(batchId);
      // Orders under way, which no counts of a run that came to its end have.
      database.run(`UPDATE batches SET counts = json_set(counts, '$.sending', 1) WHERE id = ?`, batchId);
    },
    endRun: (batchId) => void running.delete(batchId),
    async remove(batchId) {
      const batch = get(batchId);
      if (!batch) return success(null);
      const removed = database.transaction(() => {
        if (database.get(`SELECT 1 FROM revisions WHERE batch_id = ? AND state IN ('sending', 'verifying')`, batchId))
          return false;
        database.run('DELETE FROM edits WHERE batch_id = ?', batchId);
        // What is recognised stays so; what the customers' data was, goes.
        database.run('DELETE FROM sent_changes WHERE batch_id = ?', batchId);
        database.run(
          `UPDATE attempts SET answer = NULL, headers = NULL WHERE revision_id IN (SELECT id FROM revisions WHERE batch_id = ?)`,
          batchId,
        );
        database.run(
          `UPDATE revisions SET body = NULL, signature = NULL, rows = '[]', reasons = '[]' WHERE batch_id = ?`,
          batchId,
        );
        // Of a file that was never sent nothing need be kept.
        const wasSent = database.get('SELECT 1 FROM revisions WHERE batch_id = ?', batchId) !== null;
        if (wasSent)
          database.run(
            `UPDATE batches SET removed_at = ?, choices = '{}', counts = NULL WHERE id = ?`,
            clock.now(),
            batchId,
          );
        else database.run('DELETE FROM batches WHERE id = ?', batchId);
        return true;
      });
      if (!removed) return failure('batch.sending');
      onErased();
      await removeFile(batch.path);
      // The WAL still holds what was overwritten in the database; where another process is at work, its next checkpoint empties it.
      database.all('PRAGMA wal_checkpoint(TRUNCATE)');
      return success(null);
    },
  };
}

/** The system's user name; some systems have none. */
function systemUser(): string | null {
  try {
    return os.userInfo().username || null;
  } catch {
    return null;
  }
}

/** Passes the bytes on; errors of the file, its drive or its network become a failure that names the file. */
async function* readable(bytes: Readable, fileName: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    for await (const chunk of bytes) yield chunk as Uint8Array;
  } catch (error) {
    const code = systemErrorCode(error);
    throw code === undefined
      ? error
      : new FailureError(fileFault(code, true), { file: fileName, reason: code }, { cause: error });
  }
}

/** Copies to `target`, which gets its name only once its bytes are on the disk. */
async function copy(
  bytes: AsyncIterable<Uint8Array>,
  target: string,
  signal: AbortSignal,
): Promise<{ readonly hash: string; readonly size: number }> {
  const hash = createHash('sha256');
  const partial = `${target}.partial`;
  let size = 0;
  try {
    await pipeline(
      bytes,
      async function* measured(source: AsyncIterable<Uint8Array>) {
        for await (const chunk of source) {
          hash.update(chunk);
          size += chunk.byteLength;
          yield chunk;
        }
      },
      fs.createWriteStream(partial, { flush: true, mode: ownFile }),
      { signal },
    );
    await renameFile(partial, target);
  } catch (error) {
    // The error itself is what counts; what stays is swept (leftovers.ts).
    await removeFile(partial).catch(() => undefined);
    // What a person stopped is no fault, and has no place in the error log.
    throw signal.aborted ? new FailureError('reading.cancelled', {}, { cause: error }) : error;
  }
  return { hash: hash.digest('hex'), size };
}
