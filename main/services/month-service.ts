/** Serves the month to the window: sums, the workbook, the comparison with a bill; runs in the engine worker. */
import type { BillView, MonthOrders, MonthOrdersQuery, MonthQuery, MonthView } from '../../shared/contract/month.ts';
import { compareBill, type BillComparison, type SentOrder } from '../../shared/domain/month/month.ts';
import { epochFromLocal } from '../../shared/domain/values/dates/tashkent-time.ts';
import type { Language } from '../../shared/messages/translator.ts';
import type { Remote } from '../platform/remote.ts';
import { writeMonthSheet } from '../reporting/month-sheet.ts';
import type { Store } from '../store/store.ts';
import { readBill } from './bill-file.ts';
import type { OpenBatches } from './open-batches.ts';

const dayMs = 86_400_000;
/** The rest is in the workbook. */
const mostShown = 50;

export class MonthService {
  readonly #store: Remote<Store>;
  readonly #opened: OpenBatches;
  /** The bill that was compared last, and with what. */
  #bill: { readonly query: string; readonly comparison: BillComparison } | null = null;

  constructor(store: Remote<Store>, opened: OpenBatches) {
    this.#store = store;
    this.#opened = opened;
  }

  async month(query: MonthQuery): Promise<MonthView> {
    const { days, ...month } = await this.#store.sentOrders.month({ ...periodOf(query), operator: query.operator });
    const changes = await this.#store.sentOrders.changes(periodOf(query));
    return {
      ...month,
      operators: [...(await this.#store.sentOrders.operators())],
      days: [...days],
      changes: [...changes],
    };
  }

  /** Some of the orders of the period. */
  async orders({ start, count, ...query }: MonthOrdersQuery): Promise<MonthOrders> {
    const { total, orders } = await this.#store.sentOrders.page(
      { ...periodOf(query), operator: query.operator },
      start,
      count,
    );
    return { total, start, orders: [...orders] };
  }

  /** Compares the orders with the bill in the file. @throws FailureError those of {@link readBill} */
  async compare(query: MonthQuery, path: string): Promise<BillView> {
    const bill = await readBill(path, { foreign: this.#opened.foreign });
    const comparison = compareBill(await this.#orders(query), bill);
    this.#bill = { query: JSON.stringify(query), comparison };
    const { both, otherSum, onlyOurs, onlyTheirs } = comparison;
    return {
      both: both.length,
      otherSum: {
        count: otherSum.length,
        first: otherSum
          .slice(0, mostShown)
          .map(([ours, theirs]) => ({ orderId: ours.orderId, ours: ours.amount, theirs: theirs.amount })),
      },
      onlyOurs: {
        count: onlyOurs.length,
        first: onlyOurs.slice(0, mostShown).map(({ orderId, amount }) => ({ orderId, ours: amount, theirs: null })),
      },
      onlyTheirs: {
        count: onlyTheirs.length,
        first: onlyTheirs
          .slice(0, mostShown)
          .map(({ orderId, wmsId, amount }) => ({ orderId: orderId ?? wmsId ?? 0, ours: null, theirs: amount })),
      },
    };
  }

  /** Writes the workbook, with the bill that was compared last for the same orders. */
  async save(query: MonthQuery, file: string, language: Language): Promise<void> {
    const bill = this.#bill?.query === JSON.stringify(query) ? this.#bill.comparison : null;
    const changes = await this.#store.sentOrders.changes(periodOf(query));
    await writeMonthSheet(file, { orders: await this.#orders(query), changes, bill }, language);
  }

  async #orders(query: MonthQuery): Promise<readonly SentOrder[]> {
    return this.#store.sentOrders.list({ ...periodOf(query), operator: query.operator });
  }
}

function periodOf({ from, to, shop }: MonthQuery) {
  return { from: epochFromLocal(`${from}T00:00:00`), to: epochFromLocal(`${to}T00:00:00`) + dayMs, shop };
}
