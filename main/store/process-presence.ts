/**
 * Tells whether a process is alive, without clocks and process ids: each holds a lock of the operating system on a file of
 * its own as long as it lives, and the system releases it however the process ends.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { makePrivateFolder } from '../platform/private-home.ts';
import { isBusyError } from './database.ts';

export interface ProcessPresence {
  /** This process's name among those that use the home. */
  readonly id: string;
  isAlive(id: string): boolean;
  close(): void;
}

/** @param folder holds a small file for each running process */
export function openProcessPresence(folder: string): ProcessPresence {
  makePrivateFolder(folder);
  const { id, held } = announce(folder);
  sweep(folder, id);
  return {
    id,
    isAlive(name) {
      if (name === id) return true;
      const file = fileOf(folder, name);
      if (!fs.existsSync(file)) return false;
      const taken = lock(file);
      taken?.close();
      return taken === null;
    },
    close() {
      held.close();
      remove(fileOf(folder, id));
    },
  };
}

/** Whether any process uses the home. */
export function isAnyProcessAlive(folder: string): boolean {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.lock')) : [];
  return names.some((name) => {
    const taken = lock(path.join(folder, name));
    taken?.close();
    return taken === null;
  });
}

/** Holds a name in the folder for this process; returns what releases it. Null: another process, or this one, holds it. */
export function holdFile(folder: string, name: string): (() => void) | null {
  makePrivateFolder(folder);
  // The file stays: where it were removed, two could hold files of this name.
  const held = lock(fileOf(folder, name));
  return held === null ? null : () => held.close();
}

function fileOf(folder: string, id: string): string {
  return path.join(folder, `${id}.lock`);
}

/** Creates and locks this process's file; under a new name where another process removed it before it was locked. */
function announce(folder: string): { readonly id: string; readonly held: InstanceType<typeof DatabaseSync> } {
  for (;;) {
    const id = randomUUID();
    const held = lock(fileOf(folder, id));
    if (held && fs.existsSync(fileOf(folder, id))) return { id, held };
    held?.close();
  }
}

/** Removes the files of processes that are gone. */
function sweep(folder: string, ownId: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (!name.endsWith('.lock') || name === `${ownId}.lock`) continue;
    const file = path.join(folder, name);
    const taken = lock(file);
    if (!taken) continue;
    // Removed while it is held, so that its owner cannot take it in between; Windows removes only what nobody holds.
    if (process.platform !== 'win32') remove(file);
    taken.close();
    if (process.platform === 'win32') tryRemove(file);
  }
}

function tryRemove(file: string): void {
  try {
    remove(file);
  } catch {
    // Another process locked it in the meantime: it is in use, and stays.
  }
}

/** Locks the file; null where another process holds it. */
function lock(file: string): InstanceType<typeof DatabaseSync> | null {
  const connection = new DatabaseSync(file, { timeout: 0 });
  try {
    connection.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    return connection;
  } catch (error) {
    connection.close();
    if (isBusyError(error)) return null;
    throw error;
  }
}

function remove(file: string): void {
  fs.rmSync(file, { force: true });
  fs.rmSync(`${file}-journal`, { force: true });
}
