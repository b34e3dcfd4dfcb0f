/** Collects what helps to find a fault without customers' data: versions, settings, counts, the error log. */
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Settings } from '../../shared/domain/model/settings.ts';
import type { StoreStatistics } from '../store/store.ts';
import { version } from '../platform/version.ts';

const mostLines = 200;

export interface Diagnostics {
  readonly made: string;
  readonly version: string;
  readonly system: {
    readonly platform: string;
    readonly release: string;
    readonly arch: string;
    readonly memoryMb: number;
    readonly node: string;
    readonly electron: string | null;
  };
  readonly settings: Settings;
  readonly store: StoreStatistics;
  /** Lines of the error log: names and places in the code, no messages. The user's folder is `~`. */
  readonly errors: readonly unknown[];
}

function errorsOf(home: string): readonly unknown[] {
  const file = path.join(home, 'logs', 'errors.log');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(-mostLines);
  return lines.map((line): unknown => JSON.parse(line.replaceAll(JSON.stringify(os.homedir()).slice(1, -1), '~')));
}

export function collectDiagnostics(home: string, settings: Settings, store: StoreStatistics, now: number): Diagnostics {
  const system = {
    platform: process.platform,
    release: os.release(),
    arch: process.arch,
    memoryMb: Math.round(os.totalmem() / 1024 / 1024),
    node: process.versions.node,
    electron: process.versions['electron'] ?? null,
  };
  return { made: new Date(now).toISOString(), version, system, settings, store, errors: errorsOf(home) };
}
