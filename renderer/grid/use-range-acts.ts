/** Acts on the selected range: copy, cut, paste, clear, fill down. Rows that are not at hand are asked for first. */
import { useMemo } from 'react';
import type { RowView } from '../../shared/contract/views.ts';
import type { MessageKey } from '../../shared/messages/translator.ts';
import type { Params } from '../../shared/domain/model/issues.ts';
import { formatCells, parseCells } from './clipboard.ts';
import { heldNow, type GridColumn } from './columns.ts';
import { cleared, filledDown, MOST_CELLS, pasted, pasteSize, type CellText, type RangeEdit } from './range-edits.ts';
import type { RowWindows } from './row-windows.ts';
import { cellsIn, type Range } from './selection.ts';

export interface RangeHost {
  readonly edit: (cells: readonly CellText[]) => void;
  /** The operator tried to change a row whose order can no longer be changed. */
  readonly locked: (row: RowView) => void;
  /** Says a sentence where it does not interrupt. */
  readonly say: (key: MessageKey, params: Params) => void;
}

export interface RangeActs {
  /** The range as text, where all of its rows are at hand. */
  readonly textOf: (range: Range) => string | null;
  /** The range as text, its rows asked for; null where that failed or it is too large. */
  readonly loadTextOf: (range: Range) => Promise<string | null>;
  readonly clear: (range: Range) => Promise<void>;
  readonly fillDown: (range: Range) => Promise<void>;
  readonly paste: (range: Range, text: string) => Promise<void>;
}

export function useRangeActs(rows: RowWindows, columns: readonly GridColumn[], host: RangeHost): RangeActs {
  return useMemo(() => {
    const tooLarge = (cells: number): boolean => {
      if (cells > MOST_CELLS) host.say('review.tooManyCells', { count: cells, most: MOST_CELLS });
      return cells > MOST_CELLS;
    };
    const carryOut = ({ cells, locked, outside }: RangeEdit): void => {
      if (cells.length > 0) host.edit(cells);
      if (locked) host.locked(locked);
      if (outside > 0) host.say('review.pasteOutside', { count: outside });
    };
    const text = (found: readonly RowView[], range: Range): string =>
      formatCells(found.map((row) => columns.slice(range.left, range.right + 1).map((column) => heldNow(rows, row, column))));
    return {
      textOf(range) {
        const found: RowView[] = [];
        for (let index = range.top; index <= range.bottom; index++) {
          const row = rows.row(index);
          if (!row) return null;
          found.push(row);
        }
        return text(found, range);
      },
      async loadTextOf(range) {
        if (tooLarge(cellsIn(range))) return null;
        const found = await rows.rows(range.top, range.bottom + 1);
        return found && text(found, range);
      },
      async clear(range) {
        if (tooLarge(cellsIn(range))) return;
        const found = await rows.rows(range.top, range.bottom + 1);
        if (found) carryOut(cleared(found, range, columns));
      },
      async fillDown(range) {
        if (tooLarge(cellsIn(range))) return;
        // One row alone takes the texts of the row above it.
        const top = range.top === range.bottom ? Math.max(0, range.top - 1) : range.top;
        const found = await rows.rows(top, range.bottom + 1);
        if (found) carryOut(filledDown(found, range, columns));
      },
      async paste(range, text) {
        const lines = parseCells(text);
        const { height, width } = pasteSize(lines, range);
        if (lines.length === 0 || tooLarge(height * width)) return;
        const found = await rows.rows(range.top, Math.min(range.top + height, rows.total ?? 0));
        if (found) carryOut(pasted(found, range, columns, lines));
      },
    };
  }, [rows, columns, host]);
}
