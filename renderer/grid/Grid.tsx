/**
 * The grid: a virtualised list of rows, edited like a spreadsheet. The grid element itself keeps the focus and names its
 * active cell (aria-activedescendant), since row elements are reused while scrolling.
 */
import {
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
  type Ref,
} from 'react';
import type { RowSort } from '../../shared/contract/facets.ts';
import type { RowView } from '../../shared/contract/views.ts';
import { useWords } from '../words/words.ts';
import { formatCells } from './clipboard.ts';
import { CellEditor, type EditingState } from './CellEditor.tsx';
import { cellViewOf, foldedColumns, currentRawText, isCellEditable, type GridColumn } from './columns.ts';
import { columnOffsets, ROW_HEIGHT } from './geometry.ts';
import { GridHead } from './GridHead.tsx';
import { GridRows, type HighlightedCell } from './GridRows.tsx';
import type { RowLayout } from './GridRow.tsx';
import type { ScreenCommand } from './keys.ts';
import { RefusedTexts } from './refused-texts.ts';
import type { RowWindows } from './row-windows.ts';
import {
  allCells,
  cellSelection,
  moveSelection,
  rangeOf,
  clampSelection,
  type Range,
  type Extent,
  type Move,
  type GridPosition,
  type Selection,
} from './selection.ts';
import { useClipboard } from './use-clipboard.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { usePointer, type RowPart } from './use-pointer.ts';
import type { CellEdit } from './range-edits.ts';
import { useRangeActions, type RangeHost } from './use-range-actions.ts';
import { useViewport } from './use-viewport.ts';
import classes from './Grid.module.css';

/** Callbacks of the screen around the grid. */
export interface GridHost extends RangeHost {
  readonly runCommand: (command: ScreenCommand) => void;
  /** Enter on a cell. True: it was handled (a problem's fix was opened); else the active cell moves down. */
  readonly onEnter: (row: RowView, column: GridColumn) => boolean;
  readonly onRowPress: (row: RowView, part: RowPart) => void;
  /** Alt and the down arrow: opens the active column's menu. */
  readonly openColumnMenu: (column: GridColumn) => void;
}

export interface GridHandle {
  readonly focus: () => void;
  readonly reveal: (place: GridPosition) => void;
  readonly shiftRows: (rows: number) => void;
  /** Edits the cell, as F2 does. */
  readonly edit: (place: GridPosition) => void;
  /** Puts a text into every cell of the range; resolves to whether nothing of it was refused. */
  readonly fill: (range: Range, text: string) => Promise<boolean>;
  /** Selects every cell, and takes the focus. */
  readonly selectAll: () => void;
}

interface GridProps {
  readonly ref?: Ref<GridHandle>;
  readonly rows: RowWindows;
  readonly columns: readonly GridColumn[];
  /** Number of columns that stay at the left. */
  readonly frozen: number;
  readonly stateWidth: number;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly host: GridHost;
  readonly renderHead: (column: GridColumn) => ReactNode;
  readonly onResize: (column: GridColumn, width: number | null) => void;
  readonly label: string;
  readonly highlightedCell: HighlightedCell | null;
  readonly sort?: RowSort | null;
}

const HEAD_HEIGHT = 56;
const NUMBER_WIDTH = 62;
/** px for a letter of the sheet's name before a row's number, and most of both: longer names are cut at their beginning. */
const SHEET_LETTER = 7;
const MOST_NUMBER_WIDTH = 150;
/** Characters; a longer text may be cut off in its cell and is shown on hovering. */
const LONG_TEXT = 12;

export function Grid({
  ref,
  rows,
  columns,
  frozen,
  stateWidth,
  selection,
  onSelect,
  host,
  renderHead,
  onResize,
  label,
  highlightedCell,
  sort = null,
}: GridProps): ReactNode {
  const { t, longestSheet } = useWords();
  const activeId = useId();
  useSyncExternalStore(rows.subscribe, rows.snapshot);
  const total = rows.total ?? 0;
  const look = useMemo((): RowLayout => {
    const numberWidth = Math.min(NUMBER_WIDTH + longestSheet * SHEET_LETTER, MOST_NUMBER_WIDTH);
    const left = numberWidth + stateWidth;
    const offsets = columnOffsets(columns.map(({ width }) => width));
    return {
      columns,
      ...foldedColumns(columns),
      frozen,
      frozenLeft: offsets.slice(0, frozen).map((offset) => left + offset),
      stateWidth,
      numberWidth,
      width: left + (offsets.at(-1) ?? 0),
    };
  }, [columns, frozen, stateWidth, longestSheet]);
  const widths = useMemo(() => columns.slice(frozen).map(({ width }) => width), [columns, frozen]);
  const frozenWidth = look.width - widths.reduce((sum, width) => sum + width, 0);
  const scroller = useRef<HTMLDivElement>(null);
  const view = useViewport({ scrollerRef: scroller, total, widths, frozenWidth, headHeight: HEAD_HEIGHT });
  const [editing, setEditing] = useState<EditingState | null>(null);
  const actions = useRangeActions(rows, columns, host);
  const extent: Extent = { rows: total, columns: columns.length, page: view.page };
  const shown = selection && total > 0 ? clampSelection(selection, extent) : null;
  const range = shown && rangeOf(shown);
  const clipboard = useClipboard(actions, range);

  const focus = (): void => scroller.current?.focus({ preventScroll: true });
  const reveal = ({ index, column }: GridPosition): void =>
    view.reveal(index, column < frozen ? null : column - frozen);

  const select = (next: Selection): void => {
    onSelect(next);
    reveal(next.active);
  };
  const edit = ({ index, column: columnIndex }: GridPosition, text: string | null): void => {
    const row = rows.row(index);
    const column = columns[columnIndex];
    if (!row || !column) return;
    if (!isCellEditable(row, column)) return host.onLocked(row);
    reveal({ index, column: columnIndex });
    setEditing({ index, columnIndex, text: text ?? currentRawText(rows, row, column), replaces: text !== null });
  };
  const [refused] = useState(() => new RefusedTexts());
  /** Opens the cell of a refused text with it, unless somebody types elsewhere meanwhile. */
  const offerRefused = useEffectEvent(() => {
    if (editing || document.activeElement !== scroller.current) return;
    const offered = refused.next(rows, columns);
    if (!offered) return;
    const { place, text } = offered;
    select(cellSelection(place.index, place.column));
    setEditing({ index: place.index, columnIndex: place.column, text, replaces: false });
  });
  useEffect(() => {
    if (!editing) offerRefused();
  }, [editing]);
  const put = async (cell: CellEdit): Promise<void> => {
    if (await host.edit([cell])) return;
    refused.keep(cell);
    offerRefused();
  };
  useImperativeHandle(ref, () => ({
    focus,
    reveal,
    shiftRows: view.shiftRows,
    edit: (place) => edit(place, null),
    fill: (target, text) => actions.paste(target, formatCells([[text]])),
    selectAll: () => {
      focus();
      onSelect(allCells(extent));
    },
  }));
  const commit = (text: string, move: Move | null): void => {
    setEditing(null);
    const row = editing && rows.row(editing.index);
    const column = editing && columns[editing.columnIndex];
    if (!row || !column || column.column === null) return;
    if (text !== currentRawText(rows, row, column)) void put({ row: row.row, column: column.column, text });
    if (move === null) return;
    focus();
    if (shown) select(moveSelection(shown, move, extent, false));
  };
  const pointer = usePointer({
    scroller,
    selection: shown,
    columnCount: columns.length,
    select: (next) => {
      focus();
      onSelect(next);
    },
    edit: (place) => edit(place, null),
    onRowPress: (index, part) => {
      const row = rows.row(index);
      if (row) host.onRowPress(row, part);
    },
    hint: ({ index, column: at }) => {
      const row = rows.row(index);
      const column = columns[at];
      if (!row || !column) return null;
      const { text, rawText } = cellViewOf(row, column);
      return rawText ? t('review.held', { text: rawText }) : text.length > LONG_TEXT ? text : null;
    },
  });
  const onKeyDown = useGridKeys({
    rows,
    columns,
    selection: shown,
    extent,
    actions,
    host,
    select,
    setSelection: onSelect,
    edit,
    onResize,
  });
  const spanLeft = view.offsets[view.columns.first] ?? 0;
  const editedColumn = editing && columns[editing.columnIndex];
  const activeIsDrawn = shown && shown.active.index >= view.rows.first && shown.active.index < view.rows.end;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 2}
      aria-multiselectable
      aria-busy={rows.total === null}
      aria-activedescendant={activeIsDrawn ? activeId : undefined}
      tabIndex={0}
      className={classes.grid}
      data-testid="grid"
      onKeyDown={onKeyDown}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget) offerRefused();
      }}
      {...pointer}
      {...clipboard}
    >
      <GridHead
        layout={look}
        height={HEAD_HEIGHT}
        span={view.columns}
        spanLeft={spanLeft}
        sort={sort}
        renderHead={renderHead}
        onResize={onResize}
      />
      <div role="rowgroup" className={classes.rows} style={{ height: total * ROW_HEIGHT, width: look.width }}>
        <GridRows
          rows={rows}
          layout={look}
          viewRows={view.rows}
          pool={view.rowPoolSize}
          span={view.columns}
          spanLeft={spanLeft}
          selection={shown}
          activeId={activeId}
          highlightedCell={highlightedCell}
        />
        {editing && editedColumn ? (
          <CellEditor
            key={`${editing.index}-${editing.columnIndex}`}
            editing={editing}
            label={t('review.editing', { heading: editedColumn.heading || editedColumn.letters })}
            left={
              editing.columnIndex < frozen
                ? (look.frozenLeft[editing.columnIndex] ?? 0)
                : frozenWidth + (view.offsets[editing.columnIndex - frozen] ?? 0)
            }
            top={editing.index * ROW_HEIGHT}
            width={editedColumn.width}
            frozen={editing.columnIndex < frozen}
            onCommit={commit}
            onCancel={() => {
              setEditing(null);
              focus();
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
