/** The visible rows. Their React keys are the index modulo the pool's size, so that scrolling reuses the elements. */
import { useEffect, type ReactNode } from 'react';
import { GridRow, type RowLayout } from './GridRow.tsx';
import type { Span } from './geometry.ts';
import type { RowWindows } from './row-windows.ts';
import { rangeOf, type Selection } from './selection.ts';

interface GridRowsProps {
  readonly rows: RowWindows;
  readonly layout: RowLayout;
  readonly viewRows: Span;
  readonly pool: number;
  readonly span: Span;
  readonly spanLeft: number;
  readonly selection: Selection | null;
  readonly activeId: string;
  readonly highlightedCell: HighlightedCell | null;
}

/** A cell that is highlighted from outside the grid: Excel's row, the sheet's column. */
export interface HighlightedCell {
  readonly row: number;
  readonly column: number;
}

export function GridRows({
  rows,
  layout,
  viewRows,
  pool,
  span,
  spanLeft,
  selection,
  activeId,
  highlightedCell,
}: GridRowsProps): ReactNode {
  const { first, end } = viewRows;
  useEffect(() => rows.setVisible({ first, end }), [rows, first, end]);
  const range = selection && rangeOf(selection);
  const drawn: ReactNode[] = [];
  for (let slot = 0; slot < pool; slot++) {
    // The row of first … first + pool whose index is this slot modulo the pool.
    const index = first + ((slot - (first % pool) + pool) % pool);
    if (index >= end) continue;
    const row = rows.row(index);
    const inRange = range !== null && index >= range.top && index <= range.bottom;
    drawn.push(
      <GridRow
        key={slot}
        activeId={activeId}
        index={index}
        row={row}
        typed={row ? rows.typedTextsOf(row.row) : null}
        layout={layout}
        span={span}
        spanLeft={spanLeft}
        active={selection?.active.index === index ? selection.active.column : -1}
        from={inRange ? range.left : -1}
        to={inRange ? range.right : -1}
        highlightedColumn={highlightedCell !== null && row?.row === highlightedCell.row ? highlightedCell.column : -1}
      />,
    );
  }
  return drawn;
}
