/** A real folder, as the system tells of it or looked through: what is offered, when, and that nothing stays unseen. */
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../../main/ports.ts';
import type { DueFile } from '../../../main/watch/arrivals.ts';
import type { FailureError } from '../../../shared/result.ts';
import {
  checkFolder,
  pollingOf,
  WatchedFolder,
  type FolderState,
  type TakeOutcome,
  type WatchOptions,
} from '../../../main/watch/watched-folder.ts';
import { patience } from '../../support/patience.ts';
import { temporaryFolder } from '../../support/terminal.ts';

const settleMs = 20;
const taken: TakeOutcome<string> = { kind: 'taken', taken: ['one'] };

function watched(folder: string, answer: (name: string) => TakeOutcome<string>, options: Partial<WatchOptions> = {}) {
  const offered: string[] = [];
  const left: string[] = [];
  const told: number[] = [];
  const states: FolderState[] = [];
  const watch = new WatchedFolder<string>(
    { folder, pollMs: 30, clock: systemClock, settleMs, ...options },
    {
      take: async (file: DueFile) => {
        offered.push(path.basename(file.path));
        return answer(path.basename(file.path));
      },
      leave: async (file) => {
        if (path.basename(file.path) === 'c.csv') throw new TypeError('broken');
        left.push(path.basename(file.path));
      },
      arrived: (files) => void told.push(files.length),
      changed: (state) => void states.push(state),
    },
  );
  const stop = new AbortController();
  const start = (): void => {
    const ended = watch.watch(stop.signal);
    onTestFinished(async () => {
      stop.abort();
      await ended;
    });
  };
  return { watch, start, offered, left, told, states, stop };
}

const soon = { timeout: patience(10_000), interval: 10 };
const write = (folder: string, name: string, text = 'a;b\n'): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe.each([
  ['as the system tells', null],
  ['looked through', 30],
])('a folder, %s', (_, pollMs) => {
  it('offers what lies there, what comes, and what changes; no subfolder, and nothing unfinished', async () => {
    const folder = temporaryFolder();
    write(folder, 'bor.csv');
    const { start, offered } = watched(folder, () => taken, { pollMs });
    start();
    await vi.waitFor(() => expect(offered).toEqual(['bor.csv']), soon);
    mkdirSync(path.join(folder, 'ichki.csv'));
    write(path.join(folder, 'ichki.csv'), 'ichida.csv');
    write(folder, '~$kun.xlsx');
    renameSync(write(folder, 'kun.xlsx.crdownload'), path.join(folder, 'kun.csv'));
    await vi.waitFor(() => expect(offered).toEqual(['bor.csv', 'kun.csv']), soon);
    appendFileSync(path.join(folder, 'kun.csv'), 'c;d\n');
    await vi.waitFor(() => expect(offered).toEqual(['bor.csv', 'kun.csv', 'kun.csv']), soon);
  });

  it('that goes away and comes back is looked through again', async () => {
    const folder = path.join(temporaryFolder(), 'tarmoq');
    mkdirSync(folder);
    const { start, offered, states, watch } = watched(folder, () => taken, { pollMs });
    start();
    await vi.waitFor(() => expect(states.at(-1)?.status).toBe('watching'), soon);
    renameSync(folder, `${folder} uzildi`);
    watch.lookNow();
    await vi.waitFor(() => expect(states.at(-1)?.status).toBe('away'), soon);
    write(`${folder} uzildi`, 'orada.csv');
    renameSync(`${folder} uzildi`, folder);
    watch.lookNow();
    await vi.waitFor(() => expect(offered).toEqual(['orada.csv']), soon);
    expect(states.at(-1)?.status).toBe('watching');
  });
});

describe('a folder', () => {
  it('is looked through once more where that is asked for while it is being looked through', async () => {
    const folder = temporaryFolder();
    let looks = 0;
    const { start, offered, watch } = watched(folder, () => taken, {
      pollMs: 60_000,
      clock: {
        ...systemClock,
        monotonic: () => {
          // The third time the names have been read already.
          if (++looks === 3) {
            write(folder, 'keyin.csv');
            watch.lookNow();
          }
          return systemClock.monotonic();
        },
      },
    });
    start();
    await vi.waitFor(() => expect(offered).toEqual(['keyin.csv']), soon);
  });

  it('keeps what cannot be taken yet, says what it waits for, and leaves what does not become whole', async () => {
    const folder = temporaryFolder();
    const failure = { code: 'reading.locked', params: {} };
    let isLocked = true;
    const { start, offered, left, states } = watched(folder, (name) => {
      if (name === 'kesik.csv') return { kind: 'notYet', failure, endsAt: settleMs };
      return isLocked ? { kind: 'notYet', failure, endsAt: null } : taken;
    });
    write(folder, 'band.csv');
    write(folder, 'kesik.csv');
    start();
    await vi.waitFor(() => expect(left).toEqual(['kesik.csv']), soon);
    await vi.waitFor(() => expect(states.at(-1)?.waiting).toMatchObject([{ failure }]), soon);
    isLocked = false;
    const before = offered.length;
    await vi.waitFor(() => expect(states.at(-1)?.waiting).toEqual([]), soon);
    expect(offered.length).toBeGreaterThanOrEqual(before);
  });

  it('a fault of the taker makes a file wait, and the others come through', async () => {
    const folder = temporaryFolder();
    const { start, states, told } = watched(folder, (name) => {
      if (name === 'a.csv') throw new TypeError('broken');
      return name === 'c.csv' ? { kind: 'notYet', failure: { code: 'x', params: {} }, endsAt: 0 } : taken;
    });
    write(folder, 'a.csv');
    // It is to be left, which fails, too.
    write(folder, 'c.csv');
    write(folder, 'b.csv');
    start();
    await vi.waitFor(() => expect(told).toEqual([1]), soon);
    const fault = { failure: { code: 'unexpected' } };
    await vi.waitFor(() => expect(states.at(-1)?.waiting).toMatchObject([fault, fault]), soon);
  });

  it('tells once what came together', async () => {
    const folder = temporaryFolder();
    const { start, told } = watched(folder, () => taken);
    for (let file = 0; file < 10; file++) write(folder, `${file}.csv`);
    start();
    await vi.waitFor(() => expect(told).toEqual([10]), soon);
  });

  it('must be there, and not one of the app’s own', async () => {
    const home = temporaryFolder();
    mkdirSync(path.join(home, 'files'));
    const codeOf = (folder: string): Promise<unknown> =>
      checkFolder(folder, home).then(
        () => null,
        (error: FailureError) => error.failure.code,
      );
    expect(await codeOf(path.join(home, 'yoʻq'))).toBe('watch.noFolder');
    expect(await codeOf(path.join(home, 'files'))).toBe('watch.ownFolder');
    expect(await codeOf(home)).toBe('watch.ownFolder');
    expect(await codeOf(temporaryFolder())).toBe(null);
    expect([await pollingOf(home, 0), await pollingOf(home, 5)]).toEqual([null, 5000]);
    expect(await pollingOf(path.join(home, 'yoʻq'), 0)).toBe(30_000);
  });

  it('taken once is left when all was tried', async () => {
    const folder = temporaryFolder();
    write(folder, 'a.csv');
    write(folder, 'b.csv', 'a;b');
    const { watch, offered, told, stop } = watched(folder, (name) =>
      name === 'a.csv' ? { kind: 'notYet', failure: { code: 'reading.incomplete', params: {} }, endsAt: null } : taken,
    );
    await watch.takeOnce(stop.signal);
    // The last line of b.csv might have gone on: it was waited for, and a.csv tried again meanwhile.
    expect([new Set(offered), offered.at(-1), told]).toEqual([new Set(['a.csv', 'b.csv']), 'b.csv', [1]]);
  });
});
