/** Figure: sending to the practice WMS, as a share of a bare client's speed (the cost of journal and witness). */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { workFolder } from '../bundle.ts';
import { orderFile, type BenchContext, type Figure } from '../figure.ts';
import { runOnce, startSubject } from '../measure.ts';
import { median } from '../statistics.ts';
import { atLeast, ratioText, type FigureLine } from '../table.ts';

/** Milliseconds that the WMS takes to answer. */
const latency = 20;
/** The pace begins at 2 and grows by 1 after this many orders. */
const ordersPerStep = 20;

interface Level {
  readonly concurrency: number;
  /** Number of orders over which the speed is measured. */
  readonly measured: number;
}

export const sendLevels: readonly Level[] = [
  { concurrency: 1, measured: 150 },
  { concurrency: 4, measured: 600 },
  { concurrency: 16, measured: 2400 },
];

/** Starts a new WMS for each run, so that it knows no order yet. */
async function withWms<T>(act: (wms: { readonly url: string; readonly identity: string }) => Promise<T>): Promise<T> {
  const server: ChildProcess = startSubject({ module: 'practice-wms', subject: 'serve', args: { latency } });
  const ended = once(server, 'exit');
  const [address] = (await once(server, 'message')) as [{ readonly url: string; readonly identity: string }];
  try {
    return await act(address);
  } finally {
    server.disconnect();
    await ended;
  }
}

/**
 * How fast orders go out, and how long an order keeps a processor busy: in the process that sends, and in all that take part
 * (the practice WMS, PostgreSQL and the way to it, too), in ms.
 */
export interface Speed {
  readonly perSecond: number;
  readonly processorMs: number;
  readonly allProcessorsMs: number;
}

/** @param team the text of a team file to send by; '': by none; absent: to a WMS that counts as practice */
export async function sendingSpeed(
  subject: 'ours' | 'bare',
  file: string,
  concurrency: number,
  measured: number,
  team?: string,
): Promise<Speed> {
  const warmUp = Math.max(20, ordersPerStep * concurrency);
  const orders = warmUp + measured + concurrency;
  const result = await withWms((wms) =>
    runOnce({
      module: 'send',
      subject,
      args: { ...wms, file, folder: workFolder, concurrency, warmUp, orders, ...(team === undefined ? {} : { team }) },
    }),
  );
  if (!result.ok) throw new Error(`${subject}: ${result.message}`);
  if (result.numbers['accepted'] !== orders)
    throw new Error(`${subject}: ${result.numbers['accepted']} of ${orders} orders were accepted`);
  const { perSecond = Number.NaN, processorMs = Number.NaN, allProcessorsMs = Number.NaN } = result.numbers;
  return { perSecond, processorMs, allProcessorsMs };
}

async function level(
  { concurrency, measured }: Level,
  rounds: number,
  file: string,
  { log }: BenchContext,
): Promise<FigureLine> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push((await sendingSpeed('ours', file, concurrency, measured)).perSecond);
    bare.push((await sendingSpeed('bare', file, concurrency, measured)).perSecond);
    log(`  ${concurrency} at once: ${ours.at(-1)?.toFixed(0)} orders/s, bare ${bare.at(-1)?.toFixed(0)} orders/s`);
  }
  const ratio = median(ours) / median(bare);
  return {
    what: `sending, ${concurrency} at once, answers after ${latency} ms`,
    ours: `${median(ours).toFixed(0)} orders/s`,
    peer: `bare undici loop: ${median(bare).toFixed(0)} orders/s`,
    ratio: ratioText(ratio),
    goal: atLeast(ratio, 0.8, '80 %'),
  };
}

export const sendFigure: Figure = {
  name: 'send',
  byDefault: true,
  packages: ['undici', '@photostructure/sqlite'],
  async measure(circumstances) {
    const file = await orderFile('shared', 10_000, circumstances);
    const lines: FigureLine[] = [];
    for (const each of sendLevels) {
      circumstances.log(`sending, ${each.concurrency} at once`);
      const shorter = circumstances.quick ? { ...each, measured: Math.round(each.measured / 6) } : each;
      lines.push(await level(shorter, circumstances.quick ? 1 : 3, file, circumstances));
    }
    return lines;
  },
};
