/** Holds a batch's edits in memory, each with what it changed, for undo and redo; main/store/edits.ts stores them. */
import type { Edit } from '../../../shared/domain/model/edits.ts';
import type { EditedTable } from '../../../shared/domain/table/edited-table.ts';
import type { StoredEdit } from '../../ports.ts';

export interface NumberedEdit {
  /** Place in the batch's history, from 1, never used twice. */
  readonly sequence: number;
  readonly edit: Edit;
}

/** How the table was before an edit. */
export interface EditUndoData {
  /** The texts that overrode the cells before, undefined where none did; in the order of the edit's cells. */
  readonly texts: readonly (string | undefined)[];
  /** Indices whose left-out mark the edit changed, or which it added or removed. */
  readonly toggled: readonly number[];
  /** What removed rows held. */
  readonly removed: readonly {
    readonly index: number;
    readonly cells: readonly { readonly column: number; readonly text: string }[];
  }[];
}

const nothing: EditUndoData = { texts: [], toggled: [], removed: [] };

/** An edit with how the table was when it was applied last. */
export interface AppliedEdit extends NumberedEdit {
  readonly before: EditUndoData;
}

export class EditHistory {
  readonly #table: EditedTable;
  readonly #leftOut: Set<number>;
  readonly #asNew: Set<number>;
  readonly #applied: AppliedEdit[] = [];
  /** Undone edits that no new edit has superseded; the next to be redone is the last. */
  readonly #undone: AppliedEdit[] = [];
  #lastSequence = 0;

  /** `leftOut` is changed in place: the rows (indices) that are left out. */
  constructor(table: EditedTable, leftOut: Set<number>, asNew: Set<number> = new Set()) {
    this.#table = table;
    this.#leftOut = leftOut;
    this.#asNew = asNew;
  }

  get canUndo(): boolean {
    return this.#applied.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** The edits that are not undone, in order. */
  get applied(): readonly AppliedEdit[] {
    return this.#applied;
  }

  /** What can be redone, the next first. */
  get undone(): readonly AppliedEdit[] {
    return this.#undone.toReversed();
  }

  /** Restores a stored history; edits of other sheets, and cells and rows that the table does not have, are skipped. */
  restore(stored: readonly StoredEdit[]): void {
    const inOrder = stored.toSorted((a, b) => a.sequence - b.sequence);
    this.#lastSequence = inOrder.at(-1)?.sequence ?? 0;
    const here = inOrder.filter(({ aside }) => aside === undefined);
    // Edits that were undone before a later live edit cannot be redone.
    const lastLive = here.findLastIndex(({ undone }) => !undone);
    const kept = here.filter(({ undone }, at) => !undone || at > lastLive);
    for (const { sequence, edit } of kept) this.#applied.push({ sequence, edit, before: this.#applyToTable(edit) });
    for (let at = lastLive + 1; at < here.length; at++) this.undo();
  }

  /** Applies a new edit. Undone edits cannot be redone any more. */
  apply(edit: Edit): NumberedEdit {
    this.#undone.length = 0;
    const numbered = { sequence: ++this.#lastSequence, edit };
    this.#applied.push({ ...numbered, before: this.#applyToTable(edit) });
    return numbered;
  }

  /** Undoes the last edit. */
  undo(): NumberedEdit | undefined {
    const last = this.#applied.pop();
    if (last === undefined) return undefined;
    this.#revert(last);
    this.#undone.push(last);
    return last;
  }

  /** Redoes the edit that was undone last. */
  redo(): NumberedEdit | undefined {
    const next = this.#undone.pop();
    if (next === undefined) return undefined;
    this.#applied.push({ ...next, before: this.#applyToTable(next.edit) });
    return next;
  }

  /** Removes the last edit as if it had never been (it was refused). */
  discardLast(redoable: readonly AppliedEdit[]): void {
    const last = this.#applied.pop();
    if (last === undefined) return;
    this.#revert(last);
    this.#lastSequence = last.sequence - 1;
    this.#undone.push(...redoable);
  }

  /** A copy of what can be redone, for {@link discardLast}. */
  get redoable(): readonly AppliedEdit[] {
    return [...this.#undone];
  }

  #applyToTable(edit: Edit): EditUndoData {
    switch (edit.kind) {
      case 'cells': {
        const texts = edit.cells.map(({ row, column, text }) => {
          const index = this.#table.indexOfRow(row);
          return index < 0 ? undefined : this.#table.setOverride(index, column, text);
        });
        return { ...nothing, texts };
      }
      case 'leaveOut':
        return { ...nothing, toggled: this.#toggleLeftOut(edit.rows, edit.out) };
      case 'takeAsNew':
        return { ...nothing, toggled: this.#takeAsNew(edit.rows) };
      case 'addRow':
        return { ...nothing, toggled: this.#add(edit) };
      case 'removeRows':
        return { ...nothing, removed: this.#remove(edit.rows) };
    }
  }

  #toggleLeftOut(rows: readonly number[], out: boolean): number[] {
    const turned: number[] = [];
    for (const row of rows) {
      const index = this.#table.indexOfRow(row);
      if (index < 0 || this.#leftOut.has(index) === out) continue;
      if (out) this.#leftOut.add(index);
      else this.#leftOut.delete(index);
      turned.push(index);
    }
    return turned;
  }

  #takeAsNew(rows: readonly number[]): number[] {
    const taken = rows
      .map((row) => this.#table.indexOfRow(row))
      .filter((index) => index >= 0 && !this.#asNew.has(index));
    for (const index of taken) this.#asNew.add(index);
    return taken;
  }

  #add({ row, cells }: Extract<Edit, { kind: 'addRow' }>): number[] {
    const index = this.#table.added.indexOfRow(row);
    if (index < 0 || this.#table.hasRow(index)) return [];
    this.#table.added.add(index);
    for (const { column, text } of cells) this.#table.setOverride(index, column, text);
    return [index];
  }

  #remove(rows: readonly number[]): EditUndoData['removed'] {
    return rows.flatMap((row) => {
      const index = this.#table.indexOfRow(row);
      if (index < 0 || !this.#table.isAdded(index)) return [];
      const cells = this.#table.overridesOfRow(index);
      this.#clear(index);
      return [{ index, cells }];
    });
  }

  /** Removes an added row, with all that it holds. */
  #clear(index: number): void {
    for (const { column } of this.#table.overridesOfRow(index)) this.#table.setOverride(index, column, undefined);
    this.#table.added.remove(index);
  }

  #revert({ edit, before }: AppliedEdit): void {
    switch (edit.kind) {
      case 'cells':
        // Backwards: a cell that is in the edit twice gets what was there first.
        for (let at = edit.cells.length - 1; at >= 0; at--) {
          const cell = edit.cells[at];
          if (cell === undefined) continue;
          const index = this.#table.indexOfRow(cell.row);
          if (index >= 0) this.#table.setOverride(index, cell.column, before.texts[at]);
        }
        return;
      case 'leaveOut':
        for (const index of before.toggled) {
          if (edit.out) this.#leftOut.delete(index);
          else this.#leftOut.add(index);
        }
        return;
      case 'takeAsNew':
        for (const index of before.toggled) this.#asNew.delete(index);
        return;
      case 'addRow':
        for (const index of before.toggled) this.#clear(index);
        return;
      case 'removeRows':
        for (const { index, cells } of before.removed) {
          this.#table.added.add(index);
          for (const { column, text } of cells) this.#table.setOverride(index, column, text);
        }
    }
  }
}
