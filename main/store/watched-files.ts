/** Stores what became of the files of watched folders: each content is taken once, whatever its name and whoever sees it. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { paramsSchema } from '../../shared/domain/model/issues.ts';
import type { Failure } from '../../shared/result.ts';
import type { Clock } from '../ports.ts';
import type { Database } from './database.ts';
import { holdFile, type ProcessPresence } from './process-presence.ts';

/** A file of a watched folder. */
export interface WatchedFile {
  readonly path: string;
  /** Its size and times; equal for a file that did not change. */
  readonly stamp: string;
}

/** What became of the files of watched folders (docs/reliability.md, «The watched folder»). */
export interface WatchedFileStore {
  /**
   * Makes this process the one of the home that watches this folder, and no other; false: another process watches it.
   * `release`, or the end of the process, ends it.
   */
  hold(folder: string): boolean;
  release(): void;
  /** Whether the file, as it stands, was dealt with. */
  isKnown(file: WatchedFile): boolean;
  /** Whether this content was taken, under whatever name. */
  isTaken(fileHash: string): boolean;
  /**
   * Notes that the content was taken. False: it was taken before, this is the same again.
   * @param batchId the batch that is new because of it; null: it was a batch already
   */
  take(file: WatchedFile & { readonly fileHash: string }, batchId: string | null): boolean;
  /** Takes back that the content was taken. */
  forget(fileHash: string): void;
  /** Notes that the file was left, and why: it is listed until it changes or is dismissed. */
  leave(file: WatchedFile & { readonly fileHash: string | null }, reason: Failure): void;
  /** These lie there already, and are not to be taken; in place of those noted before. */
  noteBefore(files: readonly WatchedFile[]): void;
  /** They are to be taken after all. */
  forgetBefore(): void;
  countBefore(): number;
  /** The files that were left, the latest first, a few at most. */
  listLeft(): readonly {
    readonly id: number;
    readonly path: string;
    readonly at: number;
    readonly reason: Failure;
  }[];
  /** Files that were left because of their headings, and are listed, are to be looked at anew. */
  reconsider(): void;
  /** It is not listed any more, and still not taken. */
  dismiss(id: number): void;
  /** Batches that were taken and not opened since, because the app ended. */
  unopened(): readonly string[];
}

const reasonSchema = z.object({ code: z.string(), params: paramsSchema });
/** As many files that were left are shown. */
const mostShown = 50;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** @param present announces this process among those that use the home */
export function openWatchedFileStore(
  database: Database,
  homeDir: string,
  present: () => ProcessPresence,
  clock: Clock,
): WatchedFileStore {
  let held: { readonly folder: string; release(): void } | null = null;

  const release = (): void => {
    held?.release();
    held = null;
  };

  /** What is known of a file at this place is replaced; that a content was taken stays. */
  function note(
    file: { readonly path: string; readonly stamp: string; readonly fileHash: string | null },
    outcome: 'taken' | 'same' | 'left' | 'before',
    shown: { readonly path: string; readonly reason: string } | null = null,
  ): void {
    const place = digest(file.path);
    database.run(`DELETE FROM watched_files WHERE place = ? AND outcome <> 'taken'`, place);
    database.run(
      'INSERT INTO watched_files (place, stamp, file_hash, outcome, path, reason, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      place,
      file.stamp,
      file.fileHash,
      outcome,
      shown?.path ?? null,
      shown?.reason ?? null,
      clock.now(),
    );
  }

  const isTaken = (fileHash: string): boolean =>
    database.get(`SELECT 1 FROM watched_files WHERE file_hash = ? AND outcome = 'taken'`, fileHash) !== undefined;
  const isKnown: WatchedFileStore['isKnown'] = ({ path: file, stamp }) =>
    database.get('SELECT 1 FROM watched_files WHERE place = ? AND stamp = ?', digest(file), stamp) !== undefined;

  return {
    hold(folder) {
      if (held?.folder === folder) return true;
      release();
      const lock = holdFile(path.join(homeDir, 'watching'), digest(folder).slice(0, 16));
      if (lock === null) return false;
      // A setup must not end it while it watches.
      present();
      held = { folder, release: lock };
      return true;
    },
    release,
    isKnown,
    take: (file, batchId) =>
      database.transaction(() => {
        if (isTaken(file.fileHash)) {
          note(file, 'same');
          return false;
        }
        note(file, 'taken');
        if (batchId !== null) database.run('UPDATE batches SET arrived = 1 WHERE id = ?', batchId);
        return true;
      }),
    isTaken,
    forget: (fileHash) => void database.run('DELETE FROM watched_files WHERE file_hash = ?', fileHash),
    leave: (file, reason) =>
      database.transaction(() => note(file, 'left', { path: file.path, reason: JSON.stringify(reason) })),
    noteBefore: (files) =>
      database.transaction(() => {
        database.run(`DELETE FROM watched_files WHERE outcome = 'before'`);
        for (const file of files) if (!isKnown(file)) note({ ...file, fileHash: null }, 'before');
      }),
    forgetBefore: () => void database.run(`DELETE FROM watched_files WHERE outcome = 'before'`),
    countBefore: () => Number(database.get(`SELECT count(*) AS n FROM watched_files WHERE outcome = 'before'`)?.['n']),
    listLeft: () =>
      database
        .all(
          `SELECT id, path, reason, at FROM watched_files WHERE outcome = 'left' AND path IS NOT NULL ORDER BY at DESC, id DESC LIMIT ?`,
          mostShown,
        )
        .map((row) => ({
          id: Number(row['id']),
          path: String(row['path']),
          at: Number(row['at']),
          reason: reasonSchema.parse(JSON.parse(String(row['reason']))),
        })),
    reconsider: () =>
      void database.run(
        `DELETE FROM watched_files WHERE outcome = 'left' AND json_extract(reason, '$.code') = 'watch.unknownHeadings'`,
      ),
    dismiss: (id) => void database.run('UPDATE watched_files SET path = NULL, reason = NULL WHERE id = ?', id),
    unopened: () =>
      database
        .all('SELECT id FROM batches WHERE arrived = 1 AND counts IS NULL AND removed_at IS NULL ORDER BY created_at')
        .map((row) => String(row['id'])),
  };
}
