/** A run as a terminal has it: a bar where somebody watches, Ctrl+C stops in good order, and how it ended. */
import { SingleBar } from 'cli-progress';
import { orderStates } from '../../shared/domain/model/order-states.ts';
import type { StateCounts } from '../../shared/domain/model/order-states.ts';
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import type { RunEnd, RunServer } from '../../shared/domain/sending/run.ts';
import { estimate } from '../../shared/domain/sending/estimate.ts';
import { sentence } from '../../shared/messages/translator.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import type { Batch } from '../engine/batch.ts';
import { systemClock } from '../ports.ts';
import { createSender } from '../sending/create-sender.ts';
import { environmentRoutes } from '../sending/wms/proxy.ts';
import type { Store } from '../store/store.ts';
import type { CommandContext } from './context.ts';
import { exitStatus, exitStatusOf } from './exit-status.ts';
import { valueOf } from '../../shared/result.ts';
import type { Terminal } from './terminal.ts';
import type { TerminalKeys } from './terminal-keys.ts';

export interface TerminalRun {
  readonly end: RunEnd;
  readonly counts: StateCounts;
  readonly reason: { readonly code: string; readonly message: string } | null;
  /** For a person, in their language. */
  readonly lines: readonly string[];
  readonly status: number;
}

/** Ends that a new access key puts right. */
const keyReasons: ReadonlySet<string> = new Set(['run.unauthorized', 'run.expired', 'run.forbidden']);

/** A bar on standard error; nothing where no person watches. */
function progressBar(terminal: Terminal, total: number): { update(done: number): void; stop(): void } {
  if (!terminal.watched || total === 0) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format: '{bar} {value}/{total}  {eta_formatted}', stream: process.stderr, hideCursor: true });
  bar.start(total, 0);
  return bar;
}

export interface TerminalSending {
  readonly batch: Batch;
  readonly server: RunServer;
  readonly token: string;
  readonly keys: TerminalKeys;
  readonly rules: SendingRules;
  /** What the WMS refused is sent again as it is. */
  readonly refused: boolean;
}

/** Said only where it is worth knowing: minutes that sending will take. */
const leastMinutes = 2;

/** What will be sent, and where to; how long that takes, where it takes long. */
function announce({ batch, server, rules }: TerminalSending, total: number, store: Store, { terminal, translate }: Pick<CommandContext, 'terminal' | 'translate'>): void {
  terminal.remark(translate('cli.send.batch', { batch: batch.batchId, ready: total, total: batch.summary().counts.total, server: server.url }));
  if (server.practice) terminal.remark(translate('cli.send.practice'));
  const minutes = Math.round(estimate(total, rules, store.outcomes.learned(server.identity), systemClock.now()) / 60_000);
  if (minutes >= leastMinutes) terminal.remark(translate('cli.send.estimate', { minutes }));
}

/** Sends what is ready and settles what is unknown, without asking. */
export async function runInTerminal(sending: TerminalSending, store: Store, context: Pick<CommandContext, 'terminal' | 'translate'>): Promise<TerminalRun> {
  const { batch, server, token, keys, rules } = sending;
  const { terminal, translate } = context;
  const sender = createSender({ store, clock: systemClock, way: { routesFor: environmentRoutes(terminal.environment) } });
  for (const { code, params } of sender.notices) terminal.remark(sentence(translate, 'error', code, params));
  // What was found at the start may have changed this batch's own orders.
  batch.setOutcomes([...store.outcomes.of(batch.batchId).values()]);
  if (sending.refused) {
    const again = sender.sendAllAgain(batch.batchId, batch.report.refused(null).map(Number));
    batch.setOutcomes(again.map(({ outcome }) => outcome));
    terminal.remark(translate('cli.send.again', { count: again.length }));
  }
  const { counts: before } = batch.summary();
  const total = before.ready + before.waiting;
  announce(sending, total, store, context);
  const bar = progressBar(terminal, total);
  try {
    const run = valueOf(
      sender.start({
        batchId: batch.batchId,
        server,
        token,
        rules,
        total,
        onPause: 'end',
        renewToken: async () => {
          const renewed = await keys.renewed();
          if (renewed !== null) terminal.remark(translate('cli.send.renewed'));
          return renewed;
        },
        source: { take: async (limit) => batch.take(limit), content: async (orderId) => batch.content(orderId) },
        listener: {
          outcome: ({ outcome }) => void batch.setOutcomes([outcome]),
          progress: ({ counts }) => bar.update(counts.accepted + counts.rejected + counts.duplicate + counts.review + counts.skipped),
        },
      }),
    );
    const stop = (): void => void run.stop();
    if (terminal.signal.aborted) stop();
    terminal.signal.addEventListener('abort', stop, { once: true });
    const end = await run.finished;
    terminal.signal.removeEventListener('abort', stop);
    batch.release();
    return endOf(batch, end, keys.variable, store, translate);
  } finally {
    bar.stop();
    await sender.close();
  }
}

/** @param keyVariable where a new access key belongs */
function endOf(batch: Batch, end: RunEnd, keyVariable: string, store: Store, translate: Translator): TerminalRun {
  const { counts } = batch.summary();
  store.batches.setCounts(batch.batchId, counts);
  const reason = end.reason && { code: end.reason.code, message: sentence(translate, 'reason', end.reason.code, end.reason.params) };
  const status = Math.max(exitStatusOf(counts), end.ended === 'finished' ? exitStatus.well : exitStatus.open);
  const lines = [
    translate(`cli.send.ended.${end.ended}`, { reason: reason?.message ?? '' }).trim(),
    ...orderStates.filter((state) => counts[state] > 0).map((state) => translate('cli.send.state', { state: translate(`state.${state}`), count: counts[state] })),
    ...(end.reason !== null && keyReasons.has(end.reason.code) ? [translate('cli.send.newKey', { name: keyVariable })] : []),
    ...(status === exitStatus.open ? [translate('cli.send.next', { batch: batch.batchId })] : []),
  ];
  return { end, counts, reason, lines, status };
}
