/** The list of problems: one line per cause, errors first, the commonest first. */
import type { CauseView } from '../../shared/contract/views.ts';
import { causeOf, type Issue, type Severity } from '../../shared/domain/issues.ts';
import type { BatchOrders } from './batch-orders.ts';
import { fixAllOf, issuesOfCause } from './fixes.ts';
import type { CauseTally } from './tally.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function viewOf(cause: string, issues: readonly Issue[], orders: number): CauseView | null {
  const [first] = issues;
  if (first === undefined) return null;
  return {
    cause,
    code: first.code,
    severity: first.severity,
    field: first.field ?? null,
    params: { ...first.params },
    count: issues.length,
    orders,
    first: { row: first.row ?? null, column: first.column ?? null },
    fixAll: fixAllOf(issues),
  };
}

/** Issues of the file itself, grouped by cause. */
function fileCauses(issues: readonly Issue[]): CauseView[] {
  const byCause = new Map<string, Issue[]>();
  for (const issue of issues) {
    const cause = causeOf(issue);
    const known = byCause.get(cause);
    if (known) known.push(issue);
    else byCause.set(cause, [issue]);
  }
  return [...byCause].flatMap(([cause, list]) => viewOf(cause, list, 0) ?? []);
}

export function causeViews(orders: BatchOrders): CauseView[] {
  const own = [...orders.tally.causes.values()].flatMap((tally: CauseTally) => viewOf(tally.cause, issuesOfCause(tally), tally.orders.size) ?? []);
  const all = [...fileCauses(orders.fileIssues), ...own];
  return all.sort(
    (a, b) => rank[a.severity] - rank[b.severity] || b.count - a.count || (a.first.row ?? 0) - (b.first.row ?? 0) || (a.first.column ?? 0) - (b.first.column ?? 0) || (a.cause < b.cause ? -1 : 1),
  );
}
