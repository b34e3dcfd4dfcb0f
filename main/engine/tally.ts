/** Keeps running totals over a batch's orders: states, sums, issues by severity and by cause. */
import { causeOf } from '../../shared/domain/model/causes.ts';
import type { Issue, Severity } from '../../shared/domain/model/issues.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { CountDelta } from '../../shared/domain/checking/file-statistics.ts';
import { isChangedAfterSending } from '../../shared/domain/orders/send-history-state.ts';
import { ownIssuesOf } from './views/order-marks.ts';
import { zeroStateCounts } from '../../shared/domain/model/order-states.ts';

/** The issues that one cause has over many cells. */
export interface CauseTally {
  readonly cause: string;
  readonly code: string;
  readonly severity: Severity;
  count: number;
  /** Orders with an issue of this cause, and how many each has. */
  readonly orders: Map<OrderEntry, number>;
  /** Issues outside the orders, by row. */
  readonly rowIssues: Map<number, Issue>;
}

export class OrderTally {
  readonly counts = zeroStateCounts();
  readonly severities: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  readonly causes = new Map<string, CauseTally>();
  /** Orders with a warning and without an error. */
  withWarnings = 0;
  /** Orders that were accepted before with other content. */
  changedAfterSending = 0;
  readyAmount = 0;
  acceptedAmount = 0;

  /** Adds the order (`delta` −1: subtracts it, unchanged since it was added). */
  countOrder(entry: OrderEntry, delta: CountDelta): void {
    this.counts.total += delta;
    this.counts[entry.state] += delta;
    if (entry.state === 'ready') this.readyAmount += delta * entry.amount;
    if (entry.state === 'accepted') this.acceptedAmount += delta * entry.amount;
    if (isChangedAfterSending(entry)) this.changedAfterSending += delta;
    let worst: Severity = 'notice';
    for (const issues of [ownIssuesOf(entry), entry.sendHistoryIssues, entry.repeatIssues]) {
      for (const issue of issues) {
        this.severities[issue.severity] += delta;
        if (issue.severity === 'error' || (issue.severity === 'warning' && worst === 'notice')) worst = issue.severity;
        this.#cause(issue, entry, delta);
      }
    }
    if (worst === 'warning') this.withWarnings += delta;
  }

  /** Adds or subtracts an issue of a row outside the orders. */
  countRowIssue(issue: Issue, delta: CountDelta): void {
    this.severities[issue.severity] += delta;
    const tally = this.#tallyOf(issue);
    tally.count += delta;
    if (delta > 0) tally.rowIssues.set(issue.row ?? 0, issue);
    else tally.rowIssues.delete(issue.row ?? 0);
    if (tally.count === 0) this.causes.delete(tally.cause);
  }

  #cause(issue: Issue, entry: OrderEntry, delta: CountDelta): void {
    const tally = this.#tallyOf(issue);
    tally.count += delta;
    const count = (tally.orders.get(entry) ?? 0) + delta;
    if (count === 0) tally.orders.delete(entry);
    else tally.orders.set(entry, count);
    if (tally.count === 0) this.causes.delete(tally.cause);
  }

  #tallyOf(issue: Issue): CauseTally {
    const cause = causeOf(issue);
    const known = this.causes.get(cause);
    if (known !== undefined) return known;
    const tally: CauseTally = {
      cause,
      code: issue.code,
      severity: issue.severity,
      count: 0,
      orders: new Map(),
      rowIssues: new Map(),
    };
    this.causes.set(cause, tally);
    return tally;
  }
}
