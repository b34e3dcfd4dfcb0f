/** What the terminal says before it sends several files, and their reports: one for all, or one for each shop. */
import path from 'node:path';
import { systemClock } from '../ports.ts';
import type { ReportSource } from '../reporting/report-source.ts';
import { writeDayReport } from '../reporting/xlsx-report.ts';
import { createReportSource, dayReportName, sheetsNotTold, shopNameOf } from '../services/report-service.ts';
import type { Store } from '../store/store.ts';
import type { CommandContext } from './context.ts';
import type { TerminalRunOptions } from './terminal-run.ts';

/** Says of each file, before anything is sent: its shop, account, number of orders and sum. */
export function announceQueue(
  runs: readonly TerminalRunOptions[],
  store: Store,
  { terminal, translate }: Pick<CommandContext, 'terminal' | 'translate'>,
): void {
  let [count, amount] = [0, 0];
  for (const { batch } of runs) {
    const { counts, readyAmount } = batch.summary();
    const shop = shopNameOf(batch, store.shops.list());
    const account = batch.shop === null ? null : (store.shops.get(batch.shop)?.account ?? null);
    count += counts.ready + counts.waiting;
    amount += readyAmount;
    terminal.printNotice(
      translate('cli.queue.file', {
        file: batch.fileName,
        whose:
          shop === null
            ? ''
            : translate('cli.queue.whose', {
                shop,
                account: account === null ? translate('queue.account.any') : String(account),
              }),
        count: counts.ready + counts.waiting,
        amount: readyAmount,
      }),
    );
  }
  terminal.printNotice(translate('cli.queue.total', { files: runs.length, count, amount }));
}

function sourcesOf(
  runs: readonly TerminalRunOptions[],
  store: Store,
  { language }: Pick<CommandContext, 'language'>,
): ReportSource[] {
  const shops = store.shops.list();
  const told = new Set(runs.map(({ batch }) => batch.batchId));
  return runs.map(({ batch, server }) => ({
    ...createReportSource(batch, server, language, systemClock.now(), shopNameOf(batch, shops)),
    sheetsBeside: sheetsNotTold(batch, store.batches.otherParts(batch.batchId), server, told),
  }));
}

export async function saveDayReport(
  file: string,
  runs: readonly TerminalRunOptions[],
  store: Store,
  context: CommandContext,
  options: { readonly json?: boolean },
): Promise<void> {
  await writeDayReport(file, sourcesOf(runs, store, context), context.language);
  if (!options.json) context.terminal.printNotice(context.translate('cli.report.saved', { file }));
}

/** A workbook for each shop, of its own files alone. */
export async function saveShopReports(
  folder: string,
  runs: readonly TerminalRunOptions[],
  store: Store,
  context: CommandContext,
  options: { readonly json?: boolean },
): Promise<void> {
  const shops = store.shops.list();
  for (const shop of new Set(runs.map(({ batch }) => shopNameOf(batch, shops)))) {
    const own = runs.filter(({ batch }) => shopNameOf(batch, shops) === shop);
    const name = dayReportName(shop, context.language, systemClock.now());
    await saveDayReport(path.join(folder, name), own, store, context, options);
  }
}
