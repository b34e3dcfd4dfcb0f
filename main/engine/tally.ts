/** Keeps running totals over a batch's orders: states, sums, issues by severity and by cause. */
import { type IssueCause, type IssueCauses } from '../../shared/domain/checking/issue-causes.ts';
import type { Issue, Severity } from '../../shared/domain/model/issues.ts';
import type { OrderEntry } from '../../shared/domain/orders/order-entry.ts';
import type { CountDelta } from '../../shared/domain/checking/file-statistics.ts';
import { isChangedAfterSending } from '../../shared/domain/orders/send-history-state.ts';
import type { CauseSums } from './views/cause-sums.ts';
import { countedOf } from './views/order-marks.ts';
import { zeroStateCounts } from '../../shared/domain/model/order-states.ts';

export class OrderTally {
  readonly counts = zeroStateCounts();
  readonly severities: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  readonly causes: IssueCauses;
  /** Issues outside the orders, by row as Excel shows it. */
  readonly rowIssues = new Map<number, Issue>();
  /** What the list of problems says of the causes; null: nobody asked for it yet. */
  sums: CauseSums | null = null;
  /** Orders with a warning, also beside an error. */
  withWarnings = 0;
  /** Orders that were accepted before with other content. */
  changedAfterSending = 0;
  readyAmount = 0;
  acceptedAmount = 0;

  /** @param causes of the book whose orders are counted; no issue of it was counted yet */
  constructor(causes: IssueCauses) {
    this.causes = causes;
  }

  /** Adds the order (`delta` −1: subtracts it, unchanged since it was added). */
  countOrder(entry: OrderEntry, delta: CountDelta): void {
    this.counts.total += delta;
    this.counts[entry.state] += delta;
    if (entry.state === 'ready') this.readyAmount += delta * entry.amount;
    if (entry.state === 'accepted') this.acceptedAmount += delta * entry.amount;
    if (isChangedAfterSending(entry)) this.changedAfterSending += delta;
    const own = countedOf(entry);
    this.severities.error += delta * own.errors;
    this.severities.warning += delta * own.warnings;
    this.severities.notice += delta * own.notices;
    let { warnings, causes } = own;
    if (entry.sendHistoryIssues.length > 0 || entry.repeatIssues.length > 0) {
      const others = [...entry.sendHistoryIssues, ...entry.repeatIssues];
      for (const { severity } of others) {
        this.severities[severity] += delta;
        if (severity === 'warning') warnings++;
      }
      causes = [...causes, ...others.map((issue) => this.causes.ofIssue(issue))];
    }
    this.#countCauses(causes, delta);
    this.sums?.countOrder(entry, delta);
    if (warnings > 0) this.withWarnings += delta;
  }

  /** Adds or subtracts an issue of a row outside the orders. */
  countRowIssue(issue: Issue, delta: CountDelta): void {
    this.severities[issue.severity] += delta;
    this.causes.ofIssue(issue).count += delta;
    if (delta > 0) this.rowIssues.set(issue.row ?? 0, issue);
    else this.rowIssues.delete(issue.row ?? 0);
    this.sums?.countRowIssue(issue, delta);
  }

  #countCauses(causes: readonly IssueCause[], delta: CountDelta): void {
    for (const [at, cause] of causes.entries()) {
      cause.count += delta;
      if (causes.indexOf(cause) === at) cause.orderCount += delta;
    }
  }
}
