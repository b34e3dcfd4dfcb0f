/** Builds the list of problems: one line per cause, errors first, then the commonest first. */
import type { CauseView } from '../../../shared/contract/views.ts';
import { causeOf } from '../../../shared/domain/model/causes.ts';
import type { Issue, Severity } from '../../../shared/domain/model/issues.ts';
import { isEditable, orderStates } from '../../../shared/domain/model/order-states.ts';
import { settleOfferOf } from '../../../shared/domain/settled/settle-offers.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { fixAllOf, issuesOfCause } from '../edits/fixes.ts';
import { refusedOrderKeys } from '../refused-orders.ts';
import type { CauseTally } from '../tally.ts';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

function viewOf(
  cause: string,
  issues: readonly Issue[],
  fixable: readonly Issue[],
  of: Pick<CauseView, 'orderCount' | 'state' | 'resendableCount'>,
): CauseView | null {
  const [first] = issues;
  if (first === undefined) return null;
  return {
    cause,
    code: first.code,
    severity: first.severity,
    field: first.field ?? null,
    params: first.params,
    count: issues.length,
    ...of,
    firstPosition: { row: first.row ?? null, column: first.column ?? null },
    fixableCount: fixable.length,
    fixAll: fixAllOf(fixable),
    always: alwaysOf(fixable),
  };
}

/** The fix that settles the cause for the shop: all of its issues are about the same text and have the same fix. */
function alwaysOf(issues: readonly Issue[]): CauseView['always'] {
  const [first] = issues;
  const fix = first === undefined ? null : settleOfferOf(first);
  if (fix === null) return null;
  const text = fix.thing.kind === 'value' ? fix.thing.text : '';
  const isSame = ({ params, fix: own }: Issue): boolean =>
    params['value'] === first?.params['value'] && own?.kind === 'setCell' && own.text.trim() === text;
  return issues.every(isSame) ? fix : null;
}

/** Issues of the file itself, grouped by cause. `settled`: no order of it can change any more. */
function fileCauses(issues: readonly Issue[], settled: boolean): CauseView[] {
  const byCause = new Map<string, Issue[]>();
  for (const issue of issues) {
    const cause = causeOf(issue);
    const known = byCause.get(cause);
    if (known) known.push(issue);
    else byCause.set(cause, [issue]);
  }
  return [...byCause].flatMap(
    ([cause, list]) =>
      viewOf(cause, list, settled ? [] : list, { orderCount: 0, state: null, resendableCount: 0 }) ?? [],
  );
}

/** Issues from answers of the WMS: only these can be put right on its side. */
const saidByWms = /^(?:wms|sending)\./u;

function ordersOf(tally: CauseTally, orders: BatchOrders): Pick<CauseView, 'orderCount' | 'state' | 'resendableCount'> {
  let first: OrderEntry | null = null;
  for (const entry of tally.orders.keys())
    if (first === null || (entry.rows[0] ?? 0) < (first.rows[0] ?? 0)) first = entry;
  const isOfPast = first?.sendHistoryIssues.some((issue) => causeOf(issue) === tally.cause) === true;
  return {
    orderCount: tally.orders.size,
    state: isOfPast && first ? first.state : null,
    resendableCount: saidByWms.test(tally.code) ? refusedOrderKeys(orders, tally.cause).length : 0,
  };
}

export function causeViews(orders: BatchOrders): CauseView[] {
  const { counts } = orders.tally;
  const locked = orderStates.reduce((sum, state) => sum + (isEditable(state) ? 0 : counts[state]), 0);
  const settled = locked > 0 && locked === counts.total;
  const own = [...orders.tally.causes.values()].flatMap((tally: CauseTally) => {
    const issues = issuesOfCause(tally);
    const fixable = locked === 0 ? issues : issuesOfCause(tally, 'fixable');
    return viewOf(tally.cause, issues, fixable, ordersOf(tally, orders)) ?? [];
  });
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
