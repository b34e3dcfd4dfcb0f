/** Texts that were typed into cells and refused: each is offered again in its cell, so that nothing typed is lost. */
import type { GridColumn } from './columns.ts';
import type { CellEdit } from './range-edits.ts';
import type { RowWindows } from './row-windows.ts';
import type { GridPosition } from './selection.ts';

export class RefusedTexts {
  #texts: readonly CellEdit[] = [];

  /** Keeps a text until it is offered; what was typed later into the same cell counts. */
  keep(text: CellEdit): void {
    this.#texts = [...this.#texts.filter((one) => !isSameCell(one, text)), text];
  }

  /** Takes out the text that was refused first of those whose cells are loaded, with its place; null: there is none. */
  next(
    rows: Pick<RowWindows, 'indexOf'>,
    columns: readonly GridColumn[],
  ): { readonly place: GridPosition; readonly text: string } | null {
    for (const text of this.#texts) {
      const place = {
        index: rows.indexOf(text.row),
        column: columns.findIndex(({ column }) => column === text.column),
      };
      if (place.index < 0 || place.column < 0) continue;
      this.#texts = this.#texts.filter((one) => one !== text);
      return { place, text: text.text };
    }
    return null;
  }
}

function isSameCell(one: CellEdit, other: CellEdit): boolean {
  return one.row === other.row && one.column === other.column;
}
