/** Actions on the selected range: copy, cut, paste, clear, fill down. Rows that are not loaded are requested first. */
import { useMemo } from 'react';
import type { RowView } from '../../shared/contract/views.ts';
import type { MessageKey } from '../../shared/messages/translator.ts';
import type { Params } from '../../shared/domain/model/issues.ts';
import { formatCells, parseCells } from './clipboard.ts';
import { currentRawText, type GridColumn } from './columns.ts';
import {
  clearEdit,
  fillDownEdit,
  MAX_CELLS,
  pasteEdit,
  pasteSize,
  type CellEdit,
  type RangeEdit,
} from './range-edits.ts';
import type { RowWindows } from './row-windows.ts';
import { cellCountOf, type Range } from './selection.ts';

export interface RangeHost {
  /** Resolves to whether it was done; what was refused has changed nothing. */
  readonly edit: (cells: readonly CellEdit[]) => Promise<boolean>;
  /** The operator tried to change a row whose order can no longer be changed. */
  readonly onLocked: (row: RowView) => void;
  /** Shows a sentence without interrupting. */
  readonly announce: (key: MessageKey, params: Params) => void;
}

export interface RangeActions {
  /** The range as text; null: not all of its rows are loaded. */
  readonly textOf: (range: Range) => string | null;
  /** The range as text, after loading its rows; null: that failed, or it is too large. */
  readonly loadTextOf: (range: Range) => Promise<string | null>;
  readonly clear: (range: Range) => Promise<void>;
  readonly fillDown: (range: Range) => Promise<void>;
  /** Resolves to whether nothing of it was refused. */
  readonly paste: (range: Range, text: string) => Promise<boolean>;
}

export function useRangeActions(rows: RowWindows, columns: readonly GridColumn[], host: RangeHost): RangeActions {
  return useMemo(() => {
    const tooLarge = (cells: number): boolean => {
      if (cells > MAX_CELLS) host.announce('review.tooManyCells', { count: cells, most: MAX_CELLS });
      return cells > MAX_CELLS;
    };
    const carryOut = ({ cells, lockedRow, outsideCount }: RangeEdit): Promise<boolean> => {
      const done = cells.length > 0 ? host.edit(cells) : Promise.resolve(true);
      if (lockedRow) host.onLocked(lockedRow);
      if (outsideCount > 0) host.announce('review.pasteOutside', { count: outsideCount });
      return done.then((isDone) => isDone && !lockedRow);
    };
    const text = (found: readonly RowView[], range: Range): string =>
      formatCells(
        found.map((row) =>
          columns.slice(range.left, range.right + 1).map((column) => currentRawText(rows, row, column)),
        ),
      );
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
        if (tooLarge(cellCountOf(range))) return null;
        const found = await rows.getRows(range.top, range.bottom + 1);
        return found && text(found, range);
      },
      async clear(range) {
        if (tooLarge(cellCountOf(range))) return;
        const found = await rows.getRows(range.top, range.bottom + 1);
        if (found) await carryOut(clearEdit(found, range, columns));
      },
      async fillDown(range) {
        if (tooLarge(cellCountOf(range))) return;
        // A single row is filled from the row above it.
        const top = range.top === range.bottom ? Math.max(0, range.top - 1) : range.top;
        const found = await rows.getRows(top, range.bottom + 1);
        if (found) await carryOut(fillDownEdit(found, range, columns));
      },
      async paste(range, text) {
        const lines = parseCells(text);
        const { height, width } = pasteSize(lines, range);
        if (lines.length === 0) return true;
        if (tooLarge(height * width)) return false;
        const found = await rows.getRows(range.top, Math.min(range.top + height, rows.total ?? 0));
        return found !== null && carryOut(pasteEdit(found, range, columns, lines));
      },
    };
  }, [rows, columns, host]);
}
