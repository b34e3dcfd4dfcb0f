/** Runs the sending of a batch in a terminal: shows a progress bar, stops cleanly on Ctrl+C, and reports how it ended. */
import { sheetsBeside } from '../../shared/domain/model/sheets-beside.ts';
import { sheetsBesideSentence } from '../../shared/messages/sheets-beside.ts';
import { rowNames } from '../../shared/domain/model/sheet-rows.ts';
import { SingleBar } from 'cli-progress';
import { orderStates } from '../../shared/domain/model/order-states.ts';
import type { OrderState, StateCounts } from '../../shared/domain/model/order-states.ts';
import { changedAfterSendingCodes } from '../../shared/domain/model/sent-changes.ts';
import type { SendingRules } from '../../shared/domain/model/profile.ts';
import type { RunEnd, RunServer } from '../../shared/domain/sending/run.ts';
import { estimateRangeMs } from '../../shared/domain/sending/estimate.ts';
import { formatTashkentTime } from '../../shared/domain/values/dates/tashkent-time.ts';
import { reasonSentence, sentence } from '../../shared/messages/translator.ts';
import type { Translator } from '../../shared/messages/translator.ts';
import type { Batch } from '../engine/batch.ts';
import { systemClock } from '../ports.ts';
import type { TeamLedger } from '../platform/team-ports.ts';
import { firstShop } from '../../shared/domain/model/shop.ts';
import { expectedAccount } from '../services/expected-account.ts';
import { createSender } from '../sending/create-sender.ts';
import type { Sender } from '../sending/sender.ts';
import { environmentRoutes } from '../sending/wms/proxy.ts';
import { refuseUnanswered, serverQuestion } from '../services/server-question.ts';
import type { Store } from '../store/store.ts';
import type { CommandContext } from './context.ts';
import type { IssueJson } from '../engine/views/check-json.ts';
import { groupSimilarIssues, issueLine } from './issue-lines.ts';
import { exitStatus, exitStatusOf } from './exit-status.ts';
import { valueOrThrow } from '../../shared/result.ts';
import type { Terminal } from './terminal.ts';
import type { TerminalAccessKey } from './terminal-access-key.ts';

export interface TerminalRunResult {
  readonly end: RunEnd;
  readonly counts: StateCounts;
  readonly reason: { readonly code: string; readonly message: string } | null;
  /** Sentences for a person. */
  readonly lines: readonly string[];
  readonly status: number;
}

/** Reasons of an end that a new access key resolves. */
const keyReasons: ReadonlySet<string> = new Set(['run.unauthorized', 'run.expired', 'run.forbidden']);

/** A bar on standard error; nothing where no person watches. */
function progressBar(terminal: Terminal, total: number): { update(done: number): void; stop(): void } {
  if (!terminal.isInteractive || total === 0) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {value}/{total}  {eta_formatted}',
    stream: process.stderr,
    hideCursor: true,
  });
  bar.start(total, 0);
  return bar;
}

export interface TerminalRunOptions {
  readonly batch: Batch;
  readonly server: RunServer;
  readonly accessKey: string;
  readonly accessKeySource: TerminalAccessKey;
  readonly rules: SendingRules;
  /** Sends again, unchanged, what the WMS refused. */
  readonly resendRefused: boolean;
  /** Goes on without the team's ledger where that is out of reach for long. */
  readonly goesAlone: boolean;
}

/** Earlier files that are named behind a count. */
const mostFilesNamed = 2;
/** Sentences on why orders that may have been sent before are held. */
const mostHeldSaid = 20;

const heldCodes = new Set([
  ...changedAfterSendingCodes,
  'orders.possibleRepeat',
  'orders.maybeSentBefore',
  'orders.numberOfOtherShop',
]);

/** The duration is announced from so many minutes on. */
const leastMinutes = 2;

/** Announces what will be sent and where to, and how long that takes where it takes long. */
function announce(
  { batch, server, rules }: TerminalRunOptions,
  total: number,
  store: Store,
  { terminal, translate }: Pick<CommandContext, 'terminal' | 'translate'>,
): void {
  terminal.printNotice(
    translate('cli.send.batch', {
      batch: batch.batchId,
      ready: total,
      total: batch.summary().counts.total,
      server: server.url,
    }),
  );
  const shops = store.shops.list();
  const shop = shops.length > 1 && shops.find(({ id }) => id === batch.shop);
  if (shop) terminal.printNotice(translate('cli.send.shop', { shop: shop.name }));
  if (server.practice) terminal.printNotice(translate('cli.send.practice'));
  const { file } = batch.summary();
  const { together } = file;
  const beside = sheetsBeside(file, store.batches.otherParts(batch.batchId), server.practice);
  if (beside.length > 0) terminal.printNotice(sheetsBesideSentence(translate, beside));
  const { mayBeNone, courierMoney: money, newProducts } = batch.reminders(systemClock.now());
  const { count, signs, total: signCount } = mayBeNone;
  if (count > 0) {
    const rows = rowNames(together, [...new Set(signs.map(({ row }) => row))]);
    terminal.printNotice(
      translate('cli.send.mayBeNone', { count, rows: signs.length < signCount ? `${rows} …` : rows }),
    );
  }
  if (money.count > 0)
    terminal.printNotice(translate('cli.send.money', { count: money.count, prepaid: money.prepaid, fees: money.fees }));
  if (newProducts.count > 0)
    terminal.printNotice(
      translate('cli.send.newProducts', {
        count: newProducts.count,
        ids: newProducts.ids.join(', '),
        rows: rowNames(together, newProducts.rows) + (newProducts.isMore ? ' …' : ''),
      }),
    );
  const { from, to } = estimateRangeMs(total, rules, store.outcomes.learnedPace(server.identity), systemClock.now());
  const minutesOf = (ms: number): number => Math.max(1, Math.round(ms / 60_000));
  const [least, most] = [minutesOf(from), minutesOf(to)] as const;
  if (most >= leastMinutes)
    terminal.printNotice(translate('cli.send.estimate', { minutes: least === most ? most : `${least}–${most}` }));
}

/**
 * Creates the sender, and says what it recovered. To be done before a file is opened: what only the witness knew of is known
 * to the journal from then on.
 */
export function openSender(
  store: Store,
  { terminal, translate }: Pick<CommandContext, 'terminal' | 'translate'>,
  team: TeamLedger | null = null,
): Sender {
  const sender = createSender({
    store,
    clock: systemClock,
    team: () => team,
    connectionOptions: { routesFor: environmentRoutes(terminal.environment) },
  });
  for (const { code, params } of sender.notices) terminal.printNotice(sentence(translate, 'error', code, params));
  return sender;
}

/** Sends what is ready and looks up what is unknown, without asking. @throws FailureError those of {@link refuseUnanswered} */
export async function runInTerminal(
  sending: TerminalRunOptions,
  sender: Sender,
  store: Store,
  context: Pick<CommandContext, 'terminal' | 'translate'>,
): Promise<TerminalRunResult> {
  const { batch, server, accessKey, accessKeySource, rules } = sending;
  const { terminal, translate } = context;
  batch.setOutcomes([...store.outcomes.ofBatch(batch.batchId).values()]);
  if (sending.resendRefused) {
    const again = sender.sendAllAgain(batch.batchId, batch.report.refusedOrderKeys(null).map(Number));
    batch.setOutcomes(again.map(({ outcome }) => outcome));
    terminal.printNotice(translate('cli.send.again', { count: again.length }));
  }
  refuseUnanswered(await serverQuestion(batch, store.sameServers, server));
  const { counts: before } = batch.summary();
  const total = before.ready + before.waiting;
  announce(sending, total, store, context);
  const bar = progressBar(terminal, total);
  try {
    const run = valueOrThrow(
      sender.start({
        batchId: batch.batchId,
        server,
        accessKey,
        account: expectedAccount(store.shops, batch.shop ?? firstShop, server),
        rules,
        total,
        onPause: 'end',
        goesAlone: sending.goesAlone,
        renewAccessKey: async () => {
          const renewed = await accessKeySource.renew();
          if (renewed !== null) terminal.printNotice(translate('cli.send.renewed'));
          return renewed;
        },
        source: {
          take: async (limit) => batch.take(limit),
          currentOrder: async (orderId) => batch.currentOrder(orderId),
        },
        listener: {
          onOutcome: ({ outcome }) => void batch.setOutcomes([outcome]),
          onBlocked: (entry) => batch.setLedger([entry]),
          onProgress: ({ counts }) =>
            bar.update(counts.accepted + counts.rejected + counts.duplicate + counts.review + counts.skipped),
        },
      }),
    );
    const stop = (): void => void run.stop();
    if (terminal.signal.aborted) stop();
    terminal.signal.addEventListener('abort', stop, { once: true });
    const end = await run.finished;
    terminal.signal.removeEventListener('abort', stop);
    batch.releaseTaken();
    return finishRun(batch, end, accessKeySource.variableName, store, translate);
  } finally {
    bar.stop();
    await sender.close();
  }
}

/** @param keyVariable the environment variable that a new access key belongs in */
function finishRun(
  batch: Batch,
  end: RunEnd,
  keyVariable: string,
  store: Store,
  translate: Translator,
): TerminalRunResult {
  const { counts } = batch.summary();
  store.batches.setCounts(batch.batchId, counts);
  const reason = end.reason && {
    code: end.reason.code,
    message: reasonSentence(translate, end.reason),
  };
  const status = Math.max(exitStatusOf(counts), end.status === 'finished' ? exitStatus.success : exitStatus.unfinished);
  const lines = [
    translate(`cli.send.ended.${end.status}`, { reason: reason?.message ?? '' }).trim(),
    ...orderStates.flatMap((state) => linesOf(state, batch, translate)),
    ...heldLines(batch, translate),
    ...(end.reason !== null && keyReasons.has(end.reason.code)
      ? [translate('cli.send.newKey', { name: keyVariable })]
      : []),
    ...(status === exitStatus.unfinished ? [translate('cli.send.next', { batch: batch.batchId })] : []),
  ];
  return { end, counts, reason, lines, status };
}

/** How many orders have the state, and from which files those are that were sent before. */
function linesOf(state: OrderState, batch: Batch, translate: Translator): string[] {
  const { counts, changedAfterSending } = batch.summary();
  const changed = state === 'duplicate' ? changedAfterSending : 0;
  const words = [
    ['changed', changed],
    [state, counts[state] - changed],
  ] as const;
  return words
    .filter(([, count]) => count > 0)
    .map(([word, count]) => {
      const from = filesOf(batch, state, word === 'changed', translate);
      const line = translate('cli.send.state', { state: translate(`states.${word}`), count });
      return from === '' ? line : `${line} (${from})`;
    });
}

function filesOf(batch: Batch, state: OrderState, isChanged: boolean, translate: Translator): string {
  if (state !== 'duplicate' && state !== 'alreadySent') return '';
  const groups = batch.summaryReport
    .sentBefore()
    .filter((group) => group.state === state && group.changed === isChanged);
  const named = groups.flatMap(({ fileName, at }) =>
    fileName === null || at === null
      ? []
      : [translate('standing.from', { file: fileName, at: formatTashkentTime(at) })],
  );
  return [...new Set(named)].slice(0, mostFilesNamed).join('; ') + (named.length > mostFilesNamed ? ' …' : '');
}

function* heldIssues(batch: Batch, translate: Translator): Generator<IssueJson> {
  for (const issue of batch.checkJson(translate).issues) if (heldCodes.has(issue.code)) yield issue;
}

/** Why orders are held that were sent before, or may have been, or whose number another shop has used. */
function heldLines(batch: Batch, translate: Translator): string[] {
  const { duplicate, withErrors } = batch.summary().counts;
  if (duplicate + withErrors === 0) return [];
  return groupSimilarIssues(heldIssues(batch, translate), mostHeldSaid).said.map((alike) =>
    issueLine(alike, translate),
  );
}
