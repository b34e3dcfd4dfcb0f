/**
 * The sums of a batch's causes, made when the list of problems is first asked for, and kept up to date from then on, also
 * while they are being made: of a file with many issues that takes seconds, in which edits may come.
 */
import type { IssueCause, IssueCauses } from '../../../shared/domain/checking/issue-causes.ts';
import type { CooperativeTask } from '../../../shared/cooperative.ts';
import type { CountDelta } from '../../../shared/domain/checking/file-statistics.ts';
import type { Issue } from '../../../shared/domain/model/issues.ts';
import { isEditable } from '../../../shared/domain/model/order-states.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { IssueSum } from './cause-summary.ts';
import { allIssuesOf } from './order-marks.ts';

/** A cause's issues: all, and those that a person can still put right. */
export interface CauseSum {
  readonly all: IssueSum;
  readonly fixable: IssueSum;
}

export function emptySum(): CauseSum {
  return { all: new IssueSum(), fixable: new IssueSum() };
}

export class CauseSums {
  readonly #orders: BatchOrders;
  readonly #sums = new Map<IssueCause, CauseSum>();
  /** Orders that are not in the sums yet. */
  readonly #missing: Set<OrderEntry>;

  private constructor(orders: BatchOrders) {
    this.#orders = orders;
    this.#missing = new Set(orders.book.entries());
    for (const issue of orders.tally.rowIssues.values()) this.#count(issue, true, 1);
  }

  /** Makes the sums of the batch, unless they are made. Edits between two steps are followed; several may make them at once. */
  static *makeCooperatively(orders: BatchOrders): CooperativeTask<CauseSums> {
    const { tally } = orders;
    const sums = (tally.sums ??= new CauseSums(orders));
    const all = sums.#missing.size;
    for (const entry of sums.#missing) {
      sums.countOrder(entry, 1);
      sums.#missing.delete(entry);
      yield 1 - sums.#missing.size / all;
      // Read anew meanwhile: nobody asks for these sums any more.
      if (orders.tally !== tally) return yield* CauseSums.makeCooperatively(orders);
    }
    return sums;
  }

  /** To be called for every order that is counted (1), or counted no more (−1), as it then is. */
  countOrder(entry: OrderEntry, delta: CountDelta): void {
    if (delta < 0 && this.#missing.delete(entry)) return;
    for (const issue of allIssuesOf(this.#orders.book, entry)) this.#count(issue, isEditable(entry.state), delta);
  }

  /** The same for issues of rows outside the orders. */
  countRowIssue(issue: Issue, delta: CountDelta): void {
    this.#count(issue, true, delta);
  }

  /** All causes that issues have now. */
  all(): ReadonlyMap<IssueCause, CauseSum> {
    const vague = new Set<IssueCause>();
    const headless = new Set<IssueCause>();
    for (const [cause, { all, fixable }] of this.#sums) {
      if (all.count === 0) this.#sums.delete(cause);
      else if (all.isVague || fixable.isVague) vague.add(cause);
      else if (all.needsFirst || fixable.needsFirst) headless.add(cause);
    }
    for (const cause of vague) this.#sums.delete(cause);
    if (vague.size > 0) this.#sumUp((cause) => vague.has(cause));
    if (headless.size > 0) this.#findFirsts(headless);
    return this.#sums;
  }

  #count(issue: Issue, isFixable: boolean, delta: CountDelta): void {
    const cause = this.#orders.tally.causes.ofIssue(issue);
    const sum = this.#sums.get(cause) ?? emptySum();
    this.#sums.set(cause, sum);
    sum.all.add(issue, delta);
    if (isFixable) sum.fixable.add(issue, delta);
  }

  #sumUp(isWanted: (cause: IssueCause) => boolean): void {
    const { book, tally } = this.#orders;
    const count = (issue: Issue, isFixable: boolean): void => {
      if (isWanted(tally.causes.ofIssue(issue))) this.#count(issue, isFixable, 1);
    };
    for (const issue of tally.rowIssues.values()) count(issue, true);
    for (const entry of book.entries()) {
      if (causesOf(entry, tally.causes).some(isWanted))
        for (const issue of allIssuesOf(book, entry)) count(issue, isEditable(entry.state));
    }
  }

  /** Finds the first issues of causes whose first ones went. */
  #findFirsts(sought: Set<IssueCause>): void {
    const { book, tally, input } = this.#orders;
    const offer = (issue: Issue, isFixable: boolean): void => {
      const cause = tally.causes.ofIssue(issue);
      const sum = sought.has(cause) ? this.#sums.get(cause) : undefined;
      sum?.all.offerFirst(issue);
      if (isFixable) sum?.fixable.offerFirst(issue);
    };
    for (const issue of tally.rowIssues.values()) offer(issue, true);
    for (const entry of book.entries()) {
      if (sought.size === 0) return;
      const causes = causesOf(entry, tally.causes).filter((cause) => sought.has(cause));
      if (causes.length === 0) continue;
      // Orders stand by their first rows: what was found above is the first.
      const row = input.table.rowNumber(entry.rows[0] ?? 0);
      for (const cause of causes) {
        const { all, fixable } = this.#sums.get(cause) ?? emptySum();
        if (all.startsAbove(row) && fixable.startsAbove(row)) sought.delete(cause);
      }
      if (causes.some((cause) => sought.has(cause)))
        for (const issue of allIssuesOf(book, entry)) offer(issue, isEditable(entry.state));
    }
  }
}

function causesOf(entry: OrderEntry, causes: IssueCauses): readonly IssueCause[] {
  const { sendHistoryIssues: history, repeatIssues: repeats, found } = entry;
  if (history.length + repeats.length === 0) return found.causes;
  return [...found.causes, ...[...history, ...repeats].map((issue) => causes.ofIssue(issue))];
}
