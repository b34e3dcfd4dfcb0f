/** Builds the list of problems: one line per cause, errors first, then the commonest first. */
import type { CauseView } from '../../../shared/contract/views.ts';
import { runToCompletion, type CooperativeTask } from '../../../shared/cooperative.ts';
import type { IssueCause } from '../../../shared/domain/checking/issue-causes.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import type { Issue, Severity } from '../../../shared/domain/model/issues.ts';
import { isEditable, orderStates } from '../../../shared/domain/model/order-states.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { refusedOrderKeys } from '../refused-orders.ts';
import { CauseSums, emptySum, type CauseSum } from './cause-sums.ts';
import { ordersWithCause } from './order-marks.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function viewOf(
  cause: string,
  { all, fixable }: CauseSum,
  of: Pick<CauseView, 'orderCount' | 'state' | 'resendableCount'>,
): CauseView | null {
  const { first } = all;
  if (first === null) return null;
  return {
    cause,
    code: first.code,
    severity: first.severity,
    field: first.field ?? null,
    params: first.params,
    count: all.count,
    ...of,
    firstPosition: { row: first.row ?? null, column: first.column ?? null },
    fixableCount: fixable.count,
    fixAll: fixable.fixAll,
    always: fixable.always,
  };
}

/** Issues of the file itself, grouped by cause. `settled`: no order of it can change any more. */
function fileCauses(issues: readonly Issue[], settled: boolean): CauseView[] {
  const sums = new Map<string, CauseSum>();
  for (const issue of issues) {
    const cause = causeOf(issue);
    const sum = sums.get(cause) ?? emptySum();
    sums.set(cause, sum);
    sum.all.add(issue, 1);
    if (!settled) sum.fixable.add(issue, 1);
  }
  return [...sums].flatMap(
    ([cause, sum]) => viewOf(cause, sum, { orderCount: 0, state: null, resendableCount: 0 }) ?? [],
  );
}

/** Issues from answers of the WMS: only these can be put right on its side. */
const saidByWms = /^(?:wms|sending)\./u;

function ordersOf(
  orders: BatchOrders,
  cause: IssueCause,
  ofPast: ReadonlySet<IssueCause>,
): Pick<CauseView, 'orderCount' | 'state' | 'resendableCount'> {
  return {
    orderCount: cause.orderCount,
    state: ofPast.has(cause) ? pastState(orders, cause) : null,
    resendableCount: saidByWms.test(cause.code) ? refusedOrderKeys(orders, cause.key).length : 0,
  };
}

/** Causes that the send history gives. */
function causesOfPast({ book, tally }: BatchOrders): ReadonlySet<IssueCause> {
  const causes = new Set<IssueCause>();
  for (const { sendHistoryIssues } of book.entries())
    for (const issue of sendHistoryIssues) causes.add(tally.causes.ofIssue(issue));
  return causes;
}

/** The state of the first order with the cause, where it is of the past; else null. */
function pastState(orders: BatchOrders, cause: IssueCause): CauseView['state'] {
  const [first] = ordersWithCause(orders, cause);
  return first?.sendHistoryIssues.some((issue) => causeOf(issue) === cause.key) === true ? first.state : null;
}

export function causeViews(orders: BatchOrders): CauseView[] {
  return runToCompletion(causeViewsCooperatively(orders));
}

/** Follows edits between its steps. */
export function* causeViewsCooperatively(orders: BatchOrders): CooperativeTask<CauseView[]> {
  const sums = yield* CauseSums.makeCooperatively(orders);
  const { counts } = orders.tally;
  const locked = orderStates.reduce((sum, state) => sum + (isEditable(state) ? 0 : counts[state]), 0);
  const settled = locked > 0 && locked === counts.total;
  const ofPast = causesOfPast(orders);
  const own = [...sums.all()].flatMap(([cause, sum]) => viewOf(cause.key, sum, ordersOf(orders, cause, ofPast)) ?? []);
  const all = [...fileCauses(orders.fileIssues, settled), ...own];
  if (orders.input.shop === null) for (const view of all) view.always = null;
  return all.sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      b.count - a.count ||
      (a.firstPosition.row ?? 0) - (b.firstPosition.row ?? 0) ||
      (a.firstPosition.column ?? 0) - (b.firstPosition.column ?? 0) ||
      (a.cause < b.cause ? -1 : 1),
  );
}
