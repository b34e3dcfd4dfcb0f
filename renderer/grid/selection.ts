/** The active cell and the range around it. Rows are indices into the filtered list, columns positions in the grid; 0-based. */

export interface GridPosition {
  readonly index: number;
  readonly column: number;
}

/** The range reaches from `anchor` to `active`; the active cell is the one that keys act on. */
export interface Selection {
  readonly anchor: GridPosition;
  readonly active: GridPosition;
}

/** Both ends included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'start'
  | 'end'
  | 'top'
  | 'bottom'
  | 'pageUp'
  | 'pageDown'
  | 'next'
  | 'previous';

/** The size of the grid in rows and columns, and the rows of a page. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly page: number;
}

export function cellSelection(index: number, column: number): Selection {
  const place = { index, column };
  return { anchor: place, active: place };
}

/** Every cell; the first one is active. */
export function allCells({ rows, columns }: Pick<Extent, 'rows' | 'columns'>): Selection | null {
  return rows === 0 ? null : { anchor: { index: rows - 1, column: columns - 1 }, active: { index: 0, column: 0 } };
}

export function rangeOf({ anchor, active }: Selection): Range {
  return {
    top: Math.min(anchor.index, active.index),
    bottom: Math.max(anchor.index, active.index),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export function cellCountOf(range: Range): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

/** The selection moved into the grid, after rows or columns have disappeared. */
export function clampSelection(selection: Selection, extent: Extent): Selection {
  const keep = ({ index, column }: GridPosition): GridPosition => ({
    index: between(index, 0, extent.rows - 1),
    column: between(column, 0, extent.columns - 1),
  });
  const anchor = keep(selection.anchor);
  const active = keep(selection.active);
  const same =
    anchor.index === selection.anchor.index &&
    anchor.column === selection.anchor.column &&
    active.index === selection.active.index &&
    active.column === selection.active.column;
  return same ? selection : { anchor, active };
}

/** The selection after a key; with `extend` the anchor stays and the range stretches. */
export function moveSelection(selection: Selection, move: Move, extent: Extent, extend: boolean): Selection {
  const active = destination(selection.active, move, extent);
  return clampSelection({ anchor: extend ? selection.anchor : active, active }, extent);
}

/** Whether `next` or `previous` would step out of the grid, so that Tab may leave it. */
export function leavesGrid({ active }: Selection, move: 'next' | 'previous', extent: Extent): boolean {
  return move === 'next'
    ? active.index >= extent.rows - 1 && active.column >= extent.columns - 1
    : active.index <= 0 && active.column <= 0;
}

function destination({ index, column }: GridPosition, move: Move, extent: Extent): GridPosition {
  switch (move) {
    case 'up':
      return { index: index - 1, column };
    case 'down':
      return { index: index + 1, column };
    case 'left':
      return { index, column: column - 1 };
    case 'right':
      return { index, column: column + 1 };
    case 'rowStart':
      return { index, column: 0 };
    case 'rowEnd':
      return { index, column: extent.columns - 1 };
    case 'start':
      return { index: 0, column: 0 };
    case 'end':
      return { index: extent.rows - 1, column: extent.columns - 1 };
    case 'top':
      return { index: 0, column };
    case 'bottom':
      return { index: extent.rows - 1, column };
    case 'pageUp':
      return { index: index - extent.page, column };
    case 'pageDown':
      return { index: index + extent.page, column };
    case 'next':
      return column < extent.columns - 1
        ? { index, column: column + 1 }
        : { index: index + 1, column: index < extent.rows - 1 ? 0 : column };
    case 'previous':
      return column > 0
        ? { index, column: column - 1 }
        : { index: index - 1, column: index > 0 ? extent.columns - 1 : column };
  }
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
