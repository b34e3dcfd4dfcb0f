/** The `practice` command runs the practice WMS until it is stopped (Ctrl+C). */
import { parseFaults } from '../../practice/faults.ts';
import { startPracticeServer } from '../../practice/practice-server.ts';
import { exitStatus } from '../exit-status.ts';
import { valueOrThrow } from '../../../shared/result.ts';
import { parseWholeNumber } from '../parse-number.ts';
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
function limitOf(text: string): { readonly requests: number; readonly windowMs: number } {
  const [requests = '', seconds = ''] = text.split('/', 2);
  return {
    requests: parseWholeNumber('--limit', requests, 1, 1_000_000),
    windowMs: parseWholeNumber('--limit', seconds, 1, 86_400) * 1000,
  };
}

export async function runPracticeServer(
  { language, translate, terminal }: CommandContext,
  options: PracticeCommandOptions,
): Promise<number> {
  const server = await startPracticeServer({
    port: options.port === undefined ? 0 : parseWholeNumber('--port', options.port, 0, 65_535),
    faults: valueOrThrow(parseFaults(options.fault)),
    latencyMs: options.latency === undefined ? 0 : parseWholeNumber('--latency', options.latency, 0, 600_000),
    ...(options.seed === undefined ? {} : { seed: parseWholeNumber('--seed', options.seed, 0, 2 ** 32 - 1) }),
    ...(options.limit === undefined ? {} : { limit: limitOf(options.limit) }),
    language,
  });
  terminal.print(translate('cli.practice.ready', { url: server.url }));
  await new Promise<void>((resolve) => {
    if (terminal.signal.aborted) resolve();
    else terminal.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.stop();
  return exitStatus.success;
}
