/** One row of the grid. Elements are reused for other rows while scrolling, so every cell is drawn from its props alone. */
import { memo, type ReactNode } from 'react';
import type { CellView, RowView } from '../../shared/contract/views.ts';
import { useWords } from '../words/words.ts';
import {
  cellViewOf,
  type GridColumn,
  isBetweenOrders,
  isFoldedItemCell,
  isCellEditable,
  parseColumnName,
} from './columns.ts';
import { ROW_HEIGHT, type Span } from './geometry.ts';
import type { TypedTexts } from './row-windows.ts';
import { RowState } from './RowState.tsx';
import classes from './Grid.module.css';

export interface RowLayout {
  readonly columns: readonly GridColumn[];
  /** Number of columns that stay at the left. */
  readonly frozen: number;
  /** px of each frozen column from the grid's left edge. */
  readonly frozenLeft: readonly number[];
  /** The columns that show a folded order's number of items, and its sum; -1: none. */
  readonly itemsAt: number;
  readonly amountAt: number;
  readonly stateWidth: number;
  readonly numberWidth: number;
  readonly width: number;
}

interface GridRowProps {
  /** The DOM id of the active cell, for aria-activedescendant. */
  readonly activeId: string;
  readonly index: number;
  readonly row: RowView | undefined;
  /** Typed texts that the engine has not confirmed yet, by sheet column; null: none in this row. */
  readonly typed: TypedTexts | null;
  readonly layout: RowLayout;
  /** The scrolling columns that are drawn, and where the first of them starts (px). */
  readonly span: Span;
  readonly spanLeft: number;
  /** The active cell's column; -1: it is not in this row. */
  readonly active: number;
  /** The selected columns in this row; -1, -1: none. */
  readonly from: number;
  readonly to: number;
  /** The sheet's column whose cell in this row is highlighted from outside the grid; -1: none. */
  readonly highlightedColumn: number;
}

/** The row's number; a long name of its sheet before it is cut, the number never. */
function RowName({ name }: { readonly name: string }): ReactNode {
  const { sheet, letters } = parseColumnName(name);
  if (sheet === null) return name;
  return (
    <span title={name}>
      <span className={classes.sheet}>{sheet}</span>!{letters}
    </span>
  );
}

export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { t, formatCount, rowName } = useWords();
  const { index, row, layout, span, spanLeft } = props;
  const { columns, frozen, frozenLeft } = layout;
  const drawn: ReactNode[] = [];
  const sum = row?.group?.collapsed
    ? { items: t('fold.items', { count: row.group.items }), amount: formatCount(row.group.amount) }
    : null;
  for (let at = 0; at < frozen; at++) drawn.push(drawCell(props, at, frozenLeft[at], sum));
  if (spanLeft > 0) drawn.push(<div key="before" style={{ flex: `0 0 ${spanLeft}px` }} />);
  for (let at = frozen + span.first; at < Math.min(columns.length, frozen + span.end); at++)
    drawn.push(drawCell(props, at, undefined, sum));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined || undefined}
      className={rowClass(row)}
      style={{ top: index * ROW_HEIGHT, width: layout.width }}
      data-testid="row"
      data-index={index}
      data-row={row?.row}
      data-state={row?.state ?? undefined}
      data-order={row?.orderKey ?? undefined}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        aria-expanded={row?.group ? !row.group.collapsed : undefined}
        className={classes.number}
        style={{ width: layout.numberWidth }}
        data-part="number"
      >
        {row?.group ? (
          <span
            className={classes.fold}
            aria-hidden
            data-part="fold"
            data-testid="fold"
            title={row.group.collapsed ? t('fold.open', { count: row.group.items }) : t('fold.close')}
          >
            {row.group.collapsed ? '▸' : '▾'}
          </span>
        ) : null}
        {row?.added ? (
          <span className={classes.added} role="img" aria-label={t('row.added')} title={t('row.added')}>
            +
          </span>
        ) : null}
        {row ? <RowName name={String(rowName(row.row))} /> : null}
      </div>
      <div
        role="gridcell"
        aria-colindex={2}
        className={classes.state}
        style={{ left: layout.numberWidth, width: layout.stateWidth }}
        data-part="state"
      >
        {row?.state ? (
          <RowState
            id={props.active < 0 ? undefined : stateIdOf(props.activeId)}
            state={row.state}
            changed={row.changedAfterSending === true}
            warned={row.severity === 'warning' || row.cells.some(({ severity }) => severity === 'warning')}
            first={row.isFirstOfOrder}
            by={row.by}
            items={row.group?.collapsed ? row.group.items : null}
            short={layout.stateWidth < 60}
          />
        ) : null}
        {row && isBetweenOrders(row) ? (
          <span className={classes.between} title={t('row.noOrder')}>
            {layout.stateWidth < 60 ? '–' : t('row.noOrder')}
          </span>
        ) : null}
      </div>
      {drawn}
    </div>
  );
});

function rowClass(row: RowView | undefined): string {
  return [
    classes.row,
    row?.bandIndex === 1 ? classes.band : '',
    row?.isFirstOfOrder ? classes.first : '',
    row?.leftOut ? classes.leftOut : '',
    row && !row.editable ? classes.locked : '',
  ].join(' ');
}

/** What the item cells of a folded order show. */
interface FoldedSum {
  readonly items: string;
  readonly amount: string;
}

/** The DOM id of the state of the active cell's row: a screen reader says it with the cell, and who sent the order. */
const stateIdOf = (activeId: string): string => `${activeId}-state`;

const blank: CellView = { text: '' };

function drawCell(
  { activeId, row, typed, layout, active, from, to, highlightedColumn }: GridRowProps,
  at: number,
  left: number | undefined,
  sum: FoldedSum | null,
): ReactNode {
  const column = layout.columns[at];
  if (!column) return null;
  const cell = !row
    ? blank
    : sum && isFoldedItemCell(row, column)
      ? { text: at === layout.itemsAt ? sum.items : at === layout.amountAt ? sum.amount : '' }
      : cellViewOf(row, column);
  return (
    <GridCell
      key={at}
      id={at === active ? activeId : undefined}
      describedBy={at === active && row?.state ? stateIdOf(activeId) : undefined}
      at={at}
      cell={cell}
      beside={column.field === 'order_id' && row?.shopId !== cell.text ? row?.shopId : undefined}
      typed={column.column === null ? undefined : typed?.get(column.column)?.text}
      column={column}
      left={left}
      locked={row !== undefined && !isCellEditable(row, column)}
      active={at === active}
      selected={at >= from && at <= to}
      highlighted={highlightedColumn >= 0 && column.column === highlightedColumn}
    />
  );
}

interface GridCellProps {
  readonly id: string | undefined;
  readonly describedBy: string | undefined;
  readonly at: number;
  readonly cell: CellView;
  /** What the shop itself calls the order, behind a number of ours. */
  readonly beside: string | undefined;
  readonly typed: string | undefined;
  readonly column: GridColumn;
  /** px, for a frozen cell only. */
  readonly left: number | undefined;
  readonly locked: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  readonly highlighted: boolean;
}

const glyphs = { error: '✕', warning: '!', notice: 'i' } as const;
const numeric: ReadonlySet<string> = new Set(['quantity', 'price', 'discount', 'final_price']);

const GridCell = memo(function GridCell({
  id,
  describedBy,
  at,
  cell,
  beside,
  typed,
  column,
  left,
  locked,
  active,
  selected,
  highlighted,
}: GridCellProps): ReactNode {
  const mark = typed === undefined ? cell.severity : undefined;
  const edited = typed !== undefined || cell.edited === true;
  // Most cells are only a text: without wrappers they cost half as much, which matters while scrolling fast.
  const hasParts = mark !== undefined || edited || beside !== undefined;
  const names = [
    classes.cell,
    hasParts ? classes.parts : '',
    left === undefined ? '' : classes.frozen,
    mark ? classes[mark] : '',
    cell.origin && typed === undefined ? classes.given : '',
    column.field === null && column.column !== null ? classes.notSent : '',
    column.field && numeric.has(column.field) ? classes.numeric : '',
    active ? classes.active : '',
    selected ? classes.selected : '',
    highlighted ? classes.lit : '',
  ];
  const text = typed ?? cell.text;
  return (
    <div
      id={id}
      role="gridcell"
      aria-describedby={describedBy}
      aria-colindex={at + 3}
      aria-selected={selected}
      // eslint-disable-next-line jsx-a11y/role-supports-aria-props -- WAI-ARIA 1.2 gives aria-readonly to gridcell
      aria-readonly={locked || undefined}
      aria-invalid={mark === 'error' || undefined}
      className={names.join(' ')}
      style={left === undefined ? { width: column.width } : { width: column.width, left }}
      data-at={at}
      data-testid="cell"
      data-column={column.letters}
      data-mark={mark}
    >
      {hasParts ? (
        <>
          {mark ? (
            <span className={classes.glyph} aria-hidden>
              {glyphs[mark]}
            </span>
          ) : null}
          <span className={classes.text}>
            {text}
            {beside === undefined || typed !== undefined ? null : <span className={classes.beside}> · {beside}</span>}
          </span>
          {edited ? <span className={classes.edited} aria-hidden /> : null}
        </>
      ) : (
        text
      )}
    </div>
  );
});
