/**
 * Figure: a computer as operators have it: 4 GB of memory and a hard disk, to which Linux' cgroups hold the app and all its
 * processes. Needs root and the cgroups of version 1 (`/sys/fs/cgroup/memory`); the disk is not held where it cannot be.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { App } from '../../test/support/app.ts';
import { workFolder } from '../bundle.ts';
import { orderFile, type BenchContext, type Figure } from '../figure.ts';
import { median } from '../statistics.ts';
import { formatMegabytes, formatMilliseconds, type FigureLine } from '../table.ts';
import { measureStartTime } from '../window-start.ts';

const root = path.resolve(import.meta.dirname, '../..');
const memoryLimit = 4 * 1024 ** 3;
/** Of a hard disk in a cheap laptop: bytes and reads a second. */
const disk = { bytes: 100 * 1024 ** 2, reads: 120 };
const files = 5;
const rows = 300;

/** Puts this process, and so all that it starts, under the limits. @returns whether the disk is held, too */
function enterSmallComputer(): boolean {
  const place = (controller: string): string => {
    const folder = `/sys/fs/cgroup/${controller}/order-importer-bench`;
    fs.mkdirSync(folder, { recursive: true });
    return folder;
  };
  const memory = place('memory');
  fs.writeFileSync(path.join(memory, 'memory.limit_in_bytes'), String(memoryLimit));
  fs.writeFileSync(path.join(memory, 'cgroup.procs'), String(process.pid));
  try {
    const device = execFileSync('findmnt', ['-n', '-o', 'MAJ:MIN', '-T', root], { encoding: 'utf8' }).trim();
    const block = place('blkio');
    for (const way of ['read', 'write']) {
      fs.writeFileSync(path.join(block, `blkio.throttle.${way}_bps_device`), `${device} ${disk.bytes}`);
      fs.writeFileSync(path.join(block, `blkio.throttle.${way}_iops_device`), `${device} ${disk.reads}`);
    }
    fs.writeFileSync(path.join(block, 'cgroup.procs'), String(process.pid));
    return true;
  } catch {
    return false;
  }
}

/** Takes the files of the app and of Electron out of the system's cache, so that they come from the disk. */
function forget(): void {
  const electron = path.dirname(createRequire(import.meta.url)('electron') as string);
  for (const folder of [electron, path.join(root, 'out')])
    for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        execFileSync('dd', [
          `if=${path.join(entry.parentPath, entry.name)}`,
          'iflag=nocache',
          'count=0',
          'status=none',
        ]);
}

/** The app's share of memory (PSS), of all its processes, in MB. */
async function memoryOf({ electron }: App): Promise<number> {
  const pids = await electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  const kilobytes = pids.map((pid) => {
    const text = fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss: *(\d+)/mu.exec(text)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1024;
}

const line = (what: string, ours: string): FigureLine => ({ what, ours, peer: '', ratio: '', goal: null });

async function started({ log }: BenchContext): Promise<readonly FigureLine[]> {
  const home = fs.mkdtempSync(path.join(workFolder, 'small-'));
  const start = (): Promise<number> => measureStartTime(root, { ORDER_IMPORTER_HOME: home });
  await start();
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < 3; round++) {
    forget();
    cold.push(await start());
    warm.push(await start());
    log(`  cold ${cold.at(-1)?.toFixed(0)} ms, again ${warm.at(-1)?.toFixed(0)} ms`);
  }
  fs.rmSync(home, { recursive: true, maxRetries: 5 });
  return [
    line('small computer: cold start, all from the disk', formatMilliseconds(median(cold))),
    line('small computer: started again', formatMilliseconds(median(warm))),
  ];
}

async function worked(circumstances: BenchContext): Promise<readonly FigureLine[]> {
  const made: string[] = [];
  // Of different lengths: the same file again would lead to the one that is open.
  for (let more = 0; more < files; more++) made.push(await orderFile('shared', rows + more, circumstances));
  const home = fs.mkdtempSync(path.join(workFolder, 'small-'));
  const app = await App.start({ home });
  try {
    const atFirst = await memoryOf(app);
    const times: number[] = [];
    for (const file of made) {
      const start = performance.now();
      await app.drop(file);
      await app.page.getByText(path.basename(file)).first().waitFor();
      await app.page.getByTestId('columns').waitFor();
      times.push(performance.now() - start);
    }
    return [
      line('small computer: memory of all processes, first screen', formatMegabytes(atFirst)),
      line(
        `small computer: a file of ${rows} rows until its columns show, the first`,
        formatMilliseconds(times[0] ?? 0),
      ),
      line(`small computer: the next ${files - 1}, each`, formatMilliseconds(median(times.slice(1)))),
      line(
        `small computer: memory of all processes, ${files} files of ${rows} rows`,
        formatMegabytes(await memoryOf(app)),
      ),
    ];
  } finally {
    await app.close();
    fs.rmSync(home, { recursive: true, maxRetries: 5 });
  }
}

export const smallComputerFigure: Figure = {
  name: 'small-computer',
  byDefault: false,
  packages: ['electron'],
  async measure(circumstances) {
    const isDiskHeld = enterSmallComputer();
    circumstances.log(`small computer: 4 GB${isDiskHeld ? ', a hard disk’s pace' : '; the disk is not held'}`);
    return [...(await started(circumstances)), ...(await worked(circumstances))];
  },
};
