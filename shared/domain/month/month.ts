/** The month: what was sent in a period, summed by day, and compared with the bill or list of the WMS (docs/domain.md, «The month»). */

/** An order that the WMS has, as the ledger keeps it: without its customer. */
export interface SentOrder {
  readonly orderId: number;
  readonly wmsId: number | null;
  readonly server: string;
  /** When it was sent, ms since 1970-01-01Z. */
  readonly at: number;
  /** In soʻm; null where only its number is known any more. */
  readonly amount: number | null;
  /** Items, not pieces; null as the amount. */
  readonly items: number | null;
  /** The day of delivery in Tashkent, YYYY-MM-DD; null: none was asked for. */
  readonly deliveryDay: string | null;
  /** Name of the shop; blank where there is only one. */
  readonly shop: string;
  /** Who had it sent: the operator who was chosen, else the computer's user; null where that is not known. */
  readonly operator: string | null;
  readonly fileName: string;
}

export interface DaySum {
  /** The day of sending in Tashkent, YYYY-MM-DD. */
  readonly day: string;
  readonly orders: number;
  /** In soʻm, of the orders whose sum is known. */
  readonly amount: number;
}

export interface Month {
  readonly orders: number;
  readonly amount: number;
  /** Orders of which only the number is known any more. */
  readonly withoutAmount: number;
  readonly days: readonly DaySum[];
}

/** @param dayOf the day in Tashkent of a time */
export function sumUpMonth(orders: readonly SentOrder[], dayOf: (at: number) => string): Month {
  const days = new Map<string, { orders: number; amount: number }>();
  for (const { at, amount } of orders) {
    const day = dayOf(at);
    const sums = days.get(day) ?? { orders: 0, amount: 0 };
    sums.orders++;
    sums.amount += amount ?? 0;
    days.set(day, sums);
  }
  return {
    orders: orders.length,
    amount: orders.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    withoutAmount: orders.filter(({ amount }) => amount === null).length,
    days: [...days].toSorted(([a], [b]) => a.localeCompare(b)).map(([day, sums]) => ({ day, ...sums })),
  };
}

/** A line of the WMS's bill or list. */
export interface BillLine {
  /** The row as Excel shows it. */
  readonly row: number;
  /** At least one of the two numbers is known. */
  readonly orderId: number | null;
  readonly wmsId: number | null;
  /** In soʻm; null where the bill gives none. */
  readonly amount: number | null;
}

export interface BillComparison {
  readonly both: readonly (readonly [ours: SentOrder, theirs: BillLine])[];
  /** In both, with another sum. */
  readonly otherSum: readonly (readonly [ours: SentOrder, theirs: BillLine])[];
  readonly onlyOurs: readonly SentOrder[];
  /** Also what the bill has twice. */
  readonly onlyTheirs: readonly BillLine[];
}

/** Pairs orders and lines by the WMS's id, else by the order number, each once. */
export function compareBill(orders: readonly SentOrder[], bill: readonly BillLine[]): BillComparison {
  const open = new Set(orders);
  const byWmsId = new Map(orders.flatMap((order) => (order.wmsId === null ? [] : [[order.wmsId, order] as const])));
  const byNumber = new Map<number, SentOrder[]>();
  for (const order of orders) byNumber.set(order.orderId, [...(byNumber.get(order.orderId) ?? []), order]);
  const both: (readonly [SentOrder, BillLine])[] = [];
  const otherSum: (readonly [SentOrder, BillLine])[] = [];
  const onlyTheirs: BillLine[] = [];
  for (const line of bill) {
    const candidates = [
      ...(line.wmsId === null ? [] : [byWmsId.get(line.wmsId)]),
      ...(line.orderId === null ? [] : (byNumber.get(line.orderId) ?? [])),
    ];
    const ours = candidates.find((order) => order !== undefined && open.has(order));
    if (ours === undefined) {
      onlyTheirs.push(line);
      continue;
    }
    open.delete(ours);
    const differs = line.amount !== null && ours.amount !== null && line.amount !== ours.amount;
    (differs ? otherSum : both).push([ours, line]);
  }
  return { both, otherSum, onlyOurs: [...open], onlyTheirs };
}
