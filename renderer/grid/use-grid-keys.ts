/** Handles keys while the grid has the focus. */
import type { KeyboardEvent } from 'react';
import type { GridColumn } from './columns.ts';
import { clampWidth } from './geometry.ts';
import type { GridHost } from './Grid.tsx';
import { gridCommandOf, type GridCommand } from './keys.ts';
import type { RowWindows } from './row-windows.ts';
import {
  allCells,
  cellSelection,
  cellCountOf,
  leavesGrid,
  moveSelection,
  rangeOf,
  type Extent,
  type GridPosition,
  type Selection,
} from './selection.ts';
import type { RangeActions } from './use-range-actions.ts';

interface KeyHost {
  readonly rows: RowWindows;
  readonly columns: readonly GridColumn[];
  readonly selection: Selection | null;
  readonly extent: Extent;
  readonly actions: RangeActions;
  readonly host: GridHost;
  /** Sets the selection and scrolls to it. */
  readonly select: (selection: Selection) => void;
  readonly setSelection: (selection: Selection | null) => void;
  readonly edit: (place: GridPosition, text: string | null) => void;
  readonly onResize: (column: GridColumn, width: number) => void;
}

/** px by which Alt and an arrow key change a column's width. */
const WIDTH_STEP = 16;

export function useGridKeys(keys: KeyHost): (event: KeyboardEvent<HTMLDivElement>) => void {
  return (event) => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const command = gridCommandOf(event.nativeEvent);
    if (actOnColumn(keys, event) || (command && act(keys, command))) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

/** Alt and an arrow: width or menu of the active column. */
function actOnColumn({ columns, selection, host, onResize }: KeyHost, event: KeyboardEvent): boolean {
  const column =
    event.altKey && !event.ctrlKey && !event.metaKey && selection ? columns[selection.active.column] : undefined;
  if (!column) return false;
  switch (event.key) {
    case 'ArrowDown':
      host.openColumnMenu(column);
      return true;
    case 'ArrowLeft':
    case 'ArrowRight':
      onResize(column, clampWidth(column.width + (event.key === 'ArrowLeft' ? -WIDTH_STEP : WIDTH_STEP)));
      return true;
    default:
      return false;
  }
}

/** Carries out a command; true: the browser's default is prevented. */
function act(keys: KeyHost, command: GridCommand): boolean {
  const { selection, extent, actions, host, select, setSelection } = keys;
  if (command.kind === 'screen') {
    host.runCommand(command.command);
    return true;
  }
  if (extent.rows === 0) return false;
  const from = selection ?? cellSelection(0, 0);
  const { anchor, active } = from;
  const range = rangeOf(from);
  const last = { index: extent.rows - 1, column: extent.columns - 1 };
  switch (command.kind) {
    case 'move':
      if ((command.move === 'next' || command.move === 'previous') && leavesGrid(from, command.move, extent))
        return false;
      // Without a selection the first key selects the first cell; one that jumps to an end goes there.
      select(
        selection || command.move === 'end' || command.move === 'bottom'
          ? moveSelection(from, command.move, extent, command.extend)
          : from,
      );
      break;
    case 'edit':
      keys.edit(active, command.text);
      break;
    case 'clear':
      void actions.clear(range);
      break;
    case 'fillDown':
      void actions.fillDown(range);
      break;
    case 'enter':
      enter(keys, from);
      break;
    case 'escape':
      setSelection(cellCountOf(range) > 1 ? cellSelection(active.index, active.column) : null);
      break;
    case 'selectAll':
      setSelection(allCells(extent));
      break;
    case 'selectRow':
      setSelection({
        anchor: { index: anchor.index, column: last.column },
        active: { index: active.index, column: 0 },
      });
      break;
    case 'selectColumn':
      setSelection({
        anchor: { index: last.index, column: anchor.column },
        active: { index: 0, column: active.column },
      });
      break;
  }
  return true;
}

function enter({ rows, columns, extent, host, select }: KeyHost, from: Selection): void {
  const row = rows.row(from.active.index);
  const column = columns[from.active.column];
  if (!row || !column || !host.onEnter(row, column)) select(moveSelection(from, 'down', extent, false));
}
