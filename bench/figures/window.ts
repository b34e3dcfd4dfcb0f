/** Figure: the real window on a screen: frames while scrolling, stalls while reading, memory, start time. */
import fs from 'node:fs';
import path from 'node:path';
import { App } from '../../test/support/app.ts';
import { workFolder } from '../bundle.ts';
import { groupedDigits, orderFile, type BenchContext, type Figure } from '../figure.ts';
import { median, p95 } from '../statistics.ts';
import { atMost, formatMegabytes, formatMilliseconds, ratioText, type Goal, type FigureLine } from '../table.ts';
import { framesWhileScrolling, longestFrame, timesOfJumps, watchFrames } from '../window-frames.ts';
import { measureStartTime } from '../window-start.ts';

/** px of a row of the grid. */
const rowHeight = 28;
/** Rows per frame when the scroll bar is dragged or a touchpad is flicked. */
const flungRows = 40;
const root = path.resolve(import.meta.dirname, '../..');

async function withApp<T>(act: (app: App) => Promise<T>): Promise<T> {
  const home = fs.mkdtempSync(path.join(workFolder, 'window-'));
  const app = await App.start({ home });
  try {
    return await act(app);
  } finally {
    await app.close();
    fs.rmSync(home, { recursive: true, maxRetries: 5 });
  }
}

/** Drops the file on the window, and waits until it has been read and its columns are shown. */
async function open(app: App, file: string): Promise<void> {
  await app.drop(file);
  await app.page.getByTestId('columns').waitFor({ timeout: 300_000 });
}

/** Goes from the columns to the review. */
async function showRows({ page }: App): Promise<void> {
  await page.getByTestId('next-step').click();
  await page.locator('[data-testid="row"][data-row]').first().waitFor({ timeout: 60_000 });
}

/** Resident memory of the renderer process, in MB. */
async function windowMemory({ page, electron }: App): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const kilobytes = await electron.evaluate(({ app, webContents }) => {
    const [contents] = webContents.getAllWebContents();
    return app.getAppMetrics().find(({ pid }) => pid === contents?.getOSProcessId())?.memory.workingSetSize ?? 0;
  });
  return kilobytes / 1024;
}

function timeLine(what: string, ms: number, goal: Goal | null): FigureLine {
  return { what, ours: formatMilliseconds(ms), peer: '', ratio: '', goal };
}

/** The 95th percentile of frame times, in ms, while the grid scrolls by one row a frame, and by many. */
async function scrolled(app: App, frames: number): Promise<{ readonly slow: number; readonly fast: number }> {
  const slow = p95(await framesWhileScrolling(app.page, rowHeight, frames));
  return { slow, fast: p95(await framesWhileScrolling(app.page, rowHeight * flungRows, frames)) };
}

const framesOf = (quick: boolean): number => (quick ? 60 : 600);
const flinging = `frames flinging (${flungRows} rows a frame), 95 of 100`;

async function scrolling(
  rows: number,
  circumstances: BenchContext,
): Promise<{ readonly lines: FigureLine[]; readonly memory: number }> {
  circumstances.log(`window, ${groupedDigits(rows)} rows`);
  const file = await orderFile('shared', rows, circumstances);
  return withApp(async (app) => {
    await open(app, file);
    await showRows(app);
    const { slow, fast } = await scrolled(app, framesOf(circumstances.quick));
    const jump = median(await timesOfJumps(app.page, 15));
    const memory = await windowMemory(app);
    const what = `window, ${groupedDigits(rows)} rows`;
    return {
      memory,
      lines: [
        timeLine(`${what}: frames scrolling row by row, 95 of 100`, slow, atMost(slow, 17, '17 ms')),
        timeLine(`${what}: ${flinging}`, fast, atMost(fast, 33.5, '33 ms')),
        timeLine(`${what}: jump to any place until its rows show`, jump, null),
      ],
    };
  });
}

async function reading(
  rows: number,
  circumstances: BenchContext,
): Promise<{ readonly lines: FigureLine[]; readonly memory: number }> {
  circumstances.log(`window while ${groupedDigits(rows)} rows are read`);
  const file = await orderFile('shared', rows, circumstances);
  return withApp(async (app) => {
    await watchFrames(app.page);
    await open(app, file);
    const longest = await longestFrame(app.page);
    await showRows(app);
    const memory = await windowMemory(app);
    const { slow, fast } = await scrolled(app, framesOf(circumstances.quick));
    const what = `window, ${groupedDigits(rows)} rows`;
    return {
      memory,
      lines: [
        timeLine(
          `window: longest frame while ${groupedDigits(rows)} rows are read`,
          longest,
          atMost(longest, 100, '100 ms'),
        ),
        timeLine(`${what}: frames scrolling row by row, 95 of 100`, slow, null),
        timeLine(`${what}: ${flinging}`, fast, null),
      ],
    };
  });
}

async function starting({ quick, log }: BenchContext): Promise<FigureLine> {
  log('window, start');
  const home = fs.mkdtempSync(path.join(workFolder, 'window-'));
  const times: Record<'ours' | 'empty', number[]> = { ours: [], empty: [] };
  const start = {
    ours: () => measureStartTime(root, { ORDER_IMPORTER_HOME: home }),
    empty: () => measureStartTime(path.join(root, 'bench/empty-window'), {}),
  };
  // A warm-up: the first start creates the home and fills the system's file cache.
  await start.ours();
  for (let round = 0; round < (quick ? 2 : 7); round++) {
    for (const which of ['ours', 'empty'] as const) times[which].push(await start[which]());
    log(`  ours ${times.ours.at(-1)?.toFixed(0)} ms, empty window ${times.empty.at(-1)?.toFixed(0)} ms`);
  }
  fs.rmSync(home, { recursive: true, maxRetries: 5 });
  const ratio = median(times.ours) / median(times.empty);
  return {
    what: 'start to usable',
    ours: formatMilliseconds(median(times.ours)),
    peer: `empty Electron window: ${formatMilliseconds(median(times.empty))}`,
    ratio: ratioText(ratio),
    goal: atMost(ratio, 1.5, '1.5 ×'),
  };
}

export const windowFigure: Figure = {
  name: 'window',
  byDefault: false,
  packages: ['electron', '@playwright/test'],
  async measure(circumstances) {
    const { quick } = circumstances;
    const small = await scrolling(1000, circumstances);
    const large = await scrolling(quick ? 10_000 : 100_000, circumstances);
    const huge = await reading(quick ? 10_000 : 1_000_000, circumstances);
    const largest = Math.max(large.memory, huge.memory);
    const growth = largest / small.memory;
    return [
      ...large.lines,
      ...huge.lines,
      {
        what: "the window's own memory, larger files against 1,000 rows",
        ours: formatMegabytes(largest),
        peer: `1,000 rows: ${formatMegabytes(small.memory)}`,
        ratio: ratioText(growth),
        goal: atMost(growth, 1.2, '1.2 ×'),
      },
      await starting(circumstances),
    ];
  },
};
