/** The `month` command sums up what was sent in a period, and compares it with the bill of the WMS. */
import { compareBill, sumUpMonth, type SentOrder } from '../../../shared/domain/month/month.ts';
import { epochFromLocal, localFromEpoch } from '../../../shared/domain/values/dates/tashkent-time.ts';
import { changesMessage } from '../../../shared/messages/change-sentences.ts';
import { FailureError } from '../../../shared/result.ts';
import { writeMonthSheet } from '../../reporting/month-sheet.ts';
import { readBill } from '../../services/bill-file.ts';
import { systemClock } from '../../ports.ts';
import { exitStatus } from '../exit-status.ts';
import { withExistingStore } from '../home-store.ts';
import type { CommandContext } from '../context.ts';
import { tellTeam } from '../team-option.ts';
import { openSender } from '../terminal-run.ts';
import { shopOption, type ShopOption } from '../shop-option.ts';

export interface MonthOptions extends ShopOption {
  /** Days in Tashkent, YYYY-MM-DD or DD.MM.YYYY, both included; without them: this month until today. */
  readonly from?: string;
  readonly to?: string;
  /** Who opened the files. */
  readonly who?: string;
  readonly bill?: string;
  readonly output?: string;
  readonly json?: boolean;
}

const dayMs = 86_400_000;

/** The day as YYYY-MM-DD. @throws FailureError `month.day` */
function dayOf(option: string, text: string): string {
  const local = /^(\d{2})\.(\d{2})\.(\d{4})$/u.exec(text);
  const day = local ? `${local[3]}-${local[2]}-${local[1]}` : text;
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(day) && localFromEpoch(epochFromLocal(`${day}T00:00:00`)).startsWith(day);
  if (!isDay) throw new FailureError('month.day', { option, text });
  return day;
}

export async function showMonth(context: CommandContext, options: MonthOptions): Promise<number> {
  const { home, language, translate, terminal, foreign } = context;
  if (options.output !== undefined && !/\.xlsx$/iu.test(options.output))
    throw new FailureError('month.kind', { file: options.output });
  const today = localFromEpoch(systemClock.now()).slice(0, 10);
  const from = options.from === undefined ? `${today.slice(0, 8)}01` : dayOf('--from', options.from);
  const to = options.to === undefined ? today : dayOf('--to', options.to);
  return withExistingStore(home, async (store) => {
    // What only the witness knows is said before the sums.
    if (store) openSender(store, context);
    // What the others sent since this computer last asked is of the month, too.
    if (store) await tellTeam(store, context);
    const period = { from: epochFromLocal(`${from}T00:00:00`), to: epochFromLocal(`${to}T00:00:00`) + dayMs };
    const shop = monthShop(options, store);
    const orders: readonly SentOrder[] =
      store?.sentOrders.list({ ...period, shop, operator: options.who ?? null }) ?? [];
    const changes = store?.sentOrders.changes({ ...period, shop }) ?? [];
    const month = sumUpMonth(orders, (at) => localFromEpoch(at).slice(0, 10));
    const bill = options.bill === undefined ? null : compareBill(orders, await readBill(options.bill, { foreign }));
    if (options.output !== undefined) await writeMonthSheet(options.output, { orders, changes, bill }, language);
    if (options.json) {
      terminal.print(
        JSON.stringify({
          from,
          to,
          ...month,
          list: orders.map(({ at, ...order }) => ({ ...order, at: new Date(at).toISOString() })),
          bill,
          changes,
        }),
      );
      return exitStatus.success;
    }
    for (const { day, orders: count, amount } of month.days)
      terminal.print(translate('cli.month.day', { day, count, amount }));
    terminal.print(translate('cli.month.sum', { from, to, count: month.orders, amount: month.amount }));
    if (month.withoutAmount > 0) terminal.print(translate('cli.month.withoutAmount', { count: month.withoutAmount }));
    if (changes.length > 0) terminal.print(changesMessage(translate, changes));
    if (bill !== null)
      terminal.print(
        translate('cli.month.bill', {
          both: bill.both.length,
          otherSum: bill.otherSum.length,
          onlyOurs: bill.onlyOurs.length,
          onlyTheirs: bill.onlyTheirs.length,
        }),
      );
    if (options.output !== undefined) terminal.printNotice(translate('cli.report.saved', { file: options.output }));
    return exitStatus.success;
  });
}

/** Null: all shops together. */
function monthShop(options: MonthOptions, store: Parameters<typeof shopOption>[1]): string | null {
  return options.shop === undefined ? null : shopOption(options, store);
}
