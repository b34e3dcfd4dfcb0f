/** The grid's column heads: they stay at the top; dragging a right edge changes the width. */
import { VisuallyHidden } from '@mantine/core';
import { memo, useRef, type PointerEvent, type ReactNode } from 'react';
import type { RowSort } from '../../shared/contract/facets.ts';
import type { GridColumn } from './columns.ts';
import { clampWidth, type Span } from './geometry.ts';
import type { RowLayout } from './GridRow.tsx';
import { useWords } from '../words/words.ts';
import classes from './Grid.module.css';

interface GridHeadProps {
  readonly layout: RowLayout;
  readonly height: number;
  readonly span: Span;
  readonly spanLeft: number;
  readonly sort: RowSort | null;
  readonly renderHead: (column: GridColumn) => ReactNode;
  /** A new width (px) for the column; null: the width that fits its texts. */
  readonly onResize: (column: GridColumn, width: number | null) => void;
}

export const GridHead = memo(function GridHead({
  layout,
  height,
  span,
  spanLeft,
  sort,
  renderHead,
  onResize,
}: GridHeadProps): ReactNode {
  const { t } = useWords();
  const heads: ReactNode[] = [];
  const draw = (at: number, left: number | undefined): void => {
    const column = layout.columns[at];
    if (!column) return;
    heads.push(
      <div
        key={at}
        role="columnheader"
        aria-sort={sort !== null && column.column === sort.column ? sort.direction : undefined}
        aria-colindex={at + 3}
        className={classes.headCell}
        style={{ width: column.width, left }}
        data-frozen={left === undefined ? undefined : true}
        data-last-frozen={at === layout.frozen - 1 || undefined}
        data-testid="column-head"
        data-column={column.letters}
      >
        {renderHead(column)}
        <Resizer width={column.width} onResize={(width) => onResize(column, width)} />
      </div>,
    );
  };
  for (let at = 0; at < layout.frozen; at++) draw(at, layout.frozenLeft[at]);
  if (spanLeft > 0) heads.push(<div key="before" style={{ flex: `0 0 ${spanLeft}px` }} />);
  for (let at = layout.frozen + span.first; at < Math.min(layout.columns.length, layout.frozen + span.end); at++)
    draw(at, undefined);
  return (
    <div role="row" aria-rowindex={1} className={classes.head} style={{ height, width: layout.width }}>
      <div
        role="columnheader"
        aria-colindex={1}
        className={classes.headCell}
        style={{ width: layout.numberWidth, left: 0 }}
        data-frozen
        data-corner
      >
        {t('word.row')}
      </div>
      <div
        role="columnheader"
        aria-colindex={2}
        className={classes.headCell}
        style={{ width: layout.stateWidth, left: layout.numberWidth }}
        data-frozen
        data-corner
      >
        {layout.stateWidth < 60 ? <VisuallyHidden>{t('review.state')}</VisuallyHidden> : t('review.state')}
      </div>
      {heads}
    </div>
  );
});

/** The handle for the mouse; on the keyboard Alt and an arrow key change the active column's width. */
function Resizer({
  width,
  onResize,
}: {
  readonly width: number;
  readonly onResize: (width: number | null) => void;
}): ReactNode {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (start.current) onResize(clampWidth(start.current.width + event.clientX - start.current.x));
  };
  const end = (): void => {
    start.current = null;
  };
  return (
    <div
      className={classes.resizer}
      aria-hidden
      data-testid="column-resizer"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => onResize(null)}
    />
  );
}
