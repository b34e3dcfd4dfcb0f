/** Builds the list of problems: one line per cause, errors first, then the commonest first. */
import type { CauseView } from '../../../shared/contract/views.ts';
import type { IssueCause } from '../../../shared/domain/checking/issue-causes.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import type { Issue, Severity } from '../../../shared/domain/model/issues.ts';
import { isEditable, orderStates } from '../../../shared/domain/model/order-states.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { mayBeResent } from '../refused-orders.ts';
import { IssueSum } from './cause-summary.ts';
import { allIssuesOf } from './order-marks.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** A cause's issues: all, and those that a person can still put right. */
interface CauseSum {
  readonly all: IssueSum;
  readonly fixable: IssueSum;
  /** The first order with one of them. */
  first: OrderEntry | null;
  resendable: number;
}

function emptySum(): CauseSum {
  return { all: new IssueSum(), fixable: new IssueSum(), first: null, resendable: 0 };
}

function viewOf(
  cause: string,
  { all, fixable }: Pick<CauseSum, 'all' | 'fixable'>,
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
  const sums = new Map<string, Pick<CauseSum, 'all' | 'fixable'>>();
  for (const issue of issues) {
    const cause = causeOf(issue);
    const sum = sums.get(cause) ?? emptySum();
    sums.set(cause, sum);
    sum.all.add(issue);
    if (!settled) sum.fixable.add(issue);
  }
  return [...sums].flatMap(
    ([cause, sum]) => viewOf(cause, sum, { orderCount: 0, state: null, resendableCount: 0 }) ?? [],
  );
}

/** Issues from answers of the WMS: only these can be put right on its side. */
const saidByWms = /^(?:wms|sending)\./u;

/** Sums the issues of orders and rows up by their causes. */
function ownSums(orders: BatchOrders): Map<IssueCause, CauseSum> {
  const sums = new Map<IssueCause, CauseSum>();
  const { book, tally } = orders;
  const sumOf = (issue: Issue): CauseSum => {
    const cause = tally.causes.ofIssue(issue);
    const sum = sums.get(cause) ?? emptySum();
    sums.set(cause, sum);
    return sum;
  };
  for (const issue of tally.rowIssues.values()) {
    const { all, fixable } = sumOf(issue);
    all.add(issue);
    fixable.add(issue);
  }
  for (const entry of book.entries()) {
    const issues = allIssuesOf(book, entry);
    if (issues.length === 0) continue;
    const isFixable = isEditable(entry.state);
    const seen = new Set<CauseSum>();
    for (const issue of issues) {
      const sum = sumOf(issue);
      sum.all.add(issue);
      if (isFixable) sum.fixable.add(issue);
      sum.first ??= entry;
      if (!seen.has(sum) && saidByWms.test(issue.code) && mayBeResent(orders, entry)) sum.resendable++;
      seen.add(sum);
    }
  }
  return sums;
}

function ordersOf(
  cause: IssueCause,
  { first, resendable }: CauseSum,
): Pick<CauseView, 'orderCount' | 'state' | 'resendableCount'> {
  const isOfPast = first?.sendHistoryIssues.some((issue) => causeOf(issue) === cause.key) === true;
  return { orderCount: cause.orderCount, state: isOfPast && first ? first.state : null, resendableCount: resendable };
}

export function causeViews(orders: BatchOrders): CauseView[] {
  const { counts } = orders.tally;
  const locked = orderStates.reduce((sum, state) => sum + (isEditable(state) ? 0 : counts[state]), 0);
  const settled = locked > 0 && locked === counts.total;
  const own = [...ownSums(orders)].flatMap(([cause, sum]) => viewOf(cause.key, sum, ordersOf(cause, sum)) ?? []);
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
