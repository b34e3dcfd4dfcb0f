/** A hook that follows which rows and columns of the grid are visible. */
import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { columnOffsets, scrollToReveal, visibleColumns, visibleRows, ROW_HEIGHT, type Span } from './geometry.ts';

/** Rows and columns drawn beyond the edge, so that a slow frame shows no gap. */
const ROWS_BEYOND = 6;
const COLUMNS_BEYOND = 2;

export interface Viewport {
  readonly rows: Span;
  /** Positions among the columns that scroll. */
  readonly columns: Span;
  /** px at which each scrolling column starts; one last entry: where the last one ends. */
  readonly offsets: readonly number[];
  /** Rows that fit into the view. */
  readonly page: number;
  /** Most rows that are ever drawn at once in a view of this height. */
  readonly rowPoolSize: number;
  readonly measure: () => void;
  readonly reveal: (index: number, scrollingColumn: number | null) => void;
  /** Scrolls by the rows that were added or removed above the view, once the list has its new length. */
  readonly shiftRows: (rows: number) => void;
}

interface ViewportOptions {
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly total: number;
  /** Widths of the columns that scroll. */
  readonly widths: readonly number[];
  readonly frozenWidth: number;
  readonly headHeight: number;
}

interface Seen {
  readonly rows: Span;
  readonly columns: Span;
  readonly page: number;
}

const same = (a: Span, b: Span): boolean => a.first === b.first && a.end === b.end;

export function useViewport({ scrollerRef, total, widths, frozenWidth, headHeight }: ViewportOptions): Viewport {
  const shift = useRef(0);
  const [seen, setSeen] = useState<Seen>({ rows: { first: 0, end: 0 }, columns: { first: 0, end: 0 }, page: 10 });
  const offsets = columnOffsets(widths);
  const measure = useCallback(() => {
    const view = scrollerRef.current;
    if (!view) return;
    const height = Math.max(0, view.clientHeight - headHeight);
    const rows = visibleRows(view.scrollTop, height, total, ROWS_BEYOND);
    const columns = visibleColumns(
      columnOffsets(widths),
      view.scrollLeft,
      Math.max(0, view.clientWidth - frozenWidth),
      COLUMNS_BEYOND,
    );
    const page = Math.max(1, Math.floor(height / ROW_HEIGHT) - 1);
    setSeen((old) =>
      same(old.rows, rows) && same(old.columns, columns) && old.page === page
        ? old
        : { rows, columns: same(old.columns, columns) ? old.columns : columns, page },
    );
  }, [scrollerRef, total, widths, frozenWidth, headHeight]);
  // After every render: only then has the list its new length; and rows may move without a change of length.
  useLayoutEffect(() => {
    const view = scrollerRef.current;
    if (!view || shift.current === 0) return;
    view.scrollTop += shift.current * ROW_HEIGHT;
    shift.current = 0;
    measure();
  });
  useLayoutEffect(() => {
    const view = scrollerRef.current;
    if (!view) return;
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    view.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      view.removeEventListener('scroll', measure);
    };
  }, [scrollerRef, measure]);
  const reveal = useCallback(
    (index: number, scrollingColumn: number | null) => {
      const view = scrollerRef.current;
      if (!view) return;
      view.scrollTop = scrollToReveal(index * ROW_HEIGHT, ROW_HEIGHT, view.scrollTop, view.clientHeight - headHeight);
      if (scrollingColumn !== null) {
        const start = columnOffsets(widths)[scrollingColumn] ?? 0;
        view.scrollLeft = scrollToReveal(
          start,
          widths[scrollingColumn] ?? 0,
          view.scrollLeft,
          view.clientWidth - frozenWidth,
        );
      }
      measure();
    },
    [scrollerRef, widths, frozenWidth, headHeight, measure],
  );
  const shiftRows = useCallback((rows: number) => {
    shift.current += rows;
  }, []);
  return { ...seen, rowPoolSize: seen.page + 2 * ROWS_BEYOND + 4, offsets, measure, reveal, shiftRows };
}
