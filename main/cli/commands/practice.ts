/** `practice`: the practice WMS until it is told to stop. */
import { parseFaults } from '../../practice/faults.ts';
import { startPractice } from '../../practice/practice-server.ts';
import { exitStatus } from '../exit-status.ts';
import { valueOf } from '../../../shared/result.ts';
import { wholeNumber } from '../numbers.ts';
import type { CommandContext } from '../context.ts';

export interface PracticeCommandOptions {
  readonly home?: string;
  readonly lang?: string;
  readonly port?: string;
  readonly fault: readonly string[];
  readonly latency?: string;
  readonly seed?: string;
  readonly limit?: string;
}

/** Reads `REQUESTS/SECONDS`, such as 50/600. */
function limitOf(text: string): { readonly requests: number; readonly perMs: number } {
  const [requests = '', seconds = ''] = text.split('/', 2);
  return { requests: wholeNumber('--limit', requests, 1, 1_000_000), perMs: wholeNumber('--limit', seconds, 1, 86_400) * 1000 };
}

export async function practice({ language, translate, terminal }: CommandContext, options: PracticeCommandOptions): Promise<number> {
  const server = await startPractice({
    port: options.port === undefined ? 0 : wholeNumber('--port', options.port, 0, 65_535),
    faults: valueOf(parseFaults(options.fault)),
    latencyMs: options.latency === undefined ? 0 : wholeNumber('--latency', options.latency, 0, 600_000),
    ...(options.seed === undefined ? {} : { seed: wholeNumber('--seed', options.seed, 0, 2 ** 32 - 1) }),
    ...(options.limit === undefined ? {} : { limit: limitOf(options.limit) }),
    language,
  });
  terminal.print(translate('cli.practice.ready', { url: server.url }));
  await new Promise<void>((resolve) => {
    if (terminal.signal.aborted) resolve();
    else terminal.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.stop();
  return exitStatus.well;
}
