/** Reads and checks an order's delivery date and the status it is created with (decisions 5 to 10). */
import type { ColumnPlan } from '../columns/column-plan.ts';
import type { Rules } from '../model/rules.ts';
import type { FileStatistics, CountDelta } from './file-statistics.ts';
import type { IssueCollector } from './issue-collector.ts';
import { readOrderField, type OrderRows, type OrderFieldValue } from './order-field.ts';
import type { FieldReaders } from './field-readers.ts';

export interface Delivery {
  /** As it is sent. */
  readonly scheduledAt: OrderFieldValue<string> | null;
  /** In Tashkent time, `YYYY-MM-DDTHH:mm:ss`. */
  readonly local: string | null;
  /** Null: the key is omitted. */
  readonly status: OrderFieldValue<number> | null;
  /** False where something required is missing; that was reported as an issue. */
  readonly complete: boolean;
}

export interface DeliveryContext {
  readonly readers: FieldReaders;
  readonly rules: Rules;
  /**
   * How far the status column is trusted where no rule decides: a column chosen by a person gives the WMS's status; so
   * does one with the API document's own heading, where its values are understood; any other is a shop's, of which only
   * numbers count (decision 5). Cancelled orders are another matter: no-order-signs.ts.
   */
  readonly statusColumn: 'chosen' | 'ours' | 'foreign';
  readonly statistics: FileStatistics;
}

/** Whose statuses the column has: one that a person chose, the WMS's own by its heading, or a shop's. */
export function statusColumnOf(
  { columns }: ColumnPlan,
  { fulfillment_status: { column } }: FieldReaders,
): DeliveryContext['statusColumn'] {
  const reason = column === null ? undefined : columns[column]?.reason.code;
  if (reason === 'orders.chosen') return 'chosen';
  return reason === 'ownName' ? 'ours' : 'foreign';
}

/** Whether a shop's words in the column of the status are sent, or only tell which orders are none. */
export function sendsStatusWords({ status }: Rules, statusColumn: DeliveryContext['statusColumn']): boolean {
  return status === 'column' || (status === 'auto' && statusColumn !== 'foreign');
}

const scheduledStatus = 5;
export const newStatus = 1;
const cancelledStatus = 6;

interface StatusDecision {
  readonly status: OrderFieldValue<number> | null;
  /** True where no rule, cell or constant gave it. */
  readonly automatic: boolean;
  readonly refused: boolean;
}

function decideStatus(
  context: DeliveryContext,
  rows: OrderRows,
  hasDate: boolean,
  delta: CountDelta,
  collector: IssueCollector,
): StatusDecision {
  const { readers, rules, statistics } = context;
  const strict = rules.status === 'column' || context.statusColumn === 'chosen';
  const fixed = typeof rules.status === 'number' || rules.status === 'omit';
  const isForeign = !strict && context.statusColumn === 'foreign';
  const { value: said, refused: unknown } = readOrderField(
    readers.fulfillment_status,
    rows,
    collector,
    strict && !fixed ? 'error' : 'ignore',
    isForeign || fixed ? 'ignore' : 'say',
  );
  const isWord =
    isForeign &&
    said?.origin === 'cell' &&
    said.index !== null &&
    !isStatusNumber(readers.fulfillment_status.text(said.index)) &&
    !readers.fulfillment_status.isSettled(readers.fulfillment_status.text(said.index));
  // Whether a cancelled order is sent at all is asked; if it is, it is created like the others.
  const isCancelled = !strict && !rules.allowUnusualStatus && said?.value === cancelledStatus && said.origin === 'cell';
  const value = isWord || isCancelled ? null : said;
  const refused = unknown || isWord;
  if (rules.status === 'omit') return { status: null, automatic: false, refused: false };
  if (typeof rules.status === 'number')
    return { status: { value: rules.status, index: null, origin: 'profile' }, automatic: false, refused: false };
  if (value !== null) return { status: value, automatic: false, refused: refused && strict };
  if (refused && strict) return { status: null, automatic: false, refused: true };
  if (refused) statistics.ordersWithForeignStatus += delta;
  const constant = readers.fulfillment_status.constant;
  if (constant !== null)
    return { status: { value: constant.value, index: null, origin: 'constant' }, automatic: false, refused: false };
  return {
    status: { value: hasDate ? scheduledStatus : newStatus, index: null, origin: 'profile' },
    automatic: true,
    refused: false,
  };
}

/** Whether the text is one of the WMS's numbers of statuses: those are sent also from a shop's own column. */
export function isStatusNumber(text: string): boolean {
  return /^\s*[1-7](?:[.,]0+)?\s*$/.test(text);
}

/** Reads and checks delivery date and status. @param waits whether the row may still turn out to be of the order above */
export function readDelivery(
  context: DeliveryContext,
  rows: OrderRows,
  delta: CountDelta,
  collector: IssueCollector,
  waits = false,
): Delivery {
  const { readers, rules, statistics } = context;
  const date = readOrderField(readers.scheduled_at, rows, collector);
  const at = date.value;
  const decided = decideStatus(context, rows, at !== null, delta, collector);
  const first = rows.active[0] ?? 0;
  if (at !== null) statistics.datedOrders += delta;
  let complete = !date.refused && !decided.refused;
  if (at !== null && !at.value.hadTime && at.origin === 'cell') statistics.ordersWithDefaultTime += delta;
  const status = decided.status;
  if (status !== null && status.value !== scheduledStatus && status.value !== newStatus && !rules.allowUnusualStatus) {
    collector.addForCell(status.index ?? first, readers.fulfillment_status, 'error', 'orders.statusNotAllowed', {
      value: status.value,
    });
    complete = false;
  }
  if (at === null && !date.refused) {
    if (decided.automatic && !readers.scheduled_at.hasSource) {
      // Reported once per file, by the question about the delivery date.
      statistics.undecidedDeliveries += delta;
      complete = false;
    } else if (status?.value === scheduledStatus) {
      if (readers.scheduled_at.hasSource)
        collector.addForCell(first, readers.scheduled_at, 'error', 'orders.dateRequired', {});
      else statistics.undecidedDeliveries += delta;
      complete = false;
    } else if (decided.automatic && !waits) statistics.undatedOrders += delta;
  }
  return {
    scheduledAt: at === null ? null : { value: at.value.wireText, index: at.index, origin: at.origin },
    local: at?.value.local ?? null,
    status,
    complete,
  };
}
