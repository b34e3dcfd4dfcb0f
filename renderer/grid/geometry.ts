/** The grid's geometry: rows of one height, columns of any width. Pixels; spans are half open. */

/** px. A million rows (Excel's limit) of this height stay below Chromium's limit for an element's height. */
export const ROW_HEIGHT = 28;
const MIN_WIDTH = 40;
const MAX_WIDTH = 800;

export interface Span {
  readonly first: number;
  /** The index after the last. */
  readonly end: number;
}

/** The rows that are visible, and `overscan` more on either side. */
export function visibleRows(scrollTop: number, viewHeight: number, total: number, overscan: number): Span {
  const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - overscan);
  const end = Math.min(total, Math.ceil((scrollTop + viewHeight) / ROW_HEIGHT) + overscan);
  return { first: Math.min(first, end), end };
}

/** Where each column starts; one last entry: where the last one ends. */
export function columnOffsets(widths: readonly number[]): readonly number[] {
  const offsets = [0];
  for (const width of widths) offsets.push((offsets.at(-1) ?? 0) + width);
  return offsets;
}

/** The columns visible between `scrollLeft` and `scrollLeft + viewWidth`, and `overscan` more on either side. */
export function visibleColumns(
  offsets: readonly number[],
  scrollLeft: number,
  viewWidth: number,
  overscan: number,
): Span {
  const count = offsets.length - 1;
  if (count <= 0) return { first: 0, end: 0 };
  const first = columnAt(offsets, scrollLeft);
  const last = columnAt(offsets, scrollLeft + Math.max(0, viewWidth - 1));
  return { first: Math.max(0, first - overscan), end: Math.min(count, last + 1 + overscan) };
}

/** The column at a position; the first or last one if the position lies outside. */
export function columnAt(offsets: readonly number[], position: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The nearest scroll position at which `start … start + size` is fully visible (its start, if it is larger than the view). */
export function scrollToReveal(start: number, size: number, scroll: number, view: number): number {
  if (start < scroll) return start;
  if (start + size > scroll + view) return Math.min(start, start + size - view);
  return scroll;
}

/** The nearest width that a column may have. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
}
