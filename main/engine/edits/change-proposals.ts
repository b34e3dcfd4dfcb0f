/** Proposes the edits and choices that carry out what a person asks for, as the batch is now. Changes nothing itself. */
import type { Choices } from '../../../shared/domain/model/choices.ts';
import type { Edit } from '../../../shared/domain/model/edits.ts';
import type { SettledRows } from '../../../shared/domain/model/settled.ts';
import type { Fix } from '../../../shared/domain/model/issues.ts';
import { columnHeaded } from '../../../shared/domain/settled/rows-by-value.ts';
import { failure, success, type Result } from '../../../shared/result.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { causeViews } from '../views/cause-views.ts';
import { orderIdCells } from '../views/order-views.ts';
import {
  changeForFix,
  fixAllEdit,
  issuesByCause,
  leaveOutEdit,
  leaveOutWhereEdit,
  rowsOfOrders,
  type ProposedChange,
  type LeaveOutMode,
} from './fixes.ts';
import { withTypedParts } from './typed-cells.ts';

export class ChangeProposals {
  readonly #orders: BatchOrders;
  readonly #choices: Choices;

  constructor(orders: BatchOrders, choices: Choices) {
    this.#orders = orders;
    this.#choices = choices;
  }

  /** The edit that sets cells as a person typed them. Fails with `orders.editApart` (typed-cells.ts). */
  typedCells(cells: Extract<Edit, { kind: 'cells' }>['cells']): Result<Edit> {
    const typed = withTypedParts(cells, this.#orders.input.table.file, this.#choices.rules.mixedCells);
    return typed.ok ? success({ kind: 'cells', cells: typed.value }) : typed;
  }

  /** The change that applies the fix; null where there is nothing (left) to change. */
  forFix(fix: Fix): ProposedChange | null {
    return changeForFix(fix, this.#choices, this.#orders.book);
  }

  /** The change that fixes all issues of the cause; null where it has no fix. */
  forCause(cause: string): ProposedChange | null {
    const known = this.#orders.tally.causes.withKey(cause);
    if (known !== undefined) {
      const issues = issuesByCause(this.#orders, (one) => one === known, 'fixable').get(known);
      const edit = fixAllEdit(issues ?? []);
      if (edit !== null) return { kind: 'edit', edit };
    }
    const fix = causeViews(this.#orders).find((view) => view.cause === cause)?.fixAll;
    return fix == null || fix.kind === 'setText' || fix.kind === 'each' ? null : this.forFix(fix);
  }

  /** Leaves the orders with these keys out, or puts them back; null: there are no such orders. */
  leaveOutOrders(orderKeys: readonly string[], leaving: LeaveOutMode): Edit | null {
    return this.leaveOutRows(rowsOfOrders(this.#orders.book, orderKeys), leaving);
  }

  /** Leaves out what was settled to be left out; none: no such rows. */
  settledRows(settled: readonly SettledRows[]): Edit[] {
    const { book } = this.#orders;
    return settled.flatMap(({ heading, value }) => {
      const column = columnHeaded(book, heading);
      const edit = column === undefined ? null : leaveOutWhereEdit(book, column, value, true);
      return edit === null ? [] : [edit];
    });
  }

  /** The same for single rows, by Excel's numbers. */
  leaveOutRows(rows: readonly number[], leaving: LeaveOutMode): Edit | null {
    return leaveOutEdit(this.#orders.book, rows, leaving);
  }

  /**
   * A new row for another item of the order. Fails with `orders.noSuchOrder`, and `orders.noNumberToAdd` where no cell
   * could say which order it belongs to.
   */
  addItemRow(orderKey: string): Result<Edit> {
    const { book, input } = this.#orders;
    const entry = book.entryByKey(orderKey);
    if (entry === undefined) return failure('orders.noSuchOrder', { order: orderKey });
    const cells = orderIdCells(book, entry);
    return cells === null
      ? failure('orders.noNumberToAdd')
      : success({ kind: 'addRow', row: input.table.added.nextNumber, cells });
  }
}
