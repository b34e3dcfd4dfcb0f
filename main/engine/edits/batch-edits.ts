/**
 * Applies a person's edits to a batch, and undoes and redoes them. An order that is being sent or is done is never changed.
 */
import type { Edit } from '../../../shared/domain/model/edits.ts';
import { MergedCells } from '../../../shared/domain/table/merged-cells.ts';
import type { EditedTable } from '../../../shared/domain/table/edited-table.ts';
import type { OrderEntry } from '../../../shared/domain/orders/order-entry.ts';
import { success, type Result } from '../../../shared/result.ts';
import type { BatchOrders } from '../batch-orders.ts';
import { checkEdit, isLocked, lockedFailure, touchedRows } from './edit-check.ts';
import type { AppliedEdit, EditHistory, NumberedEdit } from './edit-history.ts';
import { stepView, type HistoryStepWithoutTime } from '../views/history-views.ts';
import type { SendableOrders } from '../sendable-orders.ts';

export interface BatchEditsInput {
  readonly table: EditedTable;
  readonly history: EditHistory;
  readonly orders: BatchOrders;
  readonly sendable: SendableOrders;
  /** Runs a change of the rows at these indices; see BatchOrders.change. */
  readonly change: (indices: readonly number[], apply: () => void) => void;
}

export class BatchEdits {
  readonly #input: BatchEditsInput;
  readonly #merged: MergedCells;

  constructor(input: BatchEditsInput) {
    this.#input = input;
    this.#merged = new MergedCells(input.table.file);
  }

  /** See Batch.applyEdit. */
  apply(edit: Edit): Result<NumberedEdit> {
    const { history, orders, sendable, table } = this.#input;
    const indices = touchedRows(edit, table, this.#merged);
    const allowed = checkEdit(edit, orders.book, sendable.taken, indices);
    if (!allowed.ok) return allowed;
    const redoable = history.redoable;
    const act: { made?: NumberedEdit } = {};
    const locked = this.#change(indices, () => (act.made = history.apply(edit)));
    if (locked !== null) {
      this.#change(indices, () => history.discardLast(redoable));
      return lockedFailure(locked);
    }
    if (act.made === undefined) throw new Error('the edit was not made');
    return success(act.made);
  }

  /** See Batch.undo. */
  undo(): Result<NumberedEdit | null> {
    return firstOf(this.#undo(this.#input.history.applied.slice(-1)));
  }

  /** See Batch.redo. */
  redo(): Result<NumberedEdit | null> {
    return firstOf(this.#redo(this.#input.history.undone.slice(0, 1)));
  }

  /** See Batch.goTo. */
  goTo(sequence: number): Result<readonly NumberedEdit[]> {
    const { applied, undone } = this.#input.history;
    const later = applied.filter((edit) => edit.sequence > sequence);
    return later.length > 0 ? this.#undo(later) : this.#redo(undone.filter((edit) => edit.sequence <= sequence));
  }

  /** See Batch.history. */
  steps(limit: number): { readonly steps: readonly HistoryStepWithoutTime[]; readonly earlier: number } {
    const { applied, undone } = this.#input.history;
    const steps = [...applied.map((edit) => [edit, false] as const), ...undone.map((edit) => [edit, true] as const)];
    const shown = steps.slice(-limit).reverse();
    return {
      steps: shown.map(([edit, isUndone]) => stepView(edit, isUndone, this.#input.table)),
      earlier: steps.length - shown.length,
    };
  }

  #undo(edits: readonly AppliedEdit[]): Result<readonly NumberedEdit[]> {
    const { history } = this.#input;
    return this.#steps(
      edits.toReversed(),
      () => history.undo(),
      () => history.redo(),
    );
  }

  #redo(edits: readonly AppliedEdit[]): Result<readonly NumberedEdit[]> {
    const { history } = this.#input;
    return this.#steps(
      edits,
      () => history.redo(),
      () => history.undo(),
    );
  }

  #rowsOf(edits: readonly NumberedEdit[]): number[] {
    return [...new Set(edits.flatMap(({ edit }) => touchedRows(edit, this.#input.table, this.#merged)))].sort(
      (a, b) => a - b,
    );
  }

  /** Makes all of the steps, or none: where one touches a locked order, all are taken back. */
  #steps(edits: readonly NumberedEdit[], make: () => void, takeBack: () => void): Result<readonly NumberedEdit[]> {
    if (edits.length === 0) return success([]);
    const indices = this.#rowsOf(edits);
    const each = (act: () => void) => () => edits.forEach(() => act());
    const standing = this.#lockedAt(indices);
    if (standing !== null) return lockedFailure(standing);
    const locked = this.#change(indices, each(make));
    if (locked === null) return success(edits);
    this.#change(indices, each(takeBack));
    return lockedFailure(locked);
  }

  /** Makes a change; returns a locked order that it touched (by moving rows into it), null where there is none. */
  #change(indices: readonly number[], apply: () => void): OrderEntry | null {
    const touched = this.#input.sendable.findTouchedLocked(() => this.#input.change(indices, apply));
    // Where everything was read again, touched orders were not reported: no changed row may be in a locked order.
    return touched ?? this.#lockedAt(indices);
  }

  #lockedAt(indices: readonly number[]): OrderEntry | null {
    const { orders, sendable } = this.#input;
    for (const index of indices) {
      const entry = orders.book.entryOfRow(index);
      if (entry !== undefined && isLocked(entry, sendable.taken)) return entry;
    }
    return null;
  }
}

function firstOf(steps: Result<readonly NumberedEdit[]>): Result<NumberedEdit | null> {
  return steps.ok ? success(steps.value[0] ?? null) : steps;
}
