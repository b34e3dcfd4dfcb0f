/** Running totals over a batch's orders: states, sums, issues by severity and by cause. */
import { causeOf, type Issue, type Severity } from '../../shared/domain/model/issues.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { Sign } from '../../shared/domain/checking/evidence.ts';
import { emptyCounts } from '../../shared/domain/model/order-states.ts';

/** One cause over many cells. */
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

export class Tally {
  readonly counts = emptyCounts();
  readonly severities: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  readonly causes = new Map<string, CauseTally>();
  /** Orders with a warning and without an error. */
  withWarnings = 0;
  readyAmount = 0;
  acceptedAmount = 0;

  /** Counts the order as it is (`sign` −1: takes it out, as it was when it was counted). */
  order(entry: OrderEntry, sign: Sign): void {
    this.counts.total += sign;
    this.counts[entry.state] += sign;
    if (entry.state === 'ready') this.readyAmount += sign * entry.amount;
    if (entry.state === 'accepted') this.acceptedAmount += sign * entry.amount;
    let worst: Severity = 'notice';
    for (const issues of [entry.issues, entry.pastIssues]) {
      for (const issue of issues) {
        this.severities[issue.severity] += sign;
        if (issue.severity === 'error' || (issue.severity === 'warning' && worst === 'notice')) worst = issue.severity;
        this.#cause(issue, entry, sign);
      }
    }
    if (worst === 'warning') this.withWarnings += sign;
  }

  /** Counts an issue of a row outside the orders. */
  row(issue: Issue, sign: Sign): void {
    this.severities[issue.severity] += sign;
    const tally = this.#tallyOf(issue);
    tally.count += sign;
    if (sign > 0) tally.rowIssues.set(issue.row ?? 0, issue);
    else tally.rowIssues.delete(issue.row ?? 0);
    if (tally.count === 0) this.causes.delete(tally.cause);
  }

  #cause(issue: Issue, entry: OrderEntry, sign: Sign): void {
    const tally = this.#tallyOf(issue);
    tally.count += sign;
    const count = (tally.orders.get(entry) ?? 0) + sign;
    if (count === 0) tally.orders.delete(entry);
    else tally.orders.set(entry, count);
    if (tally.count === 0) this.causes.delete(tally.cause);
  }

  #tallyOf(issue: Issue): CauseTally {
    const cause = causeOf(issue);
    const known = this.causes.get(cause);
    if (known !== undefined) return known;
    const tally: CauseTally = { cause, code: issue.code, severity: issue.severity, count: 0, orders: new Map(), rowIssues: new Map() };
    this.causes.set(cause, tally);
    return tally;
  }
}
